//! How many deputies each congress has, so that the whole province has 145,000 people in office.

use std::collections::BTreeMap;

use kernel::{AreaCode, Level};

use crate::{Area, Places, Size};

/// People in office in the whole province (law.md §7).
pub const PROVINCE_PEOPLE: u64 = 145_000;

/// Seats of the 14th National People's Congress assigned to Hunan (decision of its predecessor's standing committee, 2022-04-20): a number of this
/// demonstration, decided anew for every term (选举法 16).
const NATIONAL: u64 = 109;

/// The seats of one congress, and how many of them people hold who also sit in a congress below, on one chain (选举法 48).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Seats {
    /// All seats.
    pub all: u64,
    /// Seats held by deputies of a congress below.
    pub shared: u64,
}

/// The seats of every congress, by its area. They do not depend on the size of a demonstration.
#[must_use]
pub fn seats(places: &Places) -> BTreeMap<AreaCode, Seats> {
    let congresses = || places.areas().iter().filter(|area| area.has_congress());
    let mut seats: BTreeMap<AreaCode, Seats> = congresses()
        .filter(|area| area.code.level() != Level::Township)
        .map(|area| (area.code.clone(), above_towns(places, area)))
        .collect();
    let elsewhere: u64 = seats.values().map(|seats| seats.all - seats.shared).sum();
    let towns: Vec<(&AreaCode, u64)> = congresses()
        .filter(|area| area.code.level() == Level::Township)
        .map(|area| (&area.code, 30 + 2 * (places.villages(&area.code).len() as u64).min(45)))
        .collect();
    let wanted = PROVINCE_PEOPLE.saturating_sub(elsewhere);
    let weights: u64 = towns.iter().map(|(_, weight)| weight).sum();
    let floors: u64 = towns.iter().map(|(_, weight)| weight * wanted / weights.max(1)).sum();
    for (at, (code, weight)) in towns.into_iter().enumerate() {
        let one_more = u64::from((at as u64) < wanted - floors);
        let all = weight * wanted / weights.max(1) + one_more;
        seats.insert(code.clone(), Seats { all, shared: 0 });
    }
    seats
}

/// The seats the province has in the national congress; a few of them where the demonstration is a part of the province. At the size of the province
/// all sit in a county's congress too, on one chain, so that it has as many people as it has.
#[must_use]
pub const fn national_seats(size: Size) -> Seats {
    match size {
        Size::Town => Seats { all: 3, shared: 0 },
        Size::County => Seats { all: 4, shared: 1 },
        Size::City => Seats { all: 12, shared: 4 },
        Size::Province => Seats { all: NATIONAL, shared: NATIONAL },
    }
}

fn above_towns(places: &Places, area: &Area) -> Seats {
    let below = places.right_below(&area.code).count() as u64;
    let own = places.right_below(&area.code).filter(|area| area.has_congress()).count() as u64;
    let (all, part) = match area.code.level() {
        Level::Province => (774, 4),
        Level::Prefecture => (200 + 24 * below, 4),
        _ => ((130 + 9 * below).min(450), 10),
    };
    // At most three out of each congress below, from places in its list that no other level takes.
    Seats { all, shared: (all / part).min(if own == 0 { 0 } else { 14 * own }) }
}
