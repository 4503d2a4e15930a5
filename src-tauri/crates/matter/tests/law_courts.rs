//! The 94 district courts: as the reference lists them, their zones, and how they are found.

use std::collections::BTreeMap;
use std::path::Path;

use matter::law::Courts;
use matter::time::PrintedDate;

#[test]
fn courts_agree_with_the_reference_list() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../../shared/domain/district-courts.csv");
    let Ok(csv) = std::fs::read_to_string(&path) else {
        eprintln!("NOT COMPARED: ../shared/domain/district-courts.csv is not present beside this checkout");
        return;
    };
    let rows: Vec<Vec<&str>> =
        csv.trim_start_matches('\u{feff}').lines().skip(1).map(|line| line.trim_end().split(',').collect()).collect();
    assert_eq!(rows.len(), 94);
    let courts = Courts::shipped().unwrap();
    let ours: Vec<Vec<&str>> = courts
        .all()
        .iter()
        .map(|c| vec![c.id.as_str(), c.name.as_str(), c.abbreviation.as_str(), c.circuit.as_str(), c.state.as_str()])
        .collect();
    assert_eq!(ours, rows);
}

#[test]
fn there_are_94_courts_in_the_circuits_of_section_41() {
    let courts = Courts::shipped().unwrap();
    let mut circuits: BTreeMap<&str, u32> = BTreeMap::new();
    for court in courts.all() {
        *circuits.entry(&court.circuit).or_default() += 1;
    }
    let expected = [
        ("1", 5),
        ("10", 8),
        ("11", 9),
        ("2", 6),
        ("3", 6),
        ("4", 9),
        ("5", 9),
        ("6", 9),
        ("7", 7),
        ("8", 10),
        ("9", 15),
        ("D.C.", 1),
    ];
    assert_eq!(circuits, BTreeMap::from(expected));
    assert_eq!(courts.by_id(&"vtd".into()).unwrap().circuit, "2");
}

#[test]
fn districts_that_straddle_two_zones_say_so() {
    let courts = Courts::shipped().unwrap();
    let straddling: Vec<&str> = courts.all().iter().filter(|c| c.zones.len() > 1).map(|c| c.id.as_str()).collect();
    assert_eq!(
        straddling,
        [
            "akd", "azd", "flnd", "idd", "innd", "insd", "ksd", "kywd", "miwd", "ned", "nvd", "ndd", "ord", "sdd",
            "tned", "txwd"
        ]
    );
    for court in courts.all().iter().filter(|c| c.zones.len() > 1) {
        assert!(court.zone_note.is_some(), "{} has two zones and no note", court.id);
    }
    assert_eq!(courts.by_id(&"cand".into()).unwrap().zones, [chrono_tz::America::Los_Angeles]);
    assert_eq!(courts.by_id(&"txwd".into()).unwrap().zones, [chrono_tz::America::Chicago, chrono_tz::America::Denver]);
}

#[test]
fn courts_are_found_the_way_people_type_them() {
    let courts = Courts::shipped().unwrap();
    let first = |query: &str| courts.search(query).first().map(|court| court.id.to_string());
    for (query, id) in [
        ("N.D. Cal.", "cand"),
        ("nd cal", "cand"),
        ("northern california", "cand"),
        ("cand", "cand"),
        ("SDNY", "nysd"),
        ("d.d.c.", "dcd"),
        ("guam", "gud"),
        ("ED Cal", "caed"),
        ("  oregon ", "ord"),
    ] {
        assert_eq!(first(query).as_deref(), Some(id), "{query}");
    }
    assert_eq!(courts.search("").len(), 94);
    assert!(courts.search("bankruptcy").is_empty());
    assert_eq!(courts.by_abbreviation("nd cal").unwrap().id.as_str(), "cand");
    assert!(courts.by_abbreviation("Bankr. N.D. Cal.").is_none());
    assert!(courts.by_id(&"nope".into()).is_none());
    for court in courts.all() {
        assert_eq!(courts.by_abbreviation(&court.abbreviation).unwrap().id, court.id);
        assert!(courts.search(&court.name).iter().any(|found| found.id == court.id));
    }
}

#[test]
fn an_unnamed_time_of_a_split_district_is_the_one_that_comes_first() {
    use chrono_tz::America::{Anchorage, Chicago, Denver, Los_Angeles};
    let courts = Courts::shipped().unwrap();
    let (winter, summer) = ("2026-12-03".parse().unwrap(), "2026-07-03".parse().unwrap());
    let earliest = |id: &str, on| courts.by_id(&id.into()).unwrap().earliest_zone(on).unwrap();
    assert_eq!(earliest("txwd", winter), Chicago, "central, not mountain");
    assert_eq!(earliest("nvd", winter), Denver, "the seat is Pacific, one town is Mountain");
    assert_eq!(earliest("akd", winter), Anchorage);
    assert_eq!(earliest("azd", winter), chrono_tz::America::Phoenix, "the same hour in winter: the seat's");
    assert_eq!(earliest("azd", summer), Denver, "the Navajo Nation keeps summer time");
    assert_eq!(earliest("cand", summer), Los_Angeles);
    for court in courts.all() {
        let first = court.earliest_zone(winter).unwrap();
        let at = |zone| PrintedDate { date: winter, time: None, zone }.due_at();
        assert!(court.zones.iter().all(|zone| at(first) <= at(*zone)), "{}", court.id);
    }
}
