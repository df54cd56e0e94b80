-- What is posted in the districts of elections that are being prepared, for whoever reminds of it.
create view v_posting as
select e.id as election, e.congress, e.mode, e.day, e.voter_days, e.first_days, e.formal_days, d.id as district, d.voter_list, d.first_list, d.formal_list
from election e
join election_district d on d.election = e.id
where e.stage in ('announced', 'nominating', 'fixed');
