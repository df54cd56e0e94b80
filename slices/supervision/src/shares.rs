//! Shares as people read them, and the numbers of the first sentence of a report.

use kit::words;

use crate::queries::statistics::Sums;

/// 86.5 of a hundred, to the nearest with halves up, as the rates of suggestions are; a dash where there is nothing.
pub(crate) fn percent(part: i64, whole: i64) -> String {
    share((2 * part * 1_000 + whole).checked_div(2 * whole).and_then(|share| u64::try_from(share).ok()))
}

/// Thousandths as percent; a dash where there are none.
pub(crate) fn share(thousandths: Option<u64>) -> String {
    thousandths.map_or_else(|| "—".to_owned(), words::percent)
}

/// What `supervision-report-counts` is told with.
pub(crate) fn counts(sums: &Sums) -> Vec<(&'static str, String)> {
    let tally = sums.tally();
    vec![
        ("total", sums.total().to_string()),
        ("replied", sums.replied().to_string()),
        ("replied_rate", percent(sums.replied(), sums.total())),
        ("late", sums.of("timely", "late").to_string()),
        ("overdue", sums.overdue().to_string()),
        ("contacted", sums.contacted().to_string()),
        ("contacted_rate", percent(sums.contacted(), sums.contactable())),
        ("met", sums.met().to_string()),
        ("met_rate", percent(sums.met(), sums.contactable())),
        ("asked", tally.all().to_string()),
        ("judged", tally.answered().to_string()),
        ("judged_rate", share(tally.response())),
        ("satisfied_rate", share(tally.satisfaction())),
    ]
}
