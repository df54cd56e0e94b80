-- How a round was taken: on paper, or electronically in the hall with the method and the article that permit it. What the round opened with
-- stands in `spec`, which is JSON of `Spec` in ballots-rules; its `method` is the one the body adopted.
create view v_ballot_way as
select r.id as round, r.spec, case when h.round is null then 'paper' else 'hall' end as way, h.method, h.article
from ballot_round r
left join ballot_hall h on h.round = r.id and h.stage = 'done';
