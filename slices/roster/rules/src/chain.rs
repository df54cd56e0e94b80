//! One person, several congresses: only along one chain of areas (选举法 48; F22).

use kernel::{AreaCode, Level};

/// Whether seats in several congresses go together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Chain {
    /// Every two areas contain one another: allowed.
    One,
    /// These two have no relation of superior and inferior: not allowed.
    Broken(AreaCode, AreaCode),
    /// The code of a zone does not say in which county its towns lie in law; a person must look.
    Unsure(AreaCode, AreaCode),
}

/// Judges the seats a person would hold at once; `zones` are the county-rung functional areas.
#[must_use]
pub fn concurrent_seats(areas: &[AreaCode], zones: &[AreaCode]) -> Chain {
    let mut unsure = None;
    for (at, one) in areas.iter().enumerate() {
        for other in areas.iter().skip(at + 1).filter(|other| !one.on_one_chain(other)) {
            if !within_reach(one, other, zones) {
                return Chain::Broken(one.clone(), other.clone());
            }
            unsure = Some((one.clone(), other.clone()));
        }
    }
    unsure.map_or(Chain::One, |(one, other)| Chain::Unsure(one, other))
}

/// A town under a zone's code and a county of the same prefecture may be on one chain in law.
fn within_reach(one: &AreaCode, other: &AreaCode, zones: &[AreaCode]) -> bool {
    let pair = |town: &AreaCode, county: &AreaCode| {
        town.level() == Level::Township
            && county.level() == Level::County
            && zones.iter().any(|zone| zone.contains(town) && zone.parent() == county.parent())
    };
    pair(one, other) || pair(other, one)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn seats(codes: &[&str], zones: &[&str]) -> Chain {
        let read = |codes: &[&str]| codes.iter().map(|code| AreaCode::parse(code).unwrap()).collect::<Vec<_>>();
        concurrent_seats(&read(codes), &read(zones))
    }

    #[test]
    fn seats_along_one_chain_go_together_and_seats_beside_do_not() {
        for (codes, allowed) in [
            (&["43", "4301", "430102"][..], true),
            (&["430102", "430103"], false),
            (&["4301", "4302"], false),
            (&["43", "430321"], true),
            (&["430321"], true),
            (&[], true),
        ] {
            assert_eq!(seats(codes, &[]) == Chain::One, allowed, "{codes:?}");
        }
    }

    #[test]
    fn a_town_under_a_zone_code_is_left_to_a_person_to_judge() {
        assert!(matches!(seats(&["430671100", "430681"], &["430671"]), Chain::Unsure(..)));
        assert!(matches!(seats(&["430671100", "430781"], &["430671"]), Chain::Broken(..)));
        assert_eq!(seats(&["430671100", "4306"], &["430671"]), Chain::One);
    }
}
