//! What a file holds is what we read, and every bad file says why.

use std::path::PathBuf;

use kernel::Day;
use kit::sheets::{self, Flaw, Limits, Next, Stop, Unreadable, Upload, day};
use proptest::prelude::*;
use rust_xlsxwriter::{ExcelDateTime, Format, Formula, Workbook};

use crate::people::{read, workbook};

fn file(bytes: &[u8]) -> Upload {
    Upload::from_bytes(bytes).unwrap()
}

fn texts(bytes: &[u8]) -> Vec<Vec<String>> {
    read(file(bytes).path())
}

fn refused(bytes: &[u8], limits: &Limits) -> Unreadable {
    sheets::read(file(bytes).path(), limits, &mut |_| Next::Continue(())).unwrap_err()
}

fn flaws(bytes: &[u8]) -> Vec<(usize, Flaw)> {
    let mut all = Vec::new();
    sheets::read(file(bytes).path(), &Limits::USUAL, &mut |line| {
        all.extend_from_slice(&line.flaws);
        Next::Continue(())
    })
    .unwrap();
    all
}

#[test]
fn text_is_read_in_each_encoding_people_use() {
    let (text, want) = ("姓名,单位\r\n张三,\"长沙,岳麓\"\r\n", vec![vec!["姓名", "单位"], vec!["张三", "长沙,岳麓"]]);
    let marked = [b"\xef\xbb\xbf", text.as_bytes()].concat();
    let (gbk, ..) = encoding_rs::GBK.encode(text);
    let wide: Vec<u8> =
        [0xfeff].into_iter().chain(text.replace(',', "\t").encode_utf16()).flat_map(u16::to_le_bytes).collect();
    assert_eq!(texts(text.as_bytes()), want);
    assert_eq!(texts(&marked), want);
    assert_eq!(texts(&gbk), want);
    assert_eq!(texts(&wide)[1][0], "张三");
    let (rare, ..) = encoding_rs::GB18030.encode("姓名\n㛃\u{20087}\n");
    assert_eq!(texts(&rare)[1], ["㛃\u{20087}"], "rare characters of names are in GB18030");
    assert_eq!(refused(b"\xe5\xbc\xff\xff,1\n", &Limits::USUAL), Unreadable::Encoding);
}

#[test]
fn separators_are_found() {
    assert_eq!(texts("a;b\n1;2\n".as_bytes())[1], ["1", "2"]);
    assert_eq!(texts("a\tb\n1\t2\n".as_bytes())[1], ["1", "2"]);
    assert_eq!(texts("a,b\r1,2\r".as_bytes())[1], ["1", "2"]);
    assert_eq!(texts("名册\na,b\n1,2\n".as_bytes())[2], ["1", "2"]);
}

#[test]
fn what_guards_against_formulas_is_taken_off() {
    assert_eq!(texts(b"'=1+1,=\"0012\",'plain\n")[0], ["=1+1", "0012", "'plain"]);
}

#[test]
fn numbers_and_dates_become_the_text_people_saw() {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    let date = Format::new().set_num_format("yyyy/m/d");
    let clock = Format::new().set_num_format("yyyy-mm-dd hh:mm");
    sheet.write_number(0, 0, 12).unwrap();
    sheet.write_number(0, 1, 0.1 + 0.2).unwrap();
    sheet.write_number(0, 2, 13_800_000_001_f64).unwrap();
    sheet.write_datetime_with_format(0, 3, ExcelDateTime::from_ymd(2026, 3, 10).unwrap(), &date).unwrap();
    let at = ExcelDateTime::from_ymd(2026, 3, 10).unwrap().and_hms(9, 5, 0).unwrap();
    sheet.write_datetime_with_format(0, 4, at, &clock).unwrap();
    sheet.write_string(0, 5, "  430102199001011234\u{a0}").unwrap();
    sheet.write_boolean(0, 6, true).unwrap();
    sheet.write_number(0, 7, -0.0).unwrap();
    let bytes = book.save_to_buffer().unwrap();
    let want = ["12", "0.3", "13800000001", "2026-03-10", "2026-03-10 09:05", "430102199001011234", "TRUE", "0"];
    assert_eq!(texts(&bytes)[0], want);
    assert!(flaws(&bytes).is_empty());
}

#[test]
fn what_the_spreadsheet_lost_is_marked() {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    sheet.write_number(0, 0, 430_102_199_001_011_234_f64).unwrap();
    sheet.write_formula(0, 1, Formula::new("=1/0").set_result("#DIV/0!")).unwrap();
    sheet.write_number_with_format(0, 2, 60, &Format::new().set_num_format("yyyy-mm-dd")).unwrap();
    sheet.write_string(0, 3, "a\u{1}b").unwrap();
    let bytes = book.save_to_buffer().unwrap();
    let kinds: Vec<Flaw> = flaws(&bytes).into_iter().map(|(_, flaw)| flaw).collect();
    assert!(kinds.contains(&Flaw::DigitsLost), "{kinds:?}");
    assert!(kinds.contains(&Flaw::NoSuchDate), "1900-02-29 exists in Excel alone: {kinds:?}");
    assert!(kinds.contains(&Flaw::Control), "{kinds:?}");
}

#[test]
fn days_are_read_as_people_write_them() {
    let want = Day::new(2026, 3, 5);
    for text in ["2026-03-05", "2026/3/5", "2026.3.5", "2026年3月5日", "20260305", "2026-03-05 00:00"] {
        assert_eq!(day(text), want, "{text}");
    }
    for text in ["", "2026-02-30", "26-3-5", "2026年3月", "3/5/2026", "2026-3-5-1", "２０２６-3-5"] {
        assert_eq!(day(text), None, "{text}");
    }
}

#[test]
fn limits_refuse_the_whole_file() {
    let rows = Limits { rows: 2, ..Limits::USUAL };
    let columns = Limits { columns: 2, ..Limits::USUAL };
    for bytes in [workbook(&[&["a", "b", "c"], &["1"], &["2"]]), b"a,b,c\n1\n2\n".to_vec()] {
        assert_eq!(refused(&bytes, &rows), Unreadable::Rows { most: 2 });
        assert_eq!(refused(&bytes, &columns), Unreadable::Columns { most: 2 });
        assert_eq!(refused(&bytes, &Limits { bytes: 3, ..Limits::USUAL }), Unreadable::TooBig { most: 0 });
    }
    let long = Limits { cell: 4, ..Limits::USUAL };
    let mut cut = Vec::new();
    sheets::read(file("张三李四\n".as_bytes()).path(), &long, &mut |line| {
        cut.push((line.get(0).to_owned(), line.flaws.clone()));
        Next::Continue(())
    })
    .unwrap();
    assert_eq!(cut, [("张".to_owned(), vec![(0, Flaw::TooLong)])]);
}

#[test]
fn files_that_are_no_tables_say_so() {
    assert_eq!(refused(b"", &Limits::USUAL), Unreadable::Empty);
    assert_eq!(refused(b"\n\n , \n", &Limits::USUAL), Unreadable::Empty);
    assert_eq!(refused(&workbook(&[]), &Limits::USUAL), Unreadable::Empty);
    assert_eq!(refused(b"%PDF-1.7", &Limits::USUAL), Unreadable::NotATable);
    assert_eq!(refused(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", &Limits::USUAL), Unreadable::NotATable);
    assert_eq!(refused(&[0xd0, 0xcf, 0x11, 0xe0, 0xa1], &Limits::USUAL), Unreadable::OldOrLocked);
    let whole = workbook(&[&["a"], &["b"]]);
    assert!(matches!(refused(&whole[..whole.len() / 2], &Limits::USUAL), Unreadable::Damaged { .. }));
}

/// A workbook whose parts can be made by hand.
fn packed(strings: &str, sheet: &str) -> Vec<u8> {
    packed_as("xl/workbook.xml", strings, sheet)
}

fn packed_as(workbook: &str, strings: &str, sheet: &str) -> Vec<u8> {
    use std::io::Write as _;
    let mut zip = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    let relations = |kind: &str, target: &str| {
        format!(
            r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/{kind}" Target="{target}"/></Relationships>"#
        )
    };
    let book = r#"<workbook xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="a" sheetId="1" r:id="r1"/></sheets></workbook>"#;
    for (name, text) in [
        ("_rels/.rels", relations("officeDocument", workbook).as_str()),
        ("xl/_rels/workbook.xml.rels", &relations("worksheet", "worksheets/sheet1.xml")),
        (workbook, book),
        ("xl/sharedStrings.xml", strings),
        ("xl/worksheets/sheet1.xml", sheet),
    ] {
        zip.start_file(name, zip::write::SimpleFileOptions::default()).unwrap();
        zip.write_all(text.as_bytes()).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

#[test]
fn a_file_made_to_exhaust_memory_is_refused_before_it_is_opened() {
    let sheet = r#"<worksheet><sheetData><row r="1"><c r="A1" t="s"><v>0</v></c></row></sheetData></worksheet>"#;
    let strings = |count: &str| format!("<sst {count}><si><t>甲</t></si></sst>");
    assert_eq!(texts(&packed(&strings("uniqueCount=\"1\""), sheet)), [["甲"]], "the file is sound but for its claim");
    for claim in ["uniqueCount=\"99999999999\"", "count='1' uniqueCount =\n '0000088888888888'"] {
        assert_eq!(refused(&packed(&strings(claim), sheet), &Limits::USUAL), Unreadable::Bomb, "{claim}");
    }
    let elsewhere = packed_as("xl/worksheets/sheet9.xml", &strings(""), sheet);
    assert_eq!(refused(&elsewhere, &Limits::USUAL), Unreadable::NotATable, "a workbook stands where workbooks stand");
    let blanks = " ".repeat(4 << 20);
    let small = Limits { unpacked: 1 << 20, ..Limits::USUAL };
    assert_eq!(refused(&packed(&strings(""), &blanks), &small), Unreadable::Bomb);
}

#[test]
fn a_formula_that_failed_is_marked() {
    let sheet =
        r##"<worksheet><sheetData><row r="1"><c r="A1" t="e"><f>B1</f><v>#N/A</v></c></row></sheetData></worksheet>"##;
    let bytes = packed("<sst/>", sheet);
    assert_eq!((texts(&bytes), flaws(&bytes)), (vec![vec!["#N/A".to_owned()]], vec![(0, Flaw::FormulaError)]));
}

#[test]
fn the_taker_may_leave_a_sheet_or_the_file() {
    let mut book = Workbook::new();
    for text in ["封面", "数据"] {
        let sheet = book.add_worksheet().set_name(text).unwrap();
        sheet.write_string(0, 0, text).unwrap();
        sheet.write_string(1, 0, "下一行").unwrap();
    }
    let mut seen = Vec::new();
    sheets::read(file(&book.save_to_buffer().unwrap()).path(), &Limits::USUAL, &mut |line| {
        seen.push((line.sheet, line.at, line.get(0).to_owned()));
        if line.get(0) == "封面" { Next::Break(Stop::NextSheet) } else { Next::Continue(()) }
    })
    .unwrap();
    let want = [(0, 1, "封面"), (1, 1, "数据"), (1, 2, "下一行")].map(|(s, a, t)| (s, a, t.to_owned()));
    assert_eq!(seen, want);
}

fn sample() -> Vec<u8> {
    workbook(&[&["姓名", "手机号"], &["张三", "13800000001"], &["李四", "13800000002"]])
}

/// Reads whatever bytes; the only claim is that an answer comes back.
fn answer(bytes: &[u8]) -> PathBuf {
    let upload = file(bytes);
    let _any = sheets::read(upload.path(), &Limits::USUAL, &mut |line| {
        assert!(line.cells().iter().all(|cell| !cell.contains('\0')));
        Next::Continue(())
    });
    upload.path().to_owned()
}

proptest! {
    #[test]
    fn any_bytes_are_answered(bytes in prop::collection::vec(any::<u8>(), 0..2_000)) {
        answer(&bytes);
    }

    #[test]
    fn a_workbook_with_flipped_bytes_is_answered(flips in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..20)) {
        let mut bytes = sample();
        for (at, byte) in flips {
            let at = at.index(bytes.len());
            bytes[at] = byte;
        }
        answer(&bytes);
    }

    #[test]
    fn a_sheet_with_any_inside_is_answered(strings in ".{0,200}", cells in r#"(<(row|c|v|is|t|f)( (r|s|t)="[A-Z0-9a-z]{0,12}")*/?>|[0-9.eE#/-]{0,9}|</(row|c|v|is|t)>){0,40}"#) {
        let sheet = format!("<worksheet><dimension ref=\"B9:A1\"/><sheetData>{cells}</sheetData></worksheet>");
        answer(&packed(&format!("<sst>{strings}</sst>"), &sheet));
    }

    #[test]
    fn texts_come_back_from_csv_and_xlsx(rows in prop::collection::vec(prop::collection::vec("[\\PC\n\"',;]{0,12}", 1..5), 1..8)) {
        let rows: Vec<Vec<String>> = rows.iter().map(|row| row.iter().map(|text| format!("z{}z", text.replace('\r', ""))).collect()).collect();
        let mut csv = csv::WriterBuilder::new().flexible(true).from_writer(Vec::new());
        csv.write_record(["a", "b", "c", "d"]).unwrap();
        rows.iter().for_each(|row| csv.write_record(row).unwrap());
        prop_assert_eq!(&texts(&csv.into_inner().unwrap())[1..], &rows[..]);
        let plain: Vec<Vec<&str>> = rows.iter().map(|row| row.iter().map(String::as_str).collect()).collect();
        let plain: Vec<&[&str]> = plain.iter().map(Vec::as_slice).collect();
        prop_assert_eq!(texts(&workbook(&plain)), rows);
    }
}

#[test]
fn what_is_no_table_is_refused_at_the_door() {
    let letter = [b"PK\x03\x04".as_slice(), b"....word/document.xml....docProps/app.xml"].concat();
    for (bytes, why) in [
        (b"".as_slice(), Unreadable::Empty),
        (b"%PDF-1.7", Unreadable::NotATable),
        (b"\x89PNG\r\n\x1a\n\0\0\0", Unreadable::NotATable),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", Unreadable::OldOrLocked),
        (&letter, Unreadable::NotATable),
    ] {
        assert_eq!(kit::sheets::looks_like_a_table(bytes).unwrap_err(), why);
    }
    let book = [b"PK\x03\x04".as_slice(), b"....xl/workbook.xml...."].concat();
    for bytes in ["姓名,电话\n张三,13800000000\n".as_bytes(), &book] {
        assert!(kit::sheets::looks_like_a_table(bytes).is_ok());
    }
}
