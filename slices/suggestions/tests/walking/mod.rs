//! A random walk through the desk: any verb, by anybody, on days to come, over several suggestions at once. After every step it is
//! held against what facts, counts, clocks, rights and journal must be; see `holds`.

#![allow(dead_code, reason = "tests; each walk uses a part of it")]

pub mod choose;
pub mod clocks;
pub mod holds;
pub mod mirror;
pub mod office;
pub mod people;
pub mod rights;
pub mod seen;
pub mod together;
pub mod verbs;

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::Mutex,
};

use kit::{Problem, Site, db::Sql, jobs::run_jobs, web::api::Once};
use suggestions::{COUNT_AGAIN, desk, queries};
use suggestions_rules::{RuleBook, SuggestionId};

use super::world::{congress, found, government, on, sheet, sound, unit};
use choose::{Chance, choose};
use mirror::Mirror;
use people::{EVERYBODY, Who};
use rights::may;
use seen::Seen;
use verbs::{Go, Office, Several, Unit, Verb, every, tried};

/// How far a walk goes, and how many of those who must not are asked at each step.
#[derive(Clone, Copy, Debug)]
pub struct Way {
    /// Its seed.
    pub seed: u64,
    /// How many things are tried.
    pub steps: usize,
    /// How many people who must not do it try each thing before the one who may; all, or some by chance.
    pub wrong: usize,
    /// How many people look at what was done.
    pub lookers: usize,
}

/// What was done, over all walks of one engine.
#[derive(Debug, Default)]
pub struct Done {
    /// How often each verb was done.
    pub verbs: BTreeMap<Verb, usize>,
    /// How often somebody who must not tried what another then did.
    pub refused: usize,
    /// Facts written.
    pub facts: usize,
}

/// Where a walk is: told when it stops in the middle.
struct Place(String);

impl Drop for Place {
    fn drop(&mut self) {
        if std::thread::panicking() {
            eprintln!("the walk stopped at {}", self.0);
        }
    }
}

/// The seeds: those of `LIANLUO_WALK_SEED`, parted by commas, or these.
pub fn seeds(these: &[u64]) -> Vec<u64> {
    let named = std::env::var("LIANLUO_WALK_SEED").unwrap_or_default();
    let named: Vec<u64> = named.split(',').filter_map(|seed| seed.trim().parse().ok()).collect();
    if named.is_empty() { these.to_vec() } else { named }
}

/// How many things a walk tries: `LIANLUO_WALK_STEPS`, or so many.
pub fn steps(so_many: usize) -> usize {
    std::env::var("LIANLUO_WALK_STEPS").ok().and_then(|steps| steps.parse().ok()).unwrap_or(so_many)
}

/// One walk over an empty site.
pub struct Walk<'a> {
    site: &'a Site,
    way: Way,
    chance: Chance,
    mirror: Mirror,
    book: std::sync::Arc<RuleBook>,
    head: (i64, String),
    papers: Vec<SuggestionId>,
    own: BTreeSet<Verb>,
    done: &'a Mutex<Done>,
    place: Place,
}

impl<'a> Walk<'a> {
    /// Founds the county and begins.
    pub async fn begin(site: &'a Site, way: Way, done: &'a Mutex<Done>) -> Self {
        found(site).await;
        let mut tx = site.db().begin().await.unwrap();
        for office in [government(), unit(4)] {
            tx.run(Sql::new("update body set transfer = 1 where id = {}").bind(office)).await.unwrap();
        }
        tx.commit().await.unwrap();
        on(site, "2026-03-10");
        Self {
            site,
            way,
            chance: Chance(way.seed),
            mirror: Mirror::new(&site.calendar()),
            book: queries::book_of(site, congress()).await.unwrap(),
            head: (0, "none".to_owned()),
            papers: vec![],
            own: BTreeSet::new(),
            done,
            place: Place(format!("seed {}, its beginning", way.seed)),
        }
    }

    /// Tries everything, and after every thing that is done `after` does what follows from it.
    pub async fn go(mut self, after: impl AsyncFn(&Site)) {
        for step in 0..self.way.steps {
            if choose::far(self.site) {
                break;
            }
            choose::later(&mut self.chance, self.site);
            if self.papers.len() < 3 || self.chance.n(80) == 0 {
                self.drafted().await;
            }
            // The last few are walked on with; now and then one from long ago.
            let recent = self.papers.len().saturating_sub(4);
            let from = if self.chance.n(8) == 0 { 0 } else { recent };
            let id = self.papers[from + self.chance.n(self.papers.len() - from)];
            let Some(seen) = Seen::read(self.site, id).await else {
                self.papers.retain(|one| *one != id);
                continue;
            };
            let go = choose(self.site, &mut self.chance, &seen, (&self.papers, &self.own)).await;
            if self.step(step, &go, &seen).await {
                after(self.site).await;
                // What followers wrote stands in the chain too.
                self.told(None).await;
            }
        }
        self.place.0 = format!("seed {}, its end", self.way.seed);
        sound(self.site).await;
        holds::verified(self.site).await;
    }

    /// A draft is begun.
    async fn drafted(&mut self) {
        let who = choose::beginner(&mut self.chance);
        let sheet = sheet("关于修缮便桥的建议");
        let id = desk::draft::begin(self.site, &who.actor(), congress(), sheet, &Once::default()).await.unwrap();
        self.papers.push(id);
        self.told(Some(who)).await;
    }

    /// One thing is tried: by those who must not, then by one who may. Whether it was done.
    async fn step(&mut self, step: usize, go: &Go, seen: &Seen) -> bool {
        let (able, unable): (Vec<Who>, Vec<Who>) = EVERYBODY.into_iter().partition(|who| may(*who, go, seen));
        self.place.0 = format!("seed {}, step {step}: {go:?} by {able:?}", self.way.seed);
        let wrong = self.some(&unable, self.way.wrong);
        let before = holds::fingerprint(self.site).await;
        let mut refusals = vec![];
        for who in &wrong {
            let problem = match tried(self.site, &who.actor(), go).await {
                Err(problem) => problem,
                Ok(_) => panic!("{who:?} did what is not theirs to do"),
            };
            refusals.push((*who, problem));
        }
        assert_eq!(holds::fingerprint(self.site).await, before, "{wrong:?} were refused, and something changed");
        let Some(who) = (!able.is_empty()).then(|| self.chance.of(&able)) else { return false };
        self.place.0 = format!("{}: {who:?}", self.place.0);
        match tried(self.site, &who.actor(), go).await {
            Ok(kept) => {
                for (who, problem) in &refusals {
                    assert!(holds::not_theirs(problem), "{who:?} was refused for another reason: {problem:?}");
                }
                self.noted(go.verb, refusals.len());
                self.after(who, go, kept.as_ref()).await;
                true
            }
            Err(Problem::Fault(fault)) => panic!("{fault}"),
            Err(_) => {
                assert_eq!(holds::fingerprint(self.site).await, before, "{who:?} was refused, and something changed");
                false
            }
        }
    }

    fn some(&mut self, people: &[Who], most: usize) -> Vec<Who> {
        if people.len() <= most { people.to_vec() } else { (0..most).map(|_| self.chance.of(people)).collect() }
    }

    fn noted(&mut self, verb: Verb, refused: usize) {
        self.own.insert(verb);
        let mut done = self.done.lock().unwrap();
        *done.verbs.entry(verb).or_default() += 1;
        done.refused += refused;
    }

    /// What must hold after a thing was done.
    async fn after(&mut self, who: Who, go: &Go, kept: Option<&suggestions::Kept>) {
        if matches!(go.verb, Verb::Office(Office::LayRule)) {
            self.book = queries::book_of(self.site, congress()).await.unwrap();
        }
        let laid = matches!(go.verb, Verb::Office(Office::LayDays));
        if laid {
            self.mirror.clocks = clocks::Clocks::of(&self.site.calendar());
        }
        let facts = self.told(Some(who)).await;
        assert!(facts > 0 || quiet(go.verb), "what is done is told by a fact");
        if laid {
            run_jobs(self.site, &[COUNT_AGAIN]).await.unwrap();
            self.told(None).await; // whose days moved
        }
        if matches!(go.verb, Verb::Office(Office::Recount)) {
            self.in_line();
        }
        if matches!(go.verb, Verb::Several(Several::Differ) | Verb::Office(Office::Coordinate)) {
            together::differences_mirrored(self.site).await;
        }
        sound(self.site).await;
        holds::mirrored(self.site, &self.mirror).await;
        holds::counted(self.site, &self.mirror).await;
        let lookers = self.some(&EVERYBODY, self.way.lookers);
        holds::seen_by(self.site, go.id, kept, &lookers).await;
    }

    /// Takes the new facts in; how many there were. Where somebody did them, they bear that name and no other.
    async fn told(&mut self, who: Option<Who>) -> usize {
        let new = holds::chained(self.site, &mut self.head).await;
        for entry in &new {
            if let Some(actor) = who.map(Who::actor) {
                assert_eq!(
                    (entry.by, entry.acting_for),
                    (actor.account, actor.acting_for),
                    "{} is told of who did it",
                    entry.verb
                );
            }
            self.mirror.take(entry, &self.book);
            let id = SuggestionId::from_uuid(entry.subject);
            let new = ["suggestion.drafted", "suggestion.severed-from"].contains(&entry.verb.as_str());
            if new && !self.papers.contains(&id) {
                self.papers.push(id); // one half of a draft that was split
            }
        }
        let whole = {
            let mut done = self.done.lock().unwrap();
            let hundreds = done.facts / 100;
            done.facts += new.len();
            done.facts / 100 > hundreds
        };
        if whole {
            holds::verified(self.site).await;
        }
        new.len()
    }

    /// After a recount every clock that runs stands as the rules and the calendar have it now.
    fn in_line(&self) {
        let count = mirror::Count { clocks: &self.mirror.clocks, book: &self.book };
        for (id, paper) in &self.mirror.papers {
            for (part, limit, from, stands) in paper.running() {
                let again = desk::recount::counted_again().contains(&limit);
                assert!(!again || stands == count.last(limit, from), "{limit:?} of {id} {part:?} was counted again");
            }
        }
    }
}

/// What may be done without a fact: nothing was decided, or nothing differed.
fn quiet(verb: Verb) -> bool {
    matches!(
        verb,
        Verb::Office(Office::Hold | Office::TakeOver | Office::LayDown | Office::Recount) | Verb::Unit(Unit::Draft)
    )
}

/// Fails where a verb was never done, or seldom by the wrong people: then the walks are too shy to say anything.
pub fn bold(done: &Done) {
    let never: Vec<Verb> = every().into_iter().filter(|verb| !done.verbs.contains_key(verb)).collect();
    assert!(never.is_empty(), "never done, the walks are too shy: {never:?}");
    assert!(done.verbs.contains_key(&Verb::Several(Several::Note)) && done.refused > 200, "{done:?}");
}
