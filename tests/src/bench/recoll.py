"""Recoll (Xapian) over the same texts, each page a file: one JSON text a line, then one line with the questions. Prints rows
of a table."""

import json
import pathlib
import subprocess
import sys
import tempfile
import time


def main() -> None:
    # This file has the package's name: its own folder is not looked in.
    sys.path.pop(0)
    try:
        from recoll import recoll
    except ImportError as fault:
        print(f"| (recoll not measured: {fault}) | | |")
        sys.stdin.read()
        return
    with tempfile.TemporaryDirectory() as folder:
        root = pathlib.Path(folder)
        (root / "conf").mkdir()
        (root / "conf" / "recoll.conf").write_text(f"topdirs = {root}/pages\nnoaspell = 1\n")
        questions = None
        count = 0
        for line in sys.stdin:
            value = json.loads(line)
            if not isinstance(value, str):
                questions = value
                break
            place = root / "pages" / str(count // 1000)
            place.mkdir(parents=True, exist_ok=True)
            (place / f"{count}.txt").write_text(value)
            count += 1
        begun = time.monotonic()
        subprocess.run(["recollindex", "-c", root / "conf"], check=True, capture_output=True)
        spent = time.monotonic() - begun
        size = sum(file.stat().st_size for file in (root / "conf" / "xapiandb").rglob("*") if file.is_file())
        print(f"| (recoll: keeping; its index of a page) | {count / spent:.0f} pages/s; {size / count / 1024:.1f} KiB | |")
        db = recoll.connect(confdir=str(root / "conf"))
        for what, typed in questions or []:
            times = []
            for _ in range(12):
                for text in typed:
                    begun = time.monotonic()
                    query = db.query()
                    query.execute(text, stemming=0)
                    for found in query.fetchmany(50):
                        query.makedocabstract(found)
                    times.append((time.monotonic() - begun) * 1000)
            times.sort()
            p50, p95 = times[len(times) // 2], times[len(times) * 95 // 100]
            print(f"| (recoll: {what}) | p50 {p50:.2f} ms, p95 {p95:.2f} ms | |")


main()
