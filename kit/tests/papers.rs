//! Word files as another office program opens them.

use std::{
    path::Path,
    process::{Command, Stdio},
};

use kit::paper::{Annex, Block, Boxes, Close, Imprint, Layout, Paper, points};

/// Has LibreOffice lay the file out as PDF, and poppler read it page by page.
fn opened(paper: &Paper) -> Vec<String> {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("paper.docx");
    std::fs::write(&file, paper.docx().unwrap()).unwrap();
    let profile = format!("-env:UserInstallation=file://{}/profile", folder.path().display());
    let done = Command::new("soffice")
        .args([profile.as_str(), "--headless", "--norestore", "--convert-to", "pdf", "--outdir"])
        .args([folder.path(), file.as_path()])
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status();
    let done = done.unwrap_or_else(|error| panic!("soffice is needed (Debian: libreoffice-writer-nogui): {error}"));
    let pdf = folder.path().join("paper.pdf");
    assert!(done.success() && pdf.is_file(), "LibreOffice cannot open it (Debian: libreoffice-writer-nogui)");
    keep(&pdf, paper);
    read(&pdf)
}

/// Where somebody wants to look at the pages.
fn keep(pdf: &Path, paper: &Paper) {
    if let Some(folder) = std::env::var_os("LIANLUO_KEEP_PAPERS") {
        std::fs::copy(pdf, Path::new(&folder).join(format!("{}.pdf", paper.title()))).unwrap();
    }
}

fn read(pdf: &Path) -> Vec<String> {
    let out = Command::new("pdftotext").arg("-layout").arg(pdf).arg("-").output();
    let out = out.unwrap_or_else(|error| panic!("pdftotext is needed (Debian: poppler-utils): {error}"));
    // Between Chinese and figures the office program puts space of its own.
    let text: String =
        String::from_utf8(out.stdout).unwrap().chars().filter(|c| *c == '\u{c}' || !c.is_whitespace()).collect();
    text.split('\u{c}').map(str::to_owned).collect()
}

fn closed(who: &str) -> Option<Close> {
    Some(Close { signers: vec![who.to_owned()], date: "2026年5月12日".to_owned() })
}

#[test]
fn a_reply_is_opened_with_its_head_its_points_and_its_signature() {
    let body = "一、关于路面修复\n已列入本年度养护工程计划，投资380万元。\n（一）完善管护机制。由镇村两级负责。";
    let paper = Paper {
        office: "桃源县交通运输局".to_owned(),
        number: "桃交字〔2026〕12号".to_owned(),
        mark: "B类　同意公开".to_owned(),
        to: "李镕喆代表".to_owned(),
        blocks: points(body),
        close: closed("桃源县交通运输局"),
        note: "承办负责人：王昇".to_owned(),
        imprint: Some(Imprint {
            copies: "县人民政府办公室".to_owned(), office: String::new(), printed: String::new()
        }),
        ..Paper::new(Layout::Letter, "对桃源县第十八届人民代表大会第五次会议第72号建议的答复")
    };
    let pages = opened(&paper);
    for said in [
        "桃源县交通运输局",
        "桃交字〔2026〕12号",
        "B类",
        "李镕喆代表：",
        "一、关于路面修复",
        "2026年5月12日",
        "（承办负责人：王昇）",
        "抄送：县人民政府办公室。",
    ] {
        assert!(pages[0].contains(said), "{said}: {}", pages[0]);
    }
}

#[test]
fn a_notice_is_opened_with_an_annex_that_lies_on_its_side() {
    let columns = [("序号", 8), ("标题", 60), ("时限", 24)];
    let row: Vec<String> = ["1", "关于加快修复公路的建议", "2026-06-10"].map(str::to_owned).to_vec();
    let annex = Annex {
        title: "任务清单".to_owned(),
        lines: vec!["任务清单".to_owned()],
        wide: true,
        blocks: vec![Block::list(&columns, vec![row; 40])],
    };
    let paper = Paper {
        office: "桃源县人民代表大会常务委员会".to_owned(),
        number: "〔2026〕　　号".to_owned(),
        to: "县交通运输局".to_owned(),
        blocks: vec![Block::heading(1, "一、签收"), Block::text("请于2026年3月13日前签收。")],
        annexes: vec![annex],
        close: closed("桃源县人民代表大会常务委员会"),
        imprint: Some(Imprint {
            copies: "县人民政府办公室".to_owned(),
            office: "县人大常委会办公室".to_owned(),
            printed: "2026年3月10日".to_owned(),
        }),
        ..Paper::new(Layout::Document, "关于交办代表建议的通知")
    };
    let pages = opened(&paper);
    assert!(pages[0].contains("附件：任务清单"), "{}", pages[0]);
    assert!(pages.concat().contains("抄送：县人民政府办公室。县人大常委会办公室2026年3月10日印发"), "{pages:?}");
    assert_eq!(pages.iter().map(|page| page.matches("关于加快修复公路的建议").count()).sum::<usize>(), 40);
    let annex = pages.iter().find(|page| page.starts_with("附件")).unwrap();
    assert!(pages[0].contains("—1—") && annex.contains('—'), "{pages:?}");
}

#[test]
fn a_form_is_opened_with_all_that_was_typed() {
    let body = "今年以来，我们走访了四个村。\n".repeat(50);
    let boxes =
        Boxes::new().pair(("领衔代表", "李镕喆"), ("代表团", "第三代表团")).whole(body, 80).tall("代表签名", "", 20);
    let paper = Paper {
        mark: "编号：第72号".to_owned(),
        blocks: vec![boxes.done()],
        ..Paper::new(Layout::Form, "桃源县人民代表大会\n代表建议、批评和意见专用纸")
    };
    let text = opened(&paper).concat();
    assert_eq!(text.matches("今年以来，我们走访了四个村。").count(), 50);
    assert!(text.contains("编号：第72号") && text.contains("代表签名") && text.contains("第三代表团"), "{text}");
}

#[test]
fn a_ledger_is_opened_with_pages_that_lie_on_their_side_and_every_line_of_a_box() {
    let columns = [("序号", 10), ("承诺内容", 60), ("进展情况", 60)];
    let row = ["1", "年底前完成便桥加固", "2026年第一季度：完成勘测\n2026年第二季度：进场施工"];
    let paper = Paper {
        number: "单位：县交通运输局".to_owned(),
        mark: "截至2026年5月12日".to_owned(),
        blocks: vec![Block::list(&columns, vec![row.map(str::to_owned).to_vec(); 30])],
        ..Paper::new(Layout::Ledger, "代表建议承诺事项台账")
    };
    let pages = opened(&paper);
    assert!(pages[0].contains("单位：县交通运输局") && pages[0].contains("截至2026年5月12日"), "{}", pages[0]);
    let text = pages.concat();
    assert_eq!((text.matches("完成勘测").count(), text.matches("进场施工").count()), (30, 30));
}

#[test]
fn what_people_type_stays_text() {
    let paper = Paper { blocks: vec![Block::text("<w:p>&amp; \"a\" </w:t>")], ..Paper::new(Layout::Form, "名<册") };
    let text = opened(&paper).concat();
    assert!(text.contains("<w:p>&amp;\"a\"</w:t>") && text.contains("名<册"), "{text}");
}
