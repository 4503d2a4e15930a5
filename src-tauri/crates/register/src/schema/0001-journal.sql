-- The chain. Columns after digest repeat the header, for indexes; verify compares them.
CREATE TABLE journal (
    seq INTEGER PRIMARY KEY,
    header BLOB NOT NULL,
    commitment BLOB NOT NULL CHECK (length(commitment) = 32),
    previous BLOB NOT NULL CHECK (length(previous) = 32),
    digest BLOB NOT NULL UNIQUE CHECK (length(digest) = 32),
    subject TEXT NOT NULL,
    subject_version INTEGER NOT NULL,
    kind TEXT NOT NULL,
    body_version INTEGER NOT NULL,
    op BLOB NOT NULL CHECK (length(op) = 16),
    -- Milliseconds since 1970, UTC.
    recorded_at INTEGER NOT NULL,
    happened_at INTEGER NOT NULL,
    actor BLOB NOT NULL CHECK (length(actor) = 16),
    UNIQUE (subject, subject_version)
) STRICT;

CREATE TRIGGER journal_is_not_changed BEFORE UPDATE ON journal
BEGIN SELECT RAISE(ABORT, 'the journal is not changed'); END;

CREATE TRIGGER journal_is_not_deleted BEFORE DELETE ON journal
BEGIN SELECT RAISE(ABORT, 'the journal is not deleted'); END;

CREATE TRIGGER journal_has_no_gaps BEFORE INSERT ON journal
WHEN NEW.seq <> (SELECT coalesce(max(seq), 0) + 1 FROM journal)
BEGIN SELECT RAISE(ABORT, 'the journal has no gaps'); END;

-- Salt and body lie apart, so that a body can be lawfully disposed of while the chain keeps its commitment.
CREATE TABLE journal_body (
    seq INTEGER PRIMARY KEY REFERENCES journal (seq),
    salt BLOB NOT NULL CHECK (length(salt) = 16),
    body BLOB NOT NULL
) STRICT;

CREATE TRIGGER journal_body_is_not_changed BEFORE UPDATE ON journal_body
BEGIN SELECT RAISE(ABORT, 'the journal is not changed'); END;

CREATE TRIGGER journal_body_is_not_deleted BEFORE DELETE ON journal_body
BEGIN SELECT RAISE(ABORT, 'the journal is not deleted'); END;

-- One row per act: the key of a retry, the rows it wrote, and its signature over the digest of the last one.
CREATE TABLE acts (
    op BLOB PRIMARY KEY CHECK (length(op) = 16),
    request BLOB NOT NULL CHECK (length(request) = 32),
    first INTEGER NOT NULL UNIQUE REFERENCES journal (seq),
    last INTEGER NOT NULL UNIQUE REFERENCES journal (seq),
    signer BLOB NOT NULL CHECK (length(signer) = 16),
    signature BLOB NOT NULL CHECK (length(signature) = 64)
) STRICT;

CREATE TRIGGER acts_are_not_changed BEFORE UPDATE ON acts
BEGIN SELECT RAISE(ABORT, 'acts are not changed'); END;

CREATE TRIGGER acts_are_not_deleted BEFORE DELETE ON acts
BEGIN SELECT RAISE(ABORT, 'acts are not deleted'); END;
