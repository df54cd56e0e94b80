-- Doubts about the class a unit gave to its own result (结果类别异议): raised by a signer, or by the office, answered by the unit's head.
create table class_doubt (
    id         uuid primary key,
    suggestion uuid not null references suggestion (id),
    assignment uuid not null references assignment (id),
    round      bigint not null,
    signer     uuid,                             -- nobody where the office doubts
    doubted    bigint not null,
    class      text collate "C" not null,        -- the one that is doubted
    reason     uuid not null,
    standing   text collate "C" not null,        -- open, kept, changed, withdrawn
    answered   bigint,
    answer     uuid,
    class_now  text collate "C"
);
create index class_doubt_suggestion on class_doubt (suggestion, doubted);
