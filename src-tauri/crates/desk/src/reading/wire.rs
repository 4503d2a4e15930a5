//! What the reader says, in the words of the contract.

use contract::{
    CautionKind, OutlineEntry, PageFacts, PageText, PaperCaution, PaperFacts, PaperFormat, PaperPart, TextLine,
    TextWord, Unreadable,
};
use matter::wire::Count53;
use reader::paper::{Contents, Format};
use reader::process::Reason;
use reader::talk::Refusal;

/// A reader that broke off tells a person no more than that it stopped at this paper.
pub(crate) fn why(reason: Reason) -> Unreadable {
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
            Refusal::NoSuchPage | Refusal::NoSuchPart => Unreadable::NoSuchPage,
            Refusal::TooLarge | Refusal::Bomb => Unreadable::TooLarge,
            Refusal::FormatUnknown | Refusal::NoPicture => Unreadable::OtherKind,
            Refusal::Faulted | Refusal::NotOpen => Unreadable::Faulted,
        },
    }
}

pub(super) fn paper(facts: reader::paper::PaperFacts, contents: Contents) -> PaperFacts {
    let count = [
        (CautionKind::Scripts, facts.scripts),
        (CautionKind::Launches, facts.launches),
        (CautionKind::EmbeddedFiles, facts.embedded_files),
        (CautionKind::Links, facts.links),
        (CautionKind::Signatures, facts.signatures),
        (CautionKind::LaterRevisions, facts.later_revisions),
        (CautionKind::Remote, contents.remote),
    ];
    let cautions = count.into_iter().filter(|(_, count)| *count > 0);
    PaperFacts {
        pages: facts.pages,
        format: format(contents.format),
        drawn: contents.format.has_pictures(),
        parts: contents.parts.into_iter().map(part).collect(),
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

fn part(part: reader::paper::Part) -> PaperPart {
    PaperPart {
        number: part.number,
        name: part.name.unwrap_or_default(),
        media_type: part.media_type.or(part.claimed).unwrap_or_default(),
        length: Count53::try_from(part.size).ok(),
        withheld: part.withheld.map(|refusal| why(Reason::Refused(refusal))),
    }
}

fn format(format: Format) -> PaperFormat {
    match format {
        Format::Pdf => PaperFormat::Pdf,
        Format::Mail => PaperFormat::Mail,
        Format::Mailbox => PaperFormat::Mailbox,
        Format::OutlookItem => PaperFormat::OutlookItem,
        Format::Word => PaperFormat::Word,
        Format::Spreadsheet => PaperFormat::Spreadsheet,
        Format::RichText => PaperFormat::RichText,
        Format::Html => PaperFormat::Html,
        Format::Text => PaperFormat::Text,
        Format::Table => PaperFormat::Table,
        Format::Picture => PaperFormat::Picture,
        Format::Archive => PaperFormat::Archive,
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
        unsure: word.unsure,
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
