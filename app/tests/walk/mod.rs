//! The walk of the suggestions with every follower behind it: after each step the counts of the handling, the register of dissatisfied
//! cases and the inboxes must have followed.

#[path = "../../../slices/suggestions/tests/walking/mod.rs"]
mod walking;
#[path = "../../../slices/suggestions/tests/world/mod.rs"]
mod world;

use std::{collections::BTreeMap, sync::Mutex};

use kernel::AccountId;
use kit::{
    Site,
    db::{Sql, Val},
    follow::catch_up,
    testing::{on_postgres, on_sqlite},
    web::api::Once,
};
use suggestions::desk;
use suggestions_rules::{Score, SuggestionId};
use uuid::Uuid;
use walking::{
    Done, Walk, Way,
    people::{EVERYBODY, Who},
    rights::{Told, looks},
    seeds,
    seen::Seen,
    steps,
};

use crate::behind::FOLLOWERS;

/// Who can be told something, by account.
fn accounts() -> BTreeMap<AccountId, Who> {
    let own = EVERYBODY.into_iter().filter(|who| !matches!(who, Who::Acting(_)));
    own.filter_map(|who| Some((who.actor().account?, who))).collect()
}

/// Gives everybody the account and the post that they act by.
async fn open_accounts(site: &Site) {
    let mut tx = site.db().begin().await.unwrap();
    for (account, who) in accounts() {
        let actor = who.actor();
        let values: Vec<Val> = vec![
            account.into(),
            actor.person.into(),
            actor.name.as_str().into(),
            account.to_string().into(),
            1i64.into(),
            1i64.into(),
        ];
        tx.bulk("account", &["id", "person", "name", "sign_in", "made", "version"], [values]).await.unwrap();
        for post in actor.posts.iter().filter(|_| actor.person.is_none()) {
            let values: Vec<Val> = vec![
                site.new_id::<()>().into(),
                account.into(),
                post.duty.as_str().into(),
                post.body.into(),
                post.congress.into(),
                post.area.as_str().into(),
                "2026-01-01".into(),
                1i64.into(),
            ];
            let columns = ["id", "account", "duty", "body", "congress", "area", "since", "version"];
            tx.bulk("post", &columns, [values]).await.unwrap();
        }
    }
    tx.commit().await.unwrap();
}

/// Everything that follows from facts has followed, and is what it must be.
async fn followed(site: &Site) {
    let told: Option<(i64,)> = site.db().one("select count(*) from notice").await.unwrap();
    catch_up(site, FOLLOWERS).await.unwrap();
    let mut breaches = supervision::checks::audit(site.db()).await.unwrap();
    breaches.extend(supervision::checks::followed(site.db()).await.unwrap());
    assert!(breaches.is_empty(), "{breaches:#?}");
    inboxes(site, told.map_or(0, |(count,)| count)).await;
}

/// Nobody is told what they did themselves, nor of a suggestion that is not for them to know of.
async fn inboxes(site: &Site, before: i64) {
    let own =
        "select n.key from notice n join journal j on n.key like 'fact.' || j.seq || '.%' and j.by = n.account limit 1";
    let own: Option<(String,)> = site.db().one(own).await.unwrap();
    assert!(own.is_none(), "told what they did themselves: {own:?}");
    let sql = Sql::new("select account, subject, kind from notice order by at, id limit 1000 offset {}").bind(before);
    let new: Vec<(AccountId, Uuid, String)> = site.db().all(sql).await.unwrap();
    let people = accounts();
    for (account, subject, kind) in new {
        let Some(seen) = Seen::read(site, SuggestionId::from_uuid(subject)).await else { continue };
        let who = people[&account];
        assert_ne!(
            looks(who, &seen),
            Told::Nothing,
            "{who:?} is told {kind} of {subject}, which is not for them to know of"
        );
    }
}

/// What was told in all, so that a walk that tells nobody anything is no proof.
async fn told(site: &Site) -> (i64, i64, i64) {
    let count = async |sql: &'static str| site.db().one::<(i64,)>(sql).await.unwrap().unwrap().0;
    let notices = count("select count(*) from notice").await;
    let cells = count("select count(*) from handling_cell").await;
    (notices, cells, count("select count(*) from dissatisfied_case").await)
}

async fn walked(site: &Site, way: Way, done: &Mutex<Done>) {
    let walk = Walk::begin(site, way, done).await;
    open_accounts(site).await;
    walk.go(followed).await;
    let (notices, cells, cases) = told(site).await;
    eprintln!("{way:?}: {notices} notices, {cells} parts counted, {cases} cases");
    assert!(notices > 50 && cells > 2, "the walk is too shy");
}

/// Answered as planned, and rejected by the lead deputy, twice; met, closed, and taken up again.
async fn rejected_and_taken_up_again(site: &Site) {
    let id = world::numbered(site, "关于修缮渡口的建议").await;
    let plan = desk::assign::Plan::Sole(world::unit(1));
    let kept = desk::assign::assign(site, &world::clerk(), id, &plan).await.unwrap();
    let part = kept.suggestion.stage.handling().unwrap().handlers.all().next().unwrap().id;
    desk::handle::sign_for(site, &world::unit_clerk(1), id, part, desk::Saw::Unsaid).await.unwrap();
    for round in 0..2 {
        world::replied(site, id, part, "C").await;
        let (process, result, reason) = (Score::Satisfied, Score::Dissatisfied, Some(world::words("没有动工")));
        let no = desk::judge::Verdict { process, result, reason, confidential: false };
        desk::judge::judge(site, &world::deputy(1), id, part, no).await.unwrap();
        followed(site).await;
        if round == 0 {
            desk::close::order_redo(site, &world::clerk(), id, part, world::words("重新办理")).await.unwrap();
        }
    }
    let told = desk::contact::Told {
        day: site.today(),
        way: "talk".to_owned(),
        with: world::person(1),
        by: "局长".to_owned().try_into().unwrap(),
        place: None,
        said: world::words("商定明年动工"),
        draft_shown: false,
    };
    let head = world::unit_head(1);
    desk::contact::record(site, &head, id, part, told, &Once::default()).await.unwrap();
    desk::close::close(site, &world::clerk(), id).await.unwrap();
    followed(site).await;
    desk::reopen::reopen(site, &world::clerk(), id, part, world::words("资金到位")).await.unwrap();
    followed(site).await;
}

#[test]
fn a_rejected_matter_that_is_taken_up_again_stands_in_the_register_again() {
    on_sqlite(async |site| {
        world::found(&site).await;
        world::on(&site, "2026-03-10");
        open_accounts(&site).await;
        rejected_and_taken_up_again(&site).await;
        let cases: Vec<(String,)> = site.db().all("select stage from dissatisfied_case order by n").await.unwrap();
        assert_eq!(cases, [("ended".to_owned(),), ("open".to_owned(),)]);
    });
}

#[test]
fn what_follows_from_a_walk_follows_on_sqlite() {
    let done = Mutex::new(Done::default());
    for seed in seeds(&[11]) {
        let way = Way { seed, steps: steps(700), wrong: 1, lookers: 1 };
        on_sqlite(async |site| walked(&site, way, &done).await);
    }
}

#[test]
fn what_follows_from_a_walk_follows_on_postgresql() {
    let done = Mutex::new(Done::default());
    for seed in seeds(&[12]) {
        let way = Way { seed, steps: steps(500), wrong: 1, lookers: 1 };
        on_postgres(async |site| walked(&site, way, &done).await);
    }
}
