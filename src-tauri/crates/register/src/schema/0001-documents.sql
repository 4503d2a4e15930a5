-- A paper's bytes, sealed: nothing is added to it any more.
CREATE TABLE document (
    id BLOB PRIMARY KEY CHECK (length(id) = 16),
    blob INTEGER NOT NULL UNIQUE,
    sha256 BLOB NOT NULL UNIQUE CHECK (length(sha256) = 32),
    length INTEGER NOT NULL CHECK (length >= 0),
    -- The last row of the act that took it in.
    sealed_seq INTEGER NOT NULL REFERENCES journal (seq)
) STRICT;

CREATE TRIGGER document_is_not_changed BEFORE UPDATE ON document
BEGIN SELECT RAISE(ABORT, 'documents are not changed'); END;

CREATE TRIGGER document_is_not_deleted BEFORE DELETE ON document
BEGIN SELECT RAISE(ABORT, 'documents are not deleted'); END;

-- 1 MiB of a paper. The id is the blob's random number times 2^20, plus the place within it.
CREATE TABLE chunk (
    id INTEGER PRIMARY KEY,
    bytes BLOB NOT NULL
) STRICT;

-- Blobs that are being taken in. What a dead session left here is swept.
CREATE TABLE intake (
    blob INTEGER PRIMARY KEY
) STRICT;

CREATE TRIGGER chunk_is_not_changed BEFORE UPDATE ON chunk
BEGIN SELECT RAISE(ABORT, 'documents are not changed'); END;

CREATE TRIGGER chunk_is_not_deleted BEFORE DELETE ON chunk
WHEN EXISTS (SELECT 1 FROM document WHERE blob = OLD.id >> 20)
BEGIN SELECT RAISE(ABORT, 'documents are not deleted'); END;

CREATE TRIGGER chunk_is_not_added BEFORE INSERT ON chunk
WHEN EXISTS (SELECT 1 FROM document WHERE blob = NEW.id >> 20)
BEGIN SELECT RAISE(ABORT, 'documents are not changed'); END;
