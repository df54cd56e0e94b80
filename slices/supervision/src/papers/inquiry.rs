//! 询问问题清单 and 整改清单 of a special inquiry (suggestions.md §14).

use std::collections::BTreeMap;

use kernel::{BodyId, Day};
use kit::paper::{Block, Close, Layout, Paper, written};
use supervision_rules::{Inquiry, InquiryStage};

use super::ZH;

type Names = BTreeMap<BodyId, String>;

/// 询问问题清单: no., question, asker, unit, answer, remark. What was not answered is left to be filled in.
pub(crate) fn questions(of: &Inquiry, names: &Names, issuer: &str) -> Paper {
    let columns = [
        ("papers-column-place", 10),
        ("supervision-field-question", 66),
        ("supervision-field-asker", 20),
        ("supervision-field-unit-asked", 32),
        ("supervision-field-question-answer", 66),
        ("supervision-field-remark", 32),
    ];
    let row = |(n, one): (u32, &supervision_rules::Question)| {
        let (answer, remark) = match &one.answer {
            Some(it) => (it.words.to_string(), it.remark.as_ref().map(ToString::to_string).unwrap_or_default()),
            None => (String::new(), String::new()),
        };
        vec![n.to_string(), one.words.to_string(), one.asker.to_string(), named(names, one.unit), answer, remark]
    };
    let rows = (1..).zip(&of.questions).map(row).collect();
    let day = of.told.unwrap_or(of.begun).day();
    paper(of, "papers-inquiry-questions-title", (issuer, day), table(&columns, rows))
}

/// 整改清单: problem, measure, unit, owner, due, status.
pub(crate) fn items(of: &Inquiry, names: &Names, issuer: &str, today: Day) -> Paper {
    let columns = [
        ("papers-column-place", 10),
        ("supervision-field-item", 56),
        ("supervision-field-measure-taken", 66),
        ("supervision-field-unit-to", 32),
        ("supervision-field-item-owner", 20),
        ("supervision-field-by", 24),
        ("papers-inquiry-progress", 40),
    ];
    let row = |(n, one): (u32, &supervision_rules::Item)| {
        let (measure, owner) = one.plan.as_ref().map(|it| (it.measure.to_string(), it.owner.to_string())).unzip();
        let standing = ZH.t(&format!("supervision-item-{}", one.standing().word()));
        let report = one.reports.last().map(|report| format!("：{}", report.words)).unwrap_or_default();
        vec![
            n.to_string(),
            one.problem.to_string(),
            measure.unwrap_or_default(),
            named(names, one.unit),
            owner.unwrap_or_default(),
            one.due.to_string(),
            format!("{standing}{report}"),
        ]
    };
    let rows = (1..).zip(&of.items).map(row).collect();
    let day = match &of.stage {
        InquiryStage::Concluded { at, .. } | InquiryStage::CalledOff { at, .. } => at.day(),
        _ => today,
    };
    paper(of, "papers-inquiry-items-title", (issuer, day), table(&columns, rows))
}

fn named(names: &Names, unit: BodyId) -> String {
    names.get(&unit).cloned().unwrap_or_default()
}

fn table(columns: &[(&str, u16)], rows: Vec<Vec<String>>) -> Block {
    let heads: Vec<(String, u16)> = columns.iter().map(|(key, width)| (ZH.t(key).into_owned(), *width)).collect();
    let heads: Vec<(&str, u16)> = heads.iter().map(|(head, width)| (head.as_str(), *width)).collect();
    Block::list(&heads, rows)
}

fn paper(of: &Inquiry, title: &str, (issuer, day): (&str, Day), rows: Block) -> Paper {
    let values = [
        ("topic", of.terms.topic.to_string()),
        ("day", written(of.terms.day)),
        ("place", of.terms.place.to_string()),
        ("leader", of.terms.leader.to_string()),
    ];
    let off = matches!(of.stage, InquiryStage::CalledOff { .. });
    Paper {
        mark: if off { ZH.t("supervision-inquiry-called-off").into_owned() } else { String::new() },
        blocks: vec![Block::text(ZH.tf("papers-inquiry-opening", values)), rows],
        close: Some(Close { signers: vec![issuer.to_owned()], date: written(day) }),
        ..Paper::new(Layout::Ledger, &ZH.t(title))
    }
}
