//! XLSX, cell by cell: a sheet of any length in a few megabytes.

use std::{fs::File, io::BufReader, ops::ControlFlow};

use calamine::{Reader, SheetType, SheetVisible, Xlsx, XlsxError};

use super::{
    Limits, Line, Unreadable, guard,
    read::{Next, Stop},
    values,
};

pub(super) fn read(file: File, limits: &Limits, take: &mut dyn FnMut(&Line) -> Next) -> Result<(), Unreadable> {
    guard::look_over(&file, limits)?;
    let mut book: Xlsx<_> = Xlsx::new(BufReader::new(file)).map_err(explain)?;
    let visible =
        |sheet: &&calamine::Sheet| sheet.visible == SheetVisible::Visible && sheet.typ == SheetType::WorkSheet;
    let sheets: Vec<String> = book.sheets_metadata().iter().filter(visible).map(|sheet| sheet.name.clone()).collect();
    let mut rows = 0;
    for (index, name) in sheets.iter().enumerate() {
        match read_sheet(&mut book, name, index, limits, &mut rows, take)? {
            ControlFlow::Continue(()) | ControlFlow::Break(Stop::Enough) => return Ok(()),
            ControlFlow::Break(Stop::NextSheet) => {}
            ControlFlow::Break(Stop::Unfit(why)) => return Err(why),
        }
    }
    if rows == 0 { Err(Unreadable::Empty) } else { Ok(()) }
}

fn read_sheet(
    book: &mut Xlsx<BufReader<File>>,
    name: &str,
    index: usize,
    limits: &Limits,
    rows: &mut u64,
    take: &mut dyn FnMut(&Line) -> Next,
) -> Result<Next, Unreadable> {
    let mut cells = book.worksheet_cells_reader(name).map_err(explain)?;
    let mut line = Line::of_sheet(index);
    let mut row = None;
    let before = *rows;
    while let Some(cell) = cells.next_cell().map_err(explain)? {
        let (at, column) = cell.get_position();
        if row != Some(at) {
            if row.is_some_and(|before| before > at) {
                return Err(Unreadable::Damaged {
                    what: format!("row {} stands after a later one", u64::from(at) + 1),
                });
            }
            if let stop @ ControlFlow::Break(_) = hand_over(&line, limits, rows, take)? {
                return Ok(stop);
            }
            line.begin(u64::from(at) + 1);
            row = Some(at);
        }
        take_cell(&mut line, column as usize, cell.get_value(), limits)?;
    }
    let last = hand_over(&line, limits, rows, take)?;
    Ok(if last.is_continue() && *rows == before { ControlFlow::Break(Stop::NextSheet) } else { last })
}

fn take_cell(line: &mut Line, column: usize, value: &calamine::DataRef<'_>, limits: &Limits) -> Result<(), Unreadable> {
    if *value == calamine::DataRef::Empty {
        return Ok(());
    }
    if column >= limits.columns {
        return Err(Unreadable::Columns { most: limits.columns });
    }
    line.fill(column, limits.cell, |text| values::write(value, text));
    Ok(())
}

pub(super) fn hand_over(
    line: &Line,
    limits: &Limits,
    rows: &mut u64,
    take: &mut dyn FnMut(&Line) -> Next,
) -> Result<Next, Unreadable> {
    if line.cells().is_empty() {
        return Ok(ControlFlow::Continue(()));
    }
    *rows += 1;
    if *rows > limits.rows {
        return Err(Unreadable::Rows { most: limits.rows });
    }
    Ok(take(line))
}

fn explain(error: XlsxError) -> Unreadable {
    match error {
        XlsxError::Password => Unreadable::OldOrLocked,
        XlsxError::FileNotFound(_) | XlsxError::RelationshipNotFound => Unreadable::NotATable,
        other => Unreadable::Damaged { what: other.to_string() },
    }
}
