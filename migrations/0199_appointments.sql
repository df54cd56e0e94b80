-- Which office an election of leaders fills; holdings that come from it, by the certificate, and the oath taken before the congress.
-- A motion to dismiss (撤职案) may be signed by members of the committee: how many did.

create table appointment_election (
    election   uuid primary key,
    seat       uuid not null references appointment_seat (id),
    at         bigint not null,
    account    uuid
);
create index appointment_election_seat on appointment_election (seat);

alter table appointment_holding add column certificate uuid;
alter table appointment_holding add column oath text;       -- JSON of `Sworn`
create unique index appointment_holding_certificate on appointment_holding (certificate);
alter table appointment add column signers bigint;

-- Elections before this stand on the page of elections until an office is named.
insert into follower (name, seq, at) select 'appointments.from-elections', seq, 0 from journal_head where one = 1;

create view v_office_election as select election, seat from appointment_election;

create view v_elected_holder as
select h.id, s.congress, s.office, s.name as seat, e.person, e.name, h.since
from appointment_holding h
join appointment_seat s on s.id = h.seat
join appointee e on e.id = h.person
where h.certificate is not null;
