//! Pools of words, read from TOML, and the patterns in them: `{yyyy}`, `{n6}`, `{office}`.

use thiserror::Error;

use crate::Chance;

/// The pools cannot be used.
#[derive(Debug, Error)]
pub enum PoolFault {
    /// Not TOML.
    #[error("the pools cannot be read: {0}")]
    Unreadable(#[from] toml::de::Error),
    /// A pool that is needed is not there, or empty.
    #[error("no pool {0}.{1}")]
    Lacks(String, String),
}

/// All pools of one set.
#[derive(Debug, Clone)]
pub struct Pools(toml::Table);

impl Pools {
    /// Reads several texts as one.
    ///
    /// # Errors
    /// [`PoolFault::Unreadable`].
    pub fn read(texts: &[&str]) -> Result<Self, PoolFault> {
        let mut all = toml::Table::new();
        for text in texts {
            all.extend(text.parse::<toml::Table>()?);
        }
        Ok(Self(all))
    }

    /// The values of a pool.
    ///
    /// # Errors
    /// [`PoolFault::Lacks`] where there are none.
    pub fn all(&self, group: &str, name: &str) -> Result<&[toml::Value], PoolFault> {
        let values = self.0.get(group).and_then(|group| group.get(name)).and_then(toml::Value::as_array);
        values
            .map(Vec::as_slice)
            .filter(|values| !values.is_empty())
            .ok_or_else(|| PoolFault::Lacks(group.to_owned(), name.to_owned()))
    }

    /// One text of a pool.
    ///
    /// # Errors
    /// As [`Self::all`].
    pub fn one(&self, chance: &mut Chance, group: &str, name: &str) -> Result<&str, PoolFault> {
        Ok(chance.one(self.all(group, name)?).and_then(toml::Value::as_str).unwrap_or_default())
    }

    /// One text of a pool with its patterns filled in.
    ///
    /// # Errors
    /// As [`Self::all`].
    pub fn filled(&self, chance: &mut Chance, group: &str, name: &str) -> Result<String, PoolFault> {
        let text = self.one(chance, group, name)?.to_owned();
        self.fill(chance, &text)
    }

    /// Fills the patterns of a text: `{nN}` digits, `{hex}`, `{byte}`, `{L}` a capital, `{w}` a word, `{office}`, `{town}`.
    ///
    /// # Errors
    /// As [`Self::all`].
    pub fn fill(&self, chance: &mut Chance, text: &str) -> Result<String, PoolFault> {
        let mut filled = String::new();
        let mut rest = text;
        while let Some((before, after)) = rest.split_once('{') {
            filled.push_str(before);
            let Some((name, after)) = after.split_once('}') else { break };
            match name {
                "yyyy" => filled.push_str(&format!("20{}", 25 + chance.below(3))),
                "yy" => filled.push_str(&format!("{}", 25 + chance.below(3))),
                "hex" => filled.push_str(&format!("{:x}", 0x1000 + chance.below(0xefff))),
                "byte" => filled.push_str(&format!("{}", 1 + chance.below(254))),
                "L" => filled.push(char::from(b'A' + u8::try_from(chance.below(26)).unwrap_or(0))),
                "w" => filled.push_str(self.one(chance, "identifiers", "words")?),
                "office" => filled.push_str(self.one(chance, "numbers", "offices")?),
                "town" => {
                    let town = self.one(chance, "places", "towns")?;
                    filled.push_str(&town.split(',').next().unwrap_or_default().to_uppercase());
                }
                "MON" => filled.push_str(chance.one(&["SEP", "OCT", "NOV", "DEC"]).unwrap_or(&"NOV")),
                "DOW" => filled.push_str(chance.one(&["MON", "TUE", "WED", "THU"]).unwrap_or(&"MON")),
                "mo" => filled.push_str(&format!("{:02}", 9 + chance.below(4))),
                "dd" => filled.push_str(&format!("{:02}", 1 + chance.below(28))),
                "hh" => filled.push_str(&format!("{:02}", 7 + chance.below(12))),
                "mm" => filled.push_str(&format!("{:02}", chance.below(60))),
                digits if digits.starts_with('n') => {
                    let count: usize = digits.get(1..).and_then(|count| count.parse().ok()).unwrap_or(1);
                    for at in 0..count {
                        // A number that begins with a nought is a trap of its own; not every one should be it.
                        let low = u64::from(at == 0 && count > 2);
                        filled.push_str(&(low + chance.below(10 - low)).to_string());
                    }
                }
                other => filled.push_str(&format!("{{{other}}}")),
            }
            rest = after;
        }
        filled.push_str(rest);
        Ok(filled)
    }
}
