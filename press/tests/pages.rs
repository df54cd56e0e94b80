//! Pages as other programs read them: poppler's `pdftotext`, `pdfinfo` and `pdffonts`.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, reason = "tests")]

mod papers;

use std::{path::Path, process::Command};

use kit::paper::{Block, Bound, Entry, Layout, Paper, Poster, PosterSize, Press};
use papers::{form, letter, notice};
use press::Typesetter;

/// What a program of poppler's says of a file.
fn told(program: &str, pdf: &Path, options: &[&str]) -> String {
    let mut command = Command::new(program);
    let out = command.args(options).arg(pdf).args((program == "pdftotext").then_some("-")).output();
    let out = out.unwrap_or_else(|error| panic!("{program} is needed (Debian: poppler-utils): {error}"));
    assert!(out.status.success(), "{program}: {}", String::from_utf8_lossy(&out.stderr));
    String::from_utf8(out.stdout).unwrap()
}

/// Prints a document into a folder.
fn printed(folder: &Path, paper: &Paper) -> std::path::PathBuf {
    let (bytes, undrawn) = Typesetter::new(None).set(None, Some(paper)).expect("it prints");
    assert_eq!(undrawn, "", "every character has a glyph");
    kept(folder, &bytes)
}

fn kept(folder: &Path, bytes: &[u8]) -> std::path::PathBuf {
    let file = folder.join("paper.pdf");
    std::fs::write(&file, bytes).unwrap();
    file
}

/// The boxes of all words on a page: left, top, right, bottom in points, and the word.
fn words(pdf: &Path, page: &str) -> Vec<([f64; 4], String)> {
    let text = told("pdftotext", pdf, &["-bbox", "-f", page, "-l", page]);
    let number = |line: &str, name: &str| -> f64 {
        let rest = line.split(&format!("{name}=\"")).nth(1).unwrap();
        rest.split('"').next().unwrap().parse().unwrap()
    };
    let lines = text.lines().filter(|line| line.trim_start().starts_with("<word"));
    lines
        .map(|line| {
            let word = line.split('>').nth(1).unwrap().split('<').next().unwrap().to_owned();
            (["xMin", "yMin", "xMax", "yMax"].map(|name| number(line, name)), word)
        })
        .collect()
}

/// Points in a millimetre.
const MM: f64 = 72.0 / 25.4;

#[test]
fn a_page_of_text_has_22_lines_of_28_characters_between_the_margins() {
    let folder = tempfile::tempdir().unwrap();
    let paper = Paper { blocks: vec![Block::Line { text: "办".repeat(28 * 30) }], ..Paper::default() };
    let pdf = printed(folder.path(), &paper);
    let text = told("pdftotext", &pdf, &["-layout"]);
    let lines =
        |page: &str| page.lines().filter(|line| line.contains('办')).map(|line| line.trim().chars().count()).collect();
    let pages: Vec<Vec<usize>> = text.split('\u{c}').map(lines).collect();
    assert_eq!(pages[..2], [vec![28; 22], vec![28; 8]]);
    let boxes = words(&pdf, "1");
    let body: Vec<_> = boxes.iter().filter(|(_, word)| word.contains('办')).collect();
    for ([left, _, right, _], _) in &body {
        assert!((left - 28.0 * MM).abs() < 1.0 && (right - (210.0 - 26.0) * MM).abs() < 1.5, "{left} {right}");
    }
    let pitch = body[1].0[1] - body[0].0[1];
    assert!((pitch - 29.0).abs() < 0.05, "lines are 29 points apart: {pitch}");
    assert!(told("pdfinfo", &pdf, &[]).contains("(A4)"));
}

#[test]
fn a_reply_is_a_letter_with_everything_in_its_place() {
    let folder = tempfile::tempdir().unwrap();
    let pdf = printed(folder.path(), &letter());
    let text = told("pdftotext", &pdf, &["-layout"]);
    for said in ["桃源县交通运输局", "桃交字〔2026〕12号", "B类", "李镕喆代表：", "一、关于路面修复", "（承办负责人"]
    {
        assert!(text.contains(said), "{said}: {text}");
    }
    let boxes = words(&pdf, "1");
    let of = |part: &str| boxes.iter().find(|(_, word)| word.contains(part)).unwrap_or_else(|| panic!("{part}")).0;
    let mark = of("桃源县交通运输局");
    assert!((mark[1] - 30.0 * MM).abs() < 8.0, "the mark begins 30 mm below the edge: {mark:?}");
    assert!((of("同意公开")[2] - 184.0 * MM).abs() < 2.0, "number and class stand at the right edge");
    assert!((of("李镕喆代表")[0] - 28.0 * MM).abs() < 1.0, "the addressee stands at the left edge");
    assert!(!text.split('\u{c}').next().unwrap().contains("—1—"), "a letter's first page bears no number");
    let fonts = told("pdffonts", &pdf, &[]);
    let lines: Vec<&str> = fonts.lines().skip(2).collect();
    assert!(!lines.is_empty() && lines.iter().all(|line| line.contains(" yes yes ")), "embedded, subset: {fonts}");
}

#[test]
fn a_notice_has_its_red_head_its_annexes_and_its_imprint_at_the_foot() {
    let folder = tempfile::tempdir().unwrap();
    let pdf = printed(folder.path(), &notice());
    let info = told("pdfinfo", &pdf, &["-f", "1", "-l", "9"]);
    assert!(info.contains("Page    3 size:  841.89 x 595.276 pts"), "the list lies on its side: {info}");
    let first = words(&pdf, "1");
    let of = |boxes: &[([f64; 4], String)], part: &str| {
        boxes.iter().find(|(_, word)| word.contains(part)).unwrap_or_else(|| panic!("{part}")).0
    };
    let mark = of(&first, "人民代表大会常务委员会");
    assert!((mark[1] - (37.0 + 35.0) * MM).abs() < 9.0, "35 mm below the upper edge of the type area: {mark:?}");
    assert!(((mark[0] + mark[2]) / 2.0 - 106.0 * MM).abs() < 3.0, "in the middle of the type area");
    assert!((of(&first, "—")[1] > (297.0 - 35.0 + 6.0) * MM), "the number stands below the type area");
    let second = words(&pdf, "2");
    let issued = of(&second, "印发");
    assert!((issued[3] - (297.0 - 35.0) * MM).abs() < 9.0, "the imprint ends at the foot of the type area: {issued:?}");
    let (one, other) = (of(&second, "常务委员会办公室"), of(&second, "2026年3月10日"));
    assert!(
        ((one[0] + one[2]) - (other[0] + other[2])).abs() < 4.0,
        "the signer stands over the date: {one:?} {other:?}"
    );
    assert!(one[2] < (184.0 * MM) - 60.0, "four characters from the right: {one:?}");
}

#[test]
fn a_long_form_runs_over_to_the_next_page_with_its_boxes() {
    let folder = tempfile::tempdir().unwrap();
    let pdf = printed(folder.path(), &form(&"今年以来，我们走访了四个村。\n".repeat(60)));
    let text = told("pdftotext", &pdf, &["-layout"]);
    assert_eq!(text.matches("今年以来，我们走访了四个村。").count(), 60);
    assert!(text.split('\u{c}').filter(|page| page.contains("今年以来")).count() > 1, "{text}");
    assert!(text.contains("—1—") && text.contains("—2—") && text.contains("代表签名"));
}

#[test]
fn a_ledger_lies_on_its_side_with_every_line_of_a_box_and_its_head_on_each_page() {
    let folder = tempfile::tempdir().unwrap();
    let columns = [("序号", 10), ("承诺内容", 60), ("进展情况", 60)];
    let row = ["1", "年底前完成便桥加固", "第一季度：完成勘测\n第二季度：进场施工"].map(str::to_owned).to_vec();
    let blocks = vec![Block::list(&columns, vec![row; 30])];
    let paper = Paper { mark: "截至今日".to_owned(), blocks, ..Paper::new(Layout::Ledger, "承诺事项台账") };
    let pdf = printed(folder.path(), &paper);
    assert!(told("pdfinfo", &pdf, &[]).contains("841.89 x 595.276 pts"), "it lies on its side");
    let text = told("pdftotext", &pdf, &["-layout"]);
    assert_eq!((text.matches("完成勘测").count(), text.matches("进场施工").count()), (30, 30));
    let pages: Vec<&str> = text.split('\u{c}').filter(|page| !page.trim().is_empty()).collect();
    assert!(pages.len() > 1 && pages.iter().all(|page| page.contains("进展情况")), "{text}");
    let boxes = words(&pdf, "1");
    let of = |part: &str| boxes.iter().find(|(_, word)| word.contains(part)).unwrap_or_else(|| panic!("{part}")).0;
    assert!(of("第二季度")[1] - of("第一季度")[1] > 10.0, "the lines of a box stand under each other");
}

#[test]
fn a_bound_file_tells_on_which_page_each_document_begins() {
    let folder = tempfile::tempdir().unwrap();
    let entry = |title: &str, paper| Entry { title: title.to_owned(), day: "2026年3月1日".to_owned(), paper };
    let entries = vec![
        entry("建议原件", Ok(form("请修路。"))),
        entry("交办通知", Ok(notice())),
        entry("答复函", Ok(letter())),
        entry("附件：照片.jpg", Err("另存".to_owned())),
    ];
    let bound = Bound {
        lines: vec!["代表建议办理卷宗".to_owned(), "卷内目录".to_owned()],
        facts: vec!["编号：第72号".to_owned()],
        columns: ["序号", "文书", "日期", "页号"].map(str::to_owned),
        entries,
    };
    let pdf = kept(folder.path(), &Typesetter::new(None).bind(&bound).expect("it binds"));
    let text = told("pdftotext", &pdf, &["-layout"]);
    let pages: Vec<&str> = text.split('\u{c}').collect();
    let listed: Vec<Vec<&str>> = pages[0].lines().map(|line| line.split_whitespace().collect()).collect();
    for (title, sign) in [("建议原件", "代表签名"), ("交办通知", "人民代表大会常务委员会"), ("答复函", "李镕喆代表")]
    {
        let row = listed.iter().find(|row| row.get(1) == Some(&title)).unwrap_or_else(|| panic!("{title}: {listed:?}"));
        let page: usize = row.last().unwrap().parse().unwrap();
        assert!(pages[page - 1].contains(sign), "{title} begins on page {page}: {}", pages[page - 1]);
    }
    assert!(pages[0].contains("另存"));
}

#[test]
fn what_no_font_can_draw_is_told() {
    let paper = Paper { blocks: vec![Block::text("\u{e0f0}李\u{10ffff}")], ..Paper::new(Layout::Form, "名册") };
    let (_, undrawn) = Typesetter::new(None).set(None, Some(&paper)).expect("it prints");
    assert_eq!(undrawn, "\u{e0f0}\u{10ffff}");
}

#[test]
fn without_a_chinese_font_there_is_no_pdf_and_the_setting_names_the_offices_own_first() {
    let own = tempfile::tempdir().unwrap();
    let found = press::folders(Some(own.path()));
    assert_eq!(found.first().map(std::path::PathBuf::as_path), Some(own.path()));
    assert!(found.iter().any(|folder| folder.ends_with("fonts/opentype/public/fandol")), "{found:?}");
    let fonts = press::Fonts::find(None);
    assert!(fonts.know_chinese());
    assert!(fonts.chosen().all(|(_, family)| family.is_some()), "every style is drawn by one of its own families");
}

#[test]
fn a_poster_stands_on_one_page_of_its_size_with_name_and_squares() {
    let folder = tempfile::tempdir().unwrap();
    for (size, points) in [
        (PosterSize::A3, "841.89 x 1190.55"),
        (PosterSize::A4, "595.276 x 841.89"),
        (PosterSize::A6, "297.638 x 419.528"),
    ] {
        let poster = Poster {
            size,
            title: "码上找代表".to_owned(),
            name: "李镕喆".to_owned(),
            lines: vec!["桃源县人民代表大会 漆河镇代表团".to_owned(), "漆河镇人民代表大会 第一代表团".to_owned()],
            code: (0..37).map(|row| (0..37).map(|at| if (row * at) % 3 == 0 { '1' } else { '0' }).collect()).collect(),
            under: "扫一扫，有话对代表说".to_owned(),
            foot: "漆河镇政务服务中心　https://rd.example.gov.cn/c/0A7K2M9QWXR4T6Y8Z1B3C5".to_owned(),
        };
        let pdf = kept(folder.path(), &Typesetter::new(None).post(&poster).expect("it prints"));
        let about = told("pdfinfo", &pdf, &[]);
        assert!(about.contains("Pages:           1"), "{size:?}: {about}");
        let width = about.lines().find(|line| line.starts_with("Page size")).unwrap();
        assert!(width.contains(points.split('.').next().unwrap()), "{size:?}: {width}");
        let text = told("pdftotext", &pdf, &[]);
        assert!(text.contains("李镕喆") && text.contains("漆河镇代表团"), "{text}");
    }
}

#[test]
fn documents_gathered_in_one_file_begin_on_pages_of_their_own() {
    let folder = tempfile::tempdir().unwrap();
    let one = |name: &str| Paper { blocks: vec![Block::text(name)], ..Paper::new(Layout::Form, "当选证书") };
    let bytes = Typesetter::new(None).gather(&[one("甲"), one("乙"), one("丙")]).expect("it prints");
    let text = told("pdftotext", &kept(folder.path(), &bytes), &["-layout"]);
    let pages: Vec<&str> = text.split('\u{c}').filter(|page| !page.trim().is_empty()).collect();
    assert_eq!(pages.len(), 3, "{text}");
    for (page, name) in pages.iter().zip(["甲", "乙", "丙"]) {
        assert!(page.contains("当选证书") && page.contains(name), "{page}");
    }
}
