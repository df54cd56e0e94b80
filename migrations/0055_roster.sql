-- Whom one asks in a unit, as it stands in task lists: kept by the office and by the unit itself. An office's telephone is no sealed contact.
create table unit_card (
    unit        uuid primary key references body (id),
    leader      text,            -- 分管政府领导: the leader of the government who answers for the unit
    responsible text,            -- 责任人
    contact     text,            -- 联系人
    phone       text,            -- 办公电话
    version     bigint not null
);

create view v_unit_card as select unit, leader, responsible, contact, phone from unit_card;
