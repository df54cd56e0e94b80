//! One document of each layout.

use kit::paper::{Annex, Block, Boxes, Close, Imprint, Layout, Paper, points};

/// A reply to a deputy.
pub fn letter() -> Paper {
    let body = "一、关于路面修复\n收到建议后，我单位到漆河镇现场了解情况，已将该路段列入本年度农村公路养护工程计划，全长12.6公里，\
                投资380万元，10月底前完工。\n（一）完善管护机制。由镇村两级负责日常管护。\n感谢您的关心和支持。";
    let opening = Block::text("您提出的《关于加快修复漆河镇至热市镇公路的建议》收悉。现答复如下：");
    Paper {
        office: "桃源县交通运输局".to_owned(),
        number: "桃交字〔2026〕12号".to_owned(),
        mark: "B类　同意公开".to_owned(),
        to: "李镕喆代表".to_owned(),
        blocks: std::iter::once(opening).chain(points(body)).collect(),
        close: Some(Close {
            signers: vec!["桃源县交通运输局".to_owned()], date: "2026年5月12日".to_owned()
        }),
        note: "承办负责人：王昇　联系人：张璟".to_owned(),
        imprint: Some(Imprint {
            copies: "桃源县人民代表大会常务委员会，县人民政府办公室".to_owned(),
            office: String::new(),
            printed: String::new(),
        }),
        ..Paper::new(Layout::Letter, "对桃源县第十八届人民代表大会第五次会议第72号建议的答复")
    }
}

/// A notice with a long list.
pub fn notice() -> Paper {
    let text = Block::text("答复代表应当使用公文，逐条回应代表提出的每一项要求。".repeat(12));
    let row: Vec<String> =
        ["1", "第72号", "关于加快修复公路的建议", "李镕喆", "主办", "2026-06-10"].map(str::to_owned).to_vec();
    let columns = [("序号", 8), ("编号", 16), ("标题", 60), ("领衔代表", 20), ("方式", 14), ("时限", 24)];
    let annex =
        |title: &str, wide, blocks| Annex { title: title.to_owned(), lines: vec![title.to_owned()], wide, blocks };
    Paper {
        office: "桃源县人民代表大会常务委员会".to_owned(),
        number: "〔2026〕　　号".to_owned(),
        to: "县交通运输局".to_owned(),
        blocks: vec![Block::heading(1, "一、答复格式"), text],
        annexes: vec![
            annex("任务清单", true, vec![Block::list(&columns, vec![row; 30])]),
            annex("答复函格式", false, points("一、关于×××。")),
        ],
        close: Some(Close {
            signers: vec!["桃源县人民代表大会常务委员会办公室".to_owned()],
            date: "2026年3月10日".to_owned(),
        }),
        imprint: Some(Imprint {
            copies: "县委办公室，县人民政府办公室，县监察委员会，县人民法院，县人民检察院，各乡镇人民代表大会主席团"
                .to_owned(),
            office: "桃源县人大常委会办公室".to_owned(),
            printed: "2026年3月10日".to_owned(),
        }),
        ..Paper::new(Layout::Document, "关于交办桃源县第十八届人民代表大会第五次会议代表建议的通知")
    }
}

/// A sheet with a text.
pub fn form(body: &str) -> Paper {
    let boxes = Boxes::new()
        .line("标题", "关于加快修复漆河镇至热市镇公路的建议")
        .pair(("领衔代表", "李镕喆"), ("代表团", "第三代表团"))
        .whole(body, 80)
        .tall("代表签名", "", 20);
    let title = "桃源县人民代表大会\n代表建议、批评和意见专用纸";
    Paper { mark: "编号：第72号".to_owned(), blocks: vec![boxes.done()], ..Paper::new(Layout::Form, title) }
}
