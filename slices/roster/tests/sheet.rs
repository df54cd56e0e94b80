//! The roster by spreadsheet: previewed with reasons, committed whole, found again, sent out.

use crate::world;
use std::sync::Arc;

use crate::world::{changsha, chief, congress, count, day, term, verbs};
use kernel::BodyId;
use kit::{
    Site,
    sheets::{self, BadRows, Import, Kind, Show, StagedRow, State, Upload},
    testing::{both, on_sqlite},
    words::Lang,
};
use proptest::{prelude::*, strategy::ValueTree};
use roster::{queries::deputies::Filter, sheet};

async fn preview(site: &Site, body: Option<BodyId>, bytes: &[u8]) -> (Import, Vec<StagedRow>) {
    let spec = Arc::new(sheet::RosterSheet::new(site));
    let id = sheets::open(site, "roster", body, None, "名册.csv").await.unwrap();
    let import = sheets::stage(site, &spec, id, Upload::from_bytes(bytes).unwrap()).await.unwrap();
    let rows = sheets::rows(&mut site.db(), id, Show::All, 0, 1_000).await.unwrap();
    (import, rows)
}

async fn commit(site: &Site, import: &Import, bad: BadRows) -> bool {
    let spec = sheet::RosterSheet::new(site);
    sheets::commit(site, &spec, import.id, None, bad).await.is_ok()
}

fn reasons(rows: &[StagedRow]) -> Vec<(i64, String, String)> {
    let each = |row: &StagedRow| {
        row.said.iter().map(|said| (row.line, said.column.clone(), said.key.clone())).collect::<Vec<_>>()
    };
    rows.iter().flat_map(each).collect()
}

const GOOD: &str = "姓名,性别,民族,身份证号,手机,选区,代表团,职务,备注
张　三,女,汉族,11010519491231002X,13800138000,第一选区,星沙代表团,常委会委员、代表团团长,
李四,男,土家族,,13900139000,第二选区,星沙代表团,,
";

#[test]
fn a_roster_comes_in_and_its_people_are_deputies_in_office() {
    both(async |site| {
        changsha(&site).await;
        let clerk = chief(&site, "430121").await;
        term(&site, &clerk, "430121").await;
        let here = congress(&site, "430121").await;
        let (import, rows) = preview(&site, Some(here), GOOD.as_bytes()).await;
        assert_eq!((import.state, import.rows, import.bad), (State::Staged, 2, 0), "{:?}", reasons(&rows));
        assert_eq!(count(&site, "select count(*) from person").await, 0);
        assert!(commit(&site, &import, BadRows::Stop).await);
        assert!(!commit(&site, &import, BadRows::Stop).await);
        let seated = "select count(*) from v_mandate m join v_person p on p.id = m.person join delegation d on d.id = m.delegation
                      where m.in_office = 1 and d.name = '星沙代表团' and p.name in ('张三', '李四')";
        assert_eq!(count(&site, seated).await, 2);
        assert_eq!(count(&site, "select count(*) from mandate_role").await, 2);
        assert_eq!(
            count(&site, "select count(*) from contact where phone = '13800138000' and born = '1949-12-31'").await,
            1
        );
        let facts: Vec<(String,)> =
            site.db().all("select fact from journal where verb = 'roster.imported'").await.unwrap();
        assert!(facts.len() == 1 && facts[0].0.contains("\"people\":2"));
        assert_eq!(verbs(&site).await, ["term.entered"]);
    });
}

#[test]
fn the_same_sheet_again_types_nobody_twice_and_amends_what_changed() {
    both(async |site| {
        changsha(&site).await;
        let clerk = chief(&site, "430121").await;
        term(&site, &clerk, "430121").await;
        let here = congress(&site, "430121").await;
        let (import, _) = preview(&site, Some(here), GOOD.as_bytes()).await;
        assert!(commit(&site, &import, BadRows::Stop).await);
        let changed =
            GOOD.replace("土家族", "苗族").replace("13800138000", "13700137000").replace("第二选区", "第三选区");
        let (import, rows) = preview(&site, Some(here), changed.as_bytes()).await;
        assert_eq!(import.bad, 0, "{:?}", reasons(&rows));
        assert!(commit(&site, &import, BadRows::Stop).await);
        assert_eq!(count(&site, "select count(*) from person").await, 2);
        assert_eq!(count(&site, "select count(*) from mandate").await, 2);
        assert_eq!(count(&site, "select count(*) from person where ethnicity = '苗族' and version = 2").await, 1);
        assert_eq!(count(&site, "select count(*) from contact where phone = '13700137000'").await, 1);
        let moved =
            "select count(*) from mandate m join constituency c on c.id = m.constituency where c.name = '第三选区'";
        assert_eq!(count(&site, moved).await, 1);
        let last = "select count(*) from journal where fact like '%\"amended\":2%'";
        assert_eq!(count(&site, last).await, 1);
    });
}

#[test]
fn every_bad_cell_is_named_with_its_reason() {
    both(async |site| {
        changsha(&site).await;
        let clerk = chief(&site, "430121").await;
        term(&site, &clerk, "430121").await;
        let bad = "所属人大,姓名,性别,身份证号,手机,当选日期,职务,届次,电子邮箱
430121,张三,女,11010519491231002X,,,,,
,王五,妖,110105194912310021,123,2022-02-30,神仙,99,x
430102,赵六,,,,,,,
,张三,女,11010519491231002X,,,,,
,李某,女,11010519491231002X,,,,,
";
        let (import, rows) = preview(&site, Some(congress(&site, "430121").await), bad.as_bytes()).await;
        assert_eq!((import.rows, import.bad), (5, 4));
        let found = reasons(&rows);
        for (line, column, key) in [
            (3, "gender", "roster-sheet-gender"),
            (3, "id_number", "roster-wrong-id-number"),
            (3, "phone", "roster-wrong-phone"),
            (3, "email", "roster-wrong-email"),
            (3, "role", "roster-sheet-role"),
            (3, "term", "roster-sheet-term"),
            (4, "congress", "roster-sheet-other-congress"),
            (5, "name", "roster-sheet-twice"),
            (6, "id_number", "roster-sheet-number-of-another"),
        ] {
            assert!(found.contains(&(line, column.to_owned(), key.to_owned())), "{line} {column} {key}: {found:?}");
        }
        assert!(!commit(&site, &import, BadRows::Stop).await);
        assert_eq!(count(&site, "select count(*) from person").await, 0);
        assert!(commit(&site, &import, BadRows::LeaveOut).await);
        assert_eq!(count(&site, "select count(*) from person").await, 1);
    });
}

#[test]
fn one_sheet_of_many_congresses_makes_first_terms_and_joins_one_person_on_a_chain() {
    both(async |site| {
        changsha(&site).await;
        let sheet = "所属人大,姓名,身份证号,届次,任职日期
长沙市,张三,11010519491231002X,16,2022-01-08
430121,张三,11010519491231002X,18,2022-01-05
430102,张三,11010519491231002X,6,2022-01-05
黄兴镇,李四,,3,2022-01-05
,王五,,,
430121,赵六,,,2022-01-05
";
        let (import, rows) = preview(&site, None, sheet.as_bytes()).await;
        let found = reasons(&rows);
        assert!(found.contains(&(4, "congress".into(), "roster-refused-off-chain".into())), "{found:?}");
        assert!(found.contains(&(5, "congress".into(), "roster-sheet-congress".into())), "{found:?}");
        assert!(found.contains(&(6, "congress".into(), "roster-sheet-congress-blank".into())), "{found:?}");
        assert!(commit(&site, &import, BadRows::LeaveOut).await);
        assert_eq!(count(&site, "select count(*) from person").await, 2);
        assert_eq!(count(&site, "select count(*) from v_mandate where in_office = 1").await, 3);
        assert_eq!(count(&site, "select count(*) from term").await, 2);
    });
}

#[test]
fn what_goes_out_can_come_in_again_and_holds_nothing_sealed() {
    both(async |site| {
        changsha(&site).await;
        let clerk = chief(&site, "430121").await;
        term(&site, &clerk, "430121").await;
        let here = congress(&site, "430121").await;
        let (import, _) = preview(&site, Some(here), GOOD.as_bytes()).await;
        assert!(commit(&site, &import, BadRows::Stop).await);
        let filter = Filter { congress: here, term: None, standing: None, delegation: None };
        for kind in [Kind::Csv, Kind::Xlsx] {
            let out = sheet::deputies(&site, kind, Lang::Chinese, &filter).await.unwrap();
            assert_eq!(out.rows, 2);
            let bytes = std::fs::read(out.path()).unwrap();
            if kind == Kind::Csv {
                let text = String::from_utf8(bytes.clone()).unwrap();
                assert!(text.contains("张三") && !text.contains("13800138000") && !text.contains("11010519"));
            }
            let (import, rows) = preview(&site, Some(here), &bytes).await;
            assert_eq!((import.rows, import.bad), (2, 0), "{:?}", reasons(&rows));
        }
        let all = sheet::inside(site.db(), Kind::Csv, Lang::English, &world::code("4301")).await.unwrap();
        assert_eq!(all.rows, 2);
    });
}

#[test]
fn whatever_bytes_come_in_they_are_refused_or_explained_and_nothing_changes() {
    on_sqlite(async |site| {
        changsha(&site).await;
        let clerk = chief(&site, "430121").await;
        term(&site, &clerk, "430121").await;
        let here = congress(&site, "430121").await;
        let facts = count(&site, "select count(*) from journal").await;
        let runner = &mut proptest::test_runner::TestRunner::deterministic();
        let cells = prop::collection::vec("[\\PC,\"\n男张0-9.-]{0,30}", 0..40);
        for round in 0..60 {
            let mut bytes = match round % 3 {
                0 => prop::collection::vec(any::<u8>(), 0..300).new_tree(runner).unwrap().current(),
                1 => GOOD.as_bytes().to_vec(),
                _ => format!("姓名,性别,届次,当选日期\n{}", cells.new_tree(runner).unwrap().current().join("\n"))
                    .into_bytes(),
            };
            if round % 3 == 1 {
                let at = (0..bytes.len()).new_tree(runner).unwrap().current();
                bytes[at] = any::<u8>().new_tree(runner).unwrap().current();
            }
            let (import, rows) = preview(&site, Some(here), &bytes).await;
            assert!(matches!(import.state, State::Staged | State::Unfit));
            assert!(import.state == State::Staged || !import.notes.is_empty());
            let explained = rows.iter().filter(|row| row.said.iter().any(|said| !said.warning)).count();
            assert_eq!(i64::try_from(explained).unwrap(), import.bad.min(1_000));
        }
        assert_eq!(count(&site, "select count(*) from person").await, 0);
        assert_eq!(count(&site, "select count(*) from journal").await, facts);
        let _ = day("2026-01-01");
    });
}

#[test]
fn what_looks_like_a_slip_of_the_hand_is_said_beside_its_cell_and_taken() {
    both(async |site| {
        changsha(&site).await;
        let clerk = chief(&site, "430121").await;
        term(&site, &clerk, "430121").await;
        let sheet = "姓名,性别,民族,身份证号
张三,男,汉族,11010519491231002X
李四,女,汉,
王五,男,土家人,
";
        let (import, rows) = preview(&site, Some(congress(&site, "430121").await), sheet.as_bytes()).await;
        assert_eq!((import.rows, import.bad, import.warned), (3, 0, 2), "{:?}", reasons(&rows));
        let slips = [(2, "gender", "roster-sheet-gender-differs"), (4, "ethnicity", "roster-sheet-ethnicity")];
        let slips = slips.map(|(line, column, key)| (line, column.to_owned(), key.to_owned()));
        assert_eq!(reasons(&rows), slips);
        assert!(commit(&site, &import, BadRows::Stop).await);
        assert_eq!(count(&site, "select count(*) from person where ethnicity = '土家人'").await, 1);
    });
}
