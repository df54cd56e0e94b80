//! Urging letters and the register of dissatisfied cases.

use crate::world::{site::visitor, *};
use axum::http::{Method, StatusCode};
use kernel::{Moment, Recorded};
use kit::{
    Site,
    db::Sql,
    journal,
    testing::{both, on_sqlite},
    web::api::Once,
};
use serde_json::json;
use suggestions_rules::{Fact as OfSuggestion, Outcome, Score};
use supervision::{
    CASES,
    desk::{
        bulk, case,
        letter::{self as desk, AskAgain, LetterAnswerWanted, LetterEnd, LetterWanted},
    },
    queries,
};
use supervision_rules::{AssignmentId, LetterId, LetterKind};

fn lead_part() -> AssignmentId {
    id(11, 1)
}

fn wanted(due: &str) -> LetterWanted {
    LetterWanted {
        kind: LetterKind::Urge,
        series: text("督办"),
        problem: text("逾期未答复"),
        demand: text("五日内答复"),
        leader: text("李副主任"),
        due: day(due),
    }
}

#[test]
fn a_letter_sent_twice_under_one_key_is_one_letter_with_one_number() {
    both(async |site| {
        found(&site).await;
        let once = Once::form("key", "/urging-letters", &()).unwrap();
        let first = desk::issue(&site, &clerk(), lead_part(), wanted("2026-03-20"), &once).await.unwrap();
        let again = desk::issue(&site, &clerk(), lead_part(), wanted("2026-03-20"), &once).await.unwrap();
        assert_eq!(again.letter, first.letter);
    });
}

async fn issued(site: &Site) -> LetterId {
    desk::issue(site, &clerk(), lead_part(), wanted("2026-03-20"), &Once::default()).await.unwrap().letter.id
}

#[test]
fn a_letter_is_sent_answered_asked_again_and_closed_and_reads_back() {
    both(async |site| {
        on(&site, "2026-03-10");
        found(&site).await;
        let id = issued(&site).await;
        let roads = head(roads());
        desk::answer(&site, &roads, id, LetterAnswerWanted { words: text("正在研究") }).await.unwrap();
        let again = AskAgain { reason: text("请写明期限"), due: day("2026-03-25") };
        desk::ask_again(&site, &clerk(), id, again).await.unwrap();
        desk::answer(&site, &roads, id, LetterAnswerWanted { words: text("七月完工") }).await.unwrap();
        let kept = desk::close(&site, &transfer(), id, LetterEnd { words: text("同意销号") }).await.unwrap();
        assert_eq!(desk::of(&site, &clerk(), id).await.unwrap().letter, kept.letter);
        assert_eq!(kept.letter.number.to_string(), "督办〔2026〕1号");
        assert_eq!(kept.letter.answers.len(), 2);
        sound(&site).await;
    });
}

#[test]
fn its_unit_the_office_and_the_signers_read_it_and_only_its_unit_answers() {
    on_sqlite(async |site| {
        on(&site, "2026-03-10");
        found(&site).await;
        let id = issued(&site).await;
        for (actor, reads, answers) in [
            (clerk(), StatusCode::OK, StatusCode::FORBIDDEN),
            (deputy(1), StatusCode::OK, StatusCode::FORBIDDEN),
            (deputy(2), StatusCode::NOT_FOUND, StatusCode::NOT_FOUND),
            (head(water()), StatusCode::NOT_FOUND, StatusCode::NOT_FOUND),
            (stranger(), StatusCode::NOT_FOUND, StatusCode::NOT_FOUND),
            (head(roads()), StatusCode::OK, StatusCode::SEE_OTHER),
        ] {
            let mut visitor = visitor(&site, &actor);
            assert_eq!(visitor.get(&format!("/supervision/letters/{id}")).await.status, reads, "{}", actor.name);
            visitor.get("/supervision").await;
            let answer = visitor.post(&format!("/supervision/letters/{id}/answer"), &[("words", "已办")]).await;
            assert_eq!(answer.status, answers, "{} {}", actor.name, answer.text);
        }
    });
}

#[test]
fn a_letter_is_a_document_with_a_sheet_for_the_answer_to_those_who_read_it() {
    both(async |site| {
        on(&site, "2026-03-10");
        found(&site).await;
        let id = issued(&site).await;
        let place = format!("/api/urging-letters/{id}/papers/letter");
        let letter = visitor(&site, &head(roads())).get(&place).await.json();
        assert_eq!((&letter["number"], &letter["to"]), (&json!("督办〔2026〕1号"), &json!("县交通运输局")));
        assert_eq!((&letter["layout"], &letter["note"]), (&json!("document"), &json!("督办领导：李副主任")));
        let said = letter.to_string();
        for words in ["代表建议催办通知单", "第12号建议《关于修路的建议》", "逾期未答复", "请于2026年3月20日前"]
        {
            assert!(said.contains(words), "{words}: {said}");
        }
        desk::answer(&site, &head(roads()), id, LetterAnswerWanted { words: text("正在研究") }).await.unwrap();
        let again = AskAgain { reason: text("请写明期限"), due: day("2026-03-25") };
        desk::ask_again(&site, &clerk(), id, again).await.unwrap();
        let said = visitor(&site, &clerk()).get(&place).await.json().to_string();
        for words in ["2026年3月10日：正在研究", "2026年3月10日退回：请写明期限", "请于2026年3月25日前重新"]
        {
            assert!(said.contains(words), "{words}: {said}");
        }
        for other in [deputy(2), head(water()), stranger()] {
            let answer = visitor(&site, &other).get(&place).await;
            assert_eq!(answer.status, StatusCode::NOT_FOUND, "{}", other.name);
        }
        let mut office = visitor(&site, &clerk());
        let page = office.get(&format!("/supervision/letters/{id}")).await.text;
        assert!(page.contains(&format!("/supervision/letters/{id}/papers/letter.pdf")), "{page}");
        let file = office.get(&format!("/supervision/letters/{id}/papers/letter.docx")).await;
        assert!(file.text.starts_with("PK"));
        let none = office.get(&format!("/supervision/letters/{id}/papers/sheet.docx")).await;
        assert_eq!(none.status, StatusCode::NOT_FOUND);
    });
}

#[test]
fn many_are_urged_at_once_or_none_and_numbers_stay_dense() {
    both(async |site| {
        on(&site, "2026-05-10");
        found(&site).await;
        let parts = [lead_part(), id(11, 2)];
        let past = bulk::issue_all(&site, &clerk(), &parts, &wanted("2026-05-10"), &Once::default()).await.unwrap_err();
        assert_eq!(why(past), "supervision-refused-day-not-ahead");
        let sent = bulk::issue_all(&site, &clerk(), &parts, &wanted("2026-05-20"), &Once::default()).await.unwrap();
        let last = desk::of(&site, &clerk(), sent[1]).await.unwrap().letter.number.to_string();
        assert_eq!(last, "督办〔2026〕2号", "what was refused took no number");
        sound(&site).await;
    });
}

#[test]
fn the_office_ticks_what_is_overdue_and_what_was_typed_is_kept() {
    both(async |site| {
        on(&site, "2026-05-10");
        found(&site).await;
        let mut tx = site.db().begin().await.unwrap();
        run(&mut tx, Sql::new("update assignment set awaits_by = due")).await;
        tx.commit().await.unwrap();
        let mut clerk = visitor(&site, &clerk());
        let page = clerk.get("/supervision/letters/new").await;
        assert!(page.text.contains("县交通运输局") && page.text.contains("县水利局"), "{}", page.text);
        let part = lead_part().to_string();
        let fields = |due| {
            [
                ("part", part.as_str()),
                ("kind", "urge"),
                ("series", "督办"),
                ("problem", "逾期"),
                ("demand", "答复"),
                ("leader", "李副主任"),
                ("due", due),
            ]
        };
        let past = clerk.post("/supervision/letters", &fields("2026-05-01")).await;
        assert_eq!(past.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(past.text.contains("反馈时限须在今天以后") && past.text.contains("李副主任"), "{}", past.text);
        let sent = clerk.post("/supervision/letters", &fields("2026-05-20")).await;
        assert_eq!(sent.status, StatusCode::SEE_OTHER, "{}", sent.text);
        let left = clerk.get("/supervision/letters/new").await.text;
        assert!(!left.contains("县交通运输局") && left.contains("县水利局"), "who has a letter is not urged again");
        on(&site, "2026-05-21");
        let list = clerk.get("/supervision/letters?overdue=1").await.text;
        assert!(list.contains("督办〔2026〕1号") && list.contains("逾期未反馈"), "{list}");
        let paper = clerk.get(&format!("{}/sheet", sent.location())).await.text;
        assert!(paper.contains("督办通知单") && paper.contains("2026-05-20"), "{paper}");
    });
}

/// A deputy's word on a round of the lead part, as the desk of suggestions leaves it.
async fn judges(site: &Site, round: i64, result: Score, at: Moment) {
    let mut tx = site.db().begin().await.unwrap();
    let sql = Sql::new(
        "insert into reply (assignment, round, suggestion, opened, due, stage, delivered, judge_by) values ({}, {}, {}, 1, '2026-04-20', 'delivered', 1, '2026-05-20')",
    );
    run(&mut tx, sql.bind(lead_part()).bind(round).bind(suggestion())).await;
    let sql =
        Sql::new("insert into delivery (assignment, round, signer, ordinal, suggestion) values ({}, {}, {}, 0, {})");
    run(&mut tx, sql.bind(lead_part()).bind(round).bind(person(1)).bind(suggestion())).await;
    let sql = Sql::new(
        "insert into judgement (assignment, round, signer, process, result, at) values ({}, {}, {}, 'satisfied', {}, 1)",
    );
    run(&mut tx, sql.bind(lead_part()).bind(round).bind(person(1)).bind(result.word())).await;
    let round = u16::try_from(round).unwrap();
    let fact = OfSuggestion::ReplyJudged {
        assignment: lead_part(),
        round,
        signer: person(1),
        process: Score::Satisfied,
        result,
        reason: None,
    };
    append(&mut tx, at, fact).await;
    tx.commit().await.unwrap();
}

async fn append(tx: &mut kit::db::Tx, at: Moment, fact: OfSuggestion) {
    let subject = suggestion().uuid();
    let recorded = Recorded { at, by: None, acting_for: None, body: Some(congress()), subject, fact };
    journal::append(tx, recorded).await.unwrap();
}

async fn register(site: &Site) -> Vec<(i64, String)> {
    let page = queries::cases(&mut site.db(), congress(), None, None, 25).await.unwrap();
    page.items.into_iter().rev().map(|line| (line.n, line.stage)).collect()
}

#[test]
fn who_is_dissatisfied_is_listed_once_until_the_word_turns() {
    both(async |site| {
        on(&site, "2026-03-10");
        found(&site).await;
        judges(&site, 1, Score::Dissatisfied, site.now()).await;
        CASES.catch_up(&site).await.unwrap();
        CASES.catch_up(&site).await.unwrap();
        assert_eq!(register(&site).await, [(1, "open".to_owned())]);
        judges(&site, 2, Score::Basically, site.now().plus_millis(1)).await;
        CASES.catch_up(&site).await.unwrap();
        assert_eq!(register(&site).await, [(1, "turned".to_owned())]);
        judges(&site, 3, Score::Dissatisfied, site.now().plus_millis(2)).await;
        CASES.catch_up(&site).await.unwrap();
        assert_eq!(register(&site).await, [(1, "turned".to_owned()), (2, "open".to_owned())]);
        sound(&site).await;
        let mut tx = site.db().begin().await.unwrap();
        append(&mut tx, site.now().plus_millis(3), OfSuggestion::Closed { outcome: Outcome::Dissatisfied }).await;
        tx.commit().await.unwrap();
        CASES.catch_up(&site).await.unwrap();
        assert_eq!(register(&site).await[1], (2, "ended".to_owned()));
    });
}

#[test]
fn the_register_is_the_congresss_and_the_office_names_who_sees_to_a_case() {
    both(async |site| {
        on(&site, "2026-03-10");
        found(&site).await;
        judges(&site, 1, Score::Dissatisfied, site.now()).await;
        CASES.catch_up(&site).await.unwrap();
        let mut office = visitor(&site, &clerk());
        let page = office.get("/supervision/cases").await;
        assert!(page.text.contains("挂号〔2026〕1号") && page.text.contains("未确定"), "{}", page.text);
        for other in [deputy(1), head(roads()), stranger(), transfer()] {
            let answer = visitor(&site, &other).get(&format!("/supervision/cases?congress={}", congress())).await;
            assert_eq!(answer.status, StatusCode::FORBIDDEN, "{}", other.name);
        }
        let case = queries::cases(&mut site.db(), congress(), None, None, 25).await.unwrap().items.remove(0);
        let blank = office.post(&format!("/supervision/cases/{}/owner", case.id), &[("owner", "")]).await;
        assert_eq!(blank.status, StatusCode::UNPROCESSABLE_ENTITY);
        let lost = office.post(&format!("/supervision/cases/{}/owner", case.id), &[("owner", "张副主任")]).await;
        assert_eq!(lost.status, StatusCode::BAD_REQUEST, "a page that lost the version overwrites nothing");
        let typed = [("owner", "张副主任"), ("version", "0")];
        let named = office.post(&format!("/supervision/cases/{}/owner", case.id), &typed).await;
        assert_eq!(named.status, StatusCode::SEE_OTHER);
        assert!(office.get("/supervision/cases").await.text.contains("张副主任"));
        let stale = [("owner", "李副主任"), ("version", "0")];
        let late = office.post(&format!("/supervision/cases/{}/owner", case.id), &stale).await;
        assert_eq!(late.status, StatusCode::PRECONDITION_FAILED);
        assert!(late.text.contains("张副主任") && late.text.contains("李副主任"), "both names: {}", late.text);
        let (path, body) = (format!("/api/dissatisfied-cases/{}/owner", case.id), json!({ "owner": "李副主任" }));
        let unread = office.json(Method::PUT, &path, &[], body.clone()).await;
        assert_eq!(unread.status, StatusCode::PRECONDITION_REQUIRED, "nothing is written over unread: {}", unread.text);
        let program = office.json(Method::PUT, &path, &[("if-match", "\"0\"")], body.clone()).await;
        assert_eq!(program.status, StatusCode::PRECONDITION_FAILED, "{}", program.text);
        let tag = format!("\"{}\"", program.json()["version"]);
        let named = office.json(Method::PUT, &path, &[("if-match", &tag)], body).await;
        assert_eq!(named.status, StatusCode::OK, "{}", named.text);
        let hidden = case::of(&site, &head(roads()), case.id).await.unwrap_err();
        assert_eq!(why(hidden), "kit-problem-missing");
    });
}

#[test]
fn a_program_that_read_an_older_version_of_a_letter_is_refused() {
    both(async |site| {
        on(&site, "2026-03-10");
        found(&site).await;
        let id = issued(&site).await;
        let (mut unit, mut office) = (visitor(&site, &head(roads())), visitor(&site, &clerk()));
        let path = format!("/api/urging-letters/{id}");
        let tag = format!("\"{}\"", office.get(&path).await.json()["version"]);
        let over = [("if-match", tag.as_str())];
        let words = json!({ "words": "已经派人" });
        let answered = unit.json(Method::POST, &format!("{path}/answer"), &over, words).await;
        assert_eq!(answered.status, StatusCode::OK, "{}", answered.text);
        let back = json!({ "words": "不再催办" });
        let late = office.json(Method::POST, &format!("{path}/removal"), &over, back.clone()).await;
        assert_eq!(late.status, StatusCode::PRECONDITION_FAILED, "the office has not read the answer: {}", late.text);
        let tag = format!("\"{}\"", answered.json()["version"]);
        let now = office.json(Method::POST, &format!("{path}/removal"), &[("if-match", tag.as_str())], back).await;
        assert_eq!(now.status, StatusCode::OK, "{}", now.text);
        sound(&site).await;
    });
}
