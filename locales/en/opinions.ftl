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
opinions-find-lead = By name, or step by step down to your village: see who serves you
opinions-find-name = Name of a deputy, or its sound
opinions-find-place = By place
opinions-find-choose = Choose your county or town first; then the deputies are shown.
opinions-find-none = No deputy of that name
opinions-find-none-text = Check the name, or look by place.
opinions-find-more = All deputies of this congress
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
opinions-progress-title = How it goes
opinions-progress-look = Look
opinions-progress-judged = Your judgement was noted. Thank you.
opinions-judge = Judge
opinions-draft-body = Opinion { $number } ({ $place }) says: { $said }

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
opinions-hint-name = Name and telephone may be left out; only those you agree to see them.
opinions-hint-code = The 16 letters and digits shown when you sent it, in either case, with or without hyphens.
opinions-hint-score = If you are dissatisfied the first time, it is handled once more.
opinions-hint-answer = The person reads it with the tracking code.
opinions-hint-suggestion = If there is none yet, choose nothing now; come back once it is handed in.
opinions-hint-treatment = Own: the congress sees to it; urge: followed until there is a result; suggest: others study it and report back; remind: others take note.
opinions-hint-because = The person reads reason and channel with the tracking code.
opinions-hint-closing = When nothing was heard, when the person was dissatisfied twice and it was explained, or when told where it belongs. Silence is no satisfaction.
opinions-hint-reason = The reason stands in the journal.
opinions-hint-hangs = Such as: the service centre of the town

# What is done
opinions-answer = Answer
opinions-suggest = Take up in a suggestion
opinions-draft = Draft a suggestion
opinions-assign = Assign
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
opinions-step-handed-on = Handed on
opinions-step-suggested = Taken up in a suggestion
opinions-step-elsewhere = Told where it belongs
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
opinions-flash-assigned = Assigned.
opinions-flash-handed-on = Handed on.
opinions-flash-suggested = Noted. Once the suggestion is handed in, come back and choose it here.
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
opinions-wrong-sent = This page has sent an opinion already. To send another, wait some seconds and send it again.
opinions-wrong-area = There is no such place; choose again.
opinions-wrong-deputy = This deputy is no longer in office; choose again.
opinions-wrong-phone = This is no telephone number. Give a mobile of 11 digits, or a landline with its area code.
opinions-wrong-picture = This picture cannot be opened. Send a jpg, png or webp.
opinions-wrong-many-files = At most { $most } files; take some away.
opinions-wrong-unit = This body handles nothing of this congress; choose another.
opinions-wrong-congress = This congress does not have the place in it; choose another.
opinions-wrong-channel = There is no such channel; choose again.
opinions-wrong-suggestion = There is no such suggestion, or it is not handed in yet. Come back once it is.
opinions-wrong-no-deputy = It was not said to a deputy: answer in the name of the office.

opinions-ensure-step = Every opinion has the step with which it came in
opinions-ensure-number = Every number of an opinion was given
opinions-ensure-key = Every code has the key that signed it
