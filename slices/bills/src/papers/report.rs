//! 议案处理意见报告: to the presidium, with each bill and what is proposed or decided (suggestions.md §14).

use std::collections::BTreeSet;

use kit::paper::{Annex, Block, Close, Layout, Paper, numeral, sitting};

use super::ZH;
use crate::queries::{Report, Reported, Session};

/// The report of a session, with its list as an annex. Its day is the day it is signed.
pub(crate) fn report(congress: &str, session: &Session, report: &Report) -> Paper {
    let t = |key: &str| ZH.t(key).into_owned();
    let sitting = sitting(congress, &session.name);
    let opening = ZH.tf("papers-bill-report-opening", [("session", sitting.clone())]);
    let title = ZH.tf("papers-bill-report-title", [("session", sitting.clone())]);
    let mut paper = Paper {
        to: ZH.t("bills-report-to").trim_end_matches('：').to_owned(),
        blocks: vec![
            Block::text(opening),
            Block::heading(1, t("papers-bill-report-received")),
            Block::text(counted(sitting, report)),
        ],
        close: Some(Close { signers: signers(report), date: t("papers-day-blank") }),
        ..Paper::new(Layout::Form, &title)
    };
    if !report.bills.is_empty() {
        paper.blocks.push(Block::heading(1, t("papers-bill-report-opinions")));
        paper.blocks.extend(disposed(report));
        paper.blocks.push(Block::text(t("papers-bill-report-end")));
        let list = t("papers-bill-list");
        paper.annexes.push(Annex { lines: vec![list.clone()], title: list, wide: true, blocks: vec![table(report)] });
    }
    paper
}

fn counted(sitting: String, report: &Report) -> String {
    let counts = [
        ("session", sitting),
        ("all", report.bills.len().to_string()),
        ("deputies", report.by_deputies.to_string()),
        ("organs", report.by_organs.to_string()),
        ("late", report.late.to_string()),
    ];
    unspaced(&ZH.tf("bills-report-counts", counts))
}

/// How many go which way, a line each; what happened to none is not spoken of.
fn disposed(report: &Report) -> impl Iterator<Item = Block> {
    let said = |key: &str, values: &[(&str, String)]| ZH.tf(key, values).into_owned();
    let ways = report.disposals.iter().filter(|(_, count)| *count > 0).map(move |(word, count)| {
        said("bills-report-disposal", &[("disposal", disposal(word, None)), ("count", count.to_string())])
    });
    let rest = [("bills-report-waiting", report.waiting), ("bills-report-withdrawn", report.withdrawn)];
    let rest = rest.into_iter().filter(|(_, count)| *count > 0);
    let rest = rest.map(move |(key, count)| said(key, &[("count", count.to_string())]));
    (1..).zip(ways.chain(rest)).map(|(nth, line)| Block::text(format!("（{}）{}。", numeral(nth), unspaced(&line))))
}

/// Documents put no space between figures and words.
fn unspaced(line: &str) -> String {
    line.replace(' ', "")
}

/// The committees that examined the bills.
fn signers(report: &Report) -> Vec<String> {
    let found: BTreeSet<&String> = report.bills.iter().filter_map(|bill| bill.review_by.as_ref()).collect();
    if found.is_empty() { vec![ZH.t("bills-committee").into_owned()] } else { found.into_iter().cloned().collect() }
}

fn table(report: &Report) -> Block {
    let columns = [
        ("bills-field-number", 24),
        ("bills-field-title", 54),
        ("bills-field-filer", 30),
        ("bills-column-late", 12),
        ("bills-column-committee", 28),
        ("bills-column-opinion", 34),
        ("bills-column-reason", 40),
        ("bills-column-decision", 34),
    ];
    let heads: Vec<(String, u16)> = columns.iter().map(|(key, width)| (ZH.t(key).into_owned(), *width)).collect();
    let heads: Vec<(&str, u16)> = heads.iter().map(|(head, width)| (head.as_str(), *width)).collect();
    Block::list(&heads, report.bills.iter().map(row).collect())
}

fn row(bill: &Reported) -> Vec<String> {
    let said = |word: &Option<String>, to: &Option<String>| {
        word.as_deref().map(|word| disposal(word, to.as_deref())).unwrap_or_default()
    };
    let lead = || {
        let values = [("name", bill.lead.clone().unwrap_or_default()), ("count", (bill.seconds + 1).to_string())];
        unspaced(&ZH.tf("bills-lead-and-others", values))
    };
    let withdrawn = bill.stage == "withdrawn";
    vec![
        bill.number.clone().unwrap_or_default(),
        bill.title.clone(),
        bill.organ.clone().unwrap_or_else(lead),
        if bill.late { ZH.t("papers-yes").into_owned() } else { String::new() },
        bill.review_by.clone().unwrap_or_default(),
        said(&bill.proposal, &bill.proposed_to),
        [bill.reason.clone().unwrap_or_default(), voices(bill)].concat(),
        if withdrawn { ZH.t("bills-stage-withdrawn").into_owned() } else { said(&bill.decision, &bill.refer_to) },
    ]
}

/// What those who signed say to its becoming a suggestion, in brackets behind the reason.
fn voices(bill: &Reported) -> String {
    let said = bill.voices().map(|voices| unspaced(&ZH.tf("bills-report-voices", voices)));
    said.map(|said| format!("（{said}）")).unwrap_or_default()
}

fn disposal(word: &str, to: Option<&str>) -> String {
    match to {
        Some(to) => ZH.tf("bills-disposal-refer-to", [("to", to.to_owned())]).into_owned(),
        None => ZH.t(&format!("bills-disposal-{word}")).into_owned(),
    }
}
