# Opinions of constituents
opinions-title = Opinions
opinions-lead = What constituents say: who answers, where it stands, what was answered
opinions-type = Type for somebody
opinions-number = No. { $n } of { $year }
opinions-due = Due
opinions-steps = What happened
opinions-none-title = Nothing found
opinions-none-text = Try other filters; what comes in next stands first.
opinions-filter-words = Words in it

# Finding a deputy
opinions-find-title = Find a deputy
opinions-find-lead = By the name of a deputy or a place, or step by step down to your village: see who serves you
opinions-find-name = Name of a deputy, its sound, or a place
opinions-find-place = By place
opinions-find-choose = Choose your county or town first; then the deputies are shown.
opinions-find-none = No deputy and no place of that name
opinions-find-none-text = Check the name, or go down to your place above.
opinions-find-more = All deputies of { $name }
opinions-find-more-named = There are more of that name: write it whole, or choose a place first.
opinions-say = Say something
opinions-say-office = Tell the office of this place
opinions-card-lead = Deputy to the people's congress
opinions-card-more = About this deputy
opinions-astray-title = This code leads to nobody
opinions-astray-over = This code was revoked, or the deputy is no longer in office. Look for those in office by place.
opinions-astray-foreign = This code was not made here, or was not scanned whole. Scan it again; if that does not help, look by place.

# Saying something
opinions-new-title = Say something
opinions-new-to = To deputy { $name }
opinions-new-office = To the office of this place
opinions-new-nearer = Choose a nearer place
opinions-new-place-first = Choose first which place it is about.
opinions-new-elsewhere = These matters have channels of their own
opinions-new-elsewhere-still = You may still tell the deputy here: the deputy will know, and does not handle it.
opinions-new-send = Send
opinions-received-title = Received
opinions-received-code = Your tracking code:
opinions-received-keep = Write it down or keep a picture: it is shown only now. With it you follow your opinion, read the answer and judge it.
opinions-received-typed = Tell it to whom you typed for: it is shown only now. With it they follow the opinion, read the answer and judge it.
opinions-received-back = Back to the reception
opinions-progress-title = How it goes
opinions-progress-look = Look
opinions-progress-noted = Noted.
opinions-progress-judged = Your judgement was noted. Thank you.
opinions-judge = Judge
opinions-draft-names = Opinion { $number }
opinions-draft-body = { $names } ({ $place }) says: { $said }

# Fields
opinions-field-number = Number
opinions-field-hotline = Number at 12345
opinions-field-received = Received
opinions-field-way = Came by
opinions-field-topic = About
opinions-field-area = Place
opinions-field-place = Where exactly
opinions-field-body = What is said
opinions-field-deputy = Deputy
opinions-field-holder = Lies with
opinions-field-unit = Handled by
opinions-field-stage = Stage
opinions-field-late = Time
# used: opinions-late-*
opinions-late-yes = Overdue
opinions-late-survey = to be asked again
opinions-field-at = Last step
opinions-field-photos = Photographs
opinions-field-voice = Recording
opinions-field-name = Name
opinions-field-phone = Telephone
opinions-field-to-deputy = The deputy may see name and telephone
opinions-field-to-unit = So may the body that handles it, and another office it is handed to
opinions-field-code = Tracking code
opinions-field-score = Are you satisfied with the answer
opinions-field-words = What else you want to say
opinions-field-answer = Answer
opinions-field-for-deputy = This is the deputy's own answer; I type it
opinions-field-suggestion = Suggestion handed in
opinions-field-treatment = How it is treated
opinions-field-hard = A hard matter, with the longer time
opinions-field-told = What the body is told
opinions-field-congress = Hand it to
opinions-field-why = Why
opinions-field-channel = The right channel
opinions-field-because = Reason
opinions-field-closing = What is said at the end
opinions-field-reason = Why you look
opinions-field-back = Why it is given back
opinions-field-feedback = What the office is told
opinions-field-hangs = Where it hangs
opinions-field-made = Made
opinions-field-scans = Scans
opinions-field-lately = Last thirty days
opinions-field-print = Print
opinions-hint-way = If you type for somebody, choose how they told you.
opinions-hint-body = What, when, and what you hope for. No identity or account numbers, please.
opinions-hint-place = Such as: the bridge before the village office
opinions-hint-photos = At most 9 of 8 MB each; where and when they were taken is removed by itself. If sending did not work, choose them again.
opinions-hint-voice = If typing is hard, send a recording (mp3, m4a, amr).
opinions-hint-name = Name and telephone may be left out. The deputy and the body that handles it see them only if you agree; the office that receives it may open them when it has to reach you, with a reason, and each time is recorded.
opinions-notice = How your data is used
# used: opinions-notice-*
opinions-notice-who = Your opinion, and name and telephone if you give them, are kept by the office of { $office }; if it is handed to another congress, by that office too.
opinions-notice-why = They serve to handle this opinion, to reach you, and to ask you once afterwards; nothing of name and telephone goes to 12345.
opinions-notice-seen = The deputy and the body that handles it see name and telephone only if you agree; the office opens them with a reason, and each time is recorded. What you write, photographs and the recording are seen by everybody who handles it: leave out what is not needed.
opinions-notice-days = { $days ->
    [0] Name and telephone are not erased by themselves; you may remove them at any time.
   *[other] Name and telephone are erased by themselves { $days } days after it was answered, told where it belongs or closed; handled once more, the days begin again.
}
opinions-notice-files = The recording is erased with name and telephone; photographs stay with the opinion and are not erased by themselves.
opinions-notice-removal = With the tracking code you may take your consent back and remove name, telephone and recording at any time; it is handled all the same. For questions, or to have photographs removed, ask the office of { $office }.
opinions-hint-code = The 16 letters and digits shown when you sent it, in either case, with or without hyphens.
opinions-hint-score = If you are dissatisfied the first time, it is handled once more.
opinions-hint-answer = The person reads it with the tracking code.
opinions-hint-suggestion = If there is none yet, choose nothing now. Drafted from here with the number of the opinion in it, it is tied once it has its number; otherwise come back once it is handed in.
opinions-hint-treatment = Own: the congress sees to it; urge: followed until there is a result; suggest: others study it and report back; remind: others take note.
opinions-hint-because = The person reads reason and channel with the tracking code.
opinions-hint-closing = When nothing was heard, when the person was dissatisfied twice and it was explained, or when told where it belongs. Silence is no satisfaction.
opinions-hint-reason = The reason stands in the journal.
opinions-hint-back = Why it is not your matter, and whose it is; the office and the deputy read it.
opinions-hint-feedback = What you think of it, or that you took note; the office and the deputy read it, and the office answers the person.
opinions-hint-hangs = Such as: the service centre of the town

# What is done
opinions-answer = Answer
opinions-suggest = Take up in a suggestion
opinions-draft = Draft a suggestion
opinions-assign = Assign
opinions-sign-for = Sign for it
opinions-sign-for-lead = Sign for it first: the days run from then. Never signed for, they run from when it was given.
opinions-give-back = Give it back
opinions-feed-back = Tell the office
opinions-hand-on = Hand to another congress
opinions-elsewhere = Tell where it belongs
opinions-close = Close
opinions-open = See contact data
opinions-issue = Make a code
opinions-revoke = Revoke
opinions-revoke-sure = Posters with this code will lead to nobody. Revoke it?
opinions-codes-title = Codes
opinions-codes-none = No code yet. Once made, it can be printed as poster and table card.
opinions-code-revoked = Revoked
# used: opinions-paper-*
opinions-paper-poster-a3 = Poster (A3)
opinions-paper-poster-a4 = Poster (A4)
opinions-paper-card-a6 = Table card (A6)
opinions-poster-title = Find your deputy
opinions-poster-seat = { $congress } { $delegation }
opinions-poster-under = Scan it and say what you have to say
opinions-poster-foot = { $place }  { $address }

# used: opinions-stage-*
opinions-stage-open = To be done
opinions-stage-received = Waits for a word
opinions-stage-proposed = waits for approval
opinions-stage-hotline = with 12345
opinions-stage-assigned = Being handled
opinions-stage-suggested = Taken up in a suggestion
opinions-stage-answered = Answered
opinions-stage-elsewhere = Told where it belongs
opinions-stage-closed = Closed

# used: opinions-topic-*
opinions-topic-roads = Roads
opinions-topic-water = Water and cleanliness
opinions-topic-schools = Schools
opinions-topic-health = Health
opinions-topic-welfare = Old age and welfare
opinions-topic-housing = Housing
opinions-topic-farming = Farming
opinions-topic-safety = Safety
opinions-topic-other = Other

# used: opinions-way-*
opinions-way-page = The person's own page
opinions-way-phone = Telephone
opinions-way-visit = Visit
opinions-way-hotline = From 12345
opinions-way-deputy = Heard by a deputy

# used: opinions-score-*
opinions-score-satisfied = Satisfied
opinions-score-basically = Basically satisfied
opinions-score-unsatisfied = Dissatisfied

# used: opinions-treatment-*
opinions-treatment-own = Own
opinions-treatment-urge = Urge
opinions-treatment-suggest = Suggest
opinions-treatment-remind = Remind

# used: opinions-step-*
opinions-step-received = Received
opinions-step-assigned = Assigned
opinions-step-signed-for = The body signed for it
opinions-step-given-back = The body gave it back; the office sees where it goes
opinions-step-fed-back = The body told the office, which answers
opinions-step-proposed = Proposed; waits for approval
opinions-step-sent-back = Sent back
opinions-step-hotline = Given to 12345
opinions-step-answered-hotline = 12345 answered
opinions-step-kept-as-word = Kept as a word to the deputy
opinions-step-surveyed-satisfied = Asked again: satisfied
opinions-step-surveyed-basically = Asked again: mostly satisfied
opinions-step-surveyed-unsatisfied = Asked again: dissatisfied
opinions-step-handed-on = Handed on
opinions-step-suggested = Taken up in a suggestion
opinions-step-elsewhere = Told where it belongs
opinions-step-overdue = Overdue: whoever handles it was reminded
opinions-step-raised-merged = Handled together with a suggestion on the same matter
opinions-step-raised-dropped = The suggestion was withdrawn; it is handled again
opinions-step-raised-replied = The deputies have the reply to the suggestion
opinions-step-answered-suggestion = The reply to the suggestion is public
opinions-step-answered-deputy = The deputy answered
opinions-step-answered-for-deputy = The deputy answered (typed by staff)
opinions-step-answered-office = The office answered
opinions-step-answered-unit = The body in charge answered
opinions-step-judged-satisfied = Judged: satisfied
opinions-step-judged-basically = Judged: basically satisfied
opinions-step-judged-unsatisfied = Judged: dissatisfied
opinions-step-closed = Closed

# Done
opinions-flash-answered = Answered; the person reads it with the tracking code.
opinions-flash-assigned = Where it needs approval it waits for that. Assigned.
opinions-flash-signed-for = Signed for: handle it and answer in time.
opinions-flash-given-back = Given back: the office sees where it goes.
opinions-flash-fed-back = The office was told, and answers the person.
opinions-flash-handed-on = Handed on.
opinions-flash-suggested = Noted. Hand the suggestion in soon: drafted from here with the number of the opinion in it, it is tied once it has its number; otherwise come back and choose it here.
opinions-flash-elsewhere = The person is told where it belongs.
opinions-flash-closed = Closed.
opinions-flash-issued = Made; it can be printed now. Older posters stay good.
opinions-flash-revoked = Revoked.

# Refusals
opinions-refused-closed = It is closed; nothing more is done. Reload the page to see it.
opinions-refused-answered = It is answered and waits for the person's judgement. If the person is dissatisfied, it is handled again.
opinions-refused-raised = It was taken up in a suggestion; the answer comes with that.
opinions-refused-elsewhere = The person was told where it belongs. If there is more to say, answer it.
opinions-refused-same-holder = It lies there already; choose another congress.
opinions-refused-same-unit = That body has it in this very way; to give it again would only begin its days anew. Choose another body, another way or another weight.
opinions-refused-no-answer = There is no answer to be judged yet. Come back once there is one.
opinions-refused-judged = You have judged it already. If there is more to say, say it as a new opinion.
opinions-refused-not-answered = It is neither answered nor told where it belongs. Answer it first.
opinions-refused-too-quick = That was very quick. Nothing is lost: wait some seconds and send it again.
opinions-refused-too-late = This page has been open for more than a day. Nothing is lost: wait some seconds and send it again.
opinions-refused-changed = Somebody has done something since you opened it. Open the page again, and look.
opinions-refused-revoked = This code is revoked already.
opinions-refused-tracking = Nothing found. Check the tracking code; if it is lost, say it as a new opinion.
opinions-refused-nobodys = There are no opinions for you to handle. If there should be, ask the office to check your post.
opinions-wrong-ticket = This page can no longer be used. Nothing is lost: wait some seconds and send it again.
opinions-wrong-ticket-known = That number of 12345 was taken in already: look for it in the list instead of typing it again.
opinions-wrong-sent = This page has sent an opinion already. To send another, wait some seconds and send it again.
opinions-wrong-area = There is no such place; choose again.
opinions-wrong-deputy = This deputy is no longer in office; choose again.
opinions-wrong-phone = This is no telephone number. Give a mobile of 11 digits, or a landline with its area code.
opinions-wrong-picture = This picture cannot be opened. Send a jpg, png or webp.
opinions-wrong-many-files = At most { $most } files; take some away.
opinions-wrong-unit = This body handles nothing of this congress; choose another.
opinions-wrong-own = What the congress sees to itself goes to its own office or a street's committee: for another body choose another treatment.
opinions-wrong-not-own = For the congress's own office choose that it sees to it itself.
opinions-wrong-congress = This congress does not have the place in it; choose another.
opinions-wrong-nobody-there = Nobody there takes up opinions in this system yet: choose another, or send it on paper.
opinions-wrong-channel = There is no such channel; choose again.
opinions-wrong-suggestion = There is no such suggestion, or it is not handed in yet. Come back once it is.
opinions-wrong-no-deputy = It was not said to a deputy: answer in the name of the office.

opinions-ensure-step = Every opinion has the step with which it came in
opinions-ensure-number = Every number of an opinion was given
opinions-ensure-counts = Each office sees as many opinions as are counted one by one
opinions-ensure-lines = Each line of an office's list says the stage and topic of its opinion
opinions-ensure-office = each opinion stands in the list of the office where it came in and of that which has it
opinions-ensure-raised = Every opinion taken up in a suggestion remembers which
opinions-ensure-key = Every code has the key that signed it
opinions-ensure-signed = Signing is kept of opinions that lie with a body alone, and not before they were given

# Codes of stations, receptions and activities
opinions-things-title = Codes of stations and activities
opinions-things-lead = Codes of stations, receptions and activities: make, print, see how often they are scanned
opinions-things-none = No codes of stations, receptions or activities yet. Once made they can be printed as posters and table cards.
opinions-things-stray = This station was closed: what hangs leads nowhere. Choose the station people go to now.
opinions-make = Make
opinions-make-station = Make a code for a station
opinions-make-reception = Make a code for a reception
opinions-make-activity = Make a code for an activity
opinions-lead-on = Lead it there
# used: opinions-kind-*
opinions-kind-station = Station
opinions-kind-reception = Reception
opinions-kind-activity = Activity
opinions-field-leads = Leads to
opinions-field-said = Opinions by it
opinions-field-target = The station people go to now
opinions-field-activity = Name of the activity
opinions-field-day = Day of the activity
opinions-field-area-code = Code of the place
opinions-hint-area-code = 9 digits for a town or street, 12 for a village.
opinions-poster-under-station = Scan: find your deputies, see when they receive you, say something
opinions-poster-under-activity = Scan: say what you think
opinions-flash-led = Done; what hangs stays good.
opinions-station-lead = Liaison station of deputies
opinions-station-place = Address
opinions-station-hours = Open
opinions-station-reception = Next reception
opinions-station-next = { $day } { $begins }–{ $ends } { $names }
opinions-station-suspended = This station is closed for a time; opinions are taken as usual.
opinions-station-deputies = Deputies at this station
opinions-station-home = Station:
opinions-activity-lead = { $day }, { $place }
opinions-say-to = Say something to { $name }
opinions-station-more = About this station
opinions-find-near = Who else serves this place
opinions-find-places = Places
opinions-find-deputies = Deputies
opinions-find-stations = Stations near this place
opinions-find-comma = ,{" "}

# Consent, asking again, contact data
opinions-field-own-channel = If you know that this has a channel of its own
opinions-hint-own-channel = Then it is kept as a word to the deputy alone: it is not handed on, and no clock runs.
opinions-consent-ask = Your opinion was handed to { $name }. May they see your name and telephone, to reach you? If not, it is handled all the same.
opinions-consent-given = You agreed that { $name } sees your name and telephone.
opinions-consent-give = Agree for { $name }
opinions-consent-take = No longer for { $name }
opinions-consent-deputy-ask = Deputy { $name } does not see your name and telephone. May they, to reach you? If not, it is handled all the same.
opinions-consent-deputy-given = You agreed that deputy { $name } sees your name and telephone.
opinions-consent-deputy-give = Agree for deputy { $name }
opinions-consent-deputy-take = No longer for deputy { $name }
opinions-wrong-consent-deputy = This was said to no deputy.
opinions-forget = Erase my name, telephone and recording
opinions-forget-text = Then nobody sees them, and they cannot be brought back. Your opinion is handled as before, and the tracking code stays good.
opinions-survey = Asked again
opinions-field-held = Now that it is done: are you still satisfied
opinions-hint-held = Asked once: was what was promised done, and did it hold?
opinions-flash-surveyed = Noted.

# Approval, 12345
opinions-treated = { $how }; expected back: { $what }.
# used: opinions-expected-*
opinions-expected-decision = a decision of the office itself
opinions-expected-result = the result
opinions-expected-feedback = what was thought of it
opinions-expected-receipt = that it was taken note of
opinions-field-approved = Your decision
opinions-field-approval = A word on it
# used: opinions-approval-*
opinions-approval-yes = Agree: it goes out
opinions-approval-no = Send it back
opinions-approve = Decide
opinions-flash-approved = Agreed and handed over.
opinions-flash-sent-back = Sent back.
opinions-to-hotline = Give it to 12345
opinions-field-hotline-hard = A hard matter: the longer time
opinions-hint-hotline = The table holds no name and no telephone. Once the result of 12345 comes in, the person reads it by the tracking code.
opinions-flash-hotline = Given to 12345. Send 12345 the table; the results come in by the same table.
opinions-hotline-import = Take in tickets and results of 12345
opinions-hotline-table = Given to 12345
opinions-hotline-table-xlsx = Table for 12345 (Excel)
opinions-hotline-table-csv = Table for 12345 (CSV)
opinions-letter-docx = The paper (Word)
opinions-letter-pdf = The paper (PDF)
# used: opinions-letter-*
opinions-letter-opening = Opinion { $number } of a constituent (received { $day }, place: { $place }, about: { $topic }):
opinions-letter-own-title = Sheet of an opinion
opinions-letter-own-body = To be looked into and decided.
opinions-letter-urge-title = Notice to handle an opinion
opinions-letter-urge-body = Please handle it and report the result; it will be followed.
opinions-letter-suggest-title = Letter suggesting that an opinion be studied
opinions-letter-suggest-body = We suggest that you study it, and tell us what you thought of it.
opinions-letter-remind-title = Letter drawing attention to an opinion
opinions-letter-remind-body = We draw your attention to it; please tell us that you took note.
opinions-letter-expected = Please answer by { $day } with { $what }.
opinions-letter-expected-hard = This is a hard matter: please answer by { $day } with { $what }.
# used: opinions-sheet-*
opinions-sheet-hint-number = For what we gave to 12345, our number; nothing for a new ticket.
opinions-sheet-hint-area = The name of a town or village, or its code; the code where two are called so.
opinions-sheet-hint-topic = For instance: Roads and traffic. Nothing is other.
opinions-sheet-hint-answer = The person reads it; at most 2,000 characters.
opinions-sheet-ticket = The number of a ticket is 3 to 40 letters, digits and hyphens.
opinions-sheet-twice = This ticket stands further up already.
opinions-sheet-long = The result is longer than 2,000 characters, or holds signs that cannot be read.
opinions-sheet-not-ours = No open opinion of this office has that number.
opinions-sheet-other-ticket = That number belongs to another ticket: compare them.
opinions-sheet-over = It is answered or closed; no result can be taken in.
opinions-sheet-area = There is no such place, or two are called so: write its code.
opinions-sheet-topic = There is no such topic.
opinions-sheet-body = What was said is empty, or longer than 4,000 characters.
opinions-sheet-known = This ticket is known and nothing new came of it: it is left.

opinions-refused-nothing-proposed = Nothing waits for approval. Open the page again.
opinions-refused-at-hotline = It lies with 12345 already.
opinions-refused-not-given = Your body does not have this now. Load the page again.
opinions-refused-signed-for = It was signed for already. Load the page again.
opinions-refused-feeds-back = How it is treated, your body tells the office, and the office or the deputy answers the person. Please feed back instead.
opinions-refused-answer-itself = How it is treated, your body answers the person itself.
opinions-refused-no-body = It was given to no body of yours: only the body that has it signs for it and gives it back.
opinions-refused-too-soon = It is too soon to ask again. Come back some time after it is closed.
opinions-refused-surveyed = That was said before. If there is more to say, say it anew.
opinions-refused-openings = You opened { $most } people's contact data today. If you need another, ask who answers for the office, or come back tomorrow.
opinions-refused-no-codes = You keep no codes. If you should, ask the office of the congress to look at your posts.
opinions-wrong-voice = This recording cannot be read. Take one in mp3, m4a or amr.
opinions-wrong-code = This code was not made here.
opinions-wrong-consent = It was never handed to that body.
opinions-wrong-kind = The code of a deputy is made on the deputy's page.
opinions-wrong-station = There is no such station, or it is not open: choose another.
opinions-wrong-reception = There is no such reception: choose another.
opinions-wrong-reception-known = This reception became an opinion already.
opinions-wrong-lead = Only the code of a station that is still in use can be led on.
opinions-wrong-many-lines = At most { $most } lines at once: send them in parts.

# What comes next
opinions-next-first = Somebody will say a first word by { $day } at the latest. Please look here again then.
opinions-next-handling = It is being handled; you will be answered by { $day } at the latest. Please look here again then.
opinions-next-late = The time is over; whoever handles it and the office of the congress are reminded. If it is urgent, ask the office of the local congress.
opinions-next-suggested = The deputy has made it a suggestion, which departments are handling. The deputy will tell you what comes of it; once the reply is public, you read it here.
opinions-next-raising = It is to become a deputy's suggestion: by { $day } it is handed in, or handled otherwise. Look here again then.
opinions-next-answered = It is answered. Please read the answer below and say whether you are satisfied.
opinions-next-insists = You were dissatisfied twice; the office of the congress will explain.
opinions-published = The reply before the public
opinions-published-more = Read all of it
opinions-raised-tell = The suggestion made of this opinion was replied to. Tell whoever said it what came of it, in your own words; once the reply is public, they read that too.

# Once somebody is found
opinions-find-groups = Groups of deputies: { $names }
opinions-find-receives = Receives people next: { $day } { $begins }
opinions-find-without = { $name } has no people’s congress of its own; its people are represented by the deputies below.
opinions-find-nobody = The congress here has not published its deputies in this system yet. Choose the place above it, or say it to the office of the congress.
opinions-find-no-body = The congress here does not use this system yet. Choose the place above it, or ask 12345 for the telephone of its office.
opinions-new-help = If filling this in is hard, let somebody of your family do it, or ask at a liaison station near you: staff enter it for you.

# Report of a month
opinions-report-title = Report of the month
opinions-report-of = Opinions of { $month }
opinions-report-lead = What came in within the month by what it is about, and how it stands today; silence is not counted as satisfaction
opinions-report-before = The month before
opinions-report-after = The month after
opinions-report-none = Nothing came in within this month
opinions-report-none-text = Look at the month before, or see whether codes hang where people see them.
opinions-report-sum = Altogether
opinions-report-received = Received
opinions-report-open = Being handled
opinions-report-satisfied = Satisfied, or basically
opinions-report-silent = Closed without a word
opinions-report-late = Overdue at least once
# used: opinions-level-*
opinions-level-nation = Deputies of the nation
opinions-level-province = Deputies of the province
opinions-level-prefecture = Deputies of the prefecture
opinions-level-county = Deputies of the county
opinions-level-township = Deputies of the township
opinions-find-rung-empty = No deputies in office of this level are entered here yet. Turn to those of another level, or ask the office of the county’s congress.
