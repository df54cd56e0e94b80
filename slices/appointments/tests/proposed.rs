//! A proposal from the draft to the filing, on both engines.

use crate::world::*;
use appointments::{
    desk::{
        add::{self, SpeechWanted},
        decide::{AgendaWanted, AnnouncementWanted, AppointmentVote, announce, put_on, vote},
        draft::{self, AppointmentReason, AppointmentRevised},
        follow::{self, AppointmentLetter, FilingWanted, OathWanted},
        of, rule,
    },
    queries,
};
use appointments_rules::{AppointmentId, Kind, Nominator, OathForm, Office, Rule, Settings, Speech};
use kit::{Site, testing::both, web::api::Once};

async fn at(site: &Site, id: AppointmentId) -> (AppointmentId, i64) {
    (id, version(site, id).await)
}

async fn adopted(site: &Site, id: AppointmentId) {
    vote(site, &head(), at(site, id).await, figures(20, 12)).await.unwrap();
    announce(site, &head(), at(site, id).await, AnnouncementWanted { day: site.today() }).await.unwrap();
}

#[test]
fn a_proposal_goes_its_way_to_the_register() {
    both(async |site| {
        found(&site).await;
        let seat = an_office(&site, "县教育局局长", Office::GovernmentMember).await;
        let id = listed(&site, wanted(Kind::Appoint, seat, "李春山")).await;
        let said = SpeechWanted { speech: Speech::Statement, who: text("李春山"), words: text("拟任职发言") };
        add::speech(&site, &clerk(), at(&site, id).await, said).await.unwrap();
        adopted(&site, id).await;
        assert_eq!(stage(&site, id).await, "announced");
        let letter = AppointmentLetter { day: site.today(), signed: text("周正") };
        follow::letter(&site, &clerk(), at(&site, id).await, letter).await.unwrap();
        let oath = OathWanted {
            day: site.today(),
            form: OathForm::Together,
            place: text("常委会会议厅"),
            led: Some(text("王领誓")),
            witness: None,
        };
        follow::oath(&site, &clerk(), at(&site, id).await, oath).await.unwrap();
        let filing = FilingWanted { day: site.today(), with: text("市人民政府") };
        follow::file(&site, &clerk(), at(&site, id).await, filing).await.unwrap();
        assert_eq!(stage(&site, id).await, "filed");
        let lines = queries::overview(&mut site.db(), congress(), site.today()).await.unwrap();
        assert_eq!((lines[0].standing.held, lines[0].standing.vacant), (1, Some(0)));
        let public = queries::announced(&mut site.db(), congress(), None, 10).await.unwrap();
        assert_eq!((public.total, public.items[0].n, public.items[0].person.as_str()), (1, 1, "李春山"));
        sound(&site).await;
    });
}

#[test]
fn refused_once_a_person_is_proposed_again_unless_the_place_forbids() {
    both(async |site| {
        found(&site).await;
        let settings = Settings { failed: Rule::TwoTotal, ..Settings::default() };
        rule::keep(&site, &head(), congress(), 0, settings).await.unwrap();
        let seat = an_office(&site, "县水利局局长", Office::GovernmentMember).await;
        let first = listed(&site, wanted(Kind::Appoint, seat, "褚湖光")).await;
        vote(&site, &head(), at(&site, first).await, figures(20, 11)).await.unwrap();
        assert_eq!(stage(&site, first).await, "refused", "11 of 23");
        let nothing = announce(&site, &head(), at(&site, first).await, AnnouncementWanted { day: site.today() }).await;
        assert_eq!(why(nothing.unwrap_err()), "appointments-refused-not-adopted");
        let person = of(&site, &clerk(), first).await.unwrap().0.it.matter.person;
        let again = || {
            let base = wanted(Kind::Appoint, seat, "褚湖光");
            appointments::desk::draft::AppointmentWanted { appointee: Some(person), new: None, ..base }
        };
        let second = listed(&site, again()).await;
        vote(&site, &head(), at(&site, second).await, figures(20, 10)).await.unwrap();
        let third = submitted(&site, again(), 85).await;
        let barred = draft::examine(&site, &clerk(), at(&site, third).await).await;
        assert_eq!(why(barred.unwrap_err()), "appointments-refused-barred");
        sound(&site).await;
    });
}

#[test]
fn a_removal_ends_what_was_held() {
    both(async |site| {
        found(&site).await;
        let seat = an_office(&site, "县民政局局长", Office::GovernmentMember).await;
        let id = listed(&site, wanted(Kind::Appoint, seat, "陈柳叶")).await;
        adopted(&site, id).await;
        let person = of(&site, &clerk(), id).await.unwrap().0.it.matter.person;
        let base = wanted(Kind::Remove, seat, "陈柳叶");
        let removal = appointments::desk::draft::AppointmentWanted { appointee: Some(person), new: None, ..base };
        let id = draft::draft(&site, &clerk(), congress(), removal, &Once::default()).await.unwrap().it.id;
        for document in [appointments_rules::Document::Proposal, appointments_rules::Document::Reasons] {
            let wanted = add::DocumentWanted { document, title: text("提请免职的议案"), mark: None, day: None };
            add::document(&site, &clerk(), at(&site, id).await, wanted).await.unwrap();
        }
        draft::submit(&site, &clerk(), at(&site, id).await).await.unwrap();
        draft::examine(&site, &clerk(), at(&site, id).await).await.unwrap();
        let agenda =
            appointments::desk::decide::AgendaWanted { meeting: text("第三十次会议"), day: site.today() };
        appointments::desk::decide::put_on(&site, &head(), at(&site, id).await, agenda).await.unwrap();
        adopted(&site, id).await;
        let record = queries::record(&mut site.db(), person).await.unwrap().unwrap();
        assert_eq!((record.posts.len(), record.posts[0].until), (1, Some(site.today())));
        let public = queries::announced(&mut site.db(), congress(), None, 10).await.unwrap();
        assert!(public.items.iter().all(|line| line.n == 1), "one meeting, one announcement");
        sound(&site).await;
    });
}

#[test]
fn whoever_may_not_is_told_so_and_nothing_is_lost() {
    both(async |site| {
        found(&site).await;
        let seat = an_office(&site, "县教育局局长", Office::GovernmentMember).await;
        let mut other = wanted(Kind::Appoint, seat, "李春山");
        other.proposer = Nominator::CourtPresident;
        let refused = draft::draft(&site, &clerk(), congress(), other, &Once::default()).await;
        assert_eq!(why(refused.unwrap_err()), "appointments-wrong-proposer");
        let court = an_office(&site, "县人民法院院长", Office::CourtPresident).await;
        let elected = wanted(Kind::Appoint, court, "甲");
        let elected = draft::draft(&site, &clerk(), congress(), elected, &Once::default()).await;
        assert_eq!(why(elected.unwrap_err()), "appointments-refused-elected");
        let id = submitted(&site, wanted(Kind::Appoint, seat, "李春山"), 40).await;
        let barred = draft::examine(&site, &clerk(), at(&site, id).await).await;
        assert_eq!(why(barred.unwrap_err()), "appointments-refused-barred", "40 of 100");
        let revised = AppointmentRevised { proposer: Nominator::Chairpersons, reason: text("改"), signers: None };
        let fixed = draft::revise(&site, &clerk(), at(&site, id).await, revised).await;
        assert_eq!(why(fixed.unwrap_err()), "appointments-refused-handed-in");
        let stale = draft::withdraw(&site, &clerk(), (id, 1), AppointmentReason { reason: text("缓议") }).await;
        assert_eq!(why(stale.unwrap_err()), "appointments-refused-changed");
        for actor in [member(), deputy(), stranger()] {
            assert!(of(&site, &actor, id).await.is_err(), "{}: not on an agenda", actor.name);
        }
        assert!(of(&site, &leader(), id).await.is_ok());
        let reason = AppointmentReason { reason: text("缓议") };
        draft::withdraw(&site, &clerk(), at(&site, id).await, reason).await.unwrap();
        assert_eq!(stage(&site, id).await, "withdrawn");
        let id = listed(&site, wanted(Kind::Appoint, seat, "王小川")).await;
        assert!(of(&site, &member(), id).await.is_ok(), "a member of the committee sees the agenda");
        assert!(of(&site, &deputy(), id).await.is_err());
        let none = vote(&site, &head(), at(&site, id).await, AppointmentVote::default()).await;
        assert_eq!(why(none.unwrap_err()), "kit-form-required");
        sound(&site).await;
    });
}

#[test]
fn nothing_is_voted_or_announced_on_a_day_that_has_not_come() {
    both(async |site| {
        found(&site).await;
        let seat = an_office(&site, "县教育局局长", Office::GovernmentMember).await;
        let id = listed(&site, wanted(Kind::Appoint, seat, "李春山")).await;
        let tomorrow = site.today().plus_days(1);
        let later = AgendaWanted { meeting: text("第三十一次会议"), day: tomorrow };
        put_on(&site, &head(), at(&site, id).await, later).await.unwrap();
        let early = vote(&site, &head(), at(&site, id).await, figures(20, 12)).await;
        assert_eq!(why(early.unwrap_err()), "appointments-refused-ahead");
        let moved = AgendaWanted { meeting: text("第三十一次会议"), day: site.today() };
        put_on(&site, &head(), at(&site, id).await, moved).await.unwrap();
        vote(&site, &head(), at(&site, id).await, figures(20, 12)).await.unwrap();
        let ahead = announce(&site, &head(), at(&site, id).await, AnnouncementWanted { day: tomorrow }).await;
        assert_eq!(why(ahead.unwrap_err()), "appointments-wrong-later");
        announce(&site, &head(), at(&site, id).await, AnnouncementWanted { day: site.today() }).await.unwrap();
        sound(&site).await;
    });
}

#[test]
fn of_two_who_set_the_rule_at_once_one_is_told() {
    both(async |site| {
        found(&site).await;
        for seen in [0, 1] {
            let (chief, settings) = (head(), Settings::default());
            let (one, other) = tokio::join!(
                rule::keep(&site, &chief, congress(), seen, settings.clone()),
                rule::keep(&site, &chief, congress(), seen, settings.clone()),
            );
            assert_eq!(usize::from(one.is_ok()) + usize::from(other.is_ok()), 1, "of version {seen}");
        }
    });
}
