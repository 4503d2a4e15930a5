# Papers on the screen: pages, what is found in them, what cannot be shown.
paper-look = Look at it
paper-look-name = Look at it: { $name }
paper-pane = Paper { $name }
paper-pages = Pages of { $name }
paper-opening = Opening the paper…
paper-page = Page { $page } of { $pages }
paper-page-labelled = Page { $page } of { $pages }, printed number { $label }
paper-page-broken = This page could not be drawn. The paper is kept as it came and can be saved.
paper-page-scan = This page is a picture without text.
paper-page-blank = No text on this page.
paper-larger = Larger
paper-smaller = Smaller
paper-fit = Fit
paper-close = Close the paper
paper-find = Find in the paper
paper-hit = { $at } of { $hits }
paper-hit-next = Next place
paper-hit-before = Place before
paper-seeking = Looking on page { $page }…
paper-no-hit = Not found
paper-contents = { $count ->
    [one] One entry in its table of contents
   *[other] Table of contents, { $count } entries
}
paper-parts = { $count ->
    [one] 1 file is inside it
   *[other] { $count } files are inside it
}
paper-part-unnamed = File { $number }, without a name
paper-part-keep = Keep as a file of its own
paper-part-keep-name = Keep as a file of its own: { $name }
paper-part-kept = Kept as a file of its own
paper-parts-later = Once the demand is saved, they can be kept as files of their own under Files.
paper-cautions = { $count ->
    [one] 1 thing about this paper to know
   *[other] { $count } things about this paper to know
}
paper-caution-scripts = It carries scripts ({ $count }). None is ever run here.
paper-caution-launches = It asks to start programs or open other files ({ $count }). Nothing is started here.
paper-caution-embeddedFiles = Files are inside it ({ $count }). They are not shown.
paper-caution-links = It links to addresses outside ({ $count }). None is followed.
paper-caution-signatures = It carries digital signatures ({ $count }). They were counted, not verified.
paper-caution-laterRevisions = It was saved again over an earlier state ({ $count }). What it said before may still be inside.
paper-caution-remote = It would fetch pictures or other things from elsewhere ({ $count }). Nothing is fetched.
paper-caution-hidden = Text lies hidden under bars, pictures or the colour of the paper on page { $pages }. It is still in the file.
paper-caution-scans = { $count ->
    [one] 1 page is a picture without text: nothing can be found or copied on it.
   *[other] { $count } pages are pictures without text: nothing can be found or copied on them.
}
paper-caution-lacks = Something could not be drawn on page { $pages }.
paper-unread = The pages cannot be shown
paper-kept = The paper is kept as it came and can be saved.
paper-why-otherKind = Pages of this kind of file are not shown.
paper-why-damaged = It is no PDF, or too damaged to find a page in it.
paper-why-passwordNeeded = It asks for a password.
paper-why-passwordWrong = That password does not open it.
paper-why-encryptionUnknown = It is encrypted in a way that this program does not know.
paper-why-noPages = It has no pages.
paper-why-tooManyPages = It has more pages than are shown here.
paper-why-noSuchPage = There is no such page.
paper-why-tooLarge = It is larger than what is shown here.
paper-why-faulted = The reader stopped at it. That can be a damaged paper, or one made to do harm; nothing outside the reader was touched.
paper-why-timeLimit = Reading it took longer than allowed, and was stopped.
paper-why-memoryLimit = Reading it needs more memory than allowed, and was stopped.
paper-why-stopped = Reading it was stopped.
paper-why-noReader = The reader program is missing, or this system cannot wall it off. No paper is read without its walls.
paper-password-title = This paper asks for a password
paper-password-text = It is often in the message that the paper came with. It is used here only and forgotten when you lock.
paper-password = Password of the paper
paper-password-open = Open the paper
