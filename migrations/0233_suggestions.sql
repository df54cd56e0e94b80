-- 职责依据 of an objection: on what of its duties the unit rests it. 承办负责人 of a reply, beside who can be asked.

alter table objection add column basis uuid;
alter table reply add column responsible text;
