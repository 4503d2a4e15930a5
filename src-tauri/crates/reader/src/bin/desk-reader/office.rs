//! What Office files have in common: where they lead, what is put into them, who made them.

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};
use reader::paper::{Part, Role};
use reader::talk::Refusal;

use crate::package::Package;
use crate::paper::PaperBytes;
use crate::written::Written;

/// Looks at the relations, the embedded files, the macros and the properties of an Office file whose parts lie below
/// `folder`.
pub(crate) fn look(
    package: &mut Package,
    bytes: &PaperBytes,
    folder: &str,
    written: &mut Written,
) -> Result<(), Refusal> {
    for (number, name) in package.names() {
        if name.ends_with(".rels") {
            relations(&package.unpack(number)?, written);
        } else if name.ends_with("vbaProject.bin") {
            written.facts.scripts = written.facts.scripts.saturating_add(1);
        } else if name.contains("/externalLinks/") && name.ends_with(".xml") {
            // Another workbook, or a program, that values would be taken from.
            written.facts.launches = written.facts.launches.saturating_add(1);
        } else if let Some(rest) = name.strip_prefix(folder)
            && (rest.starts_with("embeddings/") || rest.starts_with("media/") || rest.starts_with("afchunk"))
            && let Some(entry) = package.entry(number)
        {
            let part = Part {
                number: 0,
                name: Some(rest.rsplit('/').next().unwrap_or(rest).to_owned()),
                claimed: None,
                media_type: None,
                role: Role::Embedded,
                size: entry.size,
                packed: Some(entry.packed),
                withheld: entry.withheld,
            };
            let bytes = bytes.clone();
            written.add(part, Box::new(move || Package::open(&bytes)?.unpack(number)));
        }
    }
    if let Some(properties) = package.named("docProps/core.xml")? {
        written.facts.title = text_of(&properties, "title");
    }
    if let Some(properties) = package.named("docProps/app.xml")? {
        written.facts.producer = text_of(&properties, "Application");
    }
    Ok(())
}

/// What leads outside: links, and what would be fetched without being asked.
fn relations(xml: &[u8], written: &mut Written) {
    each(xml, |element| {
        let value = |name: &str| attribute(element, name);
        if value("TargetMode").as_deref() == Some("External") {
            let (kind, target) = (value("Type").unwrap_or_default(), value("Target").unwrap_or_default());
            written.link(&target);
            if !kind.ends_with("/hyperlink") {
                written.fetches();
            }
        }
    });
}

/// Calls for each element of some XML, as far as it goes.
fn each(xml: &[u8], mut see: impl FnMut(&BytesStart<'_>)) {
    let mut reader = Reader::from_reader(xml);
    let mut buffer = Vec::new();
    loop {
        match reader.read_event_into(&mut buffer) {
            Ok(Event::Start(element) | Event::Empty(element)) => see(&element),
            Ok(Event::Eof) | Err(_) => return,
            Ok(_) => {}
        }
        buffer.clear();
    }
}

/// An attribute of this name, whatever its prefix, with its entities undone.
pub(crate) fn attribute(element: &BytesStart<'_>, name: &str) -> Option<String> {
    let mut attributes = element.attributes();
    let mut those = attributes.with_checks(false).filter_map(Result::ok);
    let found = those.find(|attribute| attribute.key.local_name().as_ref() == name)?;
    let text = found.value.into_owned();
    Some(quick_xml::escape::unescape(&text).map(Into::into).unwrap_or(text))
}

/// The text of the first element of this name.
fn text_of(xml: &[u8], name: &str) -> Option<String> {
    let mut reader = Reader::from_reader(xml);
    let (mut buffer, mut inside, mut text) = (Vec::new(), false, String::new());
    loop {
        match reader.read_event_into(&mut buffer) {
            Ok(Event::Start(element)) if element.local_name().as_ref() == name => inside = true,
            Ok(Event::End(element)) if element.local_name().as_ref() == name => break,
            Ok(Event::Text(piece)) if inside => text.push_str(&piece),
            Ok(Event::GeneralRef(entity)) if inside => text.push_str(&entity_text(&entity)),
            Ok(Event::Eof) | Err(_) => break,
            Ok(_) => {}
        }
        buffer.clear();
    }
    (!text.is_empty()).then_some(text)
}

/// What an entity stands for: the five of XML and numbers. Others are not known, so none can grow.
pub(crate) fn entity_text(entity: &quick_xml::events::BytesRef<'_>) -> String {
    if let Ok(Some(letter)) = entity.resolve_char_ref() {
        return letter.to_string();
    }
    quick_xml::escape::resolve_xml_entity(entity).unwrap_or_default().to_owned()
}
