-- Whom was a person merged from: accounts still name the old entry. Merged entries are few, so the index is small.
create index person_merged on person (merged_into) where merged_into is not null;
