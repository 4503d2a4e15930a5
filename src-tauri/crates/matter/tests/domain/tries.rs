//! What people may try, at random: the steps that histories are made of.

use chrono::TimeDelta;
use matter::act::Act;
use matter::demand::{Cells, Decision, NonDisclosure, NoticeDecision, OtherBasis, UserChallenge};
use matter::ids::{PaperId, PersonId, ProceedingId};
use matter::letter::LetterKind;
use matter::proceeding::{CourtPaper, Entered, JudgeAuthority, PaperKind, What};
use proptest::prelude::*;

use super::letters::{approve, sent};
use super::support::*;

/// One thing somebody tries; most are refused at some time.
#[derive(Debug, Clone)]
pub(super) enum Try {
    Record {
        n: u8,
        kind: u8,
        judge: u8,
        what: u8,
        wide: u8,
        names: u8,
        ago: u8,
        known: bool,
        other_court: bool,
        by: u8,
    },
    Verify {
        n: u8,
        what: Option<u8>,
        wide: u8,
        names: u8,
        by: u8,
    },
    /// A sound order, recorded and verified at once.
    Rule {
        n: u8,
        what: u8,
        wide: u8,
        names: u8,
        ago: u8,
        other_court: bool,
    },
    SetAside {
        n: u8,
    },
    End {
        other_court: bool,
    },
    Decide {
        comply: bool,
    },
    Notice {
        choice: u8,
        by: u8,
    },
    Sign {
        basis: u8,
        ground: bool,
        all: bool,
        by: u8,
    },
    Challenge {
        ended: bool,
        by: u8,
    },
    Letter {
        step: u8,
        n: u8,
    },
    Resolve,
    Disclose {
        cell: u8,
        ago: u8,
    },
    Silence {
        standing: u8,
    },
    SilenceEnded,
    Withdraw,
    Close,
    Reopen,
    Later {
        days: u8,
    },
}

pub(super) fn tries() -> impl Strategy<Value = Vec<Try>> {
    let paper =
        ((0..8_u8, 0..14_u8, 0..8_u8, 0..14_u8, 0..4_u8), (0..12_u8, 0..4_u8, any::<bool>(), any::<bool>(), 0..3_u8))
            .prop_map(|((n, kind, judge, what, wide), (names, ago, known, other_court, by))| Try::Record {
                n,
                kind,
                judge,
                what,
                wide,
                names,
                ago,
                known,
                other_court,
                by,
            });
    let verify = (0..8_u8, proptest::option::weighted(0.2, 0..14_u8), 0..4_u8, 0..12_u8, 0..4_u8)
        .prop_map(|(n, what, wide, names, by)| Try::Verify { n, what, wide, names, by });
    let one = prop_oneof![
        6 => paper,
        6 => verify,
        12 => (0..8_u8, 0..14_u8, 0..4_u8, 0..14_u8, 0..4_u8, any::<bool>())
            .prop_map(|(n, what, wide, names, ago, other_court)| Try::Rule { n, what, wide, names, ago, other_court }),
        1 => (0..8_u8).prop_map(|n| Try::SetAside { n }),
        1 => any::<bool>().prop_map(|other_court| Try::End { other_court }),
        1 => any::<bool>().prop_map(|comply| Try::Decide { comply }),
        2 => (0..3_u8, 0..3_u8).prop_map(|(choice, by)| Try::Notice { choice, by }),
        2 => (0..4_u8, any::<bool>(), any::<bool>(), 0..3_u8)
            .prop_map(|(basis, ground, all, by)| Try::Sign { basis, ground, all, by }),
        1 => (any::<bool>(), 0..3_u8).prop_map(|(ended, by)| Try::Challenge { ended, by }),
        2 => (0..4_u8, 0..2_u8).prop_map(|(step, n)| Try::Letter { step, n }),
        1 => Just(Try::Resolve),
        3 => (0..4_u8, 0..3_u8).prop_map(|(cell, ago)| Try::Disclose { cell, ago }),
        1 => (0..4_u8).prop_map(|standing| Try::Silence { standing }),
        1 => Just(Try::SilenceEnded),
        1 => Just(Try::Withdraw),
        1 => Just(Try::Close),
        1 => Just(Try::Reopen),
        2 => (0..6_u8).prop_map(|days| Try::Later { days }),
    ];
    proptest::collection::vec(one, 1..45)
}

pub(super) fn what_of(n: u8) -> What {
    use What::*;
    [Produce, DoNotProduce, Stay, Lift, Quash, Deny, Vacate, Reverse, Satisfied, Silence, Pending, Produce, Stay, Lift]
        [n as usize]
}

pub(super) fn kind_of(n: u8) -> PaperKind {
    use PaperKind::*;
    [
        Petition,
        Motion,
        ProposedOrder,
        OrderToShowCause,
        ReportAndRecommendation,
        AppellateDecision,
        MinuteEntry,
        Dismissal,
        OtherPaper,
        Order,
        Order,
        Order,
        Order,
        Order,
    ][n as usize]
}

pub(super) fn judge_of(n: u8) -> JudgeAuthority {
    match n {
        0 => JudgeAuthority::NotKnown,
        1 => JudgeAuthority::NotAFederalCourt,
        2 => JudgeAuthority::Magistrate { counsel_reason: String::new() },
        3 => JudgeAuthority::MagistrateWithConsent,
        _ => JudgeAuthority::DistrictJudge,
    }
}

pub(super) fn person(n: u8) -> PersonId {
    [COUNSEL, TRIAGE, RECORDS, COUNSEL_TWO][n as usize]
}

pub(super) fn cells_of(n: u8) -> Cells {
    match n {
        0 => Cells::All,
        1 => only(CELL),
        2 => only(cell(T2, matter::demand::Category::Sessions)),
        _ => every_cell(),
    }
}

pub(super) fn named(n: u8) -> Option<PaperId> {
    (n < 8).then(|| paper_id(n.into()))
}

pub(super) fn court(other: bool) -> ProceedingId {
    if other { COURT_Y } else { COURT_X }
}

pub(super) fn attempt(world: &mut World, one: &Try) -> bool {
    let demand = DEMAND;
    let done = match one.clone() {
        Try::Record { n, kind, judge, what, wide, names, ago, known, other_court, by } => {
            let entered = world.now.date_naive() - TimeDelta::days(ago.into());
            let paper = CourtPaper {
                kind: kind_of(kind),
                judge: judge_of(judge),
                signed: None,
                entered: if known { Entered::On { date: entered } } else { Entered::NotKnown },
                document: (judge != 7).then_some(PAPER_FILE),
                effects: vec![effect(what_of(what), cells_of(wide), named(names))],
                ..paper(n.into(), Vec::new())
            };
            let act = Act::RecordCourtPaper { proceeding: court(other_court), paper: Box::new(paper) };
            world.act(person(by), act)
        }
        Try::Verify { n, what, wide, names, by } => {
            let id = paper_id(n.into());
            let view = world.view();
            let Some((proceeding, recorded)) =
                view.proceedings.iter().find_map(|found| found.paper(id).map(|recorded| (found.id, recorded.clone())))
            else {
                return false;
            };
            let effects = match what {
                Some(what) => vec![effect(what_of(what), cells_of(wide), named(names))],
                None => recorded.paper.effects,
            };
            let note = "read".to_owned();
            world.act(person(by), Act::VerifyPaper { proceeding, paper: id, effects, points: all_points(), note })
        }
        Try::Rule { n, what, wide, names, ago, other_court } => {
            let entered = world.now.date_naive() - TimeDelta::days(ago.into());
            let effects = vec![effect(what_of(what), cells_of(wide), named(names))];
            let paper =
                CourtPaper { signed: None, entered: Entered::On { date: entered }, ..paper(n.into(), effects.clone()) };
            let proceeding = court(other_court);
            let act = Act::RecordCourtPaper { proceeding, paper: Box::new(paper) };
            let recorded = world.act(TRIAGE, act);
            recorded.and_then(|()| world.verify(proceeding, paper_id(n.into()), effects))
        }
        Try::SetAside { n } => {
            let paper = paper_id(n.into());
            let at = world.view().proceedings.iter().find(|found| found.paper(paper).is_some()).map(|found| found.id);
            let Some(proceeding) = at else { return false };
            world.act(COUNSEL, Act::SetPaperAside { proceeding, paper, reason: "not what it was taken for".into() })
        }
        Try::End { other_court } => {
            world.act(COUNSEL, Act::EndProceeding { proceeding: court(other_court), note: "n".into() })
        }
        Try::Decide { comply } => {
            let decision = if comply { Decision::ComplyWithOrder } else { Decision::Object };
            world.act(COUNSEL, Act::DecideCells { demand, cells: Cells::All, decision, note: "n".into() })
        }
        Try::Notice { choice, by } => {
            let reason = "reason".to_owned();
            let decision = match choice {
                0 => NoticeDecision::Notify,
                1 => NoticeDecision::Later { on: day(12, 1), reason },
                _ => NoticeDecision::No { reason },
            };
            for target in [T2, T1] {
                let act = Act::DecideNotice { demand, target: Some(target), decision: decision.clone() };
                let _one_may_be_refused = world.act(person(by), act);
            }
            Ok(())
        }
        Try::Sign { basis, ground, all, by } => {
            let ground = if ground { "one" } else { "two" }.to_owned();
            let basis = match basis {
                0 => OtherBasis::OtherProcess { process: ground, document: Some(PAPER_FILE) },
                1 => OtherBasis::UserConsent { document: Some(PAPER_FILE) },
                _ => OtherBasis::Exception { ground },
            };
            let cells = if all { Cells::All } else { only(CELL) };
            world.act(person(by), Act::SignBasis { demand, cells, basis, reason: "r".into() })
        }
        Try::Challenge { ended, by } => {
            let note = "n".to_owned();
            let challenge = if ended { UserChallenge::Ended { note } } else { UserChallenge::Stated { note } };
            world.act(person(by), Act::RecordUserChallenge { demand, target: Some(T1), challenge })
        }
        Try::Letter { step, n } => {
            let n = u128::from(n);
            match step {
                0 => world.act(
                    LETTERS,
                    Act::DraftLetter {
                        letter: letter_id(n),
                        demand,
                        target: Some(T1),
                        kind: LetterKind::UserNotice,
                        language: "en".into(),
                    },
                ),
                1 => world.act(COUNSEL, approve(n)),
                2 => {
                    let act = sent(world, n);
                    world.act(LETTERS, act)
                }
                _ => world.act(LETTERS, Act::RecordBounce { letter: letter_id(n), note: "full".into() }),
            }
        }
        Try::Resolve => world.act(COUNSEL, Act::ResolveConflict { demand, cells: Cells::All, reason: "r".into() }),
        Try::Disclose { cell, ago } => {
            let cell = world.demand().cells()[cell as usize];
            let mut act = world.discloses(vec![cell]);
            if let Act::Disclose { disclosure, .. } = &mut act {
                disclosure.disclosed.at -= TimeDelta::days(ago.into());
            }
            world.act(RECORDS, act)
        }
        Try::Silence { standing } => {
            let mut given = facts();
            given.non_disclosure = match standing {
                0 => NonDisclosure::Requested,
                1 => NonDisclosure::Asserted { basis: "b".into() },
                2 => NonDisclosure::Statutory { basis: "b".into() },
                _ => NonDisclosure::Ordered {
                    court: "cand".into(),
                    docket: "1".into(),
                    start: None,
                    end: Some(world.now.date_naive() + TimeDelta::days(3)),
                    review: None,
                    document: None,
                },
            };
            world.act(COUNSEL, Act::AmendDemand { demand, facts: Box::new(given), reason: "r".into() })
        }
        Try::SilenceEnded => world.act(COUNSEL, Act::ConfirmNonDisclosureEnd { demand, note: "clerk".into() }),
        Try::Withdraw => world.act(TRIAGE, Act::RecordWithdrawal { demand, document: None, note: "n".into() }),
        Try::Close => {
            let outcome = matter::demand::Outcome::Objected;
            world.act(TRIAGE, Act::Close { demand, outcome, note: String::new() })
        }
        Try::Reopen => world.act(TRIAGE, Act::Reopen { demand, reason: "r".into() }),
        Try::Later { days } => {
            world.now += TimeDelta::days(days.into());
            Ok(())
        }
    };
    done.is_ok()
}
