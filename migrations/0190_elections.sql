-- Whether a departure was decided by a congress in session, and not by a standing committee.
alter table departure add column in_session bigint not null default 0;
-- A township's congress alone accepts a resignation, in session.
update departure set in_session = 1
where leaving in ('resigned', 'ordered_to_resign') and decided is not null
  and congress in (select b.id from v_body b where b.level = 'township');
