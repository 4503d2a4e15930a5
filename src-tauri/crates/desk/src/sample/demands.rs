//! The SAMPLE's demands.

use chrono::TimeDelta;
use contract::Fault;
use matter::act::Act;
use matter::demand::{
    AgencyNumber, Category, Channel, Component, DemandFacts, DocketSearch, DocumentRole, Instrument, Link, LinkKind,
    NonDisclosure, NoticeDecision, Official, RecordSought, SearchPlace, SearchResult, Target,
};
use matter::ids::{DemandId, SearchId, TargetId};
use matter::time::{Moment, PrintedDate};

use crate::Desk;
use crate::session::Open;

const ZONE: chrono_tz::Tz = chrono_tz::America::Los_Angeles;

/// What differs from one specimen to the next.
struct Specimen {
    state: &'static str,
    instrument: Instrument,
    component: Component,
    office: &'static str,
    handle: &'static str,
    /// Received this many days ago.
    received: i64,
    /// Return date this many days from now.
    due: i64,
}

const fn specimen(state: &'static str, handle: &'static str, received: i64, due: i64) -> Specimen {
    Specimen {
        state,
        instrument: Instrument::I138,
        component: Component::IceHsi,
        office: "San Francisco",
        handle,
        received,
        due,
    }
}

/// How many demands the SAMPLE has.
pub(super) const COUNT: usize = 14;

const SPECIMENS: [Specimen; COUNT] = [
    specimen("none on record", "@river_lantern_88", 3, 11),
    Specimen { instrument: Instrument::NotConfirmed, ..specimen("not confirmed", "@quiet_harbor_3", 1, 12) },
    Specimen {
        instrument: Instrument::GrandJury,
        component: Component::Other,
        office: "U.S. Attorney",
        ..specimen("grand jury", "@north_meadow_7", 2, 9)
    },
    Specimen {
        component: Component::IceEro,
        office: "Chicago",
        ..specimen("proceeding pending", "@paper_kite_41", 24, 4)
    },
    Specimen { component: Component::IceEro, office: "Chicago", ..specimen("claimed", "@blue_heron_20", 15, 2) },
    specimen("in force", "@glass_orchard_5", 40, -8),
    specimen("stayed", "@tall_grass_66", 44, -12),
    Specimen {
        instrument: Instrument::Dhs3115,
        component: Component::Cbp,
        office: "Laredo",
        ..specimen("do not produce", "@slow_comet_9", 35, -3)
    },
    specimen("conflicting orders", "@amber_field_14", 50, -20),
    specimen("denied", "@harbor_light_52", 60, -30),
    specimen("vacated", "@stone_bridge_73", 70, -40),
    specimen("complied", "@early_frost_31", 90, -60),
    Specimen {
        instrument: Instrument::Dhs3115,
        component: Component::Cbp,
        office: "El Paso",
        ..specimen("withdrawn", "@wild_clover_18", 30, -5)
    },
    specimen("superseded", "@long_river_27", 28, -6),
];

impl Desk {
    /// Makes every specimen and brings it to its state.
    pub(super) fn sample_demands(&self, open: &Open) -> Result<Vec<(String, String)>, Fault> {
        let mut made = Vec::new();
        let mut grand_jury = None;
        for (number, specimen) in (1_u32..).zip(&SPECIMENS) {
            let (demand, target, reference) = self.log_specimen(open, specimen, number)?;
            if specimen.instrument == Instrument::GrandJury {
                grand_jury = Some(demand);
            }
            match specimen.state {
                "none on record" => {
                    self.search_docket(open, demand, SearchResult::NoneFound, None)?;
                    self.sample_act(Act::DecideNotice {
                        demand,
                        target: Some(target),
                        decision: NoticeDecision::Notify,
                    })?;
                }
                "not confirmed" | "grand jury" => {}
                "claimed" => {
                    self.search_docket(open, demand, SearchResult::OrderClaimed, Some(5))?;
                    self.sample_act(Act::SendToCounsel {
                        demand,
                        note: "The agent says a court ordered it.".to_owned(),
                    })?;
                }
                "withdrawn" => {
                    self.sample_act(Act::RecordWithdrawal {
                        demand,
                        document: None,
                        note: "Letter of the agency.".to_owned(),
                    })?;
                }
                "superseded" => {
                    if let Some(by) = grand_jury {
                        let link = Link { kind: LinkKind::SupersededBy, demand: by };
                        self.sample_act(Act::LinkDemand { demand, link })?;
                    }
                }
                state => self.sample_court(open, demand, target, state, number)?,
            }
            made.push((reference, specimen.state.to_owned()));
        }
        Ok(made)
    }

    fn log_specimen(
        &self,
        open: &Open,
        specimen: &Specimen,
        number: u32,
    ) -> Result<(DemandId, TargetId, String), Fault> {
        let now = self.now();
        let demand = DemandId(self.new_id()?);
        let target = TargetId(self.new_id()?);
        let received = Moment { at: now - TimeDelta::days(specimen.received), zone: ZONE };
        let due = (now + TimeDelta::days(specimen.due)).with_timezone(&ZONE).date_naive();
        let customs = specimen.instrument == Instrument::Dhs3115;
        let facts = DemandFacts {
            instrument: specimen.instrument,
            authority: if customs { "19 U.S.C. § 1509" } else { "8 U.S.C. § 1225(d)" }.to_owned(),
            purpose: String::new(),
            component: Some(specimen.component),
            office: specimen.office.to_owned(),
            issuing_official: Official { title: "Special Agent in Charge".to_owned(), ..Official::default() },
            point_of_contact: Official::default(),
            server: Official::default(),
            numbers: vec![AgencyNumber {
                label: if customs { "Summons Number" } else { "Subpoena Number" }.to_owned(),
                value: format!("SPEC-2026-{:05}", 416_u32.saturating_add(number)),
            }],
            issued: Some(received.date()),
            served: Some(received),
            received,
            return_date: Some(PrintedDate { date: due, time: chrono::NaiveTime::from_hms_opt(17, 0, 0), zone: ZONE }),
            return_place: String::new(),
            channel: Channel::Portal,
            recipient: "Example Platform, Inc.".to_owned(),
            rider: false,
            non_disclosure: if number.is_multiple_of(3) { NonDisclosure::Requested } else { NonDisclosure::None },
            targets: vec![Target {
                id: target,
                kind: "handle".to_owned(),
                identifier: specimen.handle.to_owned(),
                account: String::new(),
                language: if number.is_multiple_of(4) { "es" } else { "en" }.to_owned(),
                zone: None,
            }],
            no_target_stated: false,
            records: [Category::Name, Category::Identity, Category::Sessions]
                .map(|category| RecordSought { category, words: String::new() })
                .to_vec(),
            period_from: None,
            period_to: None,
            act_by: None,
            note: String::new(),
        };
        let done = self.sample_act(Act::LogDemand { demand, facts: Box::new(facts) })?;
        let text = format!("Specimen demand {number}: names {}.", specimen.handle);
        self.sample_paper(open, demand, "specimen-demand.txt", &text, DocumentRole::Instrument)?;
        Ok((demand, target, done.reference.unwrap_or_default()))
    }

    fn search_docket(
        &self,
        open: &Open,
        demand: DemandId,
        result: SearchResult,
        comply_in: Option<i64>,
    ) -> Result<(), Fault> {
        let now = self.now();
        let proof = self.sample_paper(
            open,
            demand,
            "specimen-docket.txt",
            &format!("Specimen docket page for {demand}."),
            DocumentRole::SearchProof,
        )?;
        let claimed = result == SearchResult::OrderClaimed;
        let search = DocketSearch {
            id: SearchId(self.new_id()?),
            searched: Moment { at: now - TimeDelta::hours(20), zone: ZONE },
            place: if claimed { SearchPlace::AgencyClaim } else { SearchPlace::Pacer },
            court: "cand".to_owned(),
            terms: "Example Platform".to_owned(),
            result,
            docket: String::new(),
            claimed_comply_by: comply_in.map(|days| (now + TimeDelta::days(days)).with_timezone(&ZONE).date_naive()),
            proof: Some(proof),
            note: String::new(),
        };
        self.sample_act(Act::RecordDocketSearch { demand, search }).map(|_| ())
    }
}
