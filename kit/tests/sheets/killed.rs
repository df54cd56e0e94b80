//! `kill -9` in the middle of a commit: nothing of it is there, and the import can be committed again.

use std::{
    io::{BufRead as _, BufReader},
    process::{Command, Stdio},
    sync::{Arc, atomic::AtomicI64, atomic::AtomicU64},
};

use kernel::BodyId;
use kit::{
    Fault, Problem, Site,
    config::Config,
    db::{Ask, Db, Place, Tx},
    sheets::{self, BadRows, Cells, Column, Said, SheetSpec, State, Taking, Upload, commit, stage},
    site::{Chance, Clock},
    testing::{both, start},
};

use crate::people::{COLUMNS, Known, People, Person};

/// As [`People`], but stands still for ever once the first rows are written and not yet committed.
struct StandingStill;

impl SheetSpec for StandingStill {
    type Row = Person;
    type Known = Known;

    fn kind(&self) -> &'static str {
        People.kind()
    }

    fn columns(&self) -> &'static [Column] {
        COLUMNS
    }

    async fn known<A: Ask>(&self, ask: &mut A, body: Option<BodyId>) -> Result<Known, Fault> {
        People.known(ask, body).await
    }

    fn check(&self, known: &mut Known, cells: &Cells<'_>, said: &mut Said) -> Option<Person> {
        People.check(known, cells, said)
    }

    async fn keep(&self, tx: &mut Tx, known: &mut Known, rows: Vec<Person>, taking: &Taking) -> Result<(), Fault> {
        People.keep(tx, known, rows, taking).await?;
        println!("\nhalf-way");
        loop {
            std::thread::park();
        }
    }

    async fn finish(&self, _: &mut Tx, _: Known, _: &Taking) -> Result<(), Fault> {
        Ok(())
    }
}

fn many() -> String {
    let rows = (0..4_100).map(|n| format!("代表{n},1390000{n:04}\n"));
    ["姓名,手机号\n".to_owned()].into_iter().chain(rows).collect()
}

async fn count(site: &Site) -> i64 {
    site.db().one::<(i64,)>("select count(*) from setting").await.unwrap().unwrap().0
}

#[test]
#[ignore = "the process that is killed; another test starts it"]
fn the_process_that_is_killed() {
    let [data, id] = ["SHEETS_KILLED_DATA", "SHEETS_KILLED_IMPORT"].map(|name| std::env::var(name).unwrap());
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build().unwrap();
    runtime.block_on(async {
        let db = Db::open(&Place::parse(&data)).unwrap();
        let clock = Clock::Standing(AtomicI64::new(start().millis()));
        let site = Site::new(db, clock, Chance::Seeded(AtomicU64::new(9)), Config::default()).unwrap();
        commit(&site, &StandingStill, id.parse().unwrap(), None, BadRows::Stop).await.unwrap();
    });
}

#[test]
fn a_commit_killed_half_way_leaves_nothing_and_is_done_again() {
    both(async |site| {
        let id = sheets::open(&site, "people", None, None, "many.csv").await.unwrap();
        let import = stage(&site, &Arc::new(People), id, Upload::from_bytes(many().as_bytes()).unwrap()).await.unwrap();
        assert_eq!((import.rows, import.bad), (4_100, 0));
        let mut child = Command::new(std::env::current_exe().unwrap())
            .args(["--exact", "killed::the_process_that_is_killed", "--ignored", "--nocapture"])
            .env("SHEETS_KILLED_DATA", &site.config().data)
            .env("SHEETS_KILLED_IMPORT", id.to_string())
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let lines = BufReader::new(child.stdout.take().unwrap()).lines();
        let half = lines.map_while(Result::ok).any(|line| line.contains("half-way"));
        child.kill().unwrap();
        child.wait().unwrap();
        assert!(half, "the child got half-way");
        assert_eq!(count(&site).await, 0);
        let import = sheets::find(&mut site.db(), "people", id).await.unwrap().unwrap();
        assert_eq!(import.state, State::Staged);
        let taking = commit(&site, &People, id, None, BadRows::Stop).await.unwrap();
        assert_eq!((taking.rows, count(&site).await), (4_100, 4_100));
    });
}

#[test]
fn of_two_commits_at_once_one_is_refused() {
    both(async |site| {
        let id = sheets::open(&site, "people", None, None, "many.csv").await.unwrap();
        stage(&site, &Arc::new(People), id, Upload::from_bytes(many().as_bytes()).unwrap()).await.unwrap();
        let one = || {
            let site = site.clone();
            tokio::spawn(async move { commit(&site, &People, id, None, BadRows::Stop).await })
        };
        let (first, second) = (one(), one());
        let outcomes = [first.await.unwrap(), second.await.unwrap()];
        assert_eq!(outcomes.iter().filter(|outcome| outcome.is_ok()).count(), 1);
        let done = |outcome: &Result<Taking, Problem>| matches!(outcome, Err(Problem::Refused(r)) if r.key == "sheets-import-done");
        assert_eq!(outcomes.iter().filter(|outcome| done(outcome)).count(), 1);
        assert_eq!(count(&site).await, 4_100);
    });
}

#[test]
fn reading_that_stopped_half_way_is_seen_after_a_minute_and_can_be_begun_again() {
    both(async |site| {
        let id = sheets::open(&site, "people", None, None, "many.csv").await.unwrap();
        let import = sheets::find(&mut site.db(), "people", id).await.unwrap().unwrap();
        assert_eq!(import.state, State::Reading);
        assert!(!import.interrupted(site.now().plus_millis(60_000)));
        assert!(import.interrupted(site.now().plus_millis(60_001)));
        let import = stage(&site, &Arc::new(People), id, Upload::from_bytes(many().as_bytes()).unwrap()).await.unwrap();
        assert_eq!(import.state, State::Staged);
    });
}

#[test]
fn an_import_given_up_while_it_is_read_leaves_no_rows() {
    both(async |site| {
        let id = sheets::open(&site, "people", None, None, "many.csv").await.unwrap();
        sheets::give_up(site.db(), id).await.unwrap();
        let before = sheets::find(&mut site.db(), "people", id).await.unwrap().unwrap();
        assert_eq!(before.state, State::Dropped);
        assert!(stage(&site, &Arc::new(People), id, Upload::from_bytes(many().as_bytes()).unwrap()).await.is_err());
        let rows = sheets::rows(&mut site.db(), id, sheets::Show::All, 0, 10).await.unwrap();
        assert!(rows.is_empty());
    });
}
