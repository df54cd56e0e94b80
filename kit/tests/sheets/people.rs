//! A small table of people, and files of it as people send them.

use std::{collections::HashSet, path::Path};

use kernel::BodyId;
use kit::{
    Fault,
    db::{Ask, Sql, Tx, Val},
    sheets::{CellError, Cells, Column, Limits, Said, SheetSpec, Taking, day},
};
use rust_xlsxwriter::Workbook;

pub const COLUMNS: &[Column] = &[
    Column::new("name", "姓名", "Name").required().example("张三"),
    Column::new("phone", "手机号", "Phone").required().digits().example("13800000000").also(&["电话", "手机"]),
    Column::new("joined", "任职日期", "Joined").example("2026-01-10"),
    Column::new("post", "职务", "Post"),
];

/// People by their phone, kept in the table of settings, which every test has.
pub struct People;

/// Phones in the database, then those of the file.
pub struct Known(HashSet<String>);

pub struct Person {
    name: String,
    phone: String,
}

impl SheetSpec for People {
    type Row = Person;
    type Known = Known;

    fn kind(&self) -> &'static str {
        "people"
    }

    fn columns(&self) -> &'static [Column] {
        COLUMNS
    }

    async fn known<A: Ask>(&self, ask: &mut A, _: Option<BodyId>) -> Result<Known, Fault> {
        let rows: Vec<(String,)> = ask.all(Sql::new("select key from setting")).await?;
        Ok(Known(rows.into_iter().map(|(key,)| key).collect()))
    }

    fn check(&self, known: &mut Known, cells: &Cells<'_>, said: &mut Said) -> Option<Person> {
        let phone = cells.get("phone");
        if phone.len() != 11 {
            said.add(CellError::new("phone", "kit-form-number").with("value", phone));
        }
        if known.0.contains(phone) {
            said.error("phone", "sheets-import-done");
        }
        if !cells.get("joined").is_empty() && day(cells.get("joined")).is_none() {
            said.error("joined", "sheets-cell-no-such-date");
        }
        if cells.get("post").is_empty() {
            said.warn("post", "sheets-cell-required");
        }
        known.0.insert(phone.to_owned());
        Some(Person { name: cells.get("name").to_owned(), phone: phone.to_owned() })
    }

    async fn keep(&self, tx: &mut Tx, _: &mut Known, rows: Vec<Person>, _: &Taking) -> Result<(), Fault> {
        let rows = rows.into_iter().map(|row| vec![row.phone.into(), row.name.into(), Val::Int(1)]);
        tx.bulk("setting", &["key", "value", "version"], rows).await?;
        Ok(())
    }

    async fn finish(&self, _: &mut Tx, _: Known, _: &Taking) -> Result<(), Fault> {
        Ok(())
    }
}

/// A workbook of texts.
pub fn workbook(rows: &[&[&str]]) -> Vec<u8> {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    for (at, row) in (0u32..).zip(rows) {
        for (column, text) in (0u16..).zip(row.iter()) {
            sheet.write_string(at, column, *text).unwrap();
        }
    }
    book.save_to_buffer().unwrap()
}

/// All rows of a file as the reader gives them.
pub fn read(path: &Path) -> Vec<Vec<String>> {
    let mut rows = Vec::new();
    kit::sheets::read(path, &Limits::USUAL, &mut |line| {
        rows.push(line.cells().to_vec());
        kit::sheets::Next::Continue(())
    })
    .unwrap();
    rows
}
