//! Documents of a suggestion: which there are, to whom, and what stands in them.

use crate::world::{site::visitor, *};
use axum::http::StatusCode;
use kit::{Site, db::Sql, testing::both};
use serde_json::Value;
use suggestions::desk;
use suggestions_rules::{AssignmentId, SuggestionId};

/// Led by deputy 1 and seconded by deputy 2, answered by unit 1 with unit 2 beside it.
async fn answered(site: &Site) -> (SuggestionId, AssignmentId) {
    found(site).await;
    let id = drafted(site, "关于修缮便桥的建议").await;
    desk::cosign::invite(site, &deputy(1), id, &[person(2)]).await.unwrap();
    desk::cosign::confirm(site, &deputy(2), id, desk::Saw::Unsaid).await.unwrap();
    desk::submit::submit(site, &deputy(1), id, desk::Saw::Unsaid).await.unwrap();
    desk::check::accept(site, &clerk(), id, "agriculture", true, desk::Saw::Unsaid).await.unwrap();
    let plan = desk::assign::Plan::Joint { lead: unit(1), co: vec![unit(2)] };
    let kept = desk::assign::assign(site, &clerk(), id, &plan).await.unwrap();
    let part = kept.suggestion.stage.handling().unwrap().handlers.all().next().unwrap().id;
    desk::handle::sign_for(site, &unit_clerk(1), id, part, desk::Saw::Unsaid).await.unwrap();
    replied(site, id, part, "B").await;
    (id, part)
}

async fn names(site: &Site, who: &accounts_rules::Actor, id: SuggestionId) -> Vec<String> {
    let list = visitor(site, who).get(&format!("/api/suggestions/{id}/papers")).await.json();
    list.as_array().unwrap().iter().map(|line| line["name"].as_str().unwrap().to_owned()).collect()
}

async fn paper(site: &Site, who: &accounts_rules::Actor, id: SuggestionId, name: &str) -> Value {
    visitor(site, who).get(&format!("/api/suggestions/{id}/papers/{name}")).await.json()
}

/// Every text of a document, to look for words in.
fn said(paper: &Value) -> String {
    match paper {
        Value::String(text) => format!("{text}\n"),
        Value::Array(items) => items.iter().map(said).collect(),
        Value::Object(fields) => fields.values().map(said).collect(),
        _ => String::new(),
    }
}

#[test]
fn every_signer_is_written_a_letter_and_each_deputy_is_offered_the_own_one() {
    both(|site| async move {
        let (id, _) = answered(&site).await;
        let office = names(&site, &clerk(), id).await;
        let letters: Vec<_> = office.iter().filter(|name| name.starts_with("letter")).collect();
        assert_eq!(letters, ["letter-1-1-1", "letter-1-1-2"]);
        let own = names(&site, &deputy(2), id).await;
        assert_eq!(own.iter().filter(|name| name.starts_with("letter")).collect::<Vec<_>>(), ["letter-1-1-2"]);
        let letter = paper(&site, &deputy(2), id, "letter-1-1-2").await;
        assert_eq!(letter["to"], "代表2代表");
        assert_eq!(letter["layout"], "letter");
        assert_eq!(letter["mark"], "B类　同意公开");
        assert_eq!(letter["number"], "临交字〔2026〕12号");
        assert_eq!(said(&letter["lines"]).replace('\n', ""), "对临江县第十八届人民代表大会第五次会议第1号建议的答复");
        let all = said(&letter);
        assert!(all.contains("您提出的《关于修缮便桥的建议》收悉。现答复如下："), "{all}");
        assert!(all.contains("县水利局"), "the co-unit receives a copy: {all}");
        assert!(all.contains("承办人及联系电话：承办人 0731"), "{all}");
        assert!(all.contains("承办负责人：王某　承办人及联系电话"), "{all}");
        let mut tx = site.db().begin().await.unwrap();
        let post = Sql::new("update person set occupation = '三阳乡中心小学教师' where id = {}").bind(person(1));
        tx.run(post).await.unwrap();
        tx.commit().await.unwrap();
        let sheet = said(&paper(&site, &clerk(), id, "sheet").await);
        assert!(sheet.contains("三阳乡中心小学教师") && sheet.contains("收件人"), "{sheet}");
        let other = visitor(&site, &deputy(2)).get(&format!("/api/suggestions/{id}/papers/letter-1-1-1")).await;
        assert_eq!(other.status, StatusCode::NOT_FOUND);
    });
}

#[test]
fn who_may_not_see_the_page_finds_no_document() {
    both(|site| async move {
        let (id, _) = answered(&site).await;
        for path in ["papers", "papers/sheet", "papers/sheet.docx", "papers/letter-1-1-1.pdf", "papers/archive.pdf"] {
            for place in [format!("/suggestions/{id}/{path}"), format!("/api/suggestions/{id}/{path}")] {
                let answer = visitor(&site, &stranger()).get(&place).await;
                assert_eq!(answer.status, StatusCode::NOT_FOUND, "{place}");
            }
        }
        let co_unit = names(&site, &unit_clerk(2), id).await;
        assert!(co_unit.contains(&"notice-2".to_owned()) && !co_unit.contains(&"notice-1".to_owned()), "{co_unit:?}");
        assert!(!co_unit.iter().any(|name| name.starts_with("receipt")), "{co_unit:?}");
    });
}

#[test]
fn the_form_is_blank_until_the_deputy_has_judged_and_the_unit_has_it_only_when_scores_are_open() {
    both(|site| async move {
        let (id, part) = answered(&site).await;
        let blank = said(&paper(&site, &deputy(1), id, "judgement-1-1-1").await);
        assert!(blank.contains("满意（　）　　基本满意（　）　　不满意（　）"), "{blank}");
        let word = desk::judge::Verdict {
            process: suggestions_rules::Score::Satisfied,
            result: suggestions_rules::Score::Dissatisfied,
            reason: Some(words("只有计划，没有日期")),
            confidential: false,
        };
        desk::judge::judge(&site, &deputy(1), id, part, word).await.unwrap();
        let filled = said(&paper(&site, &clerk(), id, "judgement-1-1-1").await);
        assert!(filled.contains("满意（√）　　基本满意（　）　　不满意（　）"), "{filled}");
        assert!(filled.contains("不满意（√）") && filled.contains("只有计划，没有日期"), "{filled}");
        let forms = |names: Vec<String>| names.iter().filter(|name| name.starts_with("judgement")).count();
        assert_eq!(forms(names(&site, &unit_clerk(1), id).await), 0);
        on(&site, "2026-04-20");
        assert_eq!(forms(names(&site, &unit_clerk(1), id).await), 1);
        let redo = desk::close::order_redo(&site, &chief(), id, part, words("请写明完工日期")).await;
        redo.unwrap();
        let order = said(&paper(&site, &unit_clerk(1), id, "redo-1-2").await);
        assert!(
            order.contains("请写明完工日期") && order.contains("代表1代表：办理工作满意，办理结果不满意。"),
            "{order}"
        );
    });
}

#[test]
fn the_notice_tells_every_day_and_the_unit_its_task() {
    both(|site| async move {
        let (id, _) = answered(&site).await;
        let notice = paper(&site, &unit_clerk(1), id, "notice-1").await;
        let all = said(&notice);
        for words in ["7个工作日", "6个月", "请于2026年3月13日前签收", "任务清单", "主办", "第1号", "县交通运输局"]
        {
            assert!(all.contains(words), "{words}: {all}");
        }
        assert_eq!(notice["annexes"].as_array().unwrap().len(), 3);
        let co = paper(&site, &unit_clerk(2), id, "notice-2").await;
        assert!(said(&co).contains("会办意见不直接答复代表"));
        assert_eq!(co["annexes"].as_array().unwrap().len(), 1);
    });
}

#[test]
fn pages_offer_word_files_that_are_whole_and_say_when_no_pdf_can_be_made() {
    both(|site| async move {
        let (id, _) = answered(&site).await;
        let mut office = visitor(&site, &clerk());
        let page = office.get(&format!("/suggestions/{id}")).await.text;
        assert!(page.contains(&format!("href=\"/suggestions/{id}/papers\"")));
        let list = office.get(&format!("/suggestions/{id}/papers")).await.text;
        for name in ["sheet", "notice-1", "receipt-1", "letter-1-1-1", "judgement-1-1-1"] {
            assert!(list.contains(&format!("/papers/{name}.docx\"")), "{name}");
            let answer = office.get(&format!("/suggestions/{id}/papers/{name}.docx")).await;
            assert_eq!(answer.status, StatusCode::OK, "{name}");
            assert!(answer.text.starts_with("PK"), "{name}");
        }
        let english = office.get(&format!("/suggestions/{id}/papers?lang=en")).await.text;
        assert!(english.contains("Letter of reply"));
        let pdf = office.get(&format!("/suggestions/{id}/papers/sheet.pdf")).await;
        assert_eq!(pdf.status, StatusCode::NOT_IMPLEMENTED);
        assert!(pdf.text.contains("Word"), "the page says what can be had: {}", pdf.text);
    });
}

#[test]
fn one_notice_tells_a_unit_all_that_it_was_given_in_the_session() {
    both(|site| async move {
        answered(&site).await;
        assigned(&site, "关于疏浚沟渠的建议").await;
        let place = format!("/api/suggestions/tasks/papers/notice?unit={}", unit(1));
        let notice = visitor(&site, &transfer()).get(&place).await.json();
        let all = said(&notice);
        for words in ["代表建议2件", "主办2件", "关于修缮便桥的建议", "关于疏浚沟渠的建议", "任务清单所列时限"]
        {
            assert!(all.contains(words), "{words}: {all}");
        }
        assert_eq!(visitor(&site, &unit_clerk(1)).get(&place).await.status, StatusCode::OK);
        assert_eq!(visitor(&site, &unit_clerk(2)).get(&place).await.status, StatusCode::FORBIDDEN);
        assert_eq!(visitor(&site, &deputy(1)).get(&place).await.status, StatusCode::FORBIDDEN);
        let none = format!("/api/suggestions/tasks/papers/notice?unit={}", unit(4));
        assert_eq!(visitor(&site, &transfer()).get(&none).await.status, StatusCode::NOT_FOUND);
        let work = visitor(&site, &unit_clerk(1)).get("/suggestions/work").await.text;
        assert!(work.contains(&format!("/suggestions/tasks/papers/notice.pdf?unit={}", unit(1))), "{work}");
        let overview = visitor(&site, &clerk()).get("/suggestions/overview").await.text;
        assert!(overview.contains(&format!("notice.pdf?unit={}", unit(2))), "{overview}");
    });
}

#[test]
fn a_co_unit_writes_its_opinion_to_the_unit_that_leads_and_the_deputies_do_not_read_it() {
    both(|site| async move {
        let (id, _) = answered(&site).await;
        let parts = suggestions::queries::detail(&site, &clerk(), id).await.unwrap().suggestion;
        let part = parts.stage.handling().unwrap().handlers.all().nth(1).unwrap().id;
        desk::handle::sign_for(&site, &unit_clerk(2), id, part, desk::Saw::Unsaid).await.unwrap();
        let opinion = words("一、河道内的桥墩由我局核定。\n二、汛前不宜施工。");
        desk::handle::advise(&site, &unit_clerk(2), id, part, opinion).await.unwrap();
        for reader in [clerk(), transfer(), unit_clerk(1), unit_clerk(2)] {
            assert!(names(&site, &reader, id).await.contains(&"opinion-2".to_owned()), "{}", reader.name);
        }
        for other in [deputy(1), deputy(2)] {
            assert!(!names(&site, &other, id).await.contains(&"opinion-2".to_owned()), "{}", other.name);
        }
        let letter = paper(&site, &unit_clerk(1), id, "opinion-2").await;
        assert_eq!((&letter["office"], &letter["to"]), (&Value::from("县水利局"), &Value::from("县交通运输局")));
        assert_eq!(letter["layout"], "letter");
        let all = said(&letter);
        for words in ["第1号建议《关于修缮便桥的建议》收悉", "一、河道内的桥墩由我局核定。", "二、汛前不宜施工。"]
        {
            assert!(all.contains(words), "{words}: {all}");
        }
    });
}
