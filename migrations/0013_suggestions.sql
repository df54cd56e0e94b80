-- Talks between a unit and a deputy about the unit's part, and the deputy's word on the record. Nothing here is edited or deleted.
create table talk (
    id          uuid primary key,
    assignment  uuid not null references assignment (id),
    suggestion  uuid not null references suggestion (id),
    day         text collate "C" not null,
    way         text collate "C" not null,      -- the code of an entry contact-way.* of the rule book
    face        bigint not null,                -- whether that counted as face to face when it was recorded
    person      uuid not null,                  -- the deputy
    spoke       text not null,                  -- who came or spoke for the unit, with rank
    place       text,
    said        uuid not null,                  -- what the deputy said, a remark
    draft_shown bigint not null,
    recorded    bigint not null,
    word        text collate "C" not null,      -- waiting, confirmed, disputed, withdrawn
    answered    bigint,                         -- when it was confirmed, disputed or withdrawn
    reason      uuid                            -- why it is disputed, a remark
);
create index talk_suggestion on talk (suggestion, day, recorded, id);
create index talk_waiting on talk (person, recorded, id) where word = 'waiting';
