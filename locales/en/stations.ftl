stations-title = Liaison stations
stations-lead = Stations that are open: where, when, and which deputies.
stations-inside = Register and ledgers
stations-back = Back
stations-save = Save
stations-print = Print
stations-filter-words = Name or address
stations-filter-deputy = Name of a deputy
stations-none-open-title = No open station was found
stations-none-open-text = Try another name or address, or find a deputy by place under “Find”.
stations-none-title = Nothing here yet
stations-none-text = Choose another filter; what is recorded is listed here by itself.
stations-ledgers-lead = Everything is entered once; register, ledgers and numbers follow from it.
stations-ledgers = Ledgers
stations-what = In short
stations-deputies = Deputies of the station
stations-no-deputies = No deputy has this station for home yet.
stations-keepers = Keepers
stations-no-keepers = Nobody keeps it yet. Give somebody the post of keeper under “Accounts”.
stations-no-plan = Nothing is planned for this year yet.
stations-history = History
stations-size = { $size } m²
stations-stars = { $stars } stars
stations-stars-till = (good until { $day })
stations-came-times = received { $count } times this year
stations-opinion-number = 〔{ $year }〕{ $n }

# used: stations-ledger-*
stations-ledger-register = Register of stations
stations-ledger-gaps = Deputies without a station
stations-ledger-receptions = Ledger of receptions
stations-ledger-activities = Ledger of activities
stations-ledger-plan = Ledger of plans
stations-ledger-statistics = Numbers of the year
stations-ledger-grades = Stars

# used: stations-stage-*
stations-stage-planned = Planned
stations-stage-open = Open
stations-stage-suspended = Suspended
stations-stage-merged = Merged into another
stations-stage-closed = Closed
stations-stage-title = Change its state
stations-stage-lead = Of a merger the deputies go along; ledgers and numbers of the old station stay, its code and its address lead to the new one.

# used: stations-step-*
stations-step-open = Open
stations-step-suspend = Suspend
stations-step-merge = Merge into another
stations-step-close = Close

# used: stations-past-*
stations-past-founded = Entered in the register
stations-past-revised = Register changed
stations-past-open = Opened
stations-past-suspend = Suspended
stations-past-merge = Merged into
stations-past-close = Closed
stations-past-joined = Another was merged into it
stations-past-graded = Stars published
stations-past-grade-withdrawn = Stars taken back

# used: stations-tier-*
stations-tier-center = Central station
stations-tier-station = Station
stations-tier-point = Point

# used: stations-kind-*
stations-kind-town = Town or street
stations-kind-village = Village or community
stations-kind-district = Constituency
stations-kind-park = Park
stations-kind-trade = Trade
stations-kind-online = Online

# used: stations-function-*
stations-function-home = Deputies’ home
stations-function-law = Legislative contact point
stations-function-budget = Budget contact point
stations-function-talk = Hall for deliberation
stations-function-mediation = Mediation

# used: stations-event-*
stations-event-reception = Reception
stations-event-study = Study
stations-event-visit = Visits
stations-event-inspection = Inspection
stations-event-discussion = Deliberation
stations-event-publicity = Law and policy explained
stations-event-report = Deputies report
stations-event-consultation = Consultation on laws or budget
stations-event-mediation = Mediation meeting
stations-event-deed = Practical deed
stations-event-other = Other activity

# used: stations-topic-*
stations-topic-roads = Roads and traffic
stations-topic-water = Water and sanitation
stations-topic-schools = Schools
stations-topic-health = Health
stations-topic-welfare = Welfare and work
stations-topic-housing = Building and housing
stations-topic-farming = Farming and villages
stations-topic-safety = Order and safety
stations-topic-other = Other

# used: stations-disposal-*
stations-disposal-answered = Answered on the spot
stations-disposal-township = Given to the town or street
stations-disposal-upward = Passed to the congress above
stations-disposal-suggestion = A deputy makes a suggestion
stations-disposal-elsewhere = Told where it belongs
stations-disposal-noted = Noted

# used: stations-progress-*
stations-progress-ahead = Planned
stations-progress-late = Late
stations-progress-done = Done
stations-progress-dropped = Given up

# used: stations-grade-*
stations-grade-applied = Applied
stations-grade-reviewed = Reviewed
stations-grade-published = Published
stations-grade-withdrawn = Taken back
stations-grade-title = Grading

stations-field-name = Name
stations-field-area = Place
stations-field-code = Code of the place
stations-field-tier = Tier
stations-field-kind = Kind
stations-field-functions = Functions
stations-field-host = Host
stations-field-place = Address
stations-field-size = Square metres
stations-field-hours = Hours
stations-field-phone = Telephone
stations-field-about = About
stations-field-homes = Deputies
stations-field-stars = Stars
stations-field-stage = State
stations-field-deputy = Deputy
stations-field-deputies = Deputies present
stations-field-congress = Congress
stations-field-delegation = Delegation
stations-field-since = Since
stations-field-do = Do
stations-field-step = Change to
stations-field-into = Into which station
stations-field-reason = Reason
stations-field-station = Station
stations-field-year = Year
stations-field-month = Month
stations-field-record = Record
stations-field-clock = Time
stations-field-staff = Staff
stations-field-visitors = Visitors
stations-field-attended = People attending
stations-field-names = Names of visitors
stations-field-visitor-phone = Telephone of visitors
stations-field-topic = About
stations-field-said = What was said
stations-field-done = What was done
stations-field-disposal = Disposal
stations-field-opinion = Number of the opinion
stations-field-struck = Struck out because
stations-field-day = Day
stations-field-kind-of-event = Kind of event
stations-field-title = Subject
stations-field-content = What it was
stations-field-result = What came of it
stations-field-does-plan = Item of the plan it does
stations-field-plan = Item of the plan
stations-field-words = Content
stations-field-progress = Progress
stations-field-dropped = Given up because
stations-field-receptions = Receptions
stations-field-came = Deputies who received
stations-field-on-the-spot = Answered on the spot
stations-field-opinions = Became opinions
stations-field-activities = Activities
stations-field-planned = Items planned
stations-field-plan-done = Items done
stations-field-grade = Application
stations-field-scheme = Sheet
stations-field-total = Points
stations-field-till = Good until
stations-field-applied = Applied on
stations-field-indicators = Indicators
stations-field-bands = Points for stars
stations-field-years = Years they are good
stations-field-indicator = Indicator
stations-field-most = Most
stations-field-claimed = Claimed
stations-field-given = Given
stations-field-evidence = Evidence
stations-field-review-words = What the office says

stations-hint-name = No two stations of a congress have the same name.
stations-hint-area = Nine digits for a town or street, twelve for a village or community.
stations-hint-size = May stay empty.
stations-hint-hours = Such as: Monday to Friday 8:30–17:30, deputies receive on the 15th of each month.
stations-hint-phone = The telephone of the place; everybody sees it.
stations-hint-into = Only for a merger; an open station of the same congress.
stations-hint-reason = The cause, or the document or decision it rests on; it stands in the history.
stations-hint-homes = A deputy has one home; who has another station of the congress moves here.
stations-hint-deputies = Tick the deputies who were there.
stations-hint-clock = Such as 9:00–11:00.
stations-hint-visitors = 0 where nobody came.
stations-hint-names = Sealed; opened with a recorded reason only.
stations-hint-said = What people said; no names, identity numbers or telephones.
stations-hint-opinion = Where it became an opinion, its number: 2026-12.
stations-hint-month = 1 to 12.
stations-hint-open = The reason stands in the journal for ever.
stations-hint-strike = For what was entered by mistake; it stays to be read and counts no more.
stations-hint-indicators = One a line: group｜indicator｜points; or copied from a spreadsheet.
stations-hint-bands = Such as 5=90 4=80 3=70: five stars from 90 points on, and so forth.

stations-new-title = Enter a station
stations-new-lead = It is planned at first; once it opens, the public finds it.
stations-edit-title = Change the register
stations-edit-lead = The change stands in the history.
stations-import-title = Import stations
stations-reception-title = Record a reception
stations-reception-lead = It can be filled in without a network: it is kept on the device and sent once when the network returns.
stations-activity-title = Record an activity
stations-activity-lead = Study, visits, inspections, deliberation, reports: entered once, it stands in the ledger.
stations-record = Record
stations-plan-title = Plan of this year
stations-plan-new-title = Plan something
stations-plan-lead = It is done once a reception or activity is recorded for it.
stations-drop-title = Give an item up
stations-drop-lead = It stays in the ledger.
stations-drop = Give it up
stations-drop-this = Give up “{ $title }”
stations-homes-title = Deputies whose home it is
stations-homes-add = More deputies
stations-homes-give = Make it their home
stations-home-end = End
stations-home-end-confirm = End the home of { $name } here? The deputy will be listed as having none.
stations-no-home = (no station)
stations-home-now = (now { $station })
stations-nobody-offered = No deputy without a station was found; look for one by name.
stations-open-names = Open the names of visitors
stations-sealed = Kept, sealed
stations-strike = Strike out
stations-struck = Struck out: { $why }
stations-wall = Wall board
stations-wall-scan = Scan to see deputies and hours
stations-wall-code = Code of the station
stations-scheme-title = Adopt a sheet
stations-scheme-lead = From then on stations apply by the new sheet; earlier applications are reviewed by theirs.
stations-scheme-button = Adopt
stations-apply-title = Apply for stars
stations-apply-lead = Claim points indicator by indicator and say where that can be seen; the office reviews and publishes.
stations-apply-button = Apply
stations-points-of = { $name } (at most { $most })
stations-evidence-of = Evidence for “{ $name }”
stations-review = Review
stations-publish = Publish the stars
stations-publish-lead = They then stand on the page of the station for everybody, and its keepers are told.
stations-publish-confirm = Publish them?
stations-withdraw = Take back

stations-flash-founded = Entered.
stations-flash-revised = Changed.
stations-flash-stage = Its state was changed.
stations-flash-homes = It is their home now.
stations-flash-home-ended = Ended.
stations-flash-recorded = Recorded.
stations-flash-struck = Struck out.
stations-flash-planned = Planned.
stations-flash-dropped = Given up.
stations-flash-adopted = The sheet is in force.
stations-flash-applied = Applied.
stations-flash-reviewed = The points are kept.
stations-flash-published = The stars are published.
stations-flash-withdrawn = Taken back.

stations-wrong-area = There is no such place within the congress; check the code.
stations-wrong-size = A whole number up to 100000.
stations-wrong-functions = Too many functions; choose again.
stations-wrong-name-taken = The congress has a station of that name; choose another.
stations-wrong-people = Choose one to two hundred deputies.
stations-wrong-deputy = Somebody is no deputy in office; check the roster.
stations-wrong-no-deputy = A reception needs a deputy; first make the station somebody’s home.
stations-wrong-visitors = At most { $most } people.
stations-wrong-opinion = There is no opinion of that number; write it as 2026-12.
stations-wrong-year = A year from 2000 to 2100.
stations-wrong-month = A month from 1 to 12.
stations-wrong-indicators = Each line is group｜indicator｜points.

stations-refused-changed = Somebody changed it meanwhile; load the page again.
stations-refused-over = The station was merged or closed; nothing more is recorded there.
stations-refused-step = From where it stands it cannot go there; load the page again.
stations-refused-into = Choose another open station of the same congress.
stations-refused-home-already = Somebody has this station for home already.
stations-refused-home-elsewhere = Somebody’s home is a station of another congress; ask there first.
stations-refused-no-home = The deputy’s home is not this station.
stations-refused-not-yet = The day has not come; record it afterwards.
stations-refused-struck = It is struck out already.
stations-refused-plan-over = That item is done, given up, or of another station.
stations-refused-indicators = A sheet has one to sixty indicators, each with a name of its own.
stations-refused-points = Whole points, and no more than the indicator has.
stations-refused-bands = Points fall with the stars, stars are 1 to 5, years 1 to 10.
stations-refused-no-scheme = The congress has adopted no sheet yet.
stations-refused-grade-runs = The last application is not published yet.
stations-refused-grade-stage = The grading has moved on; load the page again.

stations-sheet-hint-area = The code, or the name of a town, street, village or community of the congress
stations-sheet-hint-tier = Central station, station or point; empty means station
stations-sheet-hint-kind = Town, village, constituency, park, trade or online; empty means town
stations-sheet-hint-functions = Deputies’ home, legislative or budget contact point, hall, mediation
stations-sheet-too-long = Too long: at most { $most } characters.
stations-sheet-word = Not a known word; see how to fill it.
stations-sheet-twice = The same name as row { $row }.

stations-ensure-merged = Every merged station says into which
stations-ensure-homes = No merged or closed station is anybody’s home
stations-ensure-one-home = Every deputy has one home
stations-ensure-receivers = Every reception has a deputy
stations-ensure-sealed = Names of visitors are marked as sealed
stations-ensure-plan = Items of plans are done by standing records of the same station
stations-ensure-stars = Every station with stars has a published grading
