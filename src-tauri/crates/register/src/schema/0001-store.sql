-- One row: what binds the database to its key ring.
CREATE TABLE store (
    one INTEGER PRIMARY KEY CHECK (one = 1),
    id BLOB NOT NULL CHECK (length(id) = 16),
    -- The line of history that is written now; a restore starts another.
    branch BLOB NOT NULL CHECK (length(branch) = 16)
) STRICT;

-- Installations that have opened this register, each with the key that signs its heads.
CREATE TABLE device (
    id BLOB PRIMARY KEY CHECK (length(id) = 16),
    seed BLOB NOT NULL CHECK (length(seed) = 32),
    verifying BLOB NOT NULL CHECK (length(verifying) = 32),
    first_opened_at INTEGER NOT NULL,
    -- 1 once a head note was written outside, so that a note that is gone is missed.
    noted INTEGER NOT NULL DEFAULT 0 CHECK (noted IN (0, 1))
) STRICT;
