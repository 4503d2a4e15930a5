//! Who signed, with which power, and when. Judge is not judge: a magistrate judge's paper may be no order at all.

use std::ops::Range;

use chrono::NaiveDate;

use crate::recognise::form::suggestion;
use crate::recognise::sheet::Sheet;
use crate::recognise::value::{date_in, is_name, regex};
use matter::suggestion::{Field, JudgePower, Method, Suggestion, Value};

/// A judge's block at the end of a paper.
#[derive(Debug, Clone, Default)]
pub(super) struct Signed {
    power: Option<(JudgePower, Range<usize>)>,
    name: Option<(String, Range<usize>)>,
    /// "/s/" stands there.
    mark: Option<Range<usize>>,
    date: Option<(NaiveDate, Range<usize>)>,
    entered: Option<(NaiveDate, Range<usize>)>,
}

impl Signed {
    /// A judge is named, and the paper shows that the judge signed: a mark, or the date that is filled in.
    pub(super) fn is_signed(&self) -> bool {
        self.name.is_some() && self.power.is_some() && (self.mark.is_some() || self.date.is_some())
    }

    pub(super) fn spans(&self) -> Vec<Range<usize>> {
        [
            self.mark.clone(),
            self.name.as_ref().map(|(_, span)| span.clone()),
            self.power.as_ref().map(|(_, span)| span.clone()),
        ]
        .into_iter()
        .flatten()
        .collect()
    }

    pub(super) fn quote(&self, sheet: &Sheet) -> String {
        self.spans().iter().map(|span| sheet.quote(span)).collect::<Vec<_>>().join(" ")
    }

    pub(super) fn suggestions(&self, sheet: &Sheet) -> Vec<Suggestion> {
        let mut all = Vec::new();
        if let Some((name, span)) = &self.name {
            let value = Value::Text { text: name.clone() };
            all.push(suggestion(sheet, Field::Judge, value, std::slice::from_ref(span), Method::Label, 0.9));
        }
        if let Some((power, span)) = &self.power {
            let value = Value::JudgePower { power: *power };
            all.push(suggestion(sheet, Field::JudgePower, value, std::slice::from_ref(span), Method::Shape, 0.9));
        }
        let dates = [(Field::Signed, &self.date), (Field::Entered, &self.entered)];
        for (field, date) in dates {
            if let Some((date, span)) = date {
                all.push(suggestion(
                    sheet,
                    field,
                    Value::Date { date: *date },
                    std::slice::from_ref(span),
                    Method::Label,
                    0.9,
                ));
            }
        }
        all
    }
}

/// The last judge's block of a paper.
pub(super) fn find(sheet: &Sheet) -> Option<Signed> {
    let title = regex!(
        r"(?i)^\W*(?:(?:chief|senior)\s+)?(?:(?:united\s+states|u\.\s?s\.)\s+)?(?:(?:chief|senior)\s+)?(district|magistrate|circuit)\s+(?:court\s+)?judge\b\W*$"
    )?;
    let joined = regex!(
        r"(?i)^(.{4,50}?),\s+((?:chief\s+|senior\s+)?(?:united\s+states|u\.\s?s\.)\s+(?:chief\s+|senior\s+)?(district|magistrate|circuit)\s+judge)\W*$"
    )?;
    let mut found = None;
    for (at, segment) in sheet.segments.iter().enumerate() {
        let text = sheet.get(&segment.span);
        let captured = title.captures(text).map(|captures| (captures, None)).or_else(|| {
            joined.captures(text).map(|captures| {
                let name = captures.get(1).map(|name| name.as_str().to_owned());
                (captures, name)
            })
        });
        let Some((captures, with_name)) = captured else { continue };
        let word = captures.get(captures.len() - 1).map_or("", |word| word.as_str()).to_lowercase();
        let power = match word.as_str() {
            "magistrate" => JudgePower::MagistrateJudge,
            "circuit" => JudgePower::AppellatePanel,
            _ => JudgePower::DistrictJudge,
        };
        let mut signed = Signed { power: Some((power, segment.span.clone())), ..Signed::default() };
        match with_name.filter(|name| is_name(name)) {
            Some(name) => signed.name = Some((name, segment.span.clone())),
            None => above(sheet, at, &mut signed),
        }
        found = Some(signed);
    }
    let mut signed = found?;
    signed.date = signed_on(sheet);
    signed.entered = entered_on(sheet);
    Some(signed)
}

/// The lines above a judge's title: the name, and perhaps the mark of an electronic signature.
fn above(sheet: &Sheet, at: usize, signed: &mut Signed) {
    let Some(title) = sheet.segments.get(at) else { return };
    let mut near: Vec<&crate::recognise::sheet::Segment> = sheet
        .on_page(title.page)
        .map(|(_, segment)| segment)
        .filter(|segment| {
            segment.shares_width(title)
                && segment.middle() < title.middle() - 2.0
                && title.top - segment.bottom < 5.0 * title.height()
        })
        .collect();
    near.sort_by(|a, b| b.middle().total_cmp(&a.middle()));
    for segment in near.into_iter().take(3) {
        let text = sheet.get(&segment.span);
        let mark = regex!(r"(?i)^\W*/?\s?s\s?/\s*")
            .and_then(|mark| mark.find(text))
            .filter(|mark| mark.as_str().contains('/'));
        let rest = mark.map_or(text, |mark| text.get(mark.end()..).unwrap_or_default());
        let rest = regex!(r"(?i)^(?:the\s+)?hon(?:orable|\.)?\s+")
            .and_then(|hon| hon.find(rest))
            .map_or(rest, |hon| rest.get(hon.end()..).unwrap_or_default());
        if mark.is_some() {
            signed.mark = Some(segment.span.clone());
        }
        if signed.name.is_none() && is_name(rest) {
            let start = segment.span.end - rest.len();
            signed.name = Some((rest.trim().trim_end_matches(',').to_owned(), start..segment.span.end));
        }
    }
}

/// "Dated: …", "SO ORDERED this … day of …", "Signed on …".
fn signed_on(sheet: &Sheet) -> Option<(NaiveDate, Range<usize>)> {
    let lead = regex!(
        r"(?im)(?:^\W*(?:dated|date|signed|done\s+and\s+ordered|dated\s+and\s+signed)\b(?:\s+(?:this|on|at\s+[^,\n]{2,40},?))?\s*:?\s*(?:this\s+)?(?:the\s+)?|\bso\s+ordered,?\s+(?:on\s+)?(?:this\s+)?(?:the\s+)?|\b(?:entered|signed)\s+this\s+(?:the\s+)?|\bit\s+is\s+so\s+ordered\.?\s+(?:dated:?\s+)?(?:this\s+)?)"
    )?;
    lead.find_iter(&sheet.text).filter_map(|found| after(sheet, found.end())).last()
}

fn entered_on(sheet: &Sheet) -> Option<(NaiveDate, Range<usize>)> {
    let lead = regex!(
        r"(?m)(?:\bENTERED\s*:\s*|(?i)^\W*entered\b(?:\s+on(?:\s+the)?\s+docket)?(?:\s+on)?\s*:?\s*|\b(?:date\s+entered|entered\s+on(?:\s+the)?\s+docket(?:\s+on)?|filed\s+and\s+entered(?:\s+on)?)\s*:?\s*)"
    )?;
    lead.find_iter(&sheet.text).filter_map(|found| after(sheet, found.end())).last()
}

/// A date that begins right here.
fn after(sheet: &Sheet, at: usize) -> Option<(NaiveDate, Range<usize>)> {
    let window: String = sheet.text.get(at..)?.chars().take(60).collect();
    let (date, place) = date_in(&window).filter(|(_, place)| place.start <= 3)?;
    Some((date, at + place.start..at + place.end))
}
