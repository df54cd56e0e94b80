-- Up to which day words that begin with a day were settled: summed under what they read as once the day is past.
create table handling_settled (
    row_no integer primary key check (row_no = 1),
    day  text not null
);
insert into handling_settled (row_no, day) values (1, '');
