//! Who acts while a head is missing (F25; 地方组织法 50(13), 55).

use law_rules::{Act, Step, Verdict, Word as _, words};
use serde::Serialize;

words! {
    /// Of which organ the head is missing.
    pub enum Head as "appointments-head-" {
        /// 人民政府.
        Government = "government" | "政府" | "县长" | "市长",
        /// 监察委员会.
        Supervision = "supervision" | "监委" | "监察委员会",
        /// 人民法院.
        Court = "court" | "法院",
        /// 人民检察院.
        Procuratorate = "procuratorate" | "procurator" | "检察院",
        /// 常务委员会.
        Committee = "committee" | "standing_committee" | "常委会",
    }
}

/// A step on the way.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum ActingStep {
    /// 决定任命副职.
    #[serde(rename = "appoint_vice_head")]
    AppointVice,
    /// 决定代理.
    DecideActing,
    /// 推选代理主任.
    #[serde(rename = "elect_acting_chair")]
    ElectActing,
    /// 报上一级检察院和人大常委会备案.
    #[serde(rename = "file_with_higher_procuratorate_and_committee")]
    FileHigher,
}

/// The way to an acting head.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Acting {
    /// Whether this person can act at all.
    pub valid: bool,
    /// The steps in order.
    pub steps: Vec<ActingStep>,
}

/// F25: a head's acting successor is chosen among the vice heads of the same organ. Somebody else is first made a vice head (the practice of other
/// provinces); but the acting chair of a standing committee comes from its vice chairs alone.
#[must_use]
pub fn acting_route(organ: Head, candidate_is_vice_head: bool) -> Verdict<Acting> {
    if organ == Head::Committee {
        let rule = Step::new("appointments-step-acting-chair").by(Act::Organic, 55);
        return if candidate_is_vice_head {
            let value = Acting { valid: true, steps: vec![ActingStep::ElectActing] };
            Verdict::new(value, Step::new("appointments-reason-acting-chair"), vec![rule])
        } else {
            let value = Acting { valid: false, steps: Vec::new() };
            Verdict::new(value, Step::new("appointments-reason-no-acting-chair"), vec![rule])
        };
    }
    let mut working = vec![Step::new("appointments-step-acting").with("organ", organ.said()).by(Act::Organic, 50)];
    let mut steps = Vec::new();
    if !candidate_is_vice_head {
        working.push(Step::new("appointments-step-vice-first").local());
        steps.push(ActingStep::AppointVice);
    }
    steps.push(ActingStep::DecideActing);
    if organ == Head::Procuratorate {
        working.push(Step::new("appointments-step-acting-procurator").by(Act::Organic, 50));
        steps.push(ActingStep::FileHigher);
    }
    let reason = if candidate_is_vice_head {
        Step::new("appointments-reason-acting")
    } else {
        Step::new("appointments-reason-acting-vice-first")
    };
    Verdict::new(Acting { valid: true, steps }, reason, working)
}

#[cfg(test)]
mod tests {
    use super::*;
    use ActingStep::{AppointVice, DecideActing, ElectActing, FileHigher};

    #[test]
    fn an_acting_head_comes_from_the_vice_heads() {
        // law.md F25
        for (organ, vice, valid, steps) in [
            (Head::Government, true, true, &[DecideActing][..]),
            (Head::Government, false, true, &[AppointVice, DecideActing]),
            (Head::Procuratorate, true, true, &[DecideActing, FileHigher]),
            (Head::Procuratorate, false, true, &[AppointVice, DecideActing, FileHigher]),
            (Head::Committee, true, true, &[ElectActing]),
            (Head::Committee, false, false, &[]),
        ] {
            assert_eq!(acting_route(organ, vice).value, Acting { valid, steps: steps.to_vec() }, "{organ:?} {vice}");
        }
    }
}
