//! What is like a matter: disclosed ones of any level, and what the same deputy raised in years before, for who checks and who answers.

use crate::world::{site::visitor, *};
use accounts_rules::Actor;
use kernel::{AreaCode, BodyId};
use kit::{
    Fault, Site,
    db::{Db, Sql},
    search::{Document, Feed, Source},
    testing::both,
};
use suggestions::{SOURCE, desk, queries};
use suggestions_rules::{AssignmentId, SuggestionId};
use uuid::Uuid;

/// The editions of another noun, as it tells the index of them.
const EDITIONS: Source = Source {
    concerns: |_| None,
    load: |_, _| Box::pin(async { Ok(vec![]) }),
    pages: |db, after, _| Box::pin(editions(db, after)),
};

const SOURCES: &[Source] = &[SOURCE, EDITIONS];

async fn editions(db: &Db, after: Option<Uuid>) -> Result<Vec<Document>, Fault> {
    let rows: Vec<(Uuid, String)> = match after {
        None => db.all("select disclosure, title from disclosure_edition").await?,
        Some(_) => vec![],
    };
    let document = |(id, title): (Uuid, String)| Document {
        id,
        kind: "disclosure",
        area: AreaCode::parse("43").unwrap(),
        readers: vec![],
        labels: vec!["disclosed".to_owned()],
        day: day("2025-09-01"),
        body: title.clone(),
        title,
    };
    Ok(rows.into_iter().map(document).collect())
}

async fn indexed(site: &Site) {
    Feed::new(site.search().unwrap().clone(), SOURCES).catch_up(site.db()).await.unwrap();
}

/// The province's congress disclosed a suggestion of 2025; `hidden` words are not in what the public reads.
async fn province_discloses(site: &Site, title: &str) -> (BodyId, Uuid) {
    let (congress, edition): (BodyId, Uuid) = (id(1, 90), id::<()>(8, 1).uuid());
    let mut tx = site.db().begin().await.unwrap();
    let sql = "insert into area (code, name, level, kind) values ('43', '湖南省', 'province', 'administrative')";
    tx.run(Sql::new(sql)).await.unwrap();
    let sql = Sql::new("insert into body (level, powers, transfer, version, id, area, kind, name, congress)")
        .add(" values ('province', '[]', 0, 1, {}, '43', 'congress', '湖南省人民代表大会', {})");
    tx.run(sql.bind(congress).bind(congress)).await.unwrap();
    let sql = Sql::new("insert into disclosure (id, congress, suggestion, session, year, category, stage, editions, since, at, until, version)")
        .add(" values ({}, {}, {}, {}, 2025, 'other', 'disclosed', 1, 1, 1, '9999-12-31', 1)");
    let sql = sql.bind(edition).bind(congress).bind(id::<()>(8, 2).uuid()).bind(id::<()>(8, 3).uuid());
    tx.run(sql).await.unwrap();
    let sql = Sql::new("insert into disclosure_edition (disclosure, edition, at, extent, title, body, number, category_name, named, secret, words_hidden)")
        .add(" values ({}, 1, 1, 'whole', {}, '', '第7号', '其他', 0, 0, 0)");
    tx.run(sql.bind(edition).bind(title)).await.unwrap();
    let sql = Sql::new("insert into disclosure_reply (disclosure, edition, ordinal, assignment, round, unit, role, number, class, class_name, delivered, kept, body)")
        .add(" values ({}, 1, 1, {}, 1, {}, 'sole', '文', 'B', '正在解决', {}, 0, '')");
    let sql = sql.bind(edition).bind(id::<()>(8, 4).uuid()).bind(unit(1)).bind(at("2025-08-01"));
    tx.run(sql).await.unwrap();
    tx.commit().await.unwrap();
    (congress, edition)
}

#[test]
fn a_deputy_of_a_county_is_shown_what_the_province_disclosed_with_its_congress() {
    both(|site| async move {
        found(&site).await;
        let (_, edition) = province_discloses(&site, "关于增设沿江公路路灯的建议").await;
        indexed(&site).await;
        let mut lead = visitor(&site, &deputy(1));
        let title = "%E5%85%B3%E4%BA%8E%E6%B2%BF%E6%B1%9F%E5%85%AC%E8%B7%AF%E8%B7%AF%E7%81%AF";
        let page = lead.get(&format!("/suggestions/similar?title={title}")).await.text;
        assert!(page.contains("湖南省人民代表大会") && page.contains(&format!("/disclosures/{edition}")), "{page}");
        assert!(page.contains("已公开") && page.contains("2025-08-01 答复，结果 B 类"), "{page}");
        let json = lead.get(&format!("/api/similar-suggestions?title={title}")).await.json();
        assert_eq!((&json[0]["stage"], &json[0]["disclosure"]), (&"disclosed".into(), &edition.to_string().into()));
        assert!(json[0]["id"].is_null() && json[0]["lead"].is_null(), "of the original nothing is told: {json}");
        let mut tx = site.db().begin().await.unwrap();
        tx.run(Sql::new("update disclosure set until = '2026-03-09'")).await.unwrap();
        tx.commit().await.unwrap();
        assert_eq!(
            lead.get(&format!("/api/similar-suggestions?title={title}")).await.json(),
            serde_json::json!([]),
            "its time is over"
        );
    });
}

/// Deputy 1 raised it last year, and was answered; this year again, and unit 2 has it.
async fn twice(site: &Site) -> (SuggestionId, SuggestionId, AssignmentId) {
    let (first, lead, _) = assigned(site, "关于增设沿江公路路灯的建议").await;
    desk::handle::sign_for(site, &unit_clerk(1), first, lead, desk::Saw::Unsaid).await.unwrap();
    replied(site, first, lead, "D").await;
    on(site, "2027-01-20");
    let again = numbered(site, "关于再次请求增设沿江公路路灯的建议").await;
    let kept = desk::assign::assign(site, &clerk(), again, &desk::assign::Plan::Sole(unit(2))).await.unwrap();
    let part = kept.suggestion.stage.handling().unwrap().handlers.all().next().unwrap().id;
    desk::handle::sign_for(site, &unit_clerk(2), again, part, desk::Saw::Unsaid).await.unwrap();
    indexed(site).await;
    (first, again, part)
}

async fn repeats(site: &Site, actor: &Actor, of: SuggestionId) -> Vec<(SuggestionId, bool)> {
    let s = queries::detail(site, actor, of).await.unwrap().suggestion;
    let text = (s.sheet.title.as_str(), s.sheet.body.as_str());
    let found = queries::similar(site, actor, text, queries::About::kept(site, &s)).await.unwrap();
    found.into_iter().map(|one| (one.id, one.repeat)).collect()
}

#[test]
fn who_checks_and_who_answers_see_that_the_same_deputy_raised_it_before_and_what_was_answered() {
    both(|site| async move {
        found(&site).await;
        let (first, again, part) = twice(&site).await;
        for actor in [clerk(), transfer(), unit_clerk(2)] {
            assert_eq!(repeats(&site, &actor, again).await, [(first, true)], "{}", actor.name);
        }
        assert_eq!(repeats(&site, &clerk(), first).await, [(again, false)], "a later one is no repeat of an earlier");
        let page =
            visitor(&site, &unit_clerk(2)).get(&format!("/suggestions/{again}/assignments/{part}/reply")).await.text;
        assert!(page.contains("连续提出：同一代表往年提过") && page.contains("结果 D 类"), "{page}");
        let third = drafted(&site, "关于第三次请求增设沿江公路路灯的建议").await;
        desk::submit::submit(&site, &deputy(1), third, desk::Saw::Unsaid).await.unwrap();
        indexed(&site).await;
        let page = visitor(&site, &clerk()).get(&format!("/suggestions/{third}/check")).await.text;
        assert!(page.contains(">连续提出<") && page.contains("结果 D 类"), "{page}");
        let fresh = drafted(&site, "关于沿江公路路灯的建议").await;
        let mut lead = visitor(&site, &deputy(1));
        assert!(lead.get(&format!("/suggestions/{fresh}/edit")).await.text.contains("您往年提过"));
    });
}

#[test]
fn another_deputys_matter_on_the_same_thing_is_like_it_and_no_repeat() {
    both(|site| async move {
        found(&site).await;
        let (_, again, _) = twice(&site).await;
        let (raiser, words) = (deputy(2), sheet("关于沿江公路路灯亮化的建议"));
        let other = desk::draft::begin(&site, &raiser, congress(), words, &kit::web::api::Once::default()).await;
        let other = other.unwrap();
        desk::submit::submit(&site, &deputy(2), other, desk::Saw::Unsaid).await.unwrap();
        indexed(&site).await;
        let seen = repeats(&site, &clerk(), other).await;
        assert!(seen.iter().any(|(id, repeat)| *id == again && !repeat), "{seen:?}");
    });
}

#[test]
fn a_letter_that_says_again_what_the_unit_answered_last_year_is_told_so_and_another_is_not() {
    both(|site| async move {
        found(&site).await;
        twice(&site).await;
        let third = numbered(&site, "关于第三次请求增设沿江公路路灯的建议").await;
        let kept = desk::assign::assign(&site, &clerk(), third, &desk::assign::Plan::Sole(unit(1))).await.unwrap();
        let part = kept.suggestion.stage.handling().unwrap().handlers.all().next().unwrap().id;
        desk::handle::sign_for(&site, &unit_clerk(1), third, part, desk::Saw::Unsaid).await.unwrap();
        indexed(&site).await;
        let form = format!("/suggestions/{third}/assignments/{part}/reply");
        desk::reply::draft(&site, &unit_clerk(1), third, part, 0, letter()).await.unwrap();
        let page = visitor(&site, &unit_clerk(1)).get(&form).await.text;
        assert!(page.contains("百分之100与本单位上次就同一事项答复这位代表的原文相同"), "{page}");
        let seen = queries::detail(&site, &unit_clerk(1), third).await.unwrap();
        let handling = seen.suggestion.stage.handling().unwrap();
        let round = handling.handlers.find(part).unwrap().round().unwrap();
        let version = desk::reply::edition(round.letter());
        let body = "路灯二十盏已于今年三月安装完毕，四月起亮灯。".to_owned().try_into().unwrap();
        let new = suggestions_rules::Letter { body, ..letter() };
        desk::reply::draft(&site, &unit_clerk(1), third, part, version, new).await.unwrap();
        let page = visitor(&site, &unit_clerk(1)).get(&form).await.text;
        assert!(!page.contains("原文相同"), "{page}");
    });
}
