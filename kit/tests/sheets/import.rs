//! Two steps: staged with reasons, then taken once, all or none.

use std::sync::Arc;

use kernel::Refusal;
use kit::{
    Problem, Site,
    sheets::{self, BadRows, ImportId, Show, State, Status, Upload, commit, rows, stage},
    testing::both,
    words::Lang,
};

use crate::people::{COLUMNS, People, read, workbook};

const GOOD: &[&[&str]] = &[
    &["××县人大代表名册"],
    &[],
    &["职务", "手机号*", "姓名（必填）", "任职日期", "备注"],
    &["主任", "13800000001", "赵一", "2026/1/5", "x"],
    &["", "13800000002", "钱二", "", ""],
];

async fn staged(site: &Site, file: &[u8]) -> sheets::Import {
    let id = sheets::open(site, "people", None, None, "名册.xlsx").await.unwrap();
    stage(site, &Arc::new(People), id, Upload::from_bytes(file).unwrap()).await.unwrap()
}

async fn taken(site: &Site) -> Vec<String> {
    let rows: Vec<(String,)> = site.db().all("select value from setting order by key").await.unwrap();
    rows.into_iter().map(|(name,)| name).collect()
}

async fn refusal(site: &Site, id: ImportId, bad: BadRows) -> (Refusal, &'static str) {
    match commit(site, &People, id, None, bad).await {
        Err(Problem::Refused(refused)) => (refused.kind, refused.key),
        other => panic!("not refused: {other:?}"),
    }
}

#[test]
fn a_good_file_is_staged_then_taken_once() {
    both(async |site| {
        let import = staged(&site, &workbook(GOOD)).await;
        assert_eq!((import.state, import.rows, import.bad, import.warned), (State::Staged, 2, 0, 1));
        assert_eq!(import.notes.len(), 1, "the column 备注 is not read, and that is said");
        assert!(taken(&site).await.is_empty(), "nothing is taken before somebody says yes");
        let staged = rows(&mut site.db(), import.id, Show::All, 0, 10).await.unwrap();
        assert_eq!((staged[0].line, staged[0].status), (4, Status::Good));
        assert_eq!(staged[0].cells, ["赵一", "13800000001", "2026/1/5", "主任"]);
        assert_eq!(staged[1].said_of("post").count(), 1);
        let taking = commit(&site, &People, import.id, None, BadRows::Stop).await.unwrap();
        assert_eq!((taking.rows, taking.left_out), (2, 0));
        assert_eq!(taken(&site).await, ["赵一", "钱二"]);
        assert_eq!(refusal(&site, import.id, BadRows::Stop).await, (Refusal::NotNow, "sheets-import-done"));
        assert_eq!(taken(&site).await.len(), 2);
    });
}

#[test]
fn bad_rows_stop_the_import_unless_left_out() {
    both(async |site| {
        let file = "姓名,手机号\r\n赵一,13800000001\r\n钱二,\r\n,13800000003\r\n李四,13800000001\r\n";
        let import = staged(&site, file.as_bytes()).await;
        assert_eq!((import.rows, import.bad), (4, 3));
        let bad = rows(&mut site.db(), import.id, Show::Bad, 0, 10).await.unwrap();
        let lines: Vec<i64> = bad.iter().map(|row| row.line).collect();
        assert_eq!(lines, [3, 4, 5]);
        assert_eq!(bad[0].said_of("phone").next().unwrap().key, "sheets-cell-required");
        assert_eq!(refusal(&site, import.id, BadRows::Stop).await.1, "sheets-import-has-bad");
        let taking = commit(&site, &People, import.id, None, BadRows::LeaveOut).await.unwrap();
        assert_eq!((taking.rows, taking.left_out), (1, 3));
        assert_eq!(taken(&site).await, ["赵一"]);
    });
}

#[test]
fn rows_that_changed_since_the_preview_stop_the_import() {
    both(async |site| {
        let first = staged(&site, &workbook(GOOD)).await;
        let second = staged(&site, &workbook(GOOD)).await;
        commit(&site, &People, first.id, None, BadRows::Stop).await.unwrap();
        assert_eq!(refusal(&site, second.id, BadRows::Stop).await, (Refusal::Stale, "sheets-import-changed"));
        let bad = rows(&mut site.db(), second.id, Show::Bad, 0, 10).await.unwrap();
        assert_eq!(bad.len(), 2, "the preview shows the rows that changed");
        assert_eq!(refusal(&site, second.id, BadRows::LeaveOut).await.1, "sheets-import-nothing-good");
        assert_eq!(taken(&site).await.len(), 2);
    });
}

#[test]
fn an_unfit_file_says_why_and_leaves_nothing() {
    both(async |site| {
        let import = staged(&site, "姓名,住址\n赵一,长沙\n".as_bytes()).await;
        assert_eq!(import.state, State::Unfit);
        assert_eq!(import.notes[0].key, "sheets-file-missing-columns");
        assert_eq!(import.notes[0].values, [("titles".to_owned(), "手机号".to_owned())]);
        assert_eq!(refusal(&site, import.id, BadRows::Stop).await.1, "sheets-import-unfit");
        assert!(rows(&mut site.db(), import.id, Show::All, 0, 10).await.unwrap().is_empty());
    });
}

#[test]
fn staging_again_replaces_what_was_staged() {
    both(async |site| {
        let import = staged(&site, &workbook(GOOD)).await;
        let again = Upload::from_bytes("姓名,手机\n孙三,13800000009\n".as_bytes()).unwrap();
        let import = stage(&site, &Arc::new(People), import.id, again).await.unwrap();
        assert_eq!((import.rows, import.warned), (1, 1));
    });
}

#[test]
fn the_report_names_each_problem_and_can_be_sent_back() {
    both(async |site| {
        let import = staged(&site, "姓名,手机号,职务\n赵一,138,代表\n钱二,13800000002,代表\n".as_bytes()).await;
        let report = sheets::report(site.db(), COLUMNS, import.id, Lang::Chinese).await.unwrap();
        assert_eq!(report.rows, 1);
        let read = read(report.path());
        assert_eq!(read[0], ["行号", "问题", "姓名", "手机号", "任职日期", "职务"]);
        assert_eq!(read[1][0], "2");
        assert!(read[1][1].starts_with("手机号："), "{}", read[1][1]);
        let back = staged(&site, &std::fs::read(report.path()).unwrap()).await;
        assert_eq!((back.state, back.rows, back.bad), (State::Staged, 1, 1));
        assert!(back.notes.is_empty(), "{:?}", back.notes);
    });
}

#[test]
fn the_template_comes_back_without_its_example() {
    both(async |site| {
        for lang in Lang::ALL {
            let template = sheets::template(COLUMNS, lang).unwrap();
            let import = staged(&site, &std::fs::read(template.path()).unwrap()).await;
            assert_eq!(import.notes[0].key, "sheets-file-empty");
        }
    });
}

#[test]
fn tidying_drops_good_rows_that_are_in_and_everything_old() {
    both(async |site| {
        let done = staged(&site, &workbook(GOOD)).await;
        commit(&site, &People, done.id, None, BadRows::Stop).await.unwrap();
        let waiting = staged(&site, "姓名,手机\n孙三,13800000009\n".as_bytes()).await;
        assert_eq!(sheets::tidy(site.db(), site.now()).await.unwrap(), 2);
        assert_eq!(rows(&mut site.db(), waiting.id, Show::All, 0, 10).await.unwrap().len(), 1);
        sheets::tidy(site.db(), site.now().plus_millis(1)).await.unwrap();
        let gone = sheets::find(&mut site.db(), "people", waiting.id).await.unwrap().unwrap();
        assert_eq!(gone.state, State::Dropped);
        assert!(rows(&mut site.db(), waiting.id, Show::All, 0, 10).await.unwrap().is_empty());
    });
}
