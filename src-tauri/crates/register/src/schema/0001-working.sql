-- Half-filled forms: not evidence, never signed, gone when the form is sent.
CREATE TABLE draft (
    person BLOB NOT NULL CHECK (length(person) = 16),
    name TEXT NOT NULL,
    body BLOB NOT NULL,
    saved_at INTEGER NOT NULL,
    PRIMARY KEY (person, name)
) STRICT;

-- How far the last whole check came, so that it can be taken up again.
CREATE TABLE check_progress (
    one INTEGER PRIMARY KEY CHECK (one = 1),
    started_at INTEGER NOT NULL,
    document BLOB NOT NULL CHECK (length(document) = 16),
    done INTEGER NOT NULL
) STRICT;
