# Backup, restore, verify.
register-title = Backup and checks
register-loading = Reading the list of backups…

backup-title = Backups
backup-text = A backup is made while you work and is verified by restoring it into a copy. It holds everything and opens with the passphrases of the day it was made.
backup-now = Back up now
backup-elsewhere = Back up to another folder…
backup-none = No backup yet.
backup-none-text = If this disk fails, everything here is gone. Make a backup now, and keep one on another disk.
backup-list = Backups of this register
backup-name = Name
backup-made = Made
backup-size = Size
backup-entry = Up to entry
backup-state = State
backup-verified = verified by restoring it
backup-unverified = not verified
backup-actions = Actions
backup-restore = Restore…
backup-restore-of = Restore { $name }…
backup-from = Restore from another folder…
backup-working = Backing up, then restoring it into a copy to verify it…
backup-done = Backup made and verified: { $name }
backup-done-unverified = The backup { $name } was made, but restoring it into a copy did not succeed. Do not rely on it.

nag-none = No backup yet
nag-old = { $days ->
    [one] Last backup 1 day ago
   *[other] Last backup { $days } days ago
  }

restore-title = Restore { $name }
restore-text = First the program looks into the backup and says what would be lost. Nothing changes before you confirm.
restore-who = Who opens the backup?
restore-passphrase = Passphrase, as it was when the backup was made
restore-look = Look into the backup
restore-looking = Opening the backup…
restore-refused = That passphrase does not open this backup.
restore-plan = What restoring does
restore-made = The backup was made { $when } and reaches up to entry { $seq }.
restore-holds-demands = { $count ->
    [0] It holds no demands.
    [one] It holds 1 demand.
   *[other] It holds { $count } demands.
  }
restore-holds-documents = { $count ->
    [0] It holds no documents.
    [one] It holds 1 document.
   *[other] It holds { $count } documents.
  }
restore-lost-none = Nothing was recorded after it: nothing would be lost.
restore-lost = { $count ->
    [one] 1 entry recorded after it would be lost from this register.
   *[other] { $count } entries recorded after it would be lost from this register.
  }
restore-lost-kinds = That can be demands logged, papers attached, orders verified, decisions, letters marked as sent, and holds.
restore-lost-unknown = How much was recorded after it cannot be told: this computer has not seen a newer state that belongs to it.
restore-last-seen = The last state this computer saw reaches up to entry { $seq }.
restore-other-register = This is a backup of another register than the one this computer saw last.
restore-unlock = It can then be unlocked by: { $names }
restore-aside = The register as it is now is not deleted. It is moved aside in its folder. The timeline says that a backup was restored, by whom and why, and history goes on from there on a new branch.
restore-reason = Reason
restore-reason-hint = One sentence. It is kept in the timeline.
restore-do = Restore this backup
restore-working = Restoring…
restore-done = The backup was restored.
restore-back = Choose again

verify-title = Verify the register
verify-text = Walks every entry and its signature, makes the lists anew from the entries, and reads every document again to compare its digest. It changes nothing. A large register takes a while.
verify-now = Verify now
verify-working = Verifying. You can go on working.
verify-cancelled = Verifying was stopped.
verify-holds = Everything holds.
verify-holds-not = Something does not hold.
verify-itself-not = The register is consistent in itself. It does not fit what it was compared with.
verify-walked = { $entries } entries, { $signatures } signatures, { $documents } documents; { $when }.
verify-compared = What it was compared with
verify-itself = Itself
verify-itself-yes = Every entry follows from the one before, every signature is good, every list and document agrees.
verify-itself-no = It contradicts itself. See what does not hold.
verify-seen = The last state this computer saw
verify-seen-yes = The register contains it and goes on from it.
verify-seen-no = The register does not contain it. An older copy may have been put in its place, or a part cut off.
verify-seen-none = This computer has seen no earlier state. Nothing to compare with.
verify-backup = The last verified backup
verify-backup-yes = The register contains everything up to that backup.
verify-backup-no = The register does not contain what that backup holds.
verify-backup-none = There is no verified backup. Nothing to compare with.
verify-elsewhere = A copy of the head held by somebody else
verify-elsewhere-none = Not compared: none was given.
verify-yes = holds
verify-no = does not hold
verify-none = not compared
verify-findings = What does not hold
verify-kind = What
verify-place = Where
verify-detail = Details for support
verify-kind-pages = Pages of the database
verify-kind-schema = The form of the database
verify-kind-row = An entry was changed, is missing or was put in
verify-kind-column = An entry whose columns say something else
verify-kind-body = An entry whose content is gone
verify-kind-entry = An entry that cannot be read
verify-kind-act = An act that does not agree with its entries
verify-kind-signature = A signature
verify-kind-role = A role that an act needed
verify-kind-queue = The list of demands
verify-kind-document = The bytes of a paper
verify-kind-stray-bytes = Bytes that belong to no paper
verify-kind-last-seen = The last state this computer saw
verify-kind-note-missing = This computer's note of that state is gone
verify-kind-note-altered = This computer's note of that state was changed
verify-kind-outside = A head held elsewhere
verify-detail-head = Entry { $seq }, which is not in this register. Digest { $digest }
verify-detail-document-missing = The register speaks of it, and it is not there.
verify-detail-document-changed = Its bytes are not those taken in.
verify-detail-document-bytes-missing = Some of its bytes are gone.
verify-detail-document-record = What is kept about it does not agree with the entries.
verify-advice = Change nothing now. Copy the register's folder somewhere safe, tell your counsel, and look at the last verified backup.
verify-head = Head of the chain
verify-head-text = Whoever writes this down, with the date, can later show that nothing before it was changed.
verify-head-seq = Entry { $seq }
