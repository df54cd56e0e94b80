-- Documents of a proposal as files. A version that was replaced stays: `replaced` is the number of the one that took its place.
alter table appointment_document add column blob uuid references blob (id);
alter table appointment_document add column replaced bigint;
create index appointment_document_blob on appointment_document (blob);
