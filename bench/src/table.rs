//! P: a roster of 20 columns from a fixed seed, one row in a hundred spoiled, as CSV and as a workbook; and what the bare
//! libraries take to read and write it.

use std::path::Path;

use anyhow::Context;
use calamine::{Reader, Xlsx, open_workbook};
use demo::{Gender, profile};
use kernel::{Day, Level};
use rust_xlsxwriter::Workbook;

/// The columns of the roster's template.
pub const TITLES: [&str; 20] = [
    "所属人大",
    "姓名",
    "性别",
    "民族",
    "党派",
    "学历",
    "工作单位及职务",
    "联系电话",
    "身份证号",
    "出生日期",
    "电子邮箱",
    "通讯地址",
    "选区或选举单位",
    "代表团",
    "届次",
    "当选日期",
    "资格确认日期",
    "任职日期",
    "职务",
    "职务依据",
];
/// One row in so many is spoiled.
pub const SPOILED: u64 = 100;

/// One person as a row.
pub type Row = [String; 20];

/// The `n`-th row.
pub fn row(n: u64) -> anyhow::Result<Row> {
    let today = Day::new(2026, 3, 10).context("no such day")?;
    let person = profile(2026, 1_000_000 + n, today, Level::County, &[]);
    let born = person.born.to_string();
    let role = if n.is_multiple_of(40) { "代表团团长" } else { "" };
    let mut row = [
        String::new(),
        person.name,
        if person.gender == Gender::Female { "女" } else { "男" }.to_owned(),
        person.ethnic_group.to_owned(),
        person.party.to_owned(),
        person.education.to_owned(),
        format!("第{}村{}", n % 500 + 1, person.post),
        demo::phone(n),
        identity_number(&born, n),
        born,
        format!("daibiao{n}@example.cn"),
        format!("第{}镇第{}村{}组", n % 40 + 1, n % 500 + 1, n % 12 + 1),
        format!("第{}选区", n % 300 + 1),
        format!("第{}代表团", n % 40 + 1),
        String::new(),
        "2021-12-10".to_owned(),
        "2021-12-20".to_owned(),
        "2022-01-05".to_owned(),
        role.to_owned(),
        if role.is_empty() { String::new() } else { format!("人大办〔2022〕{}号", n % 90 + 1) },
    ];
    if n % SPOILED == SPOILED / 2 {
        let (column, wrong) = match n / SPOILED % 5 {
            0 => (1, ""),
            1 => (7, "1380000"),
            2 => (8, "430121198001011234X9"),
            3 => (15, "2021年13月40日"),
            _ => (18, "召集人"),
        };
        if let Some(cell) = row.get_mut(column) {
            wrong.clone_into(cell);
        }
    }
    Ok(row)
}

/// How many of so many rows are spoiled.
pub const fn spoiled(rows: u64) -> u64 {
    (rows + SPOILED / 2 - 1) / SPOILED
}

/// An identity number of an area that does not exist, its last character as GB 11643 counts it.
fn identity_number(born: &str, n: u64) -> String {
    let first = format!("{:06}{}{:03}", 990_000 + n / 1_000, born.replace('-', ""), n % 1_000);
    let weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
    let sum: u32 = first.chars().zip(weights).map(|(digit, weight)| digit.to_digit(10).unwrap_or(0) * weight).sum();
    let last = "10X98765432".chars().nth((sum % 11) as usize).unwrap_or('0');
    format!("{first}{last}")
}

/// Writes the table as CSV.
pub fn csv(path: &Path, rows: u64) -> anyhow::Result<()> {
    let mut out = csv::Writer::from_path(path)?;
    out.write_record(TITLES)?;
    for n in 0..rows {
        out.write_record(row(n)?)?;
    }
    Ok(out.flush()?)
}

/// Writes the table as a workbook.
pub fn workbook(path: &Path, rows: u64) -> anyhow::Result<()> {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet_with_constant_memory()?;
    for (column, title) in (0u16..).zip(TITLES) {
        sheet.write_string(0, column, title)?;
    }
    for n in 0..rows {
        let line = u32::try_from(n + 1)?;
        for (column, cell) in (0u16..).zip(row(n)?) {
            sheet.write_string(line, column, cell)?;
        }
    }
    Ok(book.save(path)?)
}

/// Reads every cell by calamine alone; answers how many rows there were.
pub fn read(path: &Path) -> anyhow::Result<u64> {
    let mut book: Xlsx<_> = open_workbook(path)?;
    let name = book.sheet_names().first().cloned().context("no sheet")?;
    let mut cells = book.worksheet_cells_reader(&name)?;
    let mut last = 0;
    while let Some(cell) = cells.next_cell()? {
        std::hint::black_box(cell.get_value());
        last = cell.get_position().0;
    }
    Ok(u64::from(last))
}
