-- A recording is the person's voice: it is erased with name and telephone.

alter table opinion_file add column voice bigint not null default 0;
update opinion_file set voice = 1 where blob in (select id from blob where media like 'audio/%');
create index opinion_file_voice on opinion_file (opinion) where voice = 1;
