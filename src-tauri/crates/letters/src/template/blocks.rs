//! The `:::` lines: conditions, list blocks, locked clauses. Between them stands Markdown.

use super::{Clause, Node, Problem, TemplateFault, hex_digest, markdown};
use crate::{Condition, List};

/// What a frame on the stack will become.
enum Opened {
    Root,
    When { condition: Condition, then: Option<Vec<Node>> },
    Each(List),
    Locked { id: String, source: String },
}

/// A block that is being read.
struct Frame {
    opened: Opened,
    line: usize,
    nodes: Vec<Node>,
}

/// Reads the body, whose first line is `first_line` (from 1) of the source.
pub(super) fn parse(body: &str, first_line: usize) -> Result<(Vec<Node>, Vec<Clause>), TemplateFault> {
    let mut reader = Reader {
        stack: vec![Frame { opened: Opened::Root, line: first_line, nodes: Vec::new() }],
        chunk: String::new(),
        chunk_line: first_line,
        clauses: Vec::new(),
    };
    for (line, text) in (first_line..).zip(body.lines()) {
        match text.trim().strip_prefix(":::") {
            Some(directive) => {
                reader.flush()?;
                reader.directive(directive, line)?;
                reader.chunk_line = line + 1;
            }
            None => {
                reader.chunk.push_str(text);
                reader.chunk.push('\n');
            }
        }
        reader.keep_clause_source(text);
    }
    reader.flush()?;
    reader.finish()
}

struct Reader {
    stack: Vec<Frame>,
    chunk: String,
    chunk_line: usize,
    clauses: Vec<Clause>,
}

impl Reader {
    /// The innermost list block around the place where we are.
    fn scope(&self) -> Option<List> {
        self.stack.iter().rev().find_map(|frame| match frame.opened {
            Opened::Each(list) => Some(list),
            _ => None,
        })
    }

    /// Parses the Markdown collected so far into the innermost frame.
    fn flush(&mut self) -> Result<(), TemplateFault> {
        let chunk = std::mem::take(&mut self.chunk);
        let nodes = markdown::parse(&chunk, self.chunk_line, self.scope())?;
        self.push(nodes);
        Ok(())
    }

    fn push(&mut self, nodes: impl IntoIterator<Item = Node>) {
        if let Some(frame) = self.stack.last_mut() {
            frame.nodes.extend(nodes);
        }
    }

    fn open(&mut self, opened: Opened, line: usize) {
        self.stack.push(Frame { opened, line, nodes: Vec::new() });
    }

    fn directive(&mut self, directive: &str, line: usize) -> Result<(), TemplateFault> {
        let fault = |problem| Err(TemplateFault::at(line, problem));
        let mut words = directive.split_whitespace();
        match (words.next(), words.next(), words.next()) {
            (None, ..) => self.close(line),
            (Some("else"), None, _) => self.otherwise(line),
            (Some("when"), Some(name), None) => match Condition::named(name) {
                Some(condition) => {
                    self.open(Opened::When { condition, then: None }, line);
                    Ok(())
                }
                None => fault(Problem::UnknownCondition(name.to_owned())),
            },
            (Some("each"), Some(name), None) => match List::named(name) {
                Some(_) if self.scope().is_some() => fault(Problem::Nesting),
                Some(list) => {
                    self.open(Opened::Each(list), line);
                    Ok(())
                }
                None => fault(Problem::UnknownList(name.to_owned())),
            },
            (Some("locked"), id, None) => self.lock(id.unwrap_or_default(), line),
            _ => fault(Problem::UnknownBlock(directive.trim_end().to_owned())),
        }
    }

    fn lock(&mut self, id: &str, line: usize) -> Result<(), TemplateFault> {
        let fault = |problem| Err(TemplateFault::at(line, problem));
        let inside = self.stack.iter().any(|frame| matches!(frame.opened, Opened::Each(_) | Opened::Locked { .. }));
        if inside {
            return fault(Problem::Nesting);
        }
        if id.is_empty() || !id.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-') {
            return fault(Problem::ClauseId);
        }
        if self.clauses.iter().any(|clause| clause.id == id) {
            return fault(Problem::ClauseTwice(id.to_owned()));
        }
        self.open(Opened::Locked { id: id.to_owned(), source: String::new() }, line);
        Ok(())
    }

    fn otherwise(&mut self, line: usize) -> Result<(), TemplateFault> {
        match self.stack.last_mut() {
            Some(Frame { opened: Opened::When { then: then @ None, .. }, nodes, .. }) => {
                *then = Some(std::mem::take(nodes));
                Ok(())
            }
            _ => Err(TemplateFault::at(line, Problem::StrayElse)),
        }
    }

    fn close(&mut self, line: usize) -> Result<(), TemplateFault> {
        let nothing = || TemplateFault::at(line, Problem::NothingToClose);
        if self.stack.len() < 2 {
            return Err(nothing());
        }
        let frame = self.stack.pop().ok_or_else(nothing)?;
        match frame.opened {
            Opened::Root => return Err(nothing()),
            Opened::When { condition, then: Some(then) } => {
                self.push([Node::When { condition, then, otherwise: frame.nodes }]);
            }
            Opened::When { condition, then: None } => {
                self.push([Node::When { condition, then: frame.nodes, otherwise: Vec::new() }]);
            }
            Opened::Each(list) => self.push([Node::Each { list, body: frame.nodes }]),
            Opened::Locked { id, source } => {
                self.clauses.push(Clause { id, digest: hex_digest(source.trim()) });
                self.push(frame.nodes);
            }
        }
        Ok(())
    }

    /// Adds a line to the clause it stands in. The line that opens the clause is in it too: its id is part of the wording.
    fn keep_clause_source(&mut self, text: &str) {
        for frame in &mut self.stack {
            if let Opened::Locked { source, .. } = &mut frame.opened {
                source.push_str(text.trim_end());
                source.push('\n');
            }
        }
    }

    fn finish(mut self) -> Result<(Vec<Node>, Vec<Clause>), TemplateFault> {
        match self.stack.pop() {
            Some(Frame { opened: Opened::Root, nodes, .. }) => Ok((nodes, self.clauses)),
            Some(frame) => Err(TemplateFault::at(frame.line, Problem::UnclosedBlock)),
            None => Ok((Vec::new(), self.clauses)),
        }
    }
}
