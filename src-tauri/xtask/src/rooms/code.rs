//! Rust source without its comments and strings, so that a rule about code does not stumble over words about code.

/// The same text with every comment, string and character literal blanked out. Lines stay where they are.
pub(super) fn code_of(text: &str) -> String {
    let mut blanker = Blanker { rest: text, code: String::with_capacity(text.len()), last: ' ' };
    while blanker.step() {}
    blanker.code
}

struct Blanker<'a> {
    rest: &'a str,
    code: String,
    /// The last character kept, to tell `r"raw"` from an identifier that ends in r.
    last: char,
}

impl Blanker<'_> {
    fn step(&mut self) -> bool {
        let rest = self.rest;
        let length = if rest.starts_with("//") {
            rest.find('\n').unwrap_or(rest.len())
        } else if rest.starts_with("/*") {
            block(rest)
        } else if let Some(length) = self.raw() {
            length
        } else if rest.starts_with('"') {
            quoted(rest)
        } else if rest.starts_with('\'') {
            character(rest)
        } else {
            0
        };
        if length > 0 {
            self.blank(length);
            return true;
        }
        let mut chars = rest.chars();
        let Some(letter) = chars.next() else {
            return false;
        };
        self.code.push(letter);
        self.last = letter;
        self.rest = chars.as_str();
        true
    }

    fn blank(&mut self, length: usize) {
        let (gone, rest) = self.rest.split_at_checked(length).unwrap_or((self.rest, ""));
        self.code.extend(gone.chars().map(|letter| if letter == '\n' { '\n' } else { ' ' }));
        self.last = ' ';
        self.rest = rest;
    }

    /// The length of a raw string (`r"…"`, `br#"…"#`, `cr"…"`), if one begins here.
    fn raw(&self) -> Option<usize> {
        if self.last.is_alphanumeric() || self.last == '_' {
            return None;
        }
        let body = ["r", "br", "cr"].iter().find_map(|prefix| self.rest.strip_prefix(prefix))?;
        let inner = body.trim_start_matches('#');
        let hashes = body.len() - inner.len();
        let inner = inner.strip_prefix('"')?;
        let close = format!("\"{}", "#".repeat(hashes));
        let end = inner.find(&close).map_or(inner.len(), |at| at + close.len());
        Some(self.rest.len() - inner.len() + end)
    }
}

/// The length of a block comment; they nest.
fn block(text: &str) -> usize {
    let (mut depth, mut at) = (0_usize, 0_usize);
    while let Some(rest) = text.get(at..) {
        if rest.starts_with("/*") {
            depth += 1;
            at += 2;
        } else if rest.starts_with("*/") {
            depth -= 1;
            at += 2;
            if depth == 0 {
                return at;
            }
        } else {
            match rest.chars().next() {
                Some(letter) => at += letter.len_utf8(),
                None => break,
            }
        }
    }
    text.len()
}

/// The length of a string in double quotes.
fn quoted(text: &str) -> usize {
    let mut letters = text.char_indices().skip(1);
    while let Some((at, letter)) = letters.next() {
        match letter {
            '\\' => drop(letters.next()),
            '"' => return at + 1,
            _ => {}
        }
    }
    text.len()
}

/// The length of a character literal, or 0 where the quote begins a lifetime.
fn character(text: &str) -> usize {
    let mut letters = text.char_indices().skip(1);
    match letters.next() {
        Some((_, '\\')) => {
            letters.next();
            letters.find(|(_, letter)| *letter == '\'').map_or(0, |(at, _)| at + 1)
        }
        Some((_, _)) => match letters.next() {
            Some((at, '\'')) => at + 1,
            _ => 0,
        },
        None => 0,
    }
}

/// Byte positions at which `word` stands on its own in `code`: not inside a longer name.
pub(super) fn words<'a>(code: &'a str, word: &'a str) -> impl Iterator<Item = usize> + 'a {
    let in_name = |letter: char| letter.is_alphanumeric() || letter == '_';
    code.match_indices(word).map(|(at, _)| at).filter(move |at| {
        let before = code.get(..*at).and_then(|text| text.chars().next_back());
        let after = code.get(at + word.len()..).and_then(|text| text.chars().next());
        let begins = word.starts_with(in_name) && before.is_some_and(in_name);
        let ends = word.ends_with(in_name) && after.is_some_and(in_name);
        !begins && !ends
    })
}

/// The line, from 1, of a byte position.
pub(super) fn line_of(text: &str, at: usize) -> usize {
    1 + text.get(..at).map_or(0, |before| before.matches('\n').count())
}
