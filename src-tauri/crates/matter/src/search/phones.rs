//! Telephone numbers, and other numbers printed in groups, wherever they stand in a line.

use super::identifiers::Found;
use crate::docket::is_invisible;

/// As many digits as a telephone number has (E.164), and as any number that is printed in groups.
const PHONE: std::ops::RangeInclusive<usize> = 8..=15;
const MOST: usize = 40;

/// One digit of a number, with where its group ends.
struct Digit {
    value: char,
    /// Just after it, in bytes.
    end: usize,
    /// Another digit follows at once.
    inside: bool,
}

/// Adds what of a text's digits is a telephone number: ten digits, eleven that begin with 1, or eight to fifteen after `+` or
/// `011`; and the digits of a number printed in groups, as one number.
pub(super) fn phones(text: &str, found: &mut Vec<Found>) {
    let mut before = None;
    let mut done = 0;
    for (at, letter) in text.char_indices() {
        let starts = letter.is_ascii_digit() || letter == '+' || letter == '(';
        let first = before.is_none_or(|c: char| !c.is_ascii_digit() && c != '+');
        before = Some(letter);
        if !starts || !first {
            continue;
        }
        let (digits, plus) = run(text.get(at..).unwrap_or_default(), at);
        let Some(last) = digits.last() else { continue };
        phone(&digits, plus, at, found);
        // The whole of it, once: not again from its second group on.
        let groups = digits.iter().filter(|digit| !digit.inside).count();
        if at >= done && groups > 1 && digits.len() > 4 {
            let number: String = digits.iter().map(|digit| digit.value).collect();
            found.push(Found { from: at, to: last.end, mark: format!("number/{number}") });
        }
        done = done.max(last.end);
    }
}

/// The digits from a place on, as long as they can belong together.
fn run(text: &str, at: usize) -> (Vec<Digit>, bool) {
    let mut digits: Vec<Digit> = Vec::new();
    let mut apart = 0_u32;
    // The zero that is dialled only within the country.
    let mut trunk: Option<usize> = None;
    let mut plus = false;
    for (count, (place, letter)) in text.char_indices().enumerate() {
        if letter == '('
            && trunk.is_none()
            && count < MOST - 2
            && text.get(place..).unwrap_or_default().starts_with("(0)")
        {
            trunk = Some(place);
        }
        let within_trunk = trunk.is_some_and(|from| digits.len() > 1 && place > from && place < from.saturating_add(3));
        match letter {
            _ if is_invisible(letter) || within_trunk => {}
            '0'..='9' => {
                digits.push(Digit { value: letter, end: at.saturating_add(place).saturating_add(1), inside: false });
                apart = 0;
            }
            '+' if digits.is_empty() && !plus => plus = true,
            ' ' | '\u{a0}' | '(' | ')' | '.' | '-' | '\u{2010}'..='\u{2015}' | '\u{2212}' if apart < 3 => {
                apart = apart.saturating_add(1);
            }
            _ => break,
        }
        if digits.len() >= MOST {
            break;
        }
    }
    let starts: Vec<usize> = digits.iter().skip(1).map(|digit| digit.end.saturating_sub(1)).collect();
    for (digit, next) in digits.iter_mut().zip(starts) {
        digit.inside = digit.end == next;
    }
    (digits, plus)
}

fn phone(digits: &[Digit], plus: bool, from: usize, found: &mut Vec<Found>) {
    let text: String = digits.iter().map(|digit| digit.value).collect();
    let dialled = text.strip_prefix("011").filter(|_| !plus);
    let international = if plus { Some(text.as_str()) } else { dialled };
    let mut add = |count: usize, mark: String| {
        if let Some(last) = count.checked_sub(1).and_then(|at| digits.get(at)).filter(|digit| !digit.inside) {
            found.push(Found { from, to: last.end, mark });
        }
    };
    if let Some(number) = international {
        let skipped = text.len().saturating_sub(number.len());
        for count in PHONE {
            if let Some(part) = number.get(..count) {
                add(skipped.saturating_add(count), format!("phone/+{part}"));
            }
        }
        // +1 is the country that leaves it out.
        if let Some(national) = number.strip_prefix('1').and_then(|rest| rest.get(..10)) {
            add(skipped.saturating_add(11), format!("phone/{national}"));
        }
        return;
    }
    if let Some(national) = text.get(..10) {
        add(10, format!("phone/{national}"));
    }
    if let Some(national) = text.strip_prefix('1').and_then(|rest| rest.get(..10)) {
        add(11, format!("phone/{national}"));
    }
}
