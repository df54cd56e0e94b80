//! Shares of a body (F17). 以上、不少于 include the number itself, 过半数 does not include the half.

use serde::Serialize;

use crate::{Act, Step, Verdict, Word as _};

words! {
    /// How much of a body is asked for.
    pub enum Share as "law-share-" {
        /// 过半数: more than half; exactly half fails.
        MoreThanHalf = ">1/2" | ">½" | "more_than_half" | "过半数",
        /// 半数以上: half or more.
        Half = "1/2" | "½" | "半数以上",
        /// 三分之二以上.
        TwoThirds = "2/3" | "⅔" | "三分之二以上",
        /// 三分之一以上.
        OneThird = "1/3" | "⅓" | "三分之一以上",
        /// 五分之一以上.
        OneFifth = "1/5" | "⅕" | "五分之一以上",
        /// 十分之一以上.
        OneTenth = "1/10" | "⅒" | "十分之一以上",
    }
}

/// How many are needed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Need {
    /// The least whole number that suffices.
    pub need: u32,
}

/// The least whole number that is this share of `n`.
#[must_use]
pub fn need(n: u32, share: Share) -> u32 {
    let (a, b) = match share {
        Share::MoreThanHalf => return n / 2 + 1,
        Share::Half => (1, 2),
        Share::TwoThirds => (2, 3),
        Share::OneThird => (1, 3),
        Share::OneFifth => (1, 5),
        Share::OneTenth => (1, 10),
    };
    u32::try_from((u64::from(n) * a).div_ceil(b)).unwrap_or(u32::MAX)
}

/// The step that tells how a share was counted; the caller adds what it rests on.
#[must_use]
pub fn counted(n: u32, share: Share) -> Step {
    if share == Share::MoreThanHalf {
        return Step::new("law-step-more-than-half").with("n", n).with("half", n / 2).with("need", need(n, share));
    }
    Step::new("law-step-share").with("n", n).with("share", share.said()).with("need", need(n, share))
}

/// More than half of a body, with the step that tells so, resting on an article.
#[must_use]
pub fn more_than_half(n: u32, law: Act, article: u16) -> (u32, Step) {
    (need(n, Share::MoreThanHalf), counted(n, Share::MoreThanHalf).by(law, article))
}

/// F17: how many of `n` are the share asked for.
#[must_use]
pub fn thresholds(n: u32, rule: Share) -> Verdict<Need> {
    let need = need(n, rule);
    let reason = Step::new("law-reason-need").with("n", n).with("share", rule.said()).with("need", need);
    let (law, article) = stands_in(rule);
    let found = Step::new("law-step-share-found").with("share", rule.said()).by(law, article);
    let drafting = Step::new("law-step-drafting").reading();
    Verdict::new(Need { need }, reason, vec![found, drafting, counted(n, rule)])
}

/// A place where the law asks for the share: of deputies who decide, are present, call a session or move a recall; of ballots; of movers.
const fn stands_in(rule: Share) -> (Act, u16) {
    match rule {
        Share::MoreThanHalf => (Act::Organic, 25),
        Share::Half => (Act::Deputies, 20),
        Share::TwoThirds | Share::OneFifth => (Act::Organic, 14),
        Share::OneThird => (Act::Electoral, 45),
        Share::OneTenth => (Act::Organic, 31),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn shares_are_rounded_as_the_law_is_read() {
        // law.md F17
        for (n, share, expected) in [
            (45, ">1/2", 23),
            (46, ">1/2", 24),
            (67, ">1/2", 34),
            (754, ">1/2", 378),
            (774, ">1/2", 388),
            (1, ">1/2", 1),
            (311, "1/10", 32),
            (754, "1/10", 76),
            (67, "1/5", 14),
            (41, "1/5", 9),
            (311, "1/5", 63),
            (51, "1/5", 11),
            (311, "2/3", 208),
            (754, "2/3", 503),
            (2_001, "1/3", 667),
        ] {
            assert_eq!(thresholds(n, Share::read(share).unwrap()).value.need, expected, "{n} {share}");
        }
    }

    proptest! {
        #[test]
        fn a_need_is_the_least_number_that_suffices_and_never_falls_when_the_body_grows(n in 1_u32..=u32::MAX - 1) {
            let n64 = u64::from(n);
            for (share, a, b) in [(Share::Half, 1, 2), (Share::TwoThirds, 2, 3), (Share::OneThird, 1, 3), (Share::OneFifth, 1, 5), (Share::OneTenth, 1, 10)] {
                let least = u64::from(need(n, share));
                prop_assert!(least * b >= a * n64 && (least - 1) * b < a * n64);
                prop_assert!(need(n + 1, share) >= need(n, share));
            }
            let half = u64::from(need(n, Share::MoreThanHalf));
            prop_assert!(2 * half > n64 && 2 * (half - 1) <= n64);
        }
    }
}
