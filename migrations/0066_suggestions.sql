-- The last day on which the office orders a unit to handle a matter again, once a signer is dissatisfied with the reply; empty
-- while nobody is, and in rounds rejected before there was such a limit.
alter table reply add column redo_by text collate "C";
-- The windows that are open: the deputies' words in them are not yet the units' to read.
create index reply_judge_by on reply (judge_by, assignment) where judge_by is not null;
