# Decisions, the release gate, disclosures, notice, holds, notes.

counsel-asked = Sent to counsel
counsel-asked-none = Not sent to counsel.
counsel-asked-by = { $who }, { $when }
counsel-return = Return to triage
counsel-return-text = Say what triage should do. The demand goes back to the triage queue.
counsel-return-label = Note to triage
counsel-return-done = Returned to triage.

counsel-decisions = Decisions and the gate
counsel-decisions-text = Counsel decides per account and record. The gate opens on a basis, not on a decision.
counsel-decide = Record a decision
counsel-decide-words = decision, object, comply, narrow
counsel-decide-text = Keys 1 to 9 choose the decision. It applies to the cells chosen below.
counsel-decide-save = Record the decision
counsel-decide-done = Decision recorded.
counsel-decide-decision = Decision
counsel-decide-cells = Cells
counsel-decide-note = Reason (privileged)
counsel-decide-note-hint = Counsel's work product: kept out of exports and letters.
counsel-decide-stop = No enforcement order in force covers { $count ->
    [one] 1 chosen cell
   *[other] { $count } chosen cells
  }. The decision can be recorded with a reason; the gate stays closed until there is a basis.
counsel-undecided = No decision
counsel-decision-complyWithOrder = Comply with the court's order
counsel-decision-discloseOnOtherBasis = Disclose on another basis
counsel-decision-object = Object, nothing without an order
counsel-decision-narrow = Ask to narrow or clarify
counsel-decision-holdPendingChallenge = Hold pending a challenge
counsel-decision-moveToQuash = Move to quash or modify
counsel-decision-refer = Refer to another team
counsel-decision-notAuthentic = Not authentic
counsel-decision-noRecords = No records of this kind

counsel-gate = Release gate
counsel-gate-open = Open
counsel-gate-closed = Closed
counsel-gate-open-basis = Open: { $basis }
counsel-gate-cells = For { $cells }
counsel-gate-why = Closed because
counsel-gate-would = What would open it
counsel-basis-enforcementOrder = enforcement order in force ({ $paper })
counsel-basis-otherProcess = other compulsory process, recorded by counsel
counsel-basis-emergency = emergency, 18 U.S.C. § 2702(c)(4)
counsel-basis-userConsent = the user's consent, 18 U.S.C. § 2702(c)(2)
counsel-basis-exception = exception signed by two people
counsel-would-noBasis = A verified enforcement order in force for this cell, or another basis signed by counsel.
counsel-would-instrumentNotConfirmed = Triage confirms what kind of paper this is.
counsel-would-conflictingOrders = A court resolves the contradiction. Counsel now.
counsel-would-restrained = A court lifts the restraint: record that order and verify it.
counsel-would-stayed = A court lifts the stay: record that order and verify it.
counsel-would-restraintClaimed = Counsel checks the claimed paper: verify it, or set it aside.
counsel-would-noticeNotSent = The user is told and the notice window ends, or counsel decides against notice, with a reason.
counsel-would-noticeBounced = The letter goes out by a second channel, with proof.
counsel-would-noticeWindow = Wait until the window ends.
counsel-would-userChallenge = The challenge ends and counsel records how.
counsel-would-conflict = One counsel's signed reason to go on.
counsel-would-secondSignatureMissing = A second person signs the same exception; one of the two is counsel.
counsel-would-demandClosed = The demand is reopened.

counsel-sign = Sign a basis
counsel-sign-words = emergency, consent, exception, other process
counsel-sign-text = A ground for disclosure other than an enforcement order. Your signature is on record with its reason.
counsel-sign-save = Sign
counsel-sign-done = Signed.
counsel-sign-kind = Ground
counsel-sign-ground = Facts relied on
counsel-sign-process = Which process
counsel-sign-document = The paper
counsel-sign-proof = Proof of consent
counsel-sign-reason = Reason
counsel-sign-kind-otherProcess = Other compulsory process
counsel-sign-kind-otherProcess-hint = A warrant, a judicial subpoena: recorded by counsel.
counsel-sign-kind-emergency = Emergency, § 2702(c)(4)
counsel-sign-kind-emergency-hint = Good-faith belief of danger of death or serious physical injury. Voluntary.
counsel-sign-kind-userConsent = The user's consent, § 2702(c)(2)
counsel-sign-kind-userConsent-hint = Needs the proof.
counsel-sign-kind-exception = Exception with a named ground
counsel-sign-kind-exception-hint = Opens only when two different people signed, one of them counsel.
counsel-signed = Signed grounds
counsel-signed-by = { $who }{ $counsel ->
    [yes] , counsel
   *[no] {""}
  }
counsel-signed-waiting = Waits for a second signature, one of the two by counsel.
counsel-signed-second = Sign as the second person

counsel-resolve = Resolve a conflict of duties
counsel-resolve-text = The user's window or challenge runs past the date an order in force names. Only a court stays the order. With your signed reason the gate opens for the chosen cells.
counsel-resolve-label = Why counsel goes on
counsel-resolve-done = The reason is signed.
counsel-resolve-note = A conflict of duties stands: counsel now.

counsel-disclose = Record a disclosure
counsel-disclose-words = disclose, production, hand over
counsel-disclose-text = Only what left the building through an open gate. A refusal is kept on record.
counsel-disclose-save = Record the disclosure
counsel-disclose-done = The disclosure is recorded.
counsel-disclose-what = What was handed over
counsel-disclose-to = To whom and how
counsel-disclose-when = When
counsel-disclose-copy = A copy of what was handed over
counsel-disclose-closed = The gate is closed for { $count ->
    [one] 1 chosen cell
   *[other] { $count } chosen cells
  }. The desk will refuse, and keeps the refusal.
counsel-incident = Record an incident
counsel-incident-words = incident, leak, outside the gate
counsel-incident-text = Something was disclosed outside the gate. It is recorded as what it is, in every state of the demand.
counsel-incident-save = Record the incident
counsel-incident-done = The incident is recorded.
counsel-incident-note = What happened, and what is being done
counsel-disclosures = What left the building
counsel-disclosures-none = The file records no disclosure.
counsel-disclosure-incident = Incident, outside the gate
counsel-disclosure-line = { $what }, to { $to }
counsel-refused-gate = { $cell }: closed because { $reasons }.
counsel-refused-decision = { $cell }: counsel has not decided to disclose this.

counsel-notice = Telling the users
counsel-notice-free = Nothing forbids telling the users.
counsel-notice-requested = The agency asked not to tell. A request forbids nothing.
counsel-notice-held = An order against telling is asserted ({ $basis }). Letters are held until counsel decides; due the next business day.
counsel-notice-ordered = A court's order forbids telling: { $court }, { $docket }. { $until ->
    [none] Until further order.
   *[other] Until { $until }.
  }
counsel-notice-statutory = A statute forbids telling: { $basis }.
counsel-notice-ended = The non-disclosure order ended on { $date }, on paper. Notice is due and waits for counsel's word that it was not extended.
counsel-notice-decide = Decide on notice
counsel-notice-decide-words = notice, tell the user
counsel-notice-decide-text = For each account: whether the user is told.
counsel-notice-account = Account
counsel-notice-choice = Tell the user?
counsel-notice-save = Record the notice decision
counsel-notice-done = Notice decision recorded.
counsel-notice-undecided = Not decided
counsel-notice-kind-notify = Yes, notify
counsel-notice-kind-later = Later
counsel-notice-kind-no = No
counsel-notice-on = On
counsel-notice-reason = Reason
counsel-notice-words-notify = Notify
counsel-notice-words-later = Notify on { $date }: { $reason }
counsel-notice-words-no = Do not notify: { $reason }
counsel-notice-not-counsel = Only counsel's no frees a disclosure from notice.
counsel-ndo-end = Confirm the end of non-disclosure
counsel-ndo-end-text = Say how you know that the non-disclosure order ended without extension. Then the users may be told.
counsel-ndo-end-label = How counsel knows
counsel-ndo-end-done = The end is confirmed. Notice is free.

counsel-challenge = Challenge by a user
counsel-challenge-state = Record a user's challenge
counsel-challenge-state-text = The user said they will challenge, or filed. The gate closes for this account until the challenge ended; against an order in force only a court stays it.
counsel-challenge-state-label = How we know
counsel-challenge-state-done = The challenge is recorded.
counsel-challenge-end = Record its end
counsel-challenge-end-text = Only counsel records how a challenge ended.
counsel-challenge-end-label = How it ended
counsel-challenge-end-done = The end of the challenge is recorded.
counsel-challenge-open = { $account } challenges: { $note }
counsel-challenge-of = Record a challenge by { $account }

counsel-keeping = Hold and preservation
counsel-hold-on = Our duty to keep stands.
counsel-hold-off = No hold stands.
counsel-hold-place = Place a hold
counsel-hold-place-text = Our own duty to keep what this demand concerns. It says nothing about what a custodian preserved.
counsel-hold-lift = Lift the hold
counsel-hold-lift-text = After this, what the demand concerns may be deleted in the ordinary course.
counsel-hold-label = Reason
counsel-hold-placed = The hold is placed.
counsel-hold-lifted = The hold is lifted.
counsel-preserve = Confirm preservation
counsel-preserve-text = A custodian confirmed that data were preserved. Letters say so only after this.
counsel-preserve-save = Record the confirmation
counsel-preserve-done = Preservation is confirmed.
counsel-preserve-custodian = Custodian
counsel-preserve-system = System
counsel-preserve-at = Preserved at
counsel-preserved = { $custodian } confirmed preservation in { $system }, { $at }

counsel-notes = Notes
counsel-note-add = Add a note
counsel-note-text = Note
counsel-note-privileged = Privileged: counsel's work product, kept out of exports
counsel-note-save = Save the note
counsel-note-done = Note saved.
counsel-note-none = No notes.
counsel-note-mark = privileged
counsel-who-may = Only { $roles } can do this: { $who }.
counsel-who-may-none = Only { $roles } can do this. Nobody has that role yet.
