-- Files laid to what is supervised (佐证材料): to an urging letter, to a visit, report or policy of a key suggestion, to what an inquiry lists to be
-- put right. Nothing here is edited or deleted.
create table supervision_evidence (
    blob    uuid primary key,
    about   uuid not null,                    -- the letter; the visit, report or policy; the item
    at      bigint not null,
    account uuid not null
);
create index supervision_evidence_about on supervision_evidence (about, at, blob);
