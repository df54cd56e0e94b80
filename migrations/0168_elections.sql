-- Preliminary elections (预选) of districts. What nominees came to stands with the candidates.
create table election_primary (
    district  uuid primary key references election_district (id),
    day       text collate "C" not null,
    asked     text collate "C" not null,     -- nothing, third, half: how many must take part
    entitled  bigint not null,
    took_part bigint not null,
    handed    bigint not null,
    returned  bigint not null,
    invalid   bigint not null,
    marks     bigint not null,
    valid     bigint not null,
    at        bigint not null
);
