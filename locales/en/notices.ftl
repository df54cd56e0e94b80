# Notices
notices-title = My notices
notices-under = What happened in suggestions and work that concern you, newest first.
notices-settings = My notice settings
notices-none = No notices
notices-none-text = When your suggestions, your unit's matters or your office's work move on, it is written here.
notices-filter-topic = About
notices-filter-state = State
notices-unread = Unread
notices-read = Read
notices-mark-read = Mark as read
notices-read-all = Mark all as read
notices-all-read = All are marked as read.
notices-column-what = What
notices-column-when = When
notices-column-state = State

# used: notices-topic-*
notices-topic-own = My suggestions
notices-topic-bill = Bills
notices-topic-supervision = Supervision
notices-topic-work = My unit's matters
notices-topic-office = Office work
notices-topic-account = Account and posts
notices-topic-clock = Deadlines

# used: notices-said-*
notices-said-refusal-proposed = “{ $title }” is not to be handled as a suggestion. Read why, then agree or insist.
notices-said-refusal-agreed = The deputy agreed that “{ $title }” is not a suggestion.
notices-said-insisted-upon = The deputy insists on “{ $title }”. Please check it again.
notices-said-to-divide = “{ $title }” was handed to your office. Please divide it among units by { $day }.
notices-said-routed-back = { $unit } sent “{ $title }” back. Please assign it again.
notices-said-part-to-read = “{ $title }” was given to your unit to read; nothing is to be signed or replied.
notices-said-acting-agreed = Deputy { $person } agreed that you enter things in their name.
notices-said-bill-sign-asked = You are asked to sign “{ $title }”.
notices-said-bill-sign-again = “{ $title }” was changed; please say again whether you sign it.
notices-said-bill-signed = { $person } has signed “{ $title }”.
notices-said-bill-sign-declined = { $person } does not sign “{ $title }”.
notices-said-bill-on-paper = The office received “{ $title }” on paper and entered it; you are named on the sheet. If you did not sign it, open the bill and say so.
notices-said-bill-sign-denied = { $person } did not sign the sheet of “{ $title }”; please look at the original.
notices-said-bill-returned = “{ $title }” was returned; read why, correct it and hand it in again.
notices-said-bill-numbered = “{ $title }” has its number and goes to the committee.
notices-said-bill-reviewed = The committee has given its opinion on “{ $title }”; the presidium decides.
notices-said-bill-consulted = “{ $title }”, which you signed, is to be treated as a suggestion. Please say by { $day } whether you agree.
notices-said-bill-objected = { $person } objects to “{ $title }” becoming a suggestion; please look.
notices-said-bill-decided = The presidium has decided on “{ $title }”.
notices-said-bill-ended = “{ $title }” has come to its end.
notices-said-bill-stays = The presidium does not agree to withdraw “{ $title }”; the congress considers it further.
notices-said-bill-withdrawn = “{ $title }” was withdrawn.
notices-said-bill-submitted = “{ $title }” came in; check and number it.
notices-said-bill-to-decide = “{ $title }” can go to the presidium; enter its decision when it is taken.
notices-said-bill-withdrawal-asked = Those who put “{ $title }” ask to withdraw it; enter the presidium’s answer when it is made.
notices-said-letter-issued = You were sent an urging letter on “{ $title }”; please answer by { $day }.
notices-said-letter-told = { $unit } was sent an urging letter on “{ $title }”.
notices-said-letter-answered = { $unit } answered the urging letter on “{ $title }”; please look.
notices-said-letter-again = More is asked of you on “{ $title }”; please answer again by { $day }.
notices-said-letter-closed = The urging letter on “{ $title }” is closed.
notices-said-letter-withdrawn = The urging letter on “{ $title }” was taken back; no answer is needed.
notices-said-case-listed = A deputy is dissatisfied with “{ $title }”: it is listed; please name who sees to it.
notices-said-evaluation-opened = “{ $title }” has begun; please score the units that handle your suggestions.
notices-said-evaluation-told = Your unit’s result of “{ $title }” is in; you may appeal until { $day }, that day included.
notices-said-appealed = { $unit } appeals against its result of “{ $title }”; please answer.
notices-said-appeal-ruled = Your unit’s appeal against “{ $title }” was answered; please look.
notices-said-evaluation-published = The results of “{ $title }” were published; please look.
notices-said-key-marked = “{ $title }” was set as a key suggestion.
notices-said-key-planned = The plan for “{ $title }” has a new step, to be done by { $day }; please look.
notices-said-key-concluded = The supervision of “{ $title }” is concluded; please see what came of it.
notices-said-inquiry-told = There will be an inquiry into “{ $title }”. Please prepare the questions and come on { $day }.
notices-said-item-listed = After the inquiry into “{ $title }” something is to be put right. Please say how, and report by { $day }.
notices-said-item-reported = { $unit } reported what it put right after the inquiry into “{ $title }”; please look.
notices-said-item-back = Your report after the inquiry into “{ $title }” was sent back. Please go on, and report again by { $day }.
notices-said-item-settled = One thing of the inquiry into “{ $title }” is settled.
notices-said-inquiry-ended = The inquiry into “{ $title }” is concluded; please see the result.
notices-said-inquiry-off = The inquiry into “{ $title }” was called off.
notices-said-remind-item = { $late ->
    [0] What is to be put right after the inquiry into “{ $title }” is due on { $day }; please report.
   *[other] What is to be put right after the inquiry into “{ $title }” was due on { $day }; please report soon.
}
notices-said-key-lifted = “{ $title }” is no longer a key suggestion; it is handled as before.
notices-said-returned = “{ $title }” was returned for editing. Read why, mend it and hand it in again.
notices-said-accepted = “{ $title }” was accepted and waits for its number.
notices-said-numbered = “{ $title }” was accepted and numbered.
notices-said-assigned = “{ $title }” was assigned to { $unit }; the reply is due on { $day }.
notices-said-replied = { $unit } has replied to “{ $title }”. Please judge the reply by { $day }.
notices-said-redo-ordered = { $unit } was told to handle “{ $title }” again by { $day }.
notices-said-reopened = “{ $title }” is taken up again because conditions have changed; { $unit } is to reply by { $day }.
notices-said-part-reopened = “{ $title }” is taken up again. Please reply by { $day }.
notices-said-closed = “{ $title }” was closed.
notices-said-withdrawn = “{ $title }”, which you seconded, was withdrawn by its lead deputy.
notices-said-merged = “{ $title }” is handled together with another suggestion on the same matter. It keeps its number and is answered separately.
notices-said-severed = “{ $title }” spoke of two matters and is now two papers, each with the same signers. Please see whether it was divided well.
notices-said-separated = “{ $title }” is handled by itself again.
notices-said-cosign-asked = You are asked to second “{ $title }”. Please answer by { $day }.
notices-said-cosign-again = The text of “{ $title }” was changed. Please confirm again whether you second it.
notices-said-cosigned = Deputy { $person } has seconded “{ $title }”.
notices-said-cosign-declined = Deputy { $person } does not second “{ $title }”.
notices-said-entered-for = The office entered “{ $title }” for you. Please check and confirm it.
notices-said-part-assigned = “{ $title }” was assigned to your unit. Please sign for it; it is due on { $day }.
notices-said-reply-sent-back = The reply to “{ $title }” did not pass the check. Read the remarks, mend it and send it again.
notices-said-reply-passed = The reply to “{ $title }” has passed the check. Please sign it.
notices-said-part-redo = A deputy is not satisfied with the reply to “{ $title }”. Please handle it again by { $day }.
notices-said-opinion-given = { $unit } has given its opinion on “{ $title }”.
notices-said-room-noted = { $unit } left a note in the case room of “{ $title }”.
notices-said-office-room-noted = { $unit } left a note in the case room of “{ $title }”.
notices-said-draft-shown = { $unit } asks what you think of the draft of its reply on “{ $title }”.
notices-said-draft-answered = { $person } answered on the draft of the reply on “{ $title }”.
notices-said-difference-raised = { $unit } says that the units of “{ $title }” disagree, yours among them. See the case room.
notices-said-difference-settled = What the units of “{ $title }” disagreed on was coordinated by { $unit } on { $day }. Go on by what came of it.
notices-said-difference-to-settle = { $unit } says that the units of “{ $title }” disagree. Please coordinate.
notices-said-sign-for-moved = { $because ->
    [calendar] Counted again after a change of the working calendar: the last day to sign for “{ $title }” moved from { $was } to { $day }.
    [rule] Counted again after a rule was changed: the last day to sign for “{ $title }” moved from { $was } to { $day }.
   *[other] Counted again by the present rules and calendar: the last day to sign for “{ $title }” moved from { $was } to { $day }.
}
notices-said-due-moved = { $because ->
    [calendar] Counted again after a change of the working calendar: the day by which “{ $title }” is to be handled moved from { $was } to { $day }.
    [rule] Counted again after a rule was changed: the day by which “{ $title }” is to be handled moved from { $was } to { $day }.
   *[other] Counted again by the present rules and calendar: the day by which “{ $title }” is to be handled moved from { $was } to { $day }.
}
notices-said-answer-moved = { $because ->
    [calendar] Counted again after a change of the working calendar: { $unit } is to reply to “{ $title }” by { $day } instead of { $was }.
    [rule] Counted again after a rule was changed: { $unit } is to reply to “{ $title }” by { $day } instead of { $was }.
   *[other] Counted again by the present rules and calendar: { $unit } is to reply to “{ $title }” by { $day } instead of { $was }.
}
notices-said-assign-moved = { $because ->
    [calendar] Counted again after a change of the working calendar: the last day to assign “{ $title }” moved from { $was } to { $day }.
    [rule] Counted again after a rule was changed: the last day to assign “{ $title }” moved from { $was } to { $day }.
   *[other] Counted again by the present rules and calendar: the last day to assign “{ $title }” moved from { $was } to { $day }.
}
notices-said-ruling-moved = { $because ->
    [calendar] Counted again after a change of the working calendar: the last day to rule on the objection to “{ $title }” moved from { $was } to { $day }.
    [rule] Counted again after a rule was changed: the last day to rule on the objection to “{ $title }” moved from { $was } to { $day }.
   *[other] Counted again by the present rules and calendar: the last day to rule on the objection to “{ $title }” moved from { $was } to { $day }.
}
notices-said-contact-recorded = { $unit } recorded a talk with you about “{ $title }” on { $day }. Please look at it and confirm.
notices-said-class-kept = { $unit } keeps the class of its reply to “{ $title }” and says why. Please look at it.
notices-said-class-changed = { $unit } changed the class of its reply to “{ $title }”. Please look at it.
notices-said-class-doubted = Somebody doubts the class of your reply to “{ $title }”. The head of the unit keeps it or changes it.
notices-said-doubt-withdrawn = The doubt about the class of your reply to “{ $title }” was taken back; nothing to answer.
notices-said-class-upheld = { $unit } keeps the class of its reply to “{ $title }” and says why. Please look at it.
notices-said-class-corrected = { $unit } changed the class of its reply to “{ $title }”; the counts follow.
notices-said-contact-disputed = The deputy disputes your record of a talk about “{ $title }”. Please look into it; withdraw a wrong one and record it again.
notices-said-promise-made = { $unit } made a promise on “{ $title }”, to be kept by { $day }. Please have a look.
notices-said-promise-reported = { $unit } reported progress on its promise about “{ $title }”. Please have a look.
notices-said-promise-moved = { $unit } moved the day of its promise about “{ $title }” to { $day }. Please read why.
notices-said-promise-answered = { $unit } gave a second reply on its promise about “{ $title }”. Please judge it by { $day }.
notices-said-promise-settled = The promise about “{ $title }” is off the ledger. Please see what became of it.
notices-said-promise-taken-over = The promise about “{ $title }” goes on next year; { $unit } is to keep it by { $day }.
notices-said-looked-back = The office looked back on “{ $title }”, which was closed. Please see what it found.
notices-said-promise-sent-back = Your second reply on “{ $title }” was sent back. Please read why and go on.
notices-said-promise-off-ledger = Your promise about “{ $title }” is off the ledger. Please see what became of it.
notices-said-promise-goes-on = Your promise about “{ $title }” goes on next year. Please keep it and reply by { $day }.
notices-said-part-looked-back = The office looked back on “{ $title }”. Please see what it found.
notices-said-promise-to-settle = { $unit } gave a second reply on “{ $title }”. Deputies judge it until { $day }; please settle it then.
notices-said-promise-dissatisfied = A deputy is dissatisfied with the second reply of { $unit } on “{ $title }”. Please see to it.
notices-said-remind-promise = { $late ->
    [0] Please keep your promise about “{ $title }” by { $day } and give the second reply.
   *[other] The day of your promise about “{ $title }”, { $day }, has passed. Please keep it and give the second reply soon.
}
notices-said-remind-progress = { $late ->
    [0] Please report on your promise about “{ $title }” by { $day }.
   *[other] The report on your promise about “{ $title }” was due by { $day }. Please send it soon.
}
notices-said-extension-told = { $unit } was granted more time for “{ $title }” and is to reply by { $day }.
notices-said-objection-refused = Your unit's objection to “{ $title }” was refused. Please go on handling it.
notices-said-unit-joined = { $unit } was added to “{ $title }” and handles it with you.
notices-said-part-passed-on = “{ $title }” was passed on to another unit. Your unit no longer handles it.
notices-said-extension-granted = More time was granted for “{ $title }”; it is due on { $day }.
notices-said-extension-refused = More time for “{ $title }” was refused. The due day stays.
notices-said-objected = { $unit } objects to handling “{ $title }”. Please rule on it.
notices-said-extension-asked = { $unit } asks for time until { $day } for “{ $title }”. Please answer.
notices-said-remind-ruling = { $late ->
    [0] Please rule on the objection to “{ $title }” by { $day }.
   *[other] The ruling on the objection to “{ $title }” was due on { $day }. Please rule now.
}
notices-said-remind-redo = { $late ->
    [0] A deputy is not satisfied with the reply to “{ $title }”. Please order by { $day } that it is handled again, or close it as the rules say.
   *[other] “{ $title }” should have been sent back to be handled again by { $day }. Please decide now.
}
notices-said-remind-consent = { $late ->
    [0] A wish for more time for “{ $title }” waits for your answer; the reply is due on { $day }.
   *[other] The reply to “{ $title }” was due on { $day } and the wish for more time still waits for your answer.
}
notices-said-part-closed = “{ $title }” was closed.
notices-said-part-withdrawn = “{ $title }” was withdrawn by the deputy. Handling ends.
notices-said-submitted = “{ $title }” was handed in. Please check it.
notices-said-reply-to-check = { $unit } has sent its reply to “{ $title }” to be checked.
notices-said-dissatisfied = A deputy is not satisfied with the reply of { $unit } to “{ $title }”. Read the judgement and decide what to do.
notices-said-office-withdrawn = “{ $title }” was withdrawn by its lead deputy.
notices-said-acting-granted = It was recorded that { $account } enters things for you until { $day }. If they recorded it themselves, it holds only once you agree on the page about acting for you; if it is not right, end it there.
notices-said-acting-trusted = Deputy { $person } asks you to enter things in their name until { $day }.
notices-said-acting-ended = { $account } no longer enters things for you.
notices-said-acting-over = You no longer enter things for deputy { $person }.
notices-said-post-given = You now hold the post “{ $duty }” at { $unit }.
notices-said-post-set = { $by } gave { $account } the post “{ $duty }” at { $unit }. Please check it; if it should not be, withdraw the post or close the account on its page.
notices-by-machine = The operator, at the machine itself,
notices-said-post-taken = You no longer hold the post “{ $duty }” at { $unit }.
notices-said-remind-letter = { $late ->
    [0] Please answer the urging letter on “{ $title }” by { $day }.
   *[other] The urging letter on “{ $title }” was to be answered by { $day }. Please answer it now.
}
notices-said-remind-step = { $late ->
    [0] A step of the plan for the key suggestion “{ $title }” is due by { $day }.
   *[other] A step of the plan for the key suggestion “{ $title }” was due on { $day }. Please do it and record what came of it.
}
notices-said-remind-look-back = It is time ({ $day }) to look back on “{ $title }”, which was closed.
notices-said-remind-bill-report = { $late ->
    [0] The committee is to report on “{ $title }” by { $day }; see to it, and enter the report when it comes.
   *[other] The committee was to report on “{ $title }” by { $day } and no report is entered; please see to it soon.
}
notices-said-remind-sign-for = { $late ->
    [0] Please sign for “{ $title }” by { $day }.
   *[other] “{ $title }” was to be signed for by { $day }. Please sign for it now.
}
notices-said-remind-opinion = { $late ->
    [0] Please give your opinion on “{ $title }” by { $day }.
   *[other] The opinion on “{ $title }” was due on { $day }. Please give it now.
}
notices-said-remind-reply = { $late ->
    [0] Please reply to “{ $title }” by { $day }.
   *[other] The reply to “{ $title }” was due on { $day }. Please reply now.
}
notices-said-remind-check = { $late ->
    [0] The reply to “{ $title }” waits to be checked; it is due on { $day }.
   *[other] The reply to “{ $title }” was due on { $day } and still waits to be checked.
}
notices-said-remind-signature = { $late ->
    [0] The reply to “{ $title }” waits for your signature; it is due on { $day }.
   *[other] The reply to “{ $title }” was due on { $day } and still waits for your signature.
}
notices-said-remind-judge = The reply to “{ $title }” waits for your judgement, by { $day }.
notices-said-remind-assign = { $late ->
    [0] Please assign “{ $title }” by { $day }.
   *[other] “{ $title }” was to be assigned by { $day }. Please assign it now.
}

# used: notices-kind-*
notices-kind-refusal-proposed = Proposed: not a suggestion
notices-kind-refusal-agreed = Agreed: not a suggestion
notices-kind-insisted-upon = Insisted upon
notices-kind-to-divide = To divide among units
notices-kind-routed-back = Sent back by a transfer office
notices-kind-part-to-read = For reading
notices-kind-acting-agreed = The deputy agreed
notices-kind-returned = Returned for editing
notices-kind-accepted = Accepted
notices-kind-numbered = Accepted and numbered
notices-kind-assigned = Assigned
notices-kind-replied = Replied, please judge
notices-kind-redo-ordered = To be handled again
notices-kind-reopened = Taken up again
notices-kind-part-reopened = Taken up again
notices-kind-closed = Closed
notices-kind-withdrawn = Withdrawn
notices-kind-merged = Merged
notices-kind-severed = Divided into two
notices-kind-separated = By itself again
notices-kind-cosign-asked = Asked to second
notices-kind-cosign-again = Please confirm again that you second
notices-kind-cosigned = Seconded
notices-kind-cosign-declined = Not seconded
notices-kind-entered-for = Entered for you, please confirm
notices-kind-part-assigned = New matter, please sign for it
notices-kind-reply-sent-back = Reply sent back
notices-kind-reply-passed = Reply to be signed
notices-kind-part-redo = To be handled again
notices-kind-opinion-given = Opinion received
notices-kind-room-noted = Note in a case room
notices-kind-office-room-noted = Note in a case room that the office follows
notices-kind-draft-shown = Draft of a reply to be looked at
notices-kind-draft-answered = A deputy answered on a draft
notices-kind-difference-raised = Units disagree
notices-kind-difference-settled = Coordinated
notices-kind-difference-to-settle = To be coordinated
notices-kind-sign-for-moved = Day to sign for moved
notices-kind-due-moved = Day for handling moved
notices-kind-answer-moved = Day of the reply moved
notices-kind-assign-moved = Day to assign moved
notices-kind-ruling-moved = Day to rule moved
notices-kind-contact-recorded = Talk to be confirmed
notices-kind-class-kept = Doubt about a class answered
notices-kind-class-changed = Class of a reply changed
notices-kind-class-doubted = Class of a reply doubted
notices-kind-doubt-withdrawn = Doubt about a class taken back
notices-kind-class-upheld = Doubt about a class answered (office)
notices-kind-class-corrected = Class of a reply changed (office)
notices-kind-contact-disputed = Record of a talk disputed
notices-kind-promise-made = New promise
notices-kind-promise-reported = Progress on a promise
notices-kind-promise-moved = Promise moved to a later day
notices-kind-promise-answered = Second reply to judge
notices-kind-promise-settled = Promise settled
notices-kind-promise-taken-over = Promise carried into a later year
notices-kind-looked-back = Look back
notices-kind-promise-sent-back = Second reply sent back
notices-kind-promise-off-ledger = Promise settled
notices-kind-promise-goes-on = Promise carried into a later year
notices-kind-part-looked-back = Look back
notices-kind-promise-to-settle = Second reply to settle
notices-kind-promise-dissatisfied = Dissatisfied with a second reply
notices-kind-remind-promise = Reminder: keep a promise
notices-kind-remind-progress = Reminder: report progress
notices-kind-extension-told = Reply comes later
notices-kind-objection-refused = Objection refused
notices-kind-unit-joined = A unit was added
notices-kind-part-passed-on = Passed on to another unit
notices-kind-extension-granted = More time granted
notices-kind-extension-refused = More time refused
notices-kind-objected = Objection to rule on
notices-kind-extension-asked = Wish for more time to answer
notices-kind-remind-ruling = Reminder to rule on an objection
notices-kind-remind-redo = Reminder to send back what is not accepted
notices-kind-remind-consent = Reminder to answer a wish for more time
notices-kind-part-closed = Matter closed
notices-kind-part-withdrawn = Matter withdrawn
notices-kind-submitted = New suggestion to check
notices-kind-reply-to-check = Reply to check
notices-kind-dissatisfied = A deputy is not satisfied
notices-kind-office-withdrawn = Suggestion withdrawn
notices-kind-bill-sign-asked = Asked to sign a bill
notices-kind-bill-sign-again = Sign a bill again
notices-kind-bill-signed = A deputy signed
notices-kind-bill-sign-declined = A deputy does not sign
notices-kind-bill-on-paper = A bill on paper was entered
notices-kind-bill-sign-denied = Somebody did not sign the sheet
notices-kind-bill-returned = Bill returned to be corrected
notices-kind-bill-numbered = Bill numbered
notices-kind-bill-reviewed = Opinion on a bill
notices-kind-bill-consulted = Asked whether a bill may become a suggestion
notices-kind-bill-objected = A deputy objects to a bill becoming a suggestion
notices-kind-bill-decided = The presidium decided on a bill
notices-kind-bill-ended = Result of a bill
notices-kind-bill-stays = Bill not withdrawn
notices-kind-bill-withdrawn = Bill withdrawn
notices-kind-bill-submitted = New bill to check and number
notices-kind-bill-to-decide = Bill for the presidium to decide
notices-kind-bill-withdrawal-asked = Withdrawal of a bill asked for
notices-kind-acting-granted = Acting for you was recorded
notices-kind-acting-trusted = You may act for a deputy
notices-kind-acting-ended = Acting for you has ended
notices-kind-acting-over = Acting for a deputy has ended
notices-kind-post-given = Change of post
notices-kind-post-set = Post given: please check
notices-kind-post-taken = Change of post
notices-kind-remind-sign-for = Reminder to sign for
notices-kind-remind-opinion = Reminder to give an opinion
notices-kind-remind-reply = Reminder to reply
notices-kind-remind-check = Reminder to check a reply
notices-kind-remind-signature = Reminder to sign a reply
notices-kind-remind-judge = Reminder to judge a reply
notices-kind-remind-assign = Reminder to assign
notices-kind-remind-letter = Answer an urging letter
notices-kind-remind-step = A step for a key suggestion
notices-kind-remind-look-back = Look back
notices-kind-remind-bill-report = A committee’s report on a bill
notices-kind-letter-issued = Urging letter
notices-kind-letter-told = A unit was urged
notices-kind-letter-answered = Urging letter answered
notices-kind-letter-again = Asked again
notices-kind-letter-closed = Urging letter closed
notices-kind-letter-withdrawn = Urging letter taken back
notices-kind-case-listed = Dissatisfied case listed
notices-kind-evaluation-opened = Units to be scored
notices-kind-evaluation-told = Evaluation result told
notices-kind-appealed = Appeal to be answered
notices-kind-appeal-ruled = Appeal answered
notices-kind-evaluation-published = Evaluation published
notices-kind-key-marked = Key suggestion set
notices-kind-key-planned = Step of a supervision plan
notices-kind-key-concluded = Supervision concluded
notices-kind-inquiry-told = Called to an inquiry
notices-kind-item-listed = Something to put right
notices-kind-item-reported = What was put right
notices-kind-item-back = Put right once more
notices-kind-item-settled = Settled after an inquiry
notices-kind-inquiry-ended = Inquiry concluded
notices-kind-inquiry-off = Inquiry called off
notices-kind-remind-item = Put right after an inquiry
notices-kind-key-lifted = No longer a key suggestion

notices-settings-text = All notices stand under “My notices”. For reminders by mail, name and confirm an address and choose how often. Letters name what happened and the title, never the content; of suggestions that are not to be published not even the title.
notices-no-mail = No mail server is set up here, so no mail can be sent. Ask the operator if you need it.
notices-address = Mail address
notices-email = Address
notices-code = Code
notices-confirmed = Confirmed
notices-not-confirmed = To be confirmed
notices-confirm = Confirm the address
notices-name-address = Send a code
notices-forget = Remove the address
notices-hint-email = A code goes to this address, good for thirty minutes. A new address must be confirmed again.
notices-hint-code = The eight digits in the letter. If it did not come, look among unwanted mail, then ask for another.
notices-rhythm = How often
notices-rhythm-legend = Letters come
notices-hint-rhythm = With nothing new, nothing is sent.
notices-choose = Save
# used: notices-rhythm-*
notices-rhythm-at-once = At once
notices-rhythm-daily = Daily
notices-rhythm-weekly = Weekly, on Mondays
notices-rhythm-none = Never
notices-chosen = Saved.
notices-code-sent = A code was sent. Please look into your mail.
notices-address-confirmed = The address is confirmed.
notices-address-forgotten = The address was removed. No more mail is sent.
notices-wrong-address = This is no mail address. Write it like name@example.cn.
notices-wrong-soon = A code was sent just now. Try again in a minute.
notices-wrong-often = Too many codes were sent today. Try again tomorrow, or look among unwanted mail.
notices-wrong-code = The code is not right. Compare it with the letter.
notices-wrong-no-code = The code is no longer good. Ask for another.
notices-refused-acting = You are acting for a deputy and see no notices. Stop acting first.
notices-refused-no-mail = No mail server is set up here, so no mail can be sent. Ask the operator.

notices-leaving = End letters
notices-leaving-text = No more mail is sent; notices still stand in the system. You can have letters again under “My notice settings”.
notices-leave = End letters
notices-left = Letters are ended. Notices can still be read after signing in.

notices-letter-subject = { $count ->
    [one] You have { $count } new notice
   *[other] You have { $count } new notices
}
notices-letter-head = You have new notices:
notices-letter-line = { $what }: { $title }
notices-letter-more = And { $count } more; sign in to read them.
notices-letter-read = Sign in to read: { $address }
notices-letter-open = Sign in to read
notices-letter-foot = This letter was written by a machine; please do not answer. How often it comes is chosen under “My notice settings”.
notices-letter-code-subject = Code to confirm your address
notices-letter-code =
    Your code is { $code }, good for thirty minutes.
    Type it under “My notice settings”. If you did not ask for it, do nothing.

# Webhooks
notices-hooks = Webhooks
notices-hooks-text = When suggestions move on, other systems of your office are told the identities of what happened (Standard Webhooks). Only matters of your own congress; no drafts and no scores.
notices-hooks-none = No webhooks yet
notices-hooks-none-text = Add the receiver's address below.
notices-hook = Webhook
notices-hook-new = Add a webhook
notices-hook-url = Address
notices-hook-whose = Congress
notices-hook-all = All
notices-hook-area = Area code
notices-hook-facts = What it is told
notices-hint-url = The whole address, beginning with https://
notices-hint-area = Only the facts of this congress; all congresses' when left empty.
notices-hint-facts = Choose one at least.
notices-hook-add = Add
notices-hook-on = Told
notices-hook-off = Paused
notices-hook-secret = This is the secret of the signatures, shown this once. Give it to the receiver now.
notices-hook-ping = Send a test
notices-hook-pause = Pause
notices-hook-resume = Resume
notices-hook-replace = Replace the secret
notices-hook-replace-ask = Replace the secret? Calls carry the old signature too until you retire it.
notices-hook-retire = Retire old secrets
notices-hook-retire-ask = Retire the old secrets? The receiver must use the new one already.
notices-hook-remove = Remove
notices-hook-remove-ask = Remove this webhook? What waits to be sent is not sent.
notices-hook-retired = Old secrets are retired.
notices-hook-paused = Paused.
notices-hook-resumed = Resumed.
notices-hook-pinged = A test was sent. Load the page again to see what came of it.
notices-hook-removed = The webhook was removed.
notices-hook-resent = Sent again. Load the page again to see what came of it.
notices-calls = Last calls
notices-calls-none = Nothing was sent yet. You can send a test.
notices-call-fact = Fact
notices-call-status = Answer
notices-call-attempts = Attempts
notices-call-problem = Reason
notices-call-again = Send again
# used: notices-call-*
notices-call-waiting = Waiting
notices-call-sent = Taken
notices-call-failed = Given up
# used: notices-fact-*
notices-fact-submitted = handed in
notices-fact-withdrawn = withdrawn
notices-fact-returned = returned for editing
notices-fact-accepted = accepted
notices-fact-numbered = numbered
notices-fact-assigned = assigned
notices-fact-signed-for = signed for
notices-fact-reply-signed = reply signed
notices-fact-reply-delivered = reply delivered
notices-fact-redo-ordered = to be handled again
notices-fact-closed = closed
notices-fact-ping = test
notices-wrong-verbs = Choose one at least of the facts listed.
notices-wrong-congress = There is no congress with this area code. Please check it.
notices-wrong-many = At most { $most } webhooks. Remove one that is no longer used.
notices-refused-paused = It is paused. Resume it before you test it.

# Disclosure
notices-said-disclosed = Your suggestion “{ $title }” and its reply are before the public.
notices-said-corrected = What the public reads of your suggestion “{ $title }” was corrected.
notices-said-taken-down = Your suggestion “{ $title }” was taken down and is no longer before the public.
notices-said-part-disclosed = “{ $title }”, which your unit handled, is before the public with its reply.
notices-said-part-corrected = What the public reads of “{ $title }”, which your unit handled, was corrected.
notices-said-part-taken-down = “{ $title }”, which your unit handled, was taken down.
notices-kind-disclosed = Suggestion disclosed
notices-kind-corrected = Disclosure corrected
notices-kind-taken-down = Disclosure taken down
notices-kind-part-disclosed = Handled suggestion disclosed
notices-kind-part-corrected = Disclosure of a handled suggestion corrected
notices-kind-part-taken-down = Disclosure of a handled suggestion taken down
notices-fact-disclosed = disclosed to the public
notices-fact-corrected = disclosure corrected
notices-fact-taken-down = disclosure taken down
notices-said-opinion-said = Somebody has said something to you: say a first word in time.
notices-kind-opinion-said = An opinion was said to you
notices-said-opinion-answered = The office or a body has answered an opinion that was said to you.
notices-kind-opinion-answered = An opinion said to you was answered
notices-said-opinion-answered-for = Staff answered an opinion in your name: read what was typed, and tell the office if it is not what you said.
notices-kind-opinion-answered-for = An answer in your name
notices-said-opinion-elsewhere = The office has told where an opinion belongs that was said to you.
notices-kind-opinion-elsewhere = An opinion said to you belongs elsewhere
notices-said-opinion-back = Somebody is dissatisfied with the answer to an opinion: look at it again.
notices-kind-opinion-back = An answer did not satisfy
notices-said-opinion-replied = The suggestion an opinion became was replied to: tell whoever said it what came of it.
notices-kind-opinion-replied = The suggestion of an opinion was replied to
notices-said-opinion-overdue = An opinion is overdue and somebody is waiting: deal with it now.
notices-kind-opinion-overdue = An opinion is overdue
notices-said-opinion-given-out = An opinion was given to your body: answer it in time.
notices-kind-opinion-given-out = An opinion was given to you
notices-said-opinion-given-back = A body gave an opinion back: read why, and see where it goes.
notices-kind-opinion-given-back = An opinion was given back
notices-said-opinion-taken = An opinion your body had is now with somebody else; you need not answer it.
notices-kind-opinion-taken = An opinion went to somebody else
notices-said-opinion-fed-back = A body said what it thinks of an opinion: answer whoever said it.
notices-kind-opinion-fed-back = Word of a body on an opinion
notices-said-opinion-came = An opinion came in: see where it goes.
notices-kind-opinion-came = An opinion came in
notices-said-opinion-insisted = Somebody is dissatisfied with the answer to an opinion: handle it again, or explain.
notices-kind-opinion-insisted = Somebody is dissatisfied
notices-said-station-graded = The stars of { $unit } were published; please look.
notices-kind-station-graded = Stars of a station published
notices-said-station-proposed = The proposed stars of { $unit } are shown; whoever disagrees objects while they are.
notices-kind-station-proposed = Proposed stars shown
notices-said-duty-unfilled = The roster of { $unit } from { $day } could not be published on its day: nobody is on it. Put deputies on it and publish it.
notices-kind-duty-unfilled = Roster not published: nobody on it
notices-said-duty-on-leave = The roster of { $unit } from { $day } could not be published on its day: somebody on it is on leave, serves there no longer or holds no mandate. Generate it again or change it, and publish it.
notices-kind-duty-on-leave = Roster not published: leave
notices-said-duty-past = The roster of { $unit } from { $day } could not be published on its day: its first turn is over. Generate it again and publish it.
notices-kind-duty-past = Roster not published: too late

notices-said-duty-published = A duty roster is published: you have turns from { $day } on. See “My turns”.
notices-kind-duty-published = Duty roster published
notices-said-duty-on = You are put on duty at the station on { $day }.
notices-kind-duty-on = Put on duty
notices-said-duty-off = Your turn at the station on { $day } is off.
notices-kind-duty-off = Taken off duty
notices-said-duty-swap-asked = { $person } asks you to take a turn at the station on { $day }. Please answer.
notices-kind-duty-swap-asked = Asked to take a turn
notices-said-duty-swap-accepted = { $person } takes your turn on { $day }.
notices-kind-duty-swap-accepted = Your turn is taken
notices-said-duty-swap-declined = { $person } cannot take your turn on { $day }: ask somebody else, or be there.
notices-kind-duty-swap-declined = Your turn is not taken
notices-said-duty-swap-withdrawn = { $person } no longer asks you to take the turn on { $day }.
notices-kind-duty-swap-withdrawn = A swap was withdrawn
notices-said-remind-posting = { $title }: a list is posted by { $day } at the latest. Post it, and enter the day with the district.
notices-kind-remind-posting = A list to be posted
notices-said-remind-objection = { $title }: an objection to the list of voters is to be decided (or judged) by { $day }. See to it, and enter the result.
notices-kind-remind-objection = An objection to be decided
notices-said-remind-duty = You are on duty at the station on { $day }. If you cannot be there, swap or tell the keeper first.
notices-kind-remind-duty = Reminder of duty
notices-said-link-made = The office asks you to keep contact with { $person }; write down each contact as you make it.
notices-kind-link-made = New link
notices-said-link-kept = The office has asked { $person } to keep contact with you.
notices-kind-link-kept = Somebody keeps contact with you
notices-said-link-ended = A link between you and { $person } has ended.
notices-kind-link-ended = Link ended
notices-said-link-due = A contact of this year is due on one of your links: visit or telephone.
notices-kind-link-due = Contact due
notices-said-elected = You were elected a deputy; the result is public, and to be confirmed.
notices-kind-elected = Elected
notices-said-seat-confirmed = Your election was confirmed and made public.
notices-kind-seat-confirmed = Election confirmed
notices-said-seat-changed = Your mandate has ended, rests, or goes on: see the public notice, and ask your office.
notices-kind-seat-changed = Mandate changed
notices-said-ballot-counts = You are to count or to lead the counting: { $title }. Please say first whether you have to stand aside.
notices-kind-ballot-counts = Named to count
notices-said-ballot-differs = Two entries of a bundle differ: { $title }. Please count it and enter it again.
notices-kind-ballot-differs = Entries differ
notices-said-ballot-to-announce = The count is reported: { $title }. Please announce it.
notices-kind-ballot-to-announce = To be announced
notices-said-ballot-announced = The result was announced: { $title }. What follows from it can be done.
notices-kind-ballot-announced = Result announced
notices-said-ballot-teller-aside = A teller stood aside: { $title }. Please name another.
notices-kind-ballot-teller-aside = A teller stood aside
notices-said-ballot-reopened = The result is to be corrected: { $title }. Please count the bundles concerned again.
notices-kind-ballot-reopened = Result taken up again
notices-said-ballot-off = This round was called off: { $title }. Nothing is counted any more.
notices-kind-ballot-off = Round called off
notices-said-appointment-adopted = The appointment you drafted was adopted: it can be announced.
notices-kind-appointment-adopted = An appointment was adopted
notices-said-appointment-refused = The appointment you drafted was refused; where the local rule allows, propose it again.
notices-kind-appointment-refused = An appointment was refused
notices-said-appointment-announced = Your appointment or removal is announced.
notices-kind-appointment-announced = Your appointment is announced
notices-said-office-to-name = An election of leaders is certified and nobody said which office it fills, so that nobody holds it in the register. Name the office.
notices-kind-office-to-name = Result waits for its office
