//! Comparing words as text recognition confuses them: 0 and O, 1 and l and I, 5 and S, 8 and B are one letter here.

/// Letters and digits only, capital, with what looks alike made one. For comparing, never for showing.
pub(super) fn folded(text: &str) -> String {
    text.chars().filter_map(fold).collect()
}

fn fold(letter: char) -> Option<char> {
    let letter = match letter {
        '|' | '!' => 'I',
        '§' => 'S',
        other => other.to_uppercase().next()?,
    };
    Some(match letter {
        '0' => 'O',
        '1' | 'L' => 'I',
        '5' => 'S',
        '8' => 'B',
        other if other.is_alphanumeric() => other,
        _ => return None,
    })
}

/// How many slips a phrase of so many letters may have and still be it.
pub(super) const fn slips(letters: usize) -> usize {
    letters / 9
}

/// Whether two folded texts differ by at most `most` letters wrong, missing or too many.
pub(super) fn near(a: &str, b: &str, most: usize) -> bool {
    if a == b {
        return true;
    }
    if most == 0 || a.len().abs_diff(b.len()) > 4 * most {
        return false;
    }
    let b: Vec<char> = b.chars().collect();
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (i, x) in a.chars().enumerate() {
        let mut corner = i;
        let mut left = i + 1;
        let mut least = left;
        for (y, cell) in b.iter().zip(row.iter_mut().skip(1)) {
            let here = (*cell + 1).min(left + 1).min(corner + usize::from(x != *y));
            corner = *cell;
            *cell = here;
            left = here;
            least = least.min(here);
        }
        if let Some(first) = row.first_mut() {
            *first = i + 1;
        }
        if least > most {
            return false;
        }
    }
    row.last().is_some_and(|slips| *slips <= most)
}

#[cfg(test)]
mod tests {
    use super::{folded, near};

    #[test]
    fn what_recognition_confuses_is_the_same() {
        assert_eq!(folded("Tit1e:"), folded("TITLE"));
        assert_eq!(folded("SUBPOENA N0."), folded("subpoena no"));
        assert_ne!(folded("date"), folded("data"));
    }

    #[test]
    fn slips_are_counted() {
        assert!(near("SUBPOENANUMBER", "SUBPOENNUMBER", 1));
        assert!(near("SUBPOENANUMBER", "SUBPQENANUMBER", 1));
        assert!(!near("SUBPOENANUMBER", "SUBPOENADATE", 1));
        assert!(near("", "", 0));
        assert!(!near("A", "B", 0));
    }
}
