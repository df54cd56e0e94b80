//! Paging by key shows each row once, in order.

use kernel::Id;
use kit::{
    Site,
    db::{Sql, Val},
    list::{Cursor, Key, Kind, List, Order, Page, containing, page},
    sheets::ImportId,
    testing::both,
};
use proptest::{
    prelude::*,
    test_runner::{Config, TestRunner},
};
use uuid::Uuid;

const ORDERS: &[Order] = &[
    Order { name: "newest", keys: &[Key::down("made", Kind::Int), Key::down("id", Kind::Id)] },
    Order { name: "oldest", keys: &[Key::up("made", Kind::Int), Key::down("id", Kind::Id)] },
    Order { name: "kind", keys: &[Key::up("kind", Kind::Text), Key::down("made", Kind::Int), Key::up("id", Kind::Id)] },
];

type Line = (ImportId, String, i64);

fn keys(order: &Order, line: &Line) -> Vec<Val> {
    let (id, kind, made) = line.clone();
    match order.name {
        "kind" => vec![kind.into(), made.into(), id.into()],
        _ => vec![made.into(), id.into()],
    }
}

async fn fill(site: &Site, lines: &[Line]) {
    let mut tx = site.db().begin().await.unwrap();
    tx.run("delete from import").await.unwrap();
    let columns = ["id", "kind", "made", "file", "state", "beat", "row_count", "warned", "bad", "taken", "notes"];
    let rows = lines.iter().map(|(id, kind, made)| {
        let zero = Val::Int(0);
        let mut row = vec![(*id).into(), kind.as_str().into(), (*made).into(), "f".into(), "done".into()];
        row.extend([zero.clone(), zero.clone(), zero.clone(), zero.clone(), zero, "[]".into()]);
        row
    });
    let rows: Vec<Vec<Val>> = rows.collect();
    tx.bulk("import", &columns, rows).await.unwrap();
    tx.commit().await.unwrap();
}

async fn one_page(site: &Site, order: &Order, after: Option<&str>, size: u16) -> Page<Line> {
    let list = List {
        select: Sql::new("select id, kind, made from import where made < {}").bind(1_000i64),
        count: Sql::new("select count(*) from import where made < {}").bind(1_000i64),
        order,
        after: after.map(|text| Cursor::parse(text, order).unwrap()),
        size,
    };
    page(&mut site.db(), list, |line| keys(order, line)).await.unwrap()
}

async fn walk(site: &Site, order: &Order, size: u16, most: usize) -> Vec<Line> {
    let (mut seen, mut after) = (Vec::new(), None);
    loop {
        let page = one_page(site, order, after.as_deref(), size).await;
        assert!(page.items.len() <= usize::from(size));
        seen.extend(page.items);
        assert!(seen.len() <= most, "paging comes to an end");
        let Some(next) = page.next else { return seen };
        after = Some(next.to_string());
    }
}

fn sorted(order: &Order, mut lines: Vec<Line>) -> Vec<Line> {
    lines.sort_by(|a, b| match order.name {
        "newest" => (b.2, b.0).cmp(&(a.2, a.0)),
        "oldest" => a.2.cmp(&b.2).then(b.0.cmp(&a.0)),
        _ => a.1.cmp(&b.1).then(b.2.cmp(&a.2)).then(a.0.cmp(&b.0)),
    });
    lines
}

#[test]
fn every_row_is_shown_once_in_order_whatever_the_page_size_even_among_equals() {
    let lines = prop::collection::btree_map(any::<u128>(), ("[ab]{1,2}", 0..4i64), 0..40);
    both(async |site| {
        let mut runner = TestRunner::new(Config { cases: 24, failure_persistence: None, ..Config::default() });
        let handle = tokio::runtime::Handle::current();
        let outcome = tokio::task::block_in_place(|| {
            runner.run(&(lines.clone(), 1..9u16), |(lines, size)| {
                let lines: Vec<Line> = lines
                    .into_iter()
                    .map(|(id, (kind, made))| (Id::from_uuid(Uuid::from_u128(id)), kind, made))
                    .collect();
                handle.block_on(async {
                    fill(&site, &lines).await;
                    for order in ORDERS {
                        let seen = walk(&site, order, size, lines.len()).await;
                        prop_assert_eq!(&seen, &sorted(order, lines.clone()), "{}", order.name);
                    }
                    Ok(())
                })
            })
        });
        outcome.unwrap();
    });
}

/// Puts one more line in while somebody pages.
async fn add(site: &Site, line: &Line) {
    let sql = Sql::new("insert into import (file, state, beat, row_count, warned, bad, taken, notes, id, kind, made)")
        .add(" values ('f', 'done', 0, 0, 0, 0, 0, '[]', {}, {}, {})");
    let mut tx = site.db().begin().await.unwrap();
    tx.run(sql.bind(line.0).bind(&line.1).bind(line.2)).await.unwrap();
    tx.commit().await.unwrap();
}

/// Pages to the end; after each page the next of the lines to come is put in.
async fn walk_while_written(site: &Site, order: &Order, size: u16, to_come: &[Line]) -> Vec<Line> {
    let (mut seen, mut after, mut to_come) = (Vec::new(), None, to_come.iter());
    loop {
        let page = one_page(site, order, after.as_deref(), size).await;
        seen.extend(page.items);
        let Some(next) = page.next else { return seen };
        after = Some(next.to_string());
        if let Some(line) = to_come.next() {
            add(site, line).await;
        }
    }
}

#[test]
fn while_others_write_no_row_is_lost_and_none_is_shown_twice() {
    let lines = prop::collection::btree_map(any::<u128>(), ("[ab]{1,2}", 0..4i64), 1..40);
    both(async |site| {
        let mut runner = TestRunner::new(Config { cases: 16, failure_persistence: None, ..Config::default() });
        let handle = tokio::runtime::Handle::current();
        let outcome = tokio::task::block_in_place(|| {
            runner.run(&(lines.clone(), 1..7u16, 0..40usize), |(lines, size, there)| {
                let line = |(id, (kind, made))| (Id::from_uuid(Uuid::from_u128(id)), kind, made);
                let lines: Vec<Line> = lines.into_iter().map(line).collect();
                let (there, to_come) = lines.split_at(there.min(lines.len()));
                handle.block_on(async {
                    for order in ORDERS {
                        fill(&site, there).await;
                        let seen = walk_while_written(&site, order, size, to_come).await;
                        let mut once = seen.clone();
                        once.sort();
                        once.dedup();
                        prop_assert_eq!(once.len(), seen.len(), "{}: a row twice", order.name);
                        prop_assert!(there.iter().all(|line| seen.contains(line)), "{}: a row lost", order.name);
                        prop_assert_eq!(&seen, &sorted(order, seen.clone()), "{}: out of order", order.name);
                    }
                    Ok(())
                })
            })
        });
        outcome.unwrap();
    });
}

#[test]
fn a_row_added_before_the_page_moves_nothing() {
    both(async |site| {
        let line = |n: u128, made| (Id::from_uuid(Uuid::from_u128(n)), "a".to_owned(), made);
        fill(&site, &[line(1, 10), line(2, 20), line(3, 30)]).await;
        let newest = &ORDERS[0];
        let first = one_page(&site, newest, None, 2).await;
        assert_eq!(first.total, 3);
        fill(&site, &[line(1, 10), line(2, 20), line(3, 30), line(4, 40)]).await;
        let next = first.next.unwrap().to_string();
        let second = one_page(&site, newest, Some(&next), 2).await;
        assert_eq!((second.items, second.next), (vec![line(1, 10)], None));
    });
}

proptest! {
    #[test]
    fn a_changed_cursor_is_refused(made in any::<i64>(), id in any::<u128>(), at in any::<prop::sample::Index>(), to in "[A-Za-z0-9_-]") {
        let (newest, oldest, kind) = (&ORDERS[0], &ORDERS[1], &ORDERS[2]);
        let cursor = Cursor::of(newest, &[made.into(), Val::Id(Uuid::from_u128(id))]).unwrap().to_string();
        prop_assert!(Cursor::parse(&cursor, newest).is_ok());
        prop_assert!(Cursor::parse(&cursor, oldest).is_err());
        prop_assert!(Cursor::parse(&cursor, kind).is_err());
        let at = at.index(cursor.len());
        let changed = format!("{}{to}{}", &cursor[..at], &cursor[at + 1..]);
        prop_assert!(changed == cursor || Cursor::parse(&changed, newest).is_err());
    }

    #[test]
    fn any_text_as_a_cursor_is_answered(text in ".{0,80}") {
        for order in ORDERS {
            let refused = Cursor::parse(&text, order).unwrap_err();
            prop_assert_eq!(refused.key, "list-cursor-unfit");
        }
    }
}

#[test]
fn what_people_type_is_searched_literally() {
    assert_eq!(containing("50%_!"), "%50!%!_!!%");
    both(async |site| {
        let sql = Sql::new("select count(*) from calendar_day where occasion like {} escape '!'").bind(containing("%"));
        assert_eq!(site.db().one::<(i64,)>(sql).await.unwrap(), Some((0,)));
    });
}
