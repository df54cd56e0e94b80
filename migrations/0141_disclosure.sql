-- What is open on a day is counted for everybody who passes by, off these alone.
create index disclosure_open on disclosure (stage, until);
create index disclosure_congress_open on disclosure (congress, stage, until);
