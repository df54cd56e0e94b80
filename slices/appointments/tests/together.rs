//! The proposals of one meeting, dealt with at once.

use crate::world::{site::visitor, *};
use appointments::desk::{draft, together::*};
use appointments_rules::{AppointmentId, Kind, Office, Together};
use axum::http::{Method, StatusCode};
use kit::{Site, testing::both};
use serde_json::json;

fn step(step: Together, lines: Vec<TogetherLine>) -> TogetherWanted {
    TogetherWanted {
        step,
        lines,
        meeting: None,
        day: None,
        round: None,
        members: None,
        present: None,
        yes: None,
        no: None,
        abstain: None,
        signed: None,
    }
}

async fn lines(site: &Site, ids: &[AppointmentId]) -> Vec<TogetherLine> {
    let mut lines = Vec::new();
    for id in ids {
        lines.push(TogetherLine { appointment: *id, version: version(site, *id).await });
    }
    lines
}

/// Examined proposals for as many offices.
async fn examined(site: &Site, names: &[&str]) -> Vec<AppointmentId> {
    let mut ids = Vec::new();
    for (n, name) in names.iter().enumerate() {
        let seat = an_office(site, &format!("第{n}局局长"), Office::GovernmentMember).await;
        let id = submitted(site, wanted(Kind::Appoint, seat, name), 85).await;
        draft::examine(site, &clerk(), (id, version(site, id).await)).await.unwrap();
        ids.push(id);
    }
    ids
}

async fn stages(site: &Site, ids: &[AppointmentId]) -> Vec<&'static str> {
    let mut all = Vec::new();
    for id in ids {
        all.push(stage(site, *id).await);
    }
    all
}

#[test]
fn a_whole_meeting_goes_from_the_agenda_to_the_letters_in_four_steps() {
    both(async |site| {
        found(&site).await;
        let ids = examined(&site, &["李春山", "褚湖光", "陈柳叶"]).await;
        let day = Some(site.today());
        let agenda = step(Together::Agenda, lines(&site, &ids).await);
        let unnamed = together(&site, &head(), congress(), TogetherWanted { day, ..agenda.clone() }).await;
        assert_eq!(why(unnamed.unwrap_err()), "kit-form-required");
        let agenda = TogetherWanted { meeting: Some(text("第三十次会议")), day, ..agenda };
        let done = together(&site, &head(), congress(), agenda).await.unwrap();
        assert!(done.iter().all(|one| one.refused.is_none()), "{done:?}");
        let vote = TogetherWanted {
            members: Some(23),
            present: Some(20),
            yes: Some(12),
            no: Some(8),
            abstain: Some(0),
            ..step(Together::Vote, lines(&site, &ids).await)
        };
        together(&site, &head(), congress(), vote).await.unwrap();
        assert_eq!(stages(&site, &ids).await, ["adopted", "adopted", "adopted"]);
        let told = TogetherWanted { day, ..step(Together::Announcement, lines(&site, &ids).await) };
        together(&site, &head(), congress(), told).await.unwrap();
        let letters =
            TogetherWanted { day, signed: Some(text("周正")), ..step(Together::Letter, lines(&site, &ids).await) };
        together(&site, &clerk(), congress(), letters).await.unwrap();
        assert_eq!(stages(&site, &ids).await, ["lettered", "lettered", "lettered"]);
        let public = appointments::queries::announced(&mut site.db(), congress(), None, 10).await.unwrap();
        assert!(public.total == 3 && public.items.iter().all(|line| line.n == 1), "one meeting, one announcement");
        sound(&site).await;
    });
}

#[test]
fn what_cannot_be_done_with_one_is_told_and_the_others_are_done() {
    both(async |site| {
        found(&site).await;
        let ids = examined(&site, &["李春山", "褚湖光"]).await;
        let mut seen = lines(&site, &ids).await;
        seen[1].version -= 1;
        let (meeting, day) = (Some(text("第三十次会议")), Some(site.today()));
        let agenda = TogetherWanted { meeting, day, ..step(Together::Agenda, seen) };
        let done = together(&site, &head(), congress(), agenda.clone()).await.unwrap();
        let keys: Vec<_> = done.iter().map(|one| one.refused.as_ref().map(|wrong| wrong.key)).collect();
        assert_eq!(keys, [None, Some("appointments-refused-changed")]);
        assert_eq!(stages(&site, &ids).await, ["listed", "examined"]);
        assert!(together(&site, &clerk(), congress(), agenda.clone()).await.is_err(), "the head decides");
        assert!(together(&site, &stranger(), congress(), agenda.clone()).await.is_err());
        let twice =
            TogetherWanted { lines: [agenda.lines.clone(), agenda.lines].concat(), ..step(Together::Vote, vec![]) };
        assert_eq!(why(together(&site, &head(), congress(), twice).await.unwrap_err()), "appointments-wrong-lines");
        sound(&site).await;
    });
}

#[test]
fn pages_and_programs_tick_lines_and_are_told_what_was_left() {
    both(async |site| {
        found(&site).await;
        let ids = examined(&site, &["李春山", "褚湖光"]).await;
        let mut office = visitor(&site, &head());
        let sheet = office.get(&format!("/appointments/together?congress={}", congress())).await.text;
        let ticks = [format!("{}.{}", ids[0], version(&site, ids[0]).await), format!("{}.1", ids[1])];
        assert!(sheet.contains(&ticks[0]) && sheet.contains("任命：李春山"), "{sheet}");
        let (place, today) = (congress().to_string(), site.today().to_string());
        let fields = [
            ("congress", &*place),
            ("step", "agenda"),
            ("lines", &*ticks[0]),
            ("lines", &*ticks[1]),
            ("meeting", "第三十次会议"),
            ("day", &*today),
        ];
        let told = office.post("/appointments/together", &fields).await;
        assert_eq!(told.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(told.text.contains("褚湖光 打开页面以后"), "{}", told.text);
        assert_eq!(stages(&site, &ids).await, ["listed", "examined"]);
        let none = office.post("/appointments/together", &fields[..2]).await;
        assert!(none.text.contains("请勾选"), "{}", none.text);
        let keeps = visitor(&site, &clerk()).get(&format!("/appointments/together?congress={}", congress())).await;
        assert_eq!(keeps.status, StatusCode::OK, "letters are the office's");
        let line = json!({ "appointment": ids[1], "version": version(&site, ids[1]).await });
        let body = json!({ "step": "agenda", "lines": [line], "meeting": "第三十次会议", "day": today });
        let path = format!("/api/congresses/{}/appointment-steps", congress());
        let done = office.json(Method::POST, &path, &[], body).await;
        assert_eq!((done.status, &done.json()["lines"][0]["done"]), (StatusCode::OK, &true.into()), "{}", done.text);
        assert_eq!(stages(&site, &ids).await, ["listed", "listed"]);
    });
}
