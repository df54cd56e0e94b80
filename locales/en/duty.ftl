# Duty at the stations
duty-title = Duty
duty-lead = Reception days and rosters of the stations: who is on duty, who was there
duty-between = {", "}
duty-mine = My turns
duty-mine-count = This year you were there { $attended } times; at least { $least } are asked.
duty-mine-station = Your station:
duty-mine-no-station = You belong to no station yet: ask the office of your congress.
duty-mine-none = No turns of yours lie ahead; once a roster is published they stand here.
duty-mine-ahead = Turns ahead
duty-mine-past = Turns of this year
duty-stations = Stations
duty-stations-none-title = No stations
duty-stations-none-text = Enter a station and name its keeper first; then plan its turns here.
duty-waits-pattern = No reception day
duty-waits-drafts = To publish: { $count }
duty-waits-unnoted = Attendance not noted: { $count }
duty-swaps = Swaps
duty-swap-said = { $from } asks { $to } to take the turn of { $day } at { $station }.
duty-swap-waits = { $name } is asked; the answer is awaited
duty-swap-title = Swap the turn of { $day }
duty-swap-nobody = The station has no other deputy: talk to its keeper.
duty-leaves = Leave
duty-leaves-none = No leave.
duty-station-title = Duty at { $station }
duty-month = Turns of { $month }
duty-turns = Turns
duty-turns-none = No turns this month.
duty-missing = { $count } missing
duty-moved = moved from { $day }
duty-by-hand = added by hand
duty-patterns = Reception days
duty-patterns-none = No reception days yet; a roster needs them.
duty-pattern-title = New reception day of { $station }
duty-pattern-lead = By weekday, by date or by market day; say when, and how many deputies.
duty-pattern-people = { $count } deputies each
duty-pattern-until = until { $day }
duty-rosters = Rosters
duty-rosters-none = No rosters yet.
duty-roster-title = Roster of { $station }, { $since } – { $until }
duty-roster-turns = { $count } turns
duty-roster-published = published { $day }
duty-roster-by = to be published by { $day }
duty-roster-draft = A draft: no deputy was told.
duty-publish-by = To be published
duty-publish-by-clock = A draft that nobody published by then is published by itself, and the deputies are told; not where somebody on it is on leave.
duty-empty = { $count } places are empty: too few deputies can on those days. Put somebody on by hand, or change the reception days.
duty-short = { $count } deputies stay below { $least } turns this year
duty-short-line = { $name }: { $has }, { $why }
duty-turn-title = Duty at { $station } on { $day }
duty-turn-roster = The roster
duty-changes = Changes by hand
duty-change-said = { $kind ->
    [out] { $gone } is off
    [in] { $came } is on
   *[other] { $came } for { $gone }
 }
duty-coverage-title = Turns of each deputy
duty-coverage-lead = At least { $least } a year; those with the fewest first
duty-coverage-none-title = No deputies
duty-coverage-none-text = Try another filter; deputies stand here once they belong to a station.
duty-settings-title = Rules of duty
duty-settings-lead = For all stations of this congress, from the next roster on.
duty-code-title = Code of the turn
duty-code-lead = On the day, deputies who are signed in scan the code, and are noted as there.
duty-code-again = There is one already; a new one takes its place.
duty-code-text = Deputies on duty on { $day }: sign in, scan, and press “I am here”.
duty-code-picture = The code
duty-code-address = Or open:
duty-code-once = The code is shown this once: print it or take a picture for the station. To see one again, make a new one.
duty-here-title = I am on duty
duty-here-noted = You are noted as there.
duty-calendar-title = On duty: { $station }
duty-calendar-names = On duty: { $names }
duty-paper-title = Duty at { $station }, { $year }-{ $month }
duty-paper-place = Place: { $place }
duty-paper-note = Note

# used: duty-standing-*
duty-standing-short = Too few
duty-standing-planned = Planned
duty-standing-met = Reached

# used: duty-stage-*
duty-stage-planned = Draft
duty-stage-published = Published
duty-stage-attended = There
duty-stage-missed = Missed

# used: duty-how-*
duty-how-code = by code
duty-how-hand = by hand

# used: duty-kind-*
duty-kind-weekday = By weekday
duty-kind-monthday = By date
duty-kind-market = By market day (civil calendar)
duty-kind-lunar = By market day (lunar calendar)

# used: duty-meets-*
duty-meets-weekday = { $nth ->
    [0] Every { $numbers }
   *[other] { $numbers } number { $weeks } of the month
 }
duty-meets-monthday = On the { $numbers } of the month
duty-meets-market = Market days ending in { $numbers }
duty-meets-lunar = Lunar market days ending in { $numbers }
duty-meets-months = In months { $months }: { $days }

# used: duty-shift-*
duty-shift-next = On a day off: the next working day
duty-shift-previous = On a day off: the working day before
duty-shift-skip = On a day off: none
duty-shift-keep = On a day off: all the same

# used: duty-weekday-*
duty-weekday-1 = Monday
duty-weekday-2 = Tuesday
duty-weekday-3 = Wednesday
duty-weekday-4 = Thursday
duty-weekday-5 = Friday
duty-weekday-6 = Saturday
duty-weekday-7 = Sunday

# used: duty-why-*
duty-why-away = on leave on too many of the days
duty-why-few-places = too few places for everybody

duty-field-day = Day
duty-field-weekday = Weekday
duty-field-hours = Hours
duty-field-station = Station
duty-field-stage = Stage
duty-field-swap = Swap
duty-field-next = Next reception
duty-field-published-until = Published until
duty-field-waits = To do
duty-field-deputy = Deputy
duty-field-deputies = Deputies on duty
duty-field-attendance = Attendance
duty-field-attended = Attended
duty-field-ahead = Ahead
duty-field-missed = Missed
duty-field-standing = Standing
duty-field-how = How noted
duty-field-since = From
duty-field-until = To
duty-field-reason = Reason
duty-field-to = Whom to ask
duty-field-words = What to say
duty-field-least = Turns a year, at least
duty-field-days-ahead = Days ahead of publication
duty-field-by-clock = Publish by itself
duty-field-meets = How the days are found
duty-field-numbers = Which days
duty-field-weeks = Which of the month
duty-field-months = Which months
duty-field-begins = Begins
duty-field-ends = Ends
duty-field-number = Deputies each time
duty-field-shift = On a day off
duty-field-from = From which day
duty-field-gone = Who goes out
duty-field-came = Who comes in

duty-hint-leave = You get no turns in these days; turns that are published stay: swap those.
duty-hint-leave-reason = The keeper and the office, who plan, read it.
duty-hint-to = Once they accept, the turn is theirs.
duty-hint-least = For example 2. Those below stand under “Turns of each deputy”.
duty-hint-ahead = For example 3: three days before the first turn.
duty-hint-by-clock = Ticked: what is still a draft on its day is published that morning. Not ticked: its keeper publishes it.
duty-hint-range = Within one year, a quarter for example; no other roster for any of the days.
duty-hint-turn = Within the days of the roster, for example a reception that was added. Draw the draft up again to put deputies on it.
duty-hint-numbers = Weekdays 1 to 7 (7 is Sunday), dates 1 to 31, or the last figures of market days: 3, 8; 0 for the tenth. Put commas between.
duty-hint-weeks = For weekdays alone: 1 is the first of the month; nothing is every week.
duty-hint-months = Like 1, 3, 5, 7, 9, 11; nothing is every month.
duty-hint-shift = Days off and made-up working days are those the State Council announces.
duty-hint-came = Deputies of the station who have no other turn and no leave that day.

duty-do-swap = Ask for a swap
duty-do-ask = Ask
duty-do-accept = Take the turn
duty-do-decline = I cannot
duty-do-withdraw = Ask no more
duty-do-accept-for = Enter that it was accepted
duty-do-decline-for = Enter that it was declined
duty-do-leave = Take leave
duty-do-leave-send = Hand in
duty-do-end-leave = Call off
duty-do-calendar = Into a calendar
duty-do-pdf = Schedule (PDF)
duty-do-docx = Schedule (Word)
duty-do-pattern = New reception day
duty-do-pattern-save = Keep it
duty-do-end = End today
duty-do-end-sure = Is today its last day, so that no roster uses it from now on?
duty-do-generate = Draw up a roster
duty-do-regenerate = Draw up again
duty-do-regenerate-sure = Draw it up again from patterns, leave and people as they are now, and lose changes by hand?
duty-do-discard = Throw away
duty-do-discard-sure = Throw this draft away?
duty-do-publish = Publish
duty-do-publish-sure = Everybody on it is told, and later changes go turn by turn. Publish now?
duty-do-turn = Add a turn
duty-do-turn-save = Add
duty-do-attended = There
duty-do-missed = Missed
duty-do-here = I am here
duty-do-code = Make a code
duty-do-change = Change by hand
duty-do-change-save = Keep the change
duty-do-set = Keep

duty-flash-leave = Your leave is kept.
duty-flash-leave-ended = Your leave is off.
duty-flash-swap-asked = Asked.
duty-flash-swap-accepted = Swapped.
duty-flash-swap-declined = Declined.
duty-flash-swap-withdrawn = Asked no more.
duty-flash-here = You are noted as there.
duty-flash-set = Kept.
duty-flash-pattern = The reception day is kept.
duty-flash-pattern-ended = Today is its last day.
duty-flash-generated = A draft is drawn up: look it over and publish it.
duty-flash-published = Published; the deputies on it are told.
duty-flash-discarded = Thrown away.
duty-flash-turn = Added.
duty-flash-marked = Noted.
duty-flash-changed = Changed.

duty-refused-nobodys = Duty is for deputies, keepers of stations and offices of congresses.
duty-refused-see = Only the office of the congress that keeps the stations sees this.
duty-refused-set = Only the head of the office sets the rules of duty.
duty-refused-changed = Somebody else has just changed it: load it again.
duty-refused-draft = This roster is not published.
duty-refused-published = It is published: change it turn by turn.
duty-refused-other-day = The code is good on the day of the turn alone.
duty-refused-not-yet = The day has not come.
duty-refused-past = The day is over, or it is noted already.
duty-refused-marked = It is noted so already.
duty-refused-swap-settled = This swap is settled.
duty-refused-not-asked = This is not yours to answer.
duty-refused-not-open = The station is not open: no roster can be drawn up.
duty-refused-overlaps = A roster stands for some of these days: choose others, or throw the draft away first.
duty-refused-no-days = No reception day lies within: make one first.
duty-refused-nobody = No deputy in office belongs to the station.
duty-refused-busy = They have another turn or leave that day.
duty-refused-unfilled = Nobody is on it: it cannot be published.
duty-refused-on-leave = Somebody on it has taken leave for their day, or is no longer a deputy of this station: draw it up again, or change it by hand, then publish.
duty-stuck-unfilled = It could not be published on its day: nobody is on it. Put deputies on its turns below, or generate it again, and publish it.
duty-stuck-on-leave = It could not be published on its day: somebody on it is on leave, serves here no longer or holds no mandate any more. Generate it again or change those turns, and publish it.
duty-stuck-past = It could not be published on its day: its first turn is over. Generate it again and publish it.
duty-refused-ended = It is over already.
duty-refused-swap-asked = Somebody is asked already: wait for the answer, or withdraw it first.
duty-wrong-number = A number from 0 to { $most }, please.
duty-wrong-numbers = Numbers that fit the way the days are found, one at least.
duty-wrong-months = Months are 1 to 12.
duty-wrong-deputies = A number from 1 to 20, please.
duty-wrong-hour = A time like 09:00, please.
duty-wrong-hours = The end comes after the beginning.
duty-wrong-past = Today or later, please.
duty-wrong-range = Days that fit, please: the end not before the beginning, and within a year.
duty-wrong-year = Within one year, please; draw up two rosters instead.
duty-wrong-day = A day of the roster, please.
duty-wrong-twice = A turn begins then already.
duty-wrong-nobody = Say who goes out or who comes in.
duty-wrong-not-there = This deputy is not on the turn.
duty-wrong-was-there = This deputy is noted as there.
duty-wrong-not-of-station = This deputy does not belong to the station that day.

duty-ensure-stage = Nobody on a draft is told, and everybody on a published roster is
duty-ensure-once-a-day = A deputy has at most one turn a day
duty-ensure-within = Each turn lies within the days of its roster, at its station
duty-ensure-swap = A swap that waits is of a seat that is the asker's

# no key: duty-published
# no key: duty-unfilled
# no key: duty-on-leave
# no key: duty-past
# no key: duty-on
# no key: duty-off
# no key: duty-swap-asked
# no key: duty-swap-accepted
# no key: duty-swap-declined
# no key: duty-swap-withdrawn
