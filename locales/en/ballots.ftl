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

# --- words ---
# used: ballots-assembly-*
ballots-assembly-congress = The congress (all deputies)
ballots-assembly-committee = The standing committee (all members)
# used: ballots-kind-*
ballots-kind-election = Election
ballots-kind-decision = Decision: for, against or abstain on each person or matter
ballots-kind-pick = Pick: no more than so many of several
ballots-kind-rating = Rating: satisfied, fairly satisfied or dissatisfied with each
# used: ballots-why-*
ballots-why-first = first vote
ballots-why-again = vote again
ballots-why-tie = among the tied
ballots-why-rerun = another election
# used: ballots-role-*
ballots-role-counter = Teller
ballots-role-chief = Chief teller
# used: ballots-standing-*
ballots-standing-election-elected = Elected
ballots-standing-election-tied = Tied
ballots-standing-election-failed = Not elected
ballots-standing-decision-elected = Passed
ballots-standing-decision-tied = Tied
ballots-standing-decision-failed = Not passed
ballots-standing-rating-elected = Reached
ballots-standing-rating-tied = Tied
ballots-standing-rating-failed = Not reached
ballots-standing-pick-elected = Chosen
ballots-standing-pick-tied = Tied
ballots-standing-pick-failed = Not chosen
# used: ballots-stage-*
ballots-stage-draft = Being prepared
ballots-stage-open = Voting
ballots-stage-counting = Being counted
ballots-stage-reported = To be announced
ballots-stage-announced = Announced
ballots-stage-called-off = Called off
ballots-round = Round { $n } ({ $why })
ballots-round-stage = Round { $n }: { $stage }

# --- settings ---
# used: ballots-field-*
ballots-field-base = Share taken of
ballots-field-bar = Votes needed
ballots-field-quorum = Presence
ballots-field-write-in = Writing in others
ballots-field-blank = No mark
ballots-field-unclear = Unreadable mark
ballots-field-tie = Tie
# used: ballots-bar-*
ballots-bar-half = More than half
ballots-bar-two-thirds = Two thirds or more
ballots-bar-third = One third or more
ballots-bar-most = Most votes win
# used: ballots-quorum-*
ballots-quorum-two-thirds = Two thirds of all or more are present
ballots-quorum-half = More than half of all are present
ballots-quorum-third = One third of all or more are present
ballots-quorum-most = Anybody is present
ballots-quorum-none = Nothing is said
# used: ballots-write-in-*
ballots-write-in-none = Nobody may be written in
ballots-write-in-against-marked = In place of somebody opposed; the name needs a mark of approval
ballots-write-in-against = In place of somebody opposed; the name alone approves
ballots-write-in-free-marked = Anybody; the name needs a mark of approval
ballots-write-in-free = Anybody; the name alone approves
# used: ballots-blank-*
ballots-blank-abstains = Abstains
ballots-blank-approves = Approves
# used: ballots-unclear-*
ballots-unclear-part = That part is void, the rest counts
ballots-unclear-ballot = The whole ballot is void
# used: ballots-tie-*
ballots-tie-again = Vote again among the tied, most votes win
ballots-tie-presidium = The presidium decides
ballots-tie-all = All of them are taken

# --- list, matter ---
ballots-title = Ballots
ballots-new-title = New ballot
ballots-new-lead = Say what is voted on and what passes. All of it can be changed until the first round opens; how it counts is filled in as law and practice have it, and can be changed afterwards.
ballots-new-button = Prepare it
ballots-none-title = No ballots yet
ballots-none-text = Once the office has prepared one and opened its first round, progress and result stand here.
ballots-back = Back to the ballot
ballots-back-to-list = Back to the list
ballots-back-to-round = Back to the round
ballots-to-round = See the round
ballots-what = What is voted on
ballots-names = On the ballot
ballots-settings = How it counts
ballots-settings-title = Change the ballot and how it counts
ballots-settings-lead = Check it against the method this meeting adopted. When the first round opens, all of it is fixed under its hash and cannot be changed.
ballots-settings-button = Save
ballots-rounds = Rounds
ballots-rounds-none = Nobody has voted yet. Check the ballot and how it counts, then open the first round.
ballots-field-title = Matter
ballots-field-meeting = Meeting
ballots-field-day = Day
ballots-field-kind = Kind
ballots-field-stage = Stage
ballots-field-assembly = Who votes
ballots-field-places = Seats or places
ballots-field-names = Candidates, persons or matters
ballots-field-method = Method cited
ballots-hint-title = Such as: election of deputy heads of the county
ballots-hint-meeting = Such as: sixth session of the eighteenth congress, third plenary meeting
ballots-hint-places = Seats of an election, most choices of a pick; leave empty for a decision.
ballots-hint-names = One a line, in the order of the ballot. What more there is to say stands after a bar: Zhang San|head of the finance bureau
ballots-hint-method = The full name of the method this meeting adopted.
ballots-wrong-name = Line { $line } is too long or holds a sign that cannot be used: a name has at most 60 characters, what follows the bar at most 120. Change it.
ballots-flash-drafted = The ballot is prepared. Check how it counts.
ballots-flash-revised = Saved.

# --- opening a round ---
# used: ballots-open-*
ballots-open-first = Open the first round
ballots-open-again = Vote again
ballots-open-tie = Vote among the tied
ballots-open-rerun = Hold another election
ballots-open-title = Open a round
ballots-open-lead = Fill this in before ballots are handed out. From then on the ballot, how it counts and the number of members are fixed.
ballots-open-confirm = The ballot, how it counts and the number of members will be fixed. Open the round?
ballots-open-button = Open the round
ballots-field-members = Members
ballots-field-present = Present
ballots-field-counters = Tellers
ballots-field-chief = Chief teller
ballots-hint-members = All deputies or members, not those present.
ballots-hint-present = As the chair announced it.
ballots-hint-counters = Two at least, a name a line, with accounts of this congress. Candidates and their near relatives cannot count.
ballots-hint-chief = One, with an account of this congress; enters no figures.
ballots-hint-rerun = Listed by the votes of the round before; change them where others are nominated.
ballots-wrong-account = This account is not of this congress. Choose another.
ballots-wrong-nobody = There is no account of “{ $name }”. Check the name, or issue an account first.
ballots-wrong-namesakes = Two accounts are called “{ $name }”. Choose another, or name the account through the API.
ballots-flash-opened = The round is open; the ballot and how it counts are fixed.

# --- the round ---
ballots-turn = What to do now
ballots-turn-declare = You are named to count in this round. First declare to be near to nobody on the ballot.
ballots-turn-open = Voting goes on. When it has ended and the boxes are emptied, enter the ballots handed out and returned.
ballots-turn-void = More ballots came back than were issued: the round is void and nothing is counted. The chief teller reports, then the vote is held again.
ballots-turn-count = Two tellers count each bundle and enter it by themselves. They are compared without showing either the other's figures.
ballots-turn-spellings = All bundles agree. The chief teller now says who is meant by each name written in.
ballots-turn-report = All bundles agree. The chief teller now checks and reports.
ballots-turn-reported = The result is reported. Print the report, have it signed, and hand it to the chair.
ballots-turn-announced = The result is announced and locked. A mistake is corrected by another edition with its reason; this one stays.
ballots-progress = Bundles that agree
ballots-field-issued = Issued
ballots-field-returned = Returned
ballots-result = Result
ballots-being-corrected = This result is being corrected; it stands until the correction is announced.
ballots-corrected = Edition { $edition } was corrected, because:
ballots-working = How it was worked out
ballots-counts = { $valid } valid, { $invalid } void; { $unreadable } votes for names nobody could make out.
ballots-headline-rating = { $satisfied } satisfactory, { $fairly } fairly so, { $dissatisfied } not.
ballots-headline-decision = { $passed } passed, { $failed } not passed.
ballots-field-round = Round
ballots-field-name = Name
ballots-field-note = Note
ballots-field-standing = Result
ballots-field-hash = Hash (SHA-256): 
ballots-rate-satisfied = Satisfied
ballots-rate-fairly = Fairly
ballots-rate-dissatisfied = Dissatisfied
ballots-rate-none = No grade or several
# used: ballots-graded-*
ballots-graded-satisfied = Satisfactory
ballots-graded-fairly = Fairly satisfactory
ballots-graded-dissatisfied = Not satisfactory
ballots-step-rated = The votes above are those of the satisfied and the fairly satisfied together. Satisfactory: the satisfied alone reach what is needed; fairly: both together do; not: not even so.
ballots-mark-approve = For
ballots-mark-against = Against
ballots-mark-abstain = Abstain
ballots-mark-unclear = Unreadable
ballots-mark-written-in = Written in
ballots-bundles = Bundles
ballots-bundle = Box { $box }, bundle { $n }
ballots-bundle-none = Not entered
ballots-bundle-one = Entered by one
ballots-bundle-agreed = Both agree
ballots-bundle-differs = They differ, both count again: { $places }
ballots-bundle-differs-again = They still differ, both count again before a scrutineer: { $places }
# used: ballots-spot-*
ballots-spot-returned = ballots of the bundle
ballots-spot-valid = valid ballots
ballots-spot-invalid = void ballots
ballots-spot-approve = “{ $name }”, for
ballots-spot-against = “{ $name }”, against
ballots-spot-abstain = “{ $name }”, abstain
ballots-spot-unclear = “{ $name }”, unreadable
ballots-spot-rating-approve = “{ $name }”, satisfied
ballots-spot-rating-against = “{ $name }”, fairly satisfied
ballots-spot-rating-abstain = “{ $name }”, dissatisfied
ballots-spot-rating-unclear = “{ $name }”, no grade or several
ballots-spot-write-ins = names written in
ballots-spot-between = {", "}
ballots-field-bundle = Bundle
ballots-field-sheets = Ballots of the bundle
ballots-field-attempt = Attempt
ballots-field-state = State
ballots-recount-button = Count again
ballots-recount-confirm = Two tellers will count and enter this bundle again. Go on?
ballots-flash-recount = Two tellers now count this bundle again.

# --- tellers ---
ballots-tellers = Who counts
ballots-tellers-title = Add or replace tellers
ballots-tellers-lead = Another chief teller takes the place of the one before. When a teller stands aside, name another so that there are two.
ballots-tellers-button = Name
ballots-field-teller = Name
ballots-field-role = As
ballots-teller-waits = has not declared yet
ballots-teller-declared = declared to be near to nobody
ballots-teller-aside = stood aside or was replaced
ballots-flash-teller = Named. They sign in and declare first.
ballots-declare-title = A teller's declaration
ballots-declare-lead = Near relatives of candidates cannot supervise or count (Electoral Law 43). Look at the ballot and declare:
ballots-field-near = I declare
# used: ballots-declare-*
ballots-declare-far = I am not on the ballot, nor a near relative of anybody on it
ballots-declare-near = I am on the ballot, or a near relative of somebody on it, and stand aside
ballots-declare-button = Declare
ballots-flash-declared = The declaration is recorded.

# --- boxes and sheets ---
ballots-boxes-title = Ballots out and in
ballots-boxes-lead = Fill this in once the boxes are emptied; { $present } are present. As many ballots as were issued or fewer: the vote is valid. More: it is void.
ballots-boxes-button = Enter
ballots-field-handed-out = Handed out
ballots-field-spoiled = Spoiled and replaced
ballots-field-boxes = Ballots of each box
ballots-hint-handed-out = All ballots that reached a hand, with those replaced later.
ballots-hint-spoiled = Taken back for another; leave empty if none.
ballots-hint-boxes = A line for each box, in their order. Bundles of fifty follow from it.
ballots-wrong-boxes = Type numbers alone, a line for each box.
ballots-flash-boxes = Entered. Bundles can be counted.
ballots-enter-title = Enter
ballots-enter-lead = Enter what you counted yourself; do not compare with the other teller. Empty is 0; the marks of each line are as many as valid ballots. An entry cannot be changed.
ballots-enter-button = Enter this bundle
ballots-differs-lead = The entries before differed here. Count again:
ballots-field-valid = Valid ballots
ballots-field-invalid = Void ballots
ballots-hint-blank = Leave empty if none.
ballots-write-ins = Names written in
ballots-hint-write-ins = Copy each name as it is written, with its votes; another spelling is another line, the chief teller resolves it.
ballots-field-written = As written
ballots-field-votes = Votes
ballots-wrong-spellings = A bundle has at most { $most } spellings. Check it.
ballots-flash-entered = Entered. It is compared once another teller has entered it.
ballots-flash-agreed = Both entries agree.
ballots-flash-differs = The entries differ: both tellers count again.
ballots-readings-title = Who is meant by names written in
ballots-readings-lead = Say of each spelling who is meant. Where two spellings mean one person, type the same name; where nobody can be made out, tick the box. Every decision is kept.
ballots-readings-button = Resolve
ballots-readings-none-title = Nobody was written in
ballots-readings-none-text = No bundle has a name written in. Report the result.
ballots-field-meant = Meant
ballots-field-nobody = Nobody can be made out
ballots-flash-read = Resolved.

# --- report, announcement, correction ---
ballots-report-button = Report the result
ballots-report-confirm = Nothing can be entered afterwards. Are all figures checked?
ballots-flash-reported = Reported. Print the report and have it signed.
ballots-announce-button = Record as announced
ballots-announce-confirm = Has the chair announced it? This locks the result.
ballots-tie-title = Write down the presidium's decision
ballots-tie-lead = There is a tie, and the method cited leaves it to the presidium. Places left: { $left }. Tick whom the presidium decided for.
ballots-field-tied = The presidium decided for
ballots-tie-button = Write it down
ballots-flash-tie = The presidium's decision is written down; the result can be announced.
ballots-turn-tie = There is a tie, and the method cited leaves it to the presidium. Write its decision down, then announce.
ballots-step-presidium = A tie, decided by the presidium: { $names }.
ballots-refused-no-tie = This result has no tie that waits for the presidium.
ballots-refused-tie-names = Tick { $left } of the tied.
ballots-refused-tie-open = There is a tie for { $left } places. Write the presidium's decision down first.
ballots-flash-announced = Announced and locked.
ballots-correct-title = Correct the result
ballots-correct-lead = This result stays with your reason. The chief teller has bundles counted again and reports; that is the next edition.
ballots-correct-button = Begin the correction
ballots-flash-correct = The chief teller now has bundles counted again and reports.
ballots-call-off-title = Call off the round
ballots-call-off-lead = Nothing is counted then, and the same round can be opened again. Say why.
ballots-call-off-button = Call off the round
ballots-flash-called-off = The round is called off.
ballots-field-reason = Reason
# used: ballots-screen-*
ballots-screen-title = Screen for the hall
ballots-screen-open = Voting
ballots-screen-counting = Counting
ballots-screen-reported = Counted, to be announced
ballots-screen-announced = Result
ballots-screen-called-off = Called off
ballots-screen-progress = { $done } of { $all } bundles agree
ballots-paper-report = Report of the count
ballots-paper-announcement = Announcement
ballots-paper-title = Result: { $title }
ballots-paper-edition = Edition { $edition }
ballots-paper-working = Working
ballots-paper-result = Result
ballots-paper-sign = Signature
ballots-paper-opening = On { $day }, { $meeting } voted on “{ $title }”. Members { $members }, present { $present }; issued { $issued }, returned { $returned }, valid { $valid }, void { $invalid }. The result:
ballots-paper-corrected = This result was corrected on { $day }, because: { $reason }
ballots-paper-later = This result is a correction; what was announced before no longer holds.

# --- refusals ---
ballots-refused-names = Write one name at least and { $most } at most.
ballots-refused-name-twice = “{ $name }” stands twice on the ballot. Tell them apart, by sex or place of work.
ballots-refused-places = The places do not fit the { $count } names: an election has no more seats than candidates, a pick fewer places than names, and a decision no write-ins. Check them.
ballots-refused-share = The share is none. Choose again.
ballots-refused-spec-fixed = Voting has begun: the ballot and how it counts are fixed. Prepare another ballot if it must be otherwise.
ballots-refused-round-runs = The round before is not announced. Finish it first.
ballots-refused-nothing-follows = The matter is decided and needs no further vote. Prepare another ballot for another matter.
ballots-refused-quorum-congress = { $present } are present, { $need } are needed: it cannot meet (Organic Law 14). Wait until there are enough.
ballots-refused-quorum-committee = { $present } are present, { $need } are needed: it cannot meet (Organic Law 51). Wait until there are enough.
ballots-refused-tellers-few = Two tellers at least and one chief teller are needed. Name them.
ballots-refused-teller-twice = Nobody can be named twice. Choose another.
ballots-refused-teller-in-the-way = “{ $name }” is on the ballot and cannot count (Electoral Law 43). Choose another.
ballots-refused-no-teller = Only who is named in this round can do that. Ask the office to name you.
ballots-refused-undeclared = First declare to be near to nobody on the ballot.
ballots-refused-declared = You have declared. If that has changed, stand aside.
ballots-refused-spoiled-more = More ballots were spoiled than handed out. Check them.
ballots-refused-issued-more = { $issued } ballots were issued and { $present } people are present. Check them.
ballots-refused-boxes = Enter 1 to 30 boxes of at most 100,000 ballots each.
ballots-refused-boxes-closed = The ballots out and in are not entered. Enter them first.
ballots-refused-void-round = More ballots came back than were issued: the round is void and nothing is counted. The chief teller reports.
ballots-refused-over = There is a result, or the round was called off. The head of the office can correct a result with a reason.
ballots-refused-no-bundle = There is no such bundle. Go back to the round.
ballots-refused-bundle-agreed = Both entries of this bundle agree. If in doubt, the chief teller has it counted again.
ballots-refused-entered = You have entered this bundle. Wait for another teller.
ballots-refused-other-ballot = The lines are not those of this ballot. Open the bundle again.
ballots-refused-written-is-listed = “{ $name }” is on the ballot and cannot be written in. Judge that ballot by the method, then enter it.
ballots-refused-not-counted = Nobody has entered this bundle yet; there is nothing to count again.
ballots-refused-bundles-open = Some bundles do not agree yet. Finish counting them.
ballots-refused-unread = Some names written in are not resolved. Resolve them first.
ballots-refused-not-reported = Nothing is reported. The chief teller reports first.
ballots-refused-later-round = A later round rests on this result, so it can no longer be corrected.

ballots-ensure-rounds = Rounds are numbered without gaps
ballots-ensure-one-runs = A round follows once the one before is announced or called off
ballots-ensure-results = Every reported round has its result
ballots-ensure-announced = Every announced result is listed name by name
ballots-ensure-two-tellers = Two entries at most for each count of a bundle

# Checking the archive of a secret ballot
ballots-verify-setup = The description of the vote is well formed
ballots-verify-trustees = Every trustee knows the secret of the key shown, and the keys make the key of the vote
ballots-verify-credentials = The list of credentials: each a key, none twice
ballots-verify-ballots = Every ballot is for this vote, of a listed credential, signed, and within the limits
ballots-verify-tally = The encrypted totals are the sum of the ballots
ballots-verify-decryptions = Every partial decryption is of these totals, by the trustee it names
ballots-verify-result = The totals published are what was decrypted
ballots-verify-chain = Every piece is named by its hash, every event follows its parent, nothing is left over
ballots-verify-held = ok      { $check }: { $count }
ballots-verify-failed = FAILED  { $check }: { $flaw } (event { $event })
ballots-verify-not-reached = -       { $check }: not reached
ballots-verify-blank = blank
ballots-verify-heads = Vote { $uuid }; setup hash { $setup }; head { $head }. Compare both hashes with those shown in the hall.
ballots-verify-good = The archive holds.
ballots-verify-bad = The archive does not hold. Do not rely on its result.
ballots-verify-no-archive = { $place } is no archive of a secret ballot. Name a .bel file, or a folder with one.
ballots-verify-unchecked = Not checked: { $place }. Only .bel archives are.
ballots-flaw-cut = the file is cut off or its headings are damaged
ballots-flaw-large = something is larger than any vote needs
ballots-flaw-name = a piece is not what its name says
ballots-flaw-form = not written as agreed
ballots-flaw-chain = an event does not follow the one before
ballots-flaw-order = an event stands where it does not belong
ballots-flaw-missing = what an event points to is missing
ballots-flaw-spare = something is stored that nothing points to
ballots-flaw-group = a group this program does not know
ballots-flaw-limits = the limits of a question contradict each other
ballots-flaw-point = something is no element of the group
ballots-flaw-scalar = a number of a proof is out of range
ballots-flaw-proof = a proof does not hold
ballots-flaw-key = the keys of the trustees do not fit the key of the vote
ballots-flaw-twice = the same thing twice
ballots-flaw-stranger = not in the list
ballots-flaw-other = made for another vote
ballots-flaw-hash = the ballot's own hash is wrong
ballots-flaw-changed = a second ballot of the same credential
ballots-flaw-count = numbers of ballots do not agree
ballots-flaw-sum = another sum
ballots-flaw-few = too few trustees have decrypted
ballots-flaw-total = another number was decrypted
ballots-flaw-unfinished = the archive ends before the result; --unfinished checks what is there
# What a trustee is told
ballots-trustee-commitment = Commitment, to be handed in before the key: { $hash }
ballots-trustee-opened = Opened as trustee { $number } at head { $head }. Hand in the printed line; nothing else was opened.
ballots-trustee-broken = The archive does not hold, so nothing is opened. Tell the chair.
ballots-trustee-other-setup = The setup hash is not the one you named, so nothing is opened. Compare it with the hall's screen.
ballots-trustee-not-mine = Your key is not among the trustees of this vote. Check --secret and the archive.
ballots-trustee-too-early = Voting has not ended, so there are no totals to open. Ask for the archive after its end.
ballots-trustee-too-late = The result is published already; nothing is left to open.
ballots-trustee-again = Your part is in the archive already; it is opened once.
ballots-trustee-too-few = Fewer voters than --least: the totals would tell how single persons voted. Vote on paper.
ballots-trustee-other-group = The vote is not over Ed25519; this tool opens no other.
ballots-trustee-no-secret = { $place } holds no trustee's secret. Name the file that lianluo trustee key wrote.
