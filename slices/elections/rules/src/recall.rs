//! Recall of deputies (F19; 选举法 50–53): who may ask for it, and who decides.

use kernel::{Refusal, Refused};
use law_rules::{Act, Share, Step, Verdict, Word as _, counted, more_than_half, need, words};
use serde::Serialize;

words! {
    /// Whom the recall is of, and before whom.
    pub enum Recalled as "elections-recalled-" {
        /// A county deputy, by the voters of the district.
        County = "county" | "县级" | "县",
        /// A township deputy, by the voters of the district.
        Township = "township" | "乡级" | "乡镇",
        /// A deputy elected by a congress that is in session.
        Congress = "congress" | "人民代表大会" | "大会",
        /// The same, in recess: by its standing committee.
        Committee = "committee" | "standing_committee" | "常委会",
    }
}

/// What a recall needs, and what it comes to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Recall {
    /// How many must ask for it; nothing where the size of the body is not known.
    pub petition: Option<u32>,
    /// Whether enough ask for it.
    pub accepted: Option<bool>,
    /// How many must say yes; nothing where the size of the body is not known.
    pub pass: Option<u32>,
    /// Whether it passes.
    pub passed: Option<bool>,
}

/// F19: `electorate` are the voters of the district, the deputies of the congress or the members of the standing committee.
///
/// # Errors
/// When more ask or say yes than there are, or the size of the body is needed and not given.
pub fn recall_deputy(
    kind: Recalled,
    petitioners: Option<u32>,
    electorate: Option<u32>,
    yes: Option<u32>,
) -> Result<Verdict<Recall>, Refused> {
    let share = match kind {
        Recalled::County | Recalled::Township => None,
        Recalled::Congress => Some(Share::OneTenth),
        Recalled::Committee => Some(Share::OneFifth),
    };
    if electorate.is_none() && (share.is_some() || yes.is_some()) {
        return Err(Refused::new(Refusal::Unfit, "elections-refused-electorate-missing"));
    }
    if let Some((some, all)) = petitioners.max(yes).zip(electorate).filter(|(some, all)| some > all) {
        return Err(Refused::new(Refusal::Unfit, "elections-refused-more-than-all")
            .with("some", some)
            .with("all", all));
    }
    let fixed = if kind == Recalled::County { 50 } else { 30 };
    let petition = share.map_or(Some(fixed), |share| electorate.map(|all| need(all, share)));
    let (ask, decide) = match kind {
        Recalled::County | Recalled::Township => (50, 53),
        Recalled::Congress | Recalled::Committee => (51, 53),
    };
    let accepted = petitioners.zip(petition).map(|(some, need)| some >= need);
    let mut working = vec![match share {
        None => Step::new("elections-step-recall-voters").with("kind", kind.said()).with("need", fixed),
        Some(share) => Step::new("elections-step-recall-share").with("kind", kind.said()).with("share", share.said()),
    }];
    working.iter_mut().for_each(|step| *step = step.clone().by(Act::Electoral, ask));
    working.extend(share.zip(electorate).map(|(share, all)| counted(all, share)));
    let passing = electorate.map(|all| more_than_half(all, Act::Electoral, decide));
    let pass = passing.as_ref().map(|(pass, _)| *pass);
    working.extend(passing.map(|(_, step)| step));
    let passed = yes.zip(pass).map(|(yes, pass)| yes >= pass && accepted != Some(false));
    let value = Recall { petition, accepted, pass, passed };
    Ok(Verdict::new(value, reason(&value, petitioners, yes), working))
}

fn reason(recall: &Recall, petitioners: Option<u32>, yes: Option<u32>) -> Step {
    let (petition, pass) = (recall.petition.unwrap_or(0), recall.pass.unwrap_or(0));
    match (recall.accepted, recall.passed) {
        (Some(false), _) => {
            Step::new("elections-reason-recall-too-few").with("asked", petitioners.unwrap_or(0)).with("need", petition)
        }
        (_, Some(true)) => Step::new("elections-reason-recalled").with("yes", yes.unwrap_or(0)).with("need", pass),
        (_, Some(false)) => Step::new("elections-reason-not-recalled").with("yes", yes.unwrap_or(0)).with("need", pass),
        (Some(true), None) => {
            Step::new("elections-reason-recall-taken").with("asked", petitioners.unwrap_or(0)).with("need", petition)
        }
        (None, None) if recall.pass.is_some() => {
            Step::new("elections-reason-recall-needs").with("petition", petition).with("pass", pass)
        }
        (None, None) => Step::new("elections-reason-recall-petition").with("petition", petition),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_recall_needs_its_petitioners_and_more_than_half_of_all() {
        // law.md F19
        let yes = Some(true);
        let no = Some(false);
        for (kind, petitioners, electorate, votes, petition, accepted, pass, passed) in [
            (Recalled::County, Some(49), None, None, Some(50), no, None, None),
            (Recalled::County, Some(50), None, None, Some(50), yes, None, None),
            (Recalled::Township, Some(29), None, None, Some(30), no, None, None),
            (Recalled::Township, Some(30), None, None, Some(30), yes, None, None),
            (Recalled::County, None, Some(4_000), Some(1_900), Some(50), None, Some(2_001), no),
            (Recalled::County, Some(60), Some(4_000), Some(2_001), Some(50), yes, Some(2_001), yes),
            (Recalled::Committee, None, Some(41), None, Some(9), None, Some(21), None),
            (Recalled::Congress, None, Some(311), None, Some(32), None, Some(156), None),
        ] {
            let value = recall_deputy(kind, petitioners, electorate, votes).unwrap().value;
            assert_eq!(value, Recall { petition, accepted, pass, passed }, "{kind:?} {petitioners:?}");
        }
        assert!(recall_deputy(Recalled::Committee, Some(9), None, None).is_err());
        assert!(recall_deputy(Recalled::County, None, Some(4_000), Some(4_001)).is_err());
    }
}
