//! Small serde forms: numbers that a JSON reader could round are texts.

/// A whole number as a text (`"42"`), for sequence numbers and versions.
pub mod text {
    use serde::{Deserialize, Deserializer, Serializer};

    /// Writes the number as a text.
    ///
    /// # Errors
    /// The serializer's own.
    pub fn serialize<S: Serializer>(value: &u64, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(value)
    }

    /// Reads the number from a text.
    ///
    /// # Errors
    /// A text that is no whole number.
    pub fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<u64, D::Error> {
        let text = <std::borrow::Cow<'de, str>>::deserialize(deserializer)?;
        text.parse().map_err(serde::de::Error::custom)
    }
}

/// The largest whole number a JSON number carries exactly: 2^53 − 1.
const MOST: u64 = (1 << 53) - 1;

/// A size or count, as a JSON number, refused above 2^53 − 1.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, serde::Serialize, serde::Deserialize)]
#[cfg_attr(feature = "wire", derive(ts_rs::TS), ts(type = "number"))]
#[serde(try_from = "u64", into = "u64")]
pub struct Count53(u64);

impl Count53 {
    /// The count.
    #[must_use]
    pub fn get(self) -> u64 {
        self.0
    }

    /// The count of items in memory, which always fits.
    #[must_use]
    pub fn of(len: usize) -> Self {
        Self((len as u64).min(MOST))
    }
}

/// A number above 2^53 − 1.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the number is larger than 2^53 - 1")]
pub struct TooLarge;

impl TryFrom<u64> for Count53 {
    type Error = TooLarge;
    fn try_from(value: u64) -> Result<Self, TooLarge> {
        if value <= MOST { Ok(Self(value)) } else { Err(TooLarge) }
    }
}

impl From<Count53> for u64 {
    fn from(value: Count53) -> Self {
        value.0
    }
}
