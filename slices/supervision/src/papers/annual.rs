//! 办理情况报告: the numbers of a session or a year, key suggestions, examples, problems, the plan, and the list of all (suggestions.md §11.9, §14).

use kernel::Day;
use kit::paper::{Annex, Block, Close, Layout, Paper, numeral, points, sitting, written};
use suggestions_rules::Tally;
use supervision_rules::AnnualWords;

use super::ZH;
use crate::{
    queries::{
        KeyLine,
        annual::AnnualLine,
        statistics::{Summed, Sums},
    },
    shares::{counts, percent, share},
};

/// A dimension of the report: the key of its title, and each line with how many.
pub(crate) type Counted = (&'static str, Vec<(String, i64)>);

/// What a report tells.
pub(crate) struct Annual {
    /// 桃源县人民代表大会.
    pub name: String,
    /// The session, or the year where the levels below are summed.
    pub scope: String,
    /// Whether the levels below are summed.
    pub below: bool,
    /// Who reports.
    pub issuer: String,
    /// The day as of which the figures stand.
    pub today: Day,
    /// The sums.
    pub sums: Sums,
    /// Those of the session or the year before, with its name.
    pub before: Option<(String, Sums)>,
    /// By each dimension.
    pub counted: Vec<Counted>,
    /// The units, or the congresses one rung below.
    pub bodies: Vec<Summed>,
    /// Of the own congress: what is told beside the sums.
    pub own: Option<Own>,
}

/// What stands beside the sums of the own congress.
pub(crate) struct Own {
    /// Key suggestions with the words of their stage.
    pub keys: Vec<(KeyLine, String)>,
    /// Cases somebody is dissatisfied with.
    pub cases: Option<i64>,
    /// What the office wrote.
    pub words: AnnualWords,
    /// Every suggestion; the words of its category stand in place of the code.
    pub lines: Vec<AnnualLine>,
    /// Whether they are listed, for who may see them all.
    pub listed: bool,
}

fn t(key: &str) -> String {
    ZH.t(key).into_owned()
}

/// Documents put no space between figures and words.
fn said(key: &str, values: &[(&str, String)]) -> String {
    ZH.tf(key, values).replace(' ', "")
}

/// The report as the figures stand on its day.
pub(crate) fn annual(of: &Annual) -> Paper {
    let mut sections = vec![("papers-annual-whole", whole(of))];
    sections.push((if of.below { "papers-annual-congresses" } else { "papers-annual-units" }, vec![bodies(of)]));
    let mut annexes = Vec::new();
    if let Some(own) = &of.own {
        sections.push(("papers-annual-keys", keys(own)));
        sections.push(("papers-annual-examples", examples(own)));
        sections
            .push(("papers-annual-problems", written_by_office(own.words.problems.as_ref().map(|text| text.as_str()))));
        sections.push(("papers-annual-plan", written_by_office(own.words.plan.as_ref().map(|text| text.as_str()))));
        annexes.extend(list(own));
    }
    let mut blocks = Vec::new();
    for (nth, (head, section)) in (1..).zip(sections) {
        blocks.push(Block::heading(1, format!("{}、{}", numeral(nth), t(head))));
        blocks.extend(section);
    }
    let title = if of.below {
        said("papers-annual-title-below", &[("name", of.name.clone()), ("year", of.scope.clone())])
    } else {
        said("papers-annual-title", &[("session", sitting(&of.name, &of.scope))])
    };
    Paper {
        blocks,
        annexes,
        close: Some(Close { signers: vec![of.issuer.clone()], date: written(of.today) }),
        ..Paper::new(Layout::Form, &title)
    }
}

fn whole(of: &Annual) -> Vec<Block> {
    let as_of = said("papers-annual-as-of", &[("day", written(of.today))]);
    let mut blocks = vec![Block::text(format!("{as_of}{}", said("supervision-report-counts", &counts(&of.sums))))];
    blocks.extend(of.before.as_ref().map(|before| Block::text(compared(&of.sums, before))));
    blocks.push(Block::text(t("supervision-rates-meaning")));
    for (title, lines) in of.counted.iter().filter(|(_, lines)| lines.iter().any(|(_, n)| *n != 0)) {
        let all: i64 = lines.iter().map(|(_, n)| n).sum();
        let row = |(words, n): &(String, i64)| vec![words.clone(), n.to_string(), percent(*n, all)];
        blocks.push(Block::text(format!("{}：", t(title))));
        blocks.push(table(
            &[("supervision-field-kind-of", 90), ("supervision-field-count", 33), ("supervision-field-share", 33)],
            lines.iter().filter(|(_, n)| *n != 0).map(row).collect(),
        ));
    }
    blocks
}

/// 同比: how many more, and how the rates moved.
fn compared(now: &Sums, (scope, before): &(String, Sums)) -> String {
    let more = now.total() - before.total();
    let count = [("count", more.abs().to_string())];
    let change = match more {
        0 => t("papers-annual-same"),
        1.. => said("papers-annual-more", &count),
        _ => said("papers-annual-fewer", &count),
    };
    let rate = |of: fn(Tally) -> Option<u64>| (share(of(before.tally())), share(of(now.tally())));
    let (satisfied, response) = (rate(Tally::satisfaction), rate(Tally::response));
    let values = [
        ("scope", scope.clone()),
        ("before", before.total().to_string()),
        ("change", change),
        ("satisfied_before", satisfied.0),
        ("satisfied", satisfied.1),
        ("response_before", response.0),
        ("response", response.1),
    ];
    said("papers-annual-compared", &values)
}

fn table(columns: &[(&str, u16)], rows: Vec<Vec<String>>) -> Block {
    let heads: Vec<(String, u16)> = columns.iter().map(|(key, width)| (t(key), *width)).collect();
    let heads: Vec<(&str, u16)> = heads.iter().map(|(head, width)| (head.as_str(), *width)).collect();
    Block::list(&heads, rows)
}

fn bodies(of: &Annual) -> Block {
    let rates = |sums: &Sums| [share(sums.tally().satisfaction()), share(sums.tally().response())];
    if of.below {
        let row = |body: &Summed| {
            let sums = &body.sums;
            let figures = [
                sums.total().to_string(),
                percent(sums.replied(), sums.total()),
                percent(sums.late(), sums.answerable()),
            ];
            std::iter::once(body.name.clone()).chain(figures).chain(rates(sums)).collect()
        };
        let columns = [
            ("supervision-field-congress", 56),
            ("supervision-field-count", 20),
            ("supervision-figure-replied", 20),
            ("supervision-figure-late", 20),
            ("supervision-figure-satisfied", 20),
            ("supervision-figure-judged", 20),
        ];
        return table(&columns, of.bodies.iter().map(row).collect());
    }
    let row = |body: &Summed| {
        let n = |dimension, word| body.sums.of(dimension, word).to_string();
        let figures = [
            n("role", "lead"),
            n("role", "co"),
            n("timely", "in-time"),
            n("timely", "late"),
            body.sums.overdue().to_string(),
        ];
        std::iter::once(body.name.clone()).chain(figures).chain(rates(&body.sums)).collect()
    };
    let columns = [
        ("supervision-field-unit-to", 46),
        ("supervision-field-lead-parts", 16),
        ("supervision-field-co-parts", 14),
        ("supervision-timely-in-time", 16),
        ("supervision-timely-late", 16),
        ("supervision-timely-overdue", 16),
        ("supervision-figure-satisfied", 16),
        ("supervision-figure-judged", 16),
    ];
    table(&columns, of.bodies.iter().map(row).collect())
}

fn keys(own: &Own) -> Vec<Block> {
    let open = own.cases.map(|cases| said("supervision-report-open-cases", &[("count", cases.to_string())]));
    let open = open.map(|open| Block::text(format!("{}{open}", t("papers-annual-cases"))));
    if own.keys.is_empty() {
        return std::iter::once(Block::text(t("supervision-report-no-keys"))).chain(open).collect();
    }
    let row = |(key, stage): &(KeyLine, String)| {
        let unit = key.unit.clone().unwrap_or_default();
        vec![key.number.clone().unwrap_or_default(), key.title.clone(), key.leader.clone(), unit, stage.clone()]
    };
    let columns = [
        ("supervision-field-number", 22),
        ("supervision-field-title", 54),
        ("supervision-field-leader", 24),
        ("supervision-field-unit", 32),
        ("supervision-field-stage", 24),
    ];
    std::iter::once(table(&columns, own.keys.iter().map(row).collect())).chain(open).collect()
}

/// Each with what became of it: 第12号建议《…》（县交通运输局承办，已经解决，满意）：….
fn examples(own: &Own) -> Vec<Block> {
    if own.words.examples.is_empty() {
        return written_by_office(None);
    }
    let told = |(nth, example): (i64, &supervision_rules::Example)| {
        let line = own.lines.iter().find(|line| line.id == example.suggestion)?;
        let values = [
            ("number", line.number.clone()),
            ("title", line.title.clone()),
            ("unit", line.unit.clone().unwrap_or_default()),
            ("class", word("class", &line.class)),
            ("outcome", word("outcome", &line.outcome)),
            ("words", example.words.to_string()),
        ];
        Some(Block::text(format!("（{}）{}", numeral(nth), ZH.tf("papers-annual-example", values))))
    };
    (1..).zip(&own.words.examples).filter_map(told).collect()
}

fn word(key: &str, word: &str) -> String {
    t(&format!("supervision-{key}-{}", if word.is_empty() { "none" } else { word }))
}

fn written_by_office(words: Option<&str>) -> Vec<Block> {
    words.map_or_else(|| vec![Block::text(t("papers-annual-blank"))], points)
}

fn list(own: &Own) -> Option<Annex> {
    if own.lines.is_empty() || !own.listed {
        return None;
    }
    let row = |(nth, line): (i64, &AnnualLine)| {
        vec![
            nth.to_string(),
            line.number.clone(),
            line.title.clone(),
            line.unit.clone().unwrap_or_default(),
            line.category.clone(),
            word("class", &line.class),
            word("outcome", &line.outcome),
            word("timely", &line.timely),
        ]
    };
    let columns = [
        ("papers-column-place", 12),
        ("supervision-field-number", 22),
        ("supervision-field-title", 76),
        ("supervision-field-unit-to", 40),
        ("supervision-field-category", 24),
        ("supervision-field-class", 24),
        ("supervision-field-outcome", 24),
        ("supervision-field-timely", 24),
    ];
    let title = t("papers-annual-list");
    let blocks = vec![table(&columns, (1..).zip(&own.lines).map(row).collect())];
    Some(Annex { lines: vec![title.clone()], title, wide: true, blocks })
}
