//! Evaluations at random: any verb by anybody on any day, through the desk and both engines. After each that is done: every audit is
//! silent, the stage and the last day to appeal are what the facts come to, the chain of the journal goes on; who must not has tried it
//! first, was refused for that reason, and nothing changed.
//!
//! `LIANLUO_WALK_SEED=17 cargo test -p supervision --test supervision-tests walk` walks another way.

use std::collections::BTreeMap;

use crate::world::*;
use accounts_rules::Actor;
use kernel::{BodyId, Refusal};
use kit::{Problem, Site, db::Sql, journal, testing::both, web::api::Once};
use supervision::desk::evaluation::{
    self as desk, AppealWanted, EvaluationWanted, RulingWanted, ScoreWanted, VoteWanted,
};
use supervision_rules::{Correction, EvaluationId, EvaluationStage, Fact, Grade, Line, Measure, Scheme, Way};

/// The same sequence on every run.
struct Chance(u64);

impl Chance {
    fn n(&mut self, n: u64) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let z = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        let z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        (z ^ (z >> 31)) % n
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[rustfmt::skip]
enum Verb { Revise, Open, Vote, Score, Compute, Tell, Appeal, Rule, Decide, Publish }

use Verb::{Appeal, Compute, Decide, Open, Publish, Revise, Rule, Score, Tell, Vote};

const EVERY: [Verb; 10] = [Revise, Open, Vote, Score, Compute, Tell, Appeal, Rule, Decide, Publish];

fn scheme(weight: u16) -> Scheme {
    let line = |name, measure, weight| Line { name: text(name), measure, weight, good: None, pass: None };
    let grade = |name, at_least| Grade { name: text(name), at_least };
    let lines = [
        ("按时签收", Measure::Signed, 80 - weight),
        ("代表评分", Measure::Scores, 20),
        ("现场测评", Measure::Vote, weight),
    ];
    Scheme {
        way: Way::Points,
        lines: lines.map(|(name, measure, weight)| line(name, measure, weight)).into(),
        grades: vec![grade("优秀", 90), grade("不合格", 0)],
        basically: 60,
        goods: 2,
        fewest_scores: 1,
        appeal_days: 7,
    }
}

async fn drafted(site: &Site) -> EvaluationId {
    let (since, until) = (day("2026-01-01"), day("2026-12-31"));
    let wanted =
        EvaluationWanted {
            title: text("办理工作评议"), since, until, basis: text("评议办法"), scheme: scheme(40)
        };
    desk::draft(site, &clerk(), congress(), wanted, &Once::default()).await.unwrap().evaluation.id
}

/// One verb, with all it needs but who does it.
#[derive(Clone, Copy, Debug)]
struct Go {
    verb: Verb,
    id: EvaluationId,
    unit: BodyId,
    pick: u8,
}

async fn tried(site: &Site, actor: &Actor, go: Go) -> Result<(), Problem> {
    let Go { verb, id, unit, pick } = go;
    match verb {
        Revise => desk::revise(site, actor, id, scheme(20 + u16::from(pick)), None).await.map(drop),
        Open => desk::open(site, actor, id).await.map(drop),
        Vote => {
            let against = u32::from(pick);
            let wanted = VoteWanted {
                ballots: 50,
                satisfied: 40 - against,
                basically: 5,
                dissatisfied: 4 + against,
                invalid: 1,
            };
            desk::vote(site, actor, (id, unit), wanted, None).await.map(drop)
        }
        Score => desk::score(site, actor, id, unit, ScoreWanted { score: 60 + u32::from(pick) }).await,
        Compute => desk::compute(site, actor, id).await.map(drop),
        Tell => desk::tell(site, actor, id).await.map(drop),
        Appeal => desk::appeal(site, actor, id, unit, AppealWanted { words: text("漏计") }).await.map(drop),
        Rule => {
            let correction = Correction { measure: Measure::Signed, part: 1, whole: 1 };
            let corrections = if pick.is_multiple_of(2) { vec![correction] } else { vec![] };
            desk::rule(site, actor, id, unit, RulingWanted { words: text("已核对"), corrections }).await.map(drop)
        }
        Decide => desk::decide(site, actor, id).await.map(drop),
        Publish => desk::publish(site, actor, id).await.map(drop),
    }
}

/// Whose verb it is, in plain words.
fn people(go: Go) -> (Vec<Actor>, Vec<Actor>) {
    let other = if go.unit == roads() { water() } else { roads() };
    let able = match go.verb {
        Revise | Vote | Compute => vec![clerk(), chief()],
        Score => vec![deputy(1)],
        Appeal => vec![head(go.unit)],
        Open | Tell | Rule | Decide | Publish => vec![chief()],
    };
    let all = [clerk(), chief(), deputy(1), head(go.unit), head(other), transfer(), stranger(), Actor::nobody()];
    let unable = all.into_iter().filter(|one| !able.contains(one)).collect();
    (able, unable)
}

/// Everything that is kept, as numbers.
async fn fingerprint(site: &Site) -> Vec<i64> {
    let sql = "select seq from journal_head union all select count(*) from evaluation \
               union all select cast(coalesce(sum(version), 0) as bigint) from evaluation union all select count(*) from evaluation_score \
               union all select cast(coalesce(sum(score), 0) as bigint) from evaluation_score";
    site.db().all::<(i64,)>(Sql::new(sql)).await.unwrap().into_iter().map(|(n,)| n).collect()
}

fn not_theirs(problem: &Problem) -> bool {
    match problem {
        Problem::SignIn => true,
        Problem::Refused(refused) => matches!(refused.kind, Refusal::NotYours | Refusal::Missing),
        _ => false,
    }
}

/// What the facts come to: the stage, and the day of the telling and seven more.
#[derive(Default)]
struct Told {
    stage: &'static str,
    until: Option<kernel::Day>,
}

impl Told {
    async fn take(&mut self, site: &Site, (seq, hash): (i64, String), actor: &Actor) {
        let mut last = (seq, hash);
        let new = journal::after(site.db(), seq, 10).await.unwrap();
        assert!(!new.is_empty(), "what is done is told by a fact");
        for entry in new {
            assert_eq!((entry.seq, &entry.prev, entry.by), (last.0 + 1, &last.1, actor.account));
            let today = entry.at.day();
            match serde_json::from_value(entry.fact).unwrap() {
                Fact::EvaluationOpened { .. } => self.stage = "open",
                Fact::EvaluationComputed => self.stage = "computed",
                Fact::EvaluationTold { appeal_until } => {
                    assert_eq!(appeal_until.days_since(today), 7);
                    (self.stage, self.until) = ("told", Some(appeal_until));
                }
                Fact::Appealed { .. } => assert!(self.until.is_some_and(|until| today <= until)),
                Fact::EvaluationDecided => {
                    assert!(self.until.is_some_and(|until| today > until));
                    self.stage = "decided";
                }
                Fact::EvaluationPublished => self.stage = "published",
                _ => {}
            }
            last = (entry.seq, entry.hash);
        }
    }
}

fn word(stage: &EvaluationStage) -> &'static str {
    match stage {
        EvaluationStage::Draft => "draft",
        EvaluationStage::Open { .. } => "open",
        EvaluationStage::Computed { .. } => "computed",
        EvaluationStage::Told { .. } => "told",
        EvaluationStage::Decided { .. } => "decided",
        EvaluationStage::Published { .. } => "published",
    }
}

/// Those who must not, then one who may; how many were refused what was then done.
async fn step(site: &Site, chance: &mut Chance, go: Go, told: &mut Told) -> Option<usize> {
    let (able, unable) = people(go);
    let before = fingerprint(site).await;
    let mut refusals = vec![];
    // On PostgreSQL one of them: a refusal drops its transaction, and with it the connection.
    let one = usize::try_from(chance.n(64)).unwrap() % unable.len();
    let (from, most) = if site.config().data.starts_with("postgres") { (one, 1) } else { (0, unable.len()) };
    for wrong in unable.iter().skip(from).take(most) {
        let refused = tried(site, wrong, go).await.err();
        refusals.push(refused.unwrap_or_else(|| panic!("{} did {go:?}, which is not theirs", wrong.name)));
    }
    assert_eq!(fingerprint(site).await, before, "{go:?} was refused, and something changed");
    let head = journal::head(site.db()).await.unwrap();
    let who = &able[usize::try_from(chance.n(able.len() as u64)).unwrap()];
    match tried(site, who, go).await {
        Ok(()) => {
            for problem in &refusals {
                assert!(not_theirs(problem), "{go:?} was refused for another reason: {problem:?}");
            }
            told.take(site, head, who).await;
            let (now, _) = desk::of(site, &chief(), go.id).await.unwrap();
            assert_eq!(word(&now.stage), told.stage);
            sound(site).await;
            Some(refusals.len())
        }
        Err(Problem::Fault(fault)) => panic!("{fault}"),
        Err(_) => {
            assert_eq!(fingerprint(site).await, before, "{go:?} was refused, and something changed");
            None
        }
    }
}

#[test]
fn no_random_verb_breaks_an_evaluation() {
    let named = std::env::var("LIANLUO_WALK_SEED").ok().and_then(|seed| seed.parse::<u64>().ok());
    let seeds: Vec<u64> = named.map_or_else(|| (0..6).collect(), |seed| vec![seed]);
    both(async |site| {
        on(&site, "2026-11-02");
        found(&site).await;
        let mut tx = site.db().begin().await.unwrap();
        let at = day("2026-01-15").start();
        run(&mut tx, Sql::new("update assignment set assigned = {}, signed = null, work = 'waiting'").bind(at)).await;
        tx.commit().await.unwrap();
        let (mut done, mut refused) = (BTreeMap::new(), 0);
        for seed in &seeds {
            eprintln!("LIANLUO_WALK_SEED={seed}");
            let mut chance = Chance(*seed);
            let mut told = Told { stage: "draft", until: None };
            let id = drafted(&site).await;
            for _ in 0..60 {
                site.set_now(site.now().plus_millis(if chance.n(3) == 0 { 86_400_000 } else { 1_000 }));
                let near = match told.stage {
                    "draft" => [Revise, Open, Open],
                    "open" => [Vote, Score, Compute],
                    "computed" => [Tell, Tell, Vote],
                    "told" => [Appeal, Rule, Decide],
                    _ => [Publish, Decide, Appeal],
                };
                let verb = if chance.n(3) > 0 {
                    near[usize::try_from(chance.n(3)).unwrap()]
                } else {
                    EVERY[usize::try_from(chance.n(10)).unwrap()]
                };
                let unit = if chance.n(2) == 0 { roads() } else { water() };
                let go = Go { verb, id, unit, pick: u8::try_from(chance.n(20)).unwrap() };
                if let Some(wrong) = step(&site, &mut chance, go, &mut told).await {
                    *done.entry(verb).or_insert(0) += 1;
                    refused += wrong;
                }
            }
        }
        let bold = done.len() == EVERY.len() && refused > 40;
        assert!(named.is_some() || bold, "the walks are too shy: {done:?}, {refused} refused");
    });
}
