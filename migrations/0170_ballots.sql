-- Standing methods of a congress, kind of vote by kind of vote: an edition is never changed, the next takes its place. And the signed report
-- of a round, as photographs or scans.

create table ballot_method (
    id         uuid primary key,
    congress   uuid not null,
    assembly   text collate "C" not null,     -- congress, committee
    kind       text collate "C" not null,     -- election, decision, pick, rating, ranking
    edition    bigint not null,
    method     text not null,                 -- document, settings with their articles, the article on secret ballots: JSON of `Method`
    at         bigint not null,
    account    uuid,
    unique (congress, assembly, kind, edition)
);

create table ballot_signed (
    blob       uuid primary key references blob (id),
    round      uuid not null references ballot_round (id),
    edition    bigint not null,
    at         bigint not null,
    account    uuid not null
);
create index ballot_signed_round on ballot_signed (round, edition, at);
