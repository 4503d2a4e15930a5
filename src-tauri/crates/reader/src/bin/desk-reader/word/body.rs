//! One part of a DOCX as text.

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

use crate::office::{attribute, entity_text};
use crate::written::Sheets;

/// What was met besides text.
#[derive(Default)]
pub(super) struct Met {
    /// Where fields lead.
    pub(super) links: Vec<String>,
    /// Fields that would open or run something.
    pub(super) launches: u32,
    /// Text that was deleted with a track of it, and is still inside.
    pub(super) deleted: bool,
    /// It ended before its end.
    pub(super) broken: bool,
}

impl Met {
    pub(super) fn add(&mut self, other: &Self) {
        self.links.extend(other.links.iter().cloned());
        self.launches = self.launches.saturating_add(other.launches);
        self.deleted |= other.deleted;
        self.broken |= other.broken;
    }
}

/// Writes the text of this XML.
pub(super) fn write(xml: &[u8], sheets: &mut Sheets) -> Met {
    let mut reader = Reader::from_reader(xml);
    let mut buffer = Vec::new();
    let mut page = Page { sheets, line: String::new(), cells: Vec::new(), met: Met::default(), field: String::new() };
    // Text counts inside these elements, and not inside what stands there for older programs.
    let (mut within, mut skipped) = (Within::Nothing, 0_u32);
    loop {
        match reader.read_event_into(&mut buffer) {
            Ok(Event::Start(element)) => {
                let name = element.local_name();
                if skipped > 0 || name.as_ref() == "Fallback" {
                    skipped += 1;
                } else {
                    within = page.begin(&element, within);
                }
            }
            Ok(Event::Empty(element)) if skipped == 0 => page.mark(&element),
            Ok(Event::End(_)) if skipped > 0 => skipped -= 1,
            Ok(Event::End(element)) => {
                page.end(element.local_name().as_ref());
                within = Within::Nothing;
            }
            Ok(Event::Text(text)) if skipped == 0 => page.text(within, &text),
            Ok(Event::CData(text)) if skipped == 0 => page.text(within, &text),
            Ok(Event::GeneralRef(entity)) if skipped == 0 => page.text(within, &entity_text(&entity)),
            Ok(Event::Eof) => break,
            Err(_) => {
                page.met.broken = true;
                break;
            }
            Ok(_) => {}
        }
        buffer.clear();
        if page.sheets.is_cut() {
            break;
        }
    }
    page.flush();
    page.met
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Within {
    Nothing,
    Text,
    Deleted,
    Instruction,
}

struct Page<'a> {
    sheets: &'a mut Sheets,
    line: String,
    /// For each table that is open, the cells of its row so far.
    cells: Vec<Vec<String>>,
    met: Met,
    field: String,
}

impl Page<'_> {
    fn begin(&mut self, element: &BytesStart<'_>, within: Within) -> Within {
        match element.local_name().as_ref() {
            "t" => Within::Text,
            "delText" => Within::Deleted,
            "instrText" => Within::Instruction,
            "tbl" => {
                self.flush();
                self.cells.push(Vec::new());
                within
            }
            _ => {
                self.mark(element);
                within
            }
        }
    }

    /// An element that stands for something by itself.
    fn mark(&mut self, element: &BytesStart<'_>) {
        match element.local_name().as_ref() {
            // Of a run; the one that describes a tab stop has a position.
            "tab" if attribute(element, "pos").is_none() => self.line.push('\t'),
            "br" if attribute(element, "type").as_deref() == Some("page") && self.cells.is_empty() => {
                self.flush();
                self.sheets.next_sheet();
            }
            "br" | "cr" => self.break_line(),
            "noBreakHyphen" => self.line.push('-'),
            "fldSimple" => {
                self.field = attribute(element, "instr").unwrap_or_default();
                self.end_field();
            }
            _ => {}
        }
    }

    fn end(&mut self, name: &str) {
        match name {
            "p" => self.break_line(),
            "tc" => {
                let cell = std::mem::take(&mut self.line).trim().to_owned();
                if let Some(row) = self.cells.last_mut() {
                    row.push(cell);
                }
            }
            "tr" => {
                if let Some(row) = self.cells.last_mut() {
                    let row = std::mem::take(row);
                    // A table in a cell is part of the cell's text.
                    if self.cells.len() > 1 {
                        self.line.push_str(&row.join(" "));
                        self.line.push(' ');
                    } else {
                        self.sheets.line(&row.join("\t"));
                    }
                }
            }
            "tbl" => {
                self.cells.pop();
            }
            "instrText" => self.end_field(),
            _ => {}
        }
    }

    fn text(&mut self, within: Within, text: &str) {
        match within {
            Within::Text => self.line.push_str(text),
            Within::Deleted => self.met.deleted = true,
            Within::Instruction => self.field.push_str(text),
            Within::Nothing => {}
        }
    }

    fn break_line(&mut self) {
        if self.cells.is_empty() {
            self.sheets.line(&std::mem::take(&mut self.line));
        } else {
            self.line.push(' ');
        }
    }

    fn flush(&mut self) {
        if !self.line.is_empty() && self.cells.is_empty() {
            self.sheets.line(&std::mem::take(&mut self.line));
        }
    }

    /// What a field would do.
    fn end_field(&mut self) {
        let field = std::mem::take(&mut self.field);
        let mut words = field.split_whitespace();
        match words.next().map(str::to_ascii_uppercase).as_deref() {
            Some("HYPERLINK") => {
                if let Some(target) = words.next().map(|word| word.trim_matches('"')).filter(|word| word.contains(':'))
                {
                    self.met.links.push(target.to_owned());
                }
            }
            Some("DDE" | "DDEAUTO" | "INCLUDETEXT" | "INCLUDEPICTURE" | "IMPORT" | "LINK" | "MACROBUTTON") => {
                self.met.launches = self.met.launches.saturating_add(1);
            }
            _ => {}
        }
    }
}
