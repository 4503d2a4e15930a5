-- Half-filled forms: not evidence, never signed, gone when the form is sent.
CREATE TABLE draft (
    person BLOB NOT NULL CHECK (length(person) = 16),
    name TEXT NOT NULL,
    body BLOB NOT NULL,
    saved_at INTEGER NOT NULL,
    PRIMARY KEY (person, name)
) STRICT;

