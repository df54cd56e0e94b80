//! The pages and their JSON twins, as their users see them.

use crate::world::{site::visitor, *};
use accounts_rules::Actor;
use axum::http::{Method, StatusCode};
use ballots::desk::{
    count::{SheetLine, SheetWanted, enter},
    settle::{announce, report},
};
use ballots_rules::paper::{Kind, Place, RoundId};
use kit::{
    Site,
    testing::{Answer, both, on_sqlite},
};
use serde_json::{Value, json};

async fn counted(site: &Site) -> RoundId {
    let ballot = drafted(site, Kind::Election, 1, &["甲候选", "乙候选"]).await;
    let round = opened(site, ballot, 40).await;
    emptied(site, round, 40, &[39]).await;
    round
}

fn sheet(votes: [u32; 2]) -> SheetWanted {
    let line = |approve| SheetLine { approve, against: 39 - approve, ..SheetLine::default() };
    SheetWanted { returned: 39, valid: 39, lines: votes.map(line).into(), ..SheetWanted::default() }
}

async fn settled(site: &Site, round: RoundId) {
    for teller in [one(), two()] {
        enter(site, &teller, round, Place { box_no: 1, n: 1 }, sheet([25, 14])).await.unwrap();
    }
    report(site, &chief(), round).await.unwrap();
}

#[test]
fn a_ballot_is_prepared_opened_and_counted_on_pages_without_script() {
    both(async |site| {
        found(&site).await;
        let mut office = visitor(&site, &clerk());
        let page = office.get("/ballots/new").await;
        assert_eq!(page.status, StatusCode::OK, "{}", page.text);
        let mut fields = vec![
            ("title", "选举县监察委员会主任"),
            ("meeting", "第十八届第六次会议"),
            ("day", "2026-03-12"),
            ("assembly", "congress"),
            ("kind", "election"),
            ("places", "1"),
            ("names", "张三｜现任副主任\n李四"),
            ("method", ""),
        ];
        let wrong = office.post("/ballots", &fields).await;
        assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(wrong.text.contains("张三｜现任副主任"), "what was typed is kept");
        fields[7].1 = "《选举办法》";
        let made = office.post("/ballots", &fields).await;
        assert_eq!(made.status, StatusCode::SEE_OTHER, "{}", made.text);
        let item = made.location().to_owned();
        let page = office.get(&item).await.text;
        assert!(page.contains("现任副主任") && page.contains("过半数") && page.contains("《选举办法》"), "{page}");
        assert_eq!(visitor(&site, &deputy()).get(&item).await.status, StatusCode::NOT_FOUND, "only prepared");
        let page = office.get(&format!("{item}/rounds/new")).await.text;
        assert!(page.contains("value=\"4\""), "deputies in office are proposed: {page}");
        let people = |counters| [("members", "40"), ("present", "40"), ("counters", counters), ("chief", "账号1")];
        let nobody = office.post(&format!("{item}/rounds"), &people("账号52\n赵六")).await;
        assert!(nobody.text.contains("没有找到“赵六”的账号"), "{}", nobody.text);
        let opened = office.post(&format!("{item}/rounds"), &people("账号52\n账号53")).await;
        assert_eq!(opened.status, StatusCode::SEE_OTHER, "{}", opened.text);
        let round = opened.location().to_owned();
        for teller in [one(), two(), chief()] {
            let mut teller = visitor(&site, &teller);
            assert!(teller.get(&round).await.text.contains("请先声明"));
            let done = teller.post(&format!("{round}/declaration"), &[("near", "far")]).await;
            assert_eq!(done.status, StatusCode::SEE_OTHER, "{}", done.text);
        }
        let more =
            office.post(&format!("{round}/boxes"), &[("handed-out", "41"), ("spoiled", "0"), ("returned", "20")]).await;
        assert!(more.text.contains("多于实到 40 人"), "{}", more.text);
        let boxes = [("handed-out", "41"), ("spoiled", "1"), ("returned", "２０\n19")];
        assert_eq!(office.post(&format!("{round}/boxes"), &boxes).await.status, StatusCode::SEE_OTHER);
        let page = office.get(&round).await.text;
        assert!(page.contains("2 号箱第 1 捆") && page.contains("未录入"), "{page}");
        sound(&site).await;
    });
}

#[test]
fn a_teller_sees_where_entries_differ_and_never_what_the_other_entered() {
    both(async |site| {
        found(&site).await;
        let round = counted(&site).await;
        let place = format!("/ballots/rounds/{round}/bundles/1/1");
        let mut first = visitor(&site, &one());
        first.get(&place).await;
        let typed = |approve: &'static str, against: &'static str| {
            [
                ("returned", "39"),
                ("valid", "39"),
                ("approve-1", approve),
                ("against-1", against),
                ("approve-2", "3"),
                ("against-2", "36"),
                ("name-1", "丁 某"),
                ("votes-1", "2"),
            ]
        };
        let wrong = first.post(&place, &typed("31", "7")).await;
        assert!(wrong.text.contains("“甲候选”一行") && wrong.text.contains("value=\"31\""), "{}", wrong.text);
        assert_eq!(first.post(&place, &typed("31", "8")).await.status, StatusCode::SEE_OTHER);
        let mut second = visitor(&site, &two());
        for page in [second.get(&place).await.text, second.get(&format!("/ballots/rounds/{round}")).await.text] {
            assert!(
                !page.contains(">31<") && !page.contains("\"31\"") && !page.contains("丁"),
                "the first entry shows: {page}"
            );
        }
        assert_eq!(second.post(&place, &typed("30", "9")).await.status, StatusCode::SEE_OTHER);
        let page = second.get(&format!("/ballots/rounds/{round}")).await.text;
        assert!(page.contains("“甲候选”的赞成、“甲候选”的反对") && !page.contains("另选他人："), "{page}");
        for (who, status) in [
            (clerk(), StatusCode::FORBIDDEN),
            (head(), StatusCode::FORBIDDEN),
            (deputy(), StatusCode::FORBIDDEN),
            (chief(), StatusCode::FORBIDDEN),
            (stranger(), StatusCode::NOT_FOUND),
        ] {
            let mut visitor = visitor(&site, &who);
            assert_eq!(visitor.get(&place).await.status, status, "{}", who.name);
            visitor.get("/ballots").await;
            assert_eq!(visitor.post(&place, &typed("31", "8")).await.status, status, "{}", who.name);
        }
        for teller in [&mut first, &mut second] {
            assert_eq!(teller.post(&place, &typed("31", "8")).await.status, StatusCode::SEE_OTHER);
        }
        let mut chief = visitor(&site, &chief());
        let spellings = format!("/ballots/rounds/{round}/write-ins");
        assert!(chief.get(&spellings).await.text.contains("丁某"));
        let listed = chief.post(&spellings, &[("meant-1", "甲候选")]).await;
        assert!(listed.text.contains("已在票面上"), "{}", listed.text);
        assert_eq!(chief.post(&spellings, &[("meant-1", "丁某")]).await.status, StatusCode::SEE_OTHER);
        let done = chief.post(&format!("/ballots/rounds/{round}/report"), &[]).await;
        assert_eq!(done.status, StatusCode::SEE_OTHER, "{}", done.text);
        sound(&site).await;
    });
}

#[test]
fn the_hall_sees_progress_at_once_and_the_result_once_it_is_announced() {
    on_sqlite(async |site| {
        found(&site).await;
        let round = counted(&site).await;
        let screen = format!("/ballots/rounds/{round}/screen");
        let shown = visitor(&site, &deputy()).get(&screen).await;
        assert_eq!(shown.headers.get("refresh").unwrap(), "5");
        let page = shown.text;
        assert!(page.contains("已核对 0 捆，共 1 捆"), "{page}");
        for control in ["<form", "<button", "<a ", "<script"] {
            assert!(!page.contains(control), "{control}");
        }
        settled(&site, round).await;
        let page = visitor(&site, &deputy()).get(&screen).await.text;
        assert!(page.contains("等待宣布") && !page.contains("甲候选") && !page.contains(">25<"), "{page}");
        let page = visitor(&site, &deputy()).get(&format!("/ballots/rounds/{round}")).await.text;
        assert!(!page.contains(">25<") && !page.contains("当选（通过）"), "{page}");
        announce(&site, &head(), round).await.unwrap();
        let shown = visitor(&site, &deputy()).get(&screen).await;
        assert!(shown.text.contains("甲候选") && shown.text.contains("当选"), "{}", shown.text);
        assert_eq!(shown.headers.get("refresh"), None, "a result stands still");
        assert_eq!(visitor(&site, &stranger()).get(&screen).await.status, StatusCode::NOT_FOUND);
    });
}

#[test]
fn the_report_is_signed_before_and_the_announcement_read_after_it_is_announced() {
    both(async |site| {
        found(&site).await;
        let round = counted(&site).await;
        settled(&site, round).await;
        let place = |paper: &str| format!("/api/ballot-rounds/{round}/papers/{paper}");
        let said = visitor(&site, &chief()).get(&place("report")).await.json().to_string();
        for words in
            ["计票结果报告单", "甲候选", "过半数为 21 票", "地方组织法", "账号52、账号53", "当选（通过）：甲候选"]
        {
            assert!(said.contains(words), "{words}: {said}");
        }
        let file = visitor(&site, &clerk()).get(&format!("/ballots/rounds/{round}/papers/report.docx")).await;
        assert!(file.text.starts_with("PK"));
        for (who, paper) in [(deputy(), "report"), (clerk(), "announcement"), (stranger(), "report")] {
            assert_eq!(visitor(&site, &who).get(&place(paper)).await.status, StatusCode::NOT_FOUND, "{}", who.name);
        }
        announce(&site, &head(), round).await.unwrap();
        let said = visitor(&site, &deputy()).get(&place("announcement")).await.json().to_string();
        assert!(said.contains("应到 40 人") && said.contains("2026年3月12日"), "{said}");
        let mut office = visitor(&site, &clerk());
        let table = office.get(&format!("/ballots/rounds/{round}/list?as=csv")).await.text;
        assert!(table.contains("甲候选") && table.contains("当选"), "{table}");
    });
}

async fn sent(site: &Site, who: &Actor, path: &str, body: Value) -> Answer {
    visitor(site, who).json(Method::POST, path, &[], body).await
}

#[test]
fn programs_do_the_same_and_are_told_as_little() {
    both(async |site| {
        found(&site).await;
        let round = counted(&site).await;
        let line = |approve: u32| json!({ "approve": approve, "against": 39 - approve });
        let body = json!({ "returned": 39, "valid": 39, "invalid": 0, "lines": [line(25), line(14)] });
        let place = format!("/api/ballot-rounds/{round}/bundles/1/1/entries");
        let first = sent(&site, &one(), &place, body.clone()).await;
        assert_eq!(first.status, StatusCode::CREATED, "{}", first.text);
        assert_eq!(first.json()["entries"], 1);
        let again = sent(&site, &one(), &place, body.clone()).await;
        assert_eq!(again.status, StatusCode::CONFLICT, "{}", again.text);
        let told = visitor(&site, &two()).get(&format!("/api/ballot-rounds/{round}")).await;
        assert!(!told.text.contains(":25"), "{}", told.text);
        sent(&site, &two(), &place, body.clone()).await;
        let done = sent(&site, &chief(), &format!("/api/ballot-rounds/{round}/report"), json!({})).await;
        assert_eq!(done.json()["results"][0]["outcome"]["decided"]["elected"][0]["name"], "甲候选", "{}", done.text);
        let early = visitor(&site, &deputy()).get(&format!("/api/ballot-rounds/{round}")).await.json();
        assert_eq!(early["results"], json!([]), "reported is not announced");
    });
}

/// The value of a hidden field.
fn hidden<'a>(page: &'a str, name: &str) -> &'a str {
    let rest = page.split_once(&format!("name=\"{name}\" value=\"")).unwrap_or_else(|| panic!("no {name}: {page}")).1;
    rest.split_once('"').unwrap().0
}

#[test]
fn who_changes_settings_another_has_changed_meanwhile_sees_both_and_may_save_all_the_same() {
    on_sqlite(async |site| {
        found(&site).await;
        let ballot = drafted(&site, Kind::Election, 1, &["甲候选"]).await;
        let (at, json_at) = (format!("/ballots/{ballot}/settings"), format!("/api/ballots/{ballot}"));
        let mut office = visitor(&site, &clerk());
        let page = office.get(&at).await.text;
        let seen = hidden(&page, "version").to_owned();
        let read = office.get(&json_at).await.json();
        assert_eq!(read["version"].to_string(), seen);
        let spec = |names: &[&str]| {
            let names: Vec<Value> = names.iter().map(|name| json!({ "name": name })).collect();
            json!({ "assembly": "congress", "kind": "election", "names": names, "places": 1, "method": "《选举办法》" })
        };
        let put = format!("{json_at}/spec");
        let tag = [("if-match", seen.as_str())];
        let unread = office.json(Method::PUT, &put, &[], spec(&["丁候选"])).await;
        assert_eq!(unread.status, StatusCode::PRECONDITION_REQUIRED, "{}", unread.text);
        let first = office.json(Method::PUT, &put, &tag, spec(&["甲候选", "乙候选"])).await;
        assert_eq!(first.status, StatusCode::OK, "{}", first.text);
        let late = office.json(Method::PUT, &put, &tag, spec(&["丙候选"])).await;
        assert_eq!(late.status, StatusCode::PRECONDITION_FAILED, "{}", late.text);
        let names = late.json()["errors"][0].clone();
        assert!(names["message"].as_str().unwrap().contains("乙候选") && names["yours"].to_string().contains("丙候选"));
        let mut fields =
            vec![("version", seen.as_str()), ("assembly", "congress"), ("kind", "election"), ("places", "1")];
        fields.extend([("names", "丙候选"), ("method", "《选举办法》"), ("base", "members"), ("bar", "half")]);
        fields.extend([("quorum", "two-thirds"), ("write-in", "against"), ("blank", "abstains"), ("unclear", "part")]);
        fields.push(("tie", "again"));
        let both = office.post(&at, &fields).await;
        assert_eq!(both.status, StatusCode::PRECONDITION_FAILED, "{}", both.text);
        assert!(both.text.contains("乙候选") && both.text.contains("丙候选"), "{}", both.text);
        fields[0].1 = hidden(&both.text, "version");
        assert_eq!(office.post(&at, &fields).await.status, StatusCode::SEE_OTHER);
        let kept = office.get(&json_at).await.json();
        assert_eq!(kept["spec"]["names"].as_array().unwrap().len(), 1, "{kept}");
    });
}

#[test]
fn the_empty_ballot_says_how_it_is_filled_in_before_the_first_round() {
    on_sqlite(async |site| {
        found(&site).await;
        let ballot = drafted(&site, Kind::Election, 1, &["甲候选", "乙候选"]).await;
        let place = format!("/api/ballots/{ballot}/papers/sheet");
        let said = visitor(&site, &clerk()).get(&place).await.json().to_string();
        for words in ["选票", "甲候选", "乙候选", "赞成", "另选他人", "不得多于 1 名", "视为弃权", "整张票无效"]
        {
            assert!(said.contains(words), "{words}: {said}");
        }
        let page = visitor(&site, &clerk()).get(&format!("/ballots/{ballot}")).await.text;
        let file = format!("/ballots/{ballot}/papers/sheet.docx");
        assert!(page.contains(&file), "{page}");
        assert!(visitor(&site, &clerk()).get(&file).await.text.starts_with("PK"));
        let other = visitor(&site, &clerk()).get(&format!("/ballots/{ballot}/papers/report")).await;
        assert_eq!(other.status, StatusCode::NOT_FOUND);
        for who in [deputy(), stranger()] {
            assert_eq!(visitor(&site, &who).get(&place).await.status, StatusCode::NOT_FOUND, "{}", who.name);
        }
        for (kind, places, words) in [
            (Kind::Decision, 2, "表决票"),
            (Kind::Pick, 1, "不得多于 1 项"),
            (Kind::Rating, 2, "基本满意"),
            (Kind::Ranking, 2, "名次"),
        ] {
            let ballot = drafted(&site, kind, places, &["甲", "乙"]).await;
            let said = visitor(&site, &clerk()).get(&format!("/api/ballots/{ballot}/papers/sheet")).await.text;
            assert!(said.contains(words) && !said.contains("不得另选"), "{words}: {said}");
        }
    });
}

#[test]
fn the_empty_ballot_is_of_the_round_that_runs_and_there_is_none_once_all_is_decided() {
    on_sqlite(async |site| {
        found(&site).await;
        let round = counted(&site).await;
        let (item, _, _) = ballots::desk::round::of(&site, &clerk(), round).await.unwrap();
        let place = format!("/api/ballots/{}/papers/sheet", item.id);
        assert_eq!(visitor(&site, &clerk()).get(&place).await.status, StatusCode::OK);
        assert_eq!(visitor(&site, &deputy()).get(&place).await.status, StatusCode::FORBIDDEN);
        settled(&site, round).await;
        assert_eq!(visitor(&site, &clerk()).get(&place).await.status, StatusCode::NOT_FOUND);
    });
}

#[test]
fn a_teller_whose_name_another_bears_is_chosen_from_those_who_bear_it() {
    both(async |site| {
        found(&site).await;
        let ballot = drafted(&site, Kind::Election, 1, &["甲候选"]).await;
        let mut tx = site.db().begin().await.unwrap();
        let sql = kit::db::Sql::new("update account set name = '账号52' where id = {}");
        run(&mut tx, sql.bind(account(2))).await;
        tx.commit().await.unwrap();
        let mut office = visitor(&site, &clerk());
        let mut fields = vec![("members", "40"), ("present", "40"), ("counters", "账号52\n账号53"), ("chief", "账号1")];
        let at = format!("/ballots/{ballot}/rounds");
        office.get(&format!("/ballots/{ballot}")).await;
        let asked = office.post(&at, &fields).await;
        assert_eq!(asked.status, StatusCode::UNPROCESSABLE_ENTITY, "{}", asked.text);
        let (clerk, deputy) = (account(52).to_string(), account(2).to_string());
        for words in ["不止一人", "哪一位“账号52”", "县人大联工委", "name=\"namesake-1\"", &clerk, &deputy]
        {
            assert!(asked.text.contains(words), "{words}: {}", asked.text);
        }
        fields.push(("namesake-1", "nobody"));
        assert_eq!(office.post(&at, &fields).await.status, StatusCode::UNPROCESSABLE_ENTITY);
        fields.last_mut().unwrap().1 = &clerk;
        let opened = office.post(&at, &fields).await;
        assert_eq!(opened.status, StatusCode::SEE_OTHER, "{}", opened.text);
        let round = opened.location().to_owned();
        let tellers = format!("{round}/tellers");
        let ask = office.post(&tellers, &[("teller", "账号52"), ("role", "counter")]).await;
        assert!(ask.text.contains("name=\"namesake-1\""), "{}", ask.text);
        let named = [("teller", "账号52"), ("role", "counter"), ("namesake-1", deputy.as_str())];
        assert_eq!(office.post(&tellers, &named).await.status, StatusCode::SEE_OTHER);
    });
}
