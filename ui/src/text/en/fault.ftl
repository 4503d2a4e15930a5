# Every fault: what happened, what is safe, what to do.
fault-locked-happened = The register is locked.
fault-locked-safe = Everything saved before is in the register. Nothing was changed.
fault-locked-todo = Unlock it and do it again.
fault-no-register-happened = No register is open.
fault-no-register-safe = Nothing was changed.
fault-no-register-todo = Choose a register or found a new one.
fault-wrong-passphrase-happened = That passphrase or key does not open this register.
fault-wrong-passphrase-safe = The register is as it was, and still locked.
fault-wrong-passphrase-todo = Check who is chosen and Caps Lock, and type it again.
fault-recovery-key-differs-happened = What you typed is not the recovery key that was shown.
fault-recovery-key-differs-safe = The register is there; it starts when the key was typed back.
fault-recovery-key-differs-todo = Compare it group by group with your sheet and type it again.
fault-not-found-happened = What you asked for is not in this register.
fault-not-found-safe = Nothing was changed.
fault-not-found-todo = Go back to the list and choose again.
fault-refused-happened = This was not recorded.
fault-refused-safe = Nothing was changed. What you typed is still here.
fault-refused-todo = Mend what is listed and do it again.
fault-conflict-happened = Someone else changed this since you opened it. Yours was not recorded.
fault-conflict-safe = Their change is saved. What you typed is still here.
fault-conflict-todo = Look at the newer state, then do it again if it still holds.
fault-op-reused-happened = This was sent twice with different content. The second was not recorded.
fault-op-reused-safe = What was recorded the first time stands.
fault-op-reused-todo = Look at the timeline, then do it again if it is missing.
fault-head-differs-happened = The register does not hold the last entry that this computer saw in it, or this computer saw none yet.
fault-head-differs-safe = Nothing was changed. The note of what was seen last is kept.
fault-head-differs-todo = Restore a verified backup, or let an administrator say what happened and go on.
fault-read-only-happened = This register is damaged and open to read only. Yours was not recorded.
fault-read-only-safe = Nothing was written in it.
fault-read-only-todo = Save the papers you need, then lock and restore the last good backup.
fault-store-too-new-happened = This register was written by a newer program.
fault-store-too-new-safe = It was not opened and not changed.
fault-store-too-new-todo = Install the newer program and open it again.
fault-store-damaged-happened = This register is damaged.
fault-store-damaged-safe = Nothing was deleted or mended by itself. Your backups are as they were.
fault-store-damaged-todo = Make a copy of its folder, then restore the last good backup.
fault-register-in-use-happened = Another program has this register open (process { $pid }).
fault-register-in-use-safe = It was not opened twice. Nothing was changed.
fault-register-in-use-todo = Close the other window or command, then try again.
fault-register-exists-happened = There is a register of that name in this folder already.
fault-register-exists-safe = It was not touched.
fault-register-exists-todo = Choose another name or folder, or open the one that is there.
fault-not-a-register-happened = That folder holds no register.
fault-not-a-register-safe = Nothing in it was changed.
fault-not-a-register-todo = Choose a folder whose name ends in .register.
fault-no-space-happened = { $known ->
    [yes] The disk is full: { $free } free.
   *[no] The disk is full.
  }
fault-no-space-safe = Everything saved before is safe. This last change was not recorded.
fault-no-space-todo = Free some space and try again.
fault-network-share-happened = That folder lies on a network share ({ $kind }).
fault-network-share-safe = Nothing was written there.
fault-network-share-todo = Choose a folder on this computer. A database on a share can be damaged when the line breaks.
fault-source-changed-happened = The file changed while it was being read.
fault-source-changed-safe = Nothing of it was kept.
fault-source-changed-todo = Wait until it is no longer being written, then attach it again.
fault-source-unreadable-happened = The file could not be read.
fault-source-unreadable-safe = Nothing of it was kept. The file itself was not changed.
fault-source-unreadable-todo = Check that it is still there and that you may open it, then attach it again.
fault-target-unwritable-happened = The file could not be written there.
fault-target-unwritable-safe = The document is safe in the register.
fault-target-unwritable-todo = Choose another folder.
fault-clock-behind-happened = This computer's clock stands before the register's last entry ({ $last }).
fault-clock-behind-safe = Nothing was recorded with a wrong time.
fault-clock-behind-todo = Set the clock of this computer and try again.
fault-file-rejected-happened = The file was not accepted.
fault-file-rejected-safe = Nothing of it was kept. The file itself was not changed.
fault-file-rejected-todo = Look at the details, then choose another file.
fault-letter-incomplete-happened = { $count ->
    [one] This letter still has 1 empty field.
   *[other] This letter still has { $count } empty fields.
  }
fault-letter-incomplete-safe = The draft is kept.
fault-letter-incomplete-todo = Fill in what is listed, then make the letter again.
fault-undrawable-happened = Some characters cannot be drawn in the letter: { $characters }
fault-undrawable-safe = The draft is kept. No letter was made.
fault-undrawable-todo = Replace those characters, or attach the text as a file.
fault-cancelled-happened = It was stopped.
fault-cancelled-safe = Nothing of it was kept.
fault-cancelled-todo = Start it again when you want.
fault-request-happened = The window asked for something the desk does not understand.
fault-request-safe = Nothing was changed.
fault-request-todo = Start the program again. If it comes back, give support the details below.
fault-internal-happened = Something went wrong that should not happen.
fault-internal-safe = Everything saved before is safe.
fault-internal-todo = Try again. If it comes back, give support this reference: { $reference }

# Why an act was refused.
problem-not-allowed = { $people ->
    [0] This needs the role { $roles }. Nobody has it yet.
   *[other] This needs the role { $roles }. Ask { $who }.
  }
problem-required = Fill in: { $field }.
problem-impossible = This value cannot be: { $field }.
problem-in-future = This lies in the future: { $field }.
problem-repeated = This is there twice: { $field }.
problem-unknown = This is not in the register: { $field }.
problem-wrong-step = The demand is on another step: { $step }.
problem-recovery-key-not-confirmed = The recovery key was not typed back yet.
problem-counsel-records-non-disclosure = Only counsel records that an order or a statute forbids notice. Record it as asserted, and counsel decides.
problem-bound-by-order = A verified order covers this, so it cannot be renamed: { $field }. Add a new account instead.
problem-paper-cannot-order = A paper of this kind orders nothing by itself.
problem-paper-not-attached = Verifying needs the paper itself: attach it first.
problem-not-entered = Verifying needs the date of entry, or the clerk's confirmation of a sealed order.
problem-judge-power-not-shown = It is not shown that this judge could order this.
problem-not-a-district-court = The court is not one of the 94 federal district courts.
problem-cells-not-named = Name the accounts and categories the order covers.
problem-point-not-held = A point of the check does not hold or was not answered: { $point }.
problem-already-done = This was done already. Correct it by a new act with a reason.
problem-gate-closed = The gate is closed: { $reasons }.
problem-not-decided = Counsel has not decided to disclose this.
problem-papers-act-on-it = Papers of this docket are recorded as acting on this demand.
problem-only-demand-of-docket = It is the only demand of this docket.
problem-notice-forbidden = A court's order or a statute forbids telling this user.
problem-notice-held = An order against notice was asserted: the letter waits for counsel.
problem-non-disclosure-end-unconfirmed = The non-disclosure order has ended on paper. Counsel must say that it was not extended.
problem-notice-undecided = Decide for every account whether the user is told.
problem-notice-decided-against = It was decided not to tell this user.
problem-letter-not-for-this-paper = This letter says that an agency issued the demand and that no judge signed it. The paper recorded here is of another kind, or its kind is not confirmed.
problem-orders-contradict = Courts' orders about this account contradict each other: counsel first.
problem-author-approves = Another counsel must approve: nobody approves their own letter.
problem-facts-changed = A fact in the letter has changed since: make it again.
problem-not-approved = The letter is not approved.
problem-proof-missing = Proof of sending is missing.
problem-counsel-grants-counsel = Only counsel grants the role of counsel.
problem-last-of-role = This is the last person with the role { $role }.
problem-pattern-unusable = Pattern { $number }: { $flaw }.
problem-too-many = { $field }: no more than { $most }.
problem-reason-missing = Say why.

# Why the gate is closed; no full stop, they are joined.
closed-no-basis = there is no basis for a disclosure
closed-instrument-not-confirmed = the type of paper is not confirmed
closed-conflicting-orders = there are conflicting orders
closed-restrained = a court ordered not to produce
closed-stayed = the order is stayed
closed-restraint-claimed = someone says a court ordered not to produce; it is not checked yet
closed-notice-not-sent = the user was not told yet
closed-notice-bounced = the notice to the user came back
closed-notice-window = the user's window runs until { $until }
closed-user-challenge = the user is challenging the demand
closed-conflict = the user's window or challenge runs past the order's date: counsel now
closed-conflict-by = the user's window or challenge runs past the date to comply ({ $by }): counsel now
closed-second-signature-missing = the second signature is missing
closed-demand-closed = the demand is closed

role-triage = triage
role-counsel = counsel
role-letters = letters
role-records = records
role-auditor = auditor
role-administrator = administrator

step-needs-triage = needs triage
step-triaged = triaged
step-with-counsel = with counsel
step-returned = returned by counsel
step-decided = decided
step-closed = closed

order-point-district-court = it names one of the 94 district courts
order-point-recipient-bound = it binds us by name
order-point-docket-matches = its docket number exists in that court
order-point-operative-words = it orders in so many words, and is not a proposal
order-point-identifies-demand = it identifies this demand
order-point-scope-and-deadline = it says what to produce and by when
order-point-signed-and-entered = it is signed and entered
order-point-filing-stamp = it has the court's filing stamp
order-point-seal = its seal, if it has one, was looked at (an order needs none)
order-point-statute-and-venue = its statute and venue make sense
order-point-not-stayed = it is not stayed, appealed or superseded
order-point-non-disclosure-attached = any non-disclosure order with it has its own dates and scope

job-attach = Attaching files
job-export = Saving a document
job-back-up = Backing up, then checking the backup
job-restore = Restoring a backup
job-verify = Checking the whole register
job-rotate = Changing the register's key
job-unlock = Opening the register
job-other = Working

drop-here = Drop the files here
drop-nowhere = Files cannot be added on this screen.
