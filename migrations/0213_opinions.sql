-- In which suggestions an opinion was taken up, for who reads the suggestion: an identity, no word of what was said and by whom.
create view v_opinion_raised as select suggestion, opinion, at from opinion_raised;
