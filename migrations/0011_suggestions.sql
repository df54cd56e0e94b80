-- Papers that are not taken as suggestions: ground, disposal and words, and the lead deputy's word on it.

alter table suggestion add column returns bigint not null default 0;
alter table suggestion add column insisted bigint not null default 0;
alter table suggestion add column refusing bigint;               -- when the office said so
alter table suggestion add column ground text collate "C";
alter table suggestion add column disposal text collate "C";
alter table suggestion add column refuse_reason uuid;
alter table suggestion add column refused bigint;                -- when it became final
