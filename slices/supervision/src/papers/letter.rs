//! 督办通知单: what is wrong, what is demanded and by when, with a sheet for the unit's answer.

use kit::paper::{Annex, Block, Boxes, Close, Imprint, Layout, Paper, points, written};
use supervision_rules::{Letter, LetterAnswer, LetterStage};

use super::ZH;
use crate::queries::Setting;

/// 代表建议催办通知单.
pub(crate) fn title(letter: &Letter) -> String {
    ZH.t(&format!("papers-urging-title-{}", letter.words.kind.word())).into_owned()
}

/// The letter, with a sheet for the answer.
pub(crate) fn letter(letter: &Letter, setting: &Setting, unit: &str) -> Paper {
    let t = |key: &str, values: &[(&str, String)]| ZH.tf(key, values).into_owned();
    let kind = ZH.t(&format!("supervision-letter-kind-{}", letter.words.kind.word())).into_owned();
    let opening = [
        ("session", setting.sitting.clone()),
        ("number", setting.matter.number.clone().unwrap_or_default()),
        ("title", setting.matter.title.clone()),
        ("kind", kind),
    ];
    let again = letter.answers.iter().any(|answer| answer.back.is_some());
    let by = if again { "papers-urging-by-again" } else { "papers-urging-by" };
    let mut blocks = vec![Block::text(t("papers-urging-opening", &opening))];
    let said = [
        ("papers-urging-problem", letter.words.problem.to_string()),
        ("papers-urging-demand", letter.words.demand.to_string()),
        ("papers-urging-due", t(by, &[("day", written(letter.words.due))])),
    ];
    for (head, words) in said {
        blocks.push(Block::heading(1, t(head, &[])));
        blocks.extend(points(&words));
    }
    let (issuer, date) = (setting.issuer.clone(), written(letter.issued.day()));
    let withdrawn = matches!(letter.stage, LetterStage::Withdrawn { .. });
    let sheet = t("papers-urging-sheet", &[]);
    Paper {
        office: issuer.clone(),
        number: letter.number.to_string(),
        mark: if withdrawn { t("supervision-letter-withdrawn", &[]) } else { String::new() },
        to: unit.to_owned(),
        blocks,
        annexes: vec![Annex {
            lines: vec![sheet.clone()],
            title: sheet,
            wide: false,
            blocks: vec![answer(letter, setting, unit)],
        }],
        close: Some(Close { signers: vec![issuer.clone()], date: date.clone() }),
        note: t("papers-urging-leader", &[("leader", letter.words.leader.to_string())]),
        imprint: Some(Imprint { copies: setting.transfers.join("，"), office: issuer, printed: date }),
        ..Paper::new(Layout::Document, &title(letter))
    }
}

/// 反馈单: what the unit answered, or room for it.
fn answer(letter: &Letter, setting: &Setting, unit: &str) -> Block {
    let t = |key: &str| ZH.t(key).into_owned();
    let looked = match &letter.stage {
        LetterStage::Closed { at, note } => format!("{note}（{}）", written(at.day())),
        _ => String::new(),
    };
    let told: Vec<String> = letter.answers.iter().map(answered).collect();
    Boxes::new()
        .pair((&t("papers-urging-number"), letter.number.to_string()), (&t("supervision-field-unit-to"), unit))
        .pair(
            (&t("papers-urging-suggestion"), setting.matter.number.clone().unwrap_or_default()),
            (&t("supervision-field-due"), written(letter.words.due)),
        )
        .line(&t("supervision-field-title"), setting.matter.title.clone())
        .tall(&t("papers-urging-handled"), told.join("\n"), 90)
        .pair((&t("papers-urging-head"), ""), (&t("papers-field-unit-seal"), ""))
        .pair((&t("papers-urging-by-whom"), ""), (&t("papers-urging-phone"), ""))
        .tall(&t("papers-urging-looked"), looked, 30)
        .done()
}

/// 2026年3月12日：已与代表当面沟通。（2026年3月13日退回：请写明期限。）
fn answered(answer: &LetterAnswer) -> String {
    let said = format!("{}：{}", written(answer.at.day()), answer.words);
    match &answer.back {
        Some((at, reason)) => {
            let values = [("day", written(at.day())), ("reason", reason.to_string())];
            format!("{said}\n{}", ZH.tf("papers-urging-back", values))
        }
        None => said,
    }
}
