# used: appointments-office-*
appointments-office-committee-member = chair, vice chair, secretary-general or member of the standing committee
appointments-office-government-head = head of government
appointments-office-government-vice-head = vice head of government, in recess
appointments-office-government-member = head of a department of government
appointments-office-supervision-director = director of the supervision commission
appointments-office-supervision-member = vice director or member of the supervision commission
appointments-office-court-president = president of the court
appointments-office-judge = vice president, chief judge or judge
appointments-office-procurator-general = procurator-general
appointments-office-procurator = vice procurator-general or procurator
appointments-office-special-committee-member = vice chair or member of a special committee
appointments-office-credentials-member = member of the committee of credentials
appointments-office-election-committee-member = member of the election committee
appointments-office-work-organ-head = head of a working body of the standing committee, or of a street committee
appointments-office-township-chair = chair or vice chair of a township congress
appointments-office-township-head = head or vice head of a township

# used: appointments-way-*
appointments-way-elect = election
appointments-way-decide = decision to appoint or remove
appointments-way-appoint = appointment or removal
appointments-way-name = appointment

# used: appointments-nominator-*
appointments-nominator-presidium-or-deputies = presidium, or deputies together
appointments-nominator-government-head = head of government
appointments-nominator-supervision-director = director of the supervision commission
appointments-nominator-court-president = president of the court
appointments-nominator-procurator-general = procurator-general
appointments-nominator-chairpersons = council of chairpersons
appointments-nominator-standing-committee = county standing committee itself

# used: appointments-oath-*
appointments-oath-presidium = presidium
appointments-oath-chairpersons = council of chairpersons
appointments-oath-after-approval = after the approval
appointments-oath-none = no oath

# used: appointments-head-*
appointments-head-government = government
appointments-head-supervision = supervision commission
appointments-head-court = court
appointments-head-procuratorate = procuratorate
appointments-head-committee = standing committee

# used: appointments-vote-*
appointments-vote-fail = failed
appointments-vote-pass = passed

# used: appointments-rule-*
appointments-rule-none = no rule
appointments-rule-two-total = twice in all: no third proposal
appointments-rule-two-in-a-row = twice in a row: no third proposal

# used: appointments-post-*
appointments-post-deputy = deputy
appointments-post-committee-member = member of the standing committee
appointments-post-government = post of government
appointments-post-supervision = post of the supervision commission
appointments-post-judge = post of the court
appointments-post-procurator = post of the procuratorate
appointments-post-township-chair = chair or vice chair of a township congress
appointments-post-election-committee-member = member of the election committee
appointments-post-candidate = candidate
appointments-post-candidate-relative = near relative of a candidate
appointments-post-teller = teller

appointments-step-office = { $level } level: { $office }.
appointments-step-elected = { $office }: elected by the own congress.
appointments-step-procurator-general = The procurator-general is elected by the own congress and approved by the next higher standing committee on the higher procurator-general's proposal.
appointments-step-vice-head = In recess the standing committee may decide on single vice heads. The law names no nominator; usually the head of government.
appointments-step-government-member = On the nomination of the head of government, the standing committee decides on the heads of departments.
appointments-step-supervision = On the proposal of the director, the standing committee appoints and removes vice directors and members.
appointments-step-judge = On the proposal of the president, the standing committee appoints and removes vice presidents and judges.
appointments-step-procurator = On the proposal of the procurator-general, the standing committee appoints and removes vice procurators-general and procurators.
appointments-step-special-committee = In recess, on the proposal of the chairpersons, the standing committee appoints single vice chairs and members; they must be deputies.
appointments-step-credentials = Its members are proposed by the chairpersons from among the members of the standing committee, which passes them.
appointments-step-election-committee = Appointed and led by the county standing committee, for townships too.
appointments-step-work-organ = Proposed by the chairpersons, appointed by the standing committee, as the local method says.
appointments-step-majority = The { $body } decides by more than half of all members.
appointments-step-approval = Approved by the { $by }.
appointments-step-filing = Filed with the { $with }.
appointments-step-oath = The oath is organised by: { $by }.
appointments-step-oath-after = The oath is taken after the approval.
appointments-step-acting-chair = When the chair is ill or missing, the standing committee chooses an acting chair from among the vice chairs until the chair recovers or a new one is elected.
appointments-step-acting = When the head of the { $organ } is missing, the standing committee, on the chairpersons' proposal, decides on one of the vice heads.
appointments-step-vice-first = Somebody who is no vice head is first made one (as other provinces do).
appointments-step-acting-procurator = An acting procurator-general is filed with the higher procuratorate and standing committee.
appointments-step-failed = Failed { $failed } times in this term, the last { $row } in a row.
appointments-step-failed-rule = The rule applied: { $rule }.
appointments-step-no-rule = No law of the state says. Look up the local method and choose its rule.
appointments-step-committee-posts = { $one } must not hold { $other }; whoever does leaves the standing committee.
appointments-step-chair-posts = { $one } must not hold { $other }; whoever does resigns as chair.
appointments-step-committee-candidate = { $one } who is { $other } must leave the election committee.
appointments-step-teller = { $other } must not be { $one }.
appointments-step-no-conflict = The law keeps none of these apart.

appointments-reason-route = { $office }: { $verb } by the { $body }; proposed by: { $nominator }.
appointments-reason-acting = May be decided on at once.
appointments-reason-acting-vice-first = First made a vice head, then acting.
appointments-reason-acting-chair = May be chosen as acting chair.
appointments-reason-no-acting-chair = Not possible: the acting chair comes from the vice chairs alone.
appointments-reason-may-propose = May be proposed again.
appointments-reason-may-propose-for = May be proposed again as { $office }.
appointments-reason-may-not-propose = Not proposed again in this term.
appointments-reason-may-not-propose-for = Not proposed again as { $office } in this term.
appointments-reason-compatible = They go together.
appointments-reason-conflict = They do not go together: { $one } and { $other }.
appointments-reason-leave-committee = Must leave the election committee.

appointments-refused-level = This level has no such office: townships have only their chairs and heads. Choose another level or office.

# used: appointments-kind-*
appointments-kind-appoint = appointment
appointments-kind-remove = removal
appointments-kind-acting = acting
appointments-kind-resign = resignation accepted
appointments-kind-approve = appointment approved

# used: appointments-document-*
appointments-document-proposal = signed proposal
appointments-document-form = approval form of cadres
appointments-document-background = background report
appointments-document-resume = curriculum vitae
appointments-document-reasons = reasons
appointments-document-notice = result of the public notice
appointments-document-resignation = letter of resignation
appointments-document-founding = document founding the organ
appointments-document-election = report on the election
appointments-document-other = other

# used: appointments-speech-*
appointments-speech-statement = statement
appointments-speech-question = question
appointments-speech-answer = answer

# used: appointments-oath-form-*
appointments-oath-form-alone = alone
appointments-oath-form-together = together

# used: appointments-how-*
appointments-how-elected = elected
appointments-how-appointed = appointed
appointments-how-acting = acting
appointments-how-registered = registered as holding

# used: appointments-fit-*
appointments-fit-fits = fits
appointments-fit-doubt = to be looked at
appointments-fit-bars = does not fit

# used: appointments-stage-*
appointments-stage-open = under way
appointments-stage-drafted = draft
appointments-stage-submitted = submitted
appointments-stage-examined = examined
appointments-stage-listed = on the agenda
appointments-stage-adopted = adopted
appointments-stage-refused = refused
appointments-stage-announced = announced
appointments-stage-lettered = letter given
appointments-stage-sworn = sworn in
appointments-stage-filed = filed
appointments-stage-withdrawn = withdrawn

appointments-step-resign = In recess one resigns to the standing committee, which decides whether to accept and reports it to the congress.
appointments-step-resign-procurator = The resignation of a procurator-general is approved by the standing committee above, on the proposal of the procurator-general there.
appointments-step-approve-below = The procurator-general whom the congress below elected is approved by this standing committee, on the proposal of the procurator-general of this level.
appointments-reason-resign = The standing committee decides whether to accept the resignation: { $office }.
appointments-reason-approve = The standing committee decides whether to approve the appointment.

appointments-check-proposer = Proposed by: { $by }, as the rule has it.
appointments-check-proposer-instead = To be proposed by “{ $need }”, now by “{ $by }”: only where the head is missing does the chairpersons’ meeting propose. Please look.
appointments-check-proposer-wrong = To be proposed by “{ $need }”, now by “{ $by }”. Send it back to be proposed anew.
appointments-check-no-meeting = The day of the meeting is not fixed; a proposal is handed in { $days } days before it.
appointments-check-deadline = Handed in on { $day }, not later than { $days } days before the meeting ({ $last }).
appointments-check-late = Handed in on { $day }, later than { $days } days before the meeting ({ $last }). The chairpersons’ meeting decides whether it is put on this agenda.
appointments-check-document = There is: { $document }.
appointments-check-document-file = There is, as a file: { $document }.
appointments-check-document-missing = Missing: { $document }. Add it before the examination.
appointments-check-holds-already = The person holds this office; there is nothing to appoint.
appointments-check-not-held = The person does not hold this office now.
appointments-check-no-quota = The number of places of this office is not fixed.
appointments-check-quota = { $quota } places, { $held } held: one is vacant.
appointments-check-full = { $quota } places, { $held } held: none is vacant. See whether somebody is removed at the same meeting.
appointments-check-failed = Failed { $failed } times in this term; the rule: { $rule }.
appointments-check-failed-often = Failed { $failed } times in this term; by the rule “{ $rule }” not to be proposed for the same office again in it.
appointments-check-no-exam = There is no result of the law examination yet.
appointments-check-exam = Law examination of { $day }: { $score }, the pass mark is { $mark }.
appointments-check-exam-failed = Law examination of { $day }: { $score }, below the pass mark of { $mark }.
appointments-check-holds = The person holds this office.
appointments-check-does-not-hold = The person does not hold this office: there is nothing to leave. Check name and office, or enter the holder first.
appointments-check-spoke = The person has spoken before the committee.
appointments-check-not-spoken = No statement is written down yet.

appointments-refused-no-committee = A township has no standing committee: its congress elects, recalls and accepts resignations.
appointments-refused-elected = This office is filled by an election of the congress, not by the committee. Hold the election, then enter the holder.
appointments-refused-no-head = Only heads of organs are acted for. Choose another office or matter.
appointments-refused-no-approval = Only the procurator-general of the level below is approved, by committees of cities and above.
appointments-refused-handed-in = It was handed in and can no longer be changed. Withdraw it and draft it anew.
appointments-refused-not-handed-in = Only what is handed in and not examined can be examined.
appointments-refused-barred = { $bars } checks are not met. Put right what they say, then examine it.
appointments-refused-not-examined = It was not examined yet and cannot go on an agenda.
appointments-refused-not-listed = It is on no agenda yet and cannot be voted on.
appointments-refused-not-adopted = Only what was adopted and is not announced yet can be announced.
appointments-refused-not-announced = It is not announced yet. Announce it first.
appointments-refused-over = It was voted on or withdrawn; nothing can be added.
appointments-refused-done = This step was taken already.
appointments-refused-no-letter = No letter of appointment is given for this.
appointments-refused-no-oath = No oath is taken for this.
appointments-refused-oath-first = Here the oath comes before the letter. Enter the oath first.
appointments-refused-letter-first = Here the letter comes before the oath. Enter the letter first.
appointments-refused-more-marks = { $marks } votes for, against and abstaining are more than the { $present } present. Check the figures.
appointments-refused-no-quorum = Too few came: { $need } must be present, else there is no meeting and no vote.
appointments-refused-early = It cannot be announced before the vote.
appointments-refused-ahead = The meeting is on { $day }: the vote is entered on that day or later.
appointments-refused-changed = Somebody changed it after you opened the page. Look at what stands now, then do it again.
appointments-refused-left = The last day is entered already.

appointments-wrong-day = Give a day between 1900 and 2100.
appointments-wrong-later = Not later than today.
appointments-wrong-before-vote = Not before the day of the vote.
appointments-wrong-proposer = This proposer does not propose for this office. See “the way”, and choose again.
appointments-wrong-seat = There is no such office, or it was done away with. Set it up under “offices and vacancies”.
appointments-wrong-appointee = This level knows no such person. Choose again, or give a name.
appointments-wrong-who = Choose a person who is known, or give a name: one of the two.
appointments-wrong-person = The roster has no such person.
appointments-wrong-no-document = Enter the documents first, then hand it in.
appointments-wrong-no-file = Choose a file.
appointments-wrong-score = A mark is between 0 and 100.
appointments-wrong-exam-day = There is a mark of that day already.
appointments-wrong-number = Give a number not greater than { $most }.
appointments-wrong-round = No announced decision of the committee at this meeting has this person in that round. Check the name, or give the figures.
appointments-wrong-led = Where many swear together, say who led.
appointments-wrong-setting = Out of range: days 0 to 60, pass mark 1 to 100, sittings 1 to 5.
appointments-wrong-vice = Vice heads are marked among offices of the government, the supervision commission, court and procuratorate alone.
appointments-wrong-quota = Between 1 and 500 places.
appointments-wrong-ordinal = Between 0 and 9999.
appointments-wrong-name-taken = There is an office of that name.
appointments-wrong-office-kept = What the law calls an office cannot be changed. Close it and set up another.
appointments-wrong-holds = This person holds the office already.
appointments-wrong-until = Not before the first day.

appointments-sheet-hint-how = elected, appointed, acting; left empty: registered
appointments-sheet-office = There is no such office. Set it up, or check the name.
appointments-sheet-long = Not empty, at most { $most } characters.
appointments-sheet-day = Write a day as 2026-03-01.
appointments-sheet-how = Write elected, appointed or acting, or leave it empty.
appointments-sheet-twice = This person holds the office already, or stands twice in the table.

appointments-title = Appointments
appointments-register = Register of appointments
appointments-back = Back to appointments
appointments-back-offices = Back to offices and vacancies
appointments-back-office = Back to the office
appointments-none-title = No proposals
appointments-none-text = Proposals that match stand here. The office begins one when its documents come in; or change what is asked for above.
appointments-named = { $kind }: { $person } ({ $office })
appointments-number = No. { $n } of { $year }
appointments-figures = { $members } members, { $present } present: { $yes } for, { $no } against, { $abstain } abstaining
appointments-sworn = { $form }, at { $place }
appointments-what = What is proposed
appointments-next = What comes next
appointments-next-none = There is nothing for you to do now.
appointments-again = Propose again
appointments-other = Another proposal of this person
appointments-checks = Checks
appointments-working = How the vote came out
appointments-way = The way
appointments-came = Documents and words
appointments-documents-none = No documents are entered yet.
appointments-documents-former = Former versions
appointments-size = { $kilobytes } kB
appointments-taken-paper = On paper, without names, by { $method }
appointments-taken-hall = Electronically in the hall, without names, by { $method }; permitted by { $by }, { $article }
# used: appointments-round-*
appointments-round-paper = on paper
appointments-round-hall = electronic
appointments-exams = Law examination
appointments-scored = { $score } of 100
appointments-speeches = Statement and questions

appointments-field-kind = Matter
appointments-field-person = Person
appointments-field-seat = Office
appointments-field-proposer = Proposer
appointments-field-stage = Stage
appointments-field-meets = Day of the meeting
appointments-field-decided = Day of the vote
appointments-field-notice = Announcement
appointments-field-letter = Letter of appointment
appointments-field-appointee = Somebody known
appointments-field-name = Name of somebody new
appointments-field-post = Present post
appointments-field-born = Birthday
appointments-field-reason = Reasons
appointments-field-submitted = Handed in
appointments-field-meeting = Meeting
appointments-field-vote = Vote
appointments-field-oath = Oath
appointments-field-filing = Filing
appointments-field-withdrawn = Withdrawn
appointments-field-round = Round of ballots
appointments-field-taken = How it was voted
appointments-field-members = Members in all
appointments-field-present = Present
appointments-field-yes = For
appointments-field-no = Against
appointments-field-abstain = Abstaining
appointments-field-announced = Day of the announcement
appointments-field-letter-day = Day of the letter
appointments-field-signed = Signed by
appointments-field-oath-day = Day of the oath
appointments-field-oath-form = Form of the oath
appointments-field-oath-place = Place of the oath
appointments-field-led = Led by
appointments-field-witness = Witnessed by
appointments-field-filing-day = Day of filing
appointments-field-filing-with = Filed with, and number
appointments-field-document = Kind of document
appointments-field-document-title = Title of the document
appointments-field-mark = Number of the document
appointments-field-document-day = Day of the document
appointments-field-file = File
appointments-field-document-of = Of which document
appointments-field-exam-day = Day of the examination
appointments-field-score = Mark out of 100
appointments-field-speech = Kind of words
appointments-field-who = Speaker
appointments-field-words = Gist
appointments-field-withdrawal = Why it is withdrawn
appointments-field-office = What the law calls it
appointments-field-quota = Places
appointments-field-holders = Held by
appointments-field-since = Since
appointments-field-until = Last day
appointments-field-ends = Ends with the term
appointments-field-acting = Acting
appointments-field-offices = Offices kept
appointments-field-months = Ends within
appointments-field-vacancy = Vacancy
appointments-field-how = How it came to be
appointments-field-note = Document it rests on
appointments-field-seat-name = Name of the office
appointments-field-ordinal = Place in lists
appointments-field-by-term = Ends with the term of the congress
appointments-field-vice = Vice head of the organ: may act while the head is missing
appointments-field-closed = Done away with on
appointments-field-congress = Congress
appointments-field-deadline = Days before the meeting
appointments-field-failed = After a failure
appointments-field-pass-mark = Pass mark of the law examination
appointments-field-tries = How often it may be sat
appointments-field-examined = Offices with a law examination
appointments-field-speaking = Offices with a statement before the vote
appointments-field-oath-first = The oath comes before the letter
appointments-field-basis = Local rule it rests on
appointments-field-needs-appoint = Documents an appointment needs
appointments-field-needs-remove = Documents a removal needs
appointments-field-needs-acting = Documents needed for somebody to act
appointments-field-needs-resign = Documents a resignation needs
appointments-field-needs-approve = Documents an approval needs

appointments-hint-appointee = People who held or were proposed for an office here
appointments-hint-name = Where the list has no such person
appointments-hint-proposer = It follows from the office: a head of government proposes heads of bureaus; the chairpersons’ meeting where the head is missing
appointments-hint-meeting = For instance: 30th meeting of the 18th standing committee
appointments-hint-round = Where it was voted here, on paper or electronically, and announced, choose the round and leave the figures empty. Of several people voted one by one each has the figures beside the own name
appointments-hint-file = PDF, OFD, Word, Excel or a picture; only who may see this proposal can fetch it
appointments-hint-signed = The chair of the standing committee
appointments-hint-led = Where many swear together
appointments-hint-filing = For instance: the government above, No. 3 of 2026
appointments-hint-seat-name = As it is called there: head of the county bureau of education
appointments-hint-office = It decides who proposes and who votes
appointments-hint-quota = Left empty where it is not fixed
appointments-hint-deadline = 7 or 10 days, as the place has it
appointments-hint-oath-first = Provinces give the letter first, some counties take the oath first

appointments-new-title = New proposal
appointments-new-lead = Choose matter and office, then the person. What the congress elects is not done here.
appointments-new-no-offices = No office is set up yet.
appointments-new-button = Save the draft

appointments-submission-lead = Hand it in once its documents are entered. Proposer and reasons then stay as they are.
appointments-files-lead = What it replaces is kept and can still be fetched.
appointments-examination-lead = Go through the checks below. What does not fit has to be put right; what is to be looked at is yours to judge.
appointments-vote-lead = Whether it passes is reckoned: more than half of all members.
appointments-announcement-lead = All that one meeting adopted stands in one announcement. It takes effect from the day of the vote.
appointments-do-submission = Hand it in
appointments-do-examination = Pass the examination
appointments-do-vote = Record the vote
appointments-do-agenda = Put it on an agenda
appointments-do-announcement = Announce it
appointments-do-letter = Give the letter of appointment
appointments-do-oath = Enter the oath
appointments-do-filing = Enter the filing
appointments-do-documents = Enter a document
appointments-do-files = Send or replace a file
appointments-do-exams = Enter a mark
appointments-do-speeches = Write down a statement or question
appointments-do-revision = Change the draft
appointments-do-withdrawal = Withdraw it
appointments-do-holder = Enter a holder
appointments-do-office = Change the office

appointments-flash-drafted = The draft is saved. Now enter its documents.
appointments-flash-revised = It is changed.
appointments-flash-submitted = It is handed in.
appointments-flash-examined = It passed the examination.
appointments-flash-document = The document is entered.
appointments-flash-file = The file is kept.
appointments-flash-exam = The mark is entered.
appointments-flash-speech = It is written down.
appointments-flash-listed = It is on the agenda.
appointments-flash-voted = The vote is recorded.
appointments-flash-announced = It is announced.
appointments-flash-lettered = The letter is entered.
appointments-flash-sworn = The oath is entered.
appointments-flash-filed = The filing is entered.
appointments-flash-withdrawn = It is withdrawn.
appointments-flash-office = The office is saved.
appointments-flash-holder = The holder is entered.
appointments-flash-left = The last day is entered.
appointments-flash-rule = The local rule is saved.

appointments-offices-title = Offices and vacancies
appointments-offices-none-title = No offices yet
appointments-offices-none-text = Set up the offices this congress elects and its committee appoints, then enter or import who holds them.
appointments-vacancies-title = Vacancies and terms
appointments-vacancies-lead = Offices kept by this congress and those below: what is vacant, who acts, which terms end. Open a congress to see which offices, and since when.
appointments-vacancies-sum = { $congresses } congresses, of which { $kept } keep { $offices } offices: { $vacant } vacant, { $acting } acting; { $ending } with a term that is over or ends within { $months } months.
appointments-vacant-title = Vacancies and ends of term: { $congress }
appointments-vacant-lead = Offices that are vacant, in which somebody acts, or that end with the term within { $months } months.
appointments-vacant-none-title = Nothing is vacant, and no term ends
appointments-vacant-none-text = Every office that is kept here is held, and no term ends soon. Where none is kept, enter the offices first.
appointments-back-vacancies = Back to vacancies and terms
appointments-months = { $months } months
appointments-acts = { $name } (acting since { $since }, { $days } days)
appointments-office-new-title = Set up an office
appointments-office-new-lead = Use the name the place uses; what the law calls it decides the way.
appointments-office-new-button = Set up
appointments-vacant = { $n } vacant
appointments-vacant-since = { $n } vacant (since { $since })
appointments-vacant-all = { $n } places are vacant.
appointments-closed-on = closed ({ $day })
appointments-acting = { $name } (acting)
appointments-held = Who holds it and held it
appointments-held-none = Nobody is entered yet.
appointments-holder-lead = Whoever was elected, or held it before all this was kept, is entered here; what the committee decides enters itself when announced.
appointments-until-now = still held
appointments-leave-of = { $name } leaves
appointments-leave-lead = Leaving without a proposal is entered here: a death, the end of a term, another election.
appointments-leave-button = Enter the last day
appointments-import-title = Import present holders
appointments-record-of = Posts of { $name }
appointments-posts = Posts
appointments-posts-none = No posts are entered yet.
appointments-proposals = Proposals
appointments-proposals-none = No proposals were handed in yet.
appointments-rule-title = Local rule of appointments
appointments-rule-lead = The laws of the state fix powers, proposers and majorities; the rest is local. Where there is no rule, what is usual stands here.
appointments-needs = Documents that come with a proposal
appointments-needs-lead = Where one that is ticked is missing the examination is not passed. The proposal rests on the Organic Law of local congresses, the others differ from place to place; set is what provinces ask for that published it.
appointments-rule-button = Save

appointments-announcements-title = Appointments announced
appointments-announcements-none-title = Nothing announced yet
appointments-announcements-none-text = Whoever the standing committee appoints stands here once announced. Come again later.

# used: appointments-paper-line-*
appointments-paper-title = Announcement of the standing committee of { $congress }
appointments-paper-signer = Standing committee of { $congress }
appointments-paper-opening = { $meeting } decided on { $day }:
appointments-paper-line-appoint-appoint = { $person } is appointed: { $office }.
appointments-paper-line-appoint-decide = It is decided that { $person } is appointed: { $office }.
appointments-paper-line-remove-appoint = { $person } is removed: { $office }.
appointments-paper-line-remove-decide = It is decided that { $person } is removed: { $office }.
appointments-paper-line-acting-decide = { $person } acts as { $office }.
appointments-paper-line-acting-elect = The committee chose { $person } to act as { $office }.
appointments-paper-line-resign-decide = The resignation of { $person } is accepted: { $office }.
appointments-paper-line-approve-decide = The appointment of { $person } is approved: { $office }.
appointments-paper-now = It is hereby announced.
appointments-paper-announcement = Announcement
appointments-paper-letter-title = Letter of appointment
appointments-paper-letter = By the decision of the standing committee of { $congress } of { $day }, { $person } is appointed: { $office }.
appointments-paper-signed = Chair: { $name }

appointments-ensure-number = Letters of appointment have numbers the register has given
appointments-ensure-notice = Announcements have numbers the register has given
appointments-ensure-effect = Every announced appointment has its holding
appointments-ensure-announced = Whatever is announced has the number of its announcement
appointments-ensure-order = Nobody leaves before having come
appointments-ensure-version = A document that was replaced has a later version
appointments-ensure-place = Office, person and kind of a proposal belong to one congress
