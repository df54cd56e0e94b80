-- Whom of the tied the presidium decided for, where the method leaves a tie to it: JSON of names.

alter table ballot_result add column presidium text;
