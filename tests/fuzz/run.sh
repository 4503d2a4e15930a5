#!/bin/sh
# Runs one fuzz target, or all, for so many seconds each. Seeds are files of the shared corpus of up to 64 KiB, read where
# they lie; what is found and what is kept lies beside this script and is not committed.
set -eu
cd "$(dirname "$0")"
target=${1:?a target, or all}
seconds=${2:-120}
corpus=../../../shared/corpus

seeds() {
    case $1 in
    pdf) find "$corpus/odd-pdfs" "$corpus/encrypted-pdfs" -name '*.pdf' ;;
    mail | mailbox) find "$corpus/mail" -name '*.eml' ;;
    outlook) find "$corpus/office-and-pictures" -name '*.msg' ;;
    rich_text) find "$corpus/office-and-pictures" -name '*.rtf' ;;
    html) find "$corpus/dockets" -name '*.html' ;;
    text | table | answers) find "$corpus/dockets" -name '*.json' ;;
    picture) find "$corpus/scans" "$corpus/office-and-pictures" -name '*.png' -o -name '*.jpg' -o -name '*.tif' ;;
    archive) find "$corpus/office-and-pictures" -name '*.docx' -o -name '*.xlsx' ;;
    word | spreadsheet) find "$corpus/office-and-pictures" -name "*.$([ "$1" = word ] && echo docx || echo xlsx)" ;;
    *) find "$corpus" -type f ;;
    esac
}

# What is mutated is the XML inside, not the archive around it.
unpacked() {
    case $1 in
    word) unzip -p "$2" word/document.xml word/_rels/document.xml.rels 2>/dev/null || true ;;
    spreadsheet) unzip -p "$2" 'xl/worksheets/sheet1.xml' xl/sharedStrings.xml xl/styles.xml 2>/dev/null || true ;;
    *) cat "$2" ;;
    esac
}

# The parser of mail asserts, in builds for its own development, what hostile mail breaks and what it then mends.
build() {
    case $1 in
    mail | mailbox) echo --release ;;
    esac
}

one() {
    mkdir -p "corpus/$1"
    if [ -d "$corpus" ]; then
        seeds "$1" | while read -r file; do
            seed="corpus/$1/seed-$(basename "$file")"
            [ -e "$seed" ] || unpacked "$1" "$file" | head -c 65536 >"$seed"
        done
    else
        echo "NO SEEDS: the corpus of real papers is not here ($corpus)."
    fi
    # A hang and a hunger are the walls' to end, so they are passed over; a crash ends the run.
    cargo +nightly fuzz run --fuzz-dir . $(build "$1") "$1" -- -fork=1 -ignore_timeouts=1 -ignore_ooms=1 \
        -max_total_time="$seconds" -timeout=10 -rss_limit_mb=2048 -max_len=65536
}

if [ "$target" = all ]; then
    for name in $(cargo +nightly fuzz list --fuzz-dir .); do one "$name"; done
else
    one "$target"
fi
