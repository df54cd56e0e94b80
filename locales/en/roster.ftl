roster-title = Rosters
roster-person = Deputy
roster-save = Save
roster-back = Back
roster-amend = Amend
roster-done-saved = Saved.
roster-done-entered = The election is entered. When it is confirmed, enter that on this page.
roster-done-merged = The two entries are merged. If that was wrong, take it back under “Duplicates”.
roster-done-unmerged = The merge is taken back; the mandates are where they were.
# law
# fields
# used: roster-field-*
roster-field-name = Name
roster-field-gender = Gender
roster-field-ethnicity = Ethnic group
roster-field-party = Party
roster-field-education = Education
roster-field-occupation = Work and position
roster-field-phone = Telephone
roster-field-id-number = Identity number
roster-field-born = Born
roster-field-email = E-mail
roster-field-address = Address
roster-field-congress = Congress
roster-field-constituency = Constituency
roster-field-constituency-kind = Who elects
roster-field-delegation = Delegation
roster-field-term = Term
roster-field-state = Standing
roster-field-elected = Elected on
roster-field-began = In office since
roster-field-ended = Ended on
roster-field-reason = Reason of the end
roster-field-ground = Ground of the suspension
roster-field-role = Role
roster-field-role-began = From
roster-field-role-ended = Until
roster-field-basis = Document
roster-field-day = Day
roster-field-step = What to enter
roster-field-ordinal = Which term
roster-field-first-session = First day of the first session
roster-field-seats = Seats
roster-field-session = Which session
roster-field-place-name = Name
roster-field-opened = Opened
roster-field-closed = Closed
roster-field-reason-opening = Reason for opening
roster-field-merge-reason = Why they are one person
roster-field-file = Roster file
roster-field-kind = Kind
roster-field-area = Area
roster-field-area-code = Area code
roster-field-body = Name
roster-field-parent = Organ of
roster-field-serves = Serves
roster-field-transfer = Transfer office (divides what it is handed)
roster-field-closed-on = Closed on
# filters
roster-filter-name = Name, pinyin or initials
roster-filter-role = Role
roster-filter-sits-in = Body
roster-wrong-body = Deputies sit in congresses, standing committees and presidiums of towns: choose one of these.
roster-wrong-export-body = Choose a body first, then export.
roster-filter-area = Area:
roster-filter-body = Part of the name
# the deputies everybody may find
roster-deputies-title = Find a deputy
roster-deputies-under = Public facts of deputies in office on every level
roster-deputies-none = No deputy found
roster-deputies-none-text = Try another name or sound, or a wider area.
roster-seats = Mandates
roster-seats-none = There is no mandate.
roster-term-name = Term { $number }
# entering and amending
roster-new-title = Enter a new deputy
roster-amend-title = Amend a person
roster-elect = Enter an election
roster-elect-text = The roster knows this person; a further election is entered here and nothing is typed again. One may sit in several congresses on one chain of areas (Electoral Law, article 48).
roster-namesakes = Is it one of these
roster-namesakes-text = The roster knows people of this name. If one of them was elected, choose the name and enter the election there; if none was, tick the box and save again.
roster-namesakes-another = None of them: enter another person
roster-contact-title = Contact data
roster-contact-sealed = Contact data is masked. Who needs it states the reason; the opening is recorded.
roster-contact-opened = Opened and recorded. It is masked again when you leave this page.
roster-contact-none = No contact data yet.
roster-contact-reason-hint = For example: invitation to the fifth session
roster-contact-open = Show in full
roster-contact-amend-title = Amend contact data
roster-contact-amend-text = Fill in only what changes; what is left blank stays.
# mandates
roster-mandate-title = Mandate
roster-mandate-open = Enter a change
roster-mandate-steps = Enter a change
roster-ground-hint = For a suspension (Deputies Law, article 61)
roster-reason-hint = For an end (Deputies Law, article 62)
roster-step-confirm-text = Check day and step: it will be recorded.
roster-correct = Correct the record
roster-correct-text = For what was entered wrongly; what has changed since is entered as a step. The correction and its reason go into the journal, where the first record stays.
roster-correct-what = What is wrong
# used: roster-correct-*
roster-correct-elected = Day of the election
roster-correct-confirmed = Day of the announcement
roster-correct-began = First day in office
roster-correct-suspended = Day of the suspension
roster-correct-ended = Day of the end
roster-correct-reason = Reason of the end
roster-correct-taken-back = Take the last step back
roster-correct-now = { $what } ({ $stands })
roster-correct-becomes = it stands as “{ $state }” again; roles that ended with it are held again, links and the like are entered anew
roster-correct-day = The right day
roster-correct-day-text = For a wrong day.
roster-correct-reason-text = For a wrong reason (Deputies Law, article 62).
roster-correct-because = Why it is corrected
# used: roster-step-*
roster-step-confirm = Confirmed
roster-step-take-up = Takes office
roster-step-suspend = Suspended
roster-step-resume = Acts again
roster-step-end = Ends
# used: roster-state-*
roster-state-elected = Elected
roster-state-confirmed = Confirmed
roster-state-in-office = In office
roster-state-suspended = Suspended
roster-state-ended = Ended
# used: roster-ground-*
roster-ground-custody = In custody in a criminal case
roster-ground-sentence = Serving a sentence without deprivation of political rights
# used: roster-reason-*
roster-reason-moved-away = Moved out of the area
roster-reason-resigned = Resignation accepted
roster-reason-ordered-to-resign = Ordered resignation accepted
roster-reason-absent = Absent from two sessions without leave
roster-reason-recalled = Recalled
roster-reason-nationality-lost = Lost the nationality
roster-reason-rights-deprived = Deprived of political rights
roster-reason-capacity-lost = Lost legal capacity
roster-reason-died = Died
roster-reason-term-over = The term is over
roster-reason-election-void = The election was void
# used: roster-role-*
roster-role-chair = Chair of the standing committee
roster-role-vice-chair = Vice chair of the standing committee
roster-role-secretary-general = Secretary-general
roster-role-standing-member = Member of the standing committee
roster-role-town-chair = Town chair
roster-role-town-vice-chair = Town vice chair
roster-role-presidium-member = Member of the presidium
roster-role-committee-member = Member of a special committee
roster-role-delegation-head = Head of delegation
roster-role-delegation-vice-head = Vice head of delegation
roster-role-group-head = Head of a group
roster-role-give = Add a role
roster-role-lay-down = Lay down
roster-role-strike = Strike out
roster-role-strike-because = Why it was wrong
roster-role-strike-text = This role will be struck out as if it had never been entered; what it was and the reason stay in the journal. Strike it out?
roster-roles-title = Roles
roster-roles-none = No roles.
roster-place-title = Delegation and constituency
# used: roster-gender-*
roster-gender-female = Female
roster-gender-male = Male
# used: roster-level-*
roster-level-nation = Nation
roster-level-province = Province
roster-level-prefecture = Prefecture
roster-level-county = County
roster-level-township = Township
roster-level-village = Village
# used: roster-area-*
roster-area-subdistrict = Street
roster-area-functional = Zone
roster-area-village = Village
# used: roster-kind-*
roster-kind-congress = Congress
roster-kind-standing-committee = Standing committee
roster-kind-presidium = Presidium
roster-kind-work-committee = Work committee
roster-kind-office = Office
roster-kind-unit = Unit
roster-kind-station = Station
roster-kind-group = Group
roster-kind-delegation = Delegation
# used: roster-power-*
roster-power-contact-deputies = Keep in touch with deputies and residents
roster-power-organise-activities = Organise deputies' activities
roster-power-inspect = Organise inspections
roster-power-hear-reports = Hear reports
roster-power-review-budget-draft = Look through the draft budget
roster-power-handle-opinions = Take up opinions, pass on suggestions
# congress and term
roster-list-title = Roster
roster-list-none = Nobody in this roster
roster-list-none-text = Enter a deputy or import a roster; or choose other filters.
roster-no-term = No term yet
roster-no-term-text = Enter the present term first, then deputies.
roster-terms = Terms
roster-term-enter = Enter the term
roster-term-enter-title = Enter this term or prepare the next
roster-term-enter-text = A next term starts with the places of this one; this one runs on until the change.
roster-term-closed = This term ended on { $day }.
roster-sessions = Sessions
roster-session-enter = Enter a session
roster-delegations = Delegations
roster-delegation-enter = Add a delegation
roster-delegation-none = Without delegation
roster-constituencies = Constituencies
roster-constituency-enter = Add a constituency
roster-session-correct = Correct the days of the session
roster-session-correct-text = Leave it empty while the session sits. Suggestions and bills handed in already stay what they are.
roster-beginning-correct = Correct the first day
roster-beginning-correct-text = The day the first session opened. The days on which deputies took office stay as they are.
roster-place-remove = Remove
roster-place-remove-text = Only where no deputy is or ever was; otherwise it can be renamed.
# used: roster-constituency-*
roster-constituency-district = District (voters elect)
roster-constituency-unit = Unit (a congress elects)
roster-seats-count = { $count ->
    [one] one seat
   *[other] { $count } seats
}
roster-chart-delegations = Deputies in office by delegation
roster-rungs = Deputies in office by level
roster-change-title = Change of term
roster-change = Change to term { $number }
roster-change-text = All mandates of this term end and those confirmed for the next begin, on the first day of its first session.
roster-confirm-all = Confirm all
roster-confirm-all-text = After the examination, all elections still to be confirmed can be confirmed at once.
roster-reelection = Enter re-elections
roster-reelection-ticked = Deputies elected again
roster-reelection-title = Deputies elected again
roster-reelection-text = Tick those elected into term { $number }; nobody is typed again, places carry over by name.
# duplicates
roster-duplicates-title = Duplicates
roster-duplicates-text = Each pair may be one person. Look, then merge; a merge can be taken back.
roster-duplicates-none = No duplicates found
roster-duplicates-none-text = No identity number, name with telephone, or name within this congress stands twice.
# used: roster-why-*
roster-why-id-number = Same identity number
roster-why-phone = Same name and telephone
roster-why-name = Same name in one congress
roster-merge = Merge
roster-merge-text = The mandates of the second go to the first. It can be taken back.
roster-merging-title = Merge with another entry
roster-merging-text = Where one person has two entries that nothing marks as such, because the name is written otherwise or an ID number is missing, look for the other one here. The seats of both go to this entry; a merge can be taken back.
roster-merging-search = Name of the other entry (pinyin or initials will do)
roster-merging-find = Find
roster-merging-none = Nobody found
roster-merging-none-text = Please try another spelling. Only deputies of congresses where you may merge are listed.
roster-merging-other = Entry to be merged in
roster-between = {", "}
roster-merges = Merged
roster-unmerge = Take back
# directory and areas
roster-units-title = Directory
roster-units-under = Bodies of the congresses and handling units on every level
roster-units-none = Nothing found
roster-units-none-text = Try another name, kind or area.
roster-rename = Rename
roster-close = Close
roster-reopen = Open it again
roster-reopen-text = If it was closed by mistake, it can be opened again here.
roster-close-unfinished = { $count ->
    [one] This unit has 1 suggestion it has not finished.
   *[other] This unit has { $count } suggestions it has not finished.
} Once closed it can handle none; please reassign them on the page of each.
roster-close-text = It leaves the directory; its history stays.
roster-body-enter = Add a body
roster-body-enter-at = Add a body · { $congress }
roster-hint-area-code = The code of the area it is for, within this level, such as 430121 or 430121102.
roster-hint-transfer = The office of the congress can then hand suggestions to it, and it divides them among units: the government's office, its inspection office, the Party committee's office. What lies with it already stays.
roster-is-not = No
roster-powers = Delegated powers
roster-areas-title = Areas
roster-bodies = Bodies
roster-inside = Inside
roster-villages = Villages and communities
# import
roster-import-title = Import a roster
# sheet hints
roster-sheet-hint-congress = Area code or name of the congress; for deputies of the national congress 全国人大; may be blank for your own
roster-sheet-hint-gender = Male or female
roster-sheet-hint-sealed = Kept sealed, shown masked
roster-sheet-hint-id-number = 18 places; tells one person from another; kept sealed
roster-sheet-hint-term = For example 18; blank is the running term. A congress without one needs it, with the first day in office
roster-sheet-hint-days = All three blank: in office since the term began; only this one: still to be confirmed
roster-sheet-hint-role = Several roles with commas
# sheet errors
roster-sheet-too-long = At most { $most } characters fit; shorten it
roster-sheet-day-not-come = { $day } has not come yet and cannot be entered as done. For people elected who have not taken office, fill in the day of the election alone.
roster-sheet-gender = Write male or female
roster-sheet-day = Write the day as 2026-03-10
roster-sheet-role = There is no role “{ $role }”; see the template
roster-sheet-congress = No such congress; write the area code, for example 430121, or 全国人大 for the national congress
roster-sheet-congress-blank = Write the area code of the congress
roster-sheet-other-congress = Only the roster of { $area } comes in here; others import their own
roster-sheet-term = No such term; the running one is { $term }. Enter the next term first
roster-sheet-no-term = This congress has no term yet. Write the term and the first day in office, or enter the term first
roster-sheet-term-made = This term will be entered
roster-sheet-twice = The same person as row { $row }; delete one
roster-sheet-number-of-another = This identity number is { $name }'s; check name and number
roster-sheet-same-name = Several people here have this name; add the identity number
roster-sheet-ethnicity = Is none of the 56 ethnic groups; please check
roster-sheet-gender-differs = Differs from the identity number; please check
roster-sheet-born-differs = Differs from the identity number, which counts
roster-sheet-zone = The code of the zone does not tell the county it lies in; check
roster-wrong-phone = Write a mobile of 11 digits or a landline with its area code
roster-wrong-id-number = The identity number is not right; check its 18 places
roster-wrong-email = Not an address; for example name@example.cn
# refusals
roster-refused-day-too-early = The day cannot be before { $day }. Change it.
roster-refused-day-not-come = { $day } has not come yet. What you enter takes effect at once: come back on that day, or give the day on which it happened.
roster-refused-reason-unknown-to-law = The law in force that day does not know this reason. Check day or reason.
roster-refused-already-confirmed = The election was confirmed; it can no longer be void.
roster-refused-mandate-elected = Not confirmed yet. Enter the confirmation first.
roster-refused-mandate-confirmed = Not in office yet. Enter that first.
roster-refused-mandate-in-office = The deputy is in office; this does not apply.
roster-refused-mandate-suspended = Suspended. Enter that the deputy acts again, or the end.
roster-refused-mandate-ended = The mandate has ended; nothing more can be entered.
roster-refused-nothing-to-correct = Nothing of the kind was entered of this mandate. Reload the page.
roster-refused-days-out-of-order = The days would not be in order: election, announcement, beginning, end; and no role begins after the end. Check the day.
roster-refused-role-over = This role was laid down already.
roster-refused-role-held = This role is held already. Lay it down first.
roster-refused-term-closed = This term is closed and stays as it is.
roster-refused-term-prepared = A next term is prepared already. Finish the change of term first.
roster-refused-not-the-next-term = The terms do not follow each other. Choose the next one.
roster-refused-nobody-chosen = No deputy is ticked. Please tick those who were elected again first.
roster-refused-nobody-waits = Nobody of this term waits to be confirmed; there is nothing to do.
roster-refused-not-of-this-term = A deputy chosen is not of this term. Open the page again.
roster-refused-session-there = This session is entered already, or its number is wrong.
roster-refused-name-taken = The name is taken; choose another.
roster-refused-district-seats = Between 1 and { $most } seats (Electoral Law, article 25).
roster-refused-unit-seats = Between 1 and { $most } seats.
roster-refused-delegation-used = Deputies are or were in this delegation, so it stays. Rename it, or move the deputies to another first.
roster-refused-constituency-used = Deputies were elected here, or the term has an election, so it stays. It can be renamed.
roster-refused-term-changed = This term began with the change of term, on the day the mandates of the one before ended. Its first day cannot be changed alone.
roster-refused-place-of-another-term = The delegation or constituency is of another term.
roster-refused-namesakes = There are people of this name already, so nothing was entered. Look at those listed below first.
roster-refused-seated-already = This person has a mandate in this term already.
roster-refused-off-chain = { $one } and { $other } do not lie one inside the other: nobody sits in both (Electoral Law, article 48).
roster-refused-merged = This entry was merged into another. Amend that one.
roster-refused-merge-itself = An entry cannot be merged with itself.
roster-refused-merge-same-term = Both have a mandate in one term; check the roster first.
roster-refused-merge-undone = This merge was taken back already.
roster-refused-body-by-law = Organs of state power stand by law; they are not added or closed here.
roster-refused-body-open = This body is not closed; there is nothing to open again.
roster-refused-body-closed = This body is closed already.
roster-refused-area-outside = The area lies outside.
roster-refused-transfer = Only units and offices of a congress can be transfer offices.
roster-refused-powers = Only work committees have delegated powers.

roster-session-sits = Sitting
roster-session-close = Enter the last day
roster-session-close-text = Papers handed in after that day count as raised between sessions.
roster-refused-session-closed = The last day of this session is entered already. Reload the page to see it.
roster-field-count = Deputies

# the rules of the roster told with their working: the numbers of the law
roster-step-quota-rule = Congress, { $level } level: base { $base }, one more per { $step } people, { $cap } at most.
roster-step-quota-formula = { $base } + { $population } ÷ { $step } ({ $more } in whole numbers) = { $formula }.
roster-step-quota-cap = { $formula } is over the cap: { $cap }.
roster-step-quota-plus5 = Five per cent more by decision, fractions dropped: from { $capped } to { $seats }. Whether the cap binds here the law does not say.
roster-step-quota-lower = Under { $few } people the number may be lower than the base.
roster-step-quota-fixed = Once fixed, the number does not change; this is a reckoning, not a decision.
roster-reason-quota = { $seats } deputies.
roster-reason-quota-lower = { $seats } deputies; with so few people the number may be lower.
roster-refused-no-five-per-cent = Five per cent more are for autonomous regions, provinces, counties and townships. Untick it or choose another level.

# used: roster-happened-*
roster-happened-detained = taken into custody
roster-happened-released = released, or sentence served
roster-happened-sentenced = sentenced, political rights not taken
roster-happened-sentenced-deprived = sentenced, political rights taken
roster-happened-absent = absent from a session without leave
roster-happened-resignation-filed = resignation handed in
roster-happened-resigned = resignation accepted
roster-happened-ordered-to-resign = ordered resignation accepted
roster-happened-moved-away = moved away
roster-happened-recalled = recalled
roster-happened-nationality-lost = nationality lost
roster-happened-rights-deprived = political rights taken
roster-happened-capacity-lost = legal capacity lost
roster-happened-died = died

# used: roster-stands-*
roster-stands-active = acts as a deputy
roster-stands-suspended = suspended
roster-stands-ended = mandate ended
roster-step-status-rule = Custody and sentences suspend a deputy; the grounds of the law end the mandate.
roster-step-event = { $event }: { $status }.
roster-step-after-the-end = { $event }: the mandate has ended, nothing changes.
roster-step-two-absences = { $count } absences in this term; the law does not ask that they follow one another.
roster-reason-status = Now: { $status }.

roster-step-chain = Nobody is a deputy in two areas that have no relation of superior and inferior.
roster-step-apart = { $one } and { $other } have no such relation.
roster-step-zone = { $one } and { $other }: the code of a zone does not tell in which county its towns lie. Look it up.
roster-reason-chain = They go together.
roster-reason-no-chain = They do not go together.
roster-reason-chain-unsure = A person must look.

roster-step-size = A { $level } standing committee has { $min } to { $max } members.
roster-step-size-many = Over { $many } people: { $max } at most.
roster-step-size-fixed = The province fixes the number for the term.
roster-reason-size = { $min } to { $max } members.
roster-refused-no-standing-committee = Townships have no standing committee. Choose county or above.

# used: roster-unit-*
roster-unit-province = province
roster-unit-city = city
roster-unit-autonomous-prefecture = autonomous prefecture
roster-unit-county = county
roster-unit-district = district of a city
roster-unit-township = township
roster-unit-ethnic-township = ethnic township
roster-unit-town = town
roster-unit-street = street
roster-unit-development-zone = development zone
roster-unit-management-zone = management zone
roster-unit-farm = farm
roster-unit-village = village
roster-step-has-congress = Provinces, prefectures, counties, cities, districts, townships and towns have a congress.
roster-step-committee = From county up a congress has a standing committee.
roster-step-presidium = Townships have a presidium and chairs instead.
roster-step-street = Streets have none; the county standing committee may set up a working body there.
roster-step-zone-organ = A zone or farm is no level of state power; the standing committee may set up a working body there by decision.
roster-step-village = Villages are self-governing and have none.
roster-reason-committee = { $unit }: a congress and a standing committee.
roster-reason-presidium = { $unit }: a congress, no standing committee.
roster-reason-no-congress = { $unit }: no congress.

roster-card = Whom one asks in the unit
roster-card-text = For task lists and for the hint whose matter it might be. Kept by the congress's office and by the unit; not shown to the public.
roster-card-leader = Government leader in charge
roster-card-responsible = Person responsible
roster-card-contact = Contact
roster-card-phone = Office telephone
roster-card-duties = What it answers for
roster-hint-duties = A line each, as its statute puts it, such as: building and upkeep of country roads. Whoever assigns is shown what fits a title.
roster-hint-card = While empty, task lists show the names on the accounts of the unit's head and clerk.
roster-disclosed = Disclosed suggestions
roster-say = Say something
roster-codes = Codes

# What `lianluo doctor` ensures of the data.
roster-ensure-congress = every body serves a congress, and a congress serves itself
roster-ensure-level = no congress has a parent: levels are not subordinate
roster-ensure-area = only administrative areas have a congress
roster-ensure-powers = work committees and no others have delegated powers, and belong to somebody
roster-ensure-transfer = only units and offices of congresses are transfer offices
roster-ensure-session = no session ends before it began
roster-ensure-terms = a congress has one running term and at most one prepared
roster-ensure-mandate = a mandate lies in the area and congress of its term
roster-ensure-delegation = a mandate's delegation and constituency are of its term
roster-ensure-closed = no mandate lives on in a closed term
roster-ensure-chain = nobody sits off the chain (选举法 48), but where a zone's code leaves it open
roster-ensure-merged = no mandate belongs to an entry that was merged away
roster-ensure-role = no role outlives its mandate
roster-ensure-identity = no identity number belongs to two people
roster-filter-level = Level
roster-national-note = Here stand the deputies whom this province elects to the National People’s Congress; the standing committee of the province keeps in touch with them. Bills and suggestions to that congress are handed in and handled through its own channels, not here. What constituents say, receptions and contacts are kept here as for every deputy.
roster-ensure-national = The national congress is kept once in each province, and nowhere below
