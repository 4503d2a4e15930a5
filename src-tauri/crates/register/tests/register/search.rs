//! Finding words: in what is recorded, brought up with each act, and on the pages of papers as they are read.

use matter::ids::{DemandId, DocumentId};
use matter::journal::Subject;
use matter::search::{Part, Query};
use register::{Finding, HitPlace, ONE_READING, PageWords, ReadingEnd, Register, SearchFilter, workshop};

use crate::stage::{Stage, at, findings, logged, random_id};

fn page(number: u32, text: &str) -> PageWords {
    PageWords { number, recognised: false, short: false, text: text.to_owned(), words: text.as_bytes().to_vec() }
}

fn read(stage: &Stage, paper: DocumentId, texts: &[&str]) {
    stage.register.begin_reading(paper, "1", "").unwrap();
    let pages: Vec<_> = (0..).zip(texts).map(|(number, text)| page(number, text)).collect();
    stage.register.keep_pages(paper, &pages).unwrap();
    let end = ReadingEnd { pages: Some(pages.len() as u32), why: String::new(), pictures: 0, troubled: 0, inside: 0 };
    stage.register.end_reading(paper, &end).unwrap();
}

fn found(register: &Register, typed: &str, filter: &SearchFilter) -> Vec<HitPlace> {
    let found = register.search(&Query::read(typed), filter, 100).unwrap();
    found.hits.into_iter().map(|hit| hit.place).collect()
}

fn everywhere(register: &Register, typed: &str) -> Vec<HitPlace> {
    found(register, typed, &SearchFilter::everywhere())
}

fn record(demand: DemandId, part: Part) -> HitPlace {
    HitPlace::Record { subject: Subject::Demand(demand), part }
}

#[test]
fn what_is_recorded_is_found_with_the_act_that_recorded_it_and_no_longer_when_it_changed() {
    let root = tempfile::tempdir().unwrap();
    let stage = Stage::new(root.path());
    let (one, other) = (DemandId(random_id()), DemandId(random_id()));
    stage.act(vec![logged(one, "2026-0001", "Órbita Platform, Inc.", 1)], 10).unwrap();
    stage.act(vec![logged(other, "2026-0002", "Example Platform, Inc.", 2)], 11).unwrap();
    assert_eq!(everywhere(&stage.register, "orbita"), [record(one, Part::Recipient)]);
    assert_eq!(everywhere(&stage.register, "RIVER_LANTERN_88").len(), 2);
    stage.act(vec![Stage::note(one, 1, "the caller spoke of a sealed order")], 12).unwrap();
    assert_eq!(everywhere(&stage.register, "sealed order"), [record(one, Part::Note)]);
    assert_eq!(everywhere(&stage.register, "sealed lantern"), [], "all words in one place");
    assert_eq!(everywhere(&stage.register, "2026-0002"), [record(other, Part::Reference)]);
    // Two in one act, and what was recorded stays found after opening again.
    let stage = stage.reopen();
    assert_eq!(everywhere(&stage.register, "\"spoke of a sealed\""), [record(one, Part::Note)]);
    assert_eq!(findings(&stage.register), []);
}

#[test]
fn pages_are_found_in_any_spelling_with_their_paper_its_name_and_its_demands() {
    let root = tempfile::tempdir().unwrap();
    let stage = Stage::new(root.path());
    let (one, other) = (DemandId(random_id()), DemandId(random_id()));
    stage.act(vec![logged(one, "2026-0001", "Example Platform, Inc.", 1)], 10).unwrap();
    stage.act(vec![logged(other, "2026-0002", "Example Platform, Inc.", 500)], 11).unwrap();
    let paper = stage.attach(one, 1, b"a paper").unwrap();
    stage.attach(other, 1, b"the same paper").unwrap();
    read(&stage, paper, &["Call (415) 555-0134 before noon.", "UNITED STATES DISTRICT COURT\nNo. 3:26-mc-80416"]);
    let place = |number| HitPlace::Page { document: paper, number, recognised: false, name: "letter.pdf".to_owned() };
    for typed in ["415.555.0134", "+1 415 555 0134", "4155550134", "call noon"] {
        assert_eq!(everywhere(&stage.register, typed), [place(0)], "{typed}");
    }
    assert_eq!(everywhere(&stage.register, "26-MC-80416"), [place(1)]);
    for typed in ["dis*", "DIST*", "distr*", "district*", "uni* dist*", "STÁ* court"] {
        assert_eq!(everywhere(&stage.register, typed), [place(1)], "{typed}");
    }
    assert_eq!(everywhere(&stage.register, "distrit*"), []);
    let hit = &stage.register.search(&Query::read("district"), &SearchFilter::everywhere(), 10).unwrap().hits[0];
    assert_eq!(hit.demands.iter().map(|one| one.reference.as_str()).collect::<Vec<_>>(), ["2026-0001"]);
    let kept = stage.register.page_words(paper, 1).unwrap().unwrap();
    assert_eq!((kept.words.as_slice(), kept.reader.as_str()), (hit.text.as_bytes(), "1"));
    // Read again, other words: the old ones are gone from every place.
    stage.register.read_again(Some(paper)).unwrap();
    assert_eq!(stage.register.unread("1", "").unwrap().len(), 2);
    assert_eq!(everywhere(&stage.register, "noon").len(), 1, "found until it is read again");
    read(&stage, paper, &["Other words."]);
    assert_eq!(everywhere(&stage.register, "noon"), []);
    assert_eq!(everywhere(&stage.register, "other words"), [place(0)]);
    assert_eq!(stage.register.page_words(paper, 1).unwrap(), None);
    assert_eq!(findings(&stage.register), []);
}

#[test]
fn filters_hold_and_within_one_demand_nothing_is_left_out() {
    let root = tempfile::tempdir().unwrap();
    let stage = Stage::new(root.path());
    let demands: Vec<DemandId> = (0..40).map(|_| DemandId(random_id())).collect();
    for (number, demand) in (0..).zip(&demands) {
        stage.act(vec![logged(*demand, &format!("2026-{number:04}"), "Example", number * 86_400)], 10).unwrap();
        let paper = stage.attach(*demand, 1, format!("paper {number}").as_bytes()).unwrap();
        read(&stage, paper, &["subpoena of the agency"; 12]);
    }
    let all = stage.register.search(&Query::read("subpoena"), &SearchFilter::everywhere(), 50).unwrap();
    assert!(all.newest_only && all.more && all.hits.len() == 50, "480 pages are more than are weighed");
    let oldest = SearchFilter { demand: Some(demands[0]), ..SearchFilter::everywhere() };
    let here = stage.register.search(&Query::read("subpoena"), &oldest, 50).unwrap();
    assert_eq!((here.hits.len(), here.more, here.newest_only), (12, false, false));
    let days = SearchFilter {
        received_from: Some(at(3 * 86_400)),
        received_before: Some(at(5 * 86_400)),
        ..SearchFilter::everywhere()
    };
    assert_eq!(found(&stage.register, "subpoena", &days).len(), 24, "two days of demands");
    let closed = SearchFilter { open: Some(false), ..SearchFilter::everywhere() };
    assert_eq!(found(&stage.register, "subpoena", &closed), []);
    let recorded = SearchFilter { pages: false, ..SearchFilter::everywhere() };
    assert_eq!(found(&stage.register, "subpoena", &recorded), []);
    assert_eq!(found(&stage.register, "letter.pdf", &recorded).len(), 40);
}

#[test]
fn a_reading_goes_on_where_it_was_left_off() {
    let root = tempfile::tempdir().unwrap();
    let stage = Stage::new(root.path());
    let demand = DemandId(random_id());
    stage.act(vec![logged(demand, "2026-0001", "Example", 1)], 10).unwrap();
    let paper = stage.attach(demand, 1, b"three pages").unwrap();
    assert_eq!(stage.register.unread("1", "tesseract 5").unwrap(), [paper]);
    assert!(stage.register.keep_pages(paper, &[page(0, "nothing was begun")]).is_err());
    assert!(stage.register.begin_reading(paper, "1", "tesseract 5").unwrap().is_empty());
    stage.register.keep_pages(paper, &[page(0, "one"), PageWords { recognised: true, ..page(1, "two") }]).unwrap();
    let stage = stage.reopen();
    assert_eq!(stage.register.unread("1", "tesseract 5").unwrap(), [paper]);
    let known = stage.register.begin_reading(paper, "1", "tesseract 5").unwrap();
    let known: Vec<_> = known.into_iter().map(|(number, page)| (number, page.recognised)).collect();
    assert_eq!(known, [(0, false), (1, true)]);
    let end = |pictures| ReadingEnd { pages: Some(3), why: String::new(), pictures, troubled: 0, inside: 0 };
    stage.register.end_reading(paper, &end(0)).unwrap();
    assert_eq!(stage.register.unread("1", "tesseract 5").unwrap(), []);
    // Another reader reads everything again; new text recognition only what it was missed for.
    assert_eq!(stage.register.unread("2", "tesseract 5").unwrap(), [paper]);
    assert_eq!(stage.register.unread("1", "tesseract 6").unwrap(), []);
    assert!(stage.register.begin_reading(paper, "1", "").unwrap().is_empty());
    stage.register.end_reading(paper, &end(1)).unwrap();
    assert_eq!(stage.register.unread("1", "").unwrap(), []);
    assert_eq!(stage.register.unread("1", "tesseract 5").unwrap(), [paper]);
    // A picture read once only is read again once it can be read twice.
    let once = format!("tesseract 5{ONE_READING}");
    stage.register.begin_reading(paper, "1", &once).unwrap();
    stage.register.keep_pages(paper, &[page(0, "one"), page(1, "two"), page(2, "three")]).unwrap();
    stage.register.end_reading(paper, &end(1)).unwrap();
    assert_eq!(stage.register.unread("1", "tesseract 5").unwrap(), [], "it has no picture");
    stage.register.begin_reading(paper, "1", "").unwrap();
    stage.register.begin_reading(paper, "1", &once).unwrap();
    stage.register.keep_pages(paper, &[PageWords { recognised: true, ..page(0, "one") }]).unwrap();
    stage.register.end_reading(paper, &end(1)).unwrap();
    for (recogniser, again) in [(once.as_str(), false), ("", false), ("tesseract 5", true)] {
        assert_eq!(!stage.register.unread("1", recogniser).unwrap().is_empty(), again, "{recogniser}");
    }
    let counted = stage.register.reading_count().unwrap();
    assert_eq!((counted.papers, counted.ended, counted.troubled), (1, 1, 1));
    assert_eq!(stage.register.reading_troubles(10).unwrap()[0].end, end(1));
}

#[test]
fn text_of_every_sort_is_found_or_not_and_the_register_stays_sound() {
    let root = tempfile::tempdir().unwrap();
    let stage = Stage::new(root.path());
    let demand = DemandId(random_id());
    let odd = "a\0b \u{202e}rtl\u{202c} \u{1}\u{7f} \u{feff}\u{fffd} 𝔘𝔫𝔦 e\u{301}\u{301} \"quotes\" OR words : * NEAR(x) 传票";
    stage.act(vec![logged(demand, "2026-0001", odd, 1)], 10).unwrap();
    stage.act(vec![Stage::note(demand, 1, odd)], 11).unwrap();
    let paper = stage.attach(demand, 2, b"odd").unwrap();
    read(&stage, paper, &[odd, "", &"x".repeat(100_000), &odd.repeat(500)]);
    for typed in ["\"", "*", "a\0b", "NEAR(", "words : a", "\" OR \"", "(", "col:x", "-", "'; DROP TABLE page"] {
        let _any = everywhere(&stage.register, typed);
    }
    assert!(everywhere(&stage.register, "传票").len() >= 2);
    assert!(everywhere(&stage.register, "uni rtl").len() >= 2);
    stage.act(vec![Stage::note(demand, 3, "and now another")], 12).unwrap();
    read(&stage, paper, &["plain"]);
    assert_eq!(findings(&stage.register), []);
    let stage = stage.reopen();
    stage.register.rebuild_queue().unwrap();
    assert_eq!(findings(&stage.register), []);
    assert!(everywhere(&stage.register, "传票").len() >= 2);
}

#[test]
fn a_record_that_was_changed_or_hidden_is_found_by_verify() {
    let root = tempfile::tempdir().unwrap();
    let stage = Stage::new(root.path());
    let demand = DemandId(random_id());
    stage.act(vec![logged(demand, "2026-0001", "Example", 1)], 10).unwrap();
    let paper = stage.attach(demand, 1, b"a paper").unwrap();
    read(&stage, paper, &["one page"]);
    for change in [
        "UPDATE record SET text = 'another' WHERE part = 'recipient'",
        "DELETE FROM record WHERE part = 'target'",
        "INSERT INTO record (subject, part, text) VALUES ('demand/00000000-0000-7000-8000-000000000001', 'note', 'x')",
        "DELETE FROM held",
        "INSERT INTO record_index (record_index) VALUES ('delete-all')",
        "INSERT INTO page_index (page_index) VALUES ('delete-all')",
        "DELETE FROM page_words; DELETE FROM page",
        "INSERT INTO queue_gram (queue_gram) VALUES ('delete-all')",
    ] {
        stage.register.rebuild_queue().unwrap();
        assert_eq!(findings(&stage.register), [], "before {change}");
        let raw = workshop::connection(&stage.setting, &stage.founded.founder).unwrap();
        raw.execute_batch(change).unwrap();
        drop(raw);
        let found = findings(&stage.register);
        assert!(found.iter().any(|one| matches!(one, Finding::Queue { .. })), "{change}: {found:?}");
    }
}
