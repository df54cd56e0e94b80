kit-name = Lianluo
kit-name-long = The deputies' working platform
kit-skip = Skip to the text
kit-menu = Menu
kit-nav = Main sections
kit-elder-on = Large type
kit-elder-off = Normal type
kit-sign-in = Sign in
kit-sign-out = Sign out
kit-foot = Lianluo · an open platform for deputies and the people they serve
kit-foot-time = All times are Beijing time
kit-acting = You are writing on behalf of deputy { $deputy }, who confirms what you submit.
kit-acting-stop = Stop writing on behalf
kit-yes = Yes, go on
kit-no = Cancel
kit-is = Yes
kit-print = Print
kit-paper-copies = Copies to: { $to }.
kit-paper-printed = Printed { $day }
kit-print-hint = Prints on A4; choose “Save as PDF” in the print dialog for a file.

kit-errors = A few things need changing; nothing you typed is lost
kit-error = To correct:
kit-optional = optional
kit-choose = Choose one
kit-count-max = At most { $max } characters
kit-count-left = # characters left
kit-count-over = # characters too many: please shorten
kit-draft-found = What you wrote and did not send is still here (saved #). Continue with it?
kit-draft-restore = Continue
kit-draft-discard = Discard
kit-draft-saved = Saved on this device at #
kit-offline = There is no connection. What you wrote is kept on this device: leave this page open and it is sent when the connection returns; close it and you can go on writing the next time.
kit-online = The connection is back.
kit-updated = The list has been updated

kit-filter = Search
kit-filter-clear = Clear
kit-all = All
kit-pages = Pages
kit-shown = { $shown } on this page, { $total } in all
kit-tick-all = Tick all on this page
kit-ticked = # ticked
kit-first = First page
kit-next = Next page
kit-export = Export all results:
kit-export-xlsx = Excel sheet
kit-export-csv = CSV file

kit-due-left =
    { $days ->
        [one] { $days } day left
       *[other] { $days } days left
    }
kit-due-today = due today
kit-due-over =
    { $days ->
        [one] { $days } day overdue
       *[other] { $days } days overdue
    }
kit-step-ahead = (not reached yet)
kit-progress = { $done } of { $total }
kit-chart-table = Show the figures

kit-problem-sign-in = Please sign in first
kit-problem-back = Back to the last page
kit-problem-home = Home
kit-problem-number = Fault number
kit-problem-number-hint = Give this number to the operator so that the cause can be found.

kit-stale-title = Somebody changed this just before you
kit-stale-text = After you opened it, someone else saved new content. Yours is not lost: both are below. Read them, then decide. Differences are shaded.
kit-stale-field = Item
kit-stale-mine = What you wrote
kit-stale-theirs = What is saved now
kit-stale-same = both the same
kit-stale-differs = different
kit-stale-see = See what stands now
kit-stale-keep = Use mine and save again
kit-stale-drop = Keep what is saved, drop mine

kit-problem-title-not-yours = This is not yours to do
kit-problem-title-not-now = This cannot be done now
kit-problem-title-missing = Not found
kit-problem-title-wait = Please wait a little
kit-problem-title-expired = This page has expired
kit-problem-title-method = This cannot be done at this address
kit-problem-title-too-large = Too large to be taken
kit-problem-title-timeout = This took too long
kit-problem-title-media = This kind of content is not taken here
kit-problem-title-unreadable = What was sent cannot be read
kit-problem-title-unfit = Something needs mending
kit-problem-title-fault = Something broke
kit-problem-missing = There is no such thing, or you may not see it. Check the address, or start again from the home page.
kit-problem-method = This address does not take that action. Go back and try again.
kit-paper-no-font = No Chinese font is installed on the server, so no PDF can be made; take the Word file. The operator can install fonts (Debian packages fonts-noto-cjk, and texlive-lang-chinese for FangSong and Kai) or name the folder of the office's own in the setting `fonts`.
kit-paper-no-press = This program has no typesetter, so no PDF can be made; take the Word file.
kit-problem-timeout = This took too long and was stopped. Try again later; what was saved is safe.
kit-problem-invalid = Some fields need mending. Correct them as shown and send again.
kit-problem-stale = Somebody changed this after you opened it. Look at the newest version, then decide.
kit-problem-busy = The system is busy and nothing was saved. Please send it again in a moment.
kit-problem-fault = This was not your doing, and it has been recorded. Nothing was saved. Try again later; if it stays so, call the operator.
kit-problem-too-often = Too many requests. Please wait { $seconds } seconds and try again.
kit-problem-media = This kind of content is not taken here. Go back and send the form or file again.
kit-form-required = Please fill in this field
kit-form-choose = Please choose one
kit-form-unknown-choice = Please choose one of the options shown
kit-form-too-long = At most { $most } characters; there are { $has } now
kit-form-control = Holds a character that cannot be shown; delete it and type again
kit-form-day = Write year-month-day, such as 2026-03-10
kit-form-number = Write a whole number, such as 12
kit-form-area = Write an area code of 2, 4, 6, 9 or 12 digits
kit-form-unreadable = What was sent cannot be read. Go back and send it again.
kit-form-version = The page did not say which version you were looking at; nothing was saved. Copy what you typed, open the page anew and send it again.
kit-form-too-large = The content or a file is too large. Send fewer or smaller attachments.
kit-problem-kept = Nothing was saved. What you typed stands below, to be copied and used again.
kit-expired-sign-in = Your session has ended and nothing was sent. What you typed is kept on this page: sign in in a new window, then come back here and go on.
kit-expired-check = This page has expired and nothing was sent. What you typed is kept: look it over and send it again.
kit-expired-copy = This page has expired and nothing was sent. Please copy what you typed from below, open the page anew and fill it in again.
kit-expired-files = Attachments cannot be kept; please add them again afterwards.
kit-expired-kept = What you typed ({ $n })
kit-expired-open = Sign in in a new window
kit-expired-go-on = I am signed in, go on
kit-expired-again = Send again
kit-form-forged = For safety this page has expired. Go back, reload and send again; what you typed is kept.
kit-api-not-json = The body must be JSON (Content-Type: application/json).
kit-api-unreadable = The JSON breaks off or has a wrong sign at line and column { $place }. Mend it and send it again.
kit-api-if-match-unreadable = If-Match holds no version. Send the number of the ETag you were given, such as If-Match: "3".
kit-api-if-match = A change must carry If-Match with the version you have seen, such as If-Match: "3".
kit-api-csrf = A write that comes with a session cookie must carry X-CSRF-Token. GET /api/account tells it.
kit-api-key = An Idempotency-Key has 1 to 200 characters.
kit-api-key-reused = This Idempotency-Key was used for a different request; take another.
kit-problem-address = The address holds a character no address has. Check it, or start again from the home page.
kit-filter-unknown = This filter does not hold a word it knows. Choose one of the options shown, or clear it.
kit-json-unfit = This value does not fit here. Look at the field in /api/openapi.json and send it again.
kit-json-text = Write a text in quotation marks here
kit-json-truth = Write true or false here
kit-json-list = Write a list here: [ … ]
kit-json-object = Write an object here: { "{" } … { "}" }
kit-json-id = Write the identity of a thing, as other answers show it
kit-json-word = Write one of these: { $words }
kit-json-unknown = There is no such field here; leave it out
kit-json-twice = This field stands twice; leave one out

# What an operator can mend, said at the shell.
# used: kit-why-*
kit-why-missing = there is no such file or folder
kit-why-denied = permission is denied
kit-why-exists = it is there already
kit-why-no-folder = a part of the path is no folder
kit-why-folder = it is a folder and no file
kit-why-no-text = it is no UTF-8 text
kit-why-in-use = the port is in use
kit-why-not-here = this machine has no such address
kit-why-no-address = it is not written right
kit-why-full = the disk is full
kit-why-read-only = the disk is read-only
kit-mend-folder = The folder { $place } cannot be made: { $why }. Name a place that can be written to, or mend its permissions first.
kit-mend-damaged = The database file is damaged, or is none of this program. Check --data; if it is damaged, restore the last backup: lianluo restore.
kit-mend-unwritable = The database file cannot be opened or written to. Check owner and permissions of the folder that --data names.
kit-mend-full = The disk is full; nothing was written. Make room and try again.
kit-mend-unreachable = PostgreSQL cannot be reached. Check address, user and password, that it runs, and that the database exists.
kit-mend-address = The PostgreSQL address cannot be read. Write postgres://user:password@host:port/database.
kit-mend-newer = A newer program has upgraded this database ({ $migration }). Use the newer program.
kit-mend-backup-exists = { $place } exists already. A backup is written into a new folder: name another.
kit-mend-backup-none = { $place } is no backup: it has no manifest.json that can be read. Name a folder that lianluo backup wrote.
kit-mend-backup-version = { $place } was taken by another version of the program. Restore it with that version, then upgrade.
kit-mend-backup-damaged = The table { $table } of the backup is missing or damaged; nothing was restored. Use another backup.
kit-mend-backup-attachments = { $count ->
    [one] One attachment of the backup is
   *[other] { $count } attachments of the backup are
 } missing or damaged; nothing was restored. Use another backup, or put the files in place from elsewhere; to restore all the same, add --without-damaged.
kit-mend-backup-used = The database holds facts already; nothing was restored. Restore into a new place.
kit-mend-calendar = Line { $line } of the calendar file cannot be read. Each line has four parts: day,off or work,occasion,source; the first line is the header.
kit-mend-settings = The settings file { $place } cannot be read: { $why }. Check --config.
kit-mend-listen = Nothing can be served at { $place }: { $why }. Name another address or port, such as --listen 127.0.0.1:8081.
kit-mend-file-unreadable = The file { $place } cannot be read: { $why }. Check its path and permissions.
kit-mend-file-unwritable = The file { $place } cannot be written: { $why }. Name a place that can be written to.
kit-mend-file-unusable = The database file { $place } cannot be used: { $why }. Check the place that --data names and its permissions.
kit-audit-readable = every row can be read
