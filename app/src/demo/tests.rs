//! The demonstration fills both engines with a world the rules could have made.

use std::collections::{BTreeMap, BTreeSet};

use kernel::{AreaCode, Day, PersonId};
use kit::{
    Site, journal,
    testing::{both, on_sqlite, start},
};
use roster_rules::{Chain, concurrent_seats};

use super::*;

const TOWN: Wanted =
    Wanted { size: Size::Town, suggestions: None, gathered: false, seed: Some(1), now: kernel::Moment::from_millis(0) };

async fn filled(site: &Site, wanted: Wanted) -> Accounts {
    fill(site, Wanted { now: start(), ..wanted }, |_| {}).await.unwrap()
}

async fn counts(site: &Site, sql: &'static str) -> BTreeMap<String, i64> {
    site.db().all::<(String, i64)>(sql).await.unwrap().into_iter().collect()
}

async fn count(site: &Site, sql: &'static str) -> i64 {
    site.db().one::<(i64,)>(sql).await.unwrap().unwrap().0
}

#[test]
fn a_town_has_suggestions_in_every_stage_and_one_account_for_each_kind_of_user() {
    both(async |site| {
        let accounts = filled(&site, TOWN).await;
        let stages = counts(&site, "select stage, count(*) from suggestion group by stage").await;
        let known = [
            "closed",
            "cosigning",
            "draft",
            "handling",
            "numbered",
            "refused",
            "refusing",
            "returned",
            "submitted",
            "withdrawn",
        ];
        assert_eq!(stages.keys().map(String::as_str).collect::<Vec<_>>(), known);
        // Eighty, the one that was a bill, and the one that was taken back.
        assert_eq!(stages.values().sum::<i64>(), 82);
        let awaited = counts(&site, "select awaits, count(*) from assignment group by awaits").await;
        for word in ["sign-for", "ruling", "consent", "opinion", "reply", "judgement", "nothing"] {
            assert!(awaited.contains_key(word), "{word} of {awaited:?}");
        }
        let duties: BTreeSet<&str> = accounts.accounts.iter().map(|account| account.duty.as_str()).collect();
        let all = [
            "chief",
            "clerk",
            "deputy",
            "keeper",
            "leader",
            "national",
            "operator",
            "transfer",
            "unit_clerk",
            "unit_head",
        ];
        assert_eq!(duties.into_iter().collect::<Vec<_>>(), all);
        let passwords: BTreeSet<&str> = accounts.accounts.iter().map(|account| account.password.as_str()).collect();
        assert_eq!(passwords.len(), accounts.accounts.len());
        for account in &accounts.accounts {
            let known = ::accounts::tokens::account_of(site.db(), &account.token, start()).await.unwrap();
            assert!(known.is_some(), "{}", account.sign_in);
        }
    });
}

#[test]
fn each_step_of_the_filling_is_told_and_none_goes_beyond_its_length() {
    on_sqlite(async |site| {
        let mut told: Vec<Progress> = Vec::new();
        fill(&site, Wanted { now: start(), ..TOWN }, |progress| told.push(progress)).await.unwrap();
        assert!(told.iter().all(|progress| progress.done <= progress.of), "{told:?}");
        let further: Vec<_> = told.iter().filter(|progress| progress.of == FURTHER).collect();
        assert_eq!(further.iter().filter(|progress| progress.what != "suggestions").count() as u64, FURTHER);
        assert_eq!(told.last().map(|progress| (progress.what, progress.done)), Some(("notices", FURTHER - 1)));
        for progress in &told {
            let key = format!("cli-making-{}", progress.what);
            let words = ["../locales/zh-CN/cli.ftl", "../locales/en/cli.ftl"];
            let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR"));
            assert!(words.iter().all(|file| std::fs::read_to_string(root.join(file)).unwrap().contains(&key)), "{key}");
        }
    });
}

#[test]
fn its_journal_holds_and_stands_in_the_order_of_time() {
    on_sqlite(async |site| {
        filled(&site, TOWN).await;
        let mut export = Vec::new();
        let line = |line: &str| {
            if !export.is_empty() {
                export.push(b'\n');
            }
            export.extend_from_slice(line.as_bytes());
            Ok(())
        };
        let facts = journal::export(site.db(), line).await.unwrap();
        let verified = journal::verify(export.as_slice()).unwrap();
        assert!(verified.facts == facts && facts > 700, "{facts}");
        let back = "select count(*) from journal a join journal b on b.seq = a.seq + 1 \
                    where a.at > b.at and a.verb like 'suggestion.%' and b.verb like 'suggestion.%'";
        assert_eq!(count(&site, back).await, 0);
        assert!(journal::after(site.db(), 0, 1_000_000).await.unwrap().iter().all(|entry| entry.at <= start()));
    });
}

/// A reply's assignment, round, due day, stage and text.
type Reply = (suggestions_rules::AssignmentId, i64, Day, String, Option<String>);

/// A mandate, its person, term, state, and from when until when.
type Seat = (uuid::Uuid, uuid::Uuid, uuid::Uuid, String, Day, Option<Day>);

/// What the tables hold, table by table; replies and mandates, whose rows PostgreSQL lays wherever they fit, row by row.
async fn held(site: &Site, seed: u64, hours: i64) -> (BTreeMap<String, kit::backup::Table>, (Vec<Reply>, Vec<Seat>)) {
    let now = start().plus_millis(hours * 3_600_000);
    fill(site, Wanted { seed: Some(seed), now, ..TOWN }, |_| {}).await.unwrap();
    let folder = site.config().files().join("held");
    let tables = kit::backup::take(site.db(), &folder, site.now(), |_, _| {}).await.unwrap().tables;
    let replies = "select assignment, round, due, stage, body from reply order by assignment, round";
    let seats = "select id, person, term, state, elected, ended from mandate order by id";
    (tables, (site.db().all(replies).await.unwrap(), site.db().all(seats).await.unwrap()))
}

#[test]
fn the_same_seed_and_day_give_the_same_rows_on_either_engine_and_another_seed_others() {
    let seen = std::sync::Mutex::new(Vec::new());
    both(async |site| {
        let tables = held(&site, 1, 0).await;
        seen.lock().unwrap().push(tables);
    });
    for seed in [1, 2] {
        on_sqlite(async |site| {
            let tables = held(&site, seed, 5).await;
            seen.lock().unwrap().push(tables);
        });
    }
    let seen = seen.into_inner().unwrap();
    let [(lite, replies), (postgres, others), (again, _), (other, _)] = seen.as_slice() else { panic!("four worlds") };
    assert_eq!(lite, again);
    assert_eq!(replies, others);
    // A backup lists some tables in another order on the other engine; the head of the journal vouches for all facts.
    let rows = |tables: &BTreeMap<String, kit::backup::Table>| -> Vec<u64> {
        tables.values().map(|table| table.rows).collect()
    };
    assert_eq!(rows(lite), rows(postgres));
    for same in
        ["journal_head", "person", "contact", "objection", "extension", "judgement", "remark", "account", "post"]
    {
        assert_eq!(lite.get(same), postgres.get(same), "{same}");
    }
    assert_ne!(lite.get("person"), other.get("person"));
    assert_ne!(lite.get("suggestion"), other.get("suggestion"));
}

#[test]
fn numbers_are_dense_totals_are_right_and_nothing_hangs_in_the_air() {
    on_sqlite(async |site| {
        filled(&site, Wanted { size: Size::County, suggestions: Some(400), ..TOWN }).await;
        assert_eq!(suggestions::checks::audit(site.db()).await.unwrap(), Vec::new());
        for (says, sql) in [
            (
                "a series with a gap",
                "select count(*) from (select max(n) - count(*) as gap, min(n) as low from suggestion where n is not null group by congress, series) x where gap <> 0 or low <> 1",
            ),
            (
                "a series that would give a number twice",
                "select count(*) from (select s.congress, s.series, max(s.n) as n from suggestion s where s.n is not null group by s.congress, s.series) x left join numbering g on g.congress = x.congress and g.series = x.series where g.last is null or g.last <> x.n",
            ),
            ("a wrong total", "select (select sum(n) from suggestion_count) - (select count(*) from suggestion)"),
            (
                "a lead who is no deputy of the congress",
                "select count(*) from suggestion s left join v_mandate m on m.person = s.lead and m.congress = s.congress and m.in_office = 1 where m.id is null",
            ),
            (
                "a session of another congress",
                "select count(*) from suggestion s left join v_session v on v.id = s.session and v.congress = s.congress where v.id is null",
            ),
            (
                "a unit that is none",
                "select count(*) from assignment a left join v_body b on b.id = a.unit and b.kind = 'unit' where b.id is null",
            ),
            (
                "a signature of nobody",
                "select count(*) from reply r left join v_account a on a.id = r.signed_by where r.signed_by is not null and a.id is null",
            ),
            (
                "an accepted suggestion without a category",
                "select count(*) from suggestion where (accepted is null) <> (category = '')",
            ),
        ] {
            assert_eq!(count(&site, sql).await, 0, "{says}");
        }
        let overdue = "select count(*) from assignment where awaits = 'reply' and awaits_by < '2026-03-10'";
        assert!(count(&site, overdue).await > 0, "nothing is overdue");
        assert!(
            count(&site, "select count(*) from reply where round = 2").await > 0,
            "nobody was asked to redo anything"
        );
        assert!(count(&site, "select count(*) from judgement where result = 'dissatisfied'").await > 0);
        let answered = "select count(*) from journal where verb = 'suggestion.form-answered'";
        assert!(count(&site, answered).await > 0, "nobody answered what the form asks beside the scores");
    });
}

#[test]
fn every_turn_stands_in_the_rows_as_the_verbs_would_have_left_it() {
    both(async |site| {
        filled(&site, Wanted { suggestions: Some(700), ..TOWN }).await;
        assert_eq!(suggestions::checks::audit(site.db()).await.unwrap(), Vec::new());
        for (what, sql) in [
            ("an objection that lies", "select count(*) from objection where ruled is null"),
            (
                "one that lies before the unit signed",
                "select count(*) from assignment where work = 'objecting' and signed is null",
            ),
            ("one that was upheld", "select count(*) from assignment where work = 'passed-on'"),
            ("one that was refused", "select count(*) from objection where ruled is not null and passed_to is null"),
            (
                "a second ruling",
                "select count(*) from objection o join assignment a on a.id = o.assignment \
                 where a.after is not null and o.ruled is not null",
            ),
            ("an extension asked for", "select count(*) from extension where answered is null"),
            ("one granted", "select count(*) from extension where granted = 1"),
            ("one refused", "select count(*) from extension where granted = 0"),
            ("a refusal that waits", "select count(*) from suggestion where stage = 'refusing'"),
            ("one agreed to", "select count(*) from suggestion where stage = 'refused'"),
            (
                "two that go together to be assigned, and two with their units",
                "select count(distinct stage) / 2 from suggestion where merged_into is not null",
            ),
            ("a reply that answers point by point", "select count(*) from reply_point where measure is not null"),
            ("a request not done", "select count(*) from reply_point where reason is not null"),
            ("a class that is doubted", "select count(*) from class_doubt"),
            ("one that was kept", "select count(*) from class_doubt where standing = 'kept'"),
            ("one that was changed", "select count(*) from class_doubt where standing = 'changed'"),
            ("a draft that waits for the deputy", "select count(*) from shown_draft where standing = 'waiting'"),
            (
                "one with nothing to add",
                "select count(*) from shown_draft where answered is not null and words is null",
            ),
            ("one to be changed", "select count(*) from shown_draft where words is not null"),
            ("a promise being kept", "select count(*) from promise where standing = 'open'"),
            ("one kept", "select count(*) from promise where standing = 'kept'"),
            ("one not kept", "select count(*) from promise where standing = 'not-kept'"),
            ("one answered", "select count(*) from promise where answered is not null"),
            ("one taken over", "select count(*) from promise where taken_over = 1"),
            ("one that is late", "select count(*) from promise where standing = 'open' and due < '2026-03-10'"),
            ("a report on one", "select count(*) from promise_step where kind = 'reported'"),
            ("one with a transfer office", "select count(*) from suggestion where routed_to is not null"),
            ("one that is read", "select count(*) from assignment where role = 'reader'"),
            ("one insisted against", "select count(*) from suggestion where insisted = 1"),
            ("one taken back", "select count(*) from suggestion where stage = 'withdrawn'"),
            ("one looked back on", "select count(*) from look_back"),
            ("a bill whose signers were asked", "select count(*) from bill_consult where answer = 'objects'"),
            ("an opinion by a code", "select count(*) from opinion where code is not null"),
            ("one overdue", "select count(*) from opinion_step where step = 'overdue'"),
            ("one asked again", "select count(*) from opinion_survey"),
            ("one raised", "select count(*) from opinion where suggestion is not null"),
        ] {
            assert!(count(&site, sql).await > 0, "{what}");
        }
        let kinds = "select kind, count(*) from remark group by kind";
        let said = counts(&site, kinds).await;
        for kind in ["refusal", "insisting", "objection", "ruling", "extension", "extension-answer"] {
            assert!(said.contains_key(kind), "{kind} of {said:?}");
        }
        let silent = "select count(*) from remark where words like '%{%' or words = ''";
        assert_eq!(count(&site, silent).await, 0);
    });
}

#[test]
fn everybody_in_office_sits_on_one_chain_of_areas() {
    on_sqlite(async |site| {
        filled(&site, Wanted { size: Size::County, suggestions: Some(24), ..TOWN }).await;
        let seats = "select person, area from mandate where state = 'in_office' order by person";
        let mut held: BTreeMap<PersonId, Vec<AreaCode>> = BTreeMap::new();
        for (person, area) in site.db().all::<(PersonId, AreaCode)>(seats).await.unwrap() {
            held.entry(person).or_default().push(area);
        }
        assert!(held.values().all(|areas| concurrent_seats(areas, &[]) == Chain::One));
        assert!(held.values().filter(|areas| areas.len() > 1).count() > 20);
    });
}

#[test]
fn it_looks_alive_on_any_day() {
    for (year, month, day) in [(2024, 2, 29), (2026, 12, 31), (2027, 1, 2)] {
        on_sqlite(async |site| {
            let today = Day::new(year, month, day).unwrap();
            let now = today.start().plus_millis(36_000_000);
            let wanted = Wanted { suggestions: Some(60), ..TOWN };
            fill(&site, Wanted { now, ..wanted }, |_| {}).await.unwrap();
            let recent = kit::db::Sql::new("select count(*) from journal where at >= {} and at < {}")
                .bind(today.plus_days(-8).start())
                .bind(today.start());
            let (recent,) = site.db().one::<(i64,)>(recent).await.unwrap().unwrap();
            assert!(recent > 20, "{today}: {recent}");
        });
    }
}

#[test]
fn a_database_with_people_in_it_is_left_alone() {
    on_sqlite(async |site| {
        filled(&site, TOWN).await;
        let before = count(&site, "select count(*) from person").await;
        assert!(fill(&site, Wanted { now: start(), ..TOWN }, |_| {}).await.is_err());
        assert_eq!(count(&site, "select count(*) from person").await, before);
    });
}

#[test]
fn every_size_has_deputies_of_all_five_levels_who_serve_its_villages() {
    for (size, national) in [(Size::Town, 3), (Size::County, 4)] {
        on_sqlite(async |site| {
            filled(&site, Wanted { size, suggestions: Some(24), ..TOWN }).await;
            let town: AreaCode = "430725114".parse().unwrap();
            let mut look = site.db().look().await.unwrap();
            let way = ::opinions::queries::place::way(&mut look, &town).await.unwrap();
            let rungs = ::opinions::queries::find::serving(&mut look, &way).await.unwrap();
            let found: Vec<(&str, bool)> =
                rungs.iter().map(|rung| (rung.congress.level.as_str(), rung.deputies.is_empty())).collect();
            let levels = ["township", "county", "prefecture", "province", "nation"];
            assert_eq!(found, levels.map(|level| (level, false)), "{size}");
            assert_eq!(rungs.last().map(|rung| rung.deputies.len()), Some(national), "{size}");
            assert_eq!(roster::checks::audit(site.db()).await.unwrap(), Vec::new());
        });
    }
}
