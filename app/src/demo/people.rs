//! The roster of the demonstration: terms, sessions, delegations, constituencies, people, mandates and roles.

use demo::{Chance, profile};
use kernel::{AccountId, AreaCode, Id, Level, PersonId, Recorded};
use kit::{
    Fault,
    db::{Db, Val},
    journal,
};
use roster_rules::{Fact, MandateId, read_name};

use super::{
    Progress,
    work::{occupation, roles},
    world::{Congress, Deputy, World},
};

/// People put into one transaction.
const AT_A_TIME: usize = 25_000;

/// The rows of one or several congresses, on their way into the tables.
#[derive(Default)]
struct Rows {
    term: Vec<Vec<Val>>,
    session: Vec<Vec<Val>>,
    delegation: Vec<Vec<Val>>,
    constituency: Vec<Vec<Val>>,
    person: Vec<Vec<Val>>,
    contact: Vec<Vec<Val>>,
    mandate: Vec<Vec<Val>>,
    role: Vec<Vec<Val>>,
    facts: Vec<Recorded<Fact>>,
}

/// Where a seat comes from and sits.
struct Seat {
    delegation: Id<roster_rules::DelegationTag>,
    constituency: Id<roster_rules::ConstituencyTag>,
    /// The delegation, by its place in the list of areas below.
    of: usize,
}

/// Gives every congress its deputies, those below first: some of them sit above as well.
pub async fn fill(db: &Db, world: &mut World, progress: &mut impl FnMut(Progress)) -> Result<(), Fault> {
    let of: u64 =
        world.congresses.iter().chain(&world.above).map(|congress| congress.seats.all - congress.seats.shared).sum();
    let mut rows = Rows::default();
    for at in (0..world.congresses.len()).rev() {
        let Some(congress) = world.congresses.get(at) else { continue };
        let (deputies, mut new) = seat(world, congress, &mut rows);
        world.people.append(&mut new);
        if let Some(congress) = world.congresses.get_mut(at) {
            congress.deputies = deputies;
        }
        if rows.person.len() > AT_A_TIME {
            std::mem::take(&mut rows).write(db).await?;
            progress(Progress { what: "people", done: world.people.len() as u64, of });
        }
    }
    for at in 0..world.above.len() {
        let Some(congress) = world.above.get(at) else { continue };
        let (deputies, mut new) = seat(world, congress, &mut rows);
        world.people.append(&mut new);
        if let Some(congress) = world.above.get_mut(at) {
            congress.deputies = deputies;
        }
    }
    rows.write(db).await?;
    progress(Progress { what: "people", done: of, of });
    Ok(())
}

/// Fills the seats of one congress; answers with its deputies by place in the list of people, and with the new people.
fn seat(world: &World, congress: &Congress, rows: &mut Rows) -> (Vec<usize>, Vec<Deputy>) {
    rows.hold_sessions(world, congress);
    let seats = rows.draw_districts(world, congress);
    let seats = match &congress.serves {
        Some(area) if !congress.national => of_place(world, congress, area, seats),
        _ => seats,
    };
    let mut deputies = shared(world, congress);
    for (nth, at) in deputies.iter().enumerate() {
        if let (Some(deputy), Some(seat)) = (world.people.get(*at), place_of(&seats, nth)) {
            rows.mandate(world, congress, deputy.person, nth as u64, seat, "in_office");
        }
    }
    let mut people = Vec::new();
    for nth in deputies.len() as u64..congress.seats.all {
        let deputy = rows.person(world, congress, nth);
        if let Some(seat) = place_of(&seats, usize::try_from(nth).unwrap_or(0)) {
            rows.mandate(world, congress, deputy.person, nth, seat, "in_office");
        }
        deputies.push(world.people.len() + people.len());
        people.push(deputy);
    }
    for gone in 0..congress.seats.all / 90 {
        let nth = 5_000 + gone;
        let former = rows.person(world, congress, nth);
        if let Some(seat) = place_of(&seats, usize::try_from(gone).unwrap_or(0)) {
            let state = if gone == 0 && congress.seats.all > 200 { "suspended" } else { "ended" };
            rows.mandate(world, congress, former.person, nth, seat, state);
        }
    }
    let people_now = congress.seats.all;
    let fact = Fact::RosterImported { people: people_now, mandates: people_now, amended: 0 };
    rows.fact(world, congress, congress.term.began.start(), fact);
    (deputies, people)
}

/// The seats of the delegation that speaks for an area; all of them, where none does.
fn of_place(world: &World, congress: &Congress, area: &AreaCode, mut seats: Vec<Seat>) -> Vec<Seat> {
    let place = world.places.place(congress.area.as_str());
    let wanted = place.and_then(|place| place.below.iter().position(|(code, _)| code.contains(area)));
    let fits = |seat: &Seat| Some(seat.of) == wanted;
    if seats.iter().any(fits) {
        seats.retain(fits);
    }
    seats
}

fn place_of(seats: &[Seat], nth: usize) -> Option<&Seat> {
    seats.get(nth * 7 % seats.len().max(1))
}

/// Deputies of congresses below who sit here too, each on one chain of areas. Cities take from the middle of a county's list,
/// the province from its end, counties from the front of a town's, so that nobody is taken twice by one level.
fn shared(world: &World, congress: &Congress) -> Vec<usize> {
    let level = congress.area.level();
    let from = if level == Level::County { Level::Township } else { Level::County };
    let below: Vec<&Congress> = world
        .congresses
        .iter()
        .filter(|other| other.area.level() == from && congress.area.contains(&other.area))
        .filter(|_| level < Level::Township)
        .collect();
    let wanted = usize::try_from(congress.seats.shared).unwrap_or(0);
    let rounds = (0..).flat_map(|round| below.iter().map(move |other| (round, *other)));
    let taken = rounds.take(wanted * 4).filter_map(|(round, other)| {
        let place = match level {
            Level::County => round + 2,
            Level::Prefecture => other.deputies.len().checked_sub(40 + round)?,
            _ if congress.national => other.deputies.len().checked_sub(20 + round)?,
            _ => other.deputies.len().checked_sub(1 + round)?,
        };
        if level != Level::County && place < 60 {
            return None; // the front of a county's list sits in towns
        }
        other.deputies.get(place).copied()
    });
    if below.is_empty() { Vec::new() } else { taken.take(wanted).collect() }
}

impl Rows {
    fn fact(&mut self, world: &World, congress: &Congress, at: kernel::Moment, fact: Fact) {
        let (body, subject) = (Some(congress.body), congress.body.uuid());
        let by = Some(congress.clerk);
        self.facts.push(Recorded { at: at.min(world.now), by, acting_for: None, body, subject, fact });
    }

    fn hold_sessions(&mut self, world: &World, congress: &Congress) {
        let term = &congress.term;
        let seats = i64::try_from(congress.seats.all).unwrap_or(0);
        self.term.push(vec![
            term.id.into(),
            congress.body.into(),
            term.ordinal.into(),
            seats.into(),
            term.began.into(),
            Val::Null,
            1i64.into(),
        ]);
        let entered =
            Fact::TermEntered { term: term.id, congress: congress.body, ordinal: term.ordinal, began: term.began };
        self.fact(world, congress, term.began.start(), entered);
        for session in &term.sessions {
            let written = roster_rules::chinese_ordinal;
            self.session.push(vec![
                session.id.into(),
                term.id.into(),
                congress.body.into(),
                session.ordinal.into(),
                format!("第{}届第{}次会议", written(term.ordinal), written(session.ordinal)).into(),
                session.opened.into(),
                session.closed.into(),
                1i64.into(),
            ]);
            let entered = Fact::SessionEntered { session: session.id, term: term.id, opened: session.opened };
            self.fact(world, congress, session.opened.start(), entered);
            let closed = Fact::SessionClosed { session: session.id, on: session.closed };
            self.fact(world, congress, session.closed.start(), closed);
        }
    }

    /// Delegations by the areas below; 选区 of two or three seats where voters elect, 选举单位 where congresses do.
    fn draw_districts(&mut self, world: &World, congress: &Congress) -> Vec<Seat> {
        let (level, at, key) = (congress.area.level(), congress.term.began.start(), congress.number);
        let below: Vec<&str> = match world.places.place(congress.area.as_str()) {
            _ if congress.national => vec![congress.name.as_str()],
            Some(place) if level != Level::Township => place.below.iter().map(|(_, name)| *name).collect(),
            _ => vec!["第一", "第二", "第三"],
        };
        let direct = matches!(level, Level::County | Level::Township);
        let districts = match (direct, &congress.serves) {
            (true, None) => congress.seats.all.div_ceil(2).max(1),
            _ => below.len() as u64,
        };
        for (nth, name) in below.iter().enumerate() {
            let id: Id<roster_rules::DelegationTag> = world.id("delegation", key * 64 + nth as u64, at);
            let name = format!("{name}代表团");
            self.delegation.push(vec![
                id.into(),
                congress.term.id.into(),
                congress.body.into(),
                name.into(),
                1i64.into(),
            ]);
        }
        (0..districts)
            .map(|nth| {
                let id: Id<roster_rules::ConstituencyTag> = world.id("constituency", key * 512 + nth, at);
                let of = nth % (below.len() as u64).max(1);
                let place = usize::try_from(of).unwrap_or(0);
                let name = match below.get(place) {
                    Some(area) if !direct => (*area).to_owned(),
                    _ => format!("第{}选区", nth + 1),
                };
                let kind = if direct { "district" } else { "unit" };
                let seats = i64::try_from(congress.seats.all.div_ceil(districts)).unwrap_or(1);
                self.constituency.push(vec![
                    id.into(),
                    congress.term.id.into(),
                    congress.body.into(),
                    kind.into(),
                    name.into(),
                    seats.into(),
                    1i64.into(),
                ]);
                Seat { delegation: world.id("delegation", key * 64 + of, at), constituency: id, of: place }
            })
            .collect()
    }

    fn person(&mut self, world: &World, congress: &Congress, nth: u64) -> Deputy {
        let index = congress.number * 10_000 + nth;
        let above = congress.area.parent().and_then(|code| world.places.area(code.as_str()));
        let home = [congress.name.as_str(), above.map_or("", |area| &area.name)];
        let made = profile(world.seed, index, world.today, congress.area.level(), &home);
        let entered = congress.term.began.start().plus_millis(i64::try_from(nth).unwrap_or(0));
        let person: PersonId = world.id("person", index, entered);
        let reading = read_name(&made.name);
        let gender = if made.gender == demo::Gender::Female { "female" } else { "male" };
        self.person.push(vec![
            person.into(),
            made.name.clone().into(),
            reading.full.into(),
            reading.initials.into(),
            gender.into(),
            made.ethnic_group.into(),
            made.party.into(),
            made.education.into(),
            occupation(world, congress, &made, index).into(),
            Val::Null,
            congress.body.into(),
            1i64.into(),
        ]);
        let contact = self.contact.len() as u64 + world.people.len() as u64;
        self.contact.push(vec![
            person.into(),
            demo::phone(contact).into(),
            Val::Null,
            made.born.into(),
            Val::Null,
            Val::Null,
            1i64.into(),
        ]);
        let account: AccountId = world.id("account", index, world.now);
        Deputy { person, name: made.name, account }
    }

    fn mandate(&mut self, world: &World, congress: &Congress, person: PersonId, nth: u64, seat: &Seat, state: &str) {
        let began = congress.term.began;
        let id: MandateId = world.id("mandate", congress.number * 10_000 + nth, began.start());
        let mut chance = Chance::of(world.seed, "end", congress.number * 10_000 + nth);
        let room = u64::try_from(world.today.days_since(began)).unwrap_or(400);
        let later = began.plus_days(i32::try_from(chance.between(60, room.max(90) - 20)).unwrap_or(60));
        let when = |is: bool| if is { later.into() } else { Val::Null };
        let reason = chance.text(&["resigned", "moved_away", "died"]);
        self.mandate.push(vec![
            id.into(),
            person.into(),
            congress.body.into(),
            (&congress.area).into(),
            congress.term.id.into(),
            seat.constituency.into(),
            seat.delegation.into(),
            state.into(),
            began.plus_days(-20).into(),
            began.plus_days(-8).into(),
            began.into(),
            when(state == "suspended"),
            if state == "suspended" { "custody".into() } else { Val::Null },
            when(state == "ended"),
            if state == "ended" { reason.into() } else { Val::Null },
            1i64.into(),
        ]);
        if state == "in_office" {
            for role in roles(congress, nth) {
                let key = congress.number * 10_000 + nth;
                let role_id: roster_rules::RoleId = world.id(role, key, began.start());
                self.role.push(vec![role_id.into(), id.into(), role.into(), began.into(), Val::Null, Val::Null]);
            }
        }
    }

    async fn write(self, db: &Db) -> Result<(), Fault> {
        let mut tx = db.begin().await?;
        tx.bulk("term", &["id", "congress", "ordinal", "seats", "began", "ended", "version"], self.term).await?;
        tx.bulk("session", SESSION, self.session).await?;
        tx.bulk("delegation", &["id", "term", "congress", "name", "version"], self.delegation).await?;
        tx.bulk("constituency", CONSTITUENCY, self.constituency).await?;
        tx.bulk("person", PERSON, self.person).await?;
        tx.bulk("contact", CONTACT, self.contact).await?;
        tx.bulk("mandate", MANDATE, self.mandate).await?;
        tx.bulk("mandate_role", &["id", "mandate", "role", "began", "ended", "basis"], self.role).await?;
        journal::append_all(&mut tx, self.facts).await?;
        tx.commit().await
    }
}

const SESSION: &[&str] = &["id", "term", "congress", "ordinal", "name", "opened", "closed", "version"];
const CONSTITUENCY: &[&str] = &["id", "term", "congress", "kind", "name", "seats", "version"];
const PERSON: &[&str] = &[
    "id",
    "name",
    "pinyin",
    "initials",
    "gender",
    "ethnicity",
    "party",
    "education",
    "occupation",
    "merged_into",
    "kept_by",
    "version",
];
const CONTACT: &[&str] = &["person", "phone", "id_number", "born", "email", "address", "version"];
const MANDATE: &[&str] = &[
    "id",
    "person",
    "congress",
    "area",
    "term",
    "constituency",
    "delegation",
    "state",
    "elected",
    "confirmed",
    "began",
    "suspended",
    "ground",
    "ended",
    "reason",
    "version",
];
