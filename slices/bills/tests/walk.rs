//! Random verbs by random people on random days, through the desk and both engines: what is kept is what the rule said, and nothing in
//! the database ever breaks a rule.

#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "tests")]

mod world;

use accounts_rules::Actor;
use bills::{
    Kept, Sight,
    desk::{self, check::Opinion, decide::Decision},
    queries,
};
use bills_rules::{BillId, Disposal, Stage, Vote};
use kit::{Problem, Site, testing::both};
use world::*;

/// The same sequence on every run.
struct Chance(u64);

impl Chance {
    fn n(&mut self, n: u8) -> u8 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let z = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        let z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        u8::try_from((z ^ (z >> 31)) % u64::from(n)).unwrap()
    }
}

/// The verb that is awaited, half of the time; otherwise any.
fn a_verb(chance: &mut Chance, stage: &Stage) -> u8 {
    if chance.n(2) == 0 {
        return chance.n(12);
    }
    match stage {
        Stage::Draft | Stage::Returned { .. } => [1, 2, 2, 2, 4][usize::from(chance.n(5))],
        Stage::Submitted(_) => [5, 6, 6, 6][usize::from(chance.n(4))],
        Stage::Numbered(_) => 7,
        Stage::Reviewed(_) => 8,
        Stage::Agenda { asked: Some(_), .. } => 10,
        Stage::Agenda { asked: None, .. } => 9 + 2 * chance.n(2),
        Stage::Referred { .. } => 11,
        Stage::Closed(_) | Stage::Withdrawn { .. } => 0,
    }
}

fn disposal(chance: &mut Chance) -> Disposal {
    match chance.n(4) {
        0 => Disposal::Agenda,
        1 => Disposal::Refer { to: name("法制委员会") },
        2 => Disposal::NotListed,
        _ => Disposal::Suggestion,
    }
}

async fn attempt(site: &Site, chance: &mut Chance, id: BillId, verb: u8, version: i64) -> Result<Kept, Problem> {
    let lead = deputy(1 + chance.n(5) / 4);
    let office: Actor = [clerk(), chief(), chief(), deputy(3)][usize::from(chance.n(4))].clone();
    let other = 2 + chance.n(11);
    match verb {
        0 => desk::draft::edit(site, &lead, id, version, sheet(&format!("关于第{}件事的议案", chance.n(2)))).await,
        1 => desk::sign::ask(site, &lead, id, &[person(other), person(2 + chance.n(11))]).await,
        2 => desk::sign::sign(site, &deputy(other), id).await,
        3 => desk::sign::decline(site, &deputy(other), id).await,
        4 => desk::submit::submit(site, &lead, id).await,
        5 => desk::check::give_back(site, &office, id, words("请补正")).await,
        6 => desk::check::number(site, &office, id).await,
        7 => {
            let opinion =
                Opinion { by: name("议案审查委员会"), proposal: disposal(chance), reason: words("意见") };
            desk::check::review(site, &office, id, opinion).await
        }
        8 => {
            let reason = (chance.n(2) == 0).then(|| words("理由"));
            desk::decide::decide(site, &office, id, Decision { reason, ..decision(disposal(chance)) }).await
        }
        9 => desk::submit::withdraw(site, &lead, id, words("撤回")).await,
        10 => {
            let against = (chance.n(2) == 0).then(|| words("不同意"));
            desk::decide::answer_withdrawal(site, &office, id, against).await
        }
        _ if chance.n(2) == 0 => {
            desk::decide::vote(site, &office, id, Vote { yes: chance.n(14).into(), all: 12 }).await
        }
        _ => desk::decide::report(site, &office, id, words("审议结果")).await,
    }
}

/// What was kept reads back as it was answered.
async fn reads_back(site: &Site, kept: &Kept) {
    let seen = queries::detail(site, &deputy(1), kept.bill.id).await.unwrap();
    assert_eq!((&seen.bill, seen.version, seen.sight), (&kept.bill, kept.version, Sight::Lead));
}

#[test]
fn random_verbs_keep_every_row_possible() {
    both(async |site| {
        on(&site, "2026-03-08");
        found(&site).await;
        let mut ends = std::collections::BTreeSet::new();
        for seed in 0..16 {
            let mut chance = Chance(seed);
            on(&site, "2026-03-09");
            let id = signed(&site, &format!("关于第{seed}件事的议案"), 8 + chance.n(3)).await;
            for _ in 0..40 {
                let seen = queries::detail(&site, &deputy(1), id).await.unwrap();
                let verb = a_verb(&mut chance, &seen.bill.stage);
                match attempt(&site, &mut chance, id, verb, seen.version).await {
                    Ok(kept) => reads_back(&site, &kept).await,
                    Err(Problem::Refused(_) | Problem::Invalid(_) | Problem::Stale(_)) => {}
                    Err(other) => panic!("{verb}: {other:?}"),
                }
            }
            ends.insert(queries::detail(&site, &deputy(1), id).await.unwrap().bill.stage.word());
        }
        assert!(ends.contains("closed"), "the walk goes far: {ends:?}");
        sound(&site).await;
    });
}
