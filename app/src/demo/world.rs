//! What the filling knows while it works: places, congresses with their units and terms, deputies.

use std::{collections::HashMap, sync::Arc, sync::atomic::AtomicI64, sync::atomic::AtomicU64};

use demo::{Chance, Grammar, Places, Seats, Size, seats};
use kernel::{AccountId, AreaCode, BodyId, Day, Id, Level, Moment, PersonId, WorkingCalendar};
use kit::{
    Fault, Site,
    site::{Chance as SiteChance, Clock},
};
use roster::desk::set_up::set_up;
use suggestions_rules::RuleBook;

use super::{Progress, USUAL_SEED, Wanted, congress};

/// The whole of it.
pub struct World {
    pub seed: u64,
    pub now: Moment,
    pub today: Day,
    pub size: Size,
    pub gathered: bool,
    pub total: u64,
    pub places: Places,
    pub grammar: Grammar,
    pub calendar: Arc<WorkingCalendar>,
    pub book: RuleBook,
    /// The highest first.
    pub congresses: Vec<Congress>,
    /// Those above them up to the national one, with a few deputies each: they serve the same villages. No suggestions are theirs.
    pub above: Vec<Congress>,
    /// For each congress, its share of suggestions added to those before it.
    pub shares: Vec<u64>,
    /// In office, of all congresses; each congress knows its own by place in this list.
    pub people: Vec<Deputy>,
}

/// One congress with people.
pub struct Congress {
    /// What tells it from others in streams of chance.
    pub number: u64,
    /// Whether it is the national congress, kept in the province.
    pub national: bool,
    /// Where its deputies shall come from, when it stands above the congresses of the demonstration: the delegation of that area.
    pub serves: Option<AreaCode>,
    pub area: AreaCode,
    pub name: String,
    pub body: BodyId,
    pub office: BodyId,
    /// The standing committee or the presidium.
    pub committee: BodyId,
    pub units: Vec<Unit>,
    /// Which unit takes a field's matters, by the field's key.
    pub taker: HashMap<&'static str, usize>,
    pub seats: Seats,
    pub term: Term,
    pub deputies: Vec<usize>,
    pub clerk: AccountId,
}

/// The present term and its sessions, the first first.
pub struct Term {
    pub id: roster_rules::TermId,
    pub ordinal: i64,
    pub began: Day,
    pub sessions: Vec<Session>,
}

pub struct Session {
    pub id: roster_rules::SessionId,
    pub ordinal: i64,
    pub opened: Day,
    pub closed: Day,
}

/// A handling unit and the account that signs for it.
#[derive(Clone)]
pub struct Unit {
    pub id: BodyId,
    pub name: String,
    pub area: AreaCode,
    pub transfer: bool,
    pub head: AccountId,
}

pub struct Deputy {
    pub person: PersonId,
    pub name: String,
    pub account: AccountId,
}

impl World {
    /// Reads in the areas, generates the bodies, and lays terms and sessions out.
    pub async fn lay(site: &Site, wanted: Wanted, progress: &mut impl FnMut(Progress)) -> Result<Self, Fault> {
        progress(Progress { what: "areas", done: 0, of: 1 });
        let seed = wanted.seed.unwrap_or(USUAL_SEED);
        let top = match wanted.size {
            // A town asks the county's departments, so they must be there.
            Size::Town => Size::County.area(),
            other => other.area(),
        };
        let top = AreaCode::parse(top).map_err(Fault::new)?;
        set_up(&repeatable(site, seed, wanted.now.day().start())?, Some(&top)).await?;
        let places = Places::parse(roster::seed::AREAS, roster::seed::VILLAGES).map_err(Fault::new)?;
        let mut world = Self {
            seed,
            // Not the instant: whoever fills twice on one day gets the same world.
            now: wanted.now.day().start(),
            today: wanted.now.day(),
            size: wanted.size,
            gathered: wanted.gathered,
            total: wanted.suggestions.unwrap_or(wanted.size.suggestions()),
            places,
            grammar: Grammar::new(),
            calendar: site.calendar(),
            book: RuleBook::hunan().map_err(Fault::new)?,
            congresses: Vec::new(),
            above: Vec::new(),
            shares: Vec::new(),
            people: Vec::new(),
        };
        world.congresses = congress::all(site.db(), &world, &seats(&world.places)).await?;
        world.above = congress::above(site.db(), &world).await?;
        let mut sum = 0;
        let share = |congress: &Congress| {
            sum += share(congress.area.level());
            sum
        };
        world.shares = world.congresses.iter().map(share).collect();
        progress(Progress { what: "areas", done: 1, of: 1 });
        Ok(world)
    }

    /// The identity of the `index`-th thing of a kind, made at a moment.
    pub fn id<N>(&self, kind: &str, index: u64, at: Moment) -> Id<N> {
        Id::new(at, Chance::of(self.seed, kind, index).ten())
    }

    /// The highest congress: the one the demonstration accounts belong to.
    pub fn top(&self) -> Result<&Congress, Fault> {
        self.congresses.first().ok_or_else(|| Fault::new("the demonstration has no congress"))
    }
}

/// What a congress hears in a year or so: a county's about ten times as much as a town's (suggestions.md §13).
const fn share(level: Level) -> u64 {
    match level {
        Level::Province => 1_500,
        Level::Prefecture => 220,
        Level::County => 130,
        Level::Township | Level::Village => 12,
    }
}

/// The same database with a standing clock and repeatable chance, so that identities made by the nouns' own functions repeat.
pub fn repeatable(site: &Site, seed: u64, now: Moment) -> Result<Site, Fault> {
    let clock = Clock::Standing(AtomicI64::new(now.millis()));
    Site::new(site.db().clone(), clock, SiteChance::Seeded(AtomicU64::new(seed)), site.config().clone())
}
