//! What goes out is whole, and computes nothing.

use axum::{body::to_bytes, http::header};
use kernel::{Day, Moment};
use kit::{
    sheets::{Cell, Export, Kind, ROW_COUNT, Ready},
    words::Lang,
};

use crate::people::read;

const HOSTILE: [&str; 6] = ["=1+1", "+86", "-x", "@cmd", "\tx", "\rx"];

fn table(kind: Kind) -> Ready {
    let mut export = Export::begin(kind, Lang::Chinese, ["姓名", "=件数", "日期"]).unwrap();
    let day = Day::new(2026, 3, 10).unwrap();
    export.row(&["张三".into(), Cell::Int(12), day.into()]).unwrap();
    for text in HOSTILE {
        export.row(&[text.into(), Cell::Int(-5), Cell::Empty]).unwrap();
    }
    export.row(&["430102199001011234".into(), Cell::Int(i64::MAX), Moment::from_millis(0).into()]).unwrap();
    export.finish().unwrap()
}

#[test]
fn a_csv_has_its_mark_its_guard_and_its_count() {
    let ready = table(Kind::Csv);
    let text = std::fs::read_to_string(ready.path()).unwrap();
    assert!(text.starts_with("\u{feff}姓名,'=件数,日期\r\n张三,12,2026-03-10\r\n'=1+1,-5,\r\n"), "{text}");
    assert!(text.contains("\r\n'+86,-5,\r\n'-x,-5,\r\n'@cmd,-5,\r\n'\tx,-5,\r\n\"'\rx\",-5,\r\n"), "{text}");
    assert!(text.ends_with("430102199001011234,9223372036854775807,1970-01-01 08:00\r\n共 8 行\r\n"), "{text}");
}

#[test]
fn a_workbook_holds_texts_as_texts_and_its_count() {
    let rows = read(table(Kind::Xlsx).path());
    assert_eq!(rows[0], ["姓名", "=件数", "日期"]);
    assert_eq!(rows[1], ["张三", "12", "2026-03-10"]);
    assert_eq!(rows[2], ["=1+1", "-5"]);
    assert_eq!(rows[8], ["430102199001011234", "9223372036854775807", "1970-01-01 08:00"]);
    assert_eq!(rows.len(), 9);
}

#[tokio::test]
async fn the_download_says_its_name_size_and_rows() {
    let response = table(Kind::Csv).response("建议目录").unwrap();
    let headers = response.headers().clone();
    assert_eq!(headers[ROW_COUNT], "8");
    let name = headers[header::CONTENT_DISPOSITION].to_str().unwrap();
    assert_eq!(name, "attachment; filename=\"table.csv\"; filename*=UTF-8''%E5%BB%BA%E8%AE%AE%E7%9B%AE%E5%BD%95.csv");
    let body = to_bytes(response.into_body(), 1 << 20).await.unwrap();
    assert_eq!(headers[header::CONTENT_LENGTH], body.len().to_string());
}
