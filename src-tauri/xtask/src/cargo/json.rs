//! The little JSON that `cargo metadata` prints. Reading only; standard library only.

/// How deep values may lie in each other; cargo needs about eight.
const DEEPEST: usize = 64;

/// One JSON value.
#[derive(Debug, PartialEq)]
pub(crate) enum Value {
    /// `null`, `true`, `false` and numbers: nothing here asks for them.
    Other,
    /// A string.
    Text(String),
    /// An array.
    List(Vec<Value>),
    /// An object, in the order written.
    Map(Vec<(String, Value)>),
}

impl Value {
    /// Reads one whole document; `None` if it is not JSON.
    pub(crate) fn read(text: &str) -> Option<Self> {
        let mut reader = Reader { rest: text.trim_start() };
        let value = reader.value(0)?;
        reader.rest.trim_start().is_empty().then_some(value)
    }

    /// The member of an object.
    pub(crate) fn get(&self, name: &str) -> Option<&Value> {
        match self {
            Value::Map(members) => members.iter().find(|(key, _)| key == name).map(|(_, value)| value),
            _ => None,
        }
    }

    /// The text of a member of an object.
    pub(crate) fn text(&self, name: &str) -> Option<&str> {
        match self.get(name)? {
            Value::Text(text) => Some(text),
            _ => None,
        }
    }

    /// The items of a member that is a list; empty if there is none.
    pub(crate) fn list(&self, name: &str) -> &[Value] {
        match self.get(name) {
            Some(Value::List(items)) => items,
            _ => &[],
        }
    }
}

struct Reader<'a> {
    rest: &'a str,
}

impl Reader<'_> {
    fn eat(&mut self, wanted: char) -> Option<()> {
        self.rest = self.rest.trim_start().strip_prefix(wanted)?;
        Some(())
    }

    fn value(&mut self, depth: usize) -> Option<Value> {
        if depth > DEEPEST {
            return None;
        }
        self.rest = self.rest.trim_start();
        match self.rest.chars().next()? {
            '{' => self.map(depth),
            '[' => self.list(depth),
            '"' => self.string().map(Value::Text),
            _ => {
                let end = self.rest.find([',', '}', ']']).unwrap_or(self.rest.len());
                let (word, rest) = self.rest.split_at_checked(end)?;
                let word = word.trim();
                let known = matches!(word, "null" | "true" | "false") || word.parse::<f64>().is_ok();
                self.rest = rest;
                known.then_some(Value::Other)
            }
        }
    }

    fn map(&mut self, depth: usize) -> Option<Value> {
        self.eat('{')?;
        let mut members = Vec::new();
        if self.eat('}').is_some() {
            return Some(Value::Map(members));
        }
        loop {
            self.rest = self.rest.trim_start();
            let name = self.string()?;
            self.eat(':')?;
            members.push((name, self.value(depth + 1)?));
            if self.eat(',').is_none() {
                self.eat('}')?;
                return Some(Value::Map(members));
            }
        }
    }

    fn list(&mut self, depth: usize) -> Option<Value> {
        self.eat('[')?;
        let mut items = Vec::new();
        if self.eat(']').is_some() {
            return Some(Value::List(items));
        }
        loop {
            items.push(self.value(depth + 1)?);
            if self.eat(',').is_none() {
                self.eat(']')?;
                return Some(Value::List(items));
            }
        }
    }

    fn string(&mut self) -> Option<String> {
        self.rest = self.rest.strip_prefix('"')?;
        let mut text = String::new();
        let mut chars = self.rest.chars();
        loop {
            match chars.next()? {
                '"' => {
                    self.rest = chars.as_str();
                    return Some(text);
                }
                '\\' => text.push(match chars.next()? {
                    'n' => '\n',
                    't' => '\t',
                    'r' => '\r',
                    'b' => '\u{8}',
                    'f' => '\u{c}',
                    'u' => {
                        let code = (0..4).try_fold(0, |code, _| Some(code * 16 + chars.next()?.to_digit(16)?))?;
                        // Half of a pair: no name that cargo prints here has one.
                        char::from_u32(code).unwrap_or(char::REPLACEMENT_CHARACTER)
                    }
                    plain => plain,
                }),
                plain => text.push(plain),
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Value;

    #[test]
    fn reads_what_cargo_prints() {
        let value = Value::read(
            r#"{"packages":[{"name":"matter","dependencies":[{"name":"se\"rde","kind":null},{"name":"caf\u00e9"}],
                "x":1.5,"y":true,"z":[],"e":{}}],"version":1}"#,
        )
        .unwrap();
        let package = &value.list("packages")[0];
        assert_eq!(package.text("name"), Some("matter"));
        let names: Vec<_> = package.list("dependencies").iter().filter_map(|d| d.text("name")).collect();
        assert_eq!(names, ["se\"rde", "café"]);
        assert_eq!(package.text("absent"), None);
    }

    #[test]
    fn refuses_what_is_not_json() {
        for text in ["", "{", r#"{"a":}"#, "[1,]", "{} x", r#""open"#, "perhaps", &"[".repeat(100)] {
            assert_eq!(Value::read(text), None, "{text}");
        }
    }
}
