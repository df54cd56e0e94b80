-- Counts of a district's round that were entered again before the result was certified: what stood before, and why. Nothing changes a row.
create table election_recount (
    district uuid not null references election_district (id),
    n        bigint not null,
    attempt  bigint not null,
    count    text not null,                  -- figures and votes as they stood: JSON
    reason   text not null,
    account  uuid not null,
    at       bigint not null,
    primary key (district, n, attempt)
);
