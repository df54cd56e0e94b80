//! The committee's vote in a round of ballots, on paper or electronically in the hall: one by one, of this committee, of this meeting.

use crate::world::{site::visitor, *};
use appointments::desk::decide::{AppointmentVote, vote};
use appointments_rules::{Appointment, AppointmentId, Kind, Office};
use kernel::Day;
use kit::{Site, db::Sql, testing::both};
use uuid::Uuid;

/// A round as the noun of ballots keeps it: whose, on which day, whether in the hall.
struct Round<'a> {
    n: u8,
    assembly: &'a str,
    day: Day,
    hall: bool,
    announced: bool,
}

impl Round<'_> {
    async fn keep(&self, site: &Site, names: &[(&str, &str, [i64; 3])]) -> Uuid {
        let (ballot, round) = (id::<()>(21, self.n).uuid(), id::<()>(22, self.n).uuid());
        let spec =
            serde_json::json!({ "assembly": self.assembly, "method": "人事任免表决办法", "names": [] }).to_string();
        let mut tx = site.db().begin().await.unwrap();
        let sql = Sql::new("insert into ballot (title, meeting, kind, made, version, id, congress, day, spec)")
            .add(" values ('任命政府组成人员', '第三十次会议', 'decision', 1, 1, {}, {}, {}, {})");
        run(&mut tx, sql.bind(ballot).bind(congress()).bind(self.day).bind(&spec)).await;
        let sql = Sql::new(
            "insert into ballot_round (n, why, hash, members, present, opened, edition, stage, version, id, ballot, spec)",
        );
        let sql = sql.add(" values (1, 'first', 'x', 23, 20, 1, 1, 'announced', 1, {}, {}, {})");
        run(&mut tx, sql.bind(round).bind(ballot).bind(&spec)).await;
        let sql = Sql::new("insert into ballot_result (edition, figures, unreadable, reported, round, announced)");
        let sql = sql.add(" values (1, 'null', 0, 1, {}, {})").bind(round).bind(self.announced.then_some(2i64));
        run(&mut tx, sql).await;
        for (at, (name, note, [approve, against, abstain])) in names.iter().enumerate() {
            let sql = Sql::new("insert into ballot_standing (edition, written_in, unclear, standing, round, ordinal, name, note, approve, against, abstain)")
                .add(" values (1, 0, 0, 'elected', {}, {}, {}, {}, {}, {}, {})");
            let sql = sql.bind(round).bind(i64::try_from(at).unwrap()).bind(*name).bind(*note);
            run(&mut tx, sql.bind(*approve).bind(*against).bind(*abstain)).await;
        }
        if self.hall {
            let sql = Sql::new(
                "insert into ballot_hall (stage, attempt, method, article, least, version, round, vote, board)",
            )
            .add(" values ('done', 1, '电子表决办法', '第八条第二款', 7, 1, {}, {}, {})");
            run(&mut tx, sql.bind(round).bind(format!("vote-{}", self.n)).bind(vec![0u8])).await;
        }
        tx.commit().await.unwrap();
        round
    }
}

fn of_today(site: &Site, n: u8) -> Round<'static> {
    Round { n, assembly: "committee", day: site.today(), hall: false, announced: true }
}

async fn taken(site: &Site, id: AppointmentId, round: Uuid) -> Result<Appointment, String> {
    let wanted = AppointmentVote { round: Some(round), ..AppointmentVote::default() };
    vote(site, &head(), (id, version(site, id).await), wanted).await.map_err(why)?;
    Ok(appointments::desk::of(site, &clerk(), id).await.unwrap().0.it)
}

#[test]
fn of_a_secret_round_in_the_hall_each_person_has_the_own_figures() {
    both(async |site| {
        found(&site).await;
        let first = an_office(&site, "县教育局局长", Office::GovernmentMember).await;
        let second = an_office(&site, "县水利局局长", Office::GovernmentMember).await;
        let one = listed(&site, wanted(Kind::Appoint, first, "李春山")).await;
        let other = listed(&site, wanted(Kind::Appoint, second, "褚湖光")).await;
        let round = Round { hall: true, ..of_today(&site, 1) };
        let names = [("李春山", "任县教育局局长", [12, 5, 3]), ("褚湖光", "任县水利局局长", [11, 9, 0])];
        let round = round.keep(&site, &names).await;
        let offered = visitor(&site, &head()).get(&format!("/appointments/{one}")).await.text;
        assert!(offered.contains("任命政府组成人员") && offered.contains("电子表决</option>"), "{offered}");
        let done = taken(&site, one, round).await.unwrap();
        let tally = done.stage.tally().unwrap();
        assert_eq!((tally.members, tally.present, tally.yes, tally.no, tally.abstain), (23, 20, 12, 5, 3));
        assert_eq!(done.stage.word(), "adopted");
        assert_eq!(taken(&site, other, round).await.unwrap().stage.word(), "refused", "11 of 23");
        let page = visitor(&site, &member()).get(&format!("/appointments/{one}")).await.text;
        assert!(page.contains("会场无记名电子表决") && page.contains("电子表决办法 第八条第二款"), "{page}");
        let json = visitor(&site, &clerk()).get(&format!("/api/appointments/{one}")).await.json();
        assert_eq!((&json["taken"]["way"], &json["taken"]["article"]), (&"hall".into(), &"第八条第二款".into()));
        sound(&site).await;
    });
}

#[test]
fn a_round_on_paper_says_so_and_the_post_tells_two_lines_apart() {
    both(async |site| {
        found(&site).await;
        let first = an_office(&site, "县教育局局长", Office::GovernmentMember).await;
        let id = listed(&site, wanted(Kind::Appoint, first, "李春山")).await;
        let person = appointments::desk::of(&site, &clerk(), id).await.unwrap().0.it.matter.person;
        let known = Sql::new("update appointee set person = {} where id = {}").bind(self::person(4)).bind(person);
        let mut tx = site.db().begin().await.unwrap();
        run(&mut tx, known).await;
        tx.commit().await.unwrap();
        let names = [("李春山（委员）", "任县监察委员会委员", [5, 15, 0]), ("李春山", "任县教育局局长", [19, 1, 0])];
        let round = of_today(&site, 1).keep(&site, &names).await;
        let sql = Sql::new("update ballot_standing set person = {} where round = {}").bind(self::person(4)).bind(round);
        let mut tx = site.db().begin().await.unwrap();
        run(&mut tx, sql).await;
        tx.commit().await.unwrap();
        let done = taken(&site, id, round).await.unwrap();
        assert_eq!(done.stage.tally().unwrap().yes, 19);
        let page = visitor(&site, &head()).get(&format!("/appointments/{id}")).await.text;
        assert!(page.contains("纸质票无记名表决，办法：人事任免表决办法"), "{page}");
    });
}

#[test]
fn a_round_of_the_congress_of_an_earlier_meeting_or_not_announced_is_not_the_vote() {
    both(async |site| {
        found(&site).await;
        let seat = an_office(&site, "县教育局局长", Office::GovernmentMember).await;
        let id = listed(&site, wanted(Kind::Appoint, seat, "李春山")).await;
        let name = [("李春山", "任县教育局局长", [19, 1, 0])];
        let congress = Round { assembly: "congress", ..of_today(&site, 1) }.keep(&site, &name).await;
        let earlier = Round { day: site.today().plus_days(-30), ..of_today(&site, 2) }.keep(&site, &name).await;
        let counting = Round { announced: false, ..of_today(&site, 3) }.keep(&site, &name).await;
        let other = of_today(&site, 4).keep(&site, &[("王小川", "任县教育局局长", [19, 1, 0])]).await;
        for round in [congress, earlier, counting, other, Uuid::nil()] {
            assert_eq!(taken(&site, id, round).await.unwrap_err(), "appointments-wrong-round");
        }
        let page = visitor(&site, &head()).get(&format!("/appointments/{id}")).await.text;
        assert!(!page.contains("任命政府组成人员"), "none of them is offered: {page}");
    });
}
