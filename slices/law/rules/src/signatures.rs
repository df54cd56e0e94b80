//! How many must sign together (F18; table 2.1 of 地方组织法, with 选举法 30 and 监督法 61).

use kernel::{Refusal, Refused};
use serde::Serialize;

use crate::{Act, Rung, Share, Step, Verdict, Word as _, need, share::counted};

words! {
    /// What is signed together.
    pub enum Deed as "law-deed-" {
        /// 代表联名提出议案.
        Bill = "bill" | "议案",
        /// 代表联名提出质询案.
        Interpellation = "interpellation" | "质询案",
        /// 代表联合提名国家机关领导人员候选人.
        NominateLeaders = "nominate_leaders" | "联合提名",
        /// 代表联名提出对国家机关领导人员的罢免案.
        RecallLeader = "recall_leader" | "罢免案",
        /// 代表联名提议组织特定问题调查委员会.
        Inquiry = "inquiry" | "特定问题调查",
        /// 代表提议临时召集会议.
        InterimSession = "interim_session" | "临时召集",
        /// 代表或者选民联合推荐代表候选人.
        RecommendDeputies = "recommend_deputies" | "recommend_higher_deputies" | "推荐代表候选人",
        /// 常委会组成人员联名提出议案.
        CommitteeBill = "committee_bill" | "常委会议案",
        /// 常委会组成人员联名提出质询案.
        CommitteeInterpellation = "committee_interpellation" | "常委会质询案",
        /// 常委会组成人员提议组织特定问题调查委员会.
        CommitteeInquiry = "committee_inquiry" | "常委会特定问题调查",
        /// 常委会组成人员联名提出撤职案.
        Removal = "removal" | "撤职案",
    }
}

/// How many must sign.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Signatures {
    /// The least number.
    pub need: u32,
}

enum Least {
    Fixed(u32),
    Deputies(Share),
    Members(Share),
}

/// F18: the least number of signatures. A share is taken of the deputies of the congress or of the members of its standing committee.
///
/// # Errors
/// When the law knows no such deed on that level, or when the size of the body is missing.
pub fn joint_signatures(
    act: Deed,
    level: Rung,
    n_deputies: Option<u32>,
    n_members: Option<u32>,
) -> Result<Verdict<Signatures>, Refused> {
    let Some((least, law, article)) = least(act, level) else {
        let refused = Refused::new(Refusal::Unfit, "law-refused-no-such-deed");
        return Err(refused.with("level", level.word()));
    };
    let missing = |key| Refused::new(Refusal::Unfit, key);
    let rule = Step::new("law-step-deed").with("act", act.said()).with("level", level.said()).by(law, article);
    let (need, steps) = match least {
        Least::Fixed(need) => (need, vec![rule]),
        Least::Deputies(share) => {
            let n = n_deputies.ok_or_else(|| missing("law-refused-deputies-missing"))?;
            (need(n, share), vec![rule, counted(n, share)])
        }
        Least::Members(share) => {
            let n = n_members.ok_or_else(|| missing("law-refused-members-missing"))?;
            (need(n, share), vec![rule, counted(n, share)])
        }
    };
    let reason = Step::new("law-reason-signatures").with("act", act.said()).with("need", need);
    Ok(Verdict::new(Signatures { need }, reason, steps))
}

fn least(act: Deed, level: Rung) -> Option<(Least, Act, u16)> {
    let town = level == Rung::Township;
    let organic = |least, article| Some((least, Act::Organic, article));
    let of_committee = |least, law, article| (!town).then_some((least, law, article));
    let few = Least::Fixed(if level == Rung::County { 3 } else { 5 });
    match act {
        Deed::Bill => organic(Least::Fixed(if town { 5 } else { 10 }), 22),
        Deed::Interpellation => organic(Least::Fixed(10), 24),
        Deed::NominateLeaders => organic(Least::Fixed(nominators(level)), 26),
        Deed::RecallLeader => organic(Least::Deputies(if town { Share::OneFifth } else { Share::OneTenth }), 31),
        Deed::Inquiry if town => None,
        Deed::Inquiry => organic(Least::Deputies(Share::OneTenth), 36),
        Deed::InterimSession => organic(Least::Deputies(Share::OneFifth), 14),
        Deed::RecommendDeputies => Some((Least::Fixed(10), Act::Electoral, 30)),
        Deed::CommitteeBill => of_committee(few, Act::Organic, 52),
        Deed::CommitteeInterpellation => of_committee(few, Act::Organic, 53),
        Deed::CommitteeInquiry => of_committee(Least::Members(Share::OneFifth), Act::Organic, 58),
        Deed::Removal => of_committee(Least::Members(Share::OneFifth), Act::Supervision, 61),
    }
}

const fn nominators(level: Rung) -> u32 {
    match level {
        Rung::Province | Rung::Municipality => 30,
        Rung::City | Rung::AutonomousPrefecture => 20,
        Rung::County | Rung::Township => 10,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ask(act: &str, level: &str, deputies: Option<u32>, members: Option<u32>) -> Option<u32> {
        let verdict = joint_signatures(Deed::read(act).unwrap(), Rung::read(level).unwrap(), deputies, members);
        verdict.ok().map(|verdict| verdict.value.need)
    }

    #[test]
    fn as_many_sign_as_the_table_of_the_organic_law_says() {
        // law.md F18 and table 2.1
        for (act, level, deputies, members, expected) in [
            ("bill", "county", None, None, Some(10)),
            ("bill", "township", None, None, Some(5)),
            ("interpellation", "province", None, None, Some(10)),
            ("interpellation", "township", None, None, Some(10)),
            ("nominate_leaders", "province", None, None, Some(30)),
            ("nominate_leaders", "city", None, None, Some(20)),
            ("nominate_leaders", "county", None, None, Some(10)),
            ("nominate_leaders", "township", None, None, Some(10)),
            ("recall_leader", "county", Some(311), None, Some(32)),
            ("recall_leader", "township", Some(67), None, Some(14)),
            ("committee_bill", "city", None, None, Some(5)),
            ("committee_bill", "county", None, None, Some(3)),
            ("committee_interpellation", "county", None, None, Some(3)),
            ("inquiry", "county", Some(311), None, Some(32)),
            ("interim_session", "county", Some(311), None, Some(63)),
            ("recommend_deputies", "county", None, None, Some(10)),
            ("committee_inquiry", "county", None, Some(41), Some(9)),
            ("removal", "city", None, Some(51), Some(11)),
            ("committee_bill", "township", None, None, None),
            ("inquiry", "township", Some(67), None, None),
            ("recall_leader", "county", None, Some(41), None),
        ] {
            assert_eq!(ask(act, level, deputies, members), expected, "{act} {level}");
        }
    }
}
