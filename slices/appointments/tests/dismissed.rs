//! 撤职: moved by members of the committee, heard, voted on, announced.

use crate::world::{site::visitor, *};
use appointments::{
    desk::{
        add::{self, DocumentWanted, SpeechWanted},
        decide::{self, AgendaWanted, AnnouncementWanted, announce, vote},
        draft::{self, AppointeeWanted, AppointmentRevised, AppointmentWanted},
        of,
        seats::{self, HolderWanted},
    },
    queries,
};
use appointments_rules::{AppointmentId, Document, How, Kind, Nominator, Office, SeatId, Speech};
use kit::{Site, testing::both, web::api::Once};

async fn at(site: &Site, id: AppointmentId) -> (AppointmentId, i64) {
    (id, version(site, id).await)
}

/// An office somebody holds, and a motion against that person.
async fn motion(site: &Site, signers: Option<u32>) -> (SeatId, AppointmentWanted) {
    let seat = an_office(site, "县水利局局长", Office::GovernmentMember).await;
    let new = Some(AppointeeWanted { name: text("郑沅江"), post: None, born: None, person: None });
    let since = day("2022-03-01");
    let holder = HolderWanted { appointee: None, new, since, how: How::Appointed, note: None };
    seats::enter(site, &clerk(), seat, holder, &Once::default()).await.unwrap();
    let appointee = queries::known(&mut site.db(), congress()).await.unwrap()[0].0;
    let base = wanted(Kind::Dismiss, seat, "郑沅江");
    let proposer = Nominator::Members;
    (seat, AppointmentWanted { appointee: Some(appointee), new: None, proposer, signers, ..base })
}

#[test]
fn members_move_to_dismiss_the_person_is_heard_and_the_office_is_vacant() {
    both(async |site| {
        found(&site).await;
        let (_, wanted) = motion(&site, Some(1)).await;
        let id = draft::draft(&site, &clerk(), congress(), wanted, &Once::default()).await.unwrap().it.id;
        let paper = DocumentWanted { document: Document::Dismissal, title: text("撤职案"), mark: None, day: None };
        add::document(&site, &clerk(), at(&site, id).await, paper).await.unwrap();
        draft::submit(&site, &clerk(), at(&site, id).await).await.unwrap();
        draft::examine(&site, &clerk(), at(&site, id).await).await.unwrap();
        let agenda = AgendaWanted { meeting: text("第三十次会议"), day: site.today() };
        decide::put_on(&site, &head(), at(&site, id).await, agenda).await.unwrap();
        let page = visitor(&site, &head()).get(&format!("/appointments/{id}")).await.text;
        assert!(page.contains("还没有申辩的记录") && page.contains("用纸质票表决"), "{page}");
        let said = SpeechWanted {
            speech: Speech::Defence, who: text("郑沅江"), words: text("对有关事实作出说明。")
        };
        add::speech(&site, &clerk(), at(&site, id).await, said).await.unwrap();
        let page = visitor(&site, &head()).get(&format!("/appointments/{id}")).await.text;
        assert!(page.contains("本人已申辩") && page.contains("联名 1 人，达到五分之一（1 人）"), "{page}");
        vote(&site, &head(), at(&site, id).await, figures(20, 12)).await.unwrap();
        announce(&site, &head(), at(&site, id).await, AnnouncementWanted { day: site.today() }).await.unwrap();
        let lines = queries::overview(&mut site.db(), congress(), site.today().plus_days(1)).await.unwrap();
        assert_eq!((lines[0].standing.held, lines[0].standing.vacant), (0, Some(1)));
        let notice = visitor(&site, &clerk()).get(&format!("/api/appointments/{id}/papers/announcement")).await.text;
        assert!(notice.contains("撤销郑沅江的县水利局局长职务。"), "{notice}");
        let json = visitor(&site, &clerk()).get(&format!("/api/appointments/{id}")).await.json();
        assert_eq!((&json["kind"], &json["signers"]), (&"dismiss".into(), &1.into()));
        sound(&site).await;
    });
}

#[test]
fn who_moves_it_says_how_many_and_nobody_else_does() {
    both(async |site| {
        found(&site).await;
        let (seat, whole) = motion(&site, Some(1)).await;
        let ask = async |wanted| draft::draft(&site, &clerk(), congress(), wanted, &Once::default()).await;
        for (proposer, signers, key) in [
            (Nominator::Members, None, "appointments-wrong-signers"),
            (Nominator::Members, Some(0), "appointments-wrong-signers"),
            (Nominator::Organ, Some(5), "appointments-wrong-signers"),
            (Nominator::GovernmentHead, None, "appointments-wrong-proposer"),
        ] {
            let wanted = AppointmentWanted { proposer, signers, ..whole.clone() };
            assert_eq!(why(ask(wanted).await.unwrap_err()), key, "{proposer:?} {signers:?}");
        }
        let organ =
            AppointmentWanted { kind: Kind::Remove, proposer: Nominator::Organ, signers: None, ..whole.clone() };
        assert_eq!(why(ask(organ).await.unwrap_err()), "appointments-wrong-proposer", "a removal is no motion");
        let office = an_office(&site, "常委会办公室主任", Office::WorkOrganHead).await;
        let other = AppointmentWanted { seat: office, ..whole.clone() };
        assert_eq!(why(ask(other).await.unwrap_err()), "appointments-refused-no-dismissal");
        let id = ask(whole).await.unwrap().it.id;
        let revised =
            AppointmentRevised {
                proposer: Nominator::Chairpersons, reason: text("改由主任会议提出"), signers: None
            };
        draft::revise(&site, &clerk(), at(&site, id).await, revised).await.unwrap();
        let kept = of(&site, &clerk(), id).await.unwrap().0;
        assert_eq!((kept.signers, kept.it.matter.seat), (None, seat));
        sound(&site).await;
    });
}
