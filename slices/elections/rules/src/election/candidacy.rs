//! Who may be nominated by how many, and how many stand (选举法 30–32, 57; 地方组织法 26, 27).

use kernel::{Refusal as Family, Refused};
use law_rules::{Deed, Rung, Step, Verdict, Word as _, joint_signatures, words};

use super::{Kind, MOST_SEATS, Origin, Refusal};
use crate::{
    Contest, LeaderClass, Mode, Next, Range, deputy_candidate_range, leader_candidate_range, preliminary_needed,
};

words! {
    /// How the formal list came about.
    pub enum Way as "elections-way-" {
        /// All who were nominated stand.
        Whole = "whole",
        /// 讨论协商: the voter groups agreed.
        Discussed = "discussed",
        /// 预选.
        Preliminary = "preliminary",
    }
}

/// What is contested.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Contesting {
    /// What kind of election.
    pub kind: Kind,
    /// Who votes.
    pub mode: Mode,
    /// Which leaders, where it is leaders.
    pub class: Option<LeaderClass>,
    /// How many stand by the method of the election (选举办法), where it fixes the number.
    pub fixed: Option<u32>,
}

impl Contesting {
    /// Whether a method of the congress fixes how many stand: where it elects deputies of the congress above, vices and members. Of heads the number
    /// nominated decides (地方组织法 27), of the voters' districts the law alone (选举法 31).
    #[must_use]
    pub fn may_fix(self) -> bool {
        self.mode == Mode::Indirect && self.class != Some(LeaderClass::Chief)
    }
}

/// Somebody who was nominated, when the formal list is fixed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Nominee {
    /// Whether the name stands on the formal list.
    pub formal: bool,
    /// Votes in the preliminary election, where there was one.
    pub votes: Option<u32>,
}

/// How many candidates there must be, with the working: by the law, and by the number the method fixes within it.
#[must_use]
pub fn range(of: Contesting, seats: u32) -> Verdict<Range> {
    let by = of.kind == Kind::By;
    let mut found = match of.class {
        Some(class) => leader_candidate_range(class, seats, by),
        None => deputy_candidate_range(of.mode, seats, by),
    };
    if let Some(fixed) = of.fixed {
        found.value = Range { min: fixed, max: Some(fixed), special: false };
        found.working.push(Step::new("elections-step-fixed-number").with("fixed", fixed).local());
    }
    found
}

/// Whether a method may fix that number of candidates.
///
/// # Errors
/// When it fixes none there, or the number lies outside what the law allows.
pub fn fixed(of: Contesting, seats: u32, number: u32) -> Result<(), Refused> {
    if !of.may_fix() {
        return Err(Refusal::FixedHere.into());
    }
    let lawful = range(Contesting { fixed: None, ..of }, seats).value;
    let most = lawful.max.unwrap_or(MOST_SEATS);
    if (lawful.min..=most).contains(&number) {
        return Ok(());
    }
    let refused = Refused::new(Family::Unfit, "elections-refused-fixed-number").with("fixed", number);
    Err(refused.with("min", lawful.min).with("max", most))
}

/// Who may nominate: parties and ten voters or deputies jointly where deputies are elected (选举法 30); the presidium and deputies jointly where it is
/// leaders and members of the committee (地方组织法 26).
#[must_use]
pub const fn nominators(of: Contesting) -> [Origin; 2] {
    match of.class {
        Some(_) => [Origin::Presidium, Origin::Joint],
        None => [Origin::Party, Origin::Joint],
    }
}

/// Whether one more may be nominated so, after so many by the same party, or by the presidium: neither puts forward more than there are seats
/// (选举法 30, 地方组织法 26).
///
/// # Errors
/// When they are as many as the seats, or nobody nominates so there.
pub fn may_nominate(of: Contesting, (origin, before): (Origin, u32), seats: u32) -> Result<(), Refusal> {
    if !nominators(of).contains(&origin) {
        return Err(Refusal::Origin);
    }
    match origin {
        Origin::Party if before >= seats => Err(Refusal::PartyMore { seats }),
        Origin::Presidium if before >= seats => Err(Refusal::PresidiumMore { seats }),
        _ => Ok(()),
    }
}

/// How many must sign a joint nomination on that level of the congress, with the working.
///
/// # Errors
/// When the law knows no such nomination there.
pub fn signatures(of: Contesting, level: &str) -> Result<Verdict<law_rules::Signatures>, Refused> {
    let deed = if of.class.is_some() { Deed::NominateLeaders } else { Deed::RecommendDeputies };
    joint_signatures(deed, Rung::read(level).unwrap_or(Rung::County), None, None)
}

/// Whether the formal list of a district can stand.
///
/// # Errors
/// When it is too short or too long, or too many were nominated and nothing brought their number down.
pub fn fix(of: Contesting, (district, seats): (&str, u32), way: Way, nominees: &[Nominee]) -> Result<(), Refusal> {
    let range = range(of, seats).value;
    let number = |count: usize| u32::try_from(count).unwrap_or(u32::MAX);
    let count = number(nominees.iter().filter(|nominee| nominee.formal).count());
    // 地方组织法 27: the election of a head may go without a choice where one person was nominated, and only then.
    let chosen = of.class == Some(LeaderClass::Chief) && of.kind != Kind::By && number(nominees.len()) > seats;
    let min = if chosen { range.min.max(seats + 1) } else { range.min };
    if count < min || range.max.is_some_and(|max| count > max) {
        let most = range.max.map_or_else(|| "—".to_owned(), |max| max.to_string());
        return Err(Refusal::Range { district: district.to_owned(), count, min, most });
    }
    if of.kind != Kind::By {
        let contest = match (of.class, of.mode) {
            (Some(LeaderClass::Chief), _) => Contest::Chief,
            (Some(LeaderClass::Vice), _) => Contest::Vice,
            (Some(LeaderClass::Member), _) => Contest::Member,
            (None, Mode::Direct) => Contest::Direct,
            (None, Mode::Indirect) => Contest::Indirect,
        };
        let next =
            preliminary_needed(contest, seats, number(nominees.len()), of.fixed).map(|found| found.value.verdict);
        let left_out = nominees.iter().any(|nominee| !nominee.formal);
        let needed = match next {
            Ok(Next::Preliminary) => way != Way::Preliminary,
            Ok(Next::ConsultThenPreliminary) => way == Way::Whole,
            // 选举法 32, 地方组织法 27: within the ratio the congress votes on all; only groups of voters that discussed may leave somebody out.
            Ok(Next::Vote) if left_out => return Err(Refusal::LeftOut { district: district.to_owned() }),
            Ok(Next::Discuss) if left_out && way != Way::Discussed => {
                return Err(Refusal::LeftOut { district: district.to_owned() });
            }
            _ => false,
        };
        if needed {
            return Err(Refusal::PreliminaryNeeded { district: district.to_owned() });
        }
    }
    if way == Way::Preliminary {
        let least = nominees.iter().filter(|nominee| nominee.formal).map(|nominee| nominee.votes).min().flatten();
        let most = nominees.iter().filter(|nominee| !nominee.formal).filter_map(|nominee| nominee.votes).max();
        if least.is_none() || most > least {
            return Err(Refusal::PreliminaryOrder { district: district.to_owned() });
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn leaders_are_nominated_by_the_presidium_or_jointly_and_by_neither_more_than_there_are_seats() {
        let deputies = Contesting { kind: Kind::Indirect, mode: Mode::Indirect, class: None, fixed: None };
        let vices = Contesting { kind: Kind::Leaders, class: Some(LeaderClass::Vice), ..deputies };
        for (of, origin, before, refused) in [
            (vices, Origin::Presidium, 1, None),
            (vices, Origin::Presidium, 2, Some(Refusal::PresidiumMore { seats: 2 })),
            (vices, Origin::Joint, 9, None),
            (vices, Origin::Party, 0, Some(Refusal::Origin)),
            (deputies, Origin::Party, 1, None),
            (deputies, Origin::Party, 2, Some(Refusal::PartyMore { seats: 2 })),
            (deputies, Origin::Presidium, 0, Some(Refusal::Origin)),
            (deputies, Origin::Written, 0, Some(Refusal::Origin)),
        ] {
            assert_eq!(may_nominate(of, (origin, before), 2).err(), refused, "{origin:?} {before}");
        }
    }
}
