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

ballots-nobody = nobody

# used: ballots-base-*
ballots-base-members = all members
ballots-base-participants = those who took part
ballots-base-returned = ballots returned
ballots-base-valid = valid ballots
ballots-step-no-quorum = { $present } are present, { $need } are needed.
ballots-step-few-took-part = { $participants } took part, { $need } are needed.
ballots-step-more-returned = { $returned } ballots came back of only { $issued }: all are void.
ballots-step-most-votes = Most votes win.
ballots-step-bar-half = More than half of { $of }, { $base }: { $need }.
ballots-step-bar-share = { $a }/{ $b } of { $of }, { $base }: { $need }.
# used: ballots-step-votes-*
ballots-step-votes-reach = { $name }: { $votes } votes, { $need } reached.
ballots-step-votes-fail = { $name }: { $votes } votes, { $need } not reached.
ballots-step-rating-base = The base is { $base } ballots.
ballots-step-rating-grade = { $grade }: { $count }.
ballots-reason-round-void = The round is void: vote again.
ballots-reason-elected = Elected or passed: { $elected }.
ballots-reason-tied = Elected or passed: { $elected }. { $tied } are tied for { $left }.
ballots-reason-shortfall = Elected or passed: { $elected }. { $missing } missing.
ballots-reason-graded = Result: { $grade }.
ballots-reason-scored = Weighted sum { $score }, base { $base }.
ballots-reason-figures = Figures alone, no grade.
ballots-broken-issued = Ballots issued must be those handed out less the spoiled ones. Check them.
ballots-broken-present = More ballots were issued than people are present. Check them.
ballots-broken-valid = Valid and void ballots must be the ballots returned. Check them.
ballots-broken-line = The marks of “{ $name }” must be as many as valid ballots. Check them.
ballots-broken-approvals = More was approved than the ballots can hold. Check the lines.
ballots-broken-write-ins = More were written in than voted against, or nobody may be written in. Check them.
ballots-broken-box = The bundles of box { $number } do not add up to it. Check them.
ballots-broken-boxes = The boxes do not add up to the round. Check them.
ballots-broken-written-in = “{ $name }”, written in, has more votes than there are valid ballots. Check it.
ballots-broken-above = A figure of “{ $name }” is above the ballots returned. Check it.
ballots-broken-grades = The grades, with blank ones where they count, must be as many as valid ballots and those of the rule. Check them.

ballots-refused-more-present = { $present } are present of only { $members } members. Check them.
ballots-refused-more-yes = { $yes } in favour of only { $present } present. Check them.
ballots-refused-opposed-and-abstained = The same candidate cannot be both opposed and abstained from. Choose one.
