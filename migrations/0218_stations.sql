-- 制度上墙: the rules of a station, for everybody and on its wall.
alter table station add column rules text not null default '';
