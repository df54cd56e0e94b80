//! What the people of the demonstration do, and which roles they hold.

use demo::{Chance, Profile};
use kernel::Level;

use super::world::{Congress, World};

/// 工作单位及职务, with a place in it: 茶庵铺镇凉桥村党总支书记.
pub fn occupation(world: &World, congress: &Congress, made: &Profile, index: u64) -> String {
    let mut chance = Chance::of(world.seed, "work", index);
    let towns: Vec<_> = world.places.within(&congress.area).iter().filter(|area| area.has_congress()).collect();
    let town = chance.pick(&towns).copied();
    let town_name = town.map_or(congress.name.as_str(), |town| &town.name);
    let of_village = made.post.strip_prefix('村').or_else(|| made.post.strip_prefix("社区"));
    let of_town = made.post.strip_prefix('镇').or_else(|| made.post.strip_prefix("县"));
    if let (Some(rest), Some(town)) = (of_village, town) {
        let village = chance.pick(world.places.villages(&town.code));
        let village = village.map_or("", |village| village.name.as_str());
        return format!("{town_name}{village}{}", if rest == "民" { "村民" } else { rest });
    }
    match of_town {
        Some(rest) => format!("{town_name}{rest}"),
        None => format!("{}{}", congress.name, made.post),
    }
}

/// 主任, 副主任, 委员; in a town 主席, 副主席, 主席团成员; heads of delegations.
pub fn roles(congress: &Congress, nth: u64) -> Vec<&'static str> {
    if congress.national {
        return Vec::new();
    }
    let standing = match congress.area.level() {
        Level::Province => 60,
        Level::Prefecture => 35,
        Level::County => 25,
        Level::Township | Level::Village => 0,
    };
    // The first places are the demonstration's own accounts; leaders come after them.
    match (standing, nth.checked_sub(20)) {
        (0, Some(0)) => vec!["town_chair"],
        (0, Some(1)) => vec!["town_vice_chair"],
        (0, Some(2..=7)) => vec!["presidium_member"],
        (1.., Some(0)) => vec!["chair"],
        (1.., Some(1..=5)) => vec!["vice_chair"],
        (1.., Some(place)) if place < standing => vec!["standing_member"],
        (_, Some(place)) if (60..65).contains(&place) => vec!["delegation_head"],
        _ => Vec::new(),
    }
}
