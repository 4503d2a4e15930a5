//! Paper → effect: what one paper, alone or after an order, makes of the headline and of the gate. Every trap of
//! legal-reference §3.3 has a row.

use matter::compulsion::Headline::{self, *};
use matter::demand::{Category, Cells};
use matter::gate::Gate;
use matter::proceeding::JudgeAuthority as Judge;
use matter::proceeding::What::{self, *};
use matter::proceeding::{Entered, PaperKind};

use super::support::*;

/// One row: what stands on the docket before, the paper, whether counsel tries to verify it, what shows after.
struct Row {
    name: &'static str,
    /// True where an order to produce is in force first.
    after_order: bool,
    kind: PaperKind,
    judge: Judge,
    what: What,
    /// Acts on the order before it.
    names_it: bool,
    verify: bool,
    /// Whether the verification is taken.
    taken: bool,
    headline: Headline,
    /// Whether an enforcement order opens the gate (a decided "no notice" stands, so that only the order decides).
    open: bool,
}

fn row(name: &'static str, kind: PaperKind, what: What) -> Row {
    Row {
        name,
        after_order: false,
        kind,
        judge: Judge::DistrictJudge,
        what,
        names_it: false,
        verify: true,
        taken: true,
        headline: ProceedingPending,
        open: false,
    }
}

impl Row {
    fn after(self) -> Self {
        Self { after_order: true, headline: InForce, open: true, ..self }
    }
    fn named(self) -> Self {
        Self { names_it: true, ..self }
    }
    fn claimed_only(self) -> Self {
        Self { verify: false, taken: false, ..self }
    }
    fn refused(self) -> Self {
        Self { taken: false, ..self }
    }
    fn by(self, judge: Judge) -> Self {
        Self { judge, ..self }
    }
    fn shows(self, headline: Headline) -> Self {
        Self { headline, ..self }
    }
    fn opens(self) -> Self {
        Self { open: true, ..self }
    }
    fn closes(self) -> Self {
        Self { open: false, ..self }
    }
}

fn rows() -> Vec<Row> {
    use PaperKind::*;
    let reason = || Judge::Magistrate { counsel_reason: "D. Colo. enforces by magistrate order".into() };
    let bare = || Judge::Magistrate { counsel_reason: String::new() };
    vec![
        // Requests: whatever is said to be in them, they order nothing.
        row("petition to enforce", Petition, Produce).refused(),
        row("petition, claimed", Petition, Produce).claimed_only(),
        row("petition, as what it is", Petition, Pending),
        row("proposed order", ProposedOrder, Produce).refused(),
        row("proposed order, claimed", ProposedOrder, Produce).claimed_only(),
        row("proposed order after an order", ProposedOrder, Produce).after().refused(),
        row("motion to compel", Motion, Produce).refused(),
        row("motion for a stay is no stay", Motion, Stay).after().refused(),
        row("motion for a stay, claimed, is no stay", Motion, Stay).after().claimed_only(),
        row("motion to quash is no quashing", Motion, Quash).after().claimed_only(),
        row("voluntary dismissal is no ruling", Dismissal, Deny).after().claimed_only(),
        row("voluntary dismissal verified", Dismissal, Deny).refused(),
        // Papers of the court that do not rule.
        row("order to show cause", OrderToShowCause, Produce).refused().shows(Claimed),
        row("order to show cause, claimed", OrderToShowCause, Produce).claimed_only().shows(Claimed),
        row("order to show cause, answered", OrderToShowCause, Pending),
        row("report and recommendation", ReportAndRecommendation, Produce).refused().shows(Claimed),
        row("report and recommendation, answered", ReportAndRecommendation, Pending),
        row("report recommending denial closes", ReportAndRecommendation, Deny).after().claimed_only().closes(),
        row("minute entry: check the written order", MinuteEntry, Produce).refused().shows(Claimed),
        row("minute entry of a stay closes at once", MinuteEntry, Stay).after().claimed_only().closes(),
        row("minute entry of a stay is not verified", MinuteEntry, Stay).after().refused().closes(),
        row("other paper", OtherPaper, Produce).refused().shows(Claimed),
        row("other paper restraining closes", OtherPaper, DoNotProduce).after().claimed_only().closes(),
        row("a letter of the U.S. Attorney", OtherPaper, Pending).claimed_only(),
        // An order to produce.
        row("order, claimed", Order, Produce).claimed_only().shows(Claimed),
        row("order", Order, Produce).shows(InForce).opens(),
        row("appellate order", AppellateDecision, Produce).by(Judge::AppellatePanel).shows(InForce).opens(),
        row("magistrate with consent", Order, Produce).by(Judge::MagistrateWithConsent).shows(InForce).opens(),
        row("magistrate without consent", Order, Produce).by(bare()).refused().shows(Claimed),
        row("judge not known", Order, Produce).by(Judge::NotKnown).refused().shows(Claimed),
        row("immigration judge, state court", Order, Produce).by(Judge::NotAFederalCourt).refused().shows(Claimed),
        row("immigration judge's stay", Order, Stay).by(Judge::NotAFederalCourt).after().refused().closes(),
        row("second order", Order, Produce).after(),
        row("second order, claimed", Order, Produce).after().claimed_only(),
        // The opposite.
        row("do not produce", Order, DoNotProduce).shows(Restrained),
        row("do not produce, claimed", Order, DoNotProduce).claimed_only(),
        row("do not produce against an order", Order, DoNotProduce).after().shows(ConflictingOrders).closes(),
        row("do not produce, naming the order", Order, DoNotProduce).after().named().shows(Restrained).closes(),
        row("do not produce, claimed, against an order", Order, DoNotProduce).after().claimed_only().closes(),
        row("do not produce by a magistrate", Order, DoNotProduce).by(bare()).refused(),
        // Stays.
        row("stay", Order, Stay).after().shows(Stayed).closes(),
        row("stay naming the order", Order, Stay).after().named().shows(Stayed).closes(),
        row("stay, claimed", Order, Stay).after().claimed_only().closes(),
        row("stay, claimed, naming the order", Order, Stay).after().named().claimed_only().closes(),
        row("stay of nothing", Order, Stay).shows(Stayed),
        row("stay by the court above", AppellateDecision, Stay)
            .by(Judge::AppellatePanel)
            .after()
            .shows(Stayed)
            .closes(),
        row("lift of nothing", Order, Lift).after(),
        row("lift, claimed", Order, Lift).after().claimed_only(),
        // Endings.
        row("quashed", Order, Quash).shows(DeniedOrQuashed),
        row("quashed after an order", Order, Quash).after().shows(DeniedOrQuashed).closes(),
        row("quashed, naming the order", Order, Quash).after().named().shows(DeniedOrQuashed).closes(),
        row("quashed, claimed", Order, Quash).after().claimed_only().closes(),
        row("denied", Order, Deny).shows(DeniedOrQuashed),
        row("denied after an order", Order, Deny).after().shows(ConflictingOrders).closes(),
        row("denied, naming the order", Order, Deny).after().named().shows(DeniedOrQuashed).closes(),
        row("denied, claimed", Order, Deny).after().claimed_only().closes(),
        row("vacated", Order, Vacate).after().named().shows(ReversedOrVacated).closes(),
        row("vacated, naming nothing", Order, Vacate).after().shows(ReversedOrVacated).closes(),
        row("vacated, claimed", Order, Vacate).after().named().claimed_only().closes(),
        row("reversed", AppellateDecision, Reverse)
            .after()
            .named()
            .by(Judge::AppellatePanel)
            .shows(ReversedOrVacated)
            .closes(),
        row("reversed, claimed", AppellateDecision, Reverse).after().named().claimed_only().closes(),
        row("complied", Order, Satisfied).after().named().shows(Complied).closes(),
        row("complied, claimed, lowers nothing", Order, Satisfied).after().named().claimed_only(),
        // Silence and steps on the way.
        row("non-disclosure order", Order, Silence),
        row("non-disclosure order beside an order", Order, Silence).after(),
        row("scheduling order", Order, Pending),
        row("scheduling order beside an order", Order, Pending).after(),
        row("order of the magistrate with counsel's reason", Order, Produce).by(reason()).shows(InForce).opens(),
    ]
}

#[test]
fn each_paper_does_what_it_does() {
    let rows = rows();
    assert!(rows.len() >= 60, "{} rows", rows.len());
    for row in rows {
        let mut world = World::new();
        decide_without_notice(&mut world);
        // A second docket that nobody ruled on would be pending.
        let end = matter::act::Act::EndProceeding { proceeding: COURT_Y, note: "dismissed".into() };
        world.did(COUNSEL, end);
        if row.after_order {
            world.rules(COURT_X, paper(1, vec![effect(Produce, every_cell(), None)]));
            assert_eq!(world.headline(), InForce, "{}: before", row.name);
            assert!(world.is_open(CELL), "{}: before: {:?}", row.name, world.gate(CELL));
        }
        let mut given = paper(5, vec![effect(row.what, every_cell(), row.names_it.then(|| paper_id(1)))]);
        given.kind = row.kind;
        given.judge = row.judge;
        let effects = given.effects.clone();
        // Counsel records it here, since only counsel gives a reason for a magistrate's order.
        world.did(COUNSEL, matter::act::Act::RecordCourtPaper { proceeding: COURT_X, paper: Box::new(given) });
        if row.verify {
            let taken = world.verify(COURT_X, paper_id(5), effects).is_ok();
            assert_eq!(taken, row.taken, "{}: verification", row.name);
        }
        assert_eq!(world.headline(), row.headline, "{}: headline", row.name);
        assert_eq!(world.is_open(CELL), row.open, "{}: gate {:?}", row.name, world.gate(CELL));
        let elsewhere = cell(T1, Category::Payment);
        assert!(!world.is_open(elsewhere), "{}: an order for some cells opened another", row.name);
        // Withdrawal and another instrument never lower what a court said.
        let before = world.headline();
        withdraw(&mut world);
        assert!(
            world.headline() == before || before == ProceedingPending || before > ProceedingPending,
            "{}",
            row.name
        );
        assert_eq!(world.is_open(CELL), row.open, "{}: gate after withdrawal", row.name);
    }
}

/// Counsel decides that the user is not told, and for the cell: only the order then decides about the gate.
pub(crate) fn decide_without_notice(world: &mut World) {
    use matter::act::Act;
    use matter::demand::{Decision, NoticeDecision};
    world.did(
        COUNSEL,
        Act::DecideNotice {
            demand: DEMAND,
            target: Some(T1),
            decision: NoticeDecision::No { reason: "the account is the agency's own".into() },
        },
    );
    world.did(
        COUNSEL,
        Act::DecideCells {
            demand: DEMAND,
            cells: Cells::All,
            decision: Decision::ComplyWithOrder,
            note: "if an order stands".into(),
        },
    );
}

fn withdraw(world: &mut World) {
    use matter::act::Act;
    use matter::demand::{Link, LinkKind};
    let other = Act::LogDemand { demand: OTHER_DEMAND, facts: Box::new(facts()) };
    world.did(TRIAGE, other);
    world.did(TRIAGE, Act::RecordWithdrawal { demand: DEMAND, document: None, note: "letter".into() });
    let link = Link { kind: LinkKind::SupersededBy, demand: OTHER_DEMAND };
    world.did(TRIAGE, Act::LinkDemand { demand: DEMAND, link });
}

#[test]
fn an_order_needs_its_paper_its_entry_and_each_point_of_the_sheet() {
    for change in 0..3 {
        let mut world = World::new();
        let mut given = order(1);
        match change {
            0 => given.document = None,
            1 => given.entered = Entered::NotKnown,
            _ => given.effects[0].cells = Cells::All,
        }
        let effects = given.effects.clone();
        world.records(COURT_X, given);
        assert!(world.verify(COURT_X, paper_id(1), effects).is_err(), "change {change}");
        assert_eq!(world.headline(), Claimed, "change {change}");
    }
    for point in matter::proceeding::OrderPoint::ALL {
        for both_ways in [false, true] {
            let mut world = World::new();
            world.records(COURT_X, order(1));
            let mut points = all_points();
            if !both_ways {
                points.retain(|answer| answer.point != point);
            }
            points.push(matter::proceeding::PointAnswer { point, holds: false, note: String::new() });
            let taken = world.act(
                COUNSEL,
                matter::act::Act::VerifyPaper {
                    proceeding: COURT_X,
                    paper: paper_id(1),
                    effects: order(1).effects,
                    points,
                    note: String::new(),
                },
            );
            assert_eq!(taken.is_ok(), !point.is_gate(), "{point:?}");
        }
    }
}

#[test]
fn a_sealed_order_confirmed_with_the_clerk_counts() {
    let mut world = World::new();
    let mut given = order(1);
    given.entered = Entered::SealedConfirmed { date: day(8, 3), with: "deputy clerk, by telephone".into() };
    world.rules(COURT_X, given);
    assert_eq!(world.headline(), InForce);
}

#[test]
fn an_order_for_one_account_leaves_the_other_alone() {
    // Oregon: nine of ten.
    let mut world = World::new();
    world.rules(COURT_X, order(1));
    let shown = world.shown();
    assert_eq!((shown.accounts, shown.of_accounts, shown.in_part), (1, 2, true));
    assert_eq!(shown.in_force[0].cells, vec![CELL]);
    assert!(matches!(world.gate(cell(T1, Category::Sessions)), Gate::Closed { .. }));
}
