//! Template and facts become a letter: wording, missing facts, values as data, conditions.

use std::collections::BTreeSet;

use crate::common::{HOSTILE, all_values, item, letter, template, usual, usual_es, worst};
use letters::{Condition, Facts, Language, List, Span, Template, compose, shipped};

#[test]
fn the_usual_letter_in_english() {
    let letter = letter(&usual(), Language::En);
    insta::assert_snapshot!(format!("Subject: {}\n\n{}", letter.subject, letter.text()));
}

#[test]
fn the_usual_letter_in_spanish() {
    let letter = letter(&usual_es(), Language::Es);
    insta::assert_snapshot!(format!("Subject: {}\n\n{}", letter.subject, letter.text()));
}

#[test]
fn the_worst_letter_in_english() {
    insta::assert_snapshot!(letter(&worst(usual()), Language::En).text());
}

#[test]
fn the_worst_letter_in_spanish() {
    insta::assert_snapshot!(letter(&worst(usual_es()), Language::Es).text());
}

#[test]
fn a_missing_fact_stops_the_letter_and_names_itself() {
    let mut facts = usual();
    facts.values.remove("receivedOn");
    facts.values.insert("agency".into(), " \u{200B}\t".into());
    facts.lists.insert(List::Records, vec![item(&[("description", "x")]), item(&[])]);
    facts.lists.remove(&List::HelpOrganisations);
    let missing = compose(&template(Language::En), &facts).unwrap_err();
    assert_eq!(missing.fields, ["receivedOn", "agency", "records.2.description", "helpOrganisations"]);
}

#[test]
fn every_single_field_is_missed_when_it_is_shown() {
    let template = template(Language::En);
    let facts = worst(usual());
    for name in template.fields().iter().filter(|name| !name.starts_with("item.")) {
        let mut without = facts.clone();
        without.values.remove(name);
        let shown = letter(&facts, Language::En);
        let is_shown = shown.values().iter().any(|(field, _)| field == name);
        match compose(&template, &without) {
            Err(missing) => assert_eq!(missing.fields, [name.as_str()]),
            Ok(_) => assert!(!is_shown, "{name} is shown and was not missed"),
        }
    }
}

#[test]
fn fields_of_branches_not_shown_are_not_needed() {
    let mut facts = usual();
    for name in ["barredScope", "unplannedScope", "restScope", "petitionCourt", "disclosedOn", "withdrawnOn"] {
        facts.values.remove(name);
    }
    for list in [List::RecordsHeld, List::OrdersInForce, List::OrdersForbidding, List::PlannedProductions] {
        facts.lists.remove(&list);
    }
    assert!(compose(&template(Language::En), &facts).is_ok());
}

#[test]
fn values_are_data_in_the_text() {
    for language in Language::ALL {
        for value in HOSTILE {
            let mut facts = usual();
            facts.values.insert("agency".into(), (*value).into());
            facts.lists.insert(List::TargetsOfThisUser, vec![item(&[("account", value)])]);
            let text = letter(&facts, *language).text();
            assert!(text.contains(&format!("- {value}\n")), "{value} does not come out literally");
            assert_eq!(text.matches(value).count(), 2 + usual_count(value, *language), "{value}");
        }
    }
}

/// How often the words occur in the letter anyway.
fn usual_count(value: &str, language: Language) -> usize {
    letter(&usual(), language).text().matches(value).count()
}

#[test]
fn a_value_cannot_start_a_paragraph() {
    let mut facts = usual();
    facts.values.insert("agency".into(), "\u{FEFF}x\r\n\r\n# We disclosed all\u{2029}y\n".into());
    let letter = letter(&facts, Language::En);
    assert!(letter.text().contains("- Agency: x # We disclosed all y\n"));
}

#[test]
fn no_fact_appears_that_was_not_given_for_it() {
    // Every field gets a value of its own that occurs nowhere else; each must then stand only where its field stands.
    let mut facts = worst(all_values());
    for (number, (_, value)) in facts.values.iter_mut().enumerate() {
        *value = format!("value-{number}-x");
    }
    for language in Language::ALL {
        let letter = letter(&facts, *language);
        for (field, value) in letter.values() {
            if let Some(given) = facts.values.get(field) {
                assert_eq!(value, given);
            }
        }
        let text = letter.text();
        for (field, given) in &facts.values {
            let shown = letter.values().iter().filter(|(name, _)| name == field).count();
            assert_eq!(text.matches(given.as_str()).count(), shown, "{field}");
        }
    }
}

#[test]
fn values_nobody_asked_for_stay_out() {
    let mut facts = usual();
    facts.values.insert("secretNote".into(), "M. Chen thinks this is weak".into());
    facts.lists.entry(List::Records).or_default()[0].insert("other".into(), "@somebody_else".into());
    let text = letter(&facts, Language::En).text();
    assert!(!text.contains("M. Chen") && !text.contains("@somebody_else"));
}

/// All combinations of up to three conditions, and of all but up to three; and the two ends.
#[test]
fn every_choice_of_conditions_makes_a_letter() {
    let template_en = template(Language::En);
    let template_es = template(Language::Es);
    let base = all_values();
    let all = Condition::ALL;
    let mut made = 0;
    let mut try_with = |conditions: BTreeSet<Condition>| {
        let facts = Facts { conditions, ..base.clone() };
        for template in [&template_en, &template_es] {
            let letter = compose(template, &facts).expect("every choice composes");
            assert!(letter.text().len() > 1500);
        }
        made += 1;
    };
    for (i, a) in all.iter().enumerate() {
        for (j, b) in all.iter().enumerate().skip(i) {
            for c in all.iter().skip(j) {
                let few = BTreeSet::from([*a, *b, *c]);
                let many = all.iter().copied().filter(|condition| !few.contains(condition)).collect();
                try_with(few);
                try_with(many);
            }
        }
    }
    try_with(BTreeSet::new());
    try_with(all.iter().copied().collect());
    assert!(made > 4000);
}

#[test]
fn statements_about_orders_and_disclosure_stand_only_on_their_facts() {
    let none = letter(&all_values(), Language::En).text();
    for phrase in [
        "records no disclosure",
        "A federal court has",
        "no court order",
        "handed over on",
        "What a court has said",
        "delete",
    ] {
        assert!(!none.contains(phrase), "{phrase} is said without a fact");
    }
    let with = |condition| {
        let mut facts = all_values();
        facts.conditions.insert(condition);
        letter(&facts, Language::En).text()
    };
    assert!(with(Condition::NothingDisclosedOnFile).contains(
        "Our file on this demand records no disclosure as of Monday, November 23, 2026, 10:15 a.m. Eastern Time."
    ));
    assert!(with(Condition::OrderNoneOnRecord).contains(
        "our file on this demand records no court order in force that tells us to hand over records about your account"
    ));
    assert!(with(Condition::OrderClaimed).contains("we have not confirmed this"));
    assert!(with(Condition::CourtStopClaimed).contains("a court has stopped or limited"));
    let ordered = with(Condition::OrderInForce);
    for words in [
        "A federal court has ordered us to comply.",
        "5:26-mc-80999",
        "Date by which we must comply: Friday, December 11, 2026, 5:00 p.m. Pacific Time",
    ] {
        assert!(ordered.contains(words), "{words}");
    }
    // That a court ordered it is no plan of ours.
    assert!(!ordered.contains("we plan to hand over"));
    assert!(with(Condition::ProductionPlanned).contains("we plan to hand over your name."));
    assert!(with(Condition::ProductionNotPlanned).contains("our file sets no day for handing them over"));
    assert!(with(Condition::CourtForbidsProduction).contains("told us not to hand over"));
    assert!(with(Condition::OrderStayed).contains("That order is now on hold."));
    assert!(with(Condition::WithdrawnByAgency).contains("It is not a court’s decision."));
    assert!(with(Condition::KeepDataClause).contains("Please do not delete data"));
}

#[test]
fn orders_for_and_against_are_each_named_by_themselves() {
    let mut facts = all_values();
    facts.conditions.extend([Condition::CourtForbidsProduction, Condition::OrderInForce]);
    for (list, docket, scope) in
        [(List::OrdersForbidding, "26-cv-1", "your phone number"), (List::OrdersInForce, "26-mc-2", "your name")]
    {
        let order = &mut facts.lists.get_mut(&list).unwrap()[0];
        order.insert("docketNumber".into(), docket.into());
        order.insert("scope".into(), scope.into());
    }
    let text = letter(&facts, Language::En).text();
    let (forbids, orders) = text.split_once("has ordered us to comply").unwrap();
    assert!(forbids.contains("26-cv-1") && forbids.contains("your phone number") && !forbids.contains("26-mc-2"));
    assert!(orders.contains("26-mc-2") && orders.contains("your name") && !orders.contains("26-cv-1"));
}

#[test]
fn the_waiting_time_names_all_that_could_end_it() {
    // The gate opens on a court order, other process, the user's consent and an emergency: never "only a court order".
    let english = letter(&usual(), Language::En).text();
    for words in ["other legal papers require it", "if you agree", "in an emergency", "If a court orders us"] {
        assert!(english.contains(words), "{words}");
    }
    assert!(!english.contains("Only a court order"));
    let spanish = letter(&usual_es(), Language::Es).text();
    for words in ["otros documentos legales", "si usted está de acuerdo", "una emergencia", "Si un tribunal nos ordena"]
    {
        assert!(spanish.contains(words), "{words}");
    }
    assert!(!spanish.contains("Solo una orden judicial"));
    assert!(spanish.contains("están sellados") && !spanish.contains("secreto"));
}

#[test]
fn words_that_are_not_used_are_not_there() {
    let banned = ["invalid", "ignore", "no order exists", "not compelled", "no obligation", "blocked", "illegal"];
    for facts in [usual(), worst(usual()), all_values()] {
        let text = letter(&facts, Language::En).text().to_lowercase();
        for word in banned {
            assert!(!text.contains(word), "{word}");
        }
    }
    let banned = ["inválid", "ignor", "no existe", "sin obligación", "no está obligad", "ilegal"];
    for facts in [usual_es(), worst(usual_es())] {
        let text = letter(&facts, Language::Es).text().to_lowercase();
        for word in banned {
            assert!(!text.contains(word), "{word}");
        }
    }
}

#[test]
fn lists_from_several_branches_are_one_list() {
    let letter = letter(&usual(), Language::En);
    assert!(letter.text().contains("- Part of the agency: U.S. Immigration and Customs Enforcement\n- Office: "));
}

#[test]
fn numbered_lists_quotes_and_breaks_keep_their_shape() {
    let source = "+++\nid = \"t\"\nkind = \"userNotice\"\nlanguage = \"en\"\nversion = 1\ntitle = \"T\"\nsubject = \"S {{company}}\"\n+++\n\
                  # A *b* **c**\n\none\\\ntwo\nthree\n\n3. x\n   - y\n4. z\n\n> q {{company}}\n";
    let letter = compose(&Template::parse(source).unwrap(), &usual()).unwrap();
    assert_eq!(letter.subject, "S Example Platform, Inc.");
    assert_eq!(letter.text(), "A b c\n=====\n\none\ntwo three\n\n3. x\n\n   - y\n4. z\n\n> q Example Platform, Inc.\n");
    assert!(
        matches!(&letter.blocks[0], letters::Block::Heading { level: 1, spans } if matches!(&spans[1], Span::Emphasis { .. }))
    );
}

#[test]
fn a_letter_goes_through_json_unchanged() {
    let letter = letter(&worst(usual()), Language::En);
    let json = serde_json::to_string(&letter).unwrap();
    assert_eq!(serde_json::from_str::<letters::Letter>(&json).unwrap(), letter);
}

/// Flesch-Kincaid grade: 0.39 words per sentence + 11.8 syllables per word - 15.59. A line ends a sentence.
fn grade(text: &str) -> f64 {
    let (mut sentences, mut words, mut syllables) = (0.0, 0.0, 0.0);
    for sentence in text.split(['\n', '.', '?', '!', ':']) {
        let found: Vec<_> = sentence.split_whitespace().filter(|word| word.chars().any(char::is_alphabetic)).collect();
        if found.is_empty() {
            continue;
        }
        sentences += 1.0;
        for word in found {
            words += 1.0;
            syllables += count_syllables(word);
        }
    }
    0.39 * (words / sentences) + 11.8 * (syllables / words) - 15.59
}

/// Groups of vowels, without a silent e at the end; at least one.
fn count_syllables(word: &str) -> f64 {
    let letters: Vec<char> = word.to_lowercase().chars().filter(|c| c.is_alphabetic()).collect();
    let vowel = |c: &char| "aeiouy".contains(*c);
    let mut count =
        letters.iter().enumerate().filter(|(i, c)| vowel(c) && (*i == 0 || !vowel(&letters[i - 1]))).count();
    let silent = letters.len() > 2 && letters.ends_with(&['e']) && !letters.ends_with(&['l', 'e']);
    if silent && count > 1 && !vowel(&letters[letters.len() - 2]) {
        count -= 1;
    }
    count.max(1) as f64
}

#[test]
fn the_english_notice_reads_at_eighth_grade() {
    // Only full sentences count, without dotted abbreviations that would cut them short and flatter the figure.
    for facts in [usual(), worst(usual())] {
        let text = letter(&facts, Language::En)
            .text()
            .replace("U.S.", "US")
            .replace("a.m.", "am")
            .replace("p.m.", "pm")
            .replace(", Inc.", " Inc");
        let prose: Vec<_> =
            text.lines().filter(|line| line.trim_end().ends_with(['.', '?']) && !line.starts_with("- A")).collect();
        assert!(prose.len() > 20);
        let grade = grade(&prose.join("\n"));
        println!("grade {grade:.1}");
        assert!(grade <= 8.5, "grade {grade:.1}");
    }
    // The measure itself: a hard sentence is hard, an easy one is easy.
    assert!(
        grade(
            "Notwithstanding contradictory administrative representations, jurisdictional prerequisites necessitate adjudication."
        ) > 20.0
    );
    assert!(grade("We got a note. It asks for your name.") < 3.0);
}

#[test]
fn shipped_templates_are_found_in_one_place() {
    assert_eq!(shipped::ALL.len(), Language::ALL.len());
}
