# One demand.
demand-title = Demand
demand-tabs = Pages of the demand
demand-tab-facts = Facts
demand-tab-court = Court
demand-tab-counsel = Counsel
demand-tab-letters = Letters
demand-tab-files = Files
demand-tab-timeline = Timeline
demand-owner = Owner: { $who }
demand-unassigned = Assign
demand-to-list = To the list

banner-confirm = Confirm type
banner-other = Not an administrative subpoena
banner-counsel = Send to counsel
banner-search = Record a docket search
banner-view-order = View order

step-region = Steps of the demand
step-received = Received
step-dates = Dates
step-dates-none = no return date recorded
step-search = Docket search
step-counsel = Counsel
step-counsel-waiting = waits for counsel
step-counsel-returned = returned by counsel
step-counsel-none = closed without counsel
step-counsel-not-asked = not sent to counsel
step-notice = Notice
step-notice-forbidden = an order or a statute forbids it
step-notice-held = held until counsel decides
step-notice-undecided = not decided
step-notice-to-send = { $count ->
    [one] 1 letter to send
   *[other] { $count } letters to send
  }
step-notice-later = later, { $date }
step-notice-no = decided not to tell
step-notice-sent = sent
step-close = Close
step-close-open = open
step-by = { $who }, { $when }
step-logged = Logged
step-state-done = done
step-state-open = to do
step-state-waiting = waiting
step-state-again = due again
step-state-skipped = left out

dates-title = Dates
dates-theirs = Court and agency
dates-theirs-none = None recorded.
dates-ours = Ours
dates-ours-none = None.
dates-both = { $days ->
    [one] 1 calendar day
   *[other] { $days } calendar days
  }, { $business ->
    [one] 1 business day
   *[other] { $business } business days
  }
dates-note = A return date is the agency's. Only “comply by (court)” was ordered by a court.
due-passed = passed

warnings-title = Look at
warning-return-before-service = The return date lies before service. Kept as printed.
warning-return-date-passed = The return date has passed. It is the agency's date, not a court's.
warning-fields-empty = Empty, and asked for next: { $fields }.
warning-same-file = { $name } is the same file as on { $reference }.
warning-duties-conflict = A user's window or challenge runs past an order's date: counsel now.
warning-non-disclosure-end = The order not to tell has ended on paper. Counsel says whether it was extended.
warning-same-number = The agency's number is on { $reference } too.

hold-title = Hold
hold-on = On hold: nothing this demand concerns may be destroyed. This is our own duty; preservation of data is confirmed separately.
hold-off = No hold stands.
link-remove = Remove…
link-remove-one = Remove the link to { $reference }
link-remove-title = Remove the link
link-remove-text = For a link that was set by mistake. Both entries stay in the timeline.
link-remove-done = The link is removed.
links-title = Belongs together
link-duplicate = Duplicate of
link-reissue = Reissue of
link-superseded-by = Superseded by

facts-recipient-short = To
facts-amend = Change the facts
facts-period = Period asked about
facts-period-words = { $from } to { $to }
facts-rider-short = Rider
facts-yes = Yes, it lists more
facts-target-is = here
facts-disposed = The content of this demand was destroyed under a retention rule. The journal keeps proof that it was here.
facts-none = No facts were recorded yet at this time.
silence-until = until { $date }
silence-until-further = until further order

files-none = No paper is attached.
files-none-text = Drop files on the window, or choose them. Every byte is kept as it is.
files-attach = Attach files…
files-export = Export…
files-export-name = Export { $name }
files-exported = { $name } was saved byte for byte.
files-export-failed = { $name } was not saved. { $why }
files-copy = Copy SHA-256
files-copy-hash = Copy SHA-256 of { $name }
files-bytes = { $bytes } bytes
files-hidden-marks = The name holds invisible characters; they are written out here.
files-out-of = Out of { $name }
files-zero = The file is empty: 0 bytes.
files-same = Same file as on { $references }.
files-note = The type is read from the content, not from the name.
attach-job = Attaching { $name }
attach-done = { $count ->
    [one] 1 file is attached.
   *[other] { $count } files are attached.
  }
attach-same = { $name }: same file as { $references }.
attach-already-here = { $name } is attached to this demand already; nothing was added.
attach-failed = { $name } was not attached. { $why }
drop-choice-label = Add to this demand, or log a new one
drop-choice-title = { $count ->
    [one] Where does this file belong?
   *[other] Where do these { $count } files belong?
  }
drop-choice-add = Add to this demand
drop-choice-add-text = Attach to { $reference }
drop-choice-new = New demand
drop-choice-new-text = Log a new demand with it

history-region = History
history-open = History…
history-command = Show the demand as it was
history-title = This is history.
history-as-of = What was true on { $time }.
history-known-at = What had been recorded by { $time }.
history-nothing = Nothing can be done from here.
history-pick-as-of = What was true on
history-pick-as-of-hint = By when things happened.
history-pick-known-at = What we had recorded by
history-pick-known-at-hint = By when it was written down here.
history-other = Another time…
history-pick-text = Two questions: what was true on a day, and what had been recorded here by then. Fill in one or both.
history-show = Show
history-now = Back to now

verb-cancel = Cancel
verb-reason = Reason
verb-reason-needed = Say why.
verb-note = Note
verb-triage = Triage done
verb-triage-title = { $reference }: what kind of paper is it?
verb-triage-text = It was issued by an agency, and nobody but a federal court can compel us to comply with it. If it is anything else, use “Not an administrative subpoena”.
verb-triage-act = Confirm and finish triage
verb-triage-done = Triage of { $reference } is done.
verb-triage-reason = Type of paper confirmed at triage
verb-other-paper = Not an administrative subpoena
verb-other-title = { $reference }: not an administrative subpoena
verb-other-text = It is recorded as what it is and goes to counsel now: it may compel on its own.
verb-other-act = Record and send to counsel
verb-other-done = { $reference } was sent to counsel.
verb-other-reason = Found at triage not to be an administrative subpoena
verb-duplicate = Duplicate of another demand
verb-duplicate-title = { $reference } belongs to another demand
verb-duplicate-text = Both stay in the register with their files; they are linked.
verb-duplicate-act = Link
verb-duplicate-find = Find the other one
verb-duplicate-find-hint = Reference, number or account.
verb-duplicate-none = Nothing matches.
verb-duplicate-which = The other demand
verb-duplicate-choose = Choose the demand it belongs to.
verb-duplicate-how = This one is
verb-duplicate-close = Close this one as a duplicate
verb-duplicate-close-hint = Its users are told by the demand that stays.
verb-duplicate-done = { $reference } is linked to { $other }.
verb-duplicate-closed = { $reference } is closed as a duplicate of { $other }.
verb-assign = Assign
verb-assign-title = Who owns { $reference }?
verb-assign-owner = Owner
verb-assign-nobody = Nobody
verb-assign-act = Assign
verb-assign-done = { $reference }: owner is { $who }.
verb-counsel = Send to counsel
verb-counsel-words = lawyer, legal, escalate
verb-counsel-title = Send { $reference } to counsel
verb-counsel-text = It stands under “Waiting for counsel” until counsel decides or returns it.
verb-counsel-note = Note for counsel
verb-counsel-act = Send to counsel
verb-counsel-done = { $reference } was sent to counsel.
verb-hold = Place or lift the hold
verb-hold-title = Place a hold on { $reference }
verb-hold-text = Nothing this demand concerns may be destroyed while it stands.
verb-hold-act = Place the hold
verb-hold-done = { $reference } is on hold.
verb-lift-title = Lift the hold on { $reference }
verb-lift-text = A retention rule may then reach what this demand concerns.
verb-lift-act = Lift the hold
verb-lift-done = The hold on { $reference } was lifted.
verb-reopen = Open again
verb-reopen-title = Open { $reference } again
verb-reopen-act = Open again
verb-reopen-done = { $reference } is open again.
verb-close = Close…
verb-close-title = Close { $reference }
verb-close-text = Closing needs an outcome and, for every account, a decision whether the user is told.
verb-close-act = Close the demand
verb-close-outcome = Outcome
verb-close-notices = Is the user told?
verb-close-tell = Tell this user
verb-close-decided = The notice decision is made for every account.
verb-close-done = { $reference } is closed.
notice-notify = Yes
notice-later = Later
notice-no = No
notice-on = On
notice-standing-held = An order not to tell is asserted: letters wait until counsel decides.
notice-standing-forbidden = An order or a statute forbids telling the user.
undo-command = Undo the last step
undo-nothing = There is nothing to undo in this session.
undo-done = Undone: { $what }
undo-reason = Undone

document-role-instrument = The paper itself
document-role-rider = Rider or attachment
document-role-cover = Cover letter or e-mail
document-role-court-paper = Court paper
document-role-search-proof = Proof of a docket search
document-role-sending-proof = Proof of sending
document-role-letter = Letter of ours
document-role-other = Other paper

outcome-complied-with-order = Complied with a court's order
outcome-complied-in-part = Complied in part with a court's order
outcome-disclosed-on-other-basis = Disclosed on another basis
outcome-objected = Objected, nothing disclosed
outcome-withdrawn-by-agency = Withdrawn by the agency, no ruling
outcome-quashed-or-denied = Quashed, or enforcement denied, by a court
outcome-superseded = Another paper took its place
outcome-referred = Referred to another team
outcome-not-authentic = Found not authentic
outcome-no-records = No responsive records
outcome-duplicate = Duplicate of another demand
