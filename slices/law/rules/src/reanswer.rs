//! Whether the movers of an interpellation may ask for a new answer (F31).

use kernel::{Refusal, Refused};
use serde::Serialize;

use crate::{Act, Share, Step, Verdict, Word as _, need, share::counted};

words! {
    /// Before whom a question was put.
    pub enum Hearer as "law-hearer-" {
        /// 人民代表大会.
        Congress = "congress" | "人大" | "代表大会",
        /// 常务委员会.
        Committee = "committee" | "standing_committee" | "常委会",
    }
}

/// Whether a new answer may be asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Reanswer {
    /// Whether it may.
    pub right: bool,
    /// How many of the movers must be dissatisfied.
    pub need: u32,
    /// Whether the council of chairpersons (主任会议) must agree as well.
    pub chairpersons_decide: bool,
}

/// F31: in a congress half of the movers suffice (代表法 20); in a standing committee it takes more than half and a decision of the
/// chairpersons (监督法 51–54).
///
/// # Errors
/// When more are dissatisfied than there are movers.
pub fn reanswer_right(body: Hearer, movers: u32, dissatisfied: u32) -> Result<Verdict<Reanswer>, Refused> {
    if dissatisfied > movers {
        let refused = Refused::new(Refusal::Unfit, "law-refused-more-dissatisfied");
        return Err(refused.with("dissatisfied", dissatisfied).with("movers", movers));
    }
    let (share, law, article) = match body {
        Hearer::Congress => (Share::Half, Act::Deputies, 20),
        Hearer::Committee => (Share::MoreThanHalf, Act::Supervision, 53),
    };
    let need = need(movers, share);
    let right = dissatisfied >= need;
    let chairpersons_decide = body == Hearer::Committee;
    let working = vec![
        Step::new("law-step-reanswer-rule").with("body", body.said()).with("share", share.said()).by(law, article),
        counted(movers, share),
    ];
    let reason = match (right, chairpersons_decide) {
        (true, false) => Step::new("law-reason-reanswer").with("dissatisfied", dissatisfied).with("need", need),
        (true, true) => Step::new("law-reason-reanswer-decided").with("dissatisfied", dissatisfied).with("need", need),
        (false, _) => Step::new("law-reason-no-reanswer").with("dissatisfied", dissatisfied).with("need", need),
    };
    Ok(Verdict::new(Reanswer { right, need, chairpersons_decide }, reason, working))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn half_suffice_in_a_congress_and_not_in_a_standing_committee() {
        // law.md F31
        for (body, movers, dissatisfied, right) in [
            (Hearer::Congress, 10, 5, true),
            (Hearer::Congress, 10, 4, false),
            (Hearer::Congress, 11, 6, true),
            (Hearer::Congress, 11, 5, false),
            (Hearer::Committee, 6, 3, false),
            (Hearer::Committee, 6, 4, true),
        ] {
            let verdict = reanswer_right(body, movers, dissatisfied).unwrap();
            assert_eq!(verdict.value.right, right, "{body:?} {movers} {dissatisfied}");
            assert_eq!(verdict.value.chairpersons_decide, body == Hearer::Committee);
        }
        assert!(reanswer_right(Hearer::Congress, 3, 4).is_err());
    }
}
