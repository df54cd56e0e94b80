-- Lists of voters (选民名单), name by name. Where a district has one, it counts its voters; nobody is taken off, only struck with the reason.
create table election_voter (
    id        uuid primary key,
    district  uuid not null references election_district (id),
    n         bigint not null,               -- the number on the list
    name      text collate "C" not null,
    card      text collate "C",              -- 选民证号
    born      text collate "C",
    note      text,                          -- 住址、工作单位
    struck    text collate "C",              -- died, moved, deprived, unfit, twice, mistaken
    struck_on text,
    at        bigint not null,
    unique (district, n)
);
create unique index election_voter_card on election_voter (district, card) where card is not null and struck is null;
create index election_voter_name on election_voter (district, name);
