-- What a letter answers to each request of its suggestion (逐项答复): a measure with its owner, or the reason why not.
create table reply_point (
    assignment uuid not null,
    round      bigint not null,
    ordinal    bigint not null,
    suggestion uuid not null references suggestion (id),
    request    text not null,
    measure    text,
    owner      text,
    due        text collate "C",
    money      text,
    promised   bigint not null default 0, -- the unit's tick: signed, it becomes a promise
    reason     text,
    primary key (assignment, round, ordinal),
    foreign key (assignment, round) references reply (assignment, round)
);
create index reply_point_suggestion on reply_point (suggestion);
-- How many there are: a letter without any costs no question.
alter table reply add column points bigint not null default 0;
