//! 承诺事项台账: what was promised, for when, how far it is, and the second reply (suggestions.md §14).

use kernel::Day;
use kit::paper::{Block, Layout, Paper, written};

use super::ZH;
use crate::{
    pages::{promise_standing, promise_told},
    queries::{PromiseLine, Report},
};

const COLUMNS: [(&str, u16); 10] = [
    ("suggestions-column-place", 10),
    ("papers-field-suggestion", 50),
    ("suggestions-field-unit", 30),
    ("suggestions-promise-words", 52),
    ("papers-field-class-now", 14),
    ("suggestions-promise-due", 26),
    ("suggestions-promise-progress", 56),
    ("papers-field-evidence", 14),
    ("suggestions-second-day", 26),
    ("suggestions-promise-standing", 20),
];

/// The ledger of a congress or of a unit as it stands on a day.
pub(crate) fn ledger(whose: &str, today: Day, rows: &[(PromiseLine, Vec<Report>)]) -> Paper {
    let heads = COLUMNS.map(|(key, width)| (ZH.t(key), width));
    let heads: Vec<(&str, u16)> = heads.iter().map(|(head, width)| (head.as_ref(), *width)).collect();
    let lines = (1..).zip(rows).map(|(place, (line, reports))| row(place, line, reports, today));
    let stand = [("day", written(today)), ("count", rows.len().to_string())];
    Paper {
        number: ZH.tf("papers-ledger-whose", [("body", whose.to_owned())]).into_owned(),
        mark: ZH.tf("papers-ledger-day", stand).into_owned(),
        blocks: vec![Block::list(&heads, lines.collect())],
        ..Paper::new(Layout::Ledger, &ZH.t("papers-ledger-title"))
    }
}

fn row(place: u32, line: &PromiseLine, reports: &[Report], today: Day) -> Vec<String> {
    let said = |text: &Option<String>| text.clone().unwrap_or_default();
    let class = match (&line.class, &line.class_now) {
        (Some(was), Some(now)) if was != now => format!("{was}→{now}"),
        (was, now) => now.clone().or_else(|| was.clone()).unwrap_or_default(),
    };
    let overdue = line.standing == "open" && line.due < today;
    let standing = promise_standing(ZH, &line.standing, overdue).1;
    let over = ZH.t("suggestions-promise-taken-over");
    let files = reports.first().map_or(0, |report| report.files);
    vec![
        place.to_string(),
        format!("{} {}", said(&line.number), line.title),
        said(&line.unit),
        line.words.clone(),
        class,
        line.due.to_string(),
        reports.iter().map(|report| promise_told(ZH, report)).collect::<Vec<_>>().join("\n"),
        if files > 0 {
            ZH.tf("papers-evidence-count", [("count", files.to_string())]).into_owned()
        } else {
            String::new()
        },
        line.answered.map(|at| at.day().to_string()).unwrap_or_default(),
        if line.taken_over { format!("{standing}（{over}）") } else { standing },
    ]
}
