-- Which suggestion an opinion was taken up in, for as long as there is the opinion: the stage forgets it once it is answered.
create table opinion_raised (
    opinion     uuid not null references opinion (id),
    suggestion  uuid not null,
    at          bigint not null,
    primary key (opinion, suggestion)
);
create index opinion_raised_suggestion on opinion_raised (suggestion, opinion);
insert into opinion_raised (opinion, suggestion, at) select id, suggestion, at from opinion where suggestion is not null;

-- A ticket of 12345 is one opinion of a congress, however many sheets come in at once: the second waits for this line and finds it taken.
create table opinion_ticket (
    congress  uuid not null,
    ticket    text collate "C" not null,
    opinion   uuid not null,            -- claimed before it is written
    primary key (congress, ticket)
);
insert into opinion_ticket (congress, ticket, opinion)
    select holder, hotline, id from opinion where hotline is not null order by received, id
    on conflict (congress, ticket) do nothing;

-- What waits in an office, counted on its first page.
create index opinion_waits on opinion (holder, stage);
