//! Mobile ballot boxes (流动票箱, 选举法 38): where they go, for whom, with which scrutineers, and what came back in them.

use law_rules::words;

use super::Refusal;

/// As many scrutineers go with a box at least, as rules of provinces have it.
pub const SCRUTINEERS: usize = 2;
/// More go with none.
pub const MOST_SCRUTINEERS: usize = 10;

words! {
    /// Why voters use one.
    pub enum ByBox as "elections-by-box-" {
        /// 因患病、残疾等行动不便.
        Infirm = "infirm" | "行动不便",
        /// 居住分散并且交通不便.
        Scattered = "scattered" | "居住分散、交通不便",
    }
}

/// Ballots of one box.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Carried {
    /// Handed out; nothing as long as the box is on its way.
    pub handed: Option<u32>,
    /// Returned.
    pub returned: Option<u32>,
}

/// Whether these may go with a box: two at least, none of them twice, none of them a candidate (选举法 43).
///
/// # Errors
/// When they may not.
pub fn scrutineers(names: &[&str], candidates: &[&str]) -> Result<(), Refusal> {
    if !(SCRUTINEERS..=MOST_SCRUTINEERS).contains(&names.len()) {
        return Err(Refusal::Scrutineers { least: SCRUTINEERS, most: MOST_SCRUTINEERS });
    }
    let twice = names.iter().enumerate().find(|(at, name)| names.iter().take(*at).any(|one| one == *name));
    if let Some((_, name)) = twice {
        return Err(Refusal::NameTwice { name: (*name).to_owned() });
    }
    match names.iter().find(|name| candidates.contains(name)) {
        Some(name) => Err(Refusal::ScrutineerStands { name: (*name).to_owned() }),
        None => Ok(()),
    }
}

/// Whether a box can have carried this.
///
/// # Errors
/// When more came back than were handed out.
pub const fn carried(it: Carried) -> Result<(), Refusal> {
    match (it.handed, it.returned) {
        (Some(handed), Some(returned)) if returned <= handed => Ok(()),
        (_, None) => Ok(()),
        _ => Err(Refusal::BoxFigures),
    }
}

/// How many boxes a round had and how many ballots came back in them, which are among those that came in.
///
/// # Errors
/// When a box is still on its way, or more came back in boxes than came in at all.
pub fn joined(boxes: &[Carried], ballots: u32) -> Result<(u32, u32), Refusal> {
    let mut sum: u32 = 0;
    for one in boxes {
        let (Some(_), Some(returned)) = (one.handed, one.returned) else { return Err(Refusal::BoxOut) };
        sum = sum.saturating_add(returned);
    }
    let count = u32::try_from(boxes.len()).unwrap_or(u32::MAX);
    if sum > ballots { Err(Refusal::BoxFigures) } else { Ok((count, sum)) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_who_do_not_stand_go_with_a_box() {
        for (names, fits) in [
            (&["甲", "乙"][..], true),
            (&["甲"], false),
            (&["甲", "甲"], false),
            (&["甲", "丙"], false),
            (&[], false),
            (&["1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11"], false),
        ] {
            assert_eq!(scrutineers(names, &["丙", "丁"]).is_ok(), fits, "{names:?}");
        }
    }

    #[test]
    fn what_came_back_in_boxes_is_among_what_came_in() {
        let of = |handed, returned| Carried { handed, returned };
        for (it, fits) in [
            (of(Some(30), Some(30)), true),
            (of(Some(30), None), true),
            (of(None, None), true),
            (of(None, Some(3)), false),
            (of(Some(30), Some(31)), false),
        ] {
            assert_eq!(carried(it).is_ok(), fits, "{it:?}");
        }
        let two = [of(Some(30), Some(28)), of(Some(12), Some(12))];
        assert_eq!(joined(&two, 100), Ok((2, 40)));
        assert_eq!(joined(&[], 100), Ok((0, 0)));
        assert_eq!(joined(&two, 39), Err(Refusal::BoxFigures));
        assert_eq!(joined(&[of(Some(30), None)], 100), Err(Refusal::BoxOut));
    }
}
