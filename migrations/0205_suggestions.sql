-- Talks of units with deputies about their parts, for those who count them: no words, no names.
create view v_talk as select assignment, suggestion, day, face, word from talk;
