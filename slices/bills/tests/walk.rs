//! Random verbs by random people, through the desk and both engines. After each that is done: every audit is silent and every row can be
//! read, what is kept reads back, the chain of the journal goes on with a fact by who did it; people whose verb it is not have tried it
//! first, were refused for that reason, and nothing changed.
//!
//! `LIANLUO_WALK_SEED=17 cargo test -p bills --test bills-tests walk` walks another way.

use crate::world::*;
use accounts_rules::Actor;
use bills::{
    Kept, Sight,
    desk::{self, check::Opinion, decide::Decision},
    queries,
};
use bills_rules::{BillId, Disposal, OnPaper, Stage, Vote};
use kernel::Refusal;
use kit::{Problem, Site, db::Sql, journal, testing::both, web::api::Once};

/// The same sequence on every run.
#[derive(Clone)]
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
        return chance.n(14);
    }
    match stage {
        Stage::Draft | Stage::Returned { .. } => [1, 2, 2, 2, 4][usize::from(chance.n(5))],
        Stage::Submitted(_) => [5, 6, 6, 6][usize::from(chance.n(4))],
        Stage::Numbered(_) => [7, 7, 12, 13][usize::from(chance.n(4))],
        Stage::Reviewed(_) => [8, 8, 13][usize::from(chance.n(3))],
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

/// One verb by somebody, with what it needs left to chance.
async fn attempt(
    site: &Site,
    actor: &Actor,
    chance: &mut Chance,
    (id, verb, version): (BillId, u8, i64),
) -> Result<Kept, Problem> {
    match verb {
        0 => desk::draft::edit(site, actor, id, version, sheet(&format!("关于第{}件事的议案", chance.n(2)))).await,
        1 => desk::sign::ask(site, actor, id, &[person(2 + chance.n(11)), person(2 + chance.n(11))]).await,
        2 => desk::sign::sign(site, actor, id, desk::Saw::Unsaid).await,
        3 => desk::sign::decline(site, actor, id).await,
        4 => desk::submit::submit(site, actor, id).await,
        5 => desk::check::give_back(site, actor, id, words("请补正")).await,
        6 => desk::check::number(site, actor, id).await,
        7 => {
            let opinion =
                Opinion {
                    by: name("议案审查委员会"), proposal: disposal(chance), reason: words("意见"), seen: None
                };
            desk::check::review(site, actor, id, opinion).await
        }
        8 => {
            let reason = (chance.n(2) == 0).then(|| words("理由"));
            desk::decide::decide(site, actor, id, Decision { reason, ..decision(disposal(chance)) }).await
        }
        9 => desk::submit::withdraw(site, actor, id, words("撤回")).await,
        10 => {
            let against = (chance.n(2) == 0).then(|| words("不同意"));
            desk::decide::answer_withdrawal(site, actor, id, against).await
        }
        12 => desk::consult::consult(site, actor, id, None).await,
        13 => {
            let (agrees, reason) = (chance.n(2) == 0, (chance.n(2) == 0).then(|| words("应由大会决定")));
            desk::consult::speak(site, actor, id, agrees, reason).await
        }
        _ if chance.n(2) == 0 => {
            desk::decide::vote(site, actor, id, Vote { yes: chance.n(14).into(), all: 12, ..Vote::default() }).await
        }
        _ => desk::decide::report(site, actor, id, words("审议结果")).await,
    }
}

/// Somebody whose verb it is, and some whose it is not.
fn people(chance: &mut Chance, verb: u8, paper: bool) -> (Actor, Vec<Actor>) {
    match verb {
        0 if paper => (clerk(), vec![deputy(2), deputy(12), stranger(), Actor::nobody()]),
        9 if paper => (
            [clerk(), deputy(1)][usize::from(chance.n(2))].clone(),
            vec![deputy(2), deputy(12), stranger(), Actor::nobody()],
        ),
        0 | 1 | 4 | 9 => (deputy(1), vec![deputy(2), deputy(12), clerk(), chief(), stranger(), Actor::nobody()]),
        2 | 3 => (deputy(2 + chance.n(11)), vec![clerk(), chief(), stranger(), deputy(1), Actor::nobody()]),
        13 => (deputy(1 + chance.n(12)), vec![clerk(), chief(), stranger(), Actor::nobody()]),
        8 | 10 => (chief(), vec![clerk(), deputy(1), deputy(3), stranger(), Actor::nobody()]),
        _ => (
            [clerk(), chief()][usize::from(chance.n(2))].clone(),
            vec![deputy(1), deputy(3), stranger(), Actor::nobody()],
        ),
    }
}

/// Everything that is kept, as numbers.
async fn fingerprint(site: &Site) -> Vec<i64> {
    let sql = "select seq from journal_head union all select cast(coalesce(sum(version), 0) as bigint) from bill \
               union all select count(*) from bill union all select count(*) from bill_signer where answer = 'confirmed' \
               union all select count(*) from bill_signer union all select count(*) from bill_consult where answer <> 'silent' \
               union all select count(*) from bill_remark \
               union all select cast(coalesce(sum(last), 0) as bigint) from bill_numbering";
    site.db().all::<(i64,)>(Sql::new(sql)).await.unwrap().into_iter().map(|(n,)| n).collect()
}

/// Whether it was refused because it is not theirs, or as if there were none.
fn not_theirs(problem: &Problem) -> bool {
    match problem {
        Problem::SignIn => true,
        Problem::Refused(refused) => matches!(refused.kind, Refusal::NotYours | Refusal::Missing),
        _ => false,
    }
}

/// What was kept reads back as it was answered.
async fn reads_back(site: &Site, kept: &Kept) {
    let seen = queries::detail(site, &deputy(1), kept.bill.id).await.unwrap();
    assert_eq!((&seen.bill, seen.version, seen.sight), (&kept.bill, kept.version, Sight::Lead));
}

/// The new facts follow the chain, and bear the name of who did them.
async fn chained(site: &Site, (seq, hash): (i64, String), actor: &Actor) {
    let mut last = (seq, hash);
    let new = journal::after(site.db(), seq, 100).await.unwrap();
    assert!(!new.is_empty(), "what is done is told by a fact");
    for entry in new {
        assert_eq!((entry.seq, &entry.prev, entry.by), (last.0 + 1, &last.1, actor.account));
        last = (entry.seq, entry.hash);
    }
}

/// The whole chain holds.
async fn verified(site: &Site) {
    let mut export = Vec::new();
    let line = |line: &str| {
        export.extend_from_slice(line.trim_end().as_bytes());
        export.push(b'\n');
        Ok(())
    };
    let count = journal::export(site.db(), line).await.unwrap();
    assert_eq!(journal::verify(export.as_slice()).map(|held| held.facts), Ok(count));
}

/// Tries a verb by those who must not, then by one who may; how many were refused what was then done.
async fn tried(site: &Site, chance: &mut Chance, id: BillId) -> usize {
    let seen = queries::detail(site, &deputy(1), id).await.unwrap();
    let verb = a_verb(chance, &seen.bill.stage);
    let (able, unable) = people(chance, verb, seen.bill.on_paper());
    let (what, before) = ((id, verb, seen.version), fingerprint(site).await);
    let mut refusals = vec![];
    // On PostgreSQL one of them: a refusal drops its transaction, and with it the connection.
    let one = usize::from(chance.n(64)) % unable.len();
    let (from, most) = if site.config().data.starts_with("postgres") { (one, 1) } else { (0, unable.len()) };
    for wrong in unable.iter().skip(from).take(most) {
        let refused = attempt(site, wrong, &mut chance.clone(), what).await;
        refusals.push(refused.err().unwrap_or_else(|| panic!("{} did {verb}, which is not theirs", wrong.name)));
    }
    assert_eq!(fingerprint(site).await, before, "{verb} was refused, and something changed");
    let head = journal::head(site.db()).await.unwrap();
    match attempt(site, &able, chance, what).await {
        Ok(kept) => {
            for problem in &refusals {
                assert!(not_theirs(problem), "{verb} was refused for another reason: {problem:?}");
            }
            reads_back(site, &kept).await;
            chained(site, head, &able).await;
            sound(site).await;
            refusals.len()
        }
        Err(Problem::Refused(_) | Problem::Invalid(_) | Problem::Stale(_)) => {
            assert_eq!(fingerprint(site).await, before, "{verb} was refused, and something changed");
            0
        }
        Err(other) => panic!("{verb}: {other:?}"),
    }
}

/// Every fourth is a sheet that was signed by hand.
async fn begun(site: &Site, seed: u64, chance: &mut Chance) -> BillId {
    let title = format!("关于第{seed}件事的议案");
    if !seed.is_multiple_of(4) {
        return signed(site, &title, 8 + chance.n(3)).await;
    }
    let signers = (2..=10 + chance.n(3)).map(person).collect();
    let from = OnPaper { lead: person(1), signers, received: site.now(), sheet: sheet(&title) };
    desk::paper::receive(site, &clerk(), congress(), from, &Once::default()).await.unwrap()
}

#[test]
fn no_random_verb_breaks_a_row_a_right_or_the_journal() {
    let named = std::env::var("LIANLUO_WALK_SEED").ok().and_then(|seed| seed.parse::<u64>().ok());
    let seeds: Vec<u64> = named.map_or_else(|| (0..16).collect(), |seed| vec![seed]);
    both(async |site| {
        on(&site, "2026-03-08");
        found(&site).await;
        let (mut ends, mut refused) = (std::collections::BTreeSet::new(), 0);
        for seed in &seeds {
            eprintln!("LIANLUO_WALK_SEED={seed}");
            let mut chance = Chance(*seed);
            on(&site, "2026-03-09");
            let id = begun(&site, *seed, &mut chance).await;
            for _ in 0..40 {
                refused += tried(&site, &mut chance, id).await;
            }
            verified(&site).await;
            ends.insert(queries::detail(&site, &deputy(1), id).await.unwrap().bill.stage.word());
        }
        assert!(named.is_some() || (ends.contains("closed") && refused > 60), "the walk goes far: {ends:?}, {refused}");
    });
}
