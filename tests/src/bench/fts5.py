"""Plain FTS5 over the same texts: one JSON text a line, then one line with the questions. Prints rows of a table."""

import json
import sqlite3
import sys
import tempfile
import time


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        db = sqlite3.connect(folder + "/raw.db")
        db.execute("PRAGMA journal_mode = WAL")
        db.execute("CREATE TABLE page (id INTEGER PRIMARY KEY, text TEXT)")
        db.execute("CREATE VIRTUAL TABLE found USING fts5(text, content='page', content_rowid='id')")
        questions = None
        begun = time.monotonic()
        spent, count = 0.0, 0
        for line in sys.stdin:
            value = json.loads(line)
            if not isinstance(value, str):
                questions = value
                break
            begun = time.monotonic()
            row = db.execute("INSERT INTO page (text) VALUES (?)", (value,)).lastrowid
            db.execute("INSERT INTO found (rowid, text) VALUES (?, ?)", (row, value))
            count += 1
            if count % 64 == 0:
                db.commit()
            spent += time.monotonic() - begun
        db.commit()
        print(f"| (plain FTS5, not encrypted, 64 pages a commit: keeping) | {count / spent:.0f} pages/s | |")
        for what, typed in questions or []:
            times = []
            for _ in range(12):
                for text in typed:
                    asked = text
                    begun = time.monotonic()
                    db.execute(
                        "SELECT rowid, snippet(found, 0, '[', ']', '…', 24) FROM found WHERE found MATCH ?"
                        " ORDER BY rank LIMIT 50",
                        (asked,),
                    ).fetchall()
                    times.append((time.monotonic() - begun) * 1000)
            times.sort()
            p50, p95 = times[len(times) // 2], times[len(times) * 95 // 100]
            print(f"| (plain FTS5 with its own ranking: {what}) | p50 {p50:.2f} ms, p95 {p95:.2f} ms | |")


main()
