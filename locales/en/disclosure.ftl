# Disclosure
disclosure-title = Suggestions disclosed
disclosure-lead = Suggestions of deputies with their replies, public with the deputies' consent, personal data hidden
disclosure-back = Back to what is disclosed
disclosure-back-here = Back
disclosure-back-to-work = Back to the list
disclosure-none-title = Nothing found
disclosure-none-text = Try another filter; what is not disclosed yet comes once it is closed.
disclosure-of-deputy = Disclosed suggestions led by { $name }.
disclosure-of-all = See all
disclosure-handled-again = It was taken up again since it was closed; this is the reply before. What is disclosed will be corrected once there is a new one.
disclosure-about = About it
disclosure-edition = Edition { $edition } ({ $day }), corrected because:
disclosure-see = See the public page
disclosure-again = Disclosed again
disclosure-choose-congress = Choose a congress, then search.

# Refusals
disclosure-refused-no-consent = The deputy did not consent to publication, so it cannot be disclosed. Ask the deputy first.
disclosure-refused-ended = This suggestion was withdrawn and does not come before the public.
disclosure-refused-not-closed = It is not closed yet. By the rules here it is disclosed once it is closed; come back then.
disclosure-refused-no-reply = No reply was delivered yet. Come back once there is one.
disclosure-refused-replies-kept = The units keep back every reply, so it cannot be disclosed. Record the reason under “Do not disclose”.
disclosure-refused-not-waiting = It was decided about already. What is disclosed can be taken down.
disclosure-refused-not-disclosed = It is not before the public now, so there is nothing to take down. Reload the page.
disclosure-refused-no-reason = It is disclosed already. Say why it is corrected; everybody reads the reason.
disclosure-refused-ground-unfit = That reason is one for taking down; choose another.
disclosure-refused-changed = Somebody decided meanwhile. Open the page again, look, and decide anew.
disclosure-problem-taken-down = It was taken down on { $day } (removal { $number }).
disclosure-problem-over = Its time before the public is over.
disclosure-wrong-undecided = { $count } passages are undecided; choose for each whether it is hidden
disclosure-wrong-passage = A passage does not fit the text; open the page again and choose anew
disclosure-wrong-words = “{ $words }” stands nowhere in the texts; please check
disclosure-wrong-summary = The summary holds an identity, account or telephone number; take it out

# Fields
disclosure-field-words = Words in title, text and replies
disclosure-field-congress = Congress
disclosure-field-session = Session
disclosure-field-year = Year
disclosure-field-unit = Unit
disclosure-field-category = Category
disclosure-field-number = Number
disclosure-field-title = Title
disclosure-field-class = Result
disclosure-field-since = Disclosed on
disclosure-field-deputy = Lead deputy
disclosure-field-closed = Closed on
disclosure-field-role = Part
disclosure-field-reply-number = Reference
disclosure-field-replied = Replied on
disclosure-field-score = Deputy's judgement
disclosure-field-removal = Removal
disclosure-field-removed = Taken down on
disclosure-field-ground = Category of the reason
disclosure-field-own = Reason
disclosure-field-how = How it stands
disclosure-field-count = How many
disclosure-field-due = Due
disclosure-field-decided = Decided on
disclosure-field-own-words = More words to hide
disclosure-field-extent = Extent
disclosure-field-summary = Summary
disclosure-field-why = Why it is corrected
disclosure-hint-ground = The category is public
disclosure-hint-own = For the office alone
disclosure-hint-own-words = One a line; hidden wherever they stand
disclosure-hint-summary = For a summary: it stands in place of suggestion and replies
disclosure-hint-why = Everybody reads it
# used: disclosure-extent-*
disclosure-extent-whole = Whole text
disclosure-extent-summary = Summary
# used: disclosure-role-*
disclosure-role-sole = Sole
disclosure-role-lead = Lead
disclosure-role-separate = Separate
# used: disclosure-score-*
disclosure-score-satisfied = Satisfied
disclosure-score-basically = Basically satisfied
disclosure-score-dissatisfied = Dissatisfied
# used: disclosure-kind-*
disclosure-kind-identity = Identity number
disclosure-kind-account = Bank account
disclosure-kind-phone = Telephone number
disclosure-kind-email = Mail address
disclosure-kind-plate = Number plate
disclosure-kind-address = Address
disclosure-kind-name = Name
disclosure-kind-words = Other words
# used: disclosure-ground-*
disclosure-ground-consent = The deputy withdrew consent
disclosure-ground-privacy = Personal privacy
disclosure-ground-secret = State secret
disclosure-ground-safety = Danger to national, public or economic security or social stability
disclosure-ground-commercial = Trade secret
disclosure-ground-internal = Internal or preparatory matter
disclosure-ground-error = Errors in the content
disclosure-ground-handling = Being handled again
disclosure-ground-other = Other
# used: disclosure-how-*
disclosure-how-disclosed = Disclosed
disclosure-how-waiting = Waiting to be disclosed
disclosure-how-no-consent = The deputy did not consent
disclosure-how-replies-kept = The units keep back their replies
disclosure-how-withheld = Not to be disclosed
disclosure-how-taken-down = Taken down
disclosure-how-because = { $how }: { $ground }

# The public page
disclosure-part-title = Title
disclosure-part-body = Suggestion
disclosure-part-reply = Reply of { $unit }
disclosure-reply-kept = The unit keeps this reply back.
disclosure-reply-summed = The summary tells what was replied.
disclosure-held-here = What is held back
disclosure-held-passages = Hidden to protect personal data: { $kind }, { $count }.
disclosure-held-reply = The reply of { $unit }: the unit keeps it back.
disclosure-held-summary = The whole texts: only a summary is disclosed.
disclosure-held-deputy-asked = The deputy's name: the deputy asked that it be kept.
disclosure-held-deputy-rule = The deputy's name: the rules here do not name deputies.
disclosure-held-scores = The deputy's judgement: not shown by the rules here, or none was given.
disclosure-held-contact = Contacts, attachments, records of talks and co-opinions: not disclosed.
disclosure-held-sign = “××” stands where something is hidden.
disclosure-gone-title = Taken down
disclosure-gone-text = The text is no longer public. With questions turn to the office of this congress.
disclosure-removals-title = What was taken down
disclosure-removals-lead = What was taken down is shown no more; when and why stays on record.
disclosure-removals-none-title = Nothing was taken down
disclosure-removals-none-text = What is taken down is recorded here.
disclosure-removal-number = Removal { $number }
disclosure-held-title = What is not disclosed
disclosure-held-lead = Closed suggestions by how they stand before the public.
disclosure-held-none-title = Nothing is closed yet
disclosure-held-none-text = Closed suggestions are counted here.

# The office
disclosure-work-title = Disclosing
disclosure-work-none-title = Nothing here
disclosure-work-none-text = What is closed and has its deputy's consent comes under “Waiting”.
disclosure-newer = Replied again since
disclosure-due-by = To be disclosed by { $day }.
disclosure-publish-title = Before it is disclosed
disclosure-publish-lead = Look at each marked passage and choose whether it is hidden; name what was not found below. The original is not changed.
disclosure-found-none = Nothing was found; read it through all the same.
disclosure-hide = Hide
disclosure-keep = Keep
disclosure-letter-kept = { $unit } keeps its reply back; the public page says so and no more.
disclosure-stands = It is disclosed. Disclosing again is a correction: the new edition takes the place of the old.
disclosure-made = As the public would read it
disclosure-look = Look at it first
disclosure-publish = Disclose
disclosure-correct = Correct
disclosure-withhold-title = Do not disclose
disclosure-withhold-lead = It then stands in no public list; the counts show the category of the reason. It can be disclosed later all the same.
disclosure-withhold-button = Do not disclose
disclosure-take-down-title = Take down
disclosure-take-down-lead = It is gone at once; the log keeps number, date and category. The deputy and the units are told.
disclosure-take-down-button = Take down
disclosure-flash-disclosed = Disclosed; the deputy and the units were told.
disclosure-flash-withheld = It will not be disclosed.
disclosure-flash-taken-down = Taken down and recorded; the deputy and the units were told.

# Open data
disclosure-data-title = Open data
disclosure-data-lead = Everything disclosed, to take along whole. What was taken down is not in it.
disclosure-data-files = Files
disclosure-data-count = { $count } suggestions.
disclosure-data-licence = Terms of use:
disclosure-data-fields = Fields
disclosure-data-column = Column
disclosure-data-word = Name
disclosure-data-meaning = Meaning
disclosure-data-json = The JSON is described in /api/openapi.json (OpenDataJson): replies one by one, the count last.
disclosure-data-file = Disclosed suggestions { $name } { $year }
# used: disclosure-column-*
# used: disclosure-column-about-*
disclosure-column-id = Identity
disclosure-column-about-id = As in the address of the page; it never changes
disclosure-column-number = Number
disclosure-column-about-number = Number of the suggestion
disclosure-column-title = Title
disclosure-column-about-title = Title, personal data hidden
disclosure-column-congress = Congress
disclosure-column-about-congress = Which congress
disclosure-column-session = Session
disclosure-column-about-session = Raised in or after which session
disclosure-column-category = Category
disclosure-column-about-category = Category in this congress
disclosure-column-deputy = Lead deputy
disclosure-column-about-deputy = Empty where not named
disclosure-column-delegation = Delegation
disclosure-column-about-delegation = Of the lead deputy
disclosure-column-extent = Extent
disclosure-column-about-extent = Whole text or summary
disclosure-column-text = Text
disclosure-column-about-text = Text, personal data hidden; or the summary
disclosure-column-units = Units
disclosure-column-about-units = Units that replied, parted by semicolons
disclosure-column-reply-numbers = References
disclosure-column-about-reply-numbers = In the order of the units
disclosure-column-classes = Results
disclosure-column-about-classes = In the order of the units
disclosure-column-replied = Replied on
disclosure-column-about-replied = In the order of the units
disclosure-column-replies = Replies
disclosure-column-about-replies = Replies, personal data hidden; empty where kept back
disclosure-column-closed = Closed on
disclosure-column-about-closed = YYYY-MM-DD
disclosure-column-disclosed = Disclosed on
disclosure-column-about-disclosed = YYYY-MM-DD
disclosure-column-edition = Edition
disclosure-column-about-edition = One more with each correction

# What `lianluo doctor` ensures of the data.
disclosure-ensure-consent = what is disclosed has its consent
disclosure-ensure-letter = no letter its unit keeps back is read
disclosure-ensure-name = who asked that the identity be kept is named nowhere
disclosure-ensure-log = what was taken down stands in the log
