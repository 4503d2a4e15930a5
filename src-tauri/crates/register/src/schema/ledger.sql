CREATE TABLE IF NOT EXISTS migration (
    step INTEGER PRIMARY KEY,
    name TEXT NOT NULL,
    digest BLOB NOT NULL CHECK (length(digest) = 32),
    applied_at INTEGER NOT NULL,
    program TEXT NOT NULL
) STRICT;
