//! The workbook of an export: constant memory, as many sheets as it takes, a last one with the count.

use std::io::BufWriter;

use kernel::Day;
use rust_xlsxwriter::{Color, Format, FormatBorder, Workbook, Worksheet, XlsxError};
use tempfile::NamedTempFile;

use super::export::{Cell, count_line};
use crate::{Fault, words::Lang};

/// Rows of a sheet, its titles included: what the file format can hold.
pub(super) const SHEET_ROWS: u32 = 1_048_576;
/// Characters of a cell that the file format can hold.
const CELL_CHARS: usize = 32_767;

pub(super) struct Book {
    workbook: Workbook,
    head: Format,
    day: Format,
    /// The row of the present sheet that is written next.
    next: u32,
    sheets: usize,
    long: u64,
    lang: Lang,
    most: u32,
}

impl Book {
    pub(super) fn new(most: u32, lang: Lang) -> Self {
        let head = Format::new().set_bold().set_background_color(Color::RGB(0x00ED_F2F7));
        let head = head.set_border_bottom(FormatBorder::Thin).set_text_wrap();
        let day = Format::new().set_num_format("yyyy-mm-dd");
        Self { workbook: Workbook::new(), head, day, next: 0, sheets: 0, long: 0, lang, most }
    }

    pub(super) fn sheet(&mut self, titles: &[String]) -> Result<(), Fault> {
        self.sheets += 1;
        let sheet = self.workbook.add_worksheet_with_constant_memory().map_err(xlsx_fault)?;
        sheet
            .set_name(self.lang.tf("sheets-export-sheet", &[("number", self.sheets.to_string())]))
            .map_err(xlsx_fault)?;
        sheet.set_freeze_panes(1, 0).map_err(xlsx_fault)?;
        for (column, title) in (0u16..).zip(titles) {
            let width = u32::try_from(title.chars().count() * 2 + 4).unwrap_or(60).clamp(10, 60);
            sheet.set_column_width(column, width).map_err(xlsx_fault)?;
            sheet.write_string_with_format(0, column, title, &self.head).map_err(xlsx_fault)?;
        }
        self.next = 1;
        Ok(())
    }

    pub(super) fn row(&mut self, titles: &[String], cells: &[Cell]) -> Result<(), Fault> {
        if self.next >= self.most {
            self.sheet(titles)?;
        }
        let row = self.next;
        self.next += 1;
        let last = self.sheets - 1;
        let sheet = self.workbook.worksheet_from_index(last).map_err(xlsx_fault)?;
        for (column, cell) in (0u16..).zip(cells) {
            self.long += write(sheet, row, column, cell, &self.day).map_err(xlsx_fault)?;
        }
        Ok(())
    }

    pub(super) fn finish(mut self: Box<Self>, rows: u64) -> Result<NamedTempFile, Fault> {
        let sheet = self.workbook.add_worksheet_with_constant_memory().map_err(xlsx_fault)?;
        sheet.set_name(self.lang.t("sheets-export-about")).map_err(xlsx_fault)?;
        sheet.set_column_width(0, 60).map_err(xlsx_fault)?;
        sheet.write_string(0, 0, count_line(self.lang, rows)).map_err(xlsx_fault)?;
        if self.sheets > 1 {
            let text = self.lang.tf("sheets-export-sheets", &[("count", self.sheets.to_string())]);
            sheet.write_string(1, 0, text).map_err(xlsx_fault)?;
        }
        if self.long > 0 {
            let text = self.lang.tf("sheets-export-long", &[("count", self.long.to_string())]);
            sheet.write_string(2, 0, text).map_err(xlsx_fault)?;
        }
        save(self.workbook)
    }
}

pub(super) fn save(mut workbook: Workbook) -> Result<NamedTempFile, Fault> {
    let mut file = NamedTempFile::new()?;
    workbook.save_to_writer(BufWriter::new(file.as_file_mut())).map_err(xlsx_fault)?;
    Ok(file)
}

/// Writes a cell; texts always as strings, never as formulas. Answers 1 where the format could not hold the whole text.
fn write(sheet: &mut Worksheet, row: u32, column: u16, cell: &Cell, day: &Format) -> Result<u64, XlsxError> {
    match cell {
        Cell::Empty => {}
        Cell::Text(text) if text.chars().count() > CELL_CHARS => {
            let cut: String = text.chars().take(CELL_CHARS - 20).chain("…（CSV）".chars()).collect();
            sheet.write_string(row, column, cut)?;
            return Ok(1);
        }
        Cell::Text(text) => {
            sheet.write_string(row, column, text)?;
        }
        // A spreadsheet keeps 15 digits of a number; what has more is kept as text.
        Cell::Int(number) if number.unsigned_abs() < 1_000_000_000_000_000 => {
            sheet.write_number(row, column, *number as f64)?;
        }
        Cell::Int(number) => {
            sheet.write_string(row, column, number.to_string())?;
        }
        Cell::Day(date) => match excel_serial(*date) {
            Some(serial) => {
                sheet.write_number_with_format(row, column, serial, day)?;
            }
            None => {
                sheet.write_string(row, column, date.to_string())?;
            }
        },
        Cell::Moment(at) => {
            sheet.write_string(row, column, at.to_string())?;
        }
    }
    Ok(0)
}

/// The day as spreadsheets count, from 1900-03-01 on, where their calendar agrees with ours.
fn excel_serial(day: Day) -> Option<i32> {
    let serial = day.days_since(Day::new(1899, 12, 30)?);
    (serial > 60).then_some(serial)
}

fn xlsx_fault(error: XlsxError) -> Fault {
    Fault::caused("a workbook could not be written", error)
}
