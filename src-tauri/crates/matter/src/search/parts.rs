//! What of a subject can be found: what it says now, and every note that was made on the way.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use crate::demand::{Demand, DemandEntry, NonDisclosure, NoticeDecision, OtherBasis, UserChallenge};
use crate::entry::Entry;
use crate::ids::DocumentId;
use crate::letter::{Letter, LetterEntry};
use crate::proceeding::{JudgeAuthority, Proceeding, ProceedingEntry};
use crate::state::State;

/// Which part of a subject a text is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "wire", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub enum Part {
    /// Our reference.
    Reference,
    /// A number of the agency's.
    Number,
    /// An identifier the paper names, or the account it resolves to.
    Target,
    /// Issuing official, point of contact, server.
    Person,
    /// The issuing office.
    Office,
    /// The recipient entity, and the place of return.
    Recipient,
    /// What the form says besides: authority, purpose, records sought, non-disclosure, its note.
    Stated,
    /// A note or a reason that somebody recorded.
    Note,
    /// A docket search: court, terms, number, note.
    DocketSearch,
    /// The name of a paper.
    DocumentName,
    /// A docket number.
    Docket,
    /// A court paper: title, entry number.
    CourtPaper,
    /// The address a letter was sent to.
    Address,
}

impl Part {
    /// Every part, with the word it is kept by.
    pub const ALL: [(Self, &'static str); 13] = [
        (Self::Reference, "reference"),
        (Self::Number, "number"),
        (Self::Target, "target"),
        (Self::Person, "person"),
        (Self::Office, "office"),
        (Self::Recipient, "recipient"),
        (Self::Stated, "stated"),
        (Self::Note, "note"),
        (Self::DocketSearch, "docketSearch"),
        (Self::DocumentName, "documentName"),
        (Self::Docket, "docket"),
        (Self::CourtPaper, "courtPaper"),
        (Self::Address, "address"),
    ];

    /// The word it is kept by.
    #[must_use]
    pub fn word(self) -> &'static str {
        Self::ALL.into_iter().find(|(part, _)| *part == self).map_or("", |(_, word)| word)
    }

    /// The part kept by a word.
    #[must_use]
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|(_, known)| *known == word).map(|(part, _)| part)
    }

    /// True for what names a subject: a hit there stands before all others.
    #[must_use]
    pub fn names(self) -> bool {
        matches!(self, Self::Reference | Self::Number | Self::Target | Self::Docket)
    }
}

/// One text of a subject.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Recorded {
    /// Which part it is.
    pub part: Part,
    /// The text.
    pub text: String,
}

/// Everything of a subject that can be found. `entries` are its own, those disposed of left out.
#[must_use]
pub fn recorded<'a>(state: &State, entries: impl Iterator<Item = &'a Entry>) -> BTreeSet<Recorded> {
    let mut texts = Texts(BTreeSet::new());
    match state {
        State::Demand(demand) => texts.demand(demand),
        State::Proceeding(proceeding) => texts.proceeding(proceeding),
        State::Letter(letter) => texts.letter(letter),
        _ => {}
    }
    for entry in entries {
        texts.entry(entry);
    }
    texts.0
}

/// The papers that a subject holds, each with the name a person sees where it has one of its own.
#[must_use]
pub fn papers(state: &State) -> Vec<(DocumentId, String)> {
    match state {
        State::Demand(demand) => {
            demand.documents.iter().map(|attached| (attached.document, attached.name.clone())).collect()
        }
        // What a court issued is found from its proceeding too, whichever demand it was attached to.
        State::Proceeding(proceeding) => {
            let papers = proceeding.papers.iter().filter_map(|recorded| recorded.paper.document);
            papers.map(|document| (document, String::new())).collect()
        }
        State::Letter(letter) => letter.approval.iter().map(|approval| (approval.document, String::new())).collect(),
        _ => Vec::new(),
    }
}

struct Texts(BTreeSet<Recorded>);

impl Texts {
    fn add(&mut self, part: Part, texts: &[&str]) {
        let told: Vec<&str> = texts.iter().map(|text| text.trim()).filter(|text| !text.is_empty()).collect();
        if !told.is_empty() {
            self.0.insert(Recorded { part, text: told.join("\n") });
        }
    }

    fn demand(&mut self, demand: &Demand) {
        self.add(Part::Reference, &[&demand.reference]);
        for attached in &demand.documents {
            self.add(Part::DocumentName, &[&attached.name]);
        }
        let Some(facts) = &demand.facts else { return };
        for number in &facts.numbers {
            self.add(Part::Number, &[&number.value]);
        }
        for target in &facts.targets {
            self.add(Part::Target, &[&target.identifier, &target.account]);
        }
        for person in [&facts.issuing_official, &facts.point_of_contact, &facts.server] {
            self.add(Part::Person, &[&person.name, &person.title, &person.contact]);
        }
        self.add(Part::Office, &[&facts.office]);
        self.add(Part::Recipient, &[&facts.recipient]);
        self.add(Part::Recipient, &[&facts.return_place]);
        self.add(Part::Stated, &[&facts.authority]);
        self.add(Part::Stated, &[&facts.purpose]);
        for record in &facts.records {
            self.add(Part::Stated, &[&record.words]);
        }
        match &facts.non_disclosure {
            NonDisclosure::None | NonDisclosure::Requested => {}
            NonDisclosure::Asserted { basis } | NonDisclosure::Statutory { basis } => self.add(Part::Stated, &[basis]),
            NonDisclosure::Ordered { docket, .. } => self.add(Part::Stated, &[docket]),
        }
        self.add(Part::Stated, &[&facts.note]);
    }

    fn proceeding(&mut self, proceeding: &Proceeding) {
        if let Some(docket) = &proceeding.docket {
            self.add(Part::Docket, &[docket.raw()]);
        }
        for recorded in &proceeding.papers {
            self.add(Part::CourtPaper, &[&recorded.paper.title, &recorded.paper.entry_number]);
            if let JudgeAuthority::Magistrate { counsel_reason } = &recorded.paper.judge {
                self.add(Part::Note, &[counsel_reason]);
            }
        }
    }

    fn letter(&mut self, letter: &Letter) {
        for sending in &letter.sendings {
            self.add(Part::Address, &[&sending.address]);
        }
    }

    fn entry(&mut self, entry: &Entry) {
        match entry {
            Entry::Demand(entry) => self.demand_entry(entry),
            Entry::Proceeding(entry) => match entry {
                ProceedingEntry::DemandLeft { reason, .. } | ProceedingEntry::PaperSetAside { reason, .. } => {
                    self.add(Part::Note, &[reason]);
                }
                ProceedingEntry::OrderVerified { note, points, .. } => {
                    self.add(Part::Note, &[note]);
                    for point in points {
                        self.add(Part::Note, &[&point.note]);
                    }
                }
                ProceedingEntry::ProceedingEnded { note } => self.add(Part::Note, &[note]),
                ProceedingEntry::ProceedingOpened { .. }
                | ProceedingEntry::DemandJoined { .. }
                | ProceedingEntry::CourtPaperRecorded { .. } => {}
            },
            Entry::Letter(LetterEntry::LetterBounced { note: told } | LetterEntry::LetterSetAside { reason: told }) => {
                self.add(Part::Note, &[told]);
            }
            _ => {}
        }
    }

    fn demand_entry(&mut self, entry: &DemandEntry) {
        match entry {
            DemandEntry::DemandLogged { .. }
            | DemandEntry::DocumentAttached { .. }
            | DemandEntry::Assigned { .. }
            | DemandEntry::Linked { .. }
            | DemandEntry::ProceedingLinked { .. }
            | DemandEntry::LetterStarted { .. } => {}
            DemandEntry::DocketSearched { search } => {
                self.add(Part::DocketSearch, &[&search.terms, &search.docket, &search.note]);
            }
            DemandEntry::DemandAmended { reason: told, .. }
            | DemandEntry::Unlinked { reason: told, .. }
            | DemandEntry::Triaged { note: told }
            | DemandEntry::SentToCounsel { note: told }
            | DemandEntry::ReturnedByCounsel { note: told }
            | DemandEntry::CounselDecided { note: told, .. }
            | DemandEntry::ClaimAnswered { reason: told, .. }
            | DemandEntry::ProceedingUnlinked { reason: told, .. }
            | DemandEntry::WithdrawnByAgency { note: told, .. }
            | DemandEntry::WithdrawalRetracted { reason: told }
            | DemandEntry::NonDisclosureEnded { note: told }
            | DemandEntry::ConflictResolved { reason: told, .. }
            | DemandEntry::HoldPlaced { reason: told }
            | DemandEntry::HoldLifted { reason: told }
            | DemandEntry::Noted { text: told, .. }
            | DemandEntry::Closed { note: told, .. }
            | DemandEntry::Reopened { reason: told } => self.add(Part::Note, &[told]),
            DemandEntry::NoticeDecided { decision, .. } => match decision {
                NoticeDecision::Notify => {}
                NoticeDecision::Later { reason, .. } | NoticeDecision::No { reason } => self.add(Part::Note, &[reason]),
            },
            DemandEntry::UserChallenged { challenge, .. } => match challenge {
                UserChallenge::Stated { note } | UserChallenge::Ended { note } => self.add(Part::Note, &[note]),
            },
            DemandEntry::BasisSigned { basis, reason, .. } => {
                let ground = match basis {
                    OtherBasis::OtherProcess { process, .. } => process.as_str(),
                    OtherBasis::Emergency { ground } | OtherBasis::Exception { ground } => ground.as_str(),
                    OtherBasis::UserConsent { .. } => "",
                };
                self.add(Part::Note, &[ground, reason]);
            }
            DemandEntry::Disclosed { disclosure, .. } => self.add(Part::Note, &[&disclosure.what, &disclosure.to]),
            DemandEntry::IncidentRecorded { disclosure, note } => {
                self.add(Part::Note, &[&disclosure.what, &disclosure.to, note]);
            }
            DemandEntry::PreservationConfirmed { custodian, system, .. } => {
                self.add(Part::Note, &[custodian, system]);
            }
        }
    }
}
