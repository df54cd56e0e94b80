-- What stands on a ballot, for who holds it against something else: JSON of `Spec` in ballots-rules.
create view v_ballot_spec as select id as ballot, congress, kind, spec from ballot;
