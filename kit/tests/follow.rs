//! Every fact takes effect once, in order.

use kernel::{Recorded, Verb};
use kit::{
    Fault, Site,
    db::{Sql, Tx},
    follow::{Follower, catch_up, lags},
    journal::{self, Entry},
    testing::both,
};
use serde::Serialize;

#[derive(Serialize)]
struct Said {
    word: String,
}

impl Verb for Said {
    fn verb(&self) -> &'static str {
        "test.said"
    }
}

async fn say(site: &Site, words: &[&str]) {
    let mut tx = site.db().begin().await.unwrap();
    for word in words {
        let subject = site.new_id::<kernel::Person>().uuid();
        let fact = Said { word: (*word).to_owned() };
        let recorded = Recorded { at: site.now(), by: None, acting_for: None, body: None, subject, fact };
        journal::append(&mut tx, recorded).await.unwrap();
    }
    tx.commit().await.unwrap();
}

/// Writes each word down under its place in the chain; a word that came twice would break the primary key.
async fn write_down(tx: &mut Tx, fact: &Entry) -> Result<(), Fault> {
    if fact.fact["word"] == "bad" {
        return Err(Fault::new("a bad word"));
    }
    let word = fact.fact["word"].as_str().unwrap().to_owned();
    let sql = Sql::new("insert into setting (key, value, version) values ({}, {}, 1)");
    tx.run(sql.bind(format!("{:03}", fact.seq)).bind(word)).await.map(|_| ())
}

const SCRIBE: Follower = Follower { name: "scribe", effect: |_, tx, fact| Box::pin(write_down(tx, fact)) };

async fn heard(site: &Site) -> Vec<String> {
    let rows: Vec<(String,)> = site.db().all("select value from setting order by key").await.unwrap();
    rows.into_iter().map(|(word,)| word).collect()
}

#[test]
fn each_fact_takes_effect_once_and_in_order() {
    both(async |site| {
        say(&site, &["一", "二", "三"]).await;
        assert_eq!(SCRIBE.once(&site, 2).await.unwrap(), 2);
        say(&site, &["四"]).await;
        assert_eq!(catch_up(&site, &[SCRIBE]).await.unwrap(), 2);
        assert_eq!(catch_up(&site, &[SCRIBE]).await.unwrap(), 0);
        assert_eq!(heard(&site).await, ["一", "二", "三", "四"]);
    });
}

#[test]
fn a_failing_effect_leaves_no_trace_and_holds_up_only_what_comes_after() {
    both(async |site| {
        say(&site, &["一", "二", "bad", "四"]).await;
        let fault = catch_up(&site, &[SCRIBE]).await.unwrap_err();
        assert_eq!(fault.to_string(), "follower `scribe` stopped at fact 3 (test.said): a bad word");
        assert_eq!(heard(&site).await, ["一", "二"]);
        let lag = lags(site.db(), &["scribe", "nobody"]).await.unwrap();
        assert_eq!(lag.iter().map(|lag| lag.facts).collect::<Vec<_>>(), [2, 4]);
        assert_eq!((lag[0].at, lag[1].at), (Some(site.now()), None));
    });
}

#[test]
fn followers_of_several_processes_share_the_work_without_doubling_it() {
    both(async |site| {
        let words: Vec<String> = (0..300).map(|n| n.to_string()).collect();
        say(&site, &words.iter().map(String::as_str).collect::<Vec<_>>()).await;
        let crank = || {
            let site = site.clone();
            tokio::spawn(async move {
                for _ in 0..300 {
                    SCRIBE.once(&site, 7).await.unwrap();
                }
            })
        };
        for worker in [crank(), crank(), crank(), crank()] {
            worker.await.unwrap();
        }
        assert_eq!(heard(&site).await, words);
    });
}
