//! Going through an RTF once, from the start to the end, with the state of each open group on a stack.

use std::collections::HashMap;

use encoding_rs::{Encoding, WINDOWS_1252};

use super::charset::{of_code_page, of_font};

/// Groups within groups; deeper ones are not text that anybody wrote.
const DEEP: usize = 2_000;
/// Fonts that are remembered.
const FONTS: usize = 10_000;

/// What was found.
pub(super) struct Text {
    pub(super) words: String,
    pub(super) links: Vec<String>,
    /// Files and programs put into it.
    pub(super) objects: u32,
    /// It ended where it should.
    pub(super) whole: bool,
    /// The words are HTML that was wrapped in RTF (MS-OXRTFEX), as Outlook does with every mail.
    pub(super) is_html: bool,
}

/// What a group's text is.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Place {
    Text,
    /// Tables, pictures, and what is not known.
    Nowhere,
    FontTable,
    /// What a field is to do.
    Instruction,
    /// A tag of wrapped HTML.
    Tag,
}

#[derive(Clone, Copy)]
struct Group {
    place: Place,
    encoding: Option<&'static Encoding>,
    /// How many characters follow `\u` for readers without Unicode.
    fallback: usize,
    /// `\*` came: what follows may be left out by those who do not know it.
    optional: bool,
    /// Text for RTF readers inside HTML that was wrapped in RTF.
    wrapping: bool,
}

struct Walk<'a> {
    rest: &'a [u8],
    group: Group,
    outer: Vec<Group>,
    fonts: HashMap<i64, Option<&'static Encoding>>,
    /// The font being described, in the table of fonts.
    font: i64,
    page: &'static Encoding,
    bytes: Vec<u8>,
    skip: usize,
    instruction: String,
    high: Option<u16>,
    text: Text,
}

/// The text of an RTF; none if it is no RTF.
pub(super) fn text(bytes: &[u8]) -> Option<Text> {
    let rest = bytes.strip_prefix(b"{").filter(|rest| rest.starts_with(b"\\rtf"))?;
    let group = Group { place: Place::Text, encoding: None, fallback: 1, optional: false, wrapping: false };
    let mut walk = Walk {
        rest,
        group,
        outer: Vec::new(),
        fonts: HashMap::new(),
        font: 0,
        page: WINDOWS_1252,
        bytes: Vec::new(),
        skip: 0,
        instruction: String::new(),
        high: None,
        text: Text { words: String::new(), links: Vec::new(), objects: 0, whole: false, is_html: false },
    };
    walk.go();
    walk.flush();
    Some(walk.text)
}

impl Walk<'_> {
    fn go(&mut self) {
        while let Some((first, rest)) = self.rest.split_first() {
            self.rest = rest;
            match first {
                b'{' => {
                    self.flush();
                    if self.outer.len() >= DEEP {
                        return;
                    }
                    self.outer.push(self.group);
                    self.group.optional = false;
                    self.skip = 0;
                }
                b'}' => {
                    self.flush();
                    match self.outer.pop() {
                        Some(group) => {
                            if self.group.place == Place::Instruction && group.place != Place::Instruction {
                                self.end_instruction();
                            }
                            self.group = group;
                        }
                        None => {
                            self.text.whole = true;
                            return;
                        }
                    }
                    self.skip = 0;
                }
                b'\\' => self.control(),
                b'\r' | b'\n' => {}
                byte => self.byte(*byte),
            }
        }
    }

    /// What follows a backslash.
    fn control(&mut self) {
        let Some((first, rest)) = self.rest.split_first() else { return };
        if !first.is_ascii_alphabetic() {
            self.rest = rest;
            match first {
                b'\'' => {
                    let digits = self.rest.get(..2).and_then(|digits| std::str::from_utf8(digits).ok());
                    if let Some(byte) = digits.and_then(|digits| u8::from_str_radix(digits, 16).ok()) {
                        self.rest = self.rest.get(2..).unwrap_or_default();
                        self.byte(byte);
                    }
                }
                b'*' => self.group.optional = true,
                b'~' => self.letter('\u{a0}'),
                b'_' => self.letter('-'),
                b'-' => {}
                b'\r' | b'\n' => self.letter('\n'),
                other => self.byte(*other),
            }
            return;
        }
        let end =
            self.rest.iter().take(32).position(|byte| !byte.is_ascii_alphabetic()).unwrap_or(self.rest.len().min(32));
        let (word, rest) = self.rest.split_at(end);
        let signed = rest.first() == Some(&b'-');
        let digits = rest.get(usize::from(signed)..).unwrap_or_default();
        let count = digits.iter().take(10).take_while(|byte| byte.is_ascii_digit()).count();
        let number = digits.get(..count).unwrap_or_default().iter().fold(0_i64, |n, d| n * 10 + i64::from(d - b'0'));
        let number = (count > 0).then_some(if signed { -number } else { number });
        let taken = if count > 0 { count + usize::from(signed) } else { 0 };
        self.rest = rest.get(taken..).unwrap_or_default();
        if self.rest.first() == Some(&b' ') {
            self.rest = self.rest.get(1..).unwrap_or_default();
        }
        self.word(word, number);
    }

    fn word(&mut self, word: &[u8], number: Option<i64>) {
        let known = self.destination(word);
        if self.group.optional {
            self.group.optional = false;
            if !known {
                self.flush();
                self.group.place = Place::Nowhere;
            }
            return;
        }
        if known {
            return;
        }
        match (word, number) {
            (b"ansicpg", Some(number)) => self.page = of_code_page(number),
            (b"f", Some(number)) if self.group.place == Place::FontTable => self.font = number,
            (b"fcharset", Some(number)) if self.fonts.len() < FONTS => {
                self.fonts.insert(self.font, of_font(number));
            }
            (b"f", Some(number)) => {
                self.flush();
                self.group.encoding = self.fonts.get(&number).copied().flatten();
            }
            (b"uc", Some(number)) => self.group.fallback = usize::try_from(number).unwrap_or(1).min(64),
            (b"u", Some(number)) => self.unicode(number),
            (b"bin", Some(number)) => {
                let count = usize::try_from(number).unwrap_or(0);
                self.rest = self.rest.get(count.min(self.rest.len())..).unwrap_or_default();
            }
            (b"fromhtml", _) => self.text.is_html = true,
            (b"htmlrtf", number) => self.group.wrapping = number != Some(0),
            (b"par" | b"line" | b"row" | b"sect", _) => self.letter('\n'),
            (b"page", _) => self.letter('\u{c}'),
            (b"tab" | b"cell" | b"nestcell", _) => self.letter('\t'),
            (b"emdash", _) => self.letter('\u{2014}'),
            (b"endash", _) => self.letter('\u{2013}'),
            (b"lquote", _) => self.letter('\u{2018}'),
            (b"rquote", _) => self.letter('\u{2019}'),
            (b"ldblquote", _) => self.letter('\u{201c}'),
            (b"rdblquote", _) => self.letter('\u{201d}'),
            (b"bullet", _) => self.letter('\u{2022}'),
            (b"emspace" | b"enspace", _) => self.letter(' '),
            _ => {}
        }
    }

    /// A word that says where the text of its group goes; whether it was one.
    fn destination(&mut self, word: &[u8]) -> bool {
        let place = match word {
            b"fonttbl" => Place::FontTable,
            b"fldinst" => Place::Instruction,
            b"htmltag" => Place::Tag,
            b"objdata" => {
                self.text.objects = self.text.objects.saturating_add(1);
                Place::Nowhere
            }
            b"colortbl" | b"stylesheet" | b"info" | b"pict" | b"themedata" | b"datastore" | b"listtable"
            | b"listoverridetable" | b"rsidtbl" | b"generator" | b"xmlnstbl" | b"latentstyles" | b"filetbl"
            | b"revtbl" | b"nonshppict" | b"bkmkstart" | b"bkmkend" | b"private" | b"xe" | b"tc" => Place::Nowhere,
            _ => return false,
        };
        self.flush();
        // What is nowhere stays there, whatever it says of itself.
        if self.group.place != Place::Nowhere {
            self.group.place = place;
        }
        true
    }

    fn unicode(&mut self, number: i64) {
        self.flush();
        let unit = (number & 0xffff) as u16;
        let letter = match (self.high.take(), unit) {
            (_, 0xd800..=0xdbff) => {
                self.high = Some(unit);
                None
            }
            (Some(high), 0xdc00..=0xdfff) => char::decode_utf16([high, unit]).next().and_then(Result::ok),
            _ => char::from_u32(u32::from(unit)),
        };
        if let Some(letter) = letter {
            self.letter(letter);
        }
        self.skip = self.group.fallback;
    }

    fn byte(&mut self, byte: u8) {
        if self.skip > 0 {
            self.skip -= 1;
        } else if !matches!(self.group.place, Place::Nowhere | Place::FontTable) && !self.group.wrapping {
            self.bytes.push(byte);
        }
    }

    fn letter(&mut self, letter: char) {
        self.flush();
        match self.group.place {
            Place::Text if !self.group.wrapping => self.text.words.push(letter),
            Place::Tag => self.text.words.push(letter),
            Place::Instruction => self.instruction.push(letter),
            _ => {}
        }
    }

    /// Bytes become text only together: in some sets two make one character.
    fn flush(&mut self) {
        if self.bytes.is_empty() {
            return;
        }
        let (text, _) = self.group.encoding.unwrap_or(self.page).decode_without_bom_handling(&self.bytes);
        match self.group.place {
            // The words between the tags are not written as HTML.
            Place::Text if self.text.is_html => {
                self.text.words.push_str(&text.replace('&', "&amp;").replace('<', "&lt;"));
            }
            Place::Text | Place::Tag => self.text.words.push_str(&text),
            Place::Instruction => self.instruction.push_str(&text),
            Place::Nowhere | Place::FontTable => {}
        }
        self.bytes.clear();
    }

    fn end_instruction(&mut self) {
        let instruction = std::mem::take(&mut self.instruction);
        let mut words = instruction.split_whitespace();
        match words.next().map(str::to_ascii_uppercase).as_deref() {
            Some("HYPERLINK") => {
                let target = words.map(|word| word.trim_matches('"')).find(|word| word.contains(':'));
                self.text.links.extend(target.map(str::to_owned));
            }
            Some("DDE" | "DDEAUTO" | "INCLUDETEXT" | "INCLUDEPICTURE" | "LINK") => {
                self.text.objects = self.text.objects.saturating_add(1);
            }
            _ => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::text;

    fn words(rtf: &str) -> String {
        text(rtf.as_bytes()).unwrap().words
    }

    #[test]
    fn text_is_read_in_its_character_set() {
        assert_eq!(words(r"{\rtf1\ansi Zo\'eb\par next\tab cell}"), "Zo\u{eb}\nnext\tcell");
        assert_eq!(words(r"{\rtf1\ansicpg1251 \'cf\'f0}"), "\u{41f}\u{440}");
        let fonts = r"{\rtf1{\fonttbl{\f0\fcharset0 A;}{\f1\fcharset238 B;}}\f0 \'e8\f1 \'e8}";
        assert_eq!(words(fonts), "\u{e8}\u{10d}");
    }

    #[test]
    fn unicode_takes_the_place_of_what_follows() {
        assert_eq!(words(r"{\rtf1 a\u269?b\uc2\u8364 EUc}"), "a\u{10d}b\u{20ac}c");
        assert_eq!(words(r"{\rtf1 \u-10179?\u-8704?}"), "\u{1f600}");
    }

    #[test]
    fn what_is_not_text_is_left_out() {
        let rtf = r"{\rtf1{\info{\title x}}{\*\unknown{\b y}}{\pict 0102}a{\field{\*\fldinst HYPERLINK \x22http://a.example\x22}{\fldrslt b}}}";
        let found = text(rtf.replace(r"\x22", "\"").as_bytes()).unwrap();
        assert_eq!(found.words, "ab");
        assert_eq!(found.links, vec!["http://a.example"]);
        assert!(found.whole);
    }

    #[test]
    fn html_wrapped_in_rtf_is_unwrapped() {
        let rtf = r"{\rtf1\fromhtml1{\*\htmltag64 <p>}\htmlrtf {\htmlrtf0 A & B{\*\htmltag8 </p>}\htmlrtf }\htmlrtf0 }";
        let found = text(rtf.as_bytes()).unwrap();
        assert!(found.is_html);
        assert_eq!(found.words, "<p>A &amp; B</p>");
    }

    #[test]
    fn nothing_odd_stops_it() {
        for odd in [
            r"{\rtf",
            r"{\rtf1\bin9999999 x",
            r"{\rtf1\u",
            r"{\rtf1\'e",
            "{\\rtf1\\",
            r"{\rtf1}}}}",
            r"{\rtf1\uc-5\u-99999999999 x}",
        ] {
            text(odd.as_bytes()).unwrap();
        }
        text("{".repeat(100_000).replacen('{', "{\\rtf", 1).as_bytes()).unwrap();
        assert!(text(b"no rtf").is_none());
    }
}
