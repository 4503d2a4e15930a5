//! The SAMPLE's dockets: papers recorded, verified, stayed, undone.

use chrono::{NaiveDate, TimeDelta};
use contract::Fault;
use matter::act::Act;
use matter::demand::{Category, Cell, Cells, DocumentRole};
use matter::ids::{DemandId, PaperId, ProceedingId, TargetId};
use matter::proceeding::{
    CourtPaper, Effect, Entered, JudgeAuthority, OrderPoint, PaperKind, PointAnswer, ProceedingKind, What,
};
use matter::time::PrintedDate;

use crate::Desk;
use crate::session::Open;

const ZONE: chrono_tz::Tz = chrono_tz::America::Los_Angeles;

/// One docket in the making.
struct Docket<'a> {
    open: &'a Open,
    demand: DemandId,
    target: TargetId,
    proceeding: ProceedingId,
}

impl Desk {
    /// Brings a specimen to a state that a court made.
    pub(super) fn sample_court(
        &self,
        open: &Open,
        demand: DemandId,
        target: TargetId,
        state: &str,
        number: u32,
    ) -> Result<(), Fault> {
        let proceeding = ProceedingId(self.new_id()?);
        let kind = match state {
            "do not produce" => ProceedingKind::UserChallenge,
            _ => ProceedingKind::Enforcement,
        };
        self.sample_act(Act::OpenProceeding {
            proceeding,
            court: "cand".to_owned(),
            docket: format!("3:26-mc-8{:04}", 100_u32.saturating_add(number)),
            kind,
            demands: vec![demand],
        })?;
        let docket = Docket { open, demand, target, proceeding };
        let produce = |by: i64| (What::Produce, None, Some(by));
        match state {
            "proceeding pending" => {
                self.paper(&docket, PaperKind::Petition, 6, (What::Pending, None, None), false).map(|_| ())
            }
            "in force" => self.paper(&docket, PaperKind::Order, 5, produce(9), true).map(|_| ()),
            "stayed" => {
                let order = self.paper(&docket, PaperKind::Order, 14, produce(3), true)?;
                self.paper(&docket, PaperKind::Order, 4, (What::Stay, Some(order), None), true).map(|_| ())
            }
            "do not produce" => {
                self.paper(&docket, PaperKind::Order, 7, (What::DoNotProduce, None, None), true).map(|_| ())
            }
            "conflicting orders" => {
                self.paper(&docket, PaperKind::Order, 20, produce(1), true)?;
                self.paper(&docket, PaperKind::Order, 6, (What::DoNotProduce, None, None), true).map(|_| ())
            }
            "denied" => self.paper(&docket, PaperKind::Order, 14, (What::Deny, None, None), true).map(|_| ()),
            "vacated" => {
                let order = self.paper(&docket, PaperKind::Order, 40, produce(-20), true)?;
                self.paper(&docket, PaperKind::AppellateDecision, 10, (What::Vacate, Some(order), None), true)
                    .map(|_| ())
            }
            _ => {
                let order = self.paper(&docket, PaperKind::Order, 70, produce(-50), true)?;
                self.paper(&docket, PaperKind::Order, 45, (What::Satisfied, Some(order), None), true).map(|_| ())
            }
        }
    }

    /// Records a paper entered some days ago, and verifies it where asked.
    fn paper(
        &self,
        docket: &Docket<'_>,
        kind: PaperKind,
        days_ago: i64,
        (what, acts_on, comply_in): (What, Option<PaperId>, Option<i64>),
        verify: bool,
    ) -> Result<PaperId, Fault> {
        let id = PaperId(self.new_id()?);
        let day = |days: i64| -> NaiveDate { (self.now() + TimeDelta::days(days)).with_timezone(&ZONE).date_naive() };
        let document = self.sample_paper(
            docket.open,
            docket.demand,
            "specimen-court-paper.txt",
            &format!("Specimen court paper {id}."),
            DocumentRole::CourtPaper,
        )?;
        let cells = [Category::Name, Category::Identity, Category::Sessions]
            .map(|category| Cell { target: Some(docket.target), category });
        let effect = Effect {
            what,
            demand: docket.demand,
            cells: Cells::Some { cells: cells.to_vec() },
            acts_on,
            comply_by: comply_in.map(|days| PrintedDate { date: day(days), time: None, zone: ZONE }),
        };
        let judge = if kind == PaperKind::AppellateDecision {
            JudgeAuthority::AppellatePanel
        } else {
            JudgeAuthority::DistrictJudge
        };
        let paper = CourtPaper {
            id,
            kind,
            title: String::new(),
            entry_number: String::new(),
            judge,
            signed: Some(day(-days_ago)),
            entered: Entered::On { date: day(-days_ago) },
            served: None,
            document: Some(document),
            effects: vec![effect.clone()],
        };
        let proceeding = docket.proceeding;
        self.sample_act(Act::RecordCourtPaper { proceeding, paper: Box::new(paper) })?;
        if verify {
            let points = OrderPoint::ALL
                .into_iter()
                .map(|point| PointAnswer { point, holds: true, note: String::new() })
                .collect();
            let note = "Specimen: checked against the paper.".to_owned();
            self.sample_act(Act::VerifyPaper { proceeding, paper: id, effects: vec![effect], points, note })?;
        }
        Ok(id)
    }
}
