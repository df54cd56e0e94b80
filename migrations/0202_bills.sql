-- Clocks of bills with a committee: by when it reports.

create view v_bill_clock as
select id as bill, congress, session, decided as since, report_by as due from bill where stage = 'referred';
create index bill_report_by on bill (report_by) where stage = 'referred';
