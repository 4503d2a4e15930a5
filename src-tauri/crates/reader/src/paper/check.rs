//! What the desk checks before it believes an answer. The reader has read hostile bytes; it may no longer be ours.

use thiserror::Error;

use super::{Contents, MailAddress, MailHead, PageFacts, PageText, PaperFacts, Part, Word, most};

/// Why an answer is not believed.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Error)]
pub enum Unlikely {
    /// More of something than the limits allow.
    #[error("more than the limits allow")]
    TooMuch,
    /// A number that is none, or sides in the wrong order.
    #[error("a place that is none")]
    Place,
    /// The answer is about something else.
    #[error("not what was asked for")]
    Astray,
}

fn most(holds: bool) -> Result<(), Unlikely> {
    if holds { Ok(()) } else { Err(Unlikely::TooMuch) }
}

fn short(text: &str) -> Result<(), Unlikely> {
    most(text.len() <= most::SHORT)
}

fn size(width: f32, height: f32) -> Result<(), Unlikely> {
    let sound = |side: f32| side.is_finite() && side > 0.0;
    if sound(width) && sound(height) { Ok(()) } else { Err(Unlikely::Place) }
}

impl PaperFacts {
    pub(crate) fn check(&self, pages: u32) -> Result<(), Unlikely> {
        if self.pages != pages {
            return Err(Unlikely::Astray);
        }
        most(self.addresses.len() <= most::ADDRESSES && self.outline.len() <= most::OUTLINE)?;
        self.title.iter().chain(&self.producer).chain(&self.addresses).try_for_each(|text| short(text))?;
        for entry in &self.outline {
            short(&entry.title)?;
            if entry.page.is_some_and(|page| page >= pages) {
                return Err(Unlikely::Astray);
            }
        }
        Ok(())
    }
}

impl Contents {
    pub(crate) fn check(&self) -> Result<(), Unlikely> {
        most(self.parts.len() <= most::PARTS)?;
        self.head.iter().try_for_each(MailHead::check)?;
        (0..).zip(&self.parts).try_for_each(|(number, part)| part.check(number))
    }
}

impl Part {
    fn check(&self, number: u32) -> Result<(), Unlikely> {
        if self.number != number {
            return Err(Unlikely::Astray);
        }
        self.name.iter().chain(&self.claimed).chain(&self.media_type).try_for_each(|text| short(text))?;
        // What is withheld may say it is of any size.
        most(self.size <= most::PART || self.withheld.is_some())
    }
}

impl MailHead {
    fn check(&self) -> Result<(), Unlikely> {
        let addresses = [&self.from, &self.sender, &self.reply_to, &self.to, &self.cc, &self.bcc];
        let lines = [&self.authentication, &self.received];
        most(addresses.iter().all(|list| list.len() <= most::HEADS))?;
        most(lines.iter().all(|list| list.len() <= most::HEADS))?;
        addresses.into_iter().flatten().try_for_each(MailAddress::check)?;
        let alone = [&self.return_path, &self.subject, &self.date, &self.message_id].into_iter().flatten();
        alone.chain(lines.into_iter().flatten()).try_for_each(|text| short(text))
    }
}

impl MailAddress {
    fn check(&self) -> Result<(), Unlikely> {
        self.name.iter().chain([&self.address]).try_for_each(|text| short(text))
    }
}

impl PageFacts {
    pub(crate) fn check(&self, page: u32) -> Result<(), Unlikely> {
        if self.page != page {
            return Err(Unlikely::Astray);
        }
        size(self.width, self.height)?;
        self.label.iter().try_for_each(|text| short(text))?;
        most(self.lacks.len() <= 8)?;
        let share = self.picture_share.is_finite() && (0.0..=1.0).contains(&self.picture_share);
        if share { Ok(()) } else { Err(Unlikely::Place) }
    }
}

impl PageText {
    pub(crate) fn check(&self, page: u32) -> Result<(), Unlikely> {
        if self.page != page {
            return Err(Unlikely::Astray);
        }
        size(self.width, self.height)?;
        most(self.words().count() <= most::WORDS)?;
        let mut characters = 0;
        for line in &self.lines {
            if !line.rect.is_sound() || line.turn >= 360 || line.words.is_empty() {
                return Err(Unlikely::Place);
            }
            for word in &line.words {
                characters += word.check()?;
            }
        }
        most(characters <= most::CHARACTERS)
    }
}

impl Word {
    /// How many characters it has.
    fn check(&self) -> Result<usize, Unlikely> {
        let count = self.text.chars().count();
        let sound = self.rect.is_sound()
            && count > 0
            && self.edges.len() == count + 1
            && self.edges.iter().all(|edge| edge.is_finite());
        if sound { Ok(count) } else { Err(Unlikely::Place) }
    }
}
