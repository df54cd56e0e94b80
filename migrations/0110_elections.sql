-- A congress's notices are listed by day; one departure at a time waits for a decision on a mandate.

create index announcement_congress on announcement (congress, day, id);
create unique index departure_waits on departure (mandate) where stage = 'received';
