-- Recall and resignation of leaders before the congress in session.

create table leader_leaving (
    id        uuid primary key,
    congress  uuid not null,
    holding   uuid not null,               -- of the register of appointments
    leaving   text collate "C" not null,   -- recalled, resigned
    received  text collate "C" not null,
    words     text,
    stage     text collate "C" not null,   -- received, accepted, declined, published
    meeting   text,
    decided   text,
    mover     text collate "C",            -- presidium, committee, deputies
    movers    bigint,
    deputies  bigint,                      -- all of the congress
    yes       bigint,
    answer    text collate "C",            -- spoken, written, none
    approved  text,                        -- by the committee above, of a procurator-general
    approval  text,
    made      bigint not null,
    version   bigint not null
);
create index leader_leaving_congress on leader_leaving (congress, received, id);
create unique index leader_leaving_holding on leader_leaving (holding) where stage <> 'declined';
