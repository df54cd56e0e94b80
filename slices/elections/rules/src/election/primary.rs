//! The preliminary election (预选, 选举法 32, 地方组织法 27) as a round of its own: who took part, which ballots came in, whom it leaves.

use kernel::{Refusal as Family, Refused};
use law_rules::{Act, Share, Step, Verdict, need, words};
use serde::{Deserialize, Serialize};

use super::{Contesting, Refusal, range};

words! {
    /// How many must take part. The law says nothing; rules of provinces and methods of congresses do.
    pub enum Asked as "elections-asked-" {
        /// 不作要求.
        Nothing = "nothing" | "不作要求",
        /// 三分之一以上.
        Third = "third" | "三分之一以上",
        /// 过半数.
        Half = "half" | "过半数",
    }
}

/// A preliminary election as it is reported.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PrimaryFigures {
    /// Who may take part: voters of the district, voters' representatives or deputies.
    pub entitled: u32,
    /// 参加预选人数.
    pub took_part: u32,
    /// 发出选票.
    pub handed: u32,
    /// 收回选票.
    pub returned: u32,
    /// 废票.
    pub invalid: u32,
    /// How many names one ballot may have.
    pub marks: u32,
}

/// Votes for a nominee.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PrimaryVotes<N> {
    /// Who.
    pub nominee: N,
    /// How many.
    pub votes: u32,
}

/// What it comes to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Primary<N> {
    /// Whether enough took part and no ballot was over.
    pub valid: bool,
    /// How many had to take part.
    pub need: u32,
    /// Who stands on the formal list by the order of votes; whoever is equal with the last of them too.
    pub list: Vec<N>,
}

/// Counts a preliminary election for `seats`.
///
/// # Errors
/// When figures cannot be.
pub fn primary<N: Copy>(
    (of, seats): (Contesting, u32),
    asked: Asked,
    it: &PrimaryFigures,
    votes: &[PrimaryVotes<N>],
) -> Result<Verdict<Primary<N>>, Refused> {
    if it.took_part > it.entitled || it.handed > it.entitled || it.invalid > it.returned || it.marks == 0 {
        return Err(Refusal::PrimaryFigures.into());
    }
    let valid_ballots = it.returned - it.invalid;
    let sum: u64 = votes.iter().map(|one| u64::from(one.votes)).sum();
    if votes.iter().any(|one| one.votes > valid_ballots) || sum > u64::from(valid_ballots) * u64::from(it.marks) {
        return Err(Refused::new(Family::Unfit, "elections-refused-primary-votes").with("most", valid_ballots));
    }
    let least = match asked {
        Asked::Nothing => 0,
        Asked::Third => need(it.entitled, Share::OneThird),
        Asked::Half => need(it.entitled, Share::MoreThanHalf),
    };
    let turnout = Step::new("elections-step-primary-turnout").with("took", it.took_part).with("need", least);
    let ballots = Step::new("elections-step-primary-ballots").with("handed", it.handed).with("returned", it.returned);
    let (law, article) = if of.class.is_some() { (Act::Organic, 27) } else { (Act::Electoral, 32) };
    let most = range(of, seats).value.max.unwrap_or(u32::MAX);
    let working =
        vec![turnout.local(), ballots, Step::new("elections-step-primary-order").with("most", most).by(law, article)];
    let valid = it.took_part >= least && it.returned <= it.handed;
    let list = if valid { first(votes, most) } else { Vec::new() };
    let reason = match (valid, it.returned <= it.handed) {
        (true, _) => Step::new("elections-reason-primary").with("count", u32::try_from(list.len()).unwrap_or(u32::MAX)),
        (false, true) => Step::new("elections-reason-primary-few").with("took", it.took_part).with("need", least),
        (false, false) => Step::new("elections-reason-primary-over").with("handed", it.handed),
    };
    Ok(Verdict::new(Primary { valid, need: least, list }, reason, working))
}

/// The first `most` by votes, and whoever is equal with the last of them; nobody without a vote.
fn first<N: Copy>(votes: &[PrimaryVotes<N>], most: u32) -> Vec<N> {
    let mut sorted: Vec<&PrimaryVotes<N>> = votes.iter().filter(|one| one.votes > 0).collect();
    sorted.sort_by_key(|one| std::cmp::Reverse(one.votes));
    let places = usize::try_from(most).unwrap_or(usize::MAX);
    let least = places.checked_sub(1).and_then(|at| sorted.get(at)).map_or(0, |one| one.votes);
    sorted.into_iter().take_while(|one| one.votes >= least).map(|one| one.nominee).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Mode, election::Kind};

    const DIRECT: Contesting = Contesting { kind: Kind::Direct, mode: Mode::Direct, class: None, fixed: None };

    fn figures() -> PrimaryFigures {
        PrimaryFigures { entitled: 900, took_part: 300, handed: 300, returned: 298, invalid: 3, marks: 2 }
    }

    fn votes(all: &[u32]) -> Vec<PrimaryVotes<usize>> {
        all.iter().enumerate().map(|(nominee, votes)| PrimaryVotes { nominee, votes: *votes }).collect()
    }

    #[test]
    fn the_order_of_votes_makes_the_list_where_enough_took_part() {
        // One seat: two candidates (law.md §1.8).
        for (asked, took_part, all, valid, list) in [
            (Asked::Nothing, 10, &[100, 200, 150][..], true, &[1, 2][..]),
            (Asked::Third, 300, &[100, 200, 150], true, &[1, 2]),
            (Asked::Third, 299, &[100, 200, 150], false, &[]),
            (Asked::Half, 300, &[100, 200, 150], false, &[]),
            (Asked::Half, 451, &[100, 200, 150], true, &[1, 2]),
            (Asked::Nothing, 300, &[150, 200, 150], true, &[1, 0, 2]),
            (Asked::Nothing, 300, &[150, 0, 0], true, &[0]),
        ] {
            let it = PrimaryFigures { took_part, ..figures() };
            let found = primary((DIRECT, 1), asked, &it, &votes(all)).unwrap().value;
            assert_eq!((found.valid, found.list.as_slice()), (valid, list), "{asked:?} {took_part} {all:?}");
        }
        let over = PrimaryFigures { returned: 301, ..figures() };
        assert!(!primary((DIRECT, 1), Asked::Nothing, &over, &votes(&[100, 90, 80])).unwrap().value.valid);
    }

    #[test]
    fn figures_that_cannot_be_are_refused() {
        for (it, all) in [
            (PrimaryFigures { took_part: 901, ..figures() }, &[1, 1][..]),
            (PrimaryFigures { handed: 901, ..figures() }, &[1, 1]),
            (PrimaryFigures { invalid: 299, ..figures() }, &[1, 1]),
            (PrimaryFigures { marks: 0, ..figures() }, &[1, 1]),
            (figures(), &[296, 1]),
            (figures(), &[295, 200, 100]),
        ] {
            assert!(primary((DIRECT, 1), Asked::Nothing, &it, &votes(all)).is_err(), "{it:?} {all:?}");
        }
    }
}
