//! Search: where words stand, and how far the papers are read that they may stand in.

use std::ops::Range;

use chrono::NaiveDate;
use chrono_tz::Tz;
use contract::{
    Fault, HitDemand, HitPlace, PauseReadingRequest, ReadAgainRequest, ReadingTrouble, ReadingView, SearchFound,
    SearchHit, SearchKind, SearchRequest, SearchWithin,
};
use matter::journal::Subject;
use matter::place::Rect;
use matter::search::Query;
use matter::time::Instant;
use matter::wire::Count53;
use reader::paper::PageText;
use register::{Hit, HitPlace as Place, Register, SearchFilter};

use crate::Desk;
use crate::faults::fault;
use crate::reading::page_text;

/// Hits of one answer at most.
const MOST: u16 = 200;
/// Troubles that are listed.
const TROUBLES: usize = 100;

impl Desk {
    pub(crate) fn find(&self, request: &SearchRequest) -> Result<SearchFound, Fault> {
        let open = self.started()?;
        let query = Query::read(&request.text);
        let filter = filter(&request.within, open.settings()?.zone);
        let limit = usize::from(request.limit.clamp(1, MOST));
        let found = open.register.search(&query, &filter, limit).map_err(fault)?;
        let hits = found.hits.into_iter().map(|hit| shown(&open.register, &query, hit));
        Ok(SearchFound {
            hits: hits.collect::<Result<_, _>>()?,
            more: found.more,
            newest_only: found.newest_only,
            identifiers: query.identifiers(),
            reading: self.reading_view(&open.register, false)?,
        })
    }

    pub(crate) fn show_reading(&self) -> Result<ReadingView, Fault> {
        self.reading_view(&self.started()?.register, true)
    }

    pub(crate) fn pause_or_go_on(&self, request: PauseReadingRequest) -> Result<ReadingView, Fault> {
        let open = self.started()?;
        self.room.pause(request.paused);
        self.reading_view(&open.register, true)
    }

    pub(crate) fn have_read_again(&self, request: ReadAgainRequest) -> Result<ReadingView, Fault> {
        let open = self.writable()?;
        open.register.read_again(request.document).map_err(fault)?;
        self.room.wake();
        self.reading_view(&open.register, true)
    }

    fn reading_view(&self, register: &Register, troubles: bool) -> Result<ReadingView, Fault> {
        let counted = self.room.counted(register)?;
        let count = |papers: u64| Count53::try_from(papers).unwrap_or_default();
        let listed = if troubles { register.reading_troubles(TROUBLES).map_err(fault)? } else { Vec::new() };
        let troubles = listed.into_iter().map(|trouble| {
            let (name, demands) = register.held_by(trouble.document).map_err(fault)?;
            Ok(ReadingTrouble {
                document: trouble.document,
                name,
                demands: demands.into_iter().map(demand).collect(),
                why: serde_json::from_value(serde_json::Value::String(trouble.end.why)).ok(),
                pictures: trouble.end.pictures,
                pages: trouble.end.troubled,
            })
        });
        Ok(ReadingView {
            read: count(counted.ended.saturating_sub(counted.troubled)),
            waiting: count(counted.papers.saturating_sub(counted.ended)),
            troubled: count(counted.troubled),
            holding: count(counted.holding),
            recognised_pages: count(counted.recognised),
            troubles: troubles.collect::<Result<_, Fault>>()?,
            paused: self.room.is_paused(),
            now: self.room.reading_now(),
            recognition: self.room.recognition(),
        })
    }
}

fn filter(within: &SearchWithin, zone: Tz) -> SearchFilter {
    let all = within.kinds.is_empty();
    let has = |kind| all || within.kinds.contains(&kind);
    SearchFilter {
        demands: has(SearchKind::Demand),
        proceedings: has(SearchKind::Proceeding),
        letters: has(SearchKind::Letter),
        pages: has(SearchKind::Page),
        open: within.open,
        demand: within.demand,
        received_from: within.received_from.and_then(|day| start_of(day, zone)),
        received_before: within.received_to.and_then(|day| start_of(day.succ_opt()?, zone)),
    }
}

/// The first instant of a day; where the clock skips midnight, the first that there is.
fn start_of(day: NaiveDate, zone: Tz) -> Option<Instant> {
    use chrono::TimeZone as _;
    let found = (0..=3).find_map(|hour| zone.from_local_datetime(&day.and_hms_opt(hour, 0, 0)?).earliest());
    found.map(|at| at.with_timezone(&chrono::Utc))
}

fn demand(found: register::HitDemand) -> HitDemand {
    HitDemand { demand: found.demand, reference: found.reference, open: found.open }
}

fn shown(register: &Register, query: &Query, hit: Hit) -> Result<SearchHit, Fault> {
    let met = query.met(&hit.text);
    let place = match hit.place {
        Place::Record { subject: Subject::Proceeding(proceeding), part } => HitPlace::Proceeding { proceeding, part },
        Place::Record { subject: Subject::Letter(letter), part } => HitPlace::Letter { letter, part },
        Place::Record { subject: Subject::Demand(demand), part } => HitPlace::Demand { demand, part },
        Place::Record { .. } => return Err(Fault::internal("hit")),
        Place::Page { document, number, recognised, name } => {
            let kept = register.page_words(document, number).map_err(fault)?;
            let page = kept.and_then(|kept| page_text(&kept.words));
            let at = page.map(|page| places(&page, &met.concat())).unwrap_or_default();
            HitPlace::Page { document, name, page: number, at, recognised }
        }
    };
    let demands = hit.demands.into_iter().map(demand).collect();
    Ok(SearchHit { place, demands, snippet: Query::snippet(&hit.text, &met) })
}

/// The places of the words that were met; the text is [`PageText::plain`], where each word is followed by one character.
fn places(page: &PageText, met: &[Range<usize>]) -> Vec<Rect> {
    let mut from = 0_usize;
    let mut places = Vec::new();
    for word in page.words() {
        let to = from.saturating_add(word.text.len());
        if met.iter().any(|place| place.start < to && place.end > from) {
            places.push(word.rect);
        }
        from = to.saturating_add(1);
    }
    places
}

#[cfg(test)]
mod tests {
    use super::{places, start_of};
    use matter::search::Query;
    use reader::paper::{Line, PageText, Rect, Word};

    fn word(text: &str, left: f32) -> Word {
        let rect = Rect { left, top: 10.0, right: left + 40.0, bottom: 20.0 };
        Word { text: text.to_owned(), rect, edges: Vec::new(), hidden: None, unsure: false }
    }

    #[test]
    fn the_words_met_are_lit_and_no_others() {
        let line = |words: Vec<Word>| Line { rect: Rect::default(), turn: 0, words };
        let lines = vec![
            line(vec![word("Call", 0.0), word("(415)", 50.0), word("555-0134", 100.0)]),
            line(vec![word("órden,", 0.0), word("ordenes", 50.0)]),
        ];
        let page = PageText { page: 0, width: 612.0, height: 792.0, lines, cut: false };
        let lit = |typed: &str| -> Vec<f32> {
            let met = Query::read(typed).met(&page.plain()).concat();
            places(&page, &met).into_iter().map(|rect| rect.left).collect()
        };
        assert_eq!(lit("4155550134"), [50.0, 100.0]);
        assert_eq!(lit("ORDEN"), [0.0]);
        assert_eq!(lit("ord*"), [0.0, 50.0]);
        assert_eq!(lit("nothing"), [0.0_f32; 0]);
    }

    #[test]
    fn a_day_begins_where_its_clock_does() {
        // Midnight of this day does not exist there: the clock goes from 24:00 to 01:00.
        let day = chrono::NaiveDate::from_ymd_opt(2018, 11, 4).unwrap();
        let start = start_of(day, chrono_tz::America::Sao_Paulo).unwrap();
        assert_eq!(start.to_rfc3339(), "2018-11-04T03:00:00+00:00");
    }
}
