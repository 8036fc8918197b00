-- What invoices and credit notes say on paper, frozen when they are numbered. A row of its own, because it holds the
-- seller's logo and lists of invoices must not carry that along. Invoices from before have none.
create table invoice_document (
  invoice_id uuid primary key references invoice (id),
  document text not null,
  -- SHA-256 of the document in UTF-8, hexadecimal.
  document_hash varchar(64) not null check (length(document_hash) = 64)
);
create index invoice_issued_idx on invoice (issued_at, id);
