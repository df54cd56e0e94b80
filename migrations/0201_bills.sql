-- Files of bills: the draft text that the congress is to adopt, the scan of the signed sheet, and others. A file that was taken away stays, marked:
-- the journal names it. Where a bill becomes a suggestion, its files lie with that too.

create table bill_file (
    blob     uuid primary key references blob (id),
    bill     uuid not null references bill (id),
    kind     text collate "C" not null,       -- draft, scan, other
    added    bigint not null,
    added_by uuid,
    removed  bigint
);
create index bill_file_bill on bill_file (bill, added);

create view v_bill_file as select bill, blob, kind, added, added_by from bill_file where removed is null;
