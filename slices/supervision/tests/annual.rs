//! The report of a year: numbers drawn up by themselves, and what the office writes beside them.

use crate::world::{site::visitor, *};
use accounts_rules::Actor;
use axum::http::StatusCode;
use kit::{
    Site,
    db::Sql,
    testing::{both, on_sqlite},
};
use serde_json::Value;
use supervision::{
    desk::{
        self,
        annual::{AnnualWanted, ExampleWanted},
    },
    rebuild,
};
use supervision_rules::SuggestionId;

/// Everything counted in November.
async fn counted(site: &Site) {
    on(site, "2026-11-20");
    found(site).await;
    let mut tx = site.db().begin().await.unwrap();
    rebuild(&mut tx, site.today()).await.unwrap();
    tx.commit().await.unwrap();
}

/// The report as a program has it.
async fn report(site: &Site, actor: &Actor, more: &str) -> Value {
    let address = format!("/api/congresses/{}/handling-statistics/papers/report{more}", congress());
    let answer = visitor(site, actor).get(&address).await;
    assert_eq!(answer.status, StatusCode::OK, "{}", answer.text);
    answer.json()
}

fn wanted(suggestion: SuggestionId, version: i64) -> AnnualWanted {
    let examples = vec![ExampleWanted { suggestion, words: text("三个月修通断头路") }];
    AnnualWanted {
        examples, problems: Some(text("部分单位沟通不够")), plan: Some(text("逐件回头看")), version
    }
}

#[test]
fn the_report_of_a_session_has_numbers_units_examples_problems_plan_and_every_suggestion() {
    both(async |site| {
        counted(&site).await;
        let kept =
            desk::annual::write(&site, &clerk(), (congress(), session()), wanted(suggestion(), 0)).await.unwrap();
        assert_eq!(kept.version, 1);
        let told = report(&site, &clerk(), "").await;
        let title = told["lines"].as_array().unwrap().iter().map(|line| line.as_str().unwrap()).collect::<String>();
        assert_eq!(title, "关于临江县人民代表大会第五次会议代表建议、批评和意见办理情况的报告");
        let said = told["blocks"].to_string();
        for words in [
            "已编号建议1件",
            "逾期未答复1件",
            "县交通运输局",
            "第12号建议《关于修路的建议》",
            "三个月修通断头路",
            "部分单位沟通不够",
            "逐件回头看",
        ] {
            assert!(said.contains(words), "{words}: {said}");
        }
        let list = told["annexes"][0]["blocks"].to_string();
        assert!(list.contains("关于修路的建议") && list.contains("逾期未答复") && list.contains("尚未答复"), "{list}");
        assert!(!told.to_string().contains("代表1"), "a report is published: who raised it stays out");
    });
}

#[test]
fn the_report_compares_with_the_session_before() {
    both(async |site| {
        counted(&site).await;
        let (before, old) = (id::<()>(4, 7), id(10, 70));
        let mut tx = site.db().begin().await.unwrap();
        let sql = Sql::new(
            "insert into session (ordinal, name, opened, closed, version, id, term, congress) values (4, '第四次会议', '2025-01-08', '2025-01-12', 1, {}, {}, {})",
        );
        run(&mut tx, sql.bind(before).bind(id::<()>(5, 1)).bind(congress())).await;
        for (of, number) in [(old, 3), (id(10, 71), 4)] {
            paper(&mut tx, of, "numbered", Some(number)).await;
            run(
                &mut tx,
                Sql::new("update suggestion set session = {}, series = 'old' where id = {}").bind(before).bind(of),
            )
            .await;
        }
        rebuild(&mut tx, site.today()).await.unwrap();
        tx.commit().await.unwrap();
        let told = report(&site, &clerk(), "").await["blocks"].to_string();
        assert!(told.contains("第四次会议为2件，本次减少1件"), "{told}");
        let told = report(&site, &clerk(), &format!("?session={before}")).await["blocks"].to_string();
        assert!(told.contains("已编号建议2件") && !told.contains("关于修路的建议"), "its own session alone: {told}");
        let told = report(&site, &stranger(), "?below=true&year=2026").await;
        let said = told["blocks"].to_string();
        assert!(said.contains("2025年为2件，本次减少1件") && told.to_string().contains("临江县人民代表大会"), "{said}");
        assert!(
            told["annexes"].as_array().unwrap().is_empty() && !told.to_string().contains("关于修路的建议"),
            "sums alone"
        );
    });
}

#[test]
fn only_the_office_writes_in_it_and_nobody_over_a_colleagues_words() {
    both(async |site| {
        counted(&site).await;
        let at = (congress(), session());
        for actor in [deputy(1), transfer(), head(roads()), stranger()] {
            let refused = desk::annual::write(&site, &actor, at, wanted(suggestion(), 0)).await.unwrap_err();
            assert!(why(refused).starts_with("accounts-refused"), "{}", actor.name);
        }
        desk::annual::write(&site, &clerk(), at, wanted(suggestion(), 0)).await.unwrap();
        for version in [0, 2] {
            let other = AnnualWanted { plan: None, ..wanted(suggestion(), version) };
            let kit::Problem::Stale(both) = desk::annual::write(&site, &clerk(), at, other).await.unwrap_err() else {
                panic!("what was written meanwhile is not told")
            };
            let plan = both.fields.iter().find(|field| field.name == "plan").unwrap();
            assert!(plan.yours.is_empty() && !plan.stands.is_empty() && both.version == 1, "{both:?}");
            assert!(both.hidden.contains(&("version".to_owned(), "1".to_owned())), "saved all the same: {both:?}");
        }
        let unfit = desk::annual::write(&site, &clerk(), at, wanted(draft(), 1)).await.unwrap_err();
        assert_eq!(why(unfit), "supervision-refused-example-unfit");
        let kept = desk::annual::of(&site, &transfer(), at).await.unwrap().unwrap();
        assert_eq!((kept.version, kept.words.examples.len()), (1, 1), "what was refused changed nothing");
        let again = AnnualWanted { examples: vec![], plan: None, ..wanted(suggestion(), 1) };
        assert_eq!(desk::annual::write(&site, &chief(), at, again).await.unwrap().version, 2);
        let kept = desk::annual::of(&site, &clerk(), at).await.unwrap().unwrap();
        assert_eq!((kept.words.examples.len(), kept.words.plan), (0, None));
        let elsewhere = desk::annual::write(&site, &clerk(), (congress(), id(4, 99)), wanted(suggestion(), 0)).await;
        assert_eq!(why(elsewhere.unwrap_err()), why(kit::Problem::missing()));
        sound(&site).await;
    });
}

#[test]
fn examples_are_typed_by_number_and_what_is_wrong_stands_beside_them_with_nothing_lost() {
    on_sqlite(async |site| {
        counted(&site).await;
        let mut office = visitor(&site, &clerk());
        let form = "/supervision/statistics/report/words";
        assert!(office.get(form).await.text.contains("name=\"problems\""));
        let (here, of) = (session().to_string(), congress().to_string());
        let mut typed = vec![
            ("congress", of.as_str()),
            ("session", &here),
            ("version", "0"),
            ("problems", "沟通不够"),
            ("plan", ""),
        ];
        typed.push(("examples", "第12号 三个月修通断头路\n第99号 没有这一件\n看不懂"));
        let wrong = office.post(form, &typed).await;
        assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY, "{}", wrong.text);
        assert!(
            wrong.text.contains("第99号") && wrong.text.contains("沟通不够") && wrong.text.contains("三个月修通断头路")
        );
        typed.pop();
        typed.push(("examples", "12 三个月修通断头路"));
        let done = office.post(form, &typed).await;
        assert_eq!(done.status, StatusCode::SEE_OTHER, "{}", done.text);
        let page = office.get("/supervision/statistics/report").await.text;
        assert!(
            page.contains("三个月修通断头路") && page.contains("沟通不够") && page.contains("report.docx"),
            "{page}"
        );
        assert!(office.get(form).await.text.contains("第12号 三个月修通断头路"), "what was written can be written on");
        assert_eq!(office.post(form, &typed).await.status, StatusCode::SEE_OTHER, "pressed twice it is written once");
        typed[3].1 = "协商不够";
        let late = office.post(form, &typed).await;
        assert_eq!(late.status, StatusCode::PRECONDITION_FAILED, "{}", late.text);
        assert!(late.text.contains("沟通不够") && late.text.contains("协商不够"), "both are shown: {}", late.text);
        let word = office.get("/supervision/statistics/report/papers/report.docx").await;
        assert!(word.status == StatusCode::OK && word.text.starts_with("PK"), "{}", word.text);
        assert_eq!(office.get("/supervision/statistics/report/papers/other.docx").await.status, StatusCode::NOT_FOUND);
        assert_eq!(visitor(&site, &transfer()).get(form).await.status, StatusCode::FORBIDDEN);
    });
}
