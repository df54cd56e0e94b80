-- 接待转群众意见: at which reception of a station it was said. One reception becomes one opinion.
alter table opinion add column reception uuid;
create unique index opinion_reception on opinion (reception);
