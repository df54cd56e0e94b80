-- What deputies said of the replies they were given. For those who follow the handling: units read scores through the desk alone.
create view v_judgement as
select assignment, round, signer, process, result, at from judgement;
