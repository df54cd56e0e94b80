-- What became of each attempt to send, so that whoever keeps a hook sees why nothing arrives.
alter table outbox add column attempts bigint not null default 0;
alter table outbox add column status bigint; -- the number a hook's receiver answered last
-- The last calls of one hook.
create index outbox_target on outbox (target, id);
