//! Recall and resignation of leaders before the congress in session (地方组织法 13, 25, 31, 32; F18, F20).

use kernel::Refused;
use law_rules::{Act, Deed, Organ, OrganOf, Rung, Step, Verdict, Word as _, joint_signatures, more_than_half, words};
use serde::{Deserialize, Serialize};

use super::Refusal;
use crate::{Resigner, resignation_route};

words! {
    /// How a leader leaves before the congress.
    pub enum LeaderLeaving as "elections-leader-" {
        /// 罢免.
        Recalled = "recalled" | "罢免",
        /// 辞职.
        Resigned = "resigned" | "辞职",
    }
}

words! {
    /// Who moves a recall (地方组织法 31).
    pub enum Mover as "elections-mover-" {
        /// 主席团.
        Presidium = "presidium" | "主席团",
        /// 常务委员会.
        Committee = "committee" | "常务委员会",
        /// 代表联名.
        Deputies = "deputies" | "代表联名",
    }
}

words! {
    /// How whom a recall is about answered: 申辩.
    pub enum Answer as "elections-answer-" {
        /// At a meeting of the presidium or the congress.
        Spoken = "spoken" | "口头申辩",
        /// In writing, printed for the deputies.
        Written = "written" | "书面申辩",
        /// Not at all.
        None = "none" | "没有申辩",
    }
}

/// Who moved it, and how the congress voted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LeaderVote {
    /// Of a recall: who moved it.
    #[serde(default)]
    pub mover: Option<Mover>,
    /// How many deputies, where they moved it.
    #[serde(default)]
    pub movers: Option<u32>,
    /// All deputies of the congress.
    pub deputies: u32,
    /// How many said yes; 0 where it came to no vote.
    #[serde(default)]
    pub yes: u32,
}

/// What it comes to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Leaves {
    /// How many deputies must move it; nothing where it was not they.
    pub petition: Option<u32>,
    /// How many must say yes.
    pub pass: u32,
    /// Whether the leader leaves.
    pub passed: bool,
    /// Who must approve, of a procurator-general.
    pub approval: Option<OrganOf>,
}

/// The offices a congress of that level recalls from, or lets resign.
///
/// # Errors
/// When whoever holds the office is appointed, or there is none such on that level.
pub fn may_leave(leaving: LeaderLeaving, office: &str, level: Rung) -> Result<(), Refusal> {
    let town = matches!(office, "township_chair" | "township_head");
    let fits = match office {
        "committee_member"
        | "government_head"
        | "government_vice_head"
        | "supervision_director"
        | "court_president"
        | "procurator_general" => true,
        "government_member" => leaving == LeaderLeaving::Recalled,
        "special_committee_member" => leaving == LeaderLeaving::Resigned,
        _ => town,
    };
    if fits && town == (level == Rung::Township) { Ok(()) } else { Err(Refusal::NotLeader) }
}

/// Whether the standing committee above must approve that whoever holds it leaves: of a procurator-general (地方组织法 13, 32).
#[must_use]
pub fn approved_above(office: &str) -> bool {
    office == "procurator_general"
}

/// Who must approve it.
fn approval(office: &str, level: Rung) -> Option<OrganOf> {
    approved_above(office).then(|| OrganOf::new(level.above(), Organ::StandingCommittee))
}

/// Whether the leader leaves, with the working. A motion too few moved, and a vote too few said yes in, are no errors: it is declined.
///
/// # Errors
/// When the office is none of those, the mover cannot move it, or more move or say yes than there are.
pub fn leader_leaves(
    leaving: LeaderLeaving,
    (office, level): (&str, Rung),
    vote: &LeaderVote,
) -> Result<Verdict<Leaves>, Refused> {
    may_leave(leaving, office, level)?;
    if let Some(some) = vote.movers.max(Some(vote.yes)).filter(|some| *some > vote.deputies) {
        let refused = Refused::new(kernel::Refusal::Unfit, "elections-refused-more-than-all");
        return Err(refused.with("some", some).with("all", vote.deputies));
    }
    let (petition, mut working) = match leaving {
        LeaderLeaving::Recalled => moved(level, vote)?,
        LeaderLeaving::Resigned => (None, resigns(office, level)?),
    };
    let (pass, step) = more_than_half(vote.deputies, Act::Organic, 25);
    working.push(step);
    let approval = approval(office, level);
    if let Some(by) = approval.filter(|_| leaving == LeaderLeaving::Recalled) {
        working.push(Step::new("elections-step-approval-recall").with("by", by.said()).by(Act::Organic, 13));
    }
    let asked = petition.is_none_or(|need| vote.movers.unwrap_or(0) >= need);
    let value = Leaves { petition, pass, passed: asked && vote.deputies > 0 && vote.yes >= pass, approval };
    Ok(Verdict::new(value, reason(leaving, &value, (asked, vote)), working))
}

/// Who may move a recall; how many deputies must.
fn moved(level: Rung, vote: &LeaderVote) -> Result<(Option<u32>, Vec<Step>), Refused> {
    let rule = |mover: Mover| Step::new("elections-step-moved").with("mover", mover.said()).by(Act::Organic, 31);
    match vote.mover {
        Some(Mover::Deputies) => {
            let found = joint_signatures(Deed::RecallLeader, level, Some(vote.deputies), None)?;
            Ok((Some(found.value.need), found.working))
        }
        Some(Mover::Committee) if level == Rung::Township => Err(Refusal::NotMover.into()),
        Some(mover) => Ok((None, vec![rule(mover)])),
        None => Err(Refusal::NotMover.into()),
    }
}

fn resigns(office: &str, level: Rung) -> Result<Vec<Step>, Refused> {
    let role = Resigner::read(office).ok_or(Refusal::NotLeader)?;
    Ok(resignation_route(role, true, Some(level))?.working)
}

fn reason(leaving: LeaderLeaving, found: &Leaves, (asked, vote): (bool, &LeaderVote)) -> Step {
    if !asked {
        let few = Step::new("elections-reason-recall-too-few").with("asked", vote.movers.unwrap_or(0));
        return few.with("need", found.petition.unwrap_or(0));
    }
    let key = match (leaving, found.passed) {
        (LeaderLeaving::Recalled, true) => "elections-reason-recalled",
        (LeaderLeaving::Recalled, false) => "elections-reason-not-recalled",
        (LeaderLeaving::Resigned, true) => "elections-reason-leader-resigned",
        (LeaderLeaving::Resigned, false) => "elections-reason-leader-stays",
    };
    Step::new(key).with("yes", vote.yes).with("need", found.pass)
}

#[cfg(test)]
mod tests {
    use LeaderLeaving::{Recalled, Resigned};

    use super::*;

    fn vote(mover: Option<Mover>, movers: Option<u32>, deputies: u32, yes: u32) -> LeaderVote {
        LeaderVote { mover, movers, deputies, yes }
    }

    #[test]
    fn one_tenth_moves_in_a_county_one_fifth_in_a_township_and_more_than_half_of_all_decides() {
        let (by, town) = (Some(Mover::Deputies), ("township_head", Rung::Township));
        let county = ("government_head", Rung::County);
        for (leaving, at, asked, petition, pass, passed) in [
            (Recalled, county, vote(by, Some(31), 311, 311), Some(32), 156, false),
            (Recalled, county, vote(by, Some(32), 311, 155), Some(32), 156, false),
            (Recalled, county, vote(by, Some(32), 311, 156), Some(32), 156, true),
            (Recalled, county, vote(Some(Mover::Presidium), None, 311, 156), None, 156, true),
            (Recalled, county, vote(Some(Mover::Committee), None, 310, 155), None, 156, false),
            (Recalled, town, vote(by, Some(11), 60, 60), Some(12), 31, false),
            (Recalled, town, vote(by, Some(12), 60, 31), Some(12), 31, true),
            (Recalled, ("government_member", Rung::County), vote(Some(Mover::Presidium), None, 9, 5), None, 5, true),
            (Resigned, county, vote(None, None, 311, 156), None, 156, true),
            (Resigned, town, vote(None, None, 60, 30), None, 31, false),
            (Resigned, county, vote(None, None, 0, 0), None, 1, false),
        ] {
            let found = leader_leaves(leaving, at, &asked).unwrap().value;
            assert_eq!((found.petition, found.pass, found.passed), (petition, pass, passed), "{leaving:?} {asked:?}");
            assert_eq!(found.approval, None);
        }
    }

    #[test]
    fn a_procurator_general_needs_the_committee_above_and_who_is_appointed_is_not_recalled() {
        let asked = vote(Some(Mover::Presidium), None, 311, 156);
        for leaving in [Recalled, Resigned] {
            let found = leader_leaves(leaving, ("procurator_general", Rung::County), &asked).unwrap().value;
            assert_eq!(found.approval.map(|by| by.to_string()).as_deref(), Some("city_standing_committee"));
        }
        let refused = |leaving, office, level, asked| leader_leaves(leaving, (office, level), &asked).unwrap_err().key;
        for (leaving, office, level) in [
            (Recalled, "judge", Rung::County),
            (Resigned, "government_member", Rung::County),
            (Recalled, "special_committee_member", Rung::County),
            (Recalled, "government_head", Rung::Township),
            (Resigned, "township_head", Rung::County),
        ] {
            assert_eq!(refused(leaving, office, level, asked), "elections-refused-not-leader", "{office}");
        }
        let town = vote(Some(Mover::Committee), None, 60, 40);
        assert_eq!(refused(Recalled, "township_chair", Rung::Township, town), "elections-refused-not-mover");
        let nobody = vote(None, None, 60, 40);
        assert_eq!(refused(Recalled, "government_head", Rung::County, nobody), "elections-refused-not-mover");
        let many = vote(Some(Mover::Deputies), Some(61), 60, 40);
        assert_eq!(refused(Recalled, "government_head", Rung::County, many), "elections-refused-more-than-all");
    }
}
