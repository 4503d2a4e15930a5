//! Court papers and what looks like them: the class, the fields, and the hard zero.

use look_alikes::{CourtSpecimen, CourtWords, draw};
use matter::proceeding::{PaperKind, What};
use reader::paper::PageText;
use reader::recognise::{Class, Field, JudgePower, Patterns, Suggestions, Value, suggest};

use crate::score::{Score, plain};
use crate::stage;

struct Measured {
    score: Score,
    papers: usize,
    classed: usize,
    strange: Vec<String>,
    /// Orders, or commands to produce, where there is none.
    forbidden: Vec<String>,
}

fn name(class: Option<Class>) -> String {
    let value = match class {
        None => return "unknown".to_owned(),
        Some(Class::Court { kind }) => serde_json::to_value(kind),
        Some(Class::Demand { instrument }) => serde_json::to_value(instrument),
    };
    value.unwrap().as_str().unwrap().to_owned()
}

fn run(each: u64, seed: u64, read: impl Fn(&look_alikes::Drawn, u64) -> Option<Vec<PageText>>) -> Measured {
    let words = CourtWords::read().unwrap();
    let mut measured =
        Measured { score: Score::default(), papers: 0, classed: 0, strange: Vec::new(), forbidden: Vec::new() };
    for kind in 0..words.kinds() {
        for number in 0..each {
            let seed = seed + 1_000 * kind as u64 + number;
            let specimen = words.paper(kind, seed).unwrap();
            let drawn = draw(&specimen.layout, &specimen).unwrap();
            let Some(pages) = read(&drawn, seed) else {
                println!("no tesseract: scans are not measured");
                return measured;
            };
            let suggestions = suggest(&pages, &Patterns::default());
            let paper = format!("{kind}/{}/{}#{number}", specimen.class, specimen.style);
            if std::env::var("SHOW").is_ok_and(|show| show == paper) {
                println!(
                    "{}\n{specimen:#?}\n{:#?}",
                    pages.iter().map(PageText::plain).collect::<String>(),
                    suggestions
                );
            }
            judge(&mut measured, &paper, &specimen, &suggestions);
        }
    }
    measured
}

fn judge(measured: &mut Measured, paper: &str, specimen: &CourtSpecimen, suggestions: &Suggestions) {
    measured.papers += 1;
    let class = suggestions.class.as_ref().map(|classed| classed.class);
    let said = name(class);
    // An order that nobody has signed is none; that it is a draft is not for us to say.
    let wanted = if specimen.class == "unsigned" { "unknown" } else { specimen.class.as_str() };
    if said == wanted {
        measured.classed += 1;
    } else {
        measured.strange.push(format!("{paper}: {said} for {wanted}"));
    }
    let effects: Vec<String> = values(suggestions, Field::Effect);
    if specimen.class != "order"
        && matches!(class, Some(Class::Court { kind: PaperKind::Order | PaperKind::AppellateDecision }))
    {
        measured.forbidden.push(format!("{paper}: an order"));
    }
    let produces = suggestions.of(Field::Effect).any(|one| one.value == Value::Effect { what: What::Produce });
    if produces && !specimen.effects.iter().any(|effect| effect == "produce") {
        measured.forbidden.push(format!("{paper}: to produce"));
    }
    let court: Vec<String> = specimen.court_id.iter().cloned().collect();
    // A clerk's subpoena has a court and a number of its own; only papers of the court are read for them.
    if matches!(class, Some(Class::Court { .. })) {
        let score = &mut measured.score;
        score.take("court", paper, &court, &values(suggestions, Field::Court), 1.0);
        let docket: Vec<String> = specimen.docket_number.iter().map(|number| plain(number)).collect();
        score.take("docket", paper, &docket, &values(suggestions, Field::Docket), 1.0);
        score.take("effect", paper, &specimen.effects, &effects, 1.0);
        let stamp: Vec<String> = specimen.stamp.iter().map(|stamp| plain(stamp)).collect();
        let found: Vec<String> = suggestions.of(Field::FilingStamp).map(|one| plain(&one.quote)).collect();
        let stamp: Vec<String> =
            stamp.into_iter().map(|stamp| stamp.split("Page").next().unwrap_or_default().to_owned()).collect();
        score.take("stamp", paper, &stamp, &found, 1.0);
        if specimen.signed.is_some() && specimen.judge.is_some() {
            let judge: Vec<String> = specimen.judge.iter().map(|judge| plain(judge)).collect();
            score.take("judge", paper, &judge, &values(suggestions, Field::Judge), 1.0);
            let power = if specimen.judge_title.to_lowercase().contains("magistrate") {
                JudgePower::MagistrateJudge
            } else {
                JudgePower::DistrictJudge
            };
            score.take("power", paper, &[format!("{power:?}")], &values(suggestions, Field::JudgePower), 1.0);
            let date =
                |date: Option<chrono::NaiveDate>| date.map(|date| date.to_string()).into_iter().collect::<Vec<_>>();
            score.take("signed", paper, &date(specimen.signed), &values(suggestions, Field::Signed), 1.0);
            score.take("entered", paper, &date(specimen.entered), &values(suggestions, Field::Entered), 1.0);
        }
    }
}

fn values(suggestions: &Suggestions, field: Field) -> Vec<String> {
    suggestions
        .of(field)
        .map(|one| match &one.value {
            Value::Text { text } => plain(text),
            Value::Date { date } => date.to_string(),
            Value::Court { court } => court.to_string(),
            Value::Docket { docket } => plain(docket.raw()),
            Value::JudgePower { power } => format!("{power:?}"),
            Value::Effect { what } => serde_json::to_value(what).unwrap().as_str().unwrap().to_owned(),
            other => format!("{other:?}"),
        })
        .collect()
}

fn report(measured: &Measured) {
    println!("{} papers, class right in {}", measured.papers, measured.classed);
    println!("{}", measured.score.table());
    measured.strange.iter().chain(&measured.score.slips).chain(&measured.forbidden).for_each(|line| println!("{line}"));
}

#[test]
fn court_papers_and_others() {
    let measured = run(3, 7, |drawn, _| Some(stage::vector(drawn)));
    report(&measured);
    assert!(measured.forbidden.is_empty(), "{:?}", measured.forbidden);
    assert!(
        measured.classed * 100 >= measured.papers * 98,
        "class right in {} of {}",
        measured.classed,
        measured.papers
    );
}

#[test]
#[ignore = "a measurement of 290 court papers and others"]
fn court_papers_in_number() {
    let measured = run(10, 70_000, |drawn, _| Some(stage::vector(drawn)));
    report(&measured);
    println!("orders where there are none: {:?}", measured.forbidden);
}

#[test]
#[ignore = "a measurement of text recognition on court papers: minutes"]
fn court_papers_as_scans() {
    let measured = run(2, 70_000, stage::scan);
    report(&measured);
    println!("orders where there are none: {:?}", measured.forbidden);
}
