# used: ballots-voter-*
ballots-voter-voter = voter of a district
ballots-voter-deputy = deputy

ballots-step-names = { $names } names for { $seats } seats: more is void, as many or fewer is valid.
ballots-step-blank = No name at all is an abstention, not void, and its voter took part.
ballots-step-base-members = A standing committee decides by more than half of all members; abstaining or staying away lowers nothing.
ballots-step-voter-writes-in = A voter may vote for, against, for any other voter, or abstain.
ballots-step-deputy-writes-in = A deputy who votes against may write in another person; one who abstains may not.
ballots-step-deputy-wrote-in = A deputy may vote for, against, for any other deputy or voter, or abstain.

ballots-reason-too-many-names = Void.
ballots-reason-abstention = Valid, counted as an abstention.
ballots-reason-valid-ballot = Valid.
ballots-reason-no-quorum = { $present } are present, { $need } are needed: it cannot meet.
ballots-reason-passed = { $yes } in favour, { $need } suffice: passed.
ballots-reason-not-passed = { $yes } in favour, { $need } are needed: not passed.
ballots-reason-quorum-and-pass = { $need } must be present, and { $need } must be in favour.
ballots-reason-write-in = Another person may be written in.
ballots-reason-no-write-in = No other person may be written in, but by those who vote against.

ballots-refused-more-present = { $present } are present of only { $members } members. Check them.
ballots-refused-more-yes = { $yes } in favour of only { $present } present. Check them.
ballots-refused-opposed-and-abstained = The same candidate cannot be both opposed and abstained from. Choose one.
