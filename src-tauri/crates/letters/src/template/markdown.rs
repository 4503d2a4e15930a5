//! The Markdown between the `:::` lines: headings, paragraphs, lists, emphasis, strong, block quotes; nothing else.

use std::ops::Range;

use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd, TextMergeWithOffset};

use super::{Inline, Node, Problem, TemplateFault, inline};
use crate::List;

/// What is open in the Markdown and collects nodes or running text.
enum Open {
    Root,
    Heading(u8, usize),
    Paragraph,
    List(Option<u64>, Vec<Vec<Node>>),
    Item,
    Quote,
    Emphasis,
    Strong,
}

struct Level {
    open: Open,
    nodes: Vec<Node>,
    inlines: Vec<Inline>,
}

/// Parses `chunk`, whose first line is `first_line` of the source.
pub(super) fn parse(chunk: &str, first_line: usize, scope: Option<List>) -> Result<Vec<Node>, TemplateFault> {
    // Typographic quotes and dashes are for the template's own words. Values never pass through Markdown.
    let parser = Parser::new_ext(chunk, Options::ENABLE_SMART_PUNCTUATION);
    let mut tree = Tree { chunk, first_line, scope, levels: vec![Level::new(Open::Root)] };
    for (event, range) in TextMergeWithOffset::new(parser.into_offset_iter()) {
        tree.take(event, &range)?;
    }
    Ok(tree.levels.pop().map(Level::into_nodes).unwrap_or_default())
}

impl Level {
    const fn new(open: Open) -> Self {
        Self { open, nodes: Vec::new(), inlines: Vec::new() }
    }

    /// Tight list items hold running text without a paragraph around it: it becomes one.
    fn settle(&mut self) {
        if !self.inlines.is_empty() {
            self.nodes.push(Node::Paragraph(std::mem::take(&mut self.inlines)));
        }
    }

    fn into_nodes(mut self) -> Vec<Node> {
        self.settle();
        self.nodes
    }
}

struct Tree<'c> {
    chunk: &'c str,
    first_line: usize,
    scope: Option<List>,
    levels: Vec<Level>,
}

impl Tree<'_> {
    fn line(&self, range: &Range<usize>) -> usize {
        self.first_line + self.chunk.get(..range.start).unwrap_or_default().matches('\n').count()
    }

    fn take(&mut self, event: Event<'_>, range: &Range<usize>) -> Result<(), TemplateFault> {
        let line = self.line(range);
        let refuse = |what| Err(TemplateFault::at(line, Problem::NotInSubset(what)));
        match event {
            Event::Start(tag) => self.start(&tag, line),
            Event::End(tag) => {
                self.end(tag);
                Ok(())
            }
            Event::Text(text) => {
                let inlines = inline::text(&text, line, self.scope)?;
                self.inlines(inlines);
                Ok(())
            }
            Event::SoftBreak => {
                self.inlines([Inline::Text(" ".to_owned())]);
                Ok(())
            }
            Event::HardBreak => {
                self.inlines([Inline::Break]);
                Ok(())
            }
            Event::Code(_) => refuse("code"),
            Event::Html(_) | Event::InlineHtml(_) => refuse("HTML"),
            Event::Rule => refuse("a rule"),
            Event::InlineMath(_) | Event::DisplayMath(_) => refuse("a formula"),
            Event::FootnoteReference(_) => refuse("a footnote"),
            Event::TaskListMarker(_) => refuse("a task list"),
        }
    }

    fn start(&mut self, tag: &Tag<'_>, line: usize) -> Result<(), TemplateFault> {
        let refuse = |what| Err(TemplateFault::at(line, Problem::NotInSubset(what)));
        let open = match tag {
            Tag::Paragraph => Open::Paragraph,
            Tag::Heading { level, .. } => Open::Heading(*level as u8, line),
            Tag::BlockQuote(_) => Open::Quote,
            Tag::List(start) => Open::List(*start, Vec::new()),
            Tag::Item => Open::Item,
            Tag::Emphasis => Open::Emphasis,
            Tag::Strong => Open::Strong,
            Tag::Link { .. } => return refuse("a link"),
            Tag::Image { .. } => return refuse("an image"),
            Tag::CodeBlock(_) => return refuse("code"),
            Tag::HtmlBlock => return refuse("HTML"),
            _ => return refuse("this markup"),
        };
        // A list or quote inside a tight item: the text before it is a paragraph of its own.
        if matches!(open, Open::List(..) | Open::Quote | Open::Paragraph)
            && let Some(level) = self.levels.last_mut()
        {
            level.settle();
        }
        self.levels.push(Level::new(open));
        Ok(())
    }

    fn end(&mut self, _tag: TagEnd) {
        let Some(mut level) = self.levels.pop() else {
            return;
        };
        let Some(parent) = self.levels.last_mut() else {
            return;
        };
        match level.open {
            Open::Heading(depth, line) => {
                parent.nodes.push(Node::Heading { level: depth, line, inlines: level.inlines });
            }
            Open::Paragraph => parent.nodes.push(Node::Paragraph(level.inlines)),
            Open::List(start, items) => parent.nodes.push(Node::Bullets { start, items }),
            Open::Quote => parent.nodes.push(Node::Quote(level.into_nodes())),
            Open::Emphasis => parent.inlines.push(Inline::Emphasis(level.inlines)),
            Open::Strong => parent.inlines.push(Inline::Strong(level.inlines)),
            Open::Item => {
                level.settle();
                if let Open::List(_, items) = &mut parent.open {
                    items.push(level.nodes);
                }
            }
            Open::Root => {}
        }
    }

    fn inlines(&mut self, inlines: impl IntoIterator<Item = Inline>) {
        if let Some(level) = self.levels.last_mut() {
            level.inlines.extend(inlines);
        }
    }
}
