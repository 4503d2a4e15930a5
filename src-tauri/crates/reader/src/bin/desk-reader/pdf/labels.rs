//! Page labels: the numbers that the paper's own pages carry ("iv", "A-3").

use std::collections::BTreeMap;

use hayro_syntax::Pdf;
use hayro_syntax::object::{Array, Dict, Name, Object, String as PdfString};

use super::strings;

/// How deep a tree of a PDF may be, and how many of its entries are taken.
pub(super) const DEEP: usize = 24;
pub(super) const ENTRIES: usize = 20_000;

/// The labels of a paper, by the page with which each way of counting begins.
pub(super) struct Labels(BTreeMap<u32, Counting>);

struct Counting {
    style: Option<u8>,
    prefix: String,
    first: u32,
}

/// What the catalog says about labels.
pub(super) fn of(pdf: &Pdf) -> Labels {
    let mut found = BTreeMap::new();
    let root: Option<Dict<'_>> = pdf.xref().get(pdf.xref().root_id());
    if let Some(tree) = root.and_then(|root| root.get::<Dict<'_>>(b"PageLabels")) {
        let mut left = ENTRIES;
        gather(&tree, 0, &mut left, &mut found);
    }
    Labels(found)
}

fn gather(node: &Dict<'_>, depth: usize, left: &mut usize, found: &mut BTreeMap<u32, Counting>) {
    if let Some(numbers) = node.get::<Array<'_>>(b"Nums") {
        let mut items = numbers.iter::<Object<'_>>();
        while let (Some(page), Some(how)) = (items.next(), items.next()) {
            if *left == 0 {
                return;
            }
            *left -= 1;
            let page = page.into_i32().and_then(|page| u32::try_from(page).ok());
            if let (Some(page), Some(how)) = (page, how.into_dict()) {
                found.insert(page, counting(&how));
            }
        }
    }
    if let Some(kids) = node.get::<Array<'_>>(b"Kids").filter(|_| depth < DEEP) {
        for kid in kids.iter::<Dict<'_>>() {
            if *left == 0 {
                return;
            }
            *left -= 1;
            gather(&kid, depth + 1, left, found);
        }
    }
}

fn counting(how: &Dict<'_>) -> Counting {
    Counting {
        style: how.get::<Name<'_>>(b"S").and_then(|style| style.first().copied()),
        prefix: how.get::<PdfString<'_>>(b"P").map(|text| strings::line(text.as_bytes())).unwrap_or_default(),
        first: how.get::<u32>(b"St").unwrap_or(1),
    }
}

impl Labels {
    /// The label of a page, counted from 0.
    pub(super) fn get(&self, page: u32) -> Option<String> {
        let (from, counting) = self.0.range(..=page).next_back()?;
        let number = counting.first.saturating_add(page - from);
        let count = match counting.style {
            Some(b'D') => number.to_string(),
            Some(b'R') => roman(number).to_uppercase(),
            Some(b'r') => roman(number),
            Some(b'A') => letters(number).to_uppercase(),
            Some(b'a') => letters(number),
            _ => String::new(),
        };
        let label = format!("{}{count}", counting.prefix);
        (!label.is_empty()).then_some(label)
    }
}

/// Small Roman numerals; beyond what is ever written so, plain figures.
fn roman(number: u32) -> String {
    const DIGITS: [(u32, &str); 13] = [
        (1000, "m"),
        (900, "cm"),
        (500, "d"),
        (400, "cd"),
        (100, "c"),
        (90, "xc"),
        (50, "l"),
        (40, "xl"),
        (10, "x"),
        (9, "ix"),
        (5, "v"),
        (4, "iv"),
        (1, "i"),
    ];
    if number > 4_000 {
        return number.to_string();
    }
    let (mut rest, mut text) = (number, String::new());
    for (value, digit) in DIGITS {
        while rest >= value {
            rest -= value;
            text.push_str(digit);
        }
    }
    text
}

/// a to z, then aa to zz, then aaa: the same letter again.
fn letters(number: u32) -> String {
    let Some(at) = number.checked_sub(1) else { return String::new() };
    let letter = char::from(b'a' + (at % 26) as u8);
    let times = (at / 26 + 1).min(100);
    std::iter::repeat_n(letter, times as usize).collect()
}

#[cfg(test)]
mod tests {
    use super::{letters, roman};

    #[test]
    fn numerals() {
        for (number, text) in [(1, "i"), (4, "iv"), (1994, "mcmxciv"), (5_000, "5000"), (0, "")] {
            assert_eq!(roman(number), text);
        }
        for (number, text) in [(0, ""), (1, "a"), (26, "z"), (27, "aa"), (53, "aaa")] {
            assert_eq!(letters(number), text);
        }
        assert!(letters(u32::MAX).len() <= 100);
    }
}
