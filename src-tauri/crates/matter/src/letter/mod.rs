//! A letter: one per addressee, never more than its own user's identifiers in it.

mod stops;

pub use stops::{courts_said, stops};

use serde::{Deserialize, Serialize};

use crate::ids::{DemandId, DocumentId, LetterId, PersonId, TargetId};
use crate::journal::{Digest, Version};
use crate::state::Meta;
use crate::time::{Instant, Moment};

/// What a letter is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "wire", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub enum LetterKind {
    /// Notice to the user before any disclosure (legal-reference §5.3).
    UserNotice,
}

/// How a letter went out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "wire", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub enum SendingChannel {
    /// E-mail.
    Email,
    /// A message inside the product.
    InProduct,
    /// Post.
    Post,
    /// Another way.
    Other,
}

/// The wording a letter was made from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "wire", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct TemplateVersion {
    /// The template's id (user-notice).
    pub id: String,
    /// The language (en, es).
    pub language: String,
    /// Its version.
    pub version: u32,
    /// SHA-256 of its text.
    pub digest: Digest,
}

/// Counsel's approval.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "wire", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct Approval {
    /// Counsel.
    pub by: PersonId,
    /// When.
    #[cfg_attr(feature = "wire", ts(type = "string"))]
    pub at: Instant,
    /// The PDF's bytes, kept as a document.
    pub document: DocumentId,
    /// SHA-256 of the letter's text: facts that changed since are noticed by it.
    pub text: Digest,
    /// The time the letter's statements are made as of.
    #[cfg_attr(feature = "wire", ts(type = "string"))]
    pub as_of: Instant,
    /// True when author and approver are one person, because there is one counsel only.
    pub self_approved: bool,
}

/// Proof that a letter was sent.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "wire", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct Sending {
    /// When it was sent.
    pub sent: Moment,
    /// How.
    pub channel: SendingChannel,
    /// To which address.
    pub address: String,
    /// The proof kept.
    pub proof: DocumentId,
    /// When the notice window ends: N full days after the day of proof, 23:59:59 in the later zone.
    #[cfg_attr(feature = "wire", ts(type = "string"))]
    pub window_ends: Instant,
    /// Set when it bounced: the window then did not run.
    pub bounced: Option<String>,
}

/// Where a letter stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "wire", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub enum LetterStep {
    /// Drafted.
    Draft,
    /// Approved by counsel.
    Approved,
    /// Sent, with proof.
    Sent,
    /// It bounced: a second channel is due.
    Bounced,
    /// Set aside; another was made.
    SetAside,
}

/// A letter as folded from its entries.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "wire", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct Letter {
    /// Its id.
    pub id: LetterId,
    /// How many entries it has had.
    #[cfg_attr(feature = "wire", ts(type = "string"))]
    #[serde(with = "crate::wire::text")]
    pub version: Version,
    /// The demand.
    pub demand: Option<DemandId>,
    /// The addressee's target; none where the paper names none.
    pub target: Option<TargetId>,
    /// What it is for.
    pub kind: LetterKind,
    /// Its language.
    pub language: String,
    /// Who drafted it.
    pub author: Option<PersonId>,
    /// The wording.
    pub template: Option<TemplateVersion>,
    /// Counsel's approval.
    pub approval: Option<Approval>,
    /// Proof of sending, each channel tried.
    pub sendings: Vec<Sending>,
    /// Where it stands.
    pub step: LetterStep,
}

/// One fact about a letter.
#[expect(missing_docs, reason = "each field carries the word of the fact it belongs to")]
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", rename_all_fields = "camelCase")]
pub enum LetterEntry {
    /// Drafted.
    LetterDrafted {
        demand: DemandId,
        target: Option<TargetId>,
        kind: LetterKind,
        language: String,
        template: TemplateVersion,
    },
    /// Approved by counsel, with the bytes.
    LetterApproved { document: DocumentId, text: Digest, as_of: Instant, self_approved: bool },
    /// Marked sent, with proof. The notice window starts at proof of sending.
    LetterSent { sent: Moment, channel: SendingChannel, address: String, proof: DocumentId, window_ends: Instant },
    /// It bounced: the window did not run.
    LetterBounced { note: String },
    /// Set aside.
    LetterSetAside { reason: String },
}

impl Letter {
    /// A letter with no entry yet.
    #[must_use]
    pub fn new(id: LetterId) -> Self {
        Self {
            id,
            version: 0,
            demand: None,
            target: None,
            kind: LetterKind::UserNotice,
            language: String::new(),
            author: None,
            template: None,
            approval: None,
            sendings: Vec::new(),
            step: LetterStep::Draft,
        }
    }

    /// Takes one entry; a disposed body counts as a version and nothing else.
    pub fn evolve(&mut self, meta: &Meta, entry: Option<&LetterEntry>) {
        self.version = self.version.saturating_add(1);
        let Some(entry) = entry else { return };
        match entry {
            LetterEntry::LetterDrafted { demand, target, kind, language, template } => {
                self.demand = Some(*demand);
                self.target = *target;
                self.kind = *kind;
                self.language.clone_from(language);
                self.author = Some(meta.actor);
                self.template = Some(template.clone());
            }
            LetterEntry::LetterApproved { document, text, as_of, self_approved } => {
                self.approval = Some(Approval {
                    by: meta.actor,
                    at: meta.recorded,
                    document: *document,
                    text: *text,
                    as_of: *as_of,
                    self_approved: *self_approved,
                });
                self.step = LetterStep::Approved;
            }
            LetterEntry::LetterSent { sent, channel, address, proof, window_ends } => {
                self.sendings.push(Sending {
                    sent: *sent,
                    channel: *channel,
                    address: address.clone(),
                    proof: *proof,
                    window_ends: *window_ends,
                    bounced: None,
                });
                self.step = LetterStep::Sent;
            }
            LetterEntry::LetterBounced { note } => {
                if let Some(last) = self.sendings.last_mut() {
                    last.bounced = Some(note.clone());
                }
                self.step = LetterStep::Bounced;
            }
            LetterEntry::LetterSetAside { .. } => self.step = LetterStep::SetAside,
        }
    }

    /// When the notice window ends, if it runs: the latest sending that did not bounce.
    #[must_use]
    pub fn window_ends(&self) -> Option<Instant> {
        self.sendings.iter().rev().find(|sending| sending.bounced.is_none()).map(|sending| sending.window_ends)
    }
}
