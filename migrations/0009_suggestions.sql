-- Objections with their rulings, and extensions with their answers. Nothing here is ever deleted: each hop of a part and each
-- day asked for stays.

alter table assignment add column after uuid;                -- the assignment it took over from
alter table assignment add column held text collate "C";     -- the work before an objection, while it lies or was upheld
alter table assignment add column passed_to uuid;            -- the assignment that took over
alter table assignment add column passed bigint;
alter table assignment add column objections bigint not null default 0;
alter table assignment add column extensions bigint not null default 0;

create table objection (
    assignment    uuid not null references assignment (id),
    ordinal       bigint not null,
    suggestion    uuid not null references suggestion (id),
    at            bigint not null,
    reason        uuid not null,
    proposed      uuid not null,
    rule_by       text collate "C" not null,
    ruled         bigint,
    ruling_reason uuid,
    passed_to     uuid,                       -- empty when refused
    primary key (assignment, ordinal)
);
create index objection_suggestion on objection (suggestion);

create table extension (
    assignment    uuid not null references assignment (id),
    ordinal       bigint not null,
    suggestion    uuid not null references suggestion (id),
    asked         bigint not null,
    reason        uuid not null,
    until         text collate "C" not null,
    answered      bigint,
    granted       bigint,
    answer_reason uuid,
    primary key (assignment, ordinal)
);
create index extension_suggestion on extension (suggestion);
