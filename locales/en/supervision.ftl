# Supervision
supervision-title = Supervision
supervision-session = Term { $term }, { $name }
supervision-back = Back
supervision-back-to-keys = Back to key suggestions
supervision-see-suggestion = See the suggestion

# Why something cannot be done
supervision-refused-not-numbered = Only a numbered suggestion that was not withdrawn can be a key one. Please check the number.
supervision-refused-key-already = This suggestion is a key one already. Please open it from the list.
supervision-refused-key-over = The supervision of this suggestion is over; nothing more can be recorded. Please reload the page.
supervision-refused-too-many-steps = A plan holds at most { $most } steps. Please put similar ones together.
supervision-refused-no-such-step = The plan has no such step. Please reload the page and choose again.
supervision-refused-step-done = This step is recorded as done already; nothing is left to do.
supervision-refused-day-past = That day is past. Please enter today or a later day.
supervision-refused-day-ahead = That day is still to come. Please enter today or an earlier day.
supervision-refused-final-report-in = The final report is in; no further report is taken.
supervision-refused-final-report-missing = The final report is missing. Please record it first.
supervision-refused-steps-open = { $count } steps of the plan are open. Please record what came of them first.
supervision-wrong-number = No suggestion of this session has that number; please check it

# Fields
supervision-field-number = Number
supervision-field-title = Title
supervision-field-leader = Leader
supervision-field-committee = Committee
supervision-field-basis = Decision
supervision-field-unit = Lead unit
supervision-field-units = Responsible units
supervision-field-session = Session
supervision-field-marked = Set on
supervision-field-stage = Progress
supervision-field-plan = Plan
supervision-field-steps = Steps
supervision-field-done = Done
supervision-field-overdue = Overdue
supervision-field-what = What is to be done, and by whom
supervision-field-by = Last day
supervision-field-note = What came of it
supervision-field-day = Day
supervision-field-place = Place
supervision-field-people = Who took part
supervision-field-minutes = Minutes
supervision-field-kind = Kind of report
supervision-field-words = Report
supervision-field-policy = Title and reference number
supervision-field-issued = Issued on
supervision-field-result = Result
supervision-field-reason = Reason
supervision-hint-number = The whole number, or its digits alone: 12.
supervision-hint-basis = For instance: minutes of the 15th chairpersons' meeting.

# Key suggestions
supervision-keys-title = Key suggestions
supervision-keys-none-title = No key suggestions yet
supervision-keys-none-text = Once the chairpersons' meeting has set some, the office records them here.
supervision-key-title = Key suggestion
supervision-key-who = Who follows it
# used: supervision-key-*
supervision-key-running = Under supervision
supervision-key-concluded = Concluded
supervision-key-lifted = No longer a key suggestion
supervision-steps-of = { $done } of { $steps } steps done
supervision-overdue-steps = { $count } overdue
supervision-step-done-on = Done on { $day }
supervision-units-none = Not assigned yet
# used: supervision-role-*
supervision-role-sole = sole
supervision-role-lead = lead
supervision-role-co = co-handling
supervision-role-separate = separate
supervision-plan-none = No plan yet. Please add the first step.
supervision-visits = Visits on the spot
supervision-visits-none = None recorded yet.
supervision-reports = Reports
supervision-reports-none = None yet.
supervision-policies = Documents that came of it
supervision-policies-none = None recorded yet.

supervision-mark-title = Set a key suggestion
supervision-mark-lead = The chairpersons' meeting decides. Lead deputy, co-signers and units are told.
supervision-mark-button = Set as key suggestion
supervision-flash-marked = It is a key suggestion now; deputies and units were told.
supervision-plan-title = Add a step
supervision-plan-lead = Say what is to be done, by whom and until when. Overdue steps are marked in the list.
supervision-plan-button = Add to the plan
supervision-flash-planned = The step was added.
supervision-finish-title = Record as done
supervision-finish-lead = Say what came of this step. Done after its last day, it stays marked as late.
supervision-finish-button = Record as done
supervision-flash-finished = Recorded as done.
supervision-visit-title = Record a visit
supervision-visit-lead = When the leader or the committee went to see, record day, place, people and minutes. It cannot be changed afterwards.
supervision-visit-button = Record
supervision-flash-visited = The visit was recorded.
supervision-report-title = Record a report
supervision-report-lead = The final report is recorded once; no other is taken after it.
# used: supervision-report-*
supervision-report-interim = Interim report
supervision-report-final = Final report
supervision-report-button = Record
supervision-flash-reported = The report was recorded.
supervision-policy-title = Record a document
supervision-policy-lead = Documents issued and measures taken because of this suggestion, one by one.
supervision-policy-button = Record
supervision-flash-policy = The document was recorded.
supervision-conclude-title = Conclude
supervision-conclude-lead = With every step done and the final report in, it can be concluded. Deputies and units are told of the result.
supervision-conclude-button = Conclude
supervision-flash-concluded = Concluded; deputies and units were told.
supervision-lift-title = No longer a key suggestion
supervision-lift-lead = When the chairpersons' meeting decides otherwise, say why. What was recorded stays; the suggestion is handled as before.
supervision-lift-button = No longer a key suggestion
supervision-flash-lifted = It is no longer a key suggestion.

# Urging letters
supervision-letters-title = Urging letters
supervision-back-to-letters = Back to urging letters
supervision-letters-none-title = No urging letters
supervision-letters-none-text = When a unit is overdue or handles a suggestion badly, the office writes to it; the letters stand here.
supervision-bulk-title = Urge what is overdue
supervision-bulk-hint = Tick several, and each unit gets a letter with a number of its own.
supervision-only-overdue = Only those not answered in time
supervision-overdue = Not answered in time
supervision-letter-series = 督办
supervision-letter-new-title = Send an urging letter
supervision-letter-new-lead = Say what is wrong, what is demanded and until when. The unit is told, and the deputies learn that it was urged.
supervision-letter-button = Send
supervision-flash-letter = The letter was sent.
supervision-parts-none-title = Nothing to urge
supervision-parts-none-text = Nothing is overdue, or every unit has a letter it still owes an answer to. For one suggestion, start from the register or from its page.
supervision-letter-says = The letter
supervision-letter-paper = Urging letter
supervision-letter-to = To { $unit }:
supervision-letter-about = On suggestion { $number }, “{ $title }”, which you handle.
supervision-letter-by = Please answer in writing by { $day }.
supervision-answers = The unit’s answers
supervision-answers-none = None yet.
supervision-sent-back = Asked again
supervision-print = Print
# used: supervision-letter-kind-*
supervision-letter-kind-urge = Reminder
supervision-letter-kind-supervise = Supervision
supervision-letter-kind-listed = Listed case
# used: supervision-letter-*
supervision-letter-issued = Awaiting an answer
supervision-letter-answered = Answered, to be closed
supervision-letter-closed = Closed
supervision-letter-withdrawn = Taken back
# used: supervision-awaits-*
supervision-awaits-sign-for = to be signed for
supervision-awaits-ruling = awaiting a ruling
supervision-awaits-consent = awaiting more time
supervision-awaits-opinion = opinion due
supervision-awaits-reply = reply due
supervision-awaits-check = reply to be checked
supervision-awaits-signature = reply to be signed
supervision-awaits-delivery = reply to be delivered
supervision-awaits-judgement = to be judged
supervision-awaits-redo = to be handled again
supervision-awaits-nothing = done
supervision-field-letter = Number
supervision-field-letter-kind = Kind
supervision-field-unit-to = Unit
supervision-field-issued-on = Sent on
supervision-field-due = Answer by
supervision-field-series = Word of the number
supervision-hint-series = Numbers run on by word and year: 督办〔2026〕3号.
supervision-field-problem = What is wrong
supervision-field-demand = What is demanded
supervision-field-parts = To which units
supervision-field-answer = What was done
supervision-field-again = What is still to be done
supervision-field-close = Why it is closed
supervision-wrong-parts = Please tick units of the list
supervision-wrong-passed-on = Another unit has this part now; please write to that one
supervision-refused-day-not-ahead = The day to answer must lie after today. Please enter a later one.
supervision-refused-nothing-asked = This letter asks for nothing now. Please reload the page.
supervision-refused-no-answer = The unit has not answered yet. Please wait for its answer, or urge again.
supervision-refused-letter-over = This letter is closed or was taken back; nothing is left to do.
supervision-answer-title = Answer
supervision-answer-lead = Say point by point what was done, how far it is, and until when the rest is done. The office and the deputies read it.
supervision-answer-button = Send the answer
supervision-flash-answered = The answer was sent.
supervision-again-title = Ask again
supervision-again-lead = When the answer is not enough, say what is still to be done and until when. What was answered stays.
supervision-again-button = Ask again
supervision-flash-again = The unit was asked again.
supervision-close-title = Close
supervision-close-lead = When the answer is true and the demand is met, the letter can be closed.
supervision-close-button = Close
supervision-flash-closed = The letter is closed.
supervision-withdraw-title = Take back
supervision-withdraw-lead = When it was sent by mistake, say why. Its number is not used again; what it said stays.
supervision-withdraw-button = Take back
supervision-flash-withdrawn = The letter was taken back.

# The register of dissatisfied cases
supervision-cases-title = Dissatisfied cases
supervision-cases-lead = What a deputy is dissatisfied with is listed by itself, until the deputy no longer is. Units do not see this register.
supervision-cases-none-title = No cases
supervision-cases-none-text = No deputy is dissatisfied, or the filter is too narrow.
supervision-case-number = Case { $year }/{ $n }
# used: supervision-case-*
supervision-case-open = Open
supervision-case-turned = Turned
supervision-case-ended = Ended dissatisfied
supervision-owner-none = Nobody yet
supervision-field-case = Case
supervision-field-owner = Who sees to it
supervision-field-opened = Listed on
supervision-field-ended = Ended on
supervision-field-do = Actions
supervision-own-title = Name who sees to it
supervision-own-lead = Name and post of whoever sees it through.
supervision-own-button = Save
supervision-flash-owned = Saved.

# Statistics
supervision-statistics-title = Statistics
supervision-back-to-statistics = Back to statistics
supervision-report-year = Report on the handling
supervision-own-level = Own level
supervision-below = Levels below
supervision-below-lead = Sums of numbered suggestions of this level and those below. Their cases are each level’s own.
supervision-figure-total = Numbered suggestions
supervision-figure-replied = Replied
supervision-figure-late = Replied late
supervision-figure-judged = Judged
supervision-figure-satisfied = Satisfied
supervision-by-level = By level
supervision-by-category = By category
supervision-by-class = By result
supervision-by-outcome = By judgement
supervision-by-timely = By time of the reply
supervision-by-round = By number of replies
supervision-by-session = By session
supervision-by-unit = By unit
supervision-by-congress = By congress
# used: supervision-class-*
supervision-class-solved = Solved
supervision-class-in-progress = Being solved
supervision-class-planned = Planned
supervision-class-not-now = Not now
supervision-class-none = No reply yet
# used: supervision-outcome-*
supervision-outcome-satisfied = Satisfied
supervision-outcome-basically = Basically satisfied
supervision-outcome-dissatisfied = Dissatisfied
supervision-outcome-silent = No answer
supervision-outcome-none = Not yet replied
# used: supervision-timely-*
supervision-timely-in-time = In time
supervision-timely-late = Late
supervision-timely-none = No reply yet
# used: supervision-level-*
supervision-level-province = Province
supervision-level-prefecture = Prefecture
supervision-level-county = County
supervision-level-township = Township
supervision-round = { $round ->
    [0] No reply yet
    [1] One reply
   *[other] { $round } replies
}
supervision-field-count = Suggestions
supervision-field-share = Share
supervision-field-dimension = Counted by
supervision-field-kind-of = Kind
supervision-field-level = Level
supervision-field-category = Category
supervision-field-class = Result
supervision-field-outcome = Judgement
supervision-field-timely = Time of the reply
supervision-field-rounds = Replies
supervision-field-congress = Congress
supervision-field-lead-parts = Lead or separate
supervision-field-co-parts = Co-handled
supervision-counted-title = The suggestions behind it
supervision-counted-none-title = No suggestion
supervision-counted-none-text = Please go back to the statistics and choose another figure.
supervision-all-sessions = All sessions
supervision-report-all = The whole
supervision-report-counts = { $total } numbered suggestions, { $replied } replied ({ $replied_rate }), { $late } of them late. Deputies judged { $judged } ({ $judged_rate }); { $satisfied_rate } of those judged are satisfied. Silence is not counted as satisfied.
supervision-report-no-keys = No key suggestions.
supervision-report-cases = Dissatisfied cases
supervision-report-open-cases = { $count } are open.
supervision-by-deputy = By deputy
supervision-signers-title = What deputies raised and judged
supervision-signers-none-title = No deputy has raised a suggestion yet
supervision-signers-none-text = Once suggestions are numbered, those who lead and co-sign them stand here.
supervision-field-deputy = Deputy
supervision-field-raised = Raised
supervision-field-cosigned = Co-signed
supervision-field-delivered = Replies received
supervision-field-judged = Judged
