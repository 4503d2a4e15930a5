-- Projections: what is recorded, as it can be found, and which papers a subject holds.
CREATE TABLE record (
    id INTEGER PRIMARY KEY,
    subject TEXT NOT NULL,
    part TEXT NOT NULL,
    text TEXT NOT NULL
) STRICT;

CREATE INDEX record_of ON record (subject);

CREATE TABLE held (
    document BLOB NOT NULL CHECK (length(document) = 16),
    subject TEXT NOT NULL,
    name TEXT NOT NULL,
    PRIMARY KEY (document, subject)
) STRICT, WITHOUT ROWID;

CREATE INDEX held_of ON held (subject, document);

-- In which form texts are in the indexes (matter::search::form): in another one, everything is indexed anew.
CREATE TABLE index_form (
    one INTEGER PRIMARY KEY CHECK (one = 1),
    form TEXT NOT NULL
) STRICT;

-- The indexes hold no text of their own: it is deleted from them with the very text that was put in. Their text is made of
-- plain words (matter::search::indexed), so that the simplest tokenizer splits it as we do.
CREATE VIRTUAL TABLE record_index USING fts5(words, marks, content='', tokenize='ascii');
INSERT INTO record_index (record_index, rank) VALUES ('secure-delete', 1);

-- The queue's filter: any three characters in a row.
CREATE VIRTUAL TABLE queue_gram USING fts5(search, content='', tokenize='trigram case_sensitive 1');
INSERT INTO queue_gram (queue_gram, rank) VALUES ('secure-delete', 1);

-- Caches: what the reader made of papers. From their bytes and the reader's version alone; made again when either is missed.
CREATE TABLE reading (
    document BLOB PRIMARY KEY CHECK (length(document) = 16),
    -- Which reader.
    reader TEXT NOT NULL,
    -- Which text recognition; empty for none.
    recogniser TEXT NOT NULL,
    ended INTEGER NOT NULL CHECK (ended IN (0, 1)),
    pages INTEGER CHECK (pages >= 0),
    -- Why nothing was read; empty where something was.
    why TEXT NOT NULL,
    -- Pages that are pictures nobody could read, and other pages that could not be read.
    pictures INTEGER NOT NULL CHECK (pictures >= 0),
    troubled INTEGER NOT NULL CHECK (troubled >= 0),
    -- Files inside it that were not read: what hangs on a mail, what an archive holds.
    inside INTEGER NOT NULL CHECK (inside >= 0)
) STRICT, WITHOUT ROWID;

CREATE INDEX reading_troubled ON reading (document) WHERE ended = 1 AND (why <> '' OR pictures > 0 OR troubled > 0);

CREATE INDEX reading_inside ON reading (document) WHERE inside > 0;

-- Papers taken in by one act, in order: a page's id grows with the time its paper came in, whenever it is read.
CREATE INDEX document_sealed ON document (sealed_seq, id);

CREATE TABLE page (
    id INTEGER PRIMARY KEY,
    document BLOB NOT NULL CHECK (length(document) = 16),
    -- From 0.
    number INTEGER NOT NULL CHECK (number >= 0),
    recognised INTEGER NOT NULL CHECK (recognised IN (0, 1)),
    -- Not all of its words are here: a limit was reached, a font was not known, nothing was recognised.
    short INTEGER NOT NULL CHECK (short IN (0, 1)),
    text TEXT NOT NULL,
    UNIQUE (document, number)
) STRICT;

CREATE INDEX page_recognised ON page (document) WHERE recognised = 1;

-- The words of a page with their places, in the reader's own form. Apart, so that ranking reads text only.
CREATE TABLE page_words (
    page INTEGER PRIMARY KEY REFERENCES page (id),
    words BLOB NOT NULL
) STRICT;

CREATE VIRTUAL TABLE page_index USING fts5(words, marks, content='', tokenize='ascii');
INSERT INTO page_index (page_index, rank) VALUES ('secure-delete', 1);
