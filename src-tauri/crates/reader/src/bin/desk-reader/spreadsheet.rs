//! XLSX: every sheet begins a new page with its name, every row is a line. Values as they were last computed; formulas are
//! not run.

use std::io::Cursor;

use calamine::{DataRef, ExcelDateTime, Reader as _, SheetType, SheetVisible, Xlsx, XlsxError};
use reader::paper::{Contents, Format};
use reader::talk::Refusal;

use crate::office;
use crate::package::Package;
use crate::paper::PaperBytes;
use crate::table::cell;
use crate::written::{Sheets, Written};

pub(crate) fn read(bytes: &PaperBytes) -> Result<Written, Refusal> {
    let mut package = Package::open(bytes)?;
    package.is_sane()?;
    let mut workbook: Xlsx<_> = Xlsx::new(Cursor::new(bytes.clone())).map_err(|fault| match fault {
        XlsxError::Password => Refusal::PasswordNeeded,
        _ => Refusal::Damaged,
    })?;
    let named: Vec<(String, bool)> = workbook
        .sheets_metadata()
        .iter()
        .filter(|sheet| sheet.typ == SheetType::WorkSheet)
        .map(|sheet| (sheet.name.clone(), sheet.visible == SheetVisible::Visible))
        .collect();
    let mut sheets = Sheets::default();
    let mut whole = true;
    for (name, visible) in named {
        sheets.next_sheet();
        // A sheet that a person would not see is worth a mark.
        sheets.line(&if visible { name.clone() } else { format!("{name} [hidden]") });
        whole &= rows(&mut workbook, &name, &mut sheets).is_ok();
    }
    let mut written = Written::of(sheets, Contents { whole, ..Contents::of(Format::Spreadsheet) });
    office::look(&mut package, bytes, "xl/", &mut written)?;
    Ok(written)
}

fn rows(workbook: &mut Xlsx<Cursor<PaperBytes>>, name: &str, sheets: &mut Sheets) -> Result<(), XlsxError> {
    let mut cells = workbook.worksheet_cells_reader(name)?;
    let mut row: Vec<String> = Vec::new();
    let mut at = 0;
    while let Some(next) = cells.next_cell()? {
        let (line, _) = next.get_position();
        if line != at {
            flush(&mut row, sheets);
            at = line;
        }
        let text = value(next.get_value());
        if !text.is_empty() {
            row.push(text);
        }
        if sheets.is_cut() {
            return Ok(());
        }
    }
    flush(&mut row, sheets);
    Ok(())
}

fn flush(row: &mut Vec<String>, sheets: &mut Sheets) {
    if !row.is_empty() {
        sheets.line(&row.join("\t"));
        row.clear();
    }
}

fn value(data: &DataRef<'_>) -> String {
    match data {
        DataRef::Int(number) => number.to_string(),
        DataRef::Float(number) => number.to_string(),
        DataRef::String(text) | DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => cell(text),
        DataRef::SharedString(text) => cell(text),
        DataRef::Bool(truth) => truth.to_string().to_uppercase(),
        DataRef::DateTime(time) => date(time),
        DataRef::Error(fault) => fault.to_string(),
        DataRef::Empty => String::new(),
    }
}

/// As ISO 8601; without the time where it is midnight.
fn date(time: &ExcelDateTime) -> String {
    if time.is_duration() {
        return time.as_f64().to_string();
    }
    let (year, month, day, hour, minute, second, _) = time.to_ymd_hms_milli();
    if (hour, minute, second) == (0, 0, 0) {
        format!("{year:04}-{month:02}-{day:02}")
    } else {
        format!("{year:04}-{month:02}-{day:02} {hour:02}:{minute:02}:{second:02}")
    }
}
