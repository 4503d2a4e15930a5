use super::{Line, PageFacts, PageText, PaperFacts, Rect, Unlikely, Word, most};

fn word(text: &str) -> Word {
    let edges = (0..=text.chars().count()).map(|at| at as f32).collect();
    Word {
        text: text.to_owned(),
        rect: Rect { left: 0.0, top: 0.0, right: 5.0, bottom: 5.0 },
        edges,
        hidden: None,
        unsure: false,
    }
}

fn text(words: Vec<Word>) -> PageText {
    let rect = Rect { left: 0.0, top: 0.0, right: 9.0, bottom: 9.0 };
    PageText { page: 2, width: 612.0, height: 792.0, lines: vec![Line { rect, turn: 0, words }], cut: false }
}

#[test]
fn a_sound_page_is_believed() {
    let page = text(vec![word("Zo\u{eb}"), word("writes")]);
    assert_eq!(page.check(2), Ok(()));
    assert_eq!(page.plain(), "Zo\u{eb} writes\n");
}

#[test]
fn another_page_than_asked_for_is_not() {
    assert_eq!(text(vec![word("a")]).check(3), Err(Unlikely::Astray));
    assert_eq!(PaperFacts { pages: 2, ..PaperFacts::default() }.check(3), Err(Unlikely::Astray));
}

#[test]
fn places_that_are_none_are_not_believed() {
    let mut nan = text(vec![word("a")]);
    nan.lines[0].words[0].rect.left = f32::NAN;
    assert_eq!(nan.check(2), Err(Unlikely::Place));
    let mut turned = text(vec![word("a")]);
    turned.lines[0].rect = Rect { left: 3.0, top: 0.0, right: 1.0, bottom: 1.0 };
    assert_eq!(turned.check(2), Err(Unlikely::Place));
    let mut few = text(vec![word("abc")]);
    few.lines[0].words[0].edges.pop();
    assert_eq!(few.check(2), Err(Unlikely::Place));
    let mut flat = text(vec![word("a")]);
    flat.width = 0.0;
    assert_eq!(flat.check(2), Err(Unlikely::Place));
}

#[test]
fn more_than_the_limits_is_not_believed() {
    assert_eq!(text(vec![word("a"); most::WORDS + 1]).check(2), Err(Unlikely::TooMuch));
    let facts = PaperFacts { pages: 1, title: Some("x".repeat(most::SHORT + 1)), ..PaperFacts::default() };
    assert_eq!(facts.check(1), Err(Unlikely::TooMuch));
}

#[test]
fn a_share_is_between_nothing_and_all() {
    let page = |picture_share| PageFacts {
        page: 0,
        width: 1.0,
        height: 1.0,
        label: None,
        words: 0,
        characters: super::Characters::default(),
        pictures: 1,
        picture_share,
        needs_recognition: false,
        lacks: vec![],
    };
    assert_eq!(page(1.0).check(0), Ok(()));
    assert_eq!(page(1.5).check(0), Err(Unlikely::Place));
    assert_eq!(page(f32::NAN).check(0), Err(Unlikely::Place));
}
