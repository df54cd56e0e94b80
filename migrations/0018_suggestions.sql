-- Papers that somebody of the office has open to decide on (审查占用). A row that has lapsed says nothing; nothing else hangs on it.

create table hold (
    suggestion uuid primary key references suggestion (id),
    account    uuid not null,
    since      bigint not null,
    until      bigint not null
);
