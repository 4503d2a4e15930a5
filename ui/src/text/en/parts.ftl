# Words of the parts: no words of the domain here.
field-required = required
dialog-close = Close
key-ctrl = Ctrl
key-shift = Shift
key-space = Space

toast-region = Messages
toast-undo = Undo
toast-close = Close this message

grid-row-loading = Loading…
list-range = Rows { $first } to { $last } of { $count }
list-select = Select
list-select-row = Select { $row }
list-open = Open
list-open-row = Open { $row }
list-pages = Pages of the list
list-page = Page { $page } of { $pages }
list-previous = Previous 100
list-next = Next 100

progress-cancel = Cancel
progress-cancelling = Cancelling…

status-bar = Status
status-read-only = Everything here is only read.
status-idle = Everything is saved on this computer.
status-jobs = { $running ->
    [0] Nothing running
    [one] 1 task running
   *[other] { $running } tasks running
  }
status-failed = { $failed ->
    [one] 1 failed
   *[other] { $failed } failed
  }
status-job-failed = it could not be finished
status-dismiss = Dismiss

fault-safe = What is safe
fault-todo = What to do
fault-details = Details for support

identifier-copy = Copy
identifier-copied = Copied

timeline-became = became
timeline-recorded = recorded { $when }

palette-title = Search or run a command
palette-list = Results
palette-none = Nothing matches “{ $typed }”.

shortcuts-title = Keyboard shortcuts
shortcuts-text = Those that work on this screen. Single letters act when no text box has the focus.
shortcuts-letters-off = Those that work on this screen. Single letters are switched off in the settings.

date-example = 3 Dec 2026 5pm
date-example-day = 3 Dec 2026
date-calendar = Calendar for { $field }
date-zone = Time zone of { $field }
date-month-before = Previous month
date-month-after = Next month
date-holiday = holiday
date-today = today
date-ago = { $days ->
    [one] yesterday
   *[other] { $days } days ago
  }
date-in = { $days ->
    [one] tomorrow
   *[other] in { $days } calendar days
  }
date-in-business = { $days ->
    [one] tomorrow
   *[other] in { $days } calendar days
  }, { $business ->
    [one] 1 business day
   *[other] { $business } business days
  }
date-without-time = { $date }, no time given
date-unknown = Not understood as a date. Try 3 Dec 2026 5pm, 12/3, next thu, +10bd or t for today.
date-no-such-day = There is no such day in the calendar. Check the number and the month.
date-no-such-time = There is no such time of day. Try 5pm or 17:00.
date-other = Read with the month first. It could also be { $date }.
date-swap = Read it with the day first
date-weekday-differs = The weekday you typed is not the weekday of this date. Check the paper.
date-midnight = Midnight is read as the start of { $date }. Check which midnight is meant.
date-twice = Clocks go back that night: this time happens twice. The earlier one is used.
date-skipped = Clocks go forward that night: this time does not exist. Check the paper.

zone-america-new-york = Eastern (New York)
zone-america-chicago = Central (Chicago)
zone-america-denver = Mountain (Denver)
zone-america-phoenix = Arizona (Phoenix)
zone-america-los-angeles = Pacific (Los Angeles)
zone-america-anchorage = Alaska (Anchorage)
zone-pacific-honolulu = Hawaii (Honolulu)
zone-america-puerto-rico = Atlantic (Puerto Rico)
zone-america-st-thomas = Virgin Islands (St. Thomas)
zone-pacific-guam = Guam
zone-pacific-saipan = Northern Mariana Islands
zone-utc = UTC
offer-page = p. { $page }
offer-take = Take
offer-take-name = Take for { $label }: { $text }
offer-show-name = Show where { $label } stands on page { $page }
offer-from = Read from the paper; check it:
