# Links between members, deputies and the public
links-title = Links
links-none-title = No kinds of links yet
links-none-text = Lay down the kinds of your congress first, such as “committee members link deputies” or “deputies link villages”; then draft the links.
links-new-title = New kind of links
links-settings-title = Change the kind
links-settings-lead = Who links whom, how many each, how often a year: as the congress adopted it.
links-mine-title = My links
links-coverage-title = Coverage
links-import-title = Import links
links-make-title = New link
links-draft-open = Draft waiting
links-draft-look = Look at the draft
links-draft-make = Draft links
links-draft-title = Draft of links
links-draft-lead = Links that stand are kept; everybody else is shared out evenly, the near ones first. It is a draft: change it, and adopt it when it is right.
links-draft-button = Make the draft
links-hint-draft-since = New links begin on this day once the draft is adopted.
links-sides = { $one } → { $other }
links-quota = Each is linked by { $need }; each who links has { $least } or more, at most { $most }
links-no-most = any number
links-back = Back
links-back-to-list = Back to links
links-back-to-kind = Back to the kind
links-back-to-draft = Back to the draft
links-back-to-link = Back to the link
links-back-to-mine = Back to my links
links-back-to-coverage = Back to coverage
links-back-to-indicator = Back to the indicator
links-save = Save

links-field-name = Name
links-field-sides = Both sides
links-field-links = Links
links-field-contacts = Contacts this year
links-field-basis = Basis
links-field-one = Who links
links-field-other = Who is linked
links-field-need = How many link each
links-field-least = Each links at least
links-field-most = Each links at most
links-field-near = Nearness
links-field-times = Contacts a year at least
links-field-since = Since
links-field-until = Until
links-field-quota = Quota
links-field-show = Which
links-field-as-of = As of
links-field-progress = Contacts this year
links-field-last = Last contact
links-field-done = Made this year
links-field-owed = Owed by that day
links-field-note = Of
links-field-has = Linked by
links-field-why = Why
links-field-change = Change
links-field-kind = Kind of links
links-field-way = How
links-field-words = What was said and seen
links-field-day = Day of the contact
links-field-follow-up = To follow up
links-field-end-day = Ends on
links-field-reason = Why it ends
links-field-remark = Remark
links-field-indicator = Indicator
links-field-part = Covered
links-field-whole = To be covered
links-field-share = Share
links-field-covered = Covered or not
links-field-who = Who or what
links-field-area = Area
links-field-population = Who is counted
links-field-condition = What makes one covered

links-hint-name = For example: committee members link deputies.
links-hint-need = Usually 1.
links-hint-least = Who stays below is told when links are drafted.
links-hint-most = Left empty: any number.
links-hint-times = Left empty or 0: not laid down.
links-hint-basis = For example: Measures on links of committee members with deputies.
links-hint-typed = There are many: type the name; of namesakes “name（delegation）”.
links-hint-words = A sentence or two will do.
links-hint-follow-up = What is to be passed on or asked again.
links-hint-kind = Choose one to count links of that kind alone.

# used: links-side-*
links-side-committee = Members of the standing committee
links-side-leaders = Members of the chairpersons’ meeting
links-side-presidium = Members of the presidium
links-side-deputies = Deputies of this congress
links-side-office = Staff of the office
links-side-organs = Offices of the congress
links-side-below = Deputies one level down
links-side-units = Handling units
links-side-towns = Areas one rung down
links-side-villages = Villages and communities

# used: links-near-*
links-near-any = Does not count
links-near-prefer = Same delegation or place first
links-near-only = Same delegation or place alone

# used: links-way-*
links-way-visit = Visit
links-way-phone = Telephone
links-way-talk = Talk
links-way-online = Online or letter
links-way-station = At a station
links-way-activity = Invited to an activity
links-way-other = Other

# used: links-reason-*
links-reason-changed = Rearranged
links-reason-left = No longer in that role
links-reason-term = Change of term
links-reason-other = Other

# used: links-show-*
links-show-behind = Fewer contacts than owed
links-show-none = No contact this year
links-show-ended = Ended

# used: links-stage-*
links-stage-open = Open
links-stage-adopted = Adopted
links-stage-dropped = Given up

# used: links-why-*
links-why-no-ones = There is nobody to link
links-why-none-near = Nobody of the same delegation or place links
links-why-none-left = Everybody who could links them already, or it is themselves
links-why-full = Everybody who could has as many as they may
links-why-open = Can still be arranged

links-progress = { $done } made, { $times } a year
links-progress-free = { $done } made
links-behind = Due
links-no-links-title = No such links
links-no-links-text = Choose another range or day, or draft links.
links-uncovered-title = Not linked
links-all-covered-title = Everybody is linked
links-all-covered-text = All this kind asks to be linked have enough links.
links-short-title = Who would link too few
links-gone-title = Links that end with the draft: one side no longer fits
links-lines-title = New links
links-no-lines = There are no new links.
links-counts-title = How many each links
links-figure-kept = Kept
links-figure-new = New
links-figure-gone = Ending
links-figure-uncovered = Still not covered
links-more = And { $count } more.
links-adopt-lead = Once adopted, new links begin on { $day }; both sides are told.
links-adopt-button = Adopt the draft
links-adopt-confirm = An adopted draft cannot be changed. Adopt it?
links-drop-button = Give the draft up
links-drop-confirm = It would have to be made again. Give it up?
links-line-add = Add one
links-line-give = Give to another or take out
links-line-remove = Take it out of the draft
links-line-remove-lead = In the draft nobody links this one in its place.
links-end-title = End the link
links-end-button = End it
links-contacts-title = Contacts
links-no-contacts = No contact has been written down.
links-contact-title = Write a contact down
links-contact-button = Save the contact
links-typed = Typed by staff
links-typed-lead = You are typing for { $name }; the record says so.
links-mine-own = Whom I keep contact with
links-mine-others = Who keeps contact with me
links-mine-none-title = You have no links yet
links-mine-none-text = Once the office has arranged them, those you keep contact with and those who keep contact with you stand here.

# used: links-indicator-*
links-indicator-deputies-home = Deputies with a home station
links-indicator-deputies-received = Deputies who received people at a station within a year
links-indicator-deputies-linked = Deputies who are linked
links-indicator-deputies-contacted = Deputies contacted within a year
links-indicator-deputies-links = Deputies who link
links-indicator-deputies-visits = Deputies who made contact within a year
links-indicator-committee-links = Committee members who link
links-indicator-committee-visits = Committee members who made contact within a year
links-indicator-towns-station = Towns with an open station
links-indicator-villages-linked = Villages linked by a deputy
links-indicator-told = Counted: { $population }; covered: { $condition }.
links-indicator-own = own
links-indicator-new = Add an indicator
links-indicator-lead = An indicator is a ratio of two lists: how many of those counted meet the condition.
links-indicator-remove = Remove the indicator
links-indicator-remove-confirm = Only the indicator goes; links and records stay. Remove it?
# used: links-population-*
links-population-deputies = Deputies in office
links-population-committee = Members of the standing committee
links-population-towns = Towns, streets and zones
links-population-villages = Villages and communities
# used: links-condition-*
links-condition-home = Has a home station
links-condition-received = Received people at a station within a year
links-condition-station = Has an open station
links-condition-linked = Is linked
links-condition-contacted = Was contacted within a year
links-condition-links = Links somebody
links-condition-visits = Made contact within a year
links-covered-missing = Who is missing
links-covered-covered = Who is covered
links-nobody-missing = Nobody is missing.
links-nobody-covered = Nobody is covered yet.
links-areas-title = Summed up by area
links-areas-lead = Who is a deputy at several levels counts once in each area and once in all, so the lines may add up to more than the sum. By functional area, deputies stand where their delegation is named after the area.
links-areas-rest = In none of these
links-areas-again = The lines add up to { $count } more than the sum: somebody stands in several of them, and once in the sum.
links-no-areas-title = There are no areas below
links-no-areas-text = Choose the other way of summing up.
links-tree-administrative = Administrative areas
links-tree-functional = Functional areas

links-sheet-hint-name = The name; of namesakes “name（delegation）”.
links-sheet-hint-other = The name of a person, unit or village; of namesakes with what tells them apart in brackets, of a village its code will do.
links-sheet-hint-since = Left empty: today.
links-sheet-kind = There is no such kind of links; lay it down first, under the same name.
links-sheet-day = Write the day as 2026-01-01.
links-sheet-full = This one links { $most } already, which is the most.
links-wrong-nobody = There is no such person or body on this side.
links-wrong-namesakes = There are namesakes; write “name（delegation）”.

links-flash-made = The kind of links was laid down.
links-flash-revised = The kind of links was changed.
links-flash-drafted = The draft was made; look it over.
links-flash-changed = The draft was changed.
links-flash-adopted = The draft was adopted; both sides are told.
links-flash-dropped = The draft was given up.
links-flash-linked = The link was made.
links-flash-ended = The link was ended.
links-flash-contacted = The contact was written down.
links-flash-indicator = The indicator was added.
links-flash-indicator-removed = The indicator was removed.

links-refused-sides = Links cannot be made between these two; choose others.
links-refused-sides-fixed = There are links or drafts, so the sides stay; lay down another kind instead.
links-refused-need = Each is linked by 1 to { $most }.
links-refused-quota = The least is not more than the most, and the most is 1 to { $most }.
links-refused-times = At most { $most } a year.
links-refused-days-cross = The last day does not come before the first.
links-refused-not-in-force = The kind is not in force on that day; choose another.
links-refused-too-many = There are too many to spread at once; import them, or make a kind for each place.
links-refused-draft-open = There is an open draft; adopt it or give it up first.
links-refused-draft-over = The draft was adopted or given up.
links-refused-draft-stale = “{ $name }” has changed since; change that line, or give the draft up and make another.
links-refused-draft-empty = Nothing would begin or end with this draft.
links-refused-not-on-side = “{ $name }” cannot be chosen here.
links-refused-linked-twice = The two are linked already.
links-refused-oneself = Nobody links themselves.
links-refused-full = “{ $name }” links { $most } already, which is the most.
links-refused-link-over = The link has ended.
links-refused-day-outside = The day is to be between { $first } and { $last }.
links-refused-reason = A change of term ends links by itself; choose another reason.
links-refused-indicator = These two lists cannot be compared; choose others.
links-refused-indicators-many = There are at most { $most } own indicators; remove one first.

links-ensure-of-congress = Each link and its kind are of one congress
links-ensure-days = No link ends before it began
links-ensure-contacts = No contact comes before its link
links-ensure-drafts = Each draft and its kind are of one congress
