-- 签收: when the body signed for what it was given; the clock of handling runs from then.
alter table opinion add column signed_for bigint;
