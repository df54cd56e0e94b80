//! 测评票, 评议表 and 测评计票表: the empty forms of an evaluation on the spot (suggestions.md §14).

use kit::paper::{Block, Layout, Paper};
use supervision_rules::{Evaluation, Scheme, Way};

use super::ZH;

fn t(key: &str) -> String {
    ZH.t(key).into_owned()
}

/// The ballot: anonymous, a tick for each unit.
pub(crate) fn ballot(of: &Evaluation, units: &[String]) -> Paper {
    let columns = [
        ("papers-column-place", 12),
        ("papers-ballot-unit", 64),
        ("supervision-grade-satisfied", 20),
        ("supervision-grade-basically", 20),
        ("supervision-grade-dissatisfied", 20),
        ("papers-ballot-abstained", 20),
    ];
    let blocks =
        vec![Block::text(t("papers-ballot-how")), empty(&columns, units), Block::text(t("papers-ballot-secret"))];
    paper(of, "papers-ballot-title", Layout::Form, blocks)
}

/// The sheet for who judges by the scheme: a column for each line, with what it can give.
pub(crate) fn sheet(of: &Evaluation, units: &[String]) -> Paper {
    let mut columns = vec![(t("papers-column-place"), 12), (t("papers-ballot-unit"), 48)];
    for line in &of.scheme.lines {
        let head = line_of(&of.scheme, line);
        // Where levels are given, lines of one name are judged together.
        if of.scheme.way == Way::Points || columns.iter().all(|(other, _)| *other != head) {
            columns.push((head, 24));
        }
    }
    if of.scheme.way == Way::Points {
        columns.push((t("papers-ballot-sum"), 20));
    }
    columns.push((t("supervision-field-grade"), 20));
    let columns: Vec<(&str, u16)> = columns.iter().map(|(head, width)| (head.as_str(), *width)).collect();
    let grades = of.scheme.grades.iter().map(|grade| match of.scheme.way {
        Way::Points => {
            ZH.tf("papers-ballot-grade", [("name", grade.name.to_string()), ("least", grade.at_least.to_string())])
        }
        Way::Levels => grade.name.to_string().into(),
    });
    let grades: Vec<String> = grades.map(|grade| grade.replace(' ', "")).collect();
    let how = ZH.tf("papers-ballot-sheet-how", [("basis", of.basis.to_string()), ("grades", grades.join("、"))]);
    let blocks = vec![Block::text(how), rows(&columns, units), Block::text(t("papers-ballot-signed"))];
    paper(of, "papers-ballot-sheet-title", Layout::Ledger, blocks)
}

/// The sheet of the tellers: totals for each unit, which are then entered.
pub(crate) fn totals(of: &Evaluation, units: &[String]) -> Paper {
    let columns = [
        ("papers-column-place", 12),
        ("papers-ballot-unit", 44),
        ("papers-ballot-handed-out", 20),
        ("supervision-field-ballots", 20),
        ("supervision-field-satisfied", 20),
        ("supervision-field-basically", 20),
        ("supervision-field-dissatisfied", 20),
        ("supervision-field-invalid", 24),
    ];
    let blocks = vec![empty(&columns, units), Block::text(t("papers-ballot-tellers"))];
    paper(of, "papers-ballot-totals-title", Layout::Ledger, blocks)
}

fn line_of(scheme: &Scheme, line: &supervision_rules::Line) -> String {
    match scheme.way {
        Way::Points => format!(
            "{}（{}）",
            line.name,
            ZH.tf("supervision-line-weight", [("weight", line.weight.to_string())]).replace(' ', "")
        ),
        Way::Levels => line.name.to_string(),
    }
}

fn empty(columns: &[(&str, u16)], units: &[String]) -> Block {
    let heads: Vec<(String, u16)> = columns.iter().map(|(key, width)| (t(key), *width)).collect();
    let heads: Vec<(&str, u16)> = heads.iter().map(|(head, width)| (head.as_str(), *width)).collect();
    rows(&heads, units)
}

/// A row for each unit, the rest of it left to the pen.
fn rows(columns: &[(&str, u16)], units: &[String]) -> Block {
    let row = |(nth, unit): (i64, &String)| {
        let mut cells = vec![nth.to_string(), unit.clone()];
        cells.resize(columns.len(), String::new());
        cells
    };
    Block::list(columns, (1..).zip(units).map(row).collect())
}

fn paper(of: &Evaluation, title: &str, layout: Layout, blocks: Vec<Block>) -> Paper {
    Paper { blocks, ..Paper::new(layout, &format!("{}{}", of.title, t(title))) }
}
