//! Links: made by hand, contacted, ended, closed by a change of term, reminded of, in by sheet.

use std::sync::Arc;

use crate::world::*;
use kernel::{BodyId, Recorded, Verb};
use kit::{
    Site,
    db::Sql,
    journal,
    sheets::{self, BadRows, Upload},
    testing::{both, on_sqlite},
    web::api::Once,
};
use links::{
    desk::{
        contact::{LinkContactWanted, record},
        link::{LinkEndWanted, LinkWanted, end, make, of},
    },
    queries::lines::{self, Show},
};
use links_rules::{EndReason, KindId, Way};
use serde::Serialize;

fn contact(on: &str) -> LinkContactWanted {
    LinkContactWanted {
        day: day(on), way: Way::Visit, words: text("上门走访，谈了村里的路。"), follow_up: None
    }
}

async fn first(site: &Site, kind: KindId) -> lines::LinkLine {
    lines::of_kind(&mut site.db(), kind, Show::Standing, site.today()).await.unwrap().remove(0)
}

#[test]
fn one_is_linked_by_hand_contacted_and_ended() {
    both(async |site| {
        found(&site).await;
        let kind = made(&site).await.id;
        let today = site.today();
        let wanted = LinkWanted { one: person(1).to_string(), other: person(3).to_string(), since: today };
        let link = make(&site, &clerk(), kind, wanted.clone(), &Once::default()).await.unwrap().id;
        let again = make(&site, &clerk(), kind, wanted, &Once::default()).await;
        assert_eq!(why(again.unwrap_err()), "links-refused-linked-twice");
        let own = LinkWanted { one: person(1).to_string(), other: person(1).to_string(), since: today };
        let own = make(&site, &clerk(), kind, own, &Once::default()).await;
        assert_eq!(why(own.unwrap_err()), "links-refused-oneself");
        let today = today.to_string();
        let written = record(&site, &deputy(1), link, contact(&today), &Once::default()).await.unwrap();
        assert!(!written.typed);
        assert!(record(&site, &clerk(), link, contact(&today), &Once::default()).await.unwrap().typed);
        let early = record(&site, &deputy(1), link, contact("2020-01-01"), &Once::default()).await;
        assert_eq!(why(early.unwrap_err()), "links-refused-day-outside");
        for who in [deputy(3), leader(), deputy(4), stranger()] {
            assert!(record(&site, &who, link, contact(&today), &Once::default()).await.is_err(), "{}", who.name);
        }
        assert!(of(&site, &deputy(3), link).await.is_ok(), "who is linked sees the link");
        assert!(of(&site, &deputy(4), link).await.is_err());
        let ending = LinkEndWanted { day: site.today(), reason: EndReason::Changed, remark: None };
        let by_hand = LinkEndWanted { reason: EndReason::Term, ..ending.clone() };
        assert_eq!(why(end(&site, &clerk(), link, by_hand).await.unwrap_err()), "links-refused-reason");
        end(&site, &clerk(), link, ending.clone()).await.unwrap();
        assert_eq!(why(end(&site, &clerk(), link, ending).await.unwrap_err()), "links-refused-link-over");
        sound(&site).await;
    });
}

#[test]
fn who_is_behind_and_who_has_none_is_told_as_of_a_day() {
    both(async |site| {
        found(&site).await;
        let kind = made(&site).await.id;
        adopted(&site, kind).await;
        let one = first(&site, kind).await;
        record(&site, &clerk(), one.id, contact(&site.today().to_string()), &Once::default()).await.unwrap();
        let (_, last) = links_rules::year_of(site.today());
        let next = last.plus_days(1);
        let (_, next_end) = links_rules::year_of(next);
        let count = async |show, day| lines::of_kind(&mut site.db(), kind, show, day).await.unwrap().len();
        assert_eq!(count(Show::None, site.today()).await, 5);
        assert_eq!(count(Show::None, next).await, 6, "a year begins anew");
        assert_eq!(count(Show::Behind, next_end).await, 6);
        assert_eq!(count(Show::Behind, site.today()).await, 0, "nothing is owed on the first day");
        assert_eq!(count(Show::Standing, site.today().plus_days(-1)).await, 0, "they had not begun");
        sound(&site).await;
    });
}

#[derive(Serialize)]
struct Changed {
    congress: BodyId,
    on: kernel::Day,
}

impl Verb for Changed {
    fn verb(&self) -> &'static str {
        "term.changed"
    }
}

#[test]
fn a_change_of_term_closes_every_link_of_the_congress() {
    both(async |site| {
        found(&site).await;
        let kind = made(&site).await.id;
        adopted(&site, kind).await;
        site.set_now(site.now().plus_millis(40 * 86_400_000));
        let mut tx = site.db().begin().await.unwrap();
        let fact = Changed { congress: congress(), on: site.today() };
        let recorded =
            Recorded { at: site.now(), by: None, acting_for: None, body: None, subject: id::<()>(5, 2).uuid(), fact };
        journal::append(&mut tx, recorded).await.unwrap();
        tx.commit().await.unwrap();
        links::CLOSING.catch_up(&site).await.unwrap();
        let ended = lines::of_kind(&mut site.db(), kind, Show::Ended, site.today()).await.unwrap();
        assert_eq!(ended.len(), 6);
        assert!(ended.iter().all(|line| line.reason == Some(EndReason::Term)));
        assert!(lines::of_person(&mut site.db(), person(1), site.today()).await.unwrap().is_empty());
        sound(&site).await;
    });
}

async fn due(site: &Site) -> i64 {
    let sql = Sql::new("select count(*) from journal where verb = 'link.contact-due'");
    site.db().one::<(i64,)>(sql).await.unwrap().unwrap().0
}

#[test]
fn a_contact_that_falls_due_is_told_once() {
    both(async |site| {
        found(&site).await;
        let kind = made(&site).await.id;
        adopted(&site, kind).await;
        links::remind(&site).await.unwrap();
        let before = due(&site).await;
        let (_, last) = links_rules::year_of(site.today().plus_months(12));
        site.set_now(last.start());
        for _ in 0..2 {
            links::remind(&site).await.unwrap();
        }
        assert_eq!(due(&site).await - before, 6);
        let one = first(&site, kind).await;
        assert_eq!((one.owed, one.done), (2, 0));
        sound(&site).await;
    });
}

async fn imported(site: &Site, table: &str) -> (sheets::ImportId, i64, i64) {
    let by = clerk().account.unwrap();
    let file = ("a.csv", table.as_bytes());
    let opened = sheets::open_once(site, ("links", Some(congress()), by), file, &Once::default()).await.unwrap();
    let sheets::Opened::New(import) = opened else { panic!("it was never sent") };
    let upload = Upload::from_bytes(table.as_bytes()).unwrap();
    let staged = sheets::stage(site, &Arc::new(links::LinkSheet::new(site)), import, upload).await.unwrap();
    (import, staged.rows, staged.bad)
}

#[test]
fn a_sheet_brings_links_in_and_says_what_is_wrong_with_the_others() {
    on_sqlite(async |site| {
        found(&site).await;
        let kind = made(&site).await;
        let name = kind.spec.name.as_str();
        let table = format!(
            "联系类别,联系人,联系对象,起始日期\n{name},代表1,代表3（黄花镇代表团）,2026-01-01\n{name},代表1,代表3,\n{name},代表5,代表4,\n无此类,代表1,代表4,\n{name},代表2,代表2,\n"
        );
        let (import, rows, bad) = imported(&site, &table).await;
        assert_eq!((rows, bad), (5, 4));
        let taking =
            sheets::commit(&site, &links::LinkSheet::new(&site), import, clerk().account, BadRows::LeaveOut).await;
        assert_eq!(taking.unwrap().rows, 1);
        let line: lines::LinkLine = first(&site, kind.id).await;
        assert_eq!(
            (line.one_name.as_str(), line.other_name.as_str(), line.since),
            ("代表1", "代表3", day("2026-01-01"))
        );
        sound(&site).await;
    });
}
