-- 办理协商: what the units of a matter, the office and the transfer office leave for each other. Deputies do not read it.
create table room_note (
    id         uuid primary key,
    suggestion uuid not null references suggestion (id),
    sender     uuid not null,              -- the body it is written for: a unit, a transfer office, the congress
    written_by uuid,                       -- the account
    words      uuid not null,              -- a remark
    at         bigint not null
);
create index room_note_suggestion on room_note (suggestion, at, id);

-- A file that belongs to a note.
alter table attachment add column note uuid references room_note (id);
