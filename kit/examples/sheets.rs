//! How long a province's roster takes in and out, and how much memory: 145,000 people of 20 columns, 1 % spoiled.
//!
//! ```sh
//! cargo build --release -p kit --example sheets
//! target/release/examples/sheets make /tmp/people.xlsx 145000
//! target/release/examples/sheets in /tmp/people.xlsx /tmp/data          # or postgres://…, or a .csv
//! target/release/examples/sheets out xlsx /tmp/out.xlsx /tmp/data       # what came in, out again
//! ```
//!
//! Each step is a process of its own, so that its peak memory is its own.
//!
//! Measured on 22 November 2026 on two virtual cores that others were using too, so in CPU seconds (user and system): XLSX
//! in (read, check, stage, commit, report, tidy) 4.3 on SQLite with a peak of 70 MB, 4.0 on PostgreSQL (client alone) with
//! 38 MB; CSV in 2.8 with 75 MB; XLSX out 2.4 with 20 MB; CSV out 0.4 with 19 MB.
#![expect(clippy::print_stdout, clippy::unwrap_used, reason = "a measuring tool stops at the first surprise")]

use std::{path::Path, sync::Arc, time::Instant};

use kernel::{BodyId, Moment};
use kit::{
    Fault, Site,
    config::Config,
    db::{Ask, Db, Place, Tx, Val},
    sheets::{self, BadRows, Cell, Cells, Column, Export, Kind, Said, SheetSpec, Taking, Upload, day},
    site::{Chance, Clock},
    words::Lang,
};

const COLUMNS: &[Column] = &[
    Column::new("name", "姓名", "Name").required(),
    Column::new("phone", "手机号", "Phone").required().digits(),
    Column::new("identity", "身份证号", "Identity").digits(),
    Column::new("born", "出生日期", "Born"),
    Column::new("sex", "性别", "Sex"),
    Column::new("nation", "民族", "Nationality"),
    Column::new("party", "政治面貌", "Party"),
    Column::new("school", "学历", "Schooling"),
    Column::new("employer", "工作单位", "Employer"),
    Column::new("post", "职务", "Post"),
    Column::new("area", "区划代码", "Area").required().digits(),
    Column::new("constituency", "选区", "Constituency"),
    Column::new("delegation", "代表团", "Delegation"),
    Column::new("elected", "当选日期", "Elected"),
    Column::new("role", "身份", "Role"),
    Column::new("group", "代表小组", "Group"),
    Column::new("station", "联络站", "Station"),
    Column::new("address", "通讯地址", "Address"),
    Column::new("mail", "邮箱", "Mail"),
    Column::new("note", "备注", "Note"),
];

/// The `n`th person; one in a hundred has a phone or a day that cannot be.
fn person(n: u32) -> [String; 20] {
    let spoiled = n.is_multiple_of(100);
    let pick = |of: &[&str], by: u32| {
        of.iter().cycle().nth((n / by) as usize % of.len()).copied().unwrap_or_default().to_owned()
    };
    let family = pick(&["王", "李", "张", "刘", "陈", "杨", "黄", "赵", "周", "吴"], 1);
    let given = pick(&["建国", "秀英", "志强", "桂兰", "伟", "芳", "国庆", "丽华", "明", "静"], 10);
    [
        format!("{family}{given}{}", n % 997),
        if spoiled { format!("1380{n}x") } else { format!("13{:09}", n) },
        format!("43010219{:02}{:02}{:02}{:04}", 50 + n % 50, 1 + n % 12, 1 + n % 28, n % 10_000),
        format!("19{:02}-{:02}-{:02}", 50 + n % 50, 1 + n % 12, 1 + n % 28),
        pick(&["男", "女"], 1),
        pick(&["汉族", "土家族", "苗族", "侗族", "瑶族"], 3),
        pick(&["中共党员", "群众", "民盟", "民建", "九三学社"], 7),
        pick(&["大学", "大专", "高中", "研究生"], 5),
        format!("第{}农业合作社", n % 5_000),
        pick(&["社长", "会计", "教师", "工人", "农民", "医生"], 11),
        format!("4301{:02}{:03}", 2 + n % 9, 100 + n % 40),
        format!("第{}选区", n % 300),
        format!("第{}代表团", n % 40),
        if spoiled { "2026-02-30".to_owned() } else { format!("2026-01-{:02}", 1 + n % 28) },
        pick(&["代表", "主席团成员", "常委会委员"], 13),
        format!("第{}代表小组", n % 700),
        format!("第{}联络站", n % 900),
        format!("幸福路{}号", n % 2_000),
        format!("p{n}@example.cn"),
        String::new(),
    ]
}

struct People;

impl SheetSpec for People {
    type Row = Vec<Val>;
    type Known = std::collections::HashSet<String>;

    fn kind(&self) -> &'static str {
        "people"
    }

    fn columns(&self) -> &'static [Column] {
        COLUMNS
    }

    async fn known<A: Ask>(&self, ask: &mut A, _: Option<BodyId>) -> Result<Self::Known, Fault> {
        let rows: Vec<(String,)> = ask.all("select key from setting").await?;
        Ok(rows.into_iter().map(|(key,)| key).collect())
    }

    fn check(&self, known: &mut Self::Known, cells: &Cells<'_>, said: &mut Said) -> Option<Vec<Val>> {
        let phone = cells.get("phone");
        if phone.len() != 11 || !phone.bytes().all(|b| b.is_ascii_digit()) {
            said.error("phone", "kit-form-number");
        }
        for column in ["born", "elected"] {
            if day(cells.get(column)).is_none() {
                said.error(column, "sheets-cell-no-such-date");
            }
        }
        if kernel::AreaCode::parse(cells.get("area")).is_err() {
            said.error("area", "kit-form-area");
        }
        if !known.insert(phone.to_owned()) {
            said.error("phone", "sheets-import-done");
        }
        let all: Vec<&str> = COLUMNS.iter().map(|column| cells.get(column.key)).collect();
        Some(vec![phone.into(), all.join("\t").into(), Val::Int(1)])
    }

    async fn keep(&self, tx: &mut Tx, _: &mut Self::Known, rows: Vec<Vec<Val>>, _: &Taking) -> Result<(), Fault> {
        tx.bulk("setting", &["key", "value", "version"], rows).await?;
        Ok(())
    }

    async fn finish(&self, _: &mut Tx, _: Self::Known, _: &Taking) -> Result<(), Fault> {
        Ok(())
    }
}

fn make(path: &Path, count: u32) -> Result<(), Fault> {
    let kind = if path.extension().is_some_and(|end| end == "csv") { Kind::Csv } else { Kind::Xlsx };
    let mut export = Export::begin(kind, Lang::Chinese, COLUMNS.iter().map(|column| column.zh))?;
    for n in 0..count {
        export.row(&person(n).map(Cell::Text))?;
    }
    export.finish()?.keep(path)
}

async fn open(data: &str) -> Result<Site, Fault> {
    let db = Db::open(&Place::parse(data))?;
    db.migrate(Moment::from_millis(0)).await?;
    Site::new(db, Clock::Machine, Chance::Machine, Config { data: data.to_owned(), ..Config::default() })
}

async fn take_in(file: &Path, data: &str) -> Result<(), kit::Problem> {
    let site = open(data).await?;
    let begun = Instant::now();
    let spec = Arc::new(People);
    let id = sheets::open(&site, "people", None, None, "people").await?;
    let import = sheets::stage(&site, &spec, id, Upload::from_path(file)?).await?;
    println!(
        "staged    {:>6} ms  {} rows, {} bad, {:?}",
        begun.elapsed().as_millis(),
        import.rows,
        import.bad,
        import.notes
    );
    let middle = Instant::now();
    let taking = sheets::commit(&site, &*spec, id, None, BadRows::LeaveOut).await?;
    println!("committed {:>6} ms  {} rows, {} left out", middle.elapsed().as_millis(), taking.rows, taking.left_out);
    let after = Instant::now();
    let report = sheets::report(site.db(), COLUMNS, id, Lang::Chinese).await?;
    println!("report    {:>6} ms  {} rows", after.elapsed().as_millis(), report.rows);
    sheets::tidy(site.db(), Moment::from_millis(0)).await?;
    println!("in all    {:>6} ms", begun.elapsed().as_millis());
    Ok(())
}

async fn give_out(kind: Kind, file: &Path, data: &str) -> Result<(), Fault> {
    let site = open(data).await?;
    let begun = Instant::now();
    let mut export = Export::begin(kind, Lang::Chinese, COLUMNS.iter().map(|column| column.zh))?;
    let sql = "select value from setting order by key";
    site.db()
        .each(sql, |(row,): (String,)| {
            let cells: Vec<Cell> = row.split('\t').map(Cell::from).collect();
            export.row(&cells)
        })
        .await?;
    let ready = export.finish()?;
    println!("out       {:>6} ms  {} rows", begun.elapsed().as_millis(), ready.rows);
    ready.keep(file)
}

/// The greatest memory this process has had, as the kernel of Linux tells it.
fn peak() -> String {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    status.lines().find(|line| line.starts_with("VmHWM")).unwrap_or("VmHWM unknown").to_owned()
}

#[tokio::main]
async fn main() {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    match words[..] {
        ["make", file, count] => make(Path::new(file), count.parse().unwrap()).unwrap(),
        ["in", file, data] => take_in(Path::new(file), data).await.unwrap(),
        ["out", kind, file, data] => give_out(Kind::parse(kind).unwrap(), Path::new(file), data).await.unwrap(),
        _ => println!("see the head of the source"),
    }
    println!("{}", peak());
}
