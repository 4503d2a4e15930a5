//! A paper without pages of its own, written out as text on sheets; see `reader::paper::sheet`.

use reader::paper::{Characters, Contents, PageFacts, PageText, PaperFacts, Part, Role, most, sheet};
use reader::talk::Refusal;

use crate::open;
use crate::paper::Paper;
use crate::serve::Reply;

mod sheets;

pub(crate) use sheets::Sheets;

/// What it takes to hand over a part.
pub(crate) type Source = Box<dyn Fn() -> Result<Vec<u8>, Refusal>>;

/// A paper as text.
pub(crate) struct Written {
    sheets: Sheets,
    /// Counts and names; what follows from the rest is filled in when asked.
    pub(crate) facts: PaperFacts,
    contents: Contents,
    sources: Vec<Source>,
}

impl Written {
    /// With this text and nothing else.
    pub(crate) fn of(sheets: Sheets, contents: Contents) -> Self {
        Self { sheets, facts: PaperFacts::default(), contents, sources: Vec::new() }
    }

    /// Lists a part; its number is given here. More than may be listed are left out, and that is said.
    pub(crate) fn add(&mut self, mut part: Part, source: Source) {
        if self.contents.parts.len() >= most::PARTS {
            self.contents.whole = false;
            return;
        }
        part.number = u32::try_from(self.contents.parts.len()).unwrap_or(u32::MAX);
        part.name = part.name.as_deref().map(short).filter(|name| !name.is_empty());
        part.claimed = part.claimed.as_deref().map(short).filter(|name| !name.is_empty());
        if part.size > most::PART {
            part.withheld.get_or_insert(Refusal::TooLarge);
        }
        self.contents.parts.push(part);
        self.sources.push(source);
    }

    /// Lists a part whose bytes are there.
    pub(crate) fn hold(&mut self, name: Option<String>, claimed: Option<String>, role: Role, bytes: Vec<u8>) {
        let part = Part {
            number: 0,
            name,
            claimed,
            media_type: Some(open::media_type(&bytes).to_owned()),
            role,
            size: bytes.len() as u64,
            packed: None,
            withheld: None,
        };
        self.add(part, Box::new(move || Ok(bytes.clone())));
    }

    /// Notes that it would fetch something to be shown.
    pub(crate) fn fetches(&mut self) {
        self.contents.remote = self.contents.remote.saturating_add(1);
    }

    /// Notes an address that it leads to.
    pub(crate) fn link(&mut self, address: &str) {
        self.facts.links = self.facts.links.saturating_add(1);
        let address = short(address);
        let known = self.facts.addresses.contains(&address);
        if !address.is_empty() && !known && self.facts.addresses.len() < most::ADDRESSES {
            self.facts.addresses.push(address);
        }
    }
}

impl Paper for Written {
    fn pages(&self) -> u32 {
        self.sheets.count()
    }

    fn contents(&self) -> Contents {
        let mut contents = self.contents.clone();
        contents.whole &= !self.sheets.is_cut();
        contents
    }

    fn facts(&self) -> PaperFacts {
        let parts = self.contents.parts.len();
        PaperFacts {
            pages: self.pages(),
            embedded_files: u32::try_from(parts).unwrap_or(u32::MAX),
            whole: self.contents().whole,
            title: self.facts.title.as_deref().map(short).filter(|title| !title.is_empty()),
            producer: self.facts.producer.as_deref().map(short).filter(|name| !name.is_empty()),
            ..self.facts.clone()
        }
    }

    fn page_facts(&self, first: u32, count: u32) -> Vec<PageFacts> {
        let one = |page: u32| {
            let text = self.text(page).ok()?;
            let letters: usize = text.words().map(|word| word.text.chars().count()).sum();
            Some(PageFacts {
                page,
                width: sheet::WIDTH,
                height: sheet::HEIGHT,
                label: None,
                words: u32::try_from(text.words().count()).unwrap_or(u32::MAX),
                characters: Characters { shown: u32::try_from(letters).unwrap_or(u32::MAX), ..Characters::default() },
                pictures: 0,
                picture_share: 0.0,
                needs_recognition: false,
                lacks: Vec::new(),
            })
        };
        (first..first.saturating_add(count).min(self.pages())).map_while(one).collect()
    }

    fn text(&self, number: u32) -> Result<PageText, Refusal> {
        self.sheets.text(number).ok_or(Refusal::NoSuchPage)
    }

    fn image(&self, _: u32, _: f32) -> Result<Reply, Refusal> {
        Err(Refusal::NoPicture)
    }

    fn scan(&self, _: u32, _: f32) -> Result<Reply, Refusal> {
        Err(Refusal::NoPicture)
    }

    fn part(&self, number: u32) -> Result<Vec<u8>, Refusal> {
        let at = usize::try_from(number).unwrap_or(usize::MAX);
        let (part, source) = self.contents.parts.get(at).zip(self.sources.get(at)).ok_or(Refusal::NoSuchPart)?;
        match part.withheld {
            Some(refusal) => Err(refusal),
            None => source(),
        }
    }
}

/// One line, without what cannot be seen, and no longer than a short text may be.
pub(crate) fn short(text: &str) -> String {
    let text: String = text.chars().map(|letter| if letter.is_control() { ' ' } else { letter }).collect();
    let text = text.trim();
    let mut end = text.len().min(most::SHORT);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    text.get(..end).unwrap_or_default().to_owned()
}
