//! Duty at the first open stations of the highest congress: reception days of each kind, a roster that is over with who was there, one
//! that is published, a draft; leave, and a swap that waits. Each thing through the desk; nothing where there are no stations.

use ::duty::desk::{
    attend::{MarkWanted, by_hand},
    leave::{self, LeaveWanted},
    pattern::{self, PatternWanted},
    roster::{RosterWanted, generate, publish},
    swap::{self, SwapWanted},
};
use accounts_rules::{Actor, Duty, Post};
use duty_rules::{Mark, RosterId, SeatId, Shift, StationId, TurnId};
use kernel::{AccountId, AreaCode, BodyId, Day, PersonId, Text};
use kit::{Fault, Problem, Site, db::Sql, web::api::Once};

use super::world::{World, repeatable};

/// Stations with rosters.
const STATIONS: i64 = 3;
/// The rosters that are over and to come, in days.
const BEFORE: i32 = 60;
const AHEAD: i32 = 60;

/// What is needed of the world to tell of it.
pub struct Turns {
    seed: u64,
    today: Day,
    congress: BodyId,
    office: BodyId,
    area: AreaCode,
    clerk: AccountId,
    people: Vec<(PersonId, AccountId)>,
}

impl Turns {
    /// Remembers what is needed before the world is handed on; nothing where everything is measured.
    pub fn of(world: &World) -> Result<Option<Self>, Fault> {
        let top = world.top()?;
        if world.gathered {
            return Ok(None);
        }
        let people = top.deputies.iter().filter_map(|at| world.people.get(*at));
        Ok(Some(Self {
            seed: world.seed ^ 0xD0_17,
            today: world.today,
            congress: top.body,
            office: top.office,
            area: top.area.clone(),
            clerk: top.clerk,
            people: people.map(|deputy| (deputy.person, deputy.account)).collect(),
        }))
    }

    /// Tells of it.
    pub async fn fill(self, site: &Site) -> Result<(), Fault> {
        let told = repeatable(site, self.seed, self.today.start())?;
        let sql =
            Sql::new("select v.id from v_station v where v.congress = {} and v.stage = 'open'").bind(self.congress);
        let sql = sql.add(" and exists (select 1 from v_home h where h.station = v.id and h.until is null)");
        let stations: Vec<(StationId,)> = site.db().all(sql.add(" order by v.name limit {}").bind(STATIONS)).await?;
        for (nth, (station,)) in stations.into_iter().enumerate() {
            self.station(&told, station, nth).await.or_else(skipped)?;
        }
        self.deputies(&told).await.or_else(skipped)
    }

    fn at(&self, site: &Site, day: Day) {
        site.set_now(day.start().plus_millis(9 * 3_600_000));
    }

    fn chief(&self) -> Actor {
        let post = Post { duty: Duty::Chief, body: self.office, congress: self.congress, area: self.area.clone() };
        Actor { account: Some(self.clerk), posts: vec![post], ..Actor::nobody() }
    }

    fn deputy(&self, person: PersonId) -> Option<Actor> {
        let (person, account) = *self.people.iter().find(|(known, _)| *known == person)?;
        let post = Post { duty: Duty::Deputy, body: self.congress, congress: self.congress, area: self.area.clone() };
        Some(Actor { account: Some(account), person: Some(person), posts: vec![post], ..Actor::nobody() })
    }

    async fn station(&self, site: &Site, station: StationId, nth: usize) -> Result<(), Problem> {
        let first = first_of_year(self.today).max(self.today.plus_days(-BEFORE));
        self.at(site, first);
        pattern::make(site, &self.chief(), station, &receives(nth, first), &Once::default()).await?;
        let last = self.today.plus_days(-1);
        if first < last {
            let over = RosterWanted { since: first, until: last };
            if let Ok(roster) = generate(site, &self.chief(), station, over, &Once::default()).await {
                publish(site, &self.chief(), roster, 1).await?;
                self.attended(site, roster).await?;
            }
        }
        self.at(site, self.today);
        let end = last_of_year(self.today);
        let until = end.min(self.today.plus_days(AHEAD));
        let ahead = RosterWanted { since: self.today, until };
        let roster = generate(site, &self.chief(), station, ahead, &Once::default()).await?;
        publish(site, &self.chief(), roster, 1).await?;
        let since = until.plus_days(1);
        let draft = RosterWanted { since, until: since.plus_days(AHEAD).min(last_of_year(since)) };
        generate(site, &self.chief(), station, draft, &Once::default()).await.map(drop)
    }

    /// One in seven was not there.
    async fn attended(&self, site: &Site, roster: RosterId) -> Result<(), Problem> {
        let sql = Sql::new(
            "select t.id, t.day, s.person from duty_seat s join duty_turn t on t.id = s.turn where t.roster = {}",
        );
        let seats: Vec<(TurnId, Day, PersonId)> =
            site.db().all(sql.bind(roster).add(" order by t.day, t.begins, s.person")).await?;
        for (nth, (turn, day, person)) in seats.into_iter().enumerate() {
            self.at(site, day);
            let sql = Sql::new("select version from duty_turn where id = {}").bind(turn);
            let (seen,) = site.db().one::<(i64,)>(sql).await?.unwrap_or((1,));
            let mark = if nth % 7 == 6 { Mark::Missed } else { Mark::Attended };
            by_hand(site, &self.chief(), turn, seen, MarkWanted { person, mark }).await?;
        }
        Ok(())
    }

    /// One deputy takes leave, and asks a colleague to take a turn.
    async fn deputies(&self, site: &Site) -> Result<(), Problem> {
        self.at(site, self.today);
        let sql = Sql::new("select s.id, s.person, t.station from duty_seat s join duty_turn t on t.id = s.turn");
        let sql =
            sql.add(" where s.stage = 'published' and t.day > {} order by t.day, t.begins, s.id").bind(self.today);
        let seats: Vec<(SeatId, PersonId, StationId)> = site.db().all(sql).await?;
        let shown = self.people.first().map(|(person, _)| *person);
        let own = seats.iter().find(|(_, person, _)| Some(*person) == shown);
        let first = own.or_else(|| seats.iter().find(|(_, person, _)| self.deputy(*person).is_some()));
        let Some((seat, person, station)) = first.copied() else { return Ok(()) };
        let Some(actor) = self.deputy(person) else { return Ok(()) };
        let since = self.today.plus_days(AHEAD + 5);
        let wanted = LeaveWanted { since, until: since.plus_days(6), reason: text("外出参加培训")? };
        leave::take(site, &actor, &wanted, &Once::default()).await?;
        let sql = Sql::new("select h.person from v_home h where h.until is null and h.station = {}").bind(station);
        let others: Vec<(PersonId,)> =
            site.db().all(sql.add(" and h.person <> {} order by h.person").bind(person)).await?;
        for (to,) in others {
            let wanted = SwapWanted { to, words: Some(text("当天要到市里开会，请代一次班。")?) };
            if swap::ask(site, &actor, seat, &wanted, &Once::default()).await.is_ok() {
                break;
            }
        }
        Ok(())
    }
}

/// Each station another kind of reception day.
fn receives(nth: usize, since: Day) -> PatternWanted {
    let (meets, numbers, shift) = match nth % 3 {
        0 => ("monthday", vec![5, 15, 25], Shift::Next),
        1 => ("weekday", vec![3], Shift::Skip),
        _ => ("market", vec![2, 5, 8], Shift::Keep),
    };
    PatternWanted {
        meets: meets.to_owned(),
        numbers,
        weeks: vec![],
        months: vec![],
        begins: "09:00".to_owned(),
        ends: "11:00".to_owned(),
        deputies: 2,
        shift,
        since,
    }
}

fn first_of_year(day: Day) -> Day {
    Day::new(day.parts().0, 1, 1).unwrap_or(day)
}

fn last_of_year(day: Day) -> Day {
    Day::new(day.parts().0, 12, 31).unwrap_or(day)
}

/// What a rule refuses is left out; anything else is a fault.
fn skipped(problem: Problem) -> Result<(), Fault> {
    match problem {
        Problem::Refused(_) => Ok(()),
        Problem::Fault(fault) => Err(fault),
        other => Err(Fault::new(format_args!("a turn was refused: {other:?}"))),
    }
}

/// Words of the demonstration.
fn text<const MAX: usize>(words: &str) -> Result<Text<MAX>, Problem> {
    Text::parse(words).map_err(|error| Fault::new(format_args!("{words}: {error}")).into())
}
