-- A station of the register is a body of the roster under the same identity. Old facts are no news: the follower begins after them.
insert into follower (name, seq, at) select 'roster.stations', seq, 0 from journal_head where one = 1;
