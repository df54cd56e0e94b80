-- Those who signed a bill are asked before it is treated as a suggestion; what each says, and until when. The terms of a session say whether
-- they must be asked, and how many days they have.

alter table bill add column consulted bigint;
alter table bill add column consult_until text collate "C";
alter table bill_terms add column consult_first bigint not null default 0;
alter table bill_terms add column consult_days bigint not null default 3;

create table bill_consult (
    bill     uuid not null references bill (id),
    person   uuid not null,
    ordinal  bigint not null,
    answer   text collate "C" not null,       -- silent, agrees, objects
    answered bigint,
    reason   uuid,                            -- a remark, where an objection has one
    primary key (bill, person)
);
create index bill_consult_person on bill_consult (person, answer, bill);

-- Clocks of bills whose signers are asked; who is silent.
create view v_bill_consult as
select id as bill, congress, session, consulted as since, consult_until as due from bill
where consulted is not null and stage in ('numbered', 'reviewed');
create view v_bill_silent as select c.bill, c.person from bill_consult c join bill b on b.id = c.bill where c.answer = 'silent'
    and (b.lead = c.person or exists (select 1 from bill_signer s where s.bill = c.bill and s.person = c.person and s.answer = 'confirmed'));
create index bill_consult_until on bill (consult_until) where consult_until is not null;
