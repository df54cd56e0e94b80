-- Mobile ballot boxes (流动票箱) of the rounds of a district.
create table election_box (
    id          uuid primary key,
    district    uuid not null references election_district (id),
    n           bigint not null,             -- the round
    place       text not null,
    day         text collate "C" not null,
    hours       text not null,
    reason      text collate "C" not null,   -- infirm, scattered
    scrutineers text not null,               -- names, a line each
    handed      bigint,
    returned    bigint,
    made        bigint not null
);
create index election_box_district on election_box (district, n, made, id);
