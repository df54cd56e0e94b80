-- The first of two steps of assigning (转办): the transfer office that has a suggestion to divide, or divided it.

alter table suggestion add column routed_to uuid;
alter table suggestion add column routed bigint;
alter table suggestion add column route_by text collate "C";
create index suggestion_routed on suggestion (routed_to, stage, id) where routed_to is not null;
