-- 到期自动公布: whether a draft that is not published by its day is published by the clock; 1 where a congress set nothing.
alter table duty_setting add column by_clock bigint not null default 1;
