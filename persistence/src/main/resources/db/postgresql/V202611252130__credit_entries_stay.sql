-- PostgreSQL only: the ledger of account credit is append-only, whoever writes to it. H2 has no triggers in SQL; there
-- only the application's own rules keep it so.
create function credit_entry_stays() returns trigger language plpgsql as $$
begin
  raise exception 'credit_entry is append-only: % is refused', tg_op using errcode = 'restrict_violation';
end
$$;
create trigger credit_entry_stays before update or delete on credit_entry
  for each row execute function credit_entry_stays();
create trigger credit_entry_stays_whole before truncate on credit_entry
  for each statement execute function credit_entry_stays();
