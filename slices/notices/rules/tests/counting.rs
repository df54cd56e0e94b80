//! Who hears of a round of ballots: tellers that they count and count again, whoever announces that it can be announced.

use accounts_rules::Right;
use ballots_rules::paper::{Fact, Role};
use kernel::{AccountId, BodyId};
use notices_rules::{Audience, Counting, Kind, ROUND_VERBS, VIA, told_by_round};
use uuid::Uuid;

#[test]
fn tellers_and_keepers_hear_what_they_have_to_do_and_no_figure() {
    let account = |n| AccountId::from_uuid(Uuid::from_u128(n));
    let congress = BodyId::from_uuid(Uuid::from_u128(9));
    let tellers = vec![(account(1), Role::Counter), (account(2), Role::Counter), (account(3), Role::Chief)];
    let of = Counting { congress, tellers };
    let one = |n| Audience::Account(account(n));
    let holders = |right| Audience::Holders(right, congress);
    let named = Fact::TellerNamed { account: account(7), role: Role::Counter };
    let entered = |agrees| Fact::BundleEntered { box_no: 1, n: 1, attempt: 1, agrees };
    let all = || vec![one(1), one(2), one(3)];
    for (fact, kind, told) in [
        (named, Kind::BallotCounts, vec![one(7)]),
        (Fact::TellerStoodAside { account: account(1) }, Kind::BallotTellerAside, vec![holders(Right::BallotPrepare)]),
        (entered(Some(false)), Kind::BallotDiffers, vec![one(1), one(2)]),
        (entered(Some(true)), Kind::BallotDiffers, vec![]),
        (entered(None), Kind::BallotDiffers, vec![]),
        (Fact::RoundReported { edition: 1 }, Kind::BallotToAnnounce, vec![holders(Right::BallotAnnounce)]),
        (Fact::ResultAnnounced { edition: 1 }, Kind::BallotAnnounced, vec![holders(Right::BallotPrepare)]),
        (Fact::CorrectionBegun { edition: 1 }, Kind::BallotReopened, all()),
        (Fact::RoundCalledOff, Kind::BallotOff, all()),
    ] {
        let found = told_by_round(&fact, &of);
        assert!(found.iter().all(|tidings| tidings.kind == kind), "{fact:?}");
        assert_eq!(found.into_iter().map(|tidings| tidings.to).collect::<Vec<_>>(), told, "{fact:?}");
        assert!(ROUND_VERBS.contains(&kernel::Verb::verb(&fact)), "{fact:?}");
    }
    assert!([Right::BallotAnnounce, Right::BallotPrepare].iter().all(|right| VIA.contains(right)));
}
