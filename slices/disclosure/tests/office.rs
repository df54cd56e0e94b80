//! The office prepares, decides each passage, discloses, corrects and withholds; and what is refused.

use crate::world::{site::visitor, *};
use axum::http::StatusCode;
use disclosure::desk::{
    disclose::disclose,
    take_down::take_down,
    withhold::{GroundWanted, withhold},
};
use disclosure_rules::{Extent, Ground};
use kit::{
    Site,
    db::Sql,
    testing::{both, on_sqlite},
};
use serde_json::json;

fn ground(ground: Ground) -> GroundWanted {
    GroundWanted { ground, words: text("办公室的说明") }
}

async fn facts(site: &Site) -> Vec<String> {
    let sql = "select verb from journal where verb like 'disclosure.%' order by seq";
    site.db().all::<(String,)>(sql).await.unwrap().into_iter().map(|(verb,)| verb).collect()
}

#[test]
fn the_office_is_led_from_the_list_to_the_sheet_decides_each_passage_looks_and_discloses() {
    both(async |site| {
        found(&site).await;
        let mut office = visitor(&site, &clerk());
        let list = office.get("/disclosures/matters").await;
        let sheet = format!("/disclosures/matters/{}/publication", suggestion());
        assert!(list.text.contains(&sheet) && list.text.contains("2026-06-30"), "{}", list.text);
        let page = office.get(&sheet).await;
        for marked in ["<mark>张三<sup>", "<mark>13873612345<sup>", "<mark>李建国<sup>", "<mark>0731-84123456<sup>"]
        {
            assert!(page.text.contains(marked), "{marked}: {}", page.text);
        }
        let undecided = office.post(&sheet, &[("extent", "whole"), ("version", "0"), ("then", "publish")]).await;
        assert_eq!(undecided.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(undecided.text.contains("还有 4 处没有选"), "{}", undecided.text);
        let choices: Vec<String> = fields(&page.text);
        let version = seen(&site, suggestion()).await.to_string();
        let mut form: Vec<(&str, &str)> = choices.iter().map(|name| (name.as_str(), "hide")).collect();
        form.extend([("extent", "whole"), ("version", &version), ("words", "路不好走"), ("then", "look")]);
        let look = office.post(&sheet, &form).await;
        assert_eq!(look.status, StatusCode::OK, "{}", look.text);
        assert!(look.text.contains("村民张××（电话×××）反映×××，建议修路。"), "{}", look.text);
        assert!(look.text.contains("value=\"hide\" checked"), "what was decided stays decided");
        assert_eq!(facts(&site).await, [""; 0], "looking changes nothing");
        form.pop();
        form.push(("then", "publish"));
        let shown = office.fill(&sheet, &form).await;
        assert!(shown.text.contains("村民张××（电话×××）反映×××，建议修路。"), "{}", shown.text);
        assert_eq!(facts(&site).await, ["disclosure.disclosed"]);
        sound(&site).await;
    });
}

/// The names of the choices on the sheet, each once.
fn fields(page: &str) -> Vec<String> {
    let names = page.split("name=\"p.").skip(1).filter_map(|rest| rest.split('"').next());
    let mut names: Vec<String> = names.map(|name| format!("p.{name}")).collect();
    names.dedup();
    names
}

#[test]
fn what_lacks_consent_an_end_or_a_reply_that_may_be_read_is_refused_with_a_sentence() {
    both(async |site| {
        found(&site).await;
        let mut tx = site.db().begin().await.unwrap();
        paper(&mut tx, 21, Paper { consents: false, ..Paper::default() }).await;
        paper(&mut tx, 22, Paper { stage: "handling", ..Paper::default() }).await;
        paper(&mut tx, 23, Paper { roads_publish: false, ..Paper::default() }).await;
        tx.commit().await.unwrap();
        for (n, key) in [
            (21, "disclosure-refused-no-consent"),
            (22, "disclosure-refused-not-closed"),
            (23, "disclosure-refused-replies-kept"),
        ] {
            let of = id(10, n);
            let wanted = wanted(&site, of, true).await;
            assert_eq!(why(disclose(&site, &clerk(), of, &wanted, seen(&site, of).await).await.unwrap_err()), key);
            let page = visitor(&site, &clerk()).get(&format!("/disclosures/matters/{of}/publication")).await;
            assert_eq!(page.status, StatusCode::OK);
            assert!(!page.text.contains("name=\"extent\""), "there is no form to fill in: {}", page.text);
        }
        assert_eq!(facts(&site).await, [""; 0]);
        // What its units keep back is withheld with the reason.
        withhold(&site, &clerk(), id(10, 23), ground(Ground::Internal)).await.unwrap();
        let refused = withhold(&site, &clerk(), id(10, 21), ground(Ground::Internal)).await.unwrap_err();
        assert_eq!(why(refused), "disclosure-refused-no-consent");
    });
}

#[test]
fn nobody_but_the_office_of_that_congress_prepares_discloses_or_takes_down() {
    both(async |site| {
        found(&site).await;
        let given = wanted(&site, suggestion(), true).await;
        let shown = disclosed(&site, suggestion()).await;
        for other in [deputy(), head(), stranger()] {
            let refused = disclose(&site, &other, suggestion(), &given, 1).await.unwrap_err();
            assert_eq!(why(refused), "kit-problem-missing");
            let refused = withhold(&site, &other, suggestion(), ground(Ground::Other)).await.unwrap_err();
            assert_eq!(why(refused), "kit-problem-missing");
            assert!(take_down(&site, &other, shown, ground(Ground::Other), None).await.is_err());
            let list = visitor(&site, &other).get(&format!("/disclosures/matters?congress={}", congress())).await;
            assert_eq!(list.status, StatusCode::FORBIDDEN, "{}", list.text);
        }
        assert_eq!(facts(&site).await, ["disclosure.disclosed"]);
    });
}

#[test]
fn what_was_corrected_meanwhile_is_not_taken_down_as_it_was_read() {
    both(async |site| {
        found(&site).await;
        let shown = disclosed(&site, suggestion()).await;
        let mut given = wanted(&site, suggestion(), true).await;
        given.why = Some(text("答复日期有误"));
        disclose(&site, &clerk(), suggestion(), &given, seen(&site, suggestion()).await).await.unwrap();
        let refused = take_down(&site, &clerk(), shown, ground(Ground::Error), Some(1)).await.unwrap_err();
        assert_eq!(why(refused), "disclosure-refused-changed");
        let mut office = visitor(&site, &clerk());
        let place = format!("/disclosures/{shown}/removal");
        let form = office.get(&place).await.text;
        assert!(form.contains("name=\"version\" value=\"2\""), "{form}");
        let typed = [("ground", "error"), ("words", "数字有误")];
        let stale = office.post(&place, &[typed.as_slice(), &[("version", "1")]].concat()).await;
        assert!(stale.text.contains("别人已经作过决定") && stale.text.contains("数字有误"), "{}", stale.text);
        let done = office.post(&place, &[typed.as_slice(), &[("version", "2")]].concat()).await;
        assert_eq!(done.status, StatusCode::SEE_OTHER, "{}", done.text);
        sound(&site).await;
    });
}

#[test]
fn a_correction_says_why_and_is_a_new_edition_beside_the_old() {
    both(async |site| {
        found(&site).await;
        let shown = disclosed(&site, suggestion()).await;
        let mut given = wanted(&site, suggestion(), true).await;
        let refused =
            disclose(&site, &clerk(), suggestion(), &given, seen(&site, suggestion()).await).await.unwrap_err();
        assert_eq!(why(refused), "disclosure-refused-no-reason");
        given.why = Some(text("答复日期有误"));
        let refused = disclose(&site, &clerk(), suggestion(), &given, 7).await.unwrap_err();
        assert_eq!(why(refused), "disclosure-refused-changed", "somebody disclosed it meanwhile");
        (given.extent, given.summary) = (Extent::Summary, Some(text("建议修路，已安排。")));
        assert_eq!(
            disclose(&site, &clerk(), suggestion(), &given, seen(&site, suggestion()).await).await.unwrap(),
            shown
        );
        let page = visitor(&site, &accounts_rules::Actor::nobody()).get(&format!("/disclosures/{shown}")).await;
        assert!(page.text.contains("建议修路，已安排。") && page.text.contains("答复日期有误"), "{}", page.text);
        assert!(!page.text.contains("已安排修路"), "a summary shows no letter: {}", page.text);
        let editions = "select edition from disclosure_edition order by edition";
        assert_eq!(site.db().all::<(i64,)>(editions).await.unwrap(), [(1,), (2,)]);
        assert_eq!(facts(&site).await, ["disclosure.disclosed", "disclosure.corrected"]);
        let body = "select count(*) from suggestion where body like '%13873612345%'";
        assert_eq!(site.db().one::<(i64,)>(body).await.unwrap(), Some((1,)), "the original never changes");
        sound(&site).await;
    });
}

#[test]
fn words_that_stand_nowhere_and_summaries_with_numbers_are_said_beside_their_fields() {
    on_sqlite(async |site| {
        found(&site).await;
        let mut given = wanted(&site, suggestion(), true).await;
        given.words = vec![text("不在文中")];
        let refused =
            disclose(&site, &clerk(), suggestion(), &given, seen(&site, suggestion()).await).await.unwrap_err();
        assert_eq!(why(refused), "words: disclosure-wrong-words");
        (given.words, given.extent) = (vec![], Extent::Summary);
        let refused =
            disclose(&site, &clerk(), suggestion(), &given, seen(&site, suggestion()).await).await.unwrap_err();
        assert_eq!(why(refused), "summary: kit-form-required");
        given.summary = Some(text("请打13873612345"));
        let refused =
            disclose(&site, &clerk(), suggestion(), &given, seen(&site, suggestion()).await).await.unwrap_err();
        assert_eq!(why(refused), "summary: disclosure-wrong-summary");
        given.extent = Extent::Whole;
        given.decisions[0].to += 1;
        let refused =
            disclose(&site, &clerk(), suggestion(), &given, seen(&site, suggestion()).await).await.unwrap_err();
        assert_eq!(why(refused), "passages: disclosure-wrong-passage");
    });
}

#[test]
fn a_program_reads_what_was_found_and_discloses_on_the_version_it_saw() {
    on_sqlite(async |site| {
        found(&site).await;
        let mut office = visitor(&site, &clerk());
        let path = format!("/api/suggestions/{}/disclosure", suggestion());
        let seen = office.get(&path).await;
        let tag = seen.headers["etag"].to_str().unwrap().to_owned();
        let matter = seen.json();
        assert_eq!(matter["sources"][1]["passages"][0]["text"], "张三");
        let mut decisions = vec![];
        for source in matter["sources"].as_array().unwrap() {
            for it in source["passages"].as_array().unwrap() {
                decisions.push(json!({ "part": source["part"], "from": it["from"], "to": it["to"], "hide": true }));
            }
        }
        let body = json!({ "extent": "whole", "decisions": decisions });
        let post = axum::http::Method::POST;
        let blind = office.json(post.clone(), &path, &[], body.clone()).await;
        assert_eq!(blind.status, StatusCode::PRECONDITION_REQUIRED);
        let done = office.json(post.clone(), &path, &[("if-match", &tag)], body).await;
        assert_eq!(done.status, StatusCode::OK, "{}", done.text);
        assert_eq!(done.json()["stage"].as_str(), Some("disclosed"));
        assert_ne!(done.headers["etag"].to_str().unwrap(), tag);
        let ground = json!({ "ground": "error", "words": "数字有误" });
        let shown = done.json()["disclosure"].as_str().unwrap().to_owned();
        let down = office.json(post, &format!("/api/disclosures/{shown}/removal"), &[], ground).await;
        assert_eq!((down.status, down.json()["n"].as_i64()), (StatusCode::OK, Some(1)), "{}", down.text);
    });
}

#[test]
fn a_congress_that_discloses_early_counts_from_the_reply() {
    on_sqlite(async |site| {
        found(&site).await;
        let mut tx = site.db().begin().await.unwrap();
        paper(&mut tx, 22, Paper { stage: "handling", ..Paper::default() }).await;
        let sql = Sql::new("insert into suggestion_rules (congress, term, key, value, grade, document, version)")
            .add(" values ({}, {}, 'disclosure.when', 'delivered', 'D', '试验', 1)");
        run(&mut tx, sql.bind(congress()).bind(uuid::Uuid::nil())).await;
        tx.commit().await.unwrap();
        let list = visitor(&site, &clerk()).get("/disclosures/matters").await;
        assert!(list.text.contains("第22号") && list.text.contains("第12号"), "{}", list.text);
        let shown = disclosed(&site, id(10, 22)).await;
        assert!(visitor(&site, &deputy()).get(&format!("/disclosures/{shown}")).await.status.is_success());
    });
}

#[test]
fn a_letter_that_comes_in_while_the_office_decides_is_not_disclosed_unread() {
    both(async |site| {
        found(&site).await;
        let given = wanted(&site, suggestion(), true).await;
        let before = seen(&site, suggestion()).await;
        let mut tx = site.db().begin().await.unwrap();
        let sql = "update reply set body = body || '联系人老李头。' where suggestion = {}";
        tx.run(Sql::new(sql).bind(suggestion())).await.unwrap();
        tx.commit().await.unwrap();
        let refused = disclose(&site, &clerk(), suggestion(), &given, before).await.unwrap_err();
        assert_eq!(why(refused), "disclosure-refused-changed");
        assert_eq!(facts(&site).await, [""; 0]);
    });
}

#[test]
fn a_sheet_that_was_read_too_early_comes_back_as_it_stands_now_and_can_then_be_sent() {
    both(async |site| {
        found(&site).await;
        let mut office = visitor(&site, &clerk());
        let sheet = format!("/disclosures/matters/{}/publication", suggestion());
        let version =
            |page: &str| page.split("name=\"version\" value=\"").nth(1).unwrap().split('"').next().unwrap().to_owned();
        let page = office.get(&sheet).await.text;
        let (choices, old) = (fields(&page), version(&page));
        let mut tx = site.db().begin().await.unwrap();
        let sql = "update reply set body = body || '另请注意安全。' where suggestion = {}";
        tx.run(Sql::new(sql).bind(suggestion())).await.unwrap();
        tx.commit().await.unwrap();
        let mut form: Vec<(&str, &str)> = choices.iter().map(|name| (name.as_str(), "hide")).collect();
        form.extend([("extent", "whole"), ("then", "publish")]);
        let late = office.post(&sheet, &[form.as_slice(), &[("version", &old)]].concat()).await;
        assert_eq!(late.status, StatusCode::UNPROCESSABLE_ENTITY, "{}", late.text);
        assert!(late.text.contains("别人已经作过决定") && late.text.contains("另请注意安全"), "{}", late.text);
        assert_ne!(version(&late.text), old, "what is sent next was looked at");
        let again = office.post(&sheet, &[form.as_slice(), &[("version", &version(&late.text))]].concat()).await;
        assert_eq!(again.status, StatusCode::SEE_OTHER, "{}", again.text);
        sound(&site).await;
    });
}

#[test]
fn the_offices_own_words_name_no_signer_who_is_not_to_be_known() {
    on_sqlite(async |site| {
        found(&site).await;
        let mut tx = site.db().begin().await.unwrap();
        paper(&mut tx, 30, Paper { secret: true, ..Paper::default() }).await;
        tx.commit().await.unwrap();
        let of = id(10, 30);
        let mut given = wanted(&site, of, true).await;
        given.why = Some(text("按杨柳代表的意见更正"));
        let refused = disclose(&site, &clerk(), of, &given, seen(&site, of).await).await.unwrap_err();
        assert_eq!(why(refused), "why: disclosure-wrong-summary");
        (given.why, given.extent, given.summary) = (None, Extent::Summary, Some(text("杨柳代表建议修路。")));
        let refused = disclose(&site, &clerk(), of, &given, seen(&site, of).await).await.unwrap_err();
        assert_eq!(why(refused), "summary: disclosure-wrong-summary");
    });
}

#[test]
fn a_class_changed_after_disclosure_is_told_to_the_office() {
    both(async |site| {
        found(&site).await;
        disclosed(&site, suggestion()).await;
        let path = format!("/api/disclosures/matters?congress={}&stage=disclosed", congress());
        let told = async || visitor(&site, &clerk()).get(&path).await.json()["items"][0]["newer_reply"].as_bool();
        assert_eq!(told().await, Some(false));
        let mut tx = site.db().begin().await.unwrap();
        let sql = "update reply set class = 'C' where class = (select min(class) from reply where suggestion = {}) and suggestion = {}";
        tx.run(Sql::new(sql).bind(suggestion()).bind(suggestion())).await.unwrap();
        tx.commit().await.unwrap();
        assert_eq!(told().await, Some(true), "the public still reads the class before");
    });
}

#[test]
fn the_list_of_the_office_and_the_log_are_taken_away_as_tables() {
    both(async |site| {
        found(&site).await;
        let mut office = visitor(&site, &clerk());
        let page = office.get("/disclosures/matters").await.text;
        assert!(page.contains("/disclosures/matters/list?congress="), "{page}");
        let list = format!("/disclosures/matters/list?congress={}&as=csv", congress());
        let waits = office.get(&list).await;
        assert!(waits.text.contains("第12号") && waits.text.contains("2026-06-30"), "{}", waits.text);
        for other in [deputy(), head(), stranger()] {
            assert_eq!(visitor(&site, &other).get(&list).await.status, StatusCode::FORBIDDEN);
        }
        let shown = disclosed(&site, suggestion()).await;
        let gone = office.get(&format!("{list}&stage=waiting")).await.text;
        assert!(!gone.contains("第12号"), "{gone}");
        assert!(office.get(&format!("{list}&stage=disclosed")).await.text.contains("2026-06-10"));
        take_down(&site, &clerk(), shown, ground(Ground::Error), None).await.unwrap();
        let down = office.get(&format!("{list}&stage=taken-down")).await.text;
        assert!(down.contains("第12号"), "{down}");
        let mut anybody = visitor(&site, &accounts_rules::Actor::nobody());
        let log = anybody.get("/disclosures/removals/list?as=csv").await;
        assert!(log.status == StatusCode::OK && log.text.contains("第12号"), "{}", log.text);
        assert!(
            !log.text.contains("办公室的说明") && !log.text.contains("修路"),
            "no more than the page: {}",
            log.text
        );
        assert_eq!(
            anybody.get("/disclosures/removals/list?as=nonsense").await.status,
            StatusCode::UNPROCESSABLE_ENTITY
        );
        assert!(anybody.get("/disclosures/removals").await.text.contains("/disclosures/removals/list?congress="));
    });
}
