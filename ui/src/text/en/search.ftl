# Search over everything, and the reading of papers that it waits for.
search-title = Search
search-everything = Search everything
search-everything-words = find, search, look for, text of papers, words
search-everything-for = Search everything for “{ $text }”
search-in-demand = Search in this demand
search-to-box = Go to the search box
search-next = Next hit
search-before = Hit before
search-how = All words must be there. "In quotes": in a row. word*: a beginning. Phone numbers, web, e-mail and IP addresses, docket and other numbers are found in other spellings too.
search-where = Where
search-kind-all = Everywhere
search-kind-demand = Demands
search-kind-proceeding = Court
search-kind-letter = Letters
search-kind-page = Pages of papers
search-open = Demands
search-open-any = Open and closed
search-open-open = Open
search-open-closed = Closed
search-from = Received from
search-to = Received until
search-to-before = This day is before the first one: nothing can be between them.
search-only = Only demand { $reference }
search-only-one = Only one demand
search-only-lift = Search in all demands

search-results = Results
search-hits = Places found
search-count = { $count ->
    [one] 1 place
   *[other] { $count } places
}
search-count-more = The best { $count } places; there are more
search-identifiers = { $count ->
    [one] { $list } is looked for in other spellings too.
   *[other] { $list } are looked for in other spellings too.
}
search-newest = These words stand in very many places. Only the newest were weighed.
search-more = Show more
search-limit = More than { $count }: add a word.
search-newer = More papers have been read since.
search-again = Search again
search-open-in = Open in
search-recognised = Recognised in a picture: may be misread

search-what = { $kind } · { $part }
search-what-page = { $name }, page { $page }
search-what-demand = Demand
search-what-proceeding = Proceeding
search-what-letter = Letter
search-part-reference = reference
search-part-number = number
search-part-target = account
search-part-person = person
search-part-office = office
search-part-recipient = recipient
search-part-stated = what it says
search-part-note = note
search-part-docket-search = docket search
search-part-document-name = name of a paper
search-part-docket = docket number
search-part-court-paper = court paper
search-part-address = address

search-start = What can be found
search-start-text = Numbers, accounts, names, notes, docket searches, court papers, letters, and the words on the pages of papers, in open and closed demands alike.
search-none = No match for “{ $text }”.
search-none-cut = No match for “{ $text }” among the places that were looked at. There are more: change the words or the choices.
search-none-short = No match
search-none-filtered = The choices above leave something out.
search-unfilter = Search everywhere
search-none-waiting = { $count ->
    [one] 1 paper is not read yet: its words cannot be found yet.
   *[other] { $count } papers are not read yet: their words cannot be found yet.
}
search-none-troubled = { $count ->
    [one] 1 paper could not be read, whole or in part: what was not read cannot be found.
   *[other] { $count } papers could not be read, whole or in part: what was not read cannot be found.
}
search-none-holding = { $count ->
    [one] 1 paper holds files that were not read, such as what hangs on a mail.
   *[other] { $count } papers hold files that were not read, such as what hangs on a mail.
}
search-none-recognised = { $count ->
    [one] 1 page was recognised in a picture: a word that was misread is not found.
   *[other] { $count } pages were recognised in pictures: a word that was misread is not found.
}
search-none-no-proof = No match is not proof that nothing is there.
search-none-see = See which

reading-title = Reading of papers
reading-words = read, recognise, index, scan, pause
reading-text = The desk reads every attached paper by itself so that its words can be found. The papers are not changed.
reading-line = { $waiting ->
    [0] Reading papers
   *[other] Reading papers: { $waiting } waiting
}
reading-line-paused = Reading of papers is paused: { $waiting } waiting
reading-pause = Pause reading
reading-go-on = Go on reading
reading-paused = Reading of papers is paused.
reading-goes-on = Reading of papers goes on.
reading-read = { $count ->
    [0] No paper is read.
    [one] 1 paper is read.
   *[other] { $count } papers are read.
}
reading-waiting = { $count ->
    [one] 1 paper waits to be read.
   *[other] { $count } papers wait to be read.
}
reading-troubled = { $count ->
    [one] 1 paper could not be read, whole or in part.
   *[other] { $count } papers could not be read, whole or in part.
}
reading-now = Reading a paper: page { $page } of { $pages }.
reading-now-opening = Opening a paper to read it.
reading-soon = Reading goes on in a moment.
reading-all = Nothing waits to be read.
reading-no-recognition = Text recognition is not installed on this computer: pages that are pictures cannot be read. Have the packages tesseract-ocr, tesseract-ocr-eng, tesseract-ocr-spa and tesseract-ocr-script-latn installed.
reading-one-reading = Pages that are pictures are read once only on this computer: their words are found, and no names, numbers or dates of them are offered. Have the package tesseract-ocr-script-latn installed; they are then read again when the program starts.
reading-no-recognition-then = Then choose “Try all again”.
reading-troubles = Papers that could not be read, whole or in part
reading-troubles-more = { $count ->
    [one] And 1 more.
   *[other] And { $count } more.
}
reading-pictures = { $count ->
    [one] 1 page is a picture in which no text was recognised.
   *[other] { $count } pages are pictures in which no text was recognised.
}
reading-pages = { $count ->
    [one] 1 page could not be read, or not all of it.
   *[other] { $count } pages could not be read, or not all of them.
}
reading-open = Open in { $reference }
reading-again = Try again
reading-again-name = Try again: { $name }
reading-again-all = Try all again
reading-again-done = They are read again, one after the other.
