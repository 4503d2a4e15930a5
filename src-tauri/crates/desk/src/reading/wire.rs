//! What the reader says, in the words of the contract.

use contract::{
    CautionKind, OutlineEntry, PageFacts, PageText, PaperCaution, PaperFacts, TextLine, TextWord, Unreadable,
};
use reader::process::Reason;
use reader::talk::Refusal;

/// A reader that broke off tells a person no more than that it stopped at this paper.
pub(super) fn why(reason: Reason) -> Unreadable {
    match reason {
        Reason::Crashed { .. } | Reason::OutputLimit | Reason::Protocol => Unreadable::Faulted,
        Reason::TimeLimit => Unreadable::TimeLimit,
        Reason::MemoryLimit => Unreadable::MemoryLimit,
        Reason::Cancelled => Unreadable::Stopped,
        Reason::Refused(refusal) => match refusal {
            Refusal::Damaged => Unreadable::Damaged,
            Refusal::PasswordNeeded => Unreadable::PasswordNeeded,
            Refusal::PasswordWrong => Unreadable::PasswordWrong,
            Refusal::EncryptionUnknown => Unreadable::EncryptionUnknown,
            Refusal::NoPages => Unreadable::NoPages,
            Refusal::TooManyPages => Unreadable::TooManyPages,
            Refusal::NoSuchPage => Unreadable::NoSuchPage,
            Refusal::TooLarge => Unreadable::TooLarge,
            Refusal::Faulted | Refusal::NotOpen => Unreadable::Faulted,
        },
    }
}

pub(super) fn paper(facts: reader::paper::PaperFacts) -> PaperFacts {
    let count = [
        (CautionKind::Scripts, facts.scripts),
        (CautionKind::Launches, facts.launches),
        (CautionKind::EmbeddedFiles, facts.embedded_files),
        (CautionKind::Links, facts.links),
        (CautionKind::Signatures, facts.signatures),
        (CautionKind::LaterRevisions, facts.later_revisions),
    ];
    let cautions = count.into_iter().filter(|(_, count)| *count > 0);
    PaperFacts {
        pages: facts.pages,
        title: facts.title,
        encrypted: facts.encrypted,
        outline: facts
            .outline
            .into_iter()
            .map(|entry| OutlineEntry { title: entry.title, depth: entry.depth, page: entry.page })
            .collect(),
        cautions: cautions.map(|(kind, count)| PaperCaution { kind, count }).collect(),
    }
}

pub(super) fn page(facts: reader::paper::PageFacts) -> PageFacts {
    PageFacts {
        page: facts.page,
        width: facts.width,
        height: facts.height,
        label: facts.label,
        words: facts.words,
        needs_recognition: facts.needs_recognition,
        hidden: facts.characters.covered,
        lacks: !facts.lacks.is_empty(),
    }
}

pub(super) fn text(text: reader::paper::PageText) -> PageText {
    let word = |word: reader::paper::Word| TextWord {
        text: word.text,
        at: word.rect.into(),
        hidden: word.hidden == Some(reader::paper::Hidden::Covered),
    };
    let lines = text.lines.into_iter();
    PageText {
        page: text.page,
        lines: lines
            .map(|line| TextLine { turn: line.turn, words: line.words.into_iter().map(word).collect() })
            .collect(),
        cut: text.cut,
    }
}
