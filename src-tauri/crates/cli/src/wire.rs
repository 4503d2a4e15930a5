//! Between what is typed and the wire's words: `ice-hsi` is `iceHsi`; ids are made here.

use desk::{Clock, SystemClock};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

use crate::failure::{Failure, Outcome};

/// `other-administrative` as the wire writes it: `otherAdministrative`. What is in the wire's form already stays.
pub(crate) fn camel(word: &str) -> String {
    let mut parts = word.split(['-', '_', ' ']);
    let mut camel = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let mut letters = part.chars();
        camel.extend(letters.next().map(|first| first.to_ascii_uppercase()));
        camel.extend(letters);
    }
    camel
}

/// A request's part from JSON; what it cannot be is said in the reader's words.
pub(crate) fn read<T: DeserializeOwned>(value: Value) -> Outcome<T> {
    serde_json::from_value(value).map_err(|fault| Failure::usage(fault.to_string()))
}

/// An id from text.
pub(crate) fn id<T: std::str::FromStr>(text: &str) -> Outcome<T> {
    text.parse().map_err(|_| Failure::usage(format!("`{text}` is not an id")))
}

/// True for the text form of an id.
pub(crate) fn is_id(text: &str) -> bool {
    uuid::Uuid::try_parse(text).is_ok()
}

/// A new id: UUID version 7, which sorts by the time it was made.
pub(crate) fn new_id() -> Outcome<String> {
    let mut random = [0_u8; 10];
    getrandom::fill(&mut random).map_err(|_| Failure::Fault(contract::Fault::internal("randomness")))?;
    let millis = u64::try_from(SystemClock.now().timestamp_millis()).unwrap_or(0);
    Ok(uuid::Builder::from_unix_timestamp_millis(millis, &random).into_uuid().to_string())
}

/// A value's tag on the wire: the text itself, or an object's `type`.
pub(crate) fn tag(value: &impl Serialize) -> String {
    match serde_json::to_value(value) {
        Ok(Value::String(text)) => text,
        Ok(Value::Object(map)) => map.get("type").and_then(Value::as_str).unwrap_or_default().to_owned(),
        _ => String::new(),
    }
}

/// A value as JSON; the contract's types always are.
pub(crate) fn json(value: &impl Serialize) -> Value {
    serde_json::to_value(value).unwrap_or(Value::Null)
}

#[cfg(test)]
mod tests {
    use super::{camel, is_id, new_id, tag};

    #[test]
    fn words_with_dashes_are_the_wires_words() {
        assert_eq!(camel("ice-hsi"), "iceHsi");
        assert_eq!(camel("otherAdministrative"), "otherAdministrative");
        assert_eq!(camel("i138"), "i138");
    }

    #[test]
    fn ids_are_version_seven_and_differ() {
        let (one, two) = (new_id().unwrap(), new_id().unwrap());
        assert!(is_id(&one) && one != two);
        assert_eq!(uuid::Uuid::try_parse(&one).unwrap().get_version_num(), 7);
    }

    #[test]
    fn a_tag_is_the_text_or_the_type() {
        assert_eq!(tag(&contract::QueueView::NeedsTriage), "needsTriage");
        assert_eq!(tag(&contract::Fault::NotFound), "notFound");
    }
}
