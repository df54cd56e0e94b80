-- Who follows a key suggestion, for the lists of others.
create view v_key_suggestion as select congress, suggestion, leader, committee from key_suggestion where stage <> 'lifted';
