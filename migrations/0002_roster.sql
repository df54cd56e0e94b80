-- The roster: areas, bodies, people and their mandates.
-- Days are text YYYY-MM-DD, booleans 0/1, lists JSON text. Other nouns read the views at the end and nothing else.

create table area (
    code   text collate "C" primary key,
    parent text collate "C" references area (code),
    name   text not null,
    level  text not null, -- province, prefecture, county, township
    kind   text not null  -- administrative, subdistrict, functional
);
create index area_parent on area (parent);

create table village (
    code   text collate "C" primary key,
    parent text collate "C" not null references area (code),
    name   text not null
);
create index village_parent on village (parent);

create table body (
    id       uuid primary key,
    area     text collate "C" not null references area (code),
    kind     text collate "C" not null,
    name     text collate "C" not null,
    parent   uuid references body (id),          -- whose organ it is; a congress has none: levels are not subordinate
    congress uuid not null references body (id), -- the congress it serves; a congress serves itself
    level    text not null,
    powers   text not null,                      -- delegated powers, of street and zone work committees only
    transfer bigint not null,                    -- 1: splits the government's share of suggestions among units
    closed   text,
    version  bigint not null
);
create index body_area on body (area, kind);
create index body_congress on body (congress, kind, name, id);
create index body_parent on body (parent);
create index body_kind on body (kind, area, id);

create table term (
    id       uuid primary key,
    congress uuid not null references body (id),
    ordinal  bigint not null, -- 第十四届: 14
    seats    bigint,          -- 名额; what is elected stands in mandate
    began    text not null,   -- the first day of the first session
    ended    text,            -- the first day of the next term's first session
    version  bigint not null,
    unique (congress, ordinal)
);

create table session (
    id       uuid primary key,
    term     uuid not null references term (id),
    congress uuid not null references body (id),
    ordinal  bigint not null,
    name     text not null,
    opened   text not null,
    closed   text,
    version  bigint not null,
    unique (term, ordinal)
);
create index session_congress on session (congress, opened);

create table delegation (
    id       uuid primary key,
    term     uuid not null references term (id),
    congress uuid not null references body (id),
    name     text collate "C" not null,
    version  bigint not null,
    unique (term, name)
);

create table constituency (
    id       uuid primary key,
    term     uuid not null references term (id),
    congress uuid not null references body (id),
    kind     text not null, -- district 选区, unit 选举单位
    name     text collate "C" not null,
    seats    bigint,
    version  bigint not null,
    unique (term, name)
);

create table person (
    id          uuid primary key,
    name        text collate "C" not null,
    pinyin      text collate "C" not null,
    initials    text collate "C" not null,
    gender      text,          -- female, male
    ethnicity   text,
    party       text,
    education   text,
    occupation  text,          -- 工作单位及职务, public
    merged_into uuid references person (id),
    kept_by     uuid references body (id), -- the congress whose office entered the person
    version     bigint not null
);
create index person_pinyin on person (pinyin, id) where merged_into is null;
create index person_initials on person (initials, pinyin, id) where merged_into is null;
create index person_name on person (name, id);

-- Sealed: shown masked, opened with a recorded reason.
create table contact (
    person    uuid primary key references person (id),
    phone     text collate "C",
    id_number text collate "C",
    born      text,
    email     text,
    address   text,
    version   bigint not null
);
create index contact_phone on contact (phone);
create index contact_id_number on contact (id_number);

create table mandate (
    id           uuid primary key,
    person       uuid not null references person (id),
    congress     uuid not null references body (id),
    area         text collate "C" not null references area (code), -- the congress's area
    term         uuid not null references term (id),
    constituency uuid references constituency (id),
    delegation   uuid references delegation (id),
    state        text collate "C" not null, -- elected, confirmed, in_office, suspended, ended
    elected      text not null,
    confirmed    text,
    began        text,
    suspended    text,
    ground       text,
    ended        text,
    reason       text,
    version      bigint not null
);
create unique index mandate_once on mandate (person, term) where state <> 'ended';
create index mandate_person on mandate (person, state);
create index mandate_congress on mandate (congress, state, person);
create index mandate_term on mandate (term, state);
create index mandate_area on mandate (area, state, person);
create index mandate_delegation on mandate (delegation);
create index mandate_constituency on mandate (constituency);

create table mandate_role (
    id      uuid primary key,
    mandate uuid not null references mandate (id),
    role    text collate "C" not null,
    began   text not null,
    ended   text,
    basis   text, -- the document
    unique (mandate, role, began)
);
create index mandate_role_role on mandate_role (role, mandate);

-- A merge keeps the list of what it moved, so that it can be taken back.
create table merge (
    id     uuid primary key,
    kept   uuid not null references person (id),
    merged uuid not null references person (id),
    at     bigint not null,
    reason text not null,
    undone bigint
);
create index merge_kept on merge (kept);
create index merge_merged on merge (merged);
create table merge_moved (
    merge   uuid not null references merge (id),
    mandate uuid not null references mandate (id),
    primary key (merge, mandate)
);

create view v_area as select code, parent, name, level, kind from area;

create view v_village as select code, parent, name from village;

create view v_body as select id, area, kind, name, parent, congress, level, transfer, closed from body;

create view v_person as select id, name, pinyin, initials, merged_into from person;

create view v_mandate as
select id, person, congress, term, constituency, delegation, state,
       case when state = 'in_office' then 1 else 0 end as in_office
from mandate;

create view v_session as select id, term, congress, name, opened, closed from session;

create view v_delegation as select id, term, congress, name from delegation;

create view v_term as select id, congress, ordinal, began, ended from term;
