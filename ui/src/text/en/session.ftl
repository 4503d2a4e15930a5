# Lock, first run, recovery, passphrases.
lock-title = Locked
lock-register = Register
lock-who = Who is unlocking?
lock-passphrase = Passphrase
lock-unlock = Unlock
lock-working = Opening the register. This takes about a second.
lock-recover = Use the recovery key…
lock-others = Other registers…
lock-choose-person = Choose your name first.
lock-type-passphrase = Type your passphrase.
lock-refused = That passphrase does not open this register for { $name }.
lock-refused-caps = That passphrase does not open this register for { $name }. Caps Lock is on.
lock-refused-safe = Nothing was changed. Nothing was locked out: type it again.
lock-nobody = Nobody can unlock this register yet. Choose another one.
lock-sample = This is the SAMPLE register. Its passphrase is: { $passphrase }

passphrase-caps = Caps Lock is on.
passphrase-show = Show what is typed
passphrase-hide = Hide what is typed
passphrase-new = Passphrase
passphrase-again = The same passphrase again
passphrase-hint = A sentence of your own is best: four or more words that do not belong together. Spaces count.
passphrase-short = At least { $least } characters.
passphrase-differs = The two are not the same. Type the second one again.
passphrase-strength = Strength
passphrase-none = Type it and a rough estimate stands here.
passphrase-weak = Weak. Somebody with a copy of the register could find it by trying. Add words.
passphrase-fair = Fair. Another word or two makes it much harder to find.
passphrase-good = Good, if you use it nowhere else.
passphrase-honest = An estimate only: the program cannot know whether this is a quotation, a name, or used elsewhere.
passphrase-common = It begins like a passphrase that everybody tries first.

recover-title = Open with the recovery key
recover-text = The recovery key gives one person a new passphrase. It is entered in the timeline that this was done.
recover-key = Recovery key
recover-key-hint = Eleven groups of five. Capital or small letters; spaces and dashes do not matter.
recover-who = Who gets a new passphrase?
recover-do = Give the new passphrase and unlock
recover-back = Back to the passphrase
recover-key-missing = Type the recovery key.
recover-key-length = { $count ->
    [one] The key has 55 letters and digits; this is 1.
   *[other] The key has 55 letters and digits; these are { $count }.
  }
recover-refused = That is not the recovery key of this register.

first-steps = Steps
first-step = Step { $step } of { $steps }
first-back = Back
first-next = Continue
first-welcome = Subpoenas from ICE, kept and answered with care
first-what = An administrative subpoena or summons is issued by the agency itself, not by a court. This program logs each one, keeps its papers, tracks whether a federal court has ordered you to comply, and writes to your user in time.
first-nothing = Nothing leaves this computer. The program has no account, no server and no updates of its own. The register is one encrypted folder that you keep.
first-not = It gives no legal advice. Counsel decides.
first-language = Language
first-new = Found a new register
first-new-hint = About two minutes. You need a place to keep it and paper for the recovery key.
first-open = Open an existing register…
first-open-hint = A folder whose name ends in “.register”.
first-sample = Open the SAMPLE register
first-sample-hint = Fictional people and papers, one demand for every state. Nothing in it is real.
first-recent = Registers used on this computer
first-recent-open = Open { $name }
first-recent-gone = { $name }: its folder is not there now
first-making-sample = Making the SAMPLE register…

first-where = Where to keep it
first-folder = Folder
first-folder-choose = Choose a folder…
first-folder-none = No folder chosen yet
first-folder-hint = On a disk of this computer, not on a network share. Whoever has a copy of it also needs a passphrase.
first-folder-missing = Choose a folder.
first-name = Name of the register
first-name-hint = It becomes the name of its folder. Use no names of users.
first-name-missing = Give the register a name.
first-name-signs = A folder cannot have this name: leave out / \ : * ? " < > | and a full stop at the beginning.
first-organisation = Organisation
first-organisation-hint = As it stands in your letters.
first-organisation-missing = Type the name of the organisation.
first-zone = Time zone of the desk
first-zone-hint = Days are counted by it where no other zone is given.

first-you = You, and your passphrase
first-person = Your name
first-person-hint = As your colleagues know you. It stands beside everything you do here.
first-person-missing = Type your name.
first-roles = What you do here
first-roles-hint = You are also administrator: you add people, back up and restore. Roles can be changed later.
first-counsel-note = After the first counsel, only counsel gives this role.
first-found = Found the register
first-founding = Founding the register…

first-key = Your recovery key
first-key-why = It is the only way in when every passphrase is lost. Nobody can send it to you again: this program keeps no copy of it in clear.
first-key-shown = Recovery key, eleven groups of five
first-key-write = Write it down on paper and put it where two people can find it and nobody else. Or copy it into your company's password manager.
first-key-copy = Copy the key
first-key-copied = Copied. Paste it into your password manager now, then copy something else.
first-key-not-copied = This computer does not let the program copy. Write the key down.
first-key-written = I have written it down
first-key-gone = The key is shown only once, right after founding. Type it from your copy. If you have no copy, choose another register and found this one anew: nothing is in it yet.
first-key-back = Type the key back
first-key-back-hint = From your copy, not from memory. Capital or small letters; spaces and dashes do not matter.
first-key-again = Show the key again
first-key-confirm = Confirm and begin
first-key-other = Choose another register
first-key-position = { $name } is founded. It begins when the key was typed back.
