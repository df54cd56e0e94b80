//! 办理单、督办通知、建议函、提醒函: the paper with which an opinion is handed over, by how it is treated. It names nobody who said it.

use kernel::Day;
use kit::{
    paper::{Block, Close, Layout, Paper, written},
    words::Lang,
};
use opinions_rules::{Stage, Treatment};

use crate::queries::detail::Detail;

/// In which language documents are written.
const ZH: Lang = Lang::Chinese;

/// The paper of an opinion that was given to a body; nothing where it was not.
#[must_use]
pub fn handing_over(d: &Detail, unit: &str, due: Option<Day>) -> Option<Paper> {
    let Stage::Assigned { at, treatment, hard, .. } = &d.kept.opinion.stage else { return None };
    let word = treatment.word();
    let number = ZH.tf("opinions-number", [("year", d.written.year.to_string()), ("n", d.written.n.to_string())]);
    let place = format!("{}{}", d.written.area_name.clone().unwrap_or_default(), d.written.place);
    let holder = d.written.holder.clone().unwrap_or_default();
    let opening = [
        ("number", number.to_string()),
        ("day", written(d.written.received.day())),
        ("place", place),
        ("topic", ZH.t(&format!("opinions-topic-{}", d.written.topic)).into_owned()),
    ];
    let mut blocks = vec![
        Block::text(ZH.tf("opinions-letter-opening", opening)),
        Block::text(d.written.body.clone()),
        Block::text(ZH.t(&format!("opinions-letter-{word}-body"))),
        Block::text(expected(*treatment, *hard, due)),
    ];
    let told = d.steps.iter().rev().find(|step| step.step == "assigned" && !step.words.is_empty());
    if let Some(told) = told {
        blocks.push(Block::text(told.words.clone()));
    }
    let layout = if *treatment == Treatment::Own { Layout::Form } else { Layout::Letter };
    Some(Paper {
        office: holder.clone(),
        number: number.into_owned(),
        to: unit.to_owned(),
        blocks,
        close: Some(Close { signers: vec![holder], date: written(at.day()) }),
        ..Paper::new(layout, &ZH.t(&format!("opinions-letter-{word}-title")))
    })
}

/// What is expected back, and by when.
fn expected(treatment: Treatment, hard: bool, due: Option<Day>) -> String {
    let what = ZH.t(&format!("opinions-expected-{}", treatment.expects().word())).into_owned();
    let due = due.map(written).unwrap_or_default();
    let key = if hard { "opinions-letter-expected-hard" } else { "opinions-letter-expected" };
    ZH.tf(key, [("what", what), ("day", due)]).into_owned()
}
