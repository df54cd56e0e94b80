//! What the figures of the handling mean: when a word counts, whose it is, what is overdue, of which year.

#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "tests")]

mod world;

use kernel::{AreaCode, Recorded};
use kit::{
    Site,
    db::{Sql, Tx},
    journal,
    testing::{both, on_sqlite},
};
use supervision::{
    TALLY,
    queries::{
        counted::{CaseWords, CasesOf, counted},
        statistics::{Sums, of_congress, units, within},
    },
};
use supervision_rules::SuggestionId;
use world::{site::visitor, *};

/// Something happened to a suggestion; what, is read off its rows.
async fn moved(site: &Site, of: SuggestionId) {
    let mut tx = site.db().begin().await.unwrap();
    let fact = suggestions_rules::Fact::Numbered { series: "s".to_owned(), n: 12 };
    let (at, subject) = (site.now(), of.uuid());
    let recorded = Recorded { at, by: None, acting_for: None, body: Some(congress()), subject, fact };
    journal::append(&mut tx, recorded).await.unwrap();
    tx.commit().await.unwrap();
    TALLY.catch_up(site).await.unwrap();
    let breaches = supervision::checks::followed(site.db()).await.unwrap();
    assert!(breaches.iter().all(|breach| breach.ensure != "supervision-ensure-tally"), "{breaches:?}");
}

async fn changed(site: &Site, of: SuggestionId, sql: Sql) {
    let mut tx = site.db().begin().await.unwrap();
    run(&mut tx, sql).await;
    tx.commit().await.unwrap();
    moved(site, of).await;
}

/// A reply of a part delivered to the lead deputy and to one who seconded, with the last day to judge it and what the lead said of its result.
struct Reply<'a> {
    of: SuggestionId,
    part: u8,
    round: i64,
    class: &'a str,
    judge_by: &'a str,
    said: Option<&'a str>,
}

impl Reply<'_> {
    async fn deliver(&self, site: &Site) {
        let mut tx = site.db().begin().await.unwrap();
        let part = id::<()>(11, self.part).uuid();
        let sql = Sql::new("insert into reply (opened, due, stage, delivered, assignment, round, suggestion, counted_as, judge_by) ")
            .add("values (1, '2026-04-20', 'delivered', {}, {}, {}, {}, {}, {})")
            .bind(site.now())
            .bind(part)
            .bind(self.round);
        run(&mut tx, sql.bind(self.of).bind(self.class).bind(self.judge_by)).await;
        for signer in [1, 2] {
            let sql = Sql::new("insert into delivery (ordinal, assignment, round, signer, suggestion) values ({}, {}, {}, {}, {})");
            run(&mut tx, sql.bind(i64::from(signer)).bind(part).bind(self.round).bind(person(signer)).bind(self.of)).await;
        }
        if let Some(said) = self.said {
            says(&mut tx, self.part, self.round, said).await;
        }
        tx.commit().await.unwrap();
        moved(site, self.of).await;
    }
}

/// What the lead deputy says of a result; of the process always that it was fair enough.
async fn says(tx: &mut Tx, part: u8, round: i64, said: &str) {
    let sql = Sql::new("insert into judgement (process, at, assignment, round, signer, result) values ('basically', 1, {}, {}, {}, {})");
    run(tx, sql.bind(id::<()>(11, part).uuid()).bind(round).bind(person(1)).bind(said)).await;
}

async fn sums(site: &Site) -> Sums {
    of_congress(&mut site.db(), congress(), None, site.today()).await.unwrap()
}

/// The words of a dimension with how many.
async fn words(site: &Site, dimension: &str) -> Vec<(String, i64)> {
    sums(site).await.each(dimension).map(|(word, n)| (word.to_owned(), n)).collect()
}

fn once(word: &str) -> Vec<(String, i64)> {
    vec![(word.to_owned(), 1)]
}

/// How many cases stand behind a figure.
async fn behind(site: &Site, asked: CaseWords) -> i64 {
    let of = CasesOf::read(congress(), None, &asked, site.today()).unwrap();
    let page = counted(&mut site.db(), &of, None, 10).await.unwrap();
    assert_eq!(i64::try_from(page.items.len()).unwrap(), page.total);
    page.total
}

#[test]
fn a_word_counts_once_its_window_is_over_and_until_then_it_waits() {
    both(async |site| {
        on(&site, "2026-04-15");
        found(&site).await;
        let reply = Reply {
            of: suggestion(), part: 1, round: 1, class: "solved", judge_by: "2026-04-25", said: Some("satisfied")
        };
        reply.deliver(&site).await;
        let waiting = || CaseWords { outcome: "waiting".to_owned(), process: "waiting".to_owned(), ..CaseWords::default() };
        let said = || CaseWords { outcome: "satisfied".to_owned(), ..CaseWords::default() };
        on(&site, "2026-04-25");
        assert_eq!(words(&site, "outcome").await, once("waiting"));
        assert_eq!(sums(&site).await.tally().all(), 0, "no rate is made of it");
        assert_eq!((behind(&site, waiting()).await, behind(&site, said()).await), (1, 0));
        on(&site, "2026-04-26");
        assert_eq!(words(&site, "outcome").await, once("satisfied"), "nothing happened but the day");
        assert_eq!(words(&site, "process").await, once("basically"), "the two scores are counted apart");
        assert_eq!(sums(&site).await.tally().response(), Some(1000));
        assert_eq!((behind(&site, waiting()).await, behind(&site, said()).await), (0, 1));
        let province = within(&mut site.db(), &AreaCode::parse("43").unwrap(), None, site.today()).await.unwrap();
        assert_eq!(province.tally().satisfied, 1);
    });
}

#[test]
fn a_word_counts_at_once_when_everybody_has_spoken() {
    both(async |site| {
        on(&site, "2026-04-15");
        found(&site).await;
        let reply = Reply {
            of: suggestion(), part: 1, round: 1, class: "solved", judge_by: "2026-04-25", said: Some("satisfied")
        };
        reply.deliver(&site).await;
        assert_eq!(words(&site, "outcome").await, once("waiting"));
        let second = Sql::new("insert into judgement (assignment, round, signer, process, result, at) values ({}, 1, {}, 'satisfied', 'basically', 1)");
        changed(&site, suggestion(), second.bind(id::<()>(11, 1).uuid()).bind(person(2))).await;
        assert_eq!(words(&site, "outcome").await, once("satisfied"), "the lead deputy's word counts");
    });
}

#[test]
fn who_says_nothing_is_silent_only_when_the_window_is_over() {
    both(async |site| {
        on(&site, "2026-04-15");
        found(&site).await;
        let reply =
            Reply { of: suggestion(), part: 1, round: 1, class: "solved", judge_by: "2026-04-25", said: None };
        reply.deliver(&site).await;
        assert_eq!(words(&site, "outcome").await, once("waiting"));
        on(&site, "2026-04-26");
        assert_eq!(words(&site, "outcome").await, once("silent"));
        let tally = sums(&site).await.tally();
        assert_eq!((tally.satisfaction(), tally.response()), (None, Some(0)));
    });
}

#[test]
fn a_suggestion_that_two_units_answer_counts_by_the_worse_and_each_unit_by_its_own() {
    both(async |site| {
        on(&site, "2026-04-15");
        found(&site).await;
        let other = id(10, 20);
        let mut tx = site.db().begin().await.unwrap();
        run(&mut tx, Sql::new("update suggestion set stage = 'withdrawn' where id = {}").bind(suggestion())).await;
        paper(&mut tx, other, "handling", Some(20)).await;
        part(&mut tx, other, 21, roads(), "separate").await;
        part(&mut tx, other, 22, schools(), "separate").await;
        tx.commit().await.unwrap();
        moved(&site, other).await;
        let reply = Reply { of: other, part: 21, round: 1, class: "solved", judge_by: "2026-04-16", said: Some("satisfied") };
        reply.deliver(&site).await;
        on(&site, "2026-04-18");
        assert_eq!(words(&site, "outcome").await, once(""), "one has not answered");
        assert_eq!((words(&site, "class").await, words(&site, "rounds").await), (once(""), once("0")));
        let reply = Reply { part: 22, class: "not-now", judge_by: "2026-04-20", said: Some("dissatisfied"), ..reply };
        reply.deliver(&site).await;
        assert_eq!(words(&site, "outcome").await, once("waiting"), "until every window is over");
        on(&site, "2026-04-21");
        assert_eq!(words(&site, "outcome").await, once("dissatisfied"));
        assert_eq!((words(&site, "class").await, words(&site, "rounds").await), (once("not-now"), once("1")));
        assert_eq!(sums(&site).await.total(), 1);
        let units = units(&mut site.db(), congress(), None, site.today()).await.unwrap();
        let of = |unit| units.iter().find(|one| one.id == unit).unwrap().sums.clone();
        assert_eq!((of(roads()).tally().satisfied, of(roads()).of("class", "solved")), (1, 1));
        assert_eq!((of(schools()).tally().dissatisfied, of(schools()).of("class", "not-now")), (1, 1));
        let unit = CaseWords { unit: roads().to_string(), outcome: "satisfied".to_owned(), ..CaseWords::default() };
        assert_eq!(behind(&site, unit).await, 1, "a unit's figure opens its own part");
        let matter = CaseWords { outcome: "dissatisfied".to_owned(), class: "not-now".to_owned(), ..CaseWords::default() };
        assert_eq!(behind(&site, matter).await, 1);
    });
}

#[test]
fn what_is_owed_after_its_day_is_overdue_whoever_looks_and_not_while_the_unit_objects() {
    both(async |site| {
        on(&site, "2026-04-20");
        found(&site).await;
        moved(&site, suggestion()).await;
        let overdue = || CaseWords { timely: "overdue".to_owned(), ..CaseWords::default() };
        let waits = || CaseWords { timely: "none".to_owned(), ..CaseWords::default() };
        assert_eq!((sums(&site).await.overdue(), behind(&site, overdue()).await), (0, 0), "its last day");
        assert_eq!(behind(&site, waits()).await, 1);
        on(&site, "2026-04-21");
        let now = sums(&site).await;
        assert_eq!((now.overdue(), now.late(), now.answerable()), (1, 1, 1));
        assert_eq!((behind(&site, overdue()).await, behind(&site, waits()).await), (1, 0));
        let all = units(&mut site.db(), congress(), None, site.today()).await.unwrap();
        let late = |unit| all.iter().find(|one| one.id == unit).unwrap().sums.overdue();
        assert_eq!((late(roads()), late(water())), (1, 0), "a co-unit owes no reply");
        let sql = Sql::new("update assignment set work = 'objecting' where id = {}").bind(id::<()>(11, 1).uuid());
        changed(&site, suggestion(), sql).await;
        assert_eq!(sums(&site).await.overdue(), 0);
    });
}

#[test]
fn after_a_redo_the_newest_reply_counts_as_soon_as_it_is_delivered() {
    both(async |site| {
        on(&site, "2026-03-01");
        found(&site).await;
        let first = Reply {
            of: suggestion(), part: 1, round: 1, class: "planned", judge_by: "2026-03-11", said: Some("dissatisfied")
        };
        first.deliver(&site).await;
        on(&site, "2026-03-20");
        let again = Sql::new("insert into reply (assignment, round, suggestion, opened, due, stage) values ({}, 2, {}, 1, '2026-04-20', 'awaited')");
        changed(&site, suggestion(), again.bind(id::<()>(11, 1).uuid()).bind(suggestion())).await;
        assert_eq!(words(&site, "outcome").await, once("dissatisfied"), "nothing has taken its place yet");
        let away = Sql::new("delete from reply where round = 2");
        changed(&site, suggestion(), away).await;
        let second = Reply { round: 2, class: "solved", judge_by: "2026-03-30", said: None, ..first };
        second.deliver(&site).await;
        assert_eq!((words(&site, "outcome").await, words(&site, "class").await), (once("waiting"), once("solved")));
        on(&site, "2026-03-31");
        assert_eq!(words(&site, "outcome").await, once("silent"), "the word on the first reply is no word on the second");
        let mut tx = site.db().begin().await.unwrap();
        says(&mut tx, 1, 2, "satisfied").await;
        tx.commit().await.unwrap();
        moved(&site, suggestion()).await;
        assert_eq!(words(&site, "outcome").await, once("satisfied"));
    });
}

#[test]
fn sources_and_how_often_it_was_passed_on_are_dimensions_that_cross() {
    both(async |site| {
        on(&site, "2026-04-20");
        found(&site).await;
        let sql = Sql::new("update suggestion set source = 'station' where id = {}").bind(suggestion());
        changed(&site, suggestion(), sql).await;
        let mut tx = site.db().begin().await.unwrap();
        part(&mut tx, suggestion(), 9, schools(), "lead").await;
        run(&mut tx, Sql::new("update assignment set work = 'passed-on' where id = {}").bind(id::<()>(11, 9).uuid())).await;
        tx.commit().await.unwrap();
        moved(&site, suggestion()).await;
        assert_eq!((words(&site, "source").await, words(&site, "hops").await), (once("station"), once("1")));
        let crossed = |source: &str, hops: &str| CaseWords {
            source: source.to_owned(), hops: hops.to_owned(), category: "construction".to_owned(), ..CaseWords::default()
        };
        assert_eq!(behind(&site, crossed("station", "1")).await, 1);
        assert_eq!((behind(&site, crossed("station", "0")).await, behind(&site, crossed("survey", "1")).await), (0, 0));
    });
}

#[test]
fn a_province_sees_each_year_by_itself_and_one_after_another() {
    both(async |site| {
        on(&site, "2026-04-20");
        found(&site).await;
        let (before, old) = (id::<()>(4, 7), id(10, 70));
        let mut tx = site.db().begin().await.unwrap();
        let sql = Sql::new("insert into session (ordinal, name, opened, closed, version, id, term, congress) values (4, '第四次会议', '2025-01-08', '2025-01-12', 1, {}, {}, {})");
        run(&mut tx, sql.bind(before).bind(id::<()>(5, 1)).bind(congress())).await;
        paper(&mut tx, old, "numbered", Some(3)).await;
        run(&mut tx, Sql::new("update suggestion set session = {}, series = 'old' where id = {}").bind(before).bind(old)).await;
        tx.commit().await.unwrap();
        moved(&site, suggestion()).await;
        moved(&site, old).await;
        let area = AreaCode::parse("43").unwrap();
        for (year, n) in [(None, 2), (Some(2026), 1), (Some(2025), 1), (Some(2024), 0)] {
            let sums = within(&mut site.db(), &area, year, site.today()).await.unwrap();
            assert_eq!((sums.total(), sums.of("level", "county")), (n, n), "{year:?}");
        }
        let mut province = visitor(&site, &stranger());
        let at = format!("/supervision/statistics?congress={}&below=1", congress());
        let all = province.get(&at).await.text;
        assert!(all.contains("year=2025") && all.contains("year=2026"), "one after another: {all}");
        let json = format!("/api/congresses/{}/handling-statistics?below=true&year=2025", congress());
        let told = province.get(&json).await.json();
        let whole = told["sums"].as_array().unwrap().iter().find(|sum| sum["dimension"] == "all").unwrap();
        assert_eq!(whole["n"], 1);
        let report = province.get(&format!("/supervision/statistics/report?congress={}&below=1", congress())).await.text;
        assert!(report.contains("2026年") && report.contains("已编号建议 1 件"), "a report is of its year: {report}");
        let wrong = province.get(&format!("{at}&year=last")).await;
        assert_eq!(wrong.status.as_u16(), 422);
    });
}

#[test]
fn every_rate_of_a_unit_or_a_congress_stands_beside_its_response() {
    on_sqlite(async |site| {
        on(&site, "2026-04-15");
        found(&site).await;
        let reply =
            Reply { of: suggestion(), part: 1, round: 1, class: "solved", judge_by: "2026-04-16", said: Some("satisfied") };
        reply.deliver(&site).await;
        on(&site, "2026-05-01");
        let mut office = visitor(&site, &clerk());
        for address in ["/supervision/statistics", "/supervision/statistics?below=1"] {
            let page = office.get(address).await.text;
            let table = page.rsplit_once("<table").unwrap().1;
            let place = |words: &str| table.find(&format!("data-label=\"{words}\">100.0%"));
            assert!(place("满意率").unwrap() < place("反馈率").unwrap(), "{address}: {table}");
            assert!(page.contains("评价期未满的暂不计入"), "what is counted is said");
        }
        let sheet = office.get("/supervision/statistics/list?as=csv").await.text;
        assert!(sheet.contains("全部会议届次,县级,临江县人民代表大会,按类别"), "{sheet}");
        assert!(sheet.contains("全部会议届次,县级,县交通运输局,按评价（办理结果）,满意,1,100.0%"), "{sheet}");
        let cases = office.get("/supervision/statistics/cases").await.text;
        assert!(cases.contains("name=\"source\"") && cases.contains("name=\"hops\"") && cases.contains("县交通运输局"));
        let people = office.get("/supervision/statistics/deputies").await.text;
        assert!(people.contains("data-label=\"反馈率\">100.0%") && people.contains("data-label=\"反馈率\">0.0%"), "{people}");
    });
}

#[test]
fn what_deputies_raised_and_answered_is_summed_by_delegation() {
    both(async |site| {
        on(&site, "2026-04-15");
        found(&site).await;
        let team = id::<()>(6, 1);
        let mut tx = site.db().begin().await.unwrap();
        let sql = Sql::new("insert into delegation (id, term, congress, name, version) values ({}, {}, {}, '第一代表团', 1)");
        run(&mut tx, sql.bind(team).bind(id::<()>(5, 1)).bind(congress())).await;
        run(&mut tx, Sql::new("update mandate set delegation = {} where person = {}").bind(team).bind(person(1))).await;
        tx.commit().await.unwrap();
        let reply =
            Reply { of: suggestion(), part: 1, round: 1, class: "solved", judge_by: "2026-04-16", said: Some("satisfied") };
        reply.deliver(&site).await;
        let mut office = visitor(&site, &clerk());
        let told = office.get(&format!("/api/congresses/{}/handling-statistics/delegations", congress())).await.json();
        assert_eq!((&told[0]["name"], &told[0]["raised"], &told[0]["judged"]), (&"第一代表团".into(), &1.into(), &1.into()));
        assert_eq!((&told[1]["id"], &told[1]["delivered"], &told[1]["asked"]), (&().into(), &1.into(), &0.into()));
        let page = office.get("/supervision/statistics/deputies").await.text;
        assert!(page.contains("第一代表团") && page.contains("没有编入代表团"), "{page}");
        let of = |delegation: String| CaseWords { delegation, ..CaseWords::default() };
        assert_eq!((behind(&site, of(team.to_string())).await, behind(&site, of(id::<()>(6, 9).to_string())).await), (1, 0));
        let sheet = office.get("/supervision/statistics/delegations/list?as=csv").await.text;
        assert!(sheet.contains("第一代表团,1,0,1,1,1,100.0%"), "{sheet}");
        let mut other = visitor(&site, &transfer());
        assert_eq!(other.get("/supervision/statistics/delegations/list").await.status.as_u16(), 403);
    });
}
