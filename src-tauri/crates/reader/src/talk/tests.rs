use super::{Answer, Ask, Refusal};
use crate::paper::{PaperFacts, Unlikely, most};

#[test]
fn questions_and_answers_survive_the_pipe() {
    for ask in [
        Ask::Open { password: Some("foo".into()) },
        Ask::Facts { first: 0, count: 3 },
        Ask::PageText { page: 7 },
        Ask::PageImage { page: 7, scale: 2.0 },
    ] {
        let bytes = serde_json::to_vec(&ask).unwrap();
        assert_eq!(serde_json::from_slice::<Ask>(&bytes).unwrap(), ask);
    }
    let answer = Answer::Refused(Refusal::PasswordNeeded);
    assert_eq!(serde_json::to_string(&answer).unwrap(), r#"{"refused":"passwordNeeded"}"#);
}

#[test]
fn what_nobody_knows_is_refused() {
    for text in [r#"{"open":{"password":null,"shell":"sh"}}"#, r#"{"run":{}}"#, "[]", "{}", ""] {
        assert!(serde_json::from_str::<Ask>(text).is_err(), "{text}");
    }
}

#[test]
fn a_password_is_never_printed() {
    assert_eq!(format!("{:?}", Ask::Open { password: Some("foo".into()) }), "Open");
}

#[test]
fn an_answer_must_be_to_the_question() {
    let opened = Answer::Opened { pages: 3 };
    assert_eq!(opened.check(&Ask::Open { password: None }, 0), Ok(()));
    assert_eq!(opened.check(&Ask::PageText { page: 0 }, 3), Err(Unlikely::Astray));
    let facts = Answer::Facts { paper: PaperFacts { pages: 3, ..PaperFacts::default() }, pages: vec![] };
    assert_eq!(facts.check(&Ask::Facts { first: 0, count: 2 }, 3), Err(Unlikely::Astray));
    assert_eq!(facts.check(&Ask::Facts { first: 3, count: 2 }, 3), Ok(()));
    assert_eq!(facts.check(&Ask::Facts { first: 9, count: 2 }, 3), Ok(()));
}

#[test]
fn sizes_are_bounded() {
    let image = |width, height| Answer::PageImage { width, height, scale: 1.0 };
    let ask = Ask::PageImage { page: 0, scale: 1.0 };
    assert_eq!(image(10_000, 10_000).check(&ask, 1), Ok(()));
    assert_eq!(image(10_001, 1).check(&ask, 1), Err(Unlikely::TooMuch));
    assert_eq!(image(0, 5).check(&ask, 1), Err(Unlikely::TooMuch));
    let many = u32::try_from(most::PAGES).unwrap() + 1;
    assert_eq!(Answer::Opened { pages: many }.check(&Ask::Open { password: None }, 0), Err(Unlikely::TooMuch));
    assert_eq!(Answer::Opened { pages: 0 }.check(&Ask::Open { password: None }, 0), Err(Unlikely::TooMuch));
}
