//! The rows with something to say of them, as a workbook to correct and send again.

use std::collections::HashMap;

use rust_xlsxwriter::{Color, Format, Note, Worksheet, XlsxError};

use super::{Column, ImportId, Ready, Show, StagedRow, each_row, ready};
use crate::{Fault, db::Db, words::Lang};

/// Notes kept in memory until the workbook is written; beyond them the reasons stand in their column alone.
const MOST_NOTES: usize = 20_000;
/// The row's number and the reasons stand before the columns.
const BEFORE: u16 = 2;

/// Makes the report of an import: each row with an error or a warning, its number, its reasons in words, and each cell
/// concerned coloured, with its own reason as a note. Sent back corrected, the two extra columns are passed over.
///
/// # Errors
/// When the database refuses or the workbook cannot be written.
pub async fn report(db: &Db, columns: &[Column], id: ImportId, lang: Lang) -> Result<Ready, Fault> {
    let fault = |error: XlsxError| Fault::caused("a report could not be written", error);
    let mut book = rust_xlsxwriter::Workbook::new();
    let sheet = book.add_worksheet_with_constant_memory().map_err(fault)?;
    head(sheet, columns, lang).map_err(fault)?;
    let look = Look::new();
    let (mut next, mut notes) = (1, 0);
    each_row(db, id, Show::Said, |row| {
        notes = write_row(sheet, next, columns, &row, &look, notes, lang).map_err(fault)?;
        next += 1;
        Ok(())
    })
    .await?;
    ready::ready(book, u64::from(next - 1))
}

struct Look {
    bad: Format,
    warned: Format,
    plain: Format,
    reasons: Format,
}

impl Look {
    fn new() -> Self {
        let text = Format::new().set_num_format("@");
        Self {
            bad: text.clone().set_background_color(Color::RGB(0x00FD_E2E2)),
            warned: text.clone().set_background_color(Color::RGB(0x00FF_F4CE)),
            reasons: text.clone().set_font_color(Color::RGB(0x00B0_1E1E)),
            plain: text,
        }
    }
}

fn head(sheet: &mut Worksheet, columns: &[Column], lang: Lang) -> Result<(), XlsxError> {
    let bold = Format::new().set_bold().set_background_color(Color::RGB(0x00ED_F2F7));
    sheet.set_name(lang.t("sheets-report-name"))?.set_freeze_panes(1, BEFORE)?;
    sheet.set_column_width(0, 8)?.set_column_width(1, 50)?;
    sheet.write_string_with_format(0, 0, lang.t("sheets-report-row"), &bold)?.write_string_with_format(
        0,
        1,
        lang.t("sheets-report-problem"),
        &bold,
    )?;
    for (at, column) in (BEFORE..).zip(columns) {
        sheet.set_column_width(at, 16)?;
        sheet.write_string_with_format(0, at, column.title(lang), &bold)?;
    }
    Ok(())
}

fn write_row(
    sheet: &mut Worksheet,
    at: u32,
    columns: &[Column],
    row: &StagedRow,
    look: &Look,
    mut notes: usize,
    lang: Lang,
) -> Result<usize, XlsxError> {
    let mut by_column: HashMap<&str, (String, bool)> = HashMap::new();
    let mut all = Vec::new();
    for said in &row.said {
        let sentence = said.sentence(lang);
        let (text, warned) = by_column.entry(&said.column).or_insert_with(|| (String::new(), true));
        text.push_str(&sentence);
        *warned &= said.warning;
        let title = columns.iter().find(|column| column.key == said.column).map(|column| column.title(lang));
        all.push(title.map_or_else(|| sentence.clone(), |title| format!("{title}：{sentence}")));
    }
    sheet.write_string_with_format(at, 0, row.line.to_string(), &look.plain)?;
    sheet.write_string_with_format(at, 1, all.join("\n"), &look.reasons)?;
    for ((place, column), text) in (BEFORE..).zip(columns).zip(&row.cells) {
        let said = by_column.get(column.key);
        let format = said.map_or(&look.plain, |(_, warned)| if *warned { &look.warned } else { &look.bad });
        sheet.write_string_with_format(at, place, text, format)?;
        if let Some((sentence, _)) = said.filter(|_| notes < MOST_NOTES) {
            sheet.insert_note(at, place, &Note::new(sentence).set_author("").add_author_prefix(false))?;
            notes += 1;
        }
    }
    Ok(notes)
}
