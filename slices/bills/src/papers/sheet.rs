//! 议案原件: title, grounds, proposal, and everybody who signs (suggestions.md §14).

use bills_rules::Filer;
use kit::paper::{Boxes, Layout, Paper};

use super::ZH;
use crate::queries::{Detail, Setting};

pub fn paper(d: &Detail, setting: &Setting) -> Paper {
    let t = |key: &str| ZH.t(key).into_owned();
    let bill = &d.bill;
    let filer = match &bill.filer {
        Filer::Deputies { lead, .. } => setting.named(d.person(*lead), *lead),
        Filer::Organ { name, .. } => name.to_string(),
    };
    let signers = bill.signers().into_iter().skip(1).map(|person| setting.named(d.person(person), person));
    let signers: Vec<String> = signers.collect();
    let filed = bill.stage.submission().map(|submission| submission.at.to_string()).unwrap_or_default();
    let late = if bill.late() { t("papers-yes") } else { t("papers-no") };
    let boxes = Boxes::new()
        .line(&t("papers-field-session"), setting.sitting.clone())
        .line(&t("bills-field-title"), bill.sheet.title.clone())
        .pair((&t("bills-field-filer"), filer), (&t("bills-column-signers"), bill.signers().len().to_string()))
        .line(&t("bills-signers"), signers.join("、"))
        .pair((&t("bills-field-filed"), filed), (&t("papers-field-late"), late))
        .tall(&t("bills-field-grounds"), bill.sheet.grounds.clone(), 36)
        .tall(&t("bills-field-proposal"), bill.sheet.proposal.clone(), 45);
    let files: Vec<&str> = d.files.iter().map(|file| file.name.as_str()).collect();
    let boxes = if files.is_empty() { boxes } else { boxes.line(&t("bills-attachments"), files.join("；")) };
    let boxes = boxes.tall(&t("bills-field-signature"), "", 18);
    let number =
        bill.stage.number().map(|number| ZH.tf("papers-number", [("number", number.to_string())]).into_owned());
    let title = format!("{}\n{}", d.congress, t("papers-bill-title"));
    Paper { mark: number.unwrap_or_default(), blocks: vec![boxes.done()], ..Paper::new(Layout::Form, &title) }
}
