//! A letter as plain text, for the body of a mail.

use super::{Block, Span};

/// The blocks as text, one blank line between them, one line feed at the end.
pub(super) fn plain(blocks: &[Block]) -> String {
    let mut text = block_lines(blocks).join("\n");
    text.push('\n');
    text
}

/// The words of a run of spans, without any mark of emphasis.
pub(super) fn spans(spans: &[Span], out: &mut String) {
    for span in spans {
        match span {
            Span::Text { text } | Span::Value { text, .. } => out.push_str(text),
            Span::Emphasis { spans: inner } | Span::Strong { spans: inner } => {
                self::spans(inner, out);
            }
            Span::Break => out.push('\n'),
        }
    }
}

fn words(run: &[Span]) -> String {
    let mut out = String::new();
    spans(run, &mut out);
    out
}

fn block_lines(blocks: &[Block]) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for block in blocks {
        if !lines.is_empty() {
            lines.push(String::new());
        }
        match block {
            Block::Heading { level, spans } => {
                let heading = words(spans);
                let rule = if *level == 1 { "=" } else { "-" };
                let width = heading.chars().count().min(72);
                lines.push(heading);
                lines.push(rule.repeat(width));
            }
            Block::Paragraph { spans } => {
                lines.extend(words(spans).split('\n').map(|line| line.trim().to_owned()));
            }
            Block::List { start, items } => lines.extend(list_lines(*start, items)),
            Block::Quote { blocks } => lines.extend(block_lines(blocks).into_iter().map(|line| format!("> {line}"))),
        }
    }
    lines
}

fn list_lines(start: Option<u32>, items: &[Vec<Block>]) -> Vec<String> {
    let mut lines = Vec::new();
    for (index, item) in items.iter().enumerate() {
        let mark = match start {
            None => "- ".to_owned(),
            Some(first) => format!("{}. ", u64::from(first) + index as u64),
        };
        for (number, line) in block_lines(item).into_iter().enumerate() {
            let lead = if number == 0 { mark.clone() } else { " ".repeat(mark.len()) };
            lines.push(format!("{lead}{line}").trim_end().to_owned());
        }
    }
    lines
}
