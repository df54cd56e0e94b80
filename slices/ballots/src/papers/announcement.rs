//! The result as the chair reads it out.

use ballots_rules::paper::Round;
use kit::paper::{Block, Close, Layout, Paper, written};

use super::{
    ZH,
    report::{sealed, table},
};
use crate::{
    queries::Around,
    result::tell,
    store::{Item, Published},
};

/// The announcement.
pub(crate) fn announcement(item: &Item, round: &Round, result: &Published, around: &Around) -> Paper {
    let told = tell(round, result, ZH);
    let figures = &result.figures;
    let opening = [
        ("day", written(item.day)),
        ("meeting", item.meeting.to_string()),
        ("title", item.title.to_string()),
        ("members", figures.members.to_string()),
        ("present", figures.present.to_string()),
        ("issued", figures.issued.to_string()),
        ("returned", figures.total.returned.to_string()),
        ("valid", figures.total.valid.to_string()),
        ("invalid", figures.total.invalid.to_string()),
    ];
    let mut blocks = vec![Block::text(ZH.tf("ballots-paper-opening", opening))];
    if !told.void {
        blocks.push(table(&told));
    }
    blocks.push(Block::text(told.headline));
    blocks.extend(around.sealed.as_ref().map(sealed));
    if let Some((when, reason)) = &result.corrected {
        let values = [("day", written(when.day())), ("reason", reason.to_string())];
        blocks.push(Block::text(ZH.tf("ballots-paper-corrected", values)));
    }
    if result.edition > 1 {
        blocks.push(Block::text(ZH.t("ballots-paper-later")));
    }
    let day = result.announced.unwrap_or(result.reported).day();
    Paper {
        blocks,
        close: Some(Close { signers: vec![around.congress.clone()], date: written(day) }),
        ..Paper::new(Layout::Form, &ZH.tf("ballots-paper-title", [("title", item.title.to_string())]))
    }
}
