//! How text is marked: not at all, but for where its links lead.

use html2text::render::TextDecorator;

/// Where some text leads, if anywhere.
pub(super) type Leads = Option<String>;

/// Text as a person would read it aloud.
#[derive(Clone, Debug)]
pub(super) struct Plain;

fn nothing() -> (String, Leads) {
    (String::new(), None)
}

impl TextDecorator for Plain {
    type Annotation = Leads;

    fn decorate_link_start(&mut self, url: &str) -> (String, Leads) {
        (String::new(), Some(url.to_owned()))
    }

    fn decorate_link_end(&mut self) -> String {
        String::new()
    }

    fn decorate_em_start(&self) -> (String, Leads) {
        nothing()
    }

    fn decorate_em_end(&self) -> String {
        String::new()
    }

    fn decorate_strong_start(&self) -> (String, Leads) {
        nothing()
    }

    fn decorate_strong_end(&self) -> String {
        String::new()
    }

    fn decorate_strikeout_start(&self) -> (String, Leads) {
        nothing()
    }

    fn decorate_strikeout_end(&self) -> String {
        String::new()
    }

    fn decorate_code_start(&self) -> (String, Leads) {
        nothing()
    }

    fn decorate_code_end(&self) -> String {
        String::new()
    }

    fn decorate_preformat_first(&self) -> Leads {
        None
    }

    fn decorate_preformat_cont(&self) -> Leads {
        None
    }

    /// What stands for it.
    fn decorate_image(&mut self, _: &str, title: &str) -> (String, Leads) {
        (title.to_owned(), None)
    }

    fn header_prefix(&self, _: usize) -> String {
        String::new()
    }

    fn quote_prefix(&self) -> String {
        "> ".into()
    }

    /// As short in bytes as it is wide: the library takes one for the other, and counts below zero.
    fn unordered_item_prefix(&self) -> String {
        "* ".into()
    }

    fn ordered_item_prefix(&self, number: i64) -> String {
        format!("{number}. ")
    }

    fn make_subblock_decorator(&self) -> Self {
        Self
    }
}
