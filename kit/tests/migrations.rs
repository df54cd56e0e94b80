//! Every migration is run on a database full of rows of the version before it, on both engines; a killed one leaves nothing.

use std::{
    collections::BTreeSet,
    io::{BufRead as _, BufReader},
    process::{Command, Stdio},
};

use kit::{
    Site,
    db::{Db, Engine, Migration, Place, Sql, Val},
    testing::{both, start},
};
use uuid::Uuid;

/// The rows every table gets: these numbers, so that nothing meets a row a migration has laid down itself.
const ROWS: std::ops::Range<i64> = 11..17;

/// Sums of other rows, which a migration counts anew when what they count changes.
const COUNTED: &str = "handling_";

/// One column of one table at one version.
#[derive(Clone, Debug)]
struct Column {
    name: &'static str,
    kind: String,
    required: bool,
    /// Table and column it refers to.
    refers: Option<(String, String)>,
}

#[derive(Clone, Debug)]
struct Table {
    name: &'static str,
    columns: Vec<Column>,
}

fn kept(text: String) -> &'static str {
    Box::leak(text.into_boxed_str())
}

/// The tables of a version, those referred to first, read from a SQLite database made for it.
async fn tables(steps: &[Migration]) -> Vec<Table> {
    let folder = tempfile::tempdir().unwrap();
    let db = Db::open(&Place::Folder(folder.path().to_owned())).unwrap();
    db.migrate_through(steps, start()).await.unwrap();
    let names =
        "select name from sqlite_master where type = 'table' and name <> 'migration' and name not like 'sqlite%'";
    let mut left = Vec::new();
    for (name,) in db.all::<(String,)>(names).await.unwrap() {
        let sql = "select name, lower(type), \"notnull\" + pk from pragma_table_info({}) order by cid";
        let columns: Vec<(String, String, i64)> = db.all(Sql::new(sql).bind(&name)).await.unwrap();
        let sql = "select \"from\", \"table\", coalesce(\"to\", 'id') from pragma_foreign_key_list({})";
        let refers: Vec<(String, String, String)> = db.all(Sql::new(sql).bind(&name)).await.unwrap();
        let columns = columns.into_iter().map(|(name, kind, required)| {
            let target = refers.iter().find(|(from, ..)| *from == name);
            let refers = target.map(|(_, table, column)| (table.clone(), column.clone()));
            Column { name: kept(name), kind, required: required > 0, refers }
        });
        left.push(Table { name: kept(name), columns: columns.collect() });
    }
    in_order(left)
}

fn in_order(mut left: Vec<Table>) -> Vec<Table> {
    let (mut placed, mut names) = (Vec::new(), BTreeSet::new());
    while !left.is_empty() {
        let stands = |table: &Table| {
            let mut targets = table.columns.iter().filter_map(|column| column.refers.as_ref());
            targets.all(|(target, _)| target == table.name || names.contains(target))
        };
        let (ready, rest): (Vec<_>, Vec<_>) = left.into_iter().partition(|table| stands(table));
        assert!(!ready.is_empty(), "tables refer to each other in a ring: {rest:?}");
        names.extend(ready.iter().map(|table| table.name.to_owned()));
        placed.extend(ready);
        left = rest;
    }
    placed
}

/// The value of one field: the same wherever it is referred to.
fn value(all: &[Table], table: &Table, column: &Column, row: i64) -> Val {
    if let Some((target, name)) = &column.refers {
        let found = all.iter().find(|other| other.name == target).unwrap();
        let referred = found.columns.iter().find(|other| other.name == name).unwrap();
        if found.name != table.name || referred.name != column.name {
            return value(all, found, referred, row);
        }
    }
    if !column.required && column.refers.is_none() && row % 3 == 0 {
        return Val::Null;
    }
    let seed = format!("{} {} {row}", if column.name == "id" { table.name } else { "" }, column.name);
    match column.kind.as_str() {
        "uuid" => Val::Id(named(&seed)),
        "bigint" => Val::Int(row),
        "bytea" => Val::Bytes(vec![u8::try_from(row).unwrap(); 3]),
        _ if column.name.contains("state") || column.name.contains("stage") => Val::Text(format!("waiting-{row}")),
        _ => Val::Text(format!("一行“{seed}”\n第二行")),
    }
}

fn named(seed: &str) -> Uuid {
    let mut number: u128 = 0x6c62_272e_07bb_0142_62b8_2175_6295_c58d;
    for byte in seed.bytes() {
        number = (number ^ u128::from(byte)).wrapping_mul(0x0000_0000_0100_0000_0000_0000_0000_013b);
    }
    Uuid::from_u128(number)
}

async fn fill(db: &Db, tables: &[Table]) {
    let mut tx = db.begin().await.unwrap();
    for table in tables {
        let columns: Vec<&'static str> = table.columns.iter().map(|column| column.name).collect();
        let rows: Vec<Vec<Val>> =
            ROWS.map(|row| table.columns.iter().map(|column| value(tables, table, column, row)).collect()).collect();
        tx.bulk(table.name, &columns, rows).await.unwrap_or_else(|fault| panic!("{}: {fault}", table.name));
    }
    tx.commit().await.unwrap();
}

/// What the columns hold: how many, how many different, the sum of numbers and of lengths.
async fn sums(db: &Db, tables: &[Table]) -> Vec<(String, i64, i64, i64, i64)> {
    let mut all = Vec::new();
    for table in tables {
        for column in &table.columns {
            let size = match column.kind.as_str() {
                "bigint" => column.name.to_owned(),
                "text" | "bytea" => format!("length({})", column.name),
                _ => "1".to_owned(),
            };
            let sql = format!(
                "select count(*), count({0}), count(distinct {0}), cast(coalesce(sum({size}), 0) as bigint) from {1}",
                column.name, table.name
            );
            let (rows, filled, different, sum) = db.one(Sql::new(kept(sql))).await.unwrap().unwrap();
            all.push((format!("{}.{}", table.name, column.name), rows, filled, different, sum));
        }
    }
    all
}

/// A database with nothing in it.
async fn empty(site: &Site, nth: usize) -> Db {
    match site.db().engine() {
        Engine::Sqlite => Db::open(&Place::Folder(site.config().files().join(format!("v{nth}")))).unwrap(),
        Engine::Postgres => {
            let mut tx = site.db().begin().await.unwrap();
            tx.run("drop schema public cascade").await.unwrap();
            tx.run("create schema public").await.unwrap();
            tx.commit().await.unwrap();
            Db::open(&Place::parse(&site.config().data)).unwrap()
        }
    }
}

/// A schema that is settled: rows that a later migration adds to a table on purpose are not lost ones.
fn same(before: &[(String, i64, i64, i64, i64)], after: &[(String, i64, i64, i64, i64)], what: &str) {
    for (old, new) in before.iter().zip(after) {
        let added = old.0.starts_with("follower.") && new.1 > old.1;
        assert!(old == new || added, "{what}: {old:?} became {new:?}");
    }
}

#[test]
fn every_migration_keeps_every_row_of_the_version_before_it() {
    both(async |site| {
        for nth in 1..Db::timeline().len() {
            let (before, through) = (&Db::timeline()[..nth], &Db::timeline()[..=nth]);
            let tables = tables(before).await;
            let db = empty(&site, nth).await;
            db.migrate_through(before, start()).await.unwrap();
            fill(&db, &tables).await;
            let tables: Vec<Table> = tables.into_iter().filter(|table| !table.name.starts_with(COUNTED)).collect();
            let old = sums(&db, &tables).await;
            assert!(old.iter().filter(|(_, rows, ..)| *rows >= 6).count() > 60, "the rows are there");
            let ran = db.migrate_through(through, start()).await.unwrap();
            assert_eq!(ran, [Db::timeline()[nth].name]);
            same(&old, &sums(&db, &tables).await, ran[0]);
        }
    });
}

#[test]
#[ignore = "the process that is killed; another test starts it"]
fn the_process_that_is_killed() {
    let data = std::env::var("MIGRATIONS_KILLED_DATA").unwrap();
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build().unwrap();
    runtime.block_on(async {
        let db = Db::open(&Place::parse(&data)).unwrap();
        let text = match db.engine() {
            Engine::Sqlite => {
                "create table half_way (x bigint);
                 with recursive n (x) as (select 1 union all select x + 1 from n where x < 1000000000000) insert into half_way select max(x) from n;"
            }
            Engine::Postgres => "create table half_way (x bigint); select pg_sleep(3600);",
        };
        let mut steps = Db::timeline().to_vec();
        steps.push(Migration { name: "9999_half_way.sql", text });
        println!("\nbegun");
        db.migrate_through(&steps, start()).await.unwrap();
    });
}

#[test]
fn a_killed_migration_leaves_the_old_state_and_is_run_again() {
    both(async |site| {
        let old = &Db::timeline()[..4];
        let tables = tables(old).await;
        let db = empty(&site, 0).await;
        db.migrate_through(old, start()).await.unwrap();
        fill(&db, &tables).await;
        let before = sums(&db, &tables).await;
        let data = match db.engine() {
            Engine::Sqlite => site.config().files().join("v0").to_string_lossy().into_owned(),
            Engine::Postgres => site.config().data.clone(),
        };
        drop(db);
        let mut child = Command::new(std::env::current_exe().unwrap())
            .args(["--exact", "migrations::the_process_that_is_killed", "--ignored", "--nocapture"])
            .env("MIGRATIONS_KILLED_DATA", &data)
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let lines = BufReader::new(child.stdout.take().unwrap()).lines();
        assert!(lines.map_while(Result::ok).any(|line| line.contains("begun")));
        // However far it has come: its last step never ends, so nothing of it may stay.
        tokio::time::sleep(std::time::Duration::from_millis(300)).await;
        child.kill().unwrap();
        child.wait().unwrap();
        let db = Db::open(&Place::parse(&data)).unwrap();
        if db.engine() == Engine::Postgres {
            // The server notices only later that nobody waits for its sleep any more.
            let orphan = "select count(*) from (select pg_terminate_backend(pid) from pg_stat_activity \
                          where datname = current_database() and pid <> pg_backend_pid() and query like '%pg_sleep%') x";
            db.all::<(i64,)>(orphan).await.unwrap();
        }
        let done: Vec<(String,)> =
            db.all("select name from migration where name <> 'lock' order by name").await.unwrap();
        assert_eq!(done.len(), old.len(), "{done:?}");
        same(&before, &sums(&db, &tables).await, "killed");
        let ran = db.migrate(start()).await.unwrap();
        assert_eq!(ran.len(), Db::timeline().len() - old.len());
        same(&before, &sums(&db, &tables).await, "afterwards");
    });
}
