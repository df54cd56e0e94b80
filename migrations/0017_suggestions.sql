-- Suggestions handled together (并案): with which other one, since when and why. Each keeps its number, its parts and its replies.

alter table suggestion add column merged_into uuid;
alter table suggestion add column merged bigint;
alter table suggestion add column merge_reason uuid;
create index suggestion_merged_into on suggestion (merged_into, id) where merged_into is not null;
