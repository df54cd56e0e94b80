//! Random verbs by random people on random days, through the desk and both engines: what is kept is what the rule said, and
//! nothing in the database ever breaks a rule.

#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "tests")]

mod world;

use accounts_rules::Actor;
use kit::{Problem, Site, db::Sql, testing::both, web::api::Once};
use suggestions::{
    Kept, Sight,
    desk::{self, assign::Plan, judge::Verdict},
    queries::{self, Filter},
};
use suggestions_rules::{AssignmentId, Awaited, Score, Stage, Suggestion};
use world::*;

/// The same sequence on every run.
struct Chance(u64);

impl Chance {
    fn below(&mut self, n: u64) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let z = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        let z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        (z ^ (z >> 31)) % n
    }

    fn n(&mut self, n: u8) -> u8 {
        u8::try_from(self.below(n.into())).unwrap()
    }
}

/// The verb that is awaited, half of the time; otherwise any.
fn a_verb(chance: &mut Chance, suggestion: &Suggestion, part: AssignmentId) -> u64 {
    if chance.n(2) == 0 {
        return chance.below(34);
    }
    let handling = suggestion.stage.handling();
    match &suggestion.stage {
        Stage::Draft => 1 + 3 * chance.below(2),
        Stage::Cosigning { .. } => 2 + 2 * chance.below(2),
        Stage::Submitted(_) => [7, 7, 7, 28][usize::from(chance.n(4))],
        Stage::Refusing(_) => 29 + chance.below(2),
        Stage::Returned { .. } => 4,
        Stage::Accepted(_) => 8,
        Stage::Numbered(_) => [9, 9, 31, 32][usize::from(chance.n(4))],
        Stage::Closed { .. } => 33,
        Stage::Refused { .. } | Stage::Withdrawn { .. } => 23,
        Stage::Handling(_) => match handling.and_then(|h| h.handlers.find(part)).map(|part| part.awaits().0) {
            Some(Awaited::SignFor) => [10, 10, 10, 24][usize::from(chance.n(4))],
            Some(Awaited::Ruling) => 25,
            Some(Awaited::Consent) => 27,
            Some(Awaited::Opinion) => 12,
            Some(Awaited::Reply) => [14, 15, 14, 15, 26][usize::from(chance.n(5))],
            Some(Awaited::Check) => 16,
            Some(Awaited::Signature) => 17,
            Some(Awaited::Delivery) => 19,
            Some(Awaited::Judgement) => 20,
            Some(Awaited::Redo) => 22,
            Some(Awaited::Nothing) | None => 23,
        },
    }
}

/// The version of the letter as it lies.
fn edition(now: &Suggestion, part: AssignmentId) -> i64 {
    let part = now.stage.handling().and_then(|handling| handling.handlers.find(part));
    desk::reply::edition(part.and_then(|part| part.round()).and_then(|round| round.letter()))
}

async fn any_verb(site: &Site, chance: &mut Chance, now: &Suggestion, part: AssignmentId) -> Result<Kept, Problem> {
    let id = now.id;
    let someone = deputy([1, 1, 1, 2, 3][usize::from(chance.n(5))]);
    let office = if chance.n(8) == 0 { transfer() } else { clerk() };
    let own = now.stage.handling().and_then(|h| h.handlers.find(part)).map(|part| part.unit);
    let own = (1..=3).find(|n| own == Some(unit(*n))).unwrap_or(1);
    let at = if chance.n(4) > 0 { own } else { 1 };
    let (low, head) = (unit_clerk(at), unit_head(at));
    match a_verb(chance, now, part) {
        0 => desk::draft::edit(site, &someone, id, i64::from(chance.n(9)), sheet(&format!("题{}", chance.n(3)))).await,
        1 => desk::cosign::invite(site, &someone, id, &[person(chance.n(3) + 1)]).await,
        2 => desk::cosign::confirm(site, &someone, id, desk::Saw::Unsaid).await,
        3 => desk::cosign::decline(site, &someone, id).await,
        4 | 5 => desk::submit::submit(site, &someone, id).await,
        6 if chance.n(12) == 0 => desk::submit::withdraw(site, &someone, id, words("另行提出")).await,
        6 | 7 if chance.n(3) == 0 => desk::check::return_for_editing(site, &office, id, words("请补充")).await,
        6 | 7 => desk::check::accept(site, &office, id, "social", chance.n(2) == 0).await,
        8 => desk::check::number(site, &office, id).await,
        9 => desk::assign::assign(site, &office, id, &plan(chance)).await,
        10 | 11 => desk::handle::sign_for(site, &low, id, part).await,
        12 => desk::handle::advise(site, &low, id, part, words("配合")).await,
        13 | 14 => desk::reply::draft(site, &low, id, part, edition(now, part), letter()).await,
        15 => desk::reply::send_to_check(site, &low, id, part).await,
        16 if chance.n(3) == 0 => desk::reply::send_back(site, &office, id, part, words("请细化")).await,
        16 => desk::reply::pass(site, &office, id, part).await,
        17 | 18 => desk::reply::sign(site, &head, id, part, ["A", "C", "E"][usize::from(chance.n(3))]).await,
        19 => desk::reply::deliver(site, &low, id, part).await,
        20 | 21 => desk::judge::judge(site, &someone, id, part, verdict(chance)).await,
        22 => desk::close::order_redo(site, &office, id, part, words("重新办理")).await,
        23 => desk::close::close(site, &office, id).await,
        24 => desk::object::object(site, &head, id, part, unit(chance.n(3) + 1), words("职责不符")).await,
        25 => {
            let to = (chance.n(2) == 0).then(|| unit(chance.n(3) + 1));
            desk::object::rule(site, &office, id, part, to, words("裁定")).await
        }
        26 => {
            let until = site.today().plus_days(20 * i32::from(chance.n(9)));
            desk::object::ask_extension(site, &head, id, part, until, words("情况复杂")).await
        }
        28 => {
            let (ground, disposal) = ("other".to_owned(), "reference".to_owned());
            let finding = desk::refuse::Finding { ground, disposal, reason: words("没有具体内容") };
            desk::refuse::refuse(site, &office, id, finding).await
        }
        29 => desk::refuse::acknowledge(site, &someone, id).await,
        33 => desk::reopen::reopen(site, &office, id, part, words("条件具备")).await,
        30 => desk::refuse::insist(site, &someone, id, words("群众反映强烈")).await,
        31 => match other_numbered(site, id).await {
            Some(other) => desk::merge::merge(site, &office, id, other, words("同一事项")).await,
            None => desk::check::number(site, &office, id).await,
        },
        32 => desk::merge::separate(site, &office, id, words("各自办理")).await,
        _ => {
            let why = (chance.n(2) == 0).then(|| words("批复"));
            desk::object::answer_extension(site, &office, id, part, chance.n(2) == 0, why).await
        }
    }
}

/// The newest other suggestion that has its number, whatever became of it.
async fn other_numbered(site: &Site, id: suggestions_rules::SuggestionId) -> Option<suggestions_rules::SuggestionId> {
    let sql = Sql::new("select id from suggestion where n is not null and id <> {} order by n desc limit 1").bind(id);
    site.db().one::<(suggestions_rules::SuggestionId,)>(sql).await.unwrap().map(|(id,)| id)
}

/// A talk is recorded, confirmed, disputed or withdrawn, mostly in vain; the suggestion itself stays as it is.
async fn a_talk(site: &Site, chance: &mut Chance, now: &Suggestion, part: AssignmentId) {
    let Ok(seen) = queries::detail(site, &clerk(), now.id).await else { return };
    let own = now.stage.handling().and_then(|h| h.handlers.find(part)).map(|part| part.unit);
    let own = unit_clerk((1..=3).find(|n| own == Some(unit(*n))).unwrap_or(1));
    let someone = deputy(chance.n(3) + 1);
    let known = seen.contacts.len();
    let which = (known > 0).then(|| seen.contacts[usize::try_from(chance.below(known as u64)).unwrap()].id);
    let outcome = match (chance.n(4), which) {
        (1, Some(which)) => desk::contact::confirm(site, &someone, now.id, which).await.err(),
        (2, Some(which)) => desk::contact::dispute(site, &someone, now.id, which, words("不实")).await.err(),
        (3, Some(which)) => desk::contact::withdraw(site, &own, now.id, which).await.err(),
        _ => {
            let told = desk::contact::Told {
                day: site.today().plus_days(-i32::from(chance.n(3))),
                way: ["talk", "phone", "pigeon"][usize::from(chance.n(3))].to_owned(),
                with: person(chance.n(3) + 1),
                by: "科长".to_owned().try_into().unwrap(),
                place: None,
                said: words("知道了"),
                draft_shown: chance.n(2) == 0,
            };
            desk::contact::record(site, &own, now.id, part, told, &Once::default()).await.err()
        }
    };
    if let Some(Problem::Fault(fault)) = outcome {
        panic!("{fault}");
    }
}

fn plan(chance: &mut Chance) -> Plan {
    match chance.n(4) {
        0 => Plan::Sole(unit(1)),
        1 => Plan::Joint { lead: unit(1), co: vec![unit(2)] },
        2 => Plan::Separate(vec![unit(1), unit(2)]),
        _ => Plan::Separate(vec![unit(1)]),
    }
}

fn verdict(chance: &mut Chance) -> Verdict {
    let mut score = || Score::ALL[usize::from(chance.n(3))];
    let (process, result) = (score(), score());
    Verdict { process, result, reason: (chance.n(4) > 0).then(|| words("理由")), confidential: chance.n(2) == 0 }
}

async fn same_for_all(site: &Site, kept: &Kept) {
    let all: Vec<Actor> = vec![clerk(), deputy(1), deputy(2), unit_head(1), unit_head(2), transfer(), stranger()];
    for actor in all {
        let seen = queries::detail(site, &actor, kept.suggestion.id).await;
        match Sight::of(&actor, &kept.suggestion) {
            Ok(sight) => {
                let seen = seen.unwrap();
                assert_eq!(seen.suggestion, sight.show(&actor, kept.suggestion.clone(), site.today()));
                assert_eq!((seen.version, seen.sight), (kept.version, sight));
            }
            Err(refused) => assert_eq!(why(seen.unwrap_err()), refused.key),
        }
    }
}

#[test]
fn no_walk_through_the_desk_leaves_an_impossible_row() {
    both(|site| async move {
        found(&site).await;
        let mut chance = Chance(20_260_310);
        let mut talks = Chance(20_260_312);
        let mut done = 0;
        for walk in 0..20u8 {
            if done > 200 {
                break;
            }
            on(&site, "2026-03-10");
            let id = desk::draft::begin(&site, &deputy(1), congress(), sheet("题"), &Once::default()).await.unwrap();
            let mut now = queries::detail(&site, &deputy(1), id).await.unwrap().suggestion;
            let mut parts: Vec<AssignmentId> = vec![world::id(8, walk)];
            for _ in 0..120 {
                if chance.n(10) == 0 {
                    site.set_now(site.now().plus_millis(86_400_000 * i64::from(chance.n(9))));
                }
                let part = parts[usize::from(chance.n(u8::try_from(parts.len()).unwrap()))];
                if talks.n(4) == 0 {
                    a_talk(&site, &mut talks, &now, part).await;
                }
                match any_verb(&site, &mut chance, &now, part).await {
                    Ok(kept) => {
                        done += 1;
                        now = kept.suggestion.clone();
                        if let Some(handling) = kept.suggestion.stage.handling() {
                            parts = handling.handlers.all().map(|part| part.id).collect();
                        }
                        let ended = matches!(
                            kept.suggestion.stage,
                            Stage::Refused { .. } | Stage::Closed { .. } | Stage::Withdrawn { .. }
                        );
                        if done % 7 == 0 {
                            same_for_all(&site, &kept).await;
                        }
                        if ended && chance.n(4) > 0 {
                            break; // mostly: verbs on what has ended are tried too
                        }
                    }
                    Err(Problem::Fault(fault)) => panic!("{fault}"),
                    Err(_) => {}
                }
            }
        }
        assert!(done > 200, "only {done} verbs were done: the walks are too shy");
        sound(&site).await;
        let talked = Sql::new("select count(*) from talk where word <> 'waiting'");
        let (answered,): (i64,) = site.db().one(talked).await.unwrap().unwrap();
        assert!(answered > 3, "only {answered} talks were answered: the walks are too shy");
        let all = Filter::of(congress());
        let page = queries::list(&mut site.db(), &all, None, 100).await.unwrap();
        assert_eq!(i64::try_from(page.items.len()).unwrap(), page.total);
    });
}
