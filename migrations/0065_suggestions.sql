-- 征求意见稿: to whom a unit showed the draft of a reply before it was signed, and what that deputy said.
create table shown_draft (
    id         uuid primary key,
    suggestion uuid not null references suggestion (id),
    assignment uuid not null references assignment (id),
    round      bigint not null,
    person     uuid not null,                    -- the signer it is shown to
    shown      bigint not null,
    standing   text collate "C" not null,        -- waiting, answered, taken-back
    answered   bigint,                           -- when it was answered or taken back
    letter     bigint,                           -- the version of the letter the answer is about
    words      uuid                              -- what the deputy said, a remark; nothing where there was nothing to say
);
create index shown_draft_suggestion on shown_draft (suggestion, shown, id);
create index shown_draft_waiting on shown_draft (person, shown, id) where standing = 'waiting';

-- Why a unit does not let the public read its letter; those from before this was asked have none.
alter table reply add column kept_because text;
