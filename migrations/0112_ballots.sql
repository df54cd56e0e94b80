-- Who counts in a round now, for whoever tells them so.
create view v_ballot_teller as select round, account, role from ballot_teller where aside is null;
