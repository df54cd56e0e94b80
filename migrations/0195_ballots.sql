-- In which form a vote is published: 1 where proofs that name what is opened lie beside the archive (decrypt.jsonl) and its description says
-- so, as of every list frozen from now on; 0 where they stand in the archive itself.
alter table ballot_frozen add column form bigint not null default 0;
