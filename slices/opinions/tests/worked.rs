//! What deputies, offices and units do with it, and what each of them sees.

use crate::world::{site::visitor, *};
use accounts_rules::Actor;
use axum::http::{Method, StatusCode};
use kernel::{BodyId, Text};
use kit::{Problem, Site, db::Sql, testing::both};
use opinions::desk::{
    contact::open,
    handle::{AnswerWanted, AssignmentWanted, ReasonWanted, answer, assign, close, hand_on, point_elsewhere, suggest},
    judge::judge,
    receive::Said,
};
use opinions_rules::{By, Fact, OpinionId, Score, SuggestionId, Treatment};
use serde_json::json;

async fn county_opinion(site: &Site) -> OpinionId {
    said_here(site).await.id
}

fn words(said: &str) -> AnswerWanted {
    AnswerWanted { words: text(said), for_deputy: false }
}

async fn given_to(site: &Site, id: OpinionId, unit: BodyId) -> Result<(), Problem> {
    let wanted = AssignmentWanted { unit, treatment: Treatment::Urge, hard: false, words: None };
    assign(site, &county_clerk(), id, version(site, id).await, &wanted).await
}

#[test]
fn the_office_gives_it_to_a_unit_which_answers_and_sees_it_still() {
    both(async |site| {
        found(&site).await;
        let it = said_here(&site).await;
        let id = it.id;
        let path = format!("/opinions/{id}");
        assert_eq!(visitor(&site, &head()).get(&path).await.status, StatusCode::NOT_FOUND, "not before it is given");
        given_to(&site, id, roads()).await.unwrap();
        let list = visitor(&site, &head()).get("/opinions").await;
        assert!(list.text.contains(&path) && list.text.contains("2026-06-17"), "{}", list.text);
        answer(&site, &head(), id, version(&site, id).await, &words("本周修复。")).await.unwrap();
        assert_eq!(stage(&site, id).await, "answered");
        let page = visitor(&site, &head()).get(&path).await;
        assert!(page.text.contains("承办单位答复"), "{}", page.text);
        let code = it.tracking.shown();
        judge(&site, &code, Score::Unsatisfied, None).await.unwrap();
        let late = answer(&site, &head(), id, version(&site, id).await, &words("再看看。")).await;
        assert!(late.is_err(), "it has it no more until it is given again");
        sound(&site).await;
    });
}

#[test]
fn it_is_given_to_no_body_of_another_congress_and_by_nobody_but_the_office_that_has_it() {
    both(async |site| {
        found(&site).await;
        let id = county_opinion(&site).await;
        assert_eq!(why(given_to(&site, id, id_of_town_government()).await.unwrap_err()), "unit: opinions-wrong-unit");
        let seen = version(&site, id).await;
        let wanted = AssignmentWanted { unit: roads(), treatment: Treatment::Own, hard: true, words: None };
        for (who, refused) in [(town_chief(), "kit-problem-missing"), (stranger(), "kit-problem-missing")] {
            assert_eq!(why(assign(&site, &who, id, seen, &wanted).await.unwrap_err()), refused);
        }
        assert!(
            assign(&site, &county_deputy(), id, seen, &wanted).await.is_err(),
            "deputies handle nothing themselves"
        );
        assert_eq!(stage(&site, id).await, "received");
    });
}

fn id_of_town_government() -> BodyId {
    id(1, 12)
}

#[test]
fn a_town_hands_it_up_to_the_county_and_both_follow_it() {
    both(async |site| {
        found(&site).await;
        let id = handed_in(&site, &said(Some(person(1)), VILLAGE)).await.id;
        let reason = ReasonWanted { words: text("县道由县里管护。") };
        let seen = version(&site, id).await;
        let wrong = hand_on(&site, &town_chief(), id, seen, (roads(), &reason)).await;
        assert_eq!(why(wrong.unwrap_err()), "congress: opinions-wrong-congress");
        hand_on(&site, &town_chief(), id, seen, (county(), &reason)).await.unwrap();
        for who in [town_chief(), county_clerk(), town_deputy()] {
            let page = visitor(&site, &who).get(&format!("/opinions/{id}")).await;
            assert!(page.text.contains("县道由县里管护。"), "{}", page.text);
        }
        // The town sees it and does nothing about it any more.
        let wanted = words("已修");
        assert!(answer(&site, &town_chief(), id, version(&site, id).await, &wanted).await.is_err());
        answer(&site, &county_clerk(), id, version(&site, id).await, &wanted).await.unwrap();
        sound(&site).await;
    });
}

#[test]
fn what_belongs_elsewhere_is_told_with_its_channel_and_stays_a_word_to_the_deputy() {
    both(async |site| {
        found(&site).await;
        let it = handed_in(&site, &said(Some(person(1)), VILLAGE)).await;
        let because: Text<500> = text("案件正在法院审理。");
        let seen = version(&site, it.id).await;
        let wrong = point_elsewhere(&site, &town_chief(), it.id, seen, ("moon", &because)).await;
        assert_eq!(why(wrong.unwrap_err()), "channel: opinions-wrong-channel");
        point_elsewhere(&site, &town_chief(), it.id, seen, ("litigation", &because)).await.unwrap();
        let mut person_ = visitor(&site, &Actor::nobody());
        person_.get("/opinions/progress").await;
        let page = person_.post("/opinions/progress", &[("code", &it.tracking.shown())]).await;
        assert!(page.text.contains("12368") && page.text.contains("案件正在法院审理。"), "{}", page.text);
        let deputy = visitor(&site, &town_deputy()).get("/opinions").await;
        assert!(deputy.text.contains(&format!("/opinions/{}", it.id)), "{}", deputy.text);
        let reason = ReasonWanted { words: text("已告知") };
        close(&site, &town_chief(), it.id, version(&site, it.id).await, &reason).await.unwrap();
        assert_eq!(stage(&site, it.id).await, "closed");
    });
}

#[test]
fn sealed_data_is_shown_to_whom_the_person_agreed_and_opened_by_the_office_with_a_reason() {
    both(async |site| {
        found(&site).await;
        let usual = said(Some(person(2)), VILLAGE);
        let silent = handed_in(&site, &usual).await.id;
        let agreed = handed_in(&site, &Said { to_deputy: true, to_unit: true, ..usual }).await.id;
        for (id, open) in [(silent, false), (agreed, true)] {
            given_to(&site, id, roads()).await.unwrap();
            for who in [county_deputy(), head()] {
                let page = visitor(&site, &who).get(&format!("/opinions/{id}")).await;
                assert_eq!(page.text.contains("13873612345"), open, "{}", page.text);
                assert_eq!(page.text.contains("赵"), open, "not even masked: {}", page.text);
                assert!(open_by(&site, &who, id).await.is_err(), "nobody but an office opens");
            }
        }
        let page = visitor(&site, &county_clerk()).get(&format!("/opinions/{silent}")).await;
        assert!(page.text.contains("138****2345") && !page.text.contains("13873612345"), "{}", page.text);
        let json = visitor(&site, &county_clerk()).get(&format!("/api/opinions/{silent}")).await;
        assert!(!json.text.contains("13873612345") && !json.text.contains("赵小满"), "{}", json.text);
        assert_eq!(open_by(&site, &county_clerk(), silent).await.unwrap().as_deref(), Some("13873612345"));
        let sql = Sql::new("select fact from journal where verb = 'opinion.contact-opened'");
        let (fact,): (String,) = site.db().one(sql).await.unwrap().unwrap();
        assert!(fact.contains("回访核实") && !fact.contains("13873612345"), "{fact}");
    });
}

#[test]
fn an_office_it_was_handed_to_opens_the_seal_only_where_the_person_agreed() {
    both(async |site| {
        found(&site).await;
        let usual = said(Some(person(1)), VILLAGE);
        for agreed in [false, true] {
            let id = handed_in(&site, &Said { to_unit: agreed, ..usual.clone() }).await.id;
            let reason = ReasonWanted { words: text("县道由县里管护。") };
            hand_on(&site, &town_chief(), id, version(&site, id).await, (county(), &reason)).await.unwrap();
            assert_eq!(open_by(&site, &county_clerk(), id).await.is_ok(), agreed);
            let page = visitor(&site, &county_clerk()).get(&format!("/opinions/{id}")).await;
            assert_eq!(page.text.contains("138****2345"), agreed, "{}", page.text);
            assert!(open_by(&site, &town_chief(), id).await.is_ok(), "where it came in it stays known");
        }
    });
}

async fn open_by(site: &Site, who: &Actor, id: OpinionId) -> Result<Option<String>, Problem> {
    open(site, who, id, &text("回访核实")).await.map(|sealed| sealed.phone)
}

#[test]
fn whoever_looks_from_elsewhere_finds_nothing_whatever_the_verb() {
    both(async |site| {
        found(&site).await;
        let id = county_opinion(&site).await;
        for who in [stranger(), town_chief(), town_deputy(), head()] {
            let mut other = visitor(&site, &who);
            for path in [format!("/opinions/{id}"), format!("/api/opinions/{id}")] {
                assert_eq!(other.get(&path).await.status, StatusCode::NOT_FOUND, "{path}");
            }
            for verb in ["answer", "assignment", "handing-on", "suggestion", "channel", "closure", "contact/opening"] {
                let path = format!("/api/opinions/{id}/{verb}");
                let told = other.json(Method::POST, &path, &[], json!({})).await;
                assert_eq!(told.status, StatusCode::NOT_FOUND, "{path}: {}", told.text);
            }
        }
        let mut deputy = visitor(&site, &county_deputy());
        for verb in ["assignment", "handing-on", "channel", "closure", "contact/opening"] {
            let told = deputy.json(Method::POST, &format!("/api/opinions/{id}/{verb}"), &[], json!({})).await;
            assert_eq!(told.status, StatusCode::FORBIDDEN, "{verb}: {}", told.text);
        }
    });
}

#[test]
fn a_late_hand_is_told_that_somebody_was_quicker_and_staff_type_for_a_deputy_on_the_record() {
    both(async |site| {
        found(&site).await;
        let id = county_opinion(&site).await;
        let seen = version(&site, id).await;
        let typed = AnswerWanted { words: text("我已到现场看过。"), for_deputy: true };
        answer(&site, &county_clerk(), id, seen, &typed).await.unwrap();
        let late = answer(&site, &county_deputy(), id, seen, &words("我来答复")).await;
        assert_eq!(why(late.unwrap_err()), "opinions-refused-changed");
        let sql = Sql::new("select acting_for from journal where verb = 'opinion.answered'");
        let (acting,): (Option<kernel::PersonId>,) = site.db().one(sql).await.unwrap().unwrap();
        assert_eq!(acting, Some(person(2)));
        let told = async || {
            let sql = "select fact from journal where verb = 'opinion.answered' order by seq desc limit 1";
            site.db().one::<(String,)>(sql).await.unwrap().unwrap().0
        };
        assert!(told().await.contains("\"for_deputy\":true"), "the deputy is told: {}", told().await);
        let page = visitor(&site, &county_deputy()).get(&format!("/opinions/{id}")).await;
        assert!(page.text.contains("工作人员代录"), "{}", page.text);
        // Who acts for the deputy types for them as well.
        let again = county_opinion(&site).await;
        let acting = Actor { acting_for: Some(person(2)), ..county_deputy() };
        let acting = Actor { person: None, account: county_clerk().account, ..acting };
        answer(&site, &acting, again, version(&site, again).await, &words("已请养护队去看。")).await.unwrap();
        assert!(told().await.contains("\"for_deputy\":true"), "{}", told().await);
        let page = visitor(&site, &county_deputy()).get(&format!("/opinions/{again}")).await;
        assert!(page.text.contains("工作人员代录"), "{}", page.text);
        let old: Fact = serde_json::from_str(r#"{"fact":"answered","by":"deputy","round":2}"#).unwrap();
        assert_eq!(
            Fact::Answered { by: By::Deputy, round: 2, for_deputy: false },
            old,
            "as the journal kept it before"
        );
        let office = handed_in(&site, &said(None, STREET)).await.id;
        let refused = answer(&site, &county_clerk(), office, version(&site, office).await, &typed).await;
        assert_eq!(why(refused.unwrap_err()), "for_deputy: opinions-wrong-no-deputy");
    });
}

#[test]
fn a_deputy_takes_it_up_in_a_suggestion_and_ties_the_two() {
    both(async |site| {
        found(&site).await;
        let id = county_opinion(&site).await;
        let page = visitor(&site, &county_deputy()).get(&format!("/opinions/{id}")).await;
        assert!(page.text.contains("/suggestions/new?congress="), "{}", page.text);
        suggest(&site, &county_deputy(), id, version(&site, id).await, None).await.unwrap();
        let wrong = suggest(&site, &county_deputy(), id, version(&site, id).await, Some(self::id(10, 5))).await;
        assert_eq!(why(wrong.unwrap_err()), "suggestion: opinions-wrong-suggestion");
        let mut tx = site.db().begin().await.unwrap();
        let sql = Sql::new(
            "insert into suggestion (title, body, not_public_because, wants_meeting, keep_identity, stage, category, begun, \
             filed, version, id, congress, session, lead) values ('关于修桥的建议', '请修桥。', '', 0, 0, 'submitted', '', 1, 1, 1, \
             {}, {}, {}, {})",
        );
        let filed: SuggestionId = self::id(10, 5);
        run(&mut tx, sql.bind(filed).bind(county()).bind(self::id::<()>(4, 1)).bind(person(2))).await;
        tx.commit().await.unwrap();
        suggest(&site, &county_deputy(), id, version(&site, id).await, Some(filed)).await.unwrap();
        let page = visitor(&site, &county_clerk()).get(&format!("/opinions/{id}")).await;
        assert!(page.text.contains("关于修桥的建议"), "{}", page.text);
        answer(&site, &county_deputy(), id, version(&site, id).await, &words("建议已办结。")).await.unwrap();
        sound(&site).await;
    });
}

#[test]
fn the_table_that_goes_out_is_whole_and_holds_nothing_sealed() {
    both(async |site| {
        found(&site).await;
        let ids = [county_opinion(&site).await, county_opinion(&site).await];
        given_to(&site, ids[0], roads()).await.unwrap();
        let csv = visitor(&site, &county_clerk()).get("/opinions/list/csv").await;
        assert!(
            csv.text.contains("〔2026〕1号") && csv.text.contains("〔2026〕2号") && csv.text.contains("县交通运输局"),
            "{}",
            csv.text
        );
        assert!(!csv.text.contains("赵小满") && !csv.text.contains("13873612345"), "{}", csv.text);
        let open = visitor(&site, &county_clerk()).get("/opinions?stage=assigned").await;
        assert!(open.text.contains(&ids[0].to_string()) && !open.text.contains(&ids[1].to_string()), "{}", open.text);
        let wrong = visitor(&site, &county_clerk()).get("/opinions?stage=moon").await;
        assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
        let nobody = visitor(&site, &Actor::nobody()).get("/opinions/list/csv").await;
        assert!(nobody.location().starts_with("/session/new"), "{}", nobody.text);
    });
}
