//! 重点建议督办方案 and 督办报告: who follows it, the plan, and what was done, seen and achieved.

use kernel::Day;
use kit::paper::{Block, Close, Layout, Paper, points, written};
use supervision_rules::{Key, KeyStage, Report, Step, Visit};

use super::ZH;
use crate::queries::Setting;

/// 督办方案, of the day on which the suggestion was set.
pub(crate) fn plan(key: &Key, setting: &Setting, units: &[(String, String)]) -> Paper {
    let mut blocks = vec![opening(key, setting, "papers-key-plan-opening")];
    blocks.push(head("papers-key-who"));
    blocks.extend(followed(key, units));
    blocks.push(head("papers-key-steps"));
    blocks.push(steps(key, |_| String::new()));
    paper(key, setting, ("papers-key-plan-title", key.marked.day()), blocks)
}

/// 督办报告 as the file stands on a day; of the day on which it ended, where it has.
pub(crate) fn report(key: &Key, setting: &Setting, units: &[(String, String)], today: Day) -> Paper {
    let day = match &key.stage {
        KeyStage::Running => today,
        KeyStage::Concluded { at, .. } | KeyStage::Lifted { at, .. } => at.day(),
    };
    let mut blocks = vec![opening(key, setting, "papers-key-report-opening")];
    blocks.push(head("papers-key-who"));
    blocks.extend(followed(key, units));
    blocks.push(head("papers-key-done"));
    let done = |step: &Step| step.done.as_ref().map(|(at, note)| format!("{}：{note}", at.day())).unwrap_or_default();
    blocks.push(steps(key, done));
    blocks.extend(key.visits.iter().flat_map(visited));
    blocks.push(head("papers-key-progress"));
    blocks.extend(key.reports.iter().flat_map(reported));
    if key.reports.is_empty() {
        blocks.push(Block::text(ZH.t("papers-key-no-report")));
    }
    for policy in &key.policies {
        let values = [("name", policy.name.to_string()), ("day", written(policy.day))];
        blocks.push(Block::text(ZH.tf("papers-key-policy", values)));
    }
    blocks.push(head("papers-key-result"));
    match &key.stage {
        KeyStage::Running => blocks.push(Block::text(ZH.tf("papers-key-running", [("day", written(today))]))),
        KeyStage::Concluded { result, .. } => blocks.extend(points(result.as_str())),
        KeyStage::Lifted { reason, .. } => {
            blocks.push(Block::text(ZH.tf("papers-key-lifted", [("reason", reason.to_string())])));
        }
    }
    paper(key, setting, ("papers-key-report-title", day), blocks)
}

fn paper(key: &Key, setting: &Setting, (title, day): (&str, Day), blocks: Vec<Block>) -> Paper {
    let lifted = matches!(key.stage, KeyStage::Lifted { .. });
    Paper {
        mark: if lifted { ZH.t("supervision-key-lifted").into_owned() } else { String::new() },
        blocks,
        close: Some(Close { signers: vec![setting.issuer.clone()], date: written(day) }),
        ..Paper::new(Layout::Form, &ZH.t(title))
    }
}

fn head(key: &str) -> Block {
    Block::heading(1, ZH.t(key))
}

fn opening(key: &Key, setting: &Setting, words: &str) -> Block {
    let values = [
        ("session", setting.sitting.clone()),
        ("number", setting.matter.number.clone().unwrap_or_default()),
        ("title", setting.matter.title.clone()),
        ("basis", key.terms.basis.to_string()),
    ];
    Block::text(ZH.tf(words, values))
}

fn followed(key: &Key, units: &[(String, String)]) -> Vec<Block> {
    let fact = |name: &str, said: String| Block::text(format!("{}：{said}", ZH.t(name)));
    let units: Vec<String> = units.iter().map(|(unit, role)| format!("{unit}（{role}）")).collect();
    let units = if units.is_empty() { ZH.t("supervision-units-none").into_owned() } else { units.join("、") };
    vec![
        fact("supervision-field-leader", key.terms.leader.to_string()),
        fact("supervision-field-committee", key.terms.committee.to_string()),
        fact("supervision-field-units", units),
    ]
}

fn steps(key: &Key, note: impl Fn(&Step) -> String) -> Block {
    let heads = ["papers-column-place", "papers-key-step", "papers-key-by", "papers-key-note"].map(|head| ZH.t(head));
    let widths = [10, 66, 28, 52];
    let columns: Vec<(&str, u16)> = heads.iter().map(AsRef::as_ref).zip(widths).collect();
    let row =
        |(place, step): (u32, &Step)| vec![place.to_string(), step.what.to_string(), step.by.to_string(), note(step)];
    Block::list(&columns, (1..).zip(&key.steps).map(row).collect())
}

fn visited(visit: &Visit) -> Vec<Block> {
    let values =
        [("day", written(visit.day)), ("place", visit.place.to_string()), ("people", visit.people.to_string())];
    std::iter::once(Block::text(ZH.tf("papers-key-visit", values))).chain(points(visit.minutes.as_str())).collect()
}

fn reported(report: &Report) -> Vec<Block> {
    let kind = ZH.t(&format!("supervision-report-{}", report.kind.word()));
    let head = format!("{kind}（{}）", written(report.at.day()));
    std::iter::once(Block::text(head)).chain(points(report.words.as_str())).collect()
}
