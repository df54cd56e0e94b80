//! Numbers of 12345 that are typed by hand meet their sheets.

use crate::world::*;
use accounts_rules::Actor;
use kit::{Problem, Site, testing::both};
use opinions::{
    Ticket,
    desk::{
        hotline::{Deed, Desk, Known, TicketLine, judge as ticket},
        receive::{Said, receive},
    },
};
use opinions_rules::{OpinionId, Way};

async fn typed(site: &Site, who: &Actor, number: &str) -> Result<OpinionId, Problem> {
    let said = Said { way: Way::Hotline, hotline: Some(text(number)), ..said(Some(person(2)), VILLAGE) };
    let ticket = Ticket::open(site).await.unwrap();
    receive(site, who, &said, &[], &ticket).await.map(|it| it.id)
}

#[test]
fn a_number_typed_by_hand_is_one_with_that_of_the_sheet_and_belongs_to_one_opinion() {
    both(async |site| {
        found(&site).await;
        for wrong in ["工单8812", "G/1", "1"] {
            let told = typed(&site, &county_clerk(), wrong).await;
            assert_eq!(why(told.unwrap_err()), "hotline: opinions-sheet-ticket", "{wrong}");
        }
        let id = typed(&site, &county_clerk(), "gd 88-12").await.unwrap();
        let twice = typed(&site, &county_clerk(), "ＧＤ88-12").await;
        assert_eq!(why(twice.unwrap_err()), "hotline: opinions-wrong-ticket-known");
        let line = TicketLine {
            ticket: "GD88-12".into(),
            area: "柳林村".into(),
            body: "水压不够。".into(),
            answer: "已修好。".into(),
            ..TicketLine::default()
        };
        let desk = Desk::of(&site, &county_clerk(), county()).unwrap();
        let mut known = Known::load(&mut site.db(), county()).await.unwrap();
        let deed = ticket(&mut known, &line).unwrap();
        assert!(matches!(&deed, Deed::Ours { id: ours, .. } if *ours == id), "{deed:?}");
        let mut tx = site.db().begin().await.unwrap();
        desk.perform(&mut tx, deed).await.unwrap();
        tx.commit().await.unwrap();
        assert_eq!(stage(&site, id).await, "answered");
        let (count,): (i64,) = site.db().one("select count(*) from opinion").await.unwrap().unwrap();
        assert_eq!(count, 1, "the sheet doubles nothing");
        sound(&site).await;
    });
}

#[test]
fn a_number_from_nobody_in_the_office_claims_nothing() {
    both(async |site| {
        found(&site).await;
        let said = Said { hotline: Some(text("GD-1")), ..said(Some(person(2)), VILLAGE) };
        let id = handed_in(&site, &said).await.id;
        let own = typed(&site, &county_clerk(), "GD-1").await.unwrap();
        assert_ne!(id, own);
        let sql = kit::db::Sql::new("select hotline from opinion where id = {}").bind(id);
        assert_eq!(site.db().one::<(Option<String>,)>(sql).await.unwrap().unwrap().0, None);
    });
}
