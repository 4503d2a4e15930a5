//! Text in cells: comma, semicolon, tab or bar between them.

use csv::ReaderBuilder;
use reader::paper::{Contents, Format};
use reader::talk::Refusal;

use crate::text;
use crate::written::{Sheets, Written};

/// Lines that are looked at to tell a table from a text with commas in it.
const LOOKED_AT: usize = 20;

pub(crate) fn read(bytes: &[u8]) -> Result<Written, Refusal> {
    let text = text::decode(bytes).ok_or(Refusal::FormatUnknown)?;
    let delimiter = delimiter(&text).unwrap_or(b',');
    let mut sheets = Sheets::default();
    let mut rows =
        ReaderBuilder::new().delimiter(delimiter).has_headers(false).flexible(true).from_reader(text.as_bytes());
    let mut record = csv::StringRecord::new();
    while rows.read_record(&mut record).map_err(|_| Refusal::Damaged)? && !sheets.is_cut() {
        let cells: Vec<String> = record.iter().map(cell).collect();
        sheets.line(&cells.join("\t"));
    }
    Ok(Written::of(sheets, Contents::of(Format::Table)))
}

/// A cell on one line.
pub(crate) fn cell(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// What stands between the cells: the same number of times on each of the first lines, and there is more than one line.
pub(crate) fn delimiter(text: &str) -> Option<u8> {
    [b'\t', b';', b',', b'|'].into_iter().find(|delimiter| {
        // The end may be cut off in the middle of a cell; of a long text the last line looked at is whole.
        let head: String = text.lines().take(LOOKED_AT).flat_map(|line| [line, "\n"]).collect();
        let rows =
            ReaderBuilder::new().delimiter(*delimiter).has_headers(false).flexible(true).from_reader(head.as_bytes());
        let counts: Vec<usize> = rows.into_records().map_while(Result::ok).map(|row| row.len()).collect();
        counts.len() > 1 && counts.iter().all(|count| *count > 1 && Some(count) == counts.first())
    })
}

#[cfg(test)]
mod tests {
    use super::delimiter;

    #[test]
    fn tables_are_told_from_text() {
        assert_eq!(delimiter("account,name\n1,\"Doe, Jane\"\n"), Some(b','));
        assert_eq!(delimiter("a;b,c\n1;2,3\n"), Some(b';'));
        assert_eq!(delimiter("Dear Sir, hello\nwe write to you\n"), None);
        assert_eq!(delimiter("one,line"), None);
    }
}
