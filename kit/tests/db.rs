//! Both engines do the same with the same text.

use kernel::{Id, Moment, Person};
use kit::{
    Site,
    db::{Ask, Sql, Val},
    testing::both,
};

fn keep(site: &Site, key: &str, value: &str) -> Sql {
    let _: Id<Person> = site.new_id();
    Sql::new("insert into setting (key, value, version) values ({}, {}, 1)").bind(key).bind(value)
}

async fn values(site: &Site) -> Vec<String> {
    let rows: Vec<(String,)> = site.db().all("select value from setting order by key").await.unwrap();
    rows.into_iter().map(|(value,)| value).collect()
}

#[test]
fn what_is_committed_is_read_back() {
    both(async |site| {
        let mut tx = site.db().begin().await.unwrap();
        assert_eq!(tx.run(keep(&site, "a", "甲")).await.unwrap(), 1);
        tx.commit().await.unwrap();
        assert_eq!(values(&site).await, ["甲"]);
    });
}

#[test]
fn a_dropped_transaction_leaves_no_trace() {
    both(async |site| {
        let mut tx = site.db().begin().await.unwrap();
        tx.run(keep(&site, "a", "甲")).await.unwrap();
        drop(tx);
        assert!(values(&site).await.is_empty());
        let mut tx = site.db().begin().await.unwrap();
        tx.run(keep(&site, "b", "乙")).await.unwrap();
        tx.commit().await.unwrap();
        assert_eq!(values(&site).await, ["乙"]);
    });
}

#[test]
fn many_writers_commit_together_and_a_failing_one_harms_nobody() {
    both(async |site| {
        let writers = (0..64).map(|n| {
            let site = site.clone();
            tokio::spawn(async move {
                let mut tx = site.db().begin().await.unwrap();
                tx.run(keep(&site, &format!("{n:02}"), "x")).await.unwrap();
                if n % 4 == 0 {
                    let twice = tx.run(keep(&site, &format!("{n:02}"), "again")).await;
                    assert!(twice.is_err());
                    return;
                }
                tx.commit().await.unwrap();
            })
        });
        for writer in writers.collect::<Vec<_>>() {
            writer.await.unwrap();
        }
        assert_eq!(values(&site).await.len(), 48);
    });
}

#[test]
fn an_aborted_writer_does_not_hold_the_others_up() {
    both(async |site| {
        let slow = tokio::spawn({
            let site = site.clone();
            async move {
                let mut tx = site.db().begin().await.unwrap();
                tx.run(keep(&site, "slow", "x")).await.unwrap();
                std::future::pending::<()>().await;
                tx.commit().await.unwrap();
            }
        });
        tokio::task::yield_now().await;
        slow.abort();
        let _aborted = slow.await;
        let mut tx = site.db().begin().await.unwrap();
        tx.run(keep(&site, "quick", "y")).await.unwrap();
        tx.commit().await.unwrap();
        assert_eq!(values(&site).await, ["y"]);
    });
}

#[test]
fn every_kind_of_value_comes_back_as_it_went() {
    both(async |site| {
        let id: Id<Person> = site.new_id();
        let mut tx = site.db().begin().await.unwrap();
        let row = vec![
            Val::from("token"),
            id.into(),
            Val::Null,
            Moment::from_millis(-5).into(),
            i64::MAX.into(),
            0i64.into(),
            "设备".into(),
            "".into(),
        ];
        let columns = ["token", "id", "account", "started", "seen", "ends", "device", "address"];
        assert_eq!(tx.bulk("visit", &columns, [row]).await.unwrap(), 1);
        tx.commit().await.unwrap();
        type Read = (Id<Person>, Option<Id<Person>>, Moment, i64, String);
        let sql = Sql::new("select id, account, started, seen, device from visit where id in ").list([id]);
        let read: Read = site.db().one(sql).await.unwrap().unwrap();
        assert_eq!(read, (id, None, Moment::from_millis(-5), i64::MAX, "设备".to_owned()));
        let none = Sql::new("select id from visit where id in ").list(Vec::<Id<Person>>::new());
        assert_eq!(site.db().one::<(Id<Person>,)>(none).await.unwrap(), None);
    });
}

#[test]
fn a_column_that_is_not_what_it_should_be_is_named() {
    both(async |site| {
        let mut tx = site.db().begin().await.unwrap();
        tx.run(keep(&site, "a", "甲")).await.unwrap();
        let fault = tx.one::<(i64,)>("select value from setting").await.unwrap_err();
        assert_eq!(fault.to_string(), "column `value` holds text where a number belongs");
    });
}

#[test]
fn a_look_sees_one_moment_while_others_write_and_gives_its_connection_back() {
    both(async |site| {
        let all = Sql::new("select value from setting order by key");
        // More rounds than there are connections.
        for round in 0..20 {
            let mut look = site.db().look().await.unwrap();
            let before: Vec<(String,)> = look.all(all.clone()).await.unwrap();
            assert_eq!(before.len(), round);
            let mut tx = site.db().begin().await.unwrap();
            tx.run(keep(&site, &round.to_string(), "y")).await.unwrap();
            tx.commit().await.unwrap();
            assert_eq!(look.all::<(String,)>(all.clone()).await.unwrap(), before);
            drop(look);
            assert_eq!(values(&site).await.len(), round + 1);
        }
    });
}

#[test]
fn what_an_engine_refuses_is_told_without_the_values_of_the_row() {
    both(async |site| {
        let mut refused = Vec::new();
        for (key, value) in
            [("13800000001", Val::from("甲")), ("13800000001", Val::from("乙")), ("13900000002", Val::Null)]
        {
            let mut tx = site.db().begin().await.unwrap();
            let row = [Val::from(key), value, Val::from(1i64)];
            match tx.run(Sql::new("insert into setting (key, value, version) values ").list(row)).await {
                Ok(_) => tx.commit().await.unwrap(),
                Err(fault) => refused.push(fault.to_string()),
            }
        }
        assert_eq!(refused.len(), 2);
        for told in refused {
            assert!(told.contains("setting"), "it leads to the table: {told}");
            assert!(!told.contains("138") && !told.contains("139") && !told.contains('乙'), "{told}");
        }
    });
}
