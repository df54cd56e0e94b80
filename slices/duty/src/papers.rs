//! 值班表: the schedule of a station for a month, in Chinese whatever the page's language is.

use kernel::Day;
use kit::{
    paper::{Block, Column, Layout, Paper},
    words::Lang,
};

use crate::queries::turns::Turn;

/// In which language documents are written.
const ZH: Lang = Lang::Chinese;

/// The schedule: published turns alone.
pub fn schedule(station: &str, place: &str, month: Day, turns: &[Turn]) -> Paper {
    let (year, number, _) = month.parts();
    let column = |key: &str, width| Column { title: ZH.t(key).into_owned(), width };
    let columns = vec![
        column("duty-field-day", 3),
        column("duty-field-weekday", 2),
        column("duty-field-hours", 3),
        column("duty-field-deputies", 6),
        column("duty-paper-note", 2),
    ];
    let row = |turn: &Turn| {
        let weekday = ZH.t(&format!("duty-weekday-{}", turn.line.day.weekday())).into_owned();
        vec![turn.line.day.to_string(), weekday, turn.hours(), turn.names(), String::new()]
    };
    let rows = turns.iter().filter(|turn| !turn.draft()).map(row).collect();
    let values = [("station", station.to_owned()), ("year", year.to_string()), ("month", number.to_string())];
    let place = ZH.tf("duty-paper-place", [("place", place.to_owned())]).into_owned();
    Paper {
        blocks: vec![Block::Line { text: place }, Block::List { columns, rows }],
        ..Paper::new(Layout::Form, &ZH.tf("duty-paper-title", values))
    }
}
