//! Two clerks changed one scheme: both are shown line by line, and what was typed can be kept all the same.

use kit::{
    Fault, View,
    web::{Compared, Form, Stale},
};
use supervision_rules::{Grade, Line, MOST_LINES, Scheme, Way};

use super::evaluations::GRADES;
use crate::desk::evaluation::scheme_version;

/// What the page says that shows both; the form goes where it went, with the version that stands now.
///
/// # Errors
/// When a scheme cannot be written down.
pub fn compared(v: &View, form: &Form, (mine, stands): (&Scheme, &Scheme), action: &str) -> Result<Stale, Fault> {
    let version = scheme_version(stands)?;
    let rows = told(v, mine).into_iter().zip(told(v, stands));
    let rows = rows.filter(|((_, mine), (_, stands))| mine != stands);
    let one = |((label, yours), (_, stands))| Compared { name: "scheme", label, yours, stands };
    let fields = rows.map(one).collect();
    let typed = form.pairs().filter(|(name, _)| *name != "version");
    let typed = typed.map(|(name, value)| (name.to_owned(), value.to_owned()));
    let hidden = typed.chain([("version".to_owned(), version.to_string())]).collect();
    Ok(Stale { fields, version, action: action.to_owned(), hidden, back: action.to_owned() })
}

/// A scheme told in as many rows as the form has: the key of each label, and what stands there.
fn told(v: &View, scheme: &Scheme) -> Vec<(&'static str, String)> {
    let way = if scheme.way == Way::Points { "supervision-way-points" } else { "supervision-way-levels" };
    let mut rows = vec![("supervision-field-way", v.t(way).into_owned())];
    let line = |at: usize| scheme.lines.get(at).map(|line| line_of(v, line)).unwrap_or_default();
    rows.extend((0..MOST_LINES).map(|at| ("supervision-field-line", line(at))));
    let grade = |Grade { name, at_least }: &Grade| format!("{name} ≥ {at_least}");
    let grade = |at: usize| scheme.grades.get(at).map(grade).unwrap_or_default();
    rows.extend((0..GRADES).map(|at| ("supervision-field-grade", grade(at))));
    rows.extend([
        ("supervision-field-basically-worth", scheme.basically.to_string()),
        ("supervision-field-goods", scheme.goods.to_string()),
        ("supervision-field-fewest", scheme.fewest_scores.to_string()),
        ("supervision-field-appeal-days", scheme.appeal_days.to_string()),
    ]);
    rows
}

/// 按时签收 · 签收率 · 分值 40.
fn line_of(v: &View, line: &Line) -> String {
    let measure = v.t(&format!("supervision-measure-{}", line.measure.word())).into_owned();
    let numbers = [
        ("supervision-field-weight", Some(line.weight).filter(|weight| *weight > 0)),
        ("supervision-field-good", line.good),
        ("supervision-field-pass", line.pass),
    ];
    let said = numbers.into_iter().filter_map(|(label, number)| Some(format!("{} {}", v.t(label), number?)));
    [line.name.to_string(), measure].into_iter().chain(said).collect::<Vec<_>>().join(" · ")
}
