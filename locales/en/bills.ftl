# Bills
bills-refused-not-now = This bill { $stage ->
    [draft] is still a draft
    [submitted] was handed in and waits to be checked
    [returned] was returned to be corrected
    [numbered] has its number and waits for the committee
    [reviewed] waits for the presidium
    [agenda] is on the agenda
    [referred] is with a committee
    [closed] has come to its end
   *[withdrawn] was withdrawn
}: this cannot be done now. Reload the page and go on from where it stands.
bills-refused-not-lead = Only the lead deputy may do this; of an organ’s bill, the office enters it.
bills-refused-reworded = The bill was changed after you opened it. Please read what it says now before you take this step.
bills-refused-opinion-newer = A newer opinion was entered after you opened the page; it stands above. What you typed is kept: compare the two and send it again.
bills-refused-not-asked = You were not asked to sign this bill. If you wish to, speak to the lead deputy.
bills-refused-in-person = A deputy drafts, signs and hands in a bill here in person, with the own account. A signed sheet is entered by the office of the congress.
bills-refused-incomplete = The bill is not complete: it needs a title, grounds and a proposal. Add what is missing and hand it in again.
bills-refused-nobody-asked = Choose deputies to ask first; those asked already need not be chosen again.
bills-refused-lead-asked = The lead deputy signs by handing the bill in and need not be asked.
bills-refused-received-later = That moment has not come yet; check when it was received.
bills-refused-signatures-denied = Some of those named say that they did not sign, and too few are left for a bill (Organic Law, art. 22): it can only be treated as a suggestion.
bills-refused-too-many-files = A bill has at most { $most } files; take away what is not needed first.
bills-refused-no-file = There is no such file; it may have been taken away. Reload the page.
bills-refused-too-few-signers = Too few deputies have signed: { $has }, and at least { $need } must (Organic Law, art. 22). Ask more deputies, or put it as a suggestion.
bills-refused-no-congress = There is no congress on this level to put a bill to.
bills-refused-not-sitting = Bills are put while the congress sits. It does not sit now: draft it and gather signatures, and hand it in during the session; what is urgent can be put as a suggestion.
bills-refused-too-late = The deadline is over and this session takes no more bills. Put it as a suggestion instead.
bills-refused-no-such-organ = A township’s congress has neither a standing committee nor special committees; choose another organ.
bills-refused-delegations-may-not = The terms of this session let no delegation put a bill. Let deputies sign it, or have the head of the office change the terms first.
bills-refused-unknown-disposal = Choose from the list; name a committee only where it is referred to one.
bills-refused-referred-to-nobody = Name the committee to which it is referred.
bills-refused-no-committee = A township’s congress has no committee to refer a bill to; choose the agenda, not listed, or a suggestion.
bills-refused-organ-is-heard = A bill of an organ is put before the congress by the presidium (Organic Law, art. 22); choose the agenda.
bills-refused-nobody-signed = No deputy signed this bill, so as a suggestion nobody could be answered; choose otherwise.
bills-refused-only-suggestion = This bill came after the deadline and can only be treated as a suggestion.
bills-refused-reason-needed = The presidium departs from the opinion, or there is none: give its reason.
bills-refused-report-day-past = The day to report must lie after today; enter another.
bills-refused-withdrawal-waits = Those who put it ask to withdraw it: enter first whether the presidium agrees.
bills-refused-consulted-before = Those who signed were asked already.
bills-refused-consult-day-unfit = The last day to answer is today at the earliest and within { $most } days.
bills-refused-not-consulted = You were not asked about this bill.
bills-refused-consult-over = The time to answer is over. Please tell the office what you have to say.
bills-refused-said-already = You have said so already. To change it, choose the other answer.
bills-refused-consult-runs = Those who signed are being asked: somebody has not answered, and the day has not passed. It can become a suggestion once all have, or once the day is over.
bills-refused-consult-first = The terms of this session want those who signed to be asked before a bill becomes a suggestion. Ask them from the page of the bill first.
bills-refused-votes-unfit = Votes for and against and abstentions together cannot be more than the deputies, and there is at least one deputy; check the numbers.
bills-refused-no-deputy = Your account belongs to no deputy, so this is not for you to do. Ask the office of the congress.
bills-refused-not-deputies = { $count } of them are no deputies in office of this congress. Choose again.
bills-refused-no-session = No session of this congress is entered yet; enter it in the roster first.
bills-wrong-pattern = The pattern must hold exactly one { "{" }n{ "}" }, as in “Bill { "{" }n{ "}" }”
bills-wrong-months = Enter a whole number from 1 to { $most }
bills-wrong-consult-days = Enter a whole number from 0 to { $most }
bills-field-title = Title
bills-field-grounds = Grounds
bills-field-proposal = Proposal
bills-field-publish = May be published
bills-field-not-public-because = Why not
bills-field-deadline = Deadline for bills of deputies
bills-field-late = Bills after the deadline
bills-field-delegations = Delegations may put bills
bills-field-report-months = Months to report between sessions
bills-field-consult-first = Those who signed must be asked before a bill becomes a suggestion
bills-field-consult-days = Days in which they answer
bills-field-until = Last day to answer
bills-field-voice = May it be treated as a suggestion?
bills-field-objection = Why not
bills-field-pattern = Pattern of numbers
bills-field-basis = Document
bills-refused-not-a-deputy = Only deputies in office lead a bill. If you are one, ask the office of the congress to check the roster.
bills-refused-not-the-office = Bills of organs, and bills of deputies on paper, are entered by the office of the congress; ask there.
bills-refused-not-offered = This step is not yours now; go back to the bill to see whose it is.
bills-wrong-nobody-ticked = Tick the deputies to ask first
bills-wrong-one-name = One lead deputy alone
bills-wrong-names-unknown = No deputy in office here: { $names }. Check the names by the roster.
bills-wrong-names-several = More than one deputy is called { $names }. Add the delegation in brackets after the name.
bills-wrong-too-many = At most { $most }
bills-wrong-no-file = Choose a file first
bills-wrong-moment = Write day and time, such as 2026-03-10 17:00
bills-field-number = Number
bills-field-filer = Put by
bills-field-congress = Congress
bills-field-organ = Organ
bills-field-organ-name = Name of the organ
bills-field-received = Received
bills-field-lead = Lead deputy
bills-field-signers = Signers
bills-field-scan = Scan of the signed sheet
bills-field-kind = What the file is
bills-field-file = Choose files
bills-field-stage = Stage
bills-field-ending = End
bills-field-session = Session
bills-field-filed = Handed in
bills-field-by = Committee
bills-field-disposal = What becomes of it
bills-field-to = Who takes it up
bills-field-report-by = Report by
bills-field-due = Committee’s report
bills-due-overdue = Overdue
bills-field-reason = Reason
bills-field-consent = The presidium
bills-field-yes = Votes for
bills-field-no = Votes against
bills-field-abstain = Abstentions
bills-field-all = All deputies
bills-field-signature = Lead deputy’s signature
bills-column-delegation = Delegation
bills-column-signers = Signers
bills-column-late = Late
bills-column-overdue = Report overdue
bills-column-committee = Committee
bills-column-opinion = Opinion
bills-column-reason = Reason of the opinion
bills-column-decision = Presidium’s decision
bills-column-decision-reason = Reason of the decision
bills-hint-title = One matter, at most 60 characters
bills-hint-grounds = What it rests on: the situation, the problem, law and policy
bills-hint-proposal = What the congress is to decide: measures and demands
bills-hint-publish = If it is treated as a suggestion, this choice stays
bills-hint-organ-name = As it signs, such as “County People’s Government”
bills-hint-received = As the office noted it: deadline and session are those of this moment
bills-hint-lead = The name as it stands on the sheet
bills-hint-signers = The names as they stand on the sheet, a comma or a new line between them, without the lead deputy; where two bear one name, add the delegation in brackets
bills-hint-scan = Now, or on the page of the bill later; PDF or photographs, { $most } MB each at most
bills-hint-file = Documents, tables or pictures, { $most } MB each at most. After another draft text, those who signed here are asked again
bills-hint-to = Where it is referred: “Standing Committee”, “Legislative Affairs Committee”
bills-hint-report-by = Where it is referred; left empty, the months of the session’s terms count
bills-hint-reason = May be left empty where the opinion is followed or it goes on the agenda; otherwise say why
bills-hint-review-reason = It stands in the report to the presidium, and those who put it read it
bills-hint-consent = Where the presidium does not agree, say why
bills-hint-all = Usually the deputies in office; more than half of them adopt it
bills-hint-deadline = Set by the presidium; left empty, until the session closes
bills-hint-delegations = The Organic Law does not let local delegations put bills: tick only where your rules of procedure do
bills-hint-report-months = Counted where the presidium names no day
bills-hint-consult-first = No law asks for it; some places ask the deputies first. Without the tick they can still be asked at any time
bills-hint-consult-days = Counted where no day is named; 0 means the same day
bills-hint-until = Whoever is silent by then holds nothing up; empty: as the terms of the session say
bills-hint-objection = If you do not agree, you may say why; the presidium reads it
bills-hint-pattern = { "{" }n{ "}" } is the number, { "{" }year{ "}" } the year, as in “Bill { "{" }n{ "}" }”
bills-hint-basis = Which document, such as “first meeting of the presidium”
bills-own-title = My bills
bills-own-under = A bill has a title, grounds and a proposal, is signed by as many deputies as the law asks, and is handed in while the congress sits.
bills-new-title = Draft a bill
bills-new-lead = Write the three parts, then ask deputies to sign. When enough have signed, hand it in during the session. After a change, those who signed are asked again.
bills-edit-title = Change the bill
bills-save = Save
bills-save-and-ask = Save and ask deputies
bills-back = Back to the bill
bills-back-to-list = Back to the bills
bills-untitled = (no title yet)
bills-to-sign = Waiting for your signature
bills-to-answer = May these become suggestions? Waiting for your answer
bills-answer-by = Answer by { $day }
bills-led-by = Led by { $name }
bills-mine = Those I lead
bills-signed = Those I signed
bills-none-title = No bills yet
bills-none-text = What the congress must decide can be put as a bill; what an organ should handle, as a suggestion.
bills-list-title = Bills
bills-list-none-title = No such bills
bills-list-none-text = Widen the filters, or wait until deputies hand some in.
bills-search = Words of the title
bills-late = Late
bills-what-now = What can be done now
bills-how-far = How far it has come
bills-signers = Signers
bills-signed-of = { $signed } have signed, the lead deputy counted; at least { $needed } must.
bills-signer-asked = Asked
bills-signer-confirmed = Signed
bills-signer-declined = Not signed
bills-publish-yes = May be published
bills-publish-no = Not to be published
bills-voices = What those who signed say to its becoming a suggestion
bills-voices-line = Those who signed were asked, until { $day }: { $agrees } agree, { $objects } object, { $silent } have not answered.
bills-consult-waits = { " " }It cannot become a suggestion before all have answered or the day is over.
bills-voice-because = Why { $name } objects:

# used: bills-voice-*
bills-voice-silent = no answer
bills-voice-agrees = agrees
bills-voice-objects = objects

bills-became = This bill is treated as a suggestion; everybody who signed stays with it.
bills-became-link = Open the suggestion
bills-on-paper = Deputies signed this bill on paper, and the office entered it. Whoever is named and did not sign may say so on this page until the presidium decides.
bills-no-scan = The scan of the signed sheet is not here yet; add it under “Files”.
bills-attachments = Files
bills-size-kb = { $size } KB
bills-do-attach = Add files
bills-do-detach = Remove
bills-detach-one = Remove { $name }

# used: bills-file-*
bills-file-draft = Draft text
bills-file-scan = Scan of the signed sheet
bills-file-other = Other file

bills-lead-and-others = { $name } and others, { $count } deputies
bills-committee = Committee for the review of bills
bills-sheet = Bill

# used: bills-stage-*
bills-stage-draft = Draft
bills-stage-submitted = To be checked
bills-stage-returned = Returned
bills-stage-numbered = To be reviewed
bills-stage-reviewed = To be decided
bills-stage-agenda = On the agenda
bills-stage-referred = With a committee
bills-stage-closed = Closed
bills-stage-withdrawn = Withdrawn

# used: bills-ending-*
bills-ending-adopted = Adopted
bills-ending-rejected = Not adopted
bills-ending-reported = Reported on
bills-ending-not-listed = Not listed
bills-ending-suggestion = Became a suggestion

# used: bills-disposal-*
bills-disposal-agenda = On the agenda of this session
bills-disposal-refer = Not on this agenda; referred to a committee
bills-disposal-refer-to = Referred to { $to }
bills-disposal-not-listed = Not on the agenda
bills-disposal-suggestion = Treated as a suggestion

# used: bills-organ-*
bills-organ-presidium = Presidium
bills-organ-standing-committee = Standing committee
bills-organ-special-committee = Special committee
bills-organ-government = Government
bills-organ-delegation = Delegation

# used: bills-late-*
bills-late-as-suggestion = Taken, marked late, and only as suggestions
bills-late-refused = Not taken

bills-do-submit = Hand it in
bills-do-ask = Ask deputies to sign
bills-do-edit = Change
bills-do-discard = Throw the draft away
bills-do-sign = Sign
bills-do-decline = Do not sign
bills-do-take-back = Take the signature back
bills-do-deny = I did not sign it
bills-do-retype = Mend what was typed
bills-do-withdraw-paper = Enter the deputies’ withdrawal
bills-do-withdraw = Withdraw the bill
bills-do-withdraw-organ = Enter the organ’s withdrawal
bills-do-number = Number
bills-do-return = Return
bills-do-review = Enter the opinion
bills-do-decide = Enter the presidium’s decision
bills-do-consult = Ask those who signed
bills-do-speak = Answer whether it may become a suggestion
bills-do-consent = Enter the presidium’s answer
bills-do-vote = Enter the vote
bills-do-report = Enter the report
bills-do-print = Print the bill

bills-flash-saved = Saved.
bills-flash-asked = Asked; each deputy signs in person.
bills-flash-signed = You have signed. Until it is handed in you can take that back.
bills-flash-declined = Noted that you do not sign.
bills-flash-submitted = Handed in; the office checks and numbers it.
bills-flash-discarded = The draft is gone.
bills-flash-received = Entered; give it its number.
bills-flash-attached = The file is added.
bills-flash-detached = The file is removed.
bills-flash-returned = Returned.
bills-flash-numbered = Numbered; hand it to the committee.
bills-flash-reviewed = The opinion is entered; the presidium decides.
bills-flash-consulted = Those who signed are asked and told.
bills-flash-spoken = Your answer is kept. You can change it until the day is over.
bills-flash-decided = The decision is entered; those who put it are told.
bills-flash-withdrawn = Your withdrawal is noted.
bills-flash-answered = The presidium’s answer is entered.
bills-flash-voted = The vote is entered.
bills-flash-reported = The report is entered.
bills-flash-terms = The terms of the session are saved.

bills-ask-title = Ask deputies to sign
bills-ask-lead = Each signs in person; choose among the deputies in office of this congress.
bills-asked-already = Asked already:
bills-search-deputy = Name, pinyin or initials
bills-no-deputy-title = No deputy found
bills-no-deputy-text = Try another name or initials; those asked already are not listed.
bills-choose-deputies = Choose deputies
bills-ask-button = Ask them

bills-discard-title = Throw this draft away
bills-discard-lead = Its words and signatures go and cannot be brought back.

bills-return-title = Return to be corrected
bills-return-lead = Say what is to be corrected. When it is handed in again, the first time counts.
bills-return-label = What to correct
bills-return-button = Return
bills-withdrawal-title = Withdraw the bill
bills-withdrawal-lead = Until the presidium decides it is withdrawn at once; from the agenda, before the vote, with the presidium’s consent (Organic Law, art. 22).
bills-withdrawal-label = Why
bills-withdrawal-button = Withdraw
bills-findings-title = Enter the report
bills-findings-lead = What the committee reports and the standing committee says; those who signed read it.
bills-findings-label = Report
bills-findings-button = Enter

bills-review-title = Enter the opinion
bills-review-lead = Only what the law allows is listed. Until the presidium decides, it can be entered anew.
bills-review-button = Enter the opinion
bills-decision-title = Enter the presidium’s decision
bills-decision-lead = Treated as a suggestion, it keeps every signer and goes to the list of suggestions to be checked.
bills-decision-button = Enter the decision
bills-consult-title = Ask those who signed
bills-consult-lead = Where a bill is to be treated as a suggestion, all who signed it ({ $signed }) are asked; each answers in person. The presidium takes note of the answers.
bills-consult-button = Ask them
bills-voice-title = May it be treated as a suggestion?
bills-voice-lead = A bill you signed is to be treated as a suggestion. Please answer by { $day }. If it becomes one, everybody who signed is answered.
bills-voice-button = Send the answer
bills-consent-title = The presidium on the withdrawal
bills-consent-lead = If it agrees, the congress considers the bill no further.
bills-consent-yes = Agrees
bills-consent-no = Does not agree
bills-consent-button = Enter
bills-vote-title = Enter the vote
bills-vote-lead = More than half of all deputies adopt it (Organic Law, art. 25); whether it is adopted follows from the votes.
bills-vote-button = Enter
bills-organ-title = Enter an organ’s bill
bills-organ-lead = Bills of the presidium, the standing committee, special committees and the government, from their letters (Organic Law, art. 22).
bills-organ-button = Enter
bills-paper-title = Enter a bill on paper
bills-paper-lead = A bill that deputies signed on paper, as it stands there. Signers and deadline count as for bills handed in here, and everybody named is told.
bills-paper-button = Enter the bill
bills-terms-title = Terms for bills
bills-terms-lead = The presidium sets the deadline; the rest follows the rules of procedure. Bills handed in stay in time or late as they were.
bills-terms-usual = This session has set no terms yet; the usual ones count.
bills-terms-button = Save
bills-terms-chief = To change them, ask the head of the office to do so on this page.

bills-said-returned = Returned:
bills-said-review = Opinion of { $by }: { $disposal }
bills-said-decision = The presidium decided: { $disposal }
bills-said-asked = Those who put it ask to withdraw it:
bills-said-withdrawn = Withdrawn because:
bills-said-vote = Vote of the congress: { $yes } for, of { $all } deputies
bills-said-vote-no = , { $votes } against
bills-said-vote-abstain = , { $votes } abstained
bills-said-report = Report:

bills-step-signed = Signed
bills-step-submitted = Handed in
bills-step-returned = Returned
bills-step-numbered = Numbered
bills-step-reviewed = Opinion
bills-step-consulted = Those who signed are asked
bills-step-decided = Presidium’s decision
bills-step-withdrawal-asked = Withdrawal asked
bills-step-voted = Vote
bills-step-reported = Report
bills-step-withdrawn = Withdrawn
bills-step-awaited = Awaited: { $step }
bills-step-by = by { $day }

bills-report-title = Report on bills
bills-report-to = To the presidium:
bills-report-counts = { $session }: { $all } bills came in, { $deputies } of deputies and { $organs } of organs; { $late } came late.
bills-report-disposal = { $disposal }: { $count }
bills-report-waiting = Without an opinion yet: { $count }
bills-report-withdrawn = Withdrawn after numbering: { $count }
bills-report-voices = of those who signed { $agrees } agree, { $objects } object, { $silent } have not answered

# What `lianluo doctor` ensures of the data.
bills-ensure-dense = numbers of bills of a session are dense: as many as the last
bills-ensure-lead = every lead deputy of a bill is a person of the roster
bills-ensure-session = every bill belongs to a session of its congress
bills-ensure-signer = nobody signs a bill beside leading it
bills-ensure-paper = every bill on paper has a lead deputy and the moment it was received
bills-ensure-file = every file of a bill is of a known kind and was added before it was taken away
bills-ensure-consult = only bills that deputies signed have been asked about
bills-ensure-suggestion = every bill treated as a suggestion has its suggestion
bills-refused-national = Bills to the National People’s Congress are put to its session and not handed in here; the standing committee of the province helps.
