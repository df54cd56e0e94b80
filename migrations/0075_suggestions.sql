-- 协调记录: units of a matter disagree, and what came of it when an office or a transfer office coordinated. Deputies do not read it.
create table unit_difference (
    id         uuid primary key,
    suggestion uuid not null references suggestion (id),
    raised_by  uuid not null,              -- the body that raised it
    written_by uuid,                       -- the account
    about      uuid not null,              -- a remark
    at         bigint not null,
    settled    bigint,
    settled_by uuid,                       -- the body that coordinated
    settled_on text collate "C",           -- the day of the coordination
    outcome    uuid                        -- a remark
);
create index unit_difference_suggestion on unit_difference (suggestion, at, id);

create table unit_difference_party (
    difference uuid not null references unit_difference (id),
    unit       uuid not null,
    primary key (difference, unit)
);
