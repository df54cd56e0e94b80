//! The empty table to fill: titles, one example row, and a second sheet that says how.

use rust_xlsxwriter::{Color, Format, Note, Workbook, XlsxError};

use super::{Column, Ready, ready};
use crate::{Fault, words::Lang};

/// Rows set as text below the titles, so that phones and codes typed there keep their zeros.
const PREPARED: u32 = 5_000;

/// Makes the template of these columns. The example row may stay: it is passed over when the file comes back.
///
/// # Errors
/// When the workbook cannot be written.
pub fn template(columns: &[Column], lang: Lang) -> Result<Ready, Fault> {
    let book = build(columns, lang).map_err(|error| Fault::caused("a template could not be written", error))?;
    ready::ready(book, 1)
}

fn build(columns: &[Column], lang: Lang) -> Result<Workbook, XlsxError> {
    let head = Format::new().set_bold().set_background_color(Color::RGB(0x00ED_F2F7)).set_text_wrap();
    let must = head.clone().set_font_color(Color::RGB(0x00B0_1E1E));
    let example = Format::new().set_italic().set_font_color(Color::RGB(0x006B_7280)).set_num_format("@");
    let text = Format::new().set_num_format("@");
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    sheet.set_name(lang.t("sheets-template-fill"))?.set_freeze_panes(1, 0)?;
    for (at, column) in (0u16..).zip(columns) {
        let width = u32::try_from(column.title(lang).chars().count() * 2 + 6).unwrap_or(40).clamp(12, 40);
        sheet.set_column_width(at, width)?;
        if column.digits {
            sheet.set_column_format(at, &text)?;
        }
        let title = if column.required { format!("{}*", column.title(lang)) } else { column.title(lang).to_owned() };
        sheet.write_string_with_format(0, at, title, if column.required { &must } else { &head })?;
        if !column.hint.is_empty() {
            sheet.insert_note(0, at, &Note::new(lang.t(column.hint)).set_author("").add_author_prefix(false))?;
        }
        sheet.write_string_with_format(1, at, column.example, &example)?;
        for row in 2..PREPARED * u32::from(column.digits) {
            sheet.write_blank(row, at, &text)?;
        }
    }
    explain(&mut book, columns, lang, &head)?;
    Ok(book)
}

fn explain(book: &mut Workbook, columns: &[Column], lang: Lang, head: &Format) -> Result<(), XlsxError> {
    let wrap = Format::new().set_text_wrap();
    let sheet = book.add_worksheet();
    sheet.set_name(lang.t("sheets-template-how"))?.set_column_width(0, 20)?.set_column_width(1, 24)?;
    sheet.set_column_width(2, 12)?.set_column_width(3, 24)?.set_column_width(4, 60)?;
    for (at, title) in (0u16..).zip(TITLES) {
        sheet.write_string_with_format(0, at, lang.t(title), head)?;
    }
    for (row, column) in (1u32..).zip(columns) {
        let required = lang.t(if column.required { "sheets-template-yes" } else { "sheets-template-no" });
        sheet.write_string(row, 0, column.zh)?.write_string(row, 1, column.en)?.write_string(row, 2, required)?;
        sheet.write_string(row, 3, column.example)?;
        if !column.hint.is_empty() {
            sheet.write_string_with_format(row, 4, lang.t(column.hint), &wrap)?;
        }
    }
    Ok(())
}

const TITLES: [&str; 5] = [
    "sheets-template-column",
    "sheets-template-english",
    "sheets-template-required",
    "sheets-template-example",
    "sheets-template-hint",
];
