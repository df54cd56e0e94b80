//! An evaluation of units from its scheme to its publication, and what whom is shown of it.

use crate::world::{evaluation::*, site::visitor, *};
use axum::http::StatusCode;
use kit::{
    Site,
    db::{Sql, Tx},
    testing::{Answer, both, on_sqlite},
};
use suggestions_rules::Score;
use supervision::{
    desk::evaluation::{self as desk, AppealWanted, RulingWanted, ScoreWanted, VoteWanted},
    queries::handled,
    sight::Judging,
};
use supervision_rules::{Correction, EvaluationId, Measure};

const VOTE: VoteWanted = VoteWanted { ballots: 50, satisfied: 40, basically: 5, dissatisfied: 4, invalid: 1 };

/// Opened, scored, voted, computed and told.
async fn told(site: &Site) -> EvaluationId {
    let id = drafted(site).await;
    desk::open(site, &chief(), id).await.unwrap();
    desk::vote(site, &clerk(), (id, roads()), VOTE, None).await.unwrap();
    desk::score(site, &deputy(1), id, roads(), ScoreWanted { score: 90 }).await.unwrap();
    desk::compute(site, &clerk(), id).await.unwrap();
    desk::tell(site, &chief(), id).await.unwrap();
    id
}

#[test]
fn it_goes_from_draft_to_publication_and_every_row_reads_back() {
    both(async |site| {
        on(&site, "2026-11-02");
        let id = told(&site).await;
        let (e, _) = desk::of(&site, &clerk(), id).await.unwrap();
        // 40 + 18 + 40 × (4000 + 300) ÷ 4900.
        let roads_result = e.outcome(roads()).unwrap();
        assert_eq!((roads_result.points, roads_result.grade.as_deref()), (4_000 + 1_800 + 3_510, Some("优秀")));
        // Water has nothing but its signature, which never came.
        assert_eq!(e.outcome(water()).unwrap().points, 0);
        let early = desk::decide(&site, &chief(), id).await.unwrap_err();
        assert_eq!(why(early), "supervision-refused-appeal-runs");
        on(&site, "2026-11-10");
        desk::decide(&site, &chief(), id).await.unwrap();
        desk::publish(&site, &chief(), id).await.unwrap();
        sound(&site).await;
    });
}

#[test]
fn an_upheld_appeal_corrects_a_figure_and_what_follows_from_it() {
    both(async |site| {
        on(&site, "2026-11-02");
        let id = told(&site).await;
        let words = text("签收记录漏计");
        desk::appeal(&site, &head(water()), id, water(), AppealWanted { words }).await.unwrap();
        let other = AppealWanted { words: text("代人申诉") };
        let not = desk::appeal(&site, &head(water()), id, roads(), other).await.unwrap_err();
        assert!(why(not).starts_with("accounts-refused"));
        let corrections = vec![Correction { measure: Measure::Signed, part: 1, whole: 1 }];
        let ruling = RulingWanted { words: text("属实"), corrections };
        desk::rule(&site, &chief(), id, water(), ruling).await.unwrap();
        let (e, _) = desk::of(&site, &clerk(), id).await.unwrap();
        assert_eq!(e.outcome(water()).unwrap().points, 10_000);
        sound(&site).await;
    });
}

#[test]
fn a_scheme_changed_by_hand_after_it_was_opened_is_found() {
    both(async |site| {
        on(&site, "2026-11-02");
        let id = told(&site).await;
        sound(&site).await;
        let mut tx = site.db().begin().await.unwrap();
        let sql =
            Sql::new("update evaluation set scheme = replace(scheme, '\"weight\":20', '\"weight\":21') where id = {}");
        run(&mut tx, sql.bind(id)).await;
        tx.commit().await.unwrap();
        let breaches = supervision::checks::audit(site.db()).await.unwrap();
        assert!(breaches.iter().any(|breach| breach.place.contains("is not the one that was opened")), "{breaches:?}");
    });
}

#[test]
fn deputies_score_the_units_of_their_own_suggestions_in_person_and_nobody_sees_whose_score_it_is() {
    on_sqlite(async |site| {
        on(&site, "2026-11-02");
        let id = drafted(&site).await;
        let hidden = desk::of(&site, &deputy(1), id).await.unwrap_err();
        assert_eq!(why(hidden), "kit-problem-missing");
        desk::open(&site, &chief(), id).await.unwrap();
        let score = |score| ScoreWanted { score };
        desk::score(&site, &deputy(1), id, roads(), score(80)).await.unwrap();
        desk::score(&site, &deputy(1), id, roads(), score(70)).await.unwrap();
        let other = desk::score(&site, &deputy(2), id, roads(), score(80)).await.unwrap_err();
        assert_eq!(why(other), "supervision-refused-not-yours-to-score");
        let unit = desk::score(&site, &head(roads()), id, roads(), score(100)).await.unwrap_err();
        assert_eq!(why(unit), "accounts-refused-no-post");
        let kept: Vec<(i64,)> = site.db().all("select score from evaluation_score").await.unwrap();
        assert_eq!(kept, [(70,)], "the last word counts");
        let facts: Vec<(String,)> =
            site.db().all("select fact from journal where verb = 'supervision.scored'").await.unwrap();
        assert!(facts.iter().all(|(fact,)| !fact.contains("score\":") && !fact.contains("person")), "{facts:?}");
    });
}

#[test]
fn results_are_seen_by_the_unit_once_told_and_by_all_once_published() {
    on_sqlite(async |site| {
        on(&site, "2026-11-02");
        let id = told(&site).await;
        let page = format!("/supervision/evaluations/{id}");
        let of = |unit| format!("{page}/units/{unit}");
        let status = async |actor, path: String| visitor(&site, &actor).get(&path).await.status;
        assert_eq!(status(head(roads()), of(roads())).await, StatusCode::OK);
        assert_eq!(status(head(roads()), of(water())).await, StatusCode::NOT_FOUND);
        assert_eq!(status(head(schools()), page.clone()).await, StatusCode::NOT_FOUND);
        assert_eq!(status(deputy(1), page.clone()).await, StatusCode::OK, "how far it is, and no result");
        assert_eq!(status(deputy(1), of(roads())).await, StatusCode::NOT_FOUND);
        assert_eq!(status(stranger(), page.clone()).await, StatusCode::NOT_FOUND);
        on(&site, "2026-11-10");
        desk::decide(&site, &chief(), id).await.unwrap();
        desk::publish(&site, &chief(), id).await.unwrap();
        assert_eq!(status(deputy(2), of(water())).await, StatusCode::OK);
        assert_eq!(status(head(roads()), of(water())).await, StatusCode::OK);
        let (_, sight) = desk::of(&site, &deputy(2), id).await.unwrap();
        assert_eq!(sight, Judging::Member);
    });
}

/// The lead deputy's word on the first reply of roads; of two signers one has not spoken.
async fn judged(site: &Site) {
    let mut tx = site.db().begin().await.unwrap();
    let part = id::<()>(11, 1);
    let sql =
        Sql::new("insert into reply (assignment, round, suggestion, opened, due, stage, delivered, judge_by) values");
    let sql = sql.add(" ({}, 1, {}, 1, '2026-04-20', 'delivered', 1, '2026-11-09')").bind(part).bind(suggestion());
    run(&mut tx, sql).await;
    for n in [1, 2] {
        let sql = Sql::new(
            "insert into delivery (assignment, round, signer, ordinal, suggestion) values ({}, 1, {}, {}, {})",
        );
        run(&mut tx, sql.bind(part).bind(person(n)).bind(i64::from(n)).bind(suggestion())).await;
    }
    speaks(&mut tx, 1, "dissatisfied").await;
    tx.commit().await.unwrap();
}

async fn speaks(tx: &mut Tx, n: u8, result: &str) {
    let sql = Sql::new("insert into judgement (assignment, round, signer, process, result, at) values");
    let sql = sql.add(" ({}, 1, {}, 'satisfied', {}, 1)").bind(id::<()>(11, 1)).bind(person(n)).bind(result);
    run(tx, sql).await;
}

#[test]
fn a_deputys_word_is_not_counted_before_its_window_is_over() {
    both(async |site| {
        on(&site, "2026-11-02");
        let id = drafted(&site).await;
        judged(&site).await;
        let (e, _) = desk::of(&site, &clerk(), id).await.unwrap();
        let word = async |today| {
            let parts = handled::parts(&mut site.db(), &e, day(today)).await.unwrap();
            parts.into_iter().find(|(unit, _)| *unit == roads()).unwrap().1.result
        };
        assert_eq!(word("2026-11-09").await, None, "the last day of the window");
        assert_eq!(word("2026-11-10").await, Some(Score::Dissatisfied));
        let mut tx = site.db().begin().await.unwrap();
        speaks(&mut tx, 2, "satisfied").await;
        tx.commit().await.unwrap();
        assert_eq!(word("2026-11-09").await, None, "though everybody has spoken");
    });
}

#[test]
fn what_was_given_to_read_objected_to_or_withdrawn_judges_no_unit() {
    both(async |site| {
        on(&site, "2026-11-02");
        let id = drafted(&site).await;
        let (e, _) = desk::of(&site, &clerk(), id).await.unwrap();
        let units = async || handled::units(&mut site.db(), &e).await.unwrap();
        let set = async |sql: &'static str| {
            let mut tx = site.db().begin().await.unwrap();
            run(&mut tx, Sql::new(sql)).await;
            tx.commit().await.unwrap();
        };
        assert_eq!(units().await, [roads(), water()]);
        set("update assignment set role = 'reader' where role = 'co'").await;
        assert_eq!(units().await, [roads()]);
        set("update assignment set work = 'objecting' where role = 'lead'").await;
        assert!(units().await.is_empty());
        set("update assignment set work = 'waiting', role = 'lead'").await;
        assert_eq!(units().await.len(), 2);
        set("update suggestion set stage = 'withdrawn' where stage = 'handling'").await;
        assert!(units().await.is_empty());
    });
}

#[test]
fn nothing_is_scored_that_the_scheme_does_not_ask_for() {
    on_sqlite(async |site| {
        on(&site, "2026-11-02");
        let id = drafted(&site).await;
        let mut votes = scheme();
        votes.lines.remove(1);
        votes.lines[0].weight = 60;
        desk::revise(&site, &clerk(), id, votes, None).await.unwrap();
        desk::open(&site, &chief(), id).await.unwrap();
        let refused = desk::score(&site, &deputy(1), id, roads(), ScoreWanted { score: 90 }).await.unwrap_err();
        assert_eq!(why(refused), "supervision-refused-not-asked");
        let page = visitor(&site, &deputy(1)).get(&format!("/supervision/evaluations/{id}")).await.text;
        assert!(!page.contains("/score"), "{page}");
    });
}

async fn send(site: &Site, actor: &accounts_rules::Actor, path: &str, fields: &[(&str, &str)]) -> Answer {
    let mut visitor = visitor(site, actor);
    visitor.get("/supervision/evaluations").await;
    visitor.post(path, fields).await
}

#[test]
fn through_the_pages_what_is_wrong_is_said_and_what_was_typed_stays() {
    both(async |site| {
        on(&site, "2026-11-02");
        drafted(&site).await;
        let mut office = visitor(&site, &chief());
        let form = office.get("/supervision/evaluations/new?model=shenzhen").await;
        assert_eq!(form.status, StatusCode::OK, "{}", form.text);
        let congress = congress().to_string();
        let fields = |weight| {
            vec![
                ("congress", congress.as_str()),
                ("title", "下半年评议"),
                ("since", "2026-01-01"),
                ("until", "2026-12-31"),
                ("basis", "评议办法"),
                ("way", "points"),
                ("name-0", "签收"),
                ("measure-0", "signed"),
                ("weight-0", weight),
                ("name-1", "测评"),
                ("measure-1", "vote"),
                ("weight-1", "40"),
                ("grade-0", "合格"),
                ("least-0", "60"),
                ("grade-1", "不合格"),
                ("least-1", "0"),
                ("basically", "60"),
                ("goods", "1"),
                ("fewest_scores", "3"),
                ("appeal_days", "10"),
            ]
        };
        let wrong = office.post("/supervision/evaluations", &fields("50")).await;
        assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(wrong.text.contains("合计应为 100 分") && wrong.text.contains("下半年评议"), "{}", wrong.text);
        let made = office.post("/supervision/evaluations", &fields("60")).await;
        assert_eq!(made.status, StatusCode::SEE_OTHER, "{}", made.text);
        let page = made.location().to_owned();
        let opened = office.post(&format!("{page}/opening"), &[]).await;
        assert_eq!(opened.status, StatusCode::SEE_OTHER, "{}", opened.text);
        let votes = format!("{page}/units/{}/votes", roads());
        let mut sums = vec![("version", "0"), ("ballots", "50"), ("satisfied", "40"), ("basically", "5")];
        sums.extend([("dissatisfied", "4"), ("invalid", "0")]);
        let wrong = send(&site, &clerk(), &votes, &sums).await;
        assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(wrong.text.contains("四项合计是 49 票"), "{}", wrong.text);
        assert_eq!(office.post(&format!("{page}/computation"), &[]).await.status, StatusCode::SEE_OTHER);
        assert_eq!(office.post(&format!("{page}/telling"), &[]).await.status, StatusCode::SEE_OTHER);
        let shown = office.get(&format!("{page}/units/{}", roads())).await.text;
        assert!(shown.contains("60 × 1 ÷ 1 ＝ 60.00"), "{shown}");
        let appealed =
            send(&site, &head(water()), &format!("{page}/units/{}/appeal", water()), &[("words", "漏计")]).await;
        assert_eq!(appealed.status, StatusCode::SEE_OTHER, "{}", appealed.text);
        let ruling = format!("{page}/units/{}/ruling", water());
        let odd = send(&site, &chief(), &ruling, &[("words", "属实"), ("corrections", "签收 一比一")]).await;
        assert!(odd.text.contains("看不懂") && odd.text.contains("属实"), "{}", odd.text);
        let ruled = send(&site, &chief(), &ruling, &[("words", "属实"), ("corrections", "按时签收率 1/1")]).await;
        assert_eq!(ruled.status, StatusCode::SEE_OTHER, "{}", ruled.text);
        sound(&site).await;
    });
}

#[test]
fn no_step_is_taken_from_a_page_of_elsewhere() {
    both(async |site| {
        on(&site, "2026-11-02");
        let id = drafted(&site).await;
        let mut head = visitor(&site, &chief()).old();
        let forged = head.post(&format!("/supervision/evaluations/{id}/opening"), &[]).await;
        assert_eq!(forged.status, StatusCode::FORBIDDEN, "{}", forged.text);
        assert_eq!(desk::of(&site, &chief(), id).await.unwrap().0.stage.word(), "draft");
    });
}

#[test]
fn anybody_reads_what_was_published_and_nothing_before() {
    both(async |site| {
        on(&site, "2026-11-02");
        let id = told(&site).await;
        let mut anybody = visitor(&site, &accounts_rules::Actor::nobody());
        assert!(!anybody.get("/evaluations").await.text.contains("2026年度办理工作评议"));
        assert_eq!(anybody.get(&format!("/evaluations/{id}")).await.status, StatusCode::NOT_FOUND);
        assert_eq!(anybody.get(&format!("/api/published-evaluations/{id}")).await.status, StatusCode::NOT_FOUND);
        on(&site, "2026-11-10");
        desk::decide(&site, &chief(), id).await.unwrap();
        desk::publish(&site, &chief(), id).await.unwrap();
        let list = anybody.get(&format!("/evaluations?congress={}", congress())).await.text;
        assert!(list.contains(&format!("/evaluations/{id}")), "{list}");
        let page = anybody.get(&format!("/evaluations/{id}")).await.text;
        assert!(page.contains("93.10") && page.contains("优秀"), "{page}");
        let lines = anybody.get("/api/published-evaluations").await.json();
        assert_eq!((lines["total"].as_i64(), lines["items"][0]["published"].as_str()), (Some(1), Some("2026-11-10")));
        let one = anybody.get(&format!("/api/published-evaluations/{id}")).await.json();
        assert_eq!((&one["units"][0]["points"], &one["units"][0]["rank"]), (&9_310.into(), &1.into()));
    });
}
