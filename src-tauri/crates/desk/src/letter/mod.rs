//! Letters: facts of the register into a template, its pages and its bytes.

mod approved;
mod courts;
mod facts;
mod words;

use std::sync::Arc;

use contract::{Fault, LetterRequest, LetterView};
use letters::{Facts, LayoutFault, Letter as Composed, Stationery, Template, compose};
use matter::act::Act;
use matter::decide::View;
use matter::ids::LetterId;
use matter::journal::Digest;
use matter::letter::{Letter, LetterStep, TemplateVersion, stops};
use matter::problem::Problem;
use matter::time::Instant;

use crate::faults::fault;
use crate::session::Open;
use crate::{Desk, hold};

/// Pixels per point of a page picture: 144 dpi.
const SCALE: f32 = 2.0;

/// A letter that was made, with the paper it is printed on.
pub(super) struct Made {
    pub(super) composed: Composed,
    pub(super) stationery: Stationery,
}

/// The digest of a letter's text: facts that changed are noticed by it.
pub(crate) fn text_digest(composed: &Composed) -> Digest {
    Digest::of(composed.text().as_bytes())
}

fn template(language: &str) -> Option<Template> {
    let source = match language {
        "en" => letters::shipped::USER_NOTICE_EN,
        "es" => letters::shipped::USER_NOTICE_ES,
        _ => return None,
    };
    Template::parse(source).ok()
}

fn layout(found: LayoutFault) -> Fault {
    match found {
        LayoutFault::Undrawable { characters } => Fault::Undrawable { characters: characters.into_iter().collect() },
        other => {
            tracing::error!(fault = ?std::mem::discriminant(&other), "a letter could not be laid out");
            Fault::internal("letter-layout")
        }
    }
}

impl Desk {
    /// The wording letters of this language are made from now.
    pub(crate) fn template_version(&self, language: &str) -> Option<TemplateVersion> {
        let template = template(language)?;
        Some(TemplateVersion {
            id: template.id().to_owned(),
            language: language.to_owned(),
            version: template.version(),
            digest: template.digest().parse().ok()?,
        })
    }

    /// A letter's own view: its demand with all proceedings and letters.
    fn letter_view(&self, open: &Open, letter: LetterId) -> Result<View, Fault> {
        self.view_for(open, &Act::ApproveLetter { letter })
    }

    /// Composes a letter from the facts in `view` as they stand at `at`, printing `as_of`; none when the letter or its
    /// demand is not there.
    pub(crate) fn compose_letter(
        &self,
        view: &View,
        id: LetterId,
        as_of: Instant,
        at: Instant,
    ) -> Result<Option<Composed>, Fault> {
        let Some((letter, facts)) = self.letter_facts(view, id, as_of, at) else { return Ok(None) };
        let template = template(&letter.language).ok_or_else(|| Fault::internal("template"))?;
        compose(&template, &facts).map(Some).map_err(|missing| Fault::LetterIncomplete { missing: missing.fields })
    }

    fn letter_facts<'a>(
        &self,
        view: &'a View,
        id: LetterId,
        as_of: Instant,
        at: Instant,
    ) -> Option<(&'a Letter, Facts)> {
        let letter = view.letters.iter().find(|letter| letter.id == id)?;
        let demand = view.demand(letter.demand?)?;
        let facts = facts::facts(&facts::Known {
            law: &self.law,
            settings: &view.policy.settings,
            demand,
            proceedings: &view.proceedings,
            letters: &view.letters,
            letter,
            as_of,
            at,
        })?;
        Some((letter, facts))
    }

    /// What stands against the letter now.
    pub(crate) fn letter_stops(&self, view: &View, id: LetterId) -> Vec<Problem> {
        let letter = view.letters.iter().find(|letter| letter.id == id);
        let demand = letter.and_then(|letter| view.demand(letter.demand?));
        letter
            .zip(demand)
            .map(|(letter, demand)| stops(demand, &view.proceedings, letter.target, self.now()))
            .unwrap_or_default()
    }

    fn stationery(view: &View, id: LetterId) -> Stationery {
        let settings = &view.policy.settings;
        let demand = view.letters.iter().find(|letter| letter.id == id).and_then(|letter| letter.demand);
        let reference = demand.and_then(|id| view.demand(id)).map(|demand| demand.reference.clone());
        Stationery {
            sender: settings.organisation.clone(),
            address_lines: settings.address.clone(),
            reference: reference.unwrap_or_default(),
        }
    }

    /// The bytes of the PDF that is kept.
    pub(crate) fn letter_bytes(
        &self,
        view: &View,
        id: LetterId,
        composed: &Composed,
        as_of: Instant,
    ) -> Result<Vec<u8>, Fault> {
        letters::pdf(composed, &Self::stationery(view, id), as_of, false).map_err(layout)
    }

    /// The letter's PDF as it is: the approved bytes, or a draft marked so across every page.
    ///
    /// # Errors
    /// The register is locked, there is no such letter, or a field in it is missing.
    pub fn letter_pdf(&self, letter: LetterId) -> Result<Vec<u8>, Fault> {
        let open = self.started()?;
        let view = self.letter_view(&open, letter)?;
        let found = view.letters.iter().find(|known| known.id == letter && known.version > 0).ok_or(Fault::NotFound)?;
        if let Some(approval) = &found.approval {
            let mut bytes = Vec::new();
            let nobody = &mut register::Watch::nobody();
            open.register.export(approval.document, &mut bytes, nobody).map_err(fault)?;
            return Ok(bytes);
        }
        let stopped = self.letter_stops(&view, letter);
        if !stopped.is_empty() {
            return Err(Fault::refused(stopped));
        }
        let as_of = self.now();
        let composed = self.compose_letter(&view, letter, as_of, as_of)?.ok_or(Fault::NotFound)?;
        letters::pdf(&composed, &Self::stationery(&view, letter), as_of, true).map_err(layout)
    }

    pub(crate) fn show_letter(&self, request: &LetterRequest) -> Result<LetterView, Fault> {
        let open = self.started()?;
        let view = self.letter_view(&open, request.letter)?;
        let letter =
            view.letters.iter().find(|known| known.id == request.letter && known.version > 0).ok_or(Fault::NotFound)?;
        // What was sent or set aside is not stopped any more.
        let stopped = match letter.step {
            LetterStep::Sent | LetterStep::SetAside => Vec::new(),
            LetterStep::Draft | LetterStep::Approved | LetterStep::Bounced => self.letter_stops(&view, letter.id),
        };
        let (made, missing) = match self.made(&open, &view, letter) {
            Ok(made) => (made, Vec::new()),
            Err(Fault::LetterIncomplete { missing }) => (None, missing),
            Err(other) => return Err(other),
        };
        let pages = made.as_ref().map(|made| self.pictures(letter, made)).transpose()?;
        let kept_only = letter.approval.is_some() && made.is_none();
        let digest = made.as_ref().map(|made| text_digest(&made.composed));
        Ok(LetterView {
            letter: letter.clone(),
            text: made.map(|made| made.composed.text()).unwrap_or_default(),
            stopped,
            kept_only,
            missing,
            pages: pages.map_or(0, |pages| u16::try_from(pages.len()).unwrap_or(u16::MAX)),
            revision: digest.map(|digest| revision(letter, digest)).unwrap_or_default(),
            facts_changed: self.facts_changed(&open, &view, letter)?,
        })
    }

    /// The letter as it is shown: what was approved, else a draft from the facts now. None while a draft is stopped, and
    /// where the approved text cannot be made again.
    fn made(&self, open: &Open, view: &View, letter: &Letter) -> Result<Option<Made>, Fault> {
        if let Some(approval) = &letter.approval {
            let then = self.as_approved(open, letter, approval)?;
            return Ok(then.filter(|made| text_digest(&made.composed) == approval.text));
        }
        if !self.letter_stops(view, letter.id).is_empty() {
            return Ok(None);
        }
        let now = self.now();
        let composed = self.compose_letter(view, letter.id, now, now)?.ok_or(Fault::NotFound)?;
        Ok(Some(Made { composed, stationery: Self::stationery(view, letter.id) }))
    }

    /// True when the letter would read otherwise if it were made now with the time of its approval printed. A letter that
    /// waits to be sent is held against the very text approved; one that was sent, against what its facts were then, so
    /// that a new wording of the template is no change of facts.
    fn facts_changed(&self, open: &Open, view: &View, letter: &Letter) -> Result<bool, Fault> {
        let Some(approval) = &letter.approval else { return Ok(false) };
        let then = match letter.step {
            LetterStep::Draft | LetterStep::SetAside => return Ok(false),
            LetterStep::Approved | LetterStep::Bounced => approval.text,
            LetterStep::Sent => {
                let then = self.as_approved(open, letter, approval)?;
                then.map_or(approval.text, |made| text_digest(&made.composed))
            }
        };
        match self.compose_letter(view, letter.id, approval.as_of, self.now()) {
            Ok(now) => Ok(now.is_none_or(|now| text_digest(&now) != then)),
            Err(Fault::LetterIncomplete { .. }) => Ok(true),
            Err(other) => Err(other),
        }
    }

    /// Pictures of a letter's pages, kept in memory until something is written or the desk locks.
    fn pictures(&self, letter: &Letter, made: &Made) -> Result<Arc<Vec<Vec<u8>>>, Fault> {
        let key = format!("{}/{}", letter.id, revision(letter, text_digest(&made.composed)));
        if let Some(pages) = hold(&self.pictures).get(&key) {
            return Ok(Arc::clone(pages));
        }
        let draft = letter.approval.is_none();
        let pages = letters::pages(&made.composed, &made.stationery, SCALE, draft).map_err(layout)?;
        let pages = Arc::new(pages.into_iter().map(|page| page.bytes).collect::<Vec<_>>());
        hold(&self.pictures).insert(key, Arc::clone(&pages));
        Ok(pages)
    }

    /// A page of a letter as PNG, pages from 1.
    pub(crate) fn picture(&self, open: &Open, id: LetterId, number: usize) -> Result<Vec<u8>, Fault> {
        let view = self.letter_view(open, id)?;
        let letter = view.letters.iter().find(|known| known.id == id && known.version > 0).ok_or(Fault::NotFound)?;
        let made = self.made(open, &view, letter)?.ok_or(Fault::NotFound)?;
        let pages = self.pictures(letter, &made)?;
        number.checked_sub(1).and_then(|place| pages.get(place)).cloned().ok_or(Fault::NotFound)
    }
}

fn revision(letter: &Letter, digest: Digest) -> String {
    format!("{}-{}", letter.version, digest.short())
}
