//! Jobs exist exactly when the change does, and are done by somebody.

use kernel::{Day, Moment};
use kit::{
    Fault, Site,
    db::Sql,
    jobs::{ATTEMPTS, Counts, Every, Given, Ran, Schedule, Work, counts, dead, enqueue, revive, run_jobs, tick},
    testing::both,
};

/// Counts under the payload's word how often it was done.
async fn note(site: &Site, job: &Given) -> Result<(), Fault> {
    let word = job.payload.as_str().unwrap();
    if word == "bad" {
        return Err(Fault::new("a bad word"));
    }
    let mut tx = site.db().begin().await?;
    let sql = Sql::new("insert into setting (key, value, version) values ({}, '', 1)").bind(word);
    tx.run(sql.add(" on conflict (key) do update set version = setting.version + 1")).await?;
    if word == "parent" {
        enqueue(&mut tx, site, "note", None, &"child", site.now()).await?;
    }
    tx.commit().await
}

const TABLE: &[Work] = &[Work { kind: "note", doing: |site, job| Box::pin(note(site, job)) }];

async fn ask(site: &Site, word: &str, key: Option<&str>, due: Moment) {
    let mut tx = site.db().begin().await.unwrap();
    enqueue(&mut tx, site, "note", key, &word, due).await.unwrap();
    tx.commit().await.unwrap();
}

async fn notes(site: &Site) -> Vec<(String, i64)> {
    site.db().all("select key, version from setting order by key").await.unwrap()
}

fn noted(words: &[(&str, i64)]) -> Vec<(String, i64)> {
    words.iter().map(|(word, times)| ((*word).to_owned(), *times)).collect()
}

#[test]
fn a_job_exists_exactly_when_its_transaction_was_kept() {
    both(async |site| {
        let mut tx = site.db().begin().await.unwrap();
        enqueue(&mut tx, &site, "note", None, &"lost", site.now()).await.unwrap();
        drop(tx);
        ask(&site, "kept", None, site.now()).await;
        assert_eq!(run_jobs(&site, TABLE).await.unwrap(), Ran { done: 1, failed: 0 });
        assert_eq!(notes(&site).await, noted(&[("kept", 1)]));
        assert_eq!(counts(site.db()).await.unwrap(), Counts::default());
    });
}

#[test]
fn a_job_waits_for_its_hour_and_its_children_are_done_in_the_same_turn() {
    both(async |site| {
        let later = site.now().plus_millis(1000);
        ask(&site, "parent", None, later).await;
        assert_eq!(run_jobs(&site, TABLE).await.unwrap(), Ran::default());
        site.set_now(later);
        assert_eq!(run_jobs(&site, TABLE).await.unwrap(), Ran { done: 2, failed: 0 });
        assert_eq!(notes(&site).await, noted(&[("child", 1), ("parent", 1)]));
    });
}

#[test]
fn one_waiting_job_of_a_key_is_enough() {
    both(async |site| {
        ask(&site, "first", Some("key"), site.now()).await;
        ask(&site, "second", Some("key"), site.now()).await;
        run_jobs(&site, TABLE).await.unwrap();
        ask(&site, "third", Some("key"), site.now()).await;
        run_jobs(&site, TABLE).await.unwrap();
        assert_eq!(notes(&site).await, noted(&[("first", 1), ("third", 1)]));
    });
}

#[test]
fn a_failing_job_is_tried_ever_later_then_kept_as_dead_and_can_be_revived() {
    both(async |site| {
        ask(&site, "bad", None, site.now()).await;
        ask(&site, "good", None, site.now()).await;
        assert_eq!(run_jobs(&site, TABLE).await.unwrap(), Ran { done: 1, failed: 1 });
        assert_eq!(run_jobs(&site, TABLE).await.unwrap(), Ran::default(), "not before its pause is over");
        for _ in 1..ATTEMPTS {
            site.set_now(site.now().plus_millis(2 * 86_400_000));
            assert_eq!(run_jobs(&site, TABLE).await.unwrap(), Ran { done: 0, failed: 1 });
        }
        site.set_now(site.now().plus_millis(9 * 86_400_000));
        assert_eq!(run_jobs(&site, TABLE).await.unwrap(), Ran::default());
        assert_eq!(counts(site.db()).await.unwrap(), Counts { waiting: 0, dead: 1 });
        let given_up = dead(site.db(), 10).await.unwrap();
        assert_eq!(given_up[0].problem.as_deref(), Some("a bad word"));
        let mut tx = site.db().begin().await.unwrap();
        assert!(revive(&mut tx, given_up[0].id, site.now()).await.unwrap());
        assert!(!revive(&mut tx, site.new_id(), site.now()).await.unwrap());
        tx.commit().await.unwrap();
        assert_eq!(run_jobs(&site, TABLE).await.unwrap(), Ran { done: 0, failed: 1 });
    });
}

#[test]
fn a_job_nobody_knows_is_kept_for_a_program_that_does() {
    both(async |site| {
        ask(&site, "word", None, site.now()).await;
        assert_eq!(run_jobs(&site, &[]).await.unwrap(), Ran { done: 0, failed: 1 });
        site.set_now(site.now().plus_millis(60_000));
        assert_eq!(run_jobs(&site, TABLE).await.unwrap(), Ran { done: 1, failed: 0 });
    });
}

#[test]
fn many_workers_do_each_job_once() {
    both(async |site| {
        let words: Vec<String> = (0..60).map(|n| format!("{n:02}")).collect();
        for word in &words {
            ask(&site, word, None, site.now()).await;
        }
        let crank = || {
            let site = site.clone();
            tokio::spawn(async move { run_jobs(&site, TABLE).await.unwrap().done })
        };
        let mut done = 0;
        for worker in [crank(), crank(), crank(), crank()] {
            done += worker.await.unwrap();
        }
        assert_eq!(done, 60);
        assert!(notes(&site).await.iter().all(|(_, times)| *times == 1));
    });
}

#[test]
fn a_lost_workers_job_is_given_to_another_when_its_lease_is_over() {
    both(async |site| {
        ask(&site, "word", None, site.now()).await;
        // A worker that stops in the middle: its task is cut off after the claim, before it is done.
        const HANGS: &[Work] = &[Work { kind: "note", doing: |_, _| Box::pin(std::future::pending()) }];
        tokio::select! {
            biased;
            _ = run_jobs(&site, HANGS) => unreachable!("it hangs"),
            () = claimed(&site) => {}
        }
        assert_eq!(run_jobs(&site, TABLE).await.unwrap(), Ran::default());
        site.set_now(site.now().plus_millis(61_000));
        assert_eq!(run_jobs(&site, TABLE).await.unwrap(), Ran { done: 1, failed: 0 });
    });
}

/// Waits until somebody has claimed a job.
async fn claimed(site: &Site) {
    loop {
        let busy: Option<(i64,)> = site.db().one("select attempts from job where attempts > 0").await.unwrap();
        if busy.is_some() {
            return;
        }
        tokio::task::yield_now().await;
    }
}

#[test]
fn a_schedule_makes_one_job_per_occasion_and_makes_up_for_missed_ones_once() {
    const TIMETABLE: &[Schedule] = &[Schedule { kind: "note", every: Every::Day { hour: 6, minute: 30 } }];
    both(async |site| {
        assert_eq!(tick(&site, TIMETABLE).await.unwrap(), 1);
        assert_eq!(tick(&site, TIMETABLE).await.unwrap(), 0);
        assert_eq!(counts(site.db()).await.unwrap().waiting, 1);
        site.set_now(site.now().plus_millis(3 * 86_400_000));
        assert_eq!(tick(&site, TIMETABLE).await.unwrap(), 1);
        assert_eq!(tick(&site, TIMETABLE).await.unwrap(), 0);
        assert_eq!(counts(site.db()).await.unwrap().waiting, 1, "the one that still waits is enough");
    });
}

#[test]
fn the_hour_of_a_daily_schedule_is_beijings() {
    let day = Day::new(2026, 3, 10).unwrap();
    let half_past_six = day.start().plus_millis((6 * 60 + 30) * 60_000);
    let daily = Every::Day { hour: 6, minute: 30 };
    assert_eq!(daily.last(half_past_six), half_past_six);
    assert_eq!(daily.last(half_past_six.plus_millis(-1)), half_past_six.plus_millis(-86_400_000));
    assert_eq!(daily.last(day.end().plus_millis(-1)), half_past_six);
    let quarter = Every::Minutes(15);
    assert_eq!(quarter.last(half_past_six.plus_millis(899_999)), half_past_six);
}
