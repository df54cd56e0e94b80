-- What is or was voted on, by identity: an election of persons names the matter it is decided by.
create view v_ballot as select id, congress, kind, title, meeting, day from ballot;
