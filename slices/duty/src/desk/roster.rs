//! 排班: a draft for a range of days, generated, generated again, thrown away, published.

use accounts_rules::Actor;
use duty_rules::{Fact, Refusal, RosterId, SeatStage, Setting, Slot, StationId, Stuck, plan};
use kernel::{BodyId, Day, PersonId};
use kit::{
    Fault, Problem, Site,
    db::{Ask, Sql, Tx},
    web::{Errors, Wrong, api::Once},
};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::{changed, finish, refused};
use crate::{
    queries::members,
    sight::{self, StationRow},
    store::{self, RosterRow, TurnRow},
};

/// For which days a roster is drawn up.
#[derive(Clone, Copy, Debug, Deserialize, Serialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = DutyRosterWanted)]
pub struct RosterWanted {
    /// The first day, today or later.
    #[schema(value_type = String)]
    pub since: Day,
    /// The last day, of the same year.
    #[schema(value_type = String)]
    pub until: Day,
}

/// Who stays short, and why, as a roster keeps it.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize, ToSchema)]
#[schema(as = DutyShort)]
pub struct Told {
    /// Who.
    #[schema(value_type = uuid::Uuid)]
    pub person: PersonId,
    /// Turns of the year with those of the draft.
    pub has: u32,
    /// `away` or `few-places`.
    pub why: String,
}

impl RosterRow {
    /// Who stayed short when it was generated.
    ///
    /// # Errors
    /// When the row cannot be read.
    pub fn told(&self) -> Result<Vec<Told>, Fault> {
        serde_json::from_str(&self.told)
            .map_err(|error| Fault::caused(format_args!("table `duty_roster`, row {}", self.id), error))
    }
}

fn judged(wanted: RosterWanted, today: Day) -> Result<(), Errors> {
    let RosterWanted { since, until } = wanted;
    if since < today {
        return Err(Errors::one("since", Wrong::new("duty-wrong-past")));
    }
    if until < since {
        return Err(Errors::one("until", Wrong::new("duty-wrong-range")));
    }
    if until.parts().0 != since.parts().0 {
        return Err(Errors::one("until", Wrong::new("duty-wrong-year")));
    }
    Ok(())
}

/// Draws up a roster for an open station, once for one key.
///
/// # Errors
/// As if there were no such station; refused to who does not keep it; beside the field, a range that cannot be; where another roster
/// stands for one of the days, no pattern gives a day, or nobody belongs to the station.
pub async fn generate(
    site: &Site,
    actor: &Actor,
    station: StationId,
    wanted: RosterWanted,
    once: &Once,
) -> Result<RosterId, Problem> {
    let mut tx = site.db().begin().await?;
    let kept = sight::kept(site, &mut tx, actor, station).await?;
    let by = actor.account.ok_or(Problem::SignIn)?;
    let id = site.new_id();
    if let Some(before) = once.claim(&mut tx, site, by, &(station, wanted), id).await? {
        return Ok(before);
    }
    judged(wanted, site.today())?;
    if kept.stage != "open" {
        return Err(refused(Refusal::NotOpen));
    }
    let range = (wanted.since, wanted.until);
    if store::overlaps(&mut tx, station, range).await? {
        return Err(refused(Refusal::Overlaps));
    }
    store::begin_roster(&mut tx, (id, station), range, site.now()).await?;
    let turns = fill(site, &mut tx, &kept, (id, range)).await?;
    generated(site, actor, tx, (&kept, id, range), turns).await?;
    Ok(id)
}

async fn generated(
    site: &Site,
    actor: &Actor,
    tx: Tx,
    (kept, roster, (since, until)): (&StationRow, RosterId, (Day, Day)),
    turns: u32,
) -> Result<(), Problem> {
    let fact = Fact::Generated { roster, station: kept.id, since, until, turns };
    finish(site, actor, tx, (Some(kept.congress), roster.uuid()), fact).await
}

/// Lays the turns of the patterns beside those added by hand, and puts the deputies on them. Answers with the number of turns.
async fn fill(
    site: &Site,
    tx: &mut Tx,
    kept: &StationRow,
    (id, (since, until)): (RosterId, (Day, Day)),
) -> Result<u32, Problem> {
    let calendar = site.calendar();
    for pattern in store::patterns(tx, kept.id, since).await? {
        for held in pattern.days(since, until, &calendar) {
            let turn = TurnRow {
                id: site.new_id(),
                roster: id,
                station: kept.id,
                day: held.day,
                meant: held.meant,
                begins: pattern.hours.begins(),
                ends: pattern.hours.ends(),
                need: u16::from(pattern.deputies),
                by_hand: false,
                version: 1,
            };
            store::write_turn(tx, &turn).await?;
        }
    }
    let turns = store::turns_of(tx, id).await?;
    if turns.is_empty() {
        return Err(refused(Refusal::NoDays));
    }
    seat(site, tx, kept, (id, (since, until)), &turns).await?;
    Ok(u32::try_from(turns.len()).unwrap_or(u32::MAX))
}

async fn seat(
    site: &Site,
    tx: &mut Tx,
    kept: &StationRow,
    (id, range): (RosterId, (Day, Day)),
    turns: &[TurnRow],
) -> Result<(), Problem> {
    let members = members::of(tx, kept.id, range, id).await?;
    if members.is_empty() {
        return Err(refused(Refusal::Nobody));
    }
    let (setting, _) = store::setting(tx, kept.congress).await?;
    let slot = |turn: &TurnRow| Slot { day: turn.day, need: u8::try_from(turn.need).unwrap_or(u8::MAX) };
    let slots: Vec<Slot> = turns.iter().map(slot).collect();
    let made = plan(&slots, &members, u32::from(setting.least));
    for (turn, people) in turns.iter().zip(&made.seats) {
        for person in people {
            let whose = (turn.id, *person);
            store::write_seat(tx, site.new_id(), whose, (SeatStage::Planned, site.now())).await?;
        }
    }
    let short = made.short.iter();
    let told: Vec<Told> =
        short.map(|it| Told { person: it.person, has: it.has, why: it.why.word().to_owned() }).collect();
    let told = serde_json::to_string(&told).map_err(Fault::from)?;
    Ok(store::tell(tx, id, &told).await?)
}

/// A draft in hand, as the caller saw it.
async fn draft(site: &Site, actor: &Actor, id: RosterId, seen: i64) -> Result<(Tx, RosterRow, StationRow), Problem> {
    let mut tx = site.db().begin().await?;
    let roster = store::take_roster(&mut tx, id).await?.ok_or_else(Problem::missing)?;
    let kept = sight::kept(site, &mut tx, actor, roster.station).await?;
    if roster.version != seen {
        return Err(changed());
    }
    if !roster.draft() {
        return Err(refused(Refusal::Published));
    }
    Ok((tx, roster, kept))
}

/// Draws it up again: patterns, leave and people as they are now. Turns that were added by hand stay, who was put on them does not.
///
/// # Errors
/// As [`generate`]; once it is published; when somebody changed it meanwhile.
pub async fn regenerate(site: &Site, actor: &Actor, id: RosterId, seen: i64) -> Result<(), Problem> {
    let (mut tx, roster, kept) = draft(site, actor, id, seen).await?;
    let range = (roster.since, roster.until);
    store::clear(&mut tx, id, false).await?;
    let turns = fill(site, &mut tx, &kept, (id, range)).await?;
    generated(site, actor, tx, (&kept, id, range), turns).await
}

/// Throws a draft away. Answers with the station.
///
/// # Errors
/// As [`regenerate`].
pub async fn discard(site: &Site, actor: &Actor, id: RosterId, seen: i64) -> Result<StationId, Problem> {
    let (mut tx, roster, kept) = draft(site, actor, id, seen).await?;
    store::discard(&mut tx, id).await?;
    let fact = Fact::Discarded { roster: id, station: roster.station };
    finish(site, actor, tx, (Some(kept.congress), id.uuid()), fact).await?;
    Ok(roster.station)
}

/// Publishes it: everybody on it is told, and what was told is changed turn by turn alone.
///
/// # Errors
/// As [`regenerate`]; where nobody is on it, somebody took leave since, or its first turn is over.
pub async fn publish(site: &Site, actor: &Actor, id: RosterId, seen: i64) -> Result<(), Problem> {
    let (tx, roster, kept) = draft(site, actor, id, seen).await?;
    announce(site, actor, tx, roster, kept.congress).await
}

async fn announce(site: &Site, actor: &Actor, mut tx: Tx, roster: RosterRow, congress: BodyId) -> Result<(), Problem> {
    let id = roster.id;
    let people = ready(site, &mut tx, id).await?.map_err(refused)?;
    store::publish(&mut tx, id, site.now()).await?;
    let RosterRow { station, since, until, .. } = roster;
    let fact = Fact::RosterPublished { roster: id, station, since, until, people };
    finish(site, actor, tx, (Some(congress), id.uuid()), fact).await
}

/// Who is on a draft that can be published; else why it cannot.
async fn ready(site: &Site, tx: &mut Tx, id: RosterId) -> Result<Result<Vec<PersonId>, Refusal>, Fault> {
    let sql =
        Sql::new("select distinct s.person from duty_seat s join duty_turn t on t.id = s.turn where t.roster = {}");
    let people: Vec<(PersonId,)> = tx.all(sql.bind(id).add(" order by s.person")).await?;
    if people.is_empty() {
        return Ok(Err(Refusal::Unfilled));
    }
    let sql = Sql::new("select min(day) from duty_turn where roster = {}").bind(id);
    let first: Option<(Option<Day>,)> = tx.one(sql).await?;
    if first.and_then(|(day,)| day).is_some_and(|day| day < site.today()) {
        return Ok(Err(Refusal::Past));
    }
    if store::on_leave(tx, id).await? {
        return Ok(Err(Refusal::OnLeave));
    }
    Ok(Ok(people.into_iter().map(|(person,)| person).collect()))
}

/// 到期自动公布: drafts of open stations whose day has come, where the congress has it so. One that cannot be published (somebody took
/// leave since, nobody is on it) stays a draft; whoever keeps the station is told why, once, and its page says it as long as it is one.
pub async fn publish_due(site: &Site) -> Result<(), Fault> {
    let today = site.today();
    let sql = Sql::new("select r.id, r.since, v.congress from duty_roster r join v_station v on v.id = r.station");
    let sql = sql.add(" where r.stage = 'draft' and v.stage = 'open' and r.since >= {} and r.since <= {}").bind(today);
    let sql = sql.bind(today.plus_days(i32::from(Setting::FARTHEST))).add(" order by r.since, r.id");
    let drafts: Vec<(RosterId, Day, BodyId)> = site.db().all(sql).await?;
    for (id, first, congress) in drafts {
        let (setting, _) = store::setting(&mut site.db(), congress).await?;
        if !setting.due(first, today) {
            continue;
        }
        let mut tx = site.db().begin().await?;
        let Some(roster) = store::take_roster(&mut tx, id).await?.filter(RosterRow::draft) else { continue };
        let tried = match ready(site, &mut tx, id).await? {
            Ok(_) => announce(site, &Actor::nobody(), tx, roster, congress).await,
            Err(why) => stuck(site, tx, (&roster, congress), why).await,
        };
        if let Err(Problem::Fault(fault)) = tried {
            return Err(fault);
        }
    }
    Ok(())
}

/// Keeps why a draft could not be published on its day, and tells of it, once.
async fn stuck(site: &Site, mut tx: Tx, of: (&RosterRow, BodyId), why: Refusal) -> Result<(), Problem> {
    let (roster, congress) = of;
    let Some(why) = Stuck::of(why).filter(|_| roster.stuck.is_none()) else { return Ok(()) };
    let sql = Sql::new("update duty_roster set stuck = {} where id = {}").bind(why.told().0).bind(roster.id);
    tx.run(sql).await?;
    let fact = Fact::RosterStuck { roster: roster.id, station: roster.station, since: roster.since, why };
    finish(site, &Actor::nobody(), tx, (Some(congress), roster.id.uuid()), fact).await
}

/// The roster for who may see it: a draft only for who works on it.
///
/// # Errors
/// As if there were none, for anybody else.
pub async fn seen(
    ask: &mut impl Ask,
    actor: &Actor,
    id: RosterId,
    today: Day,
) -> Result<(RosterRow, StationRow, sight::Sight), Problem> {
    if !actor.signed_in() {
        return Err(Problem::SignIn);
    }
    let roster = store::read_roster(ask, id).await?.ok_or_else(Problem::missing)?;
    let (station, sight) = sight::seen(ask, actor, roster.station, today).await?;
    if roster.draft() && !sight.works {
        return Err(Problem::missing());
    }
    Ok((roster, station, sight))
}

/// Whose it is to change a roster is asked before what was typed is judged. Answers with the congress.
///
/// # Errors
/// As [`seen`]; refused to who does not keep the station.
pub async fn kept(site: &Site, actor: &Actor, id: RosterId) -> Result<BodyId, Problem> {
    let (roster, ..) = seen(&mut site.db(), actor, id, site.today()).await?;
    Ok(sight::kept(site, &mut site.db(), actor, roster.station).await?.congress)
}
