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
    troubled INTEGER NOT NULL CHECK (troubled >= 0)
) STRICT, WITHOUT ROWID;

CREATE INDEX reading_troubled ON reading (document) WHERE ended = 1 AND (why <> '' OR pictures > 0 OR troubled > 0);

CREATE TABLE page (
    id INTEGER PRIMARY KEY,
    document BLOB NOT NULL CHECK (length(document) = 16),
    -- From 0.
    number INTEGER NOT NULL CHECK (number >= 0),
    recognised INTEGER NOT NULL CHECK (recognised IN (0, 1)),
    text TEXT NOT NULL,
    UNIQUE (document, number)
) STRICT;

-- The words of a page with their places, in the reader's own form. Apart, so that ranking reads text only.
CREATE TABLE page_words (
    page INTEGER PRIMARY KEY REFERENCES page (id),
    words BLOB NOT NULL
) STRICT;

CREATE VIRTUAL TABLE page_index USING fts5(words, marks, content='', tokenize='ascii');
INSERT INTO page_index (page_index, rank) VALUES ('secure-delete', 1);
