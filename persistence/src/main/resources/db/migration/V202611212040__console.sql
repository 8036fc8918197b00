-- Lists and counts of the operators' console.
create index invoice_status_idx on invoice (status, id);
create index invoice_due_idx on invoice (status, due_at);
create index subscription_status_idx on subscription (status, id);
