-- A projection: what a demand or a proceeding is found by exactly, whatever its spelling (matter::mark).
CREATE TABLE mark (
    text TEXT NOT NULL,
    subject TEXT NOT NULL,
    PRIMARY KEY (text, subject)
) STRICT, WITHOUT ROWID;

CREATE INDEX mark_of ON mark (subject, text);

-- Claims are met whether the demand is open or closed.
CREATE INDEX queue_claimed_any ON queue (due_at, demand, received_at, reference, step, notice, owner, open) WHERE claimed = 1;

-- From a proceeding or letter to the demands it concerns: a demand joined by mistake can leave.
CREATE INDEX concern_of ON concern (subject, demand);
