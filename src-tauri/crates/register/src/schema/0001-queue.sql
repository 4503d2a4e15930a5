-- Projections: derived from the journal alone; dropped, made again and compared by verify. They hold the instants at
-- which something changes, never the result of comparing them with now.

-- Which proceedings and letters concern a demand.
CREATE TABLE concern (
    demand BLOB NOT NULL CHECK (length(demand) = 16),
    subject TEXT NOT NULL,
    PRIMARY KEY (demand, subject)
) STRICT, WITHOUT ROWID;

-- One row per demand. The columns are those that a view filters or sorts by; row is the whole of it.
CREATE TABLE queue (
    number INTEGER PRIMARY KEY,
    demand BLOB NOT NULL UNIQUE CHECK (length(demand) = 16),
    -- Milliseconds since 1970, UTC; 9223372036854775807 for none, so that it sorts last.
    due_at INTEGER NOT NULL,
    received_at INTEGER NOT NULL,
    reference TEXT NOT NULL,
    open INTEGER NOT NULL CHECK (open IN (0, 1)),
    step TEXT NOT NULL,
    claimed INTEGER NOT NULL CHECK (claimed IN (0, 1)),
    notice INTEGER NOT NULL CHECK (notice IN (0, 1)),
    owner BLOB CHECK (length(owner) = 16),
    search TEXT NOT NULL,
    row BLOB NOT NULL
) STRICT;

-- Each sort has an index that holds every filter too, so that a view of few rows is found without touching the others.
CREATE INDEX queue_due ON queue (due_at, demand, open, step, claimed, notice, owner);
CREATE INDEX queue_received ON queue (received_at, demand, open, step, claimed, notice, owner, due_at);
CREATE INDEX queue_reference ON queue (reference, demand, open, step, claimed, notice, owner, due_at);
-- Small views: every row of one is within the index, so that another sorting of few rows needs no other.
CREATE INDEX queue_step_due ON queue (step, due_at, demand, received_at, reference, claimed, notice, owner) WHERE open = 1;
CREATE INDEX queue_claimed_due ON queue (due_at, demand, received_at, reference, step, notice, owner) WHERE claimed = 1 AND open = 1;
CREATE INDEX queue_notice_due ON queue (due_at, demand, received_at, reference, step, claimed, owner) WHERE notice = 1 AND open = 1;

-- How many rows there are of each kind: counting 100,000 rows at every act would be felt.
CREATE TABLE queue_tally (
    open INTEGER NOT NULL,
    step TEXT NOT NULL,
    claimed INTEGER NOT NULL,
    notice INTEGER NOT NULL,
    rows INTEGER NOT NULL,
    PRIMARY KEY (open, step, claimed, notice)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER queue_counts_in AFTER INSERT ON queue
BEGIN
    INSERT INTO queue_tally (open, step, claimed, notice, rows) VALUES (NEW.open, NEW.step, NEW.claimed, NEW.notice, 1)
    ON CONFLICT (open, step, claimed, notice) DO UPDATE SET rows = rows + 1;
END;

CREATE TRIGGER queue_counts_out AFTER DELETE ON queue
BEGIN
    UPDATE queue_tally SET rows = rows - 1
    WHERE open = OLD.open AND step = OLD.step AND claimed = OLD.claimed AND notice = OLD.notice;
END;

CREATE TRIGGER queue_counts_over AFTER UPDATE OF open, step, claimed, notice ON queue
BEGIN
    UPDATE queue_tally SET rows = rows - 1
    WHERE open = OLD.open AND step = OLD.step AND claimed = OLD.claimed AND notice = OLD.notice;
    INSERT INTO queue_tally (open, step, claimed, notice, rows) VALUES (NEW.open, NEW.step, NEW.claimed, NEW.notice, 1)
    ON CONFLICT (open, step, claimed, notice) DO UPDATE SET rows = rows + 1;
END;
