-- 变更选举日: which day an election was put off from, to which, and why. Nothing changes a row.
create table election_day_change (
    election uuid not null references election (id),
    n        bigint not null,
    was      text collate "C" not null,
    day      text collate "C" not null,
    reason   text not null,
    account  uuid not null,
    at       bigint not null,
    primary key (election, n)
);
