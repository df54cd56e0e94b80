-- How many there were and how many came, for whoever reads an announced result.
create view v_ballot_round as
select r.id as round, r.ballot, b.congress, r.n, r.members, r.present, r.stage
from ballot_round r
join ballot b on b.id = r.ballot;
