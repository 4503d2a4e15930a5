//! What a template may and may not hold, and that faults name their line.

use letters::{Condition, FIELDS, Kind, Language, List, Problem, Template, TemplateFault, shipped};

const HEAD: &str =
    "+++\nid = \"t\"\nkind = \"userNotice\"\nlanguage = \"en\"\nversion = 3\ntitle = \"T\"\nsubject = \"S\"\n+++\n";

fn fault(body: &str) -> TemplateFault {
    Template::parse(&format!("{HEAD}{body}")).expect_err("must be refused")
}

fn at(line: usize, problem: Problem) -> TemplateFault {
    TemplateFault { line, problem }
}

#[test]
fn the_shipped_templates_speak_of_the_same_things() {
    let en = Template::parse(shipped::USER_NOTICE_EN).unwrap();
    let es = Template::parse(shipped::USER_NOTICE_ES).unwrap();
    assert_eq!(en.fields(), es.fields());
    assert_eq!(en.conditions(), es.conditions());
    assert_eq!(en.lists(), es.lists());
    let ids = |t: &Template| t.clauses().iter().map(|clause| clause.id.clone()).collect::<Vec<_>>();
    assert_eq!(ids(&en), ids(&es), "same locked clauses in the same order");
    assert_eq!((en.id(), en.kind(), en.language()), ("user-notice", Kind::UserNotice, Language::En));
    assert_eq!((es.id(), es.kind(), es.language()), ("user-notice", Kind::UserNotice, Language::Es));
    assert_ne!(en.digest(), es.digest());
}

#[test]
fn the_user_notice_uses_every_field_condition_and_list_there_is() {
    let en = Template::parse(shipped::USER_NOTICE_EN).unwrap();
    for field in FIELDS {
        assert!(en.fields().contains(field.name), "{} is on the list and in no letter", field.name);
    }
    assert_eq!(en.conditions(), Condition::ALL.iter().copied().collect());
    assert_eq!(en.lists(), List::ALL.iter().copied().collect());
}

#[test]
fn names_go_both_ways() {
    for condition in Condition::ALL {
        assert_eq!(Condition::named(condition.name()), Some(*condition));
        assert_eq!(serde_json::to_value(condition).unwrap(), condition.name());
    }
    for list in List::ALL {
        assert_eq!(List::named(list.name()), Some(*list));
        assert_eq!(serde_json::to_value(list).unwrap(), list.name());
    }
    assert_eq!(Condition::named("OrderInForce"), None);
}

#[test]
fn unknown_names_are_refused_with_their_line() {
    assert_eq!(fault("one\n\ntwo {{nobody}}\n"), at(11, Problem::UnknownField("nobody".into())));
    assert_eq!(fault("a\nb {{company}} c\nd {{Company}}\n"), at(11, Problem::UnknownField("Company".into())));
    assert_eq!(fault("::: when sunny\nx\n:::\n"), at(9, Problem::UnknownCondition("sunny".into())));
    assert_eq!(fault("::: each friends\nx\n:::\n"), at(9, Problem::UnknownList("friends".into())));
    assert_eq!(
        fault("x\n::: unless orderInForce\nx\n:::\n"),
        at(10, Problem::UnknownBlock(" unless orderInForce".into()))
    );
    assert_eq!(
        fault("::: when orderInForce orderClaimed\nx\n:::\n"),
        at(9, Problem::UnknownBlock(" when orderInForce orderClaimed".into()))
    );
    assert_eq!(fault("- {{item.description}}\n"), at(9, Problem::FieldOutsideList("item.description".into())));
    assert_eq!(
        fault("::: each records\n- {{item.name}}\n:::\n"),
        at(10, Problem::FieldOutsideList("item.name".into()))
    );
    assert_eq!(fault("x {{company y\n"), at(9, Problem::UnclosedField));
    assert_eq!(fault("x {{7*7}}\n"), at(9, Problem::UnknownField("7*7".into())));
}

#[test]
fn blocks_close_and_nest_as_they_must() {
    assert_eq!(fault("a\n::: when orderInForce\nb\n::: when copyAttached\nc\n:::\n"), at(10, Problem::UnclosedBlock));
    assert_eq!(fault("a\n:::\n"), at(10, Problem::NothingToClose));
    assert_eq!(fault("a\n::: else\n"), at(10, Problem::StrayElse));
    assert_eq!(fault("::: when copyAttached\na\n::: else\nb\n::: else\nc\n:::\n"), at(13, Problem::StrayElse));
    assert_eq!(fault("::: each records\n::: each records\nx\n:::\n:::\n"), at(10, Problem::Nesting));
    assert_eq!(fault("::: locked a\n::: locked b\nx\n:::\n:::\n"), at(10, Problem::Nesting));
    assert_eq!(fault("::: locked\nx\n:::\n"), at(9, Problem::ClauseId));
    assert_eq!(fault("::: locked A_b\nx\n:::\n"), at(9, Problem::ClauseId));
    assert_eq!(fault("::: locked a\nx\n:::\n::: locked a\ny\n:::\n"), at(12, Problem::ClauseTwice("a".into())));
    assert_eq!(fault("\n\n"), at(9, Problem::Empty));
}

#[test]
fn only_the_subset_of_markdown_is_taken() {
    assert_eq!(fault("a [b](http://c.example)\n"), at(9, Problem::NotInSubset("a link")));
    assert_eq!(fault("a\n\n![b](c.png)\n"), at(11, Problem::NotInSubset("an image")));
    assert_eq!(fault("a `b`\n"), at(9, Problem::NotInSubset("code")));
    assert_eq!(fault("a\n\n    b\n"), at(11, Problem::NotInSubset("code")));
    assert_eq!(fault("a\n\n<b>c</b>\n"), at(11, Problem::NotInSubset("HTML")));
    assert_eq!(fault("a\n\n***\n"), at(11, Problem::NotInSubset("a rule")));
    assert_eq!(fault("## a\n"), at(9, Problem::HeadingLevel));
    assert_eq!(fault("# a\n\n### b\n"), at(11, Problem::HeadingLevel));
}

#[test]
fn the_head_is_checked() {
    let parse = |source: &str| Template::parse(source).expect_err("must be refused");
    assert_eq!(parse("# a\n"), at(1, Problem::NoHead));
    assert_eq!(parse("+++\nid = 1\n"), at(1, Problem::NoHead));
    let wrong = |from: &str, to: &str| parse(&format!("{}text\n", HEAD.replace(from, to)));
    assert_eq!(wrong("title = \"T\"", "title = \"T {{company}}\""), at(6, Problem::FieldInTitle));
    assert_eq!(wrong("subject = \"S\"", "subject = \"S {{nobody}}\""), at(7, Problem::UnknownField("nobody".into())));
    assert!(matches!(wrong("\"en\"", "\"xx\""), TemplateFault { line: 4, problem: Problem::Head(_) }));
    assert!(matches!(wrong("\"userNotice\"", "\"poem\""), TemplateFault { line: 3, problem: Problem::Head(_) }));
    assert!(matches!(wrong("version = 3", "version = 3\nextra = 1"), TemplateFault { problem: Problem::Head(_), .. }));
    assert_eq!(wrong("\"en\"", "\"xx\"").to_string().split(':').next(), Some("line 4"));
}

#[test]
fn a_changed_clause_changes_its_digest_and_the_template() {
    let source = shipped::USER_NOTICE_EN;
    let changed = source.replace("It is not a court order.", "It is not a court order!");
    let (before, after) = (Template::parse(source).unwrap(), Template::parse(&changed).unwrap());
    assert_ne!(before.digest(), after.digest());
    let different: Vec<_> =
        before.clauses().iter().zip(after.clauses()).filter(|(a, b)| a != b).map(|(a, _)| a.id.as_str()).collect();
    assert_eq!(different, ["not-a-court-order"]);
}
