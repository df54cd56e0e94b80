//! What the answers look like.

use duty_rules::{Pattern, Setting};
use kernel::Day;
use serde::Serialize;
use utoipa::ToSchema;
use uuid::Uuid;

use crate::{
    desk::roster::Told,
    queries::{
        coverage::CoverageLine,
        mine::{LeaveLine, OwnLine, SwapLine},
        overview::StationLine,
        roster::RosterLine,
        turns::{ChangeLine, SeatLine, Turn},
    },
    store::RosterRow,
};

/// A station with what waits there.
#[derive(Serialize, ToSchema)]
pub struct DutyStationJson {
    id: Uuid,
    name: String,
    stage: String,
    /// The next reception.
    #[schema(value_type = Option<String>)]
    next: Option<Day>,
    /// The last day that is published.
    #[schema(value_type = Option<String>)]
    until: Option<Day>,
    /// Drafts that nobody was told of.
    drafts: i64,
    /// Places of past days where it is not noted who was there.
    unnoted: i64,
}

/// A page of stations.
#[derive(Serialize, ToSchema)]
pub struct DutyStations {
    pub(super) items: Vec<DutyStationJson>,
    pub(super) next: Option<String>,
    pub(super) total: i64,
}

/// A deputy with the turns of the year.
#[derive(Serialize, ToSchema)]
pub struct DutyCoverageJson {
    person: Uuid,
    name: String,
    station: Uuid,
    station_name: String,
    attended: u32,
    ahead: u32,
    missed: u32,
    /// `short`, `planned` or `met`.
    standing: &'static str,
}

/// A page of deputies, those with the fewest turns first.
#[derive(Serialize, ToSchema)]
pub struct DutyCoverage {
    /// Turns a deputy owes in a year.
    pub(super) least: u8,
    pub(super) items: Vec<DutyCoverageJson>,
    pub(super) next: Option<String>,
    pub(super) total: i64,
}

/// What a congress set.
#[derive(Serialize, ToSchema)]
pub struct DutySettingJson {
    /// Turns a deputy owes in a year.
    pub(super) least: u8,
    /// Days before its first day by which a roster is published.
    pub(super) ahead: u8,
    /// Whether a draft that is not published by its day is published by the clock.
    pub(super) by_clock: bool,
}

/// A pattern.
#[derive(Serialize, ToSchema)]
pub struct DutyPatternJson {
    id: Uuid,
    /// `weekday`, `monthday`, `market` or `lunar`.
    meets: &'static str,
    numbers: Vec<u8>,
    weeks: Vec<u8>,
    months: Vec<u8>,
    /// Minutes after midnight.
    begins: u16,
    ends: u16,
    deputies: u8,
    /// `next`, `previous`, `skip` or `keep`.
    shift: &'static str,
    #[schema(value_type = String)]
    since: Day,
    #[schema(value_type = Option<String>)]
    until: Option<Day>,
}

/// A deputy on a turn.
#[derive(Serialize, ToSchema)]
pub struct DutySeatJson {
    id: Uuid,
    person: Uuid,
    name: String,
    /// `planned`, `published`, `attended` or `missed`.
    stage: String,
    /// `code` or `hand`.
    how: Option<String>,
}

/// A turn.
#[derive(Serialize, ToSchema)]
pub struct DutyTurnJson {
    id: Uuid,
    roster: Uuid,
    #[schema(value_type = String)]
    day: Day,
    /// The day it would have been but for a holiday.
    #[schema(value_type = String)]
    meant: Day,
    /// Minutes after midnight.
    begins: u16,
    ends: u16,
    need: u16,
    by_hand: bool,
    /// Whether nobody was told of it yet.
    draft: bool,
    deputies: Vec<DutySeatJson>,
}

/// A change by hand.
#[derive(Serialize, ToSchema)]
pub struct DutyChangeJson {
    /// Milliseconds since 1970.
    at: i64,
    gone: Option<String>,
    came: Option<String>,
    reason: String,
}

/// One turn with what was changed by hand, for who keeps the station.
#[derive(Serialize, ToSchema)]
pub struct DutyTurnDetail {
    pub(super) turn: DutyTurnJson,
    pub(super) changes: Vec<DutyChangeJson>,
}

/// A roster.
#[derive(Serialize, ToSchema)]
pub struct DutyRosterJson {
    id: Uuid,
    #[schema(value_type = String)]
    since: Day,
    #[schema(value_type = String)]
    until: Day,
    /// `draft` or `published`.
    stage: String,
    /// Why the clock could not publish a draft on its day: `unfilled`, `on-leave` or `past`.
    stuck: Option<String>,
}

/// A roster with its turns, and who stays short of the least, for who works on it.
#[derive(Serialize, ToSchema)]
pub struct DutyRosterDetail {
    pub(super) roster: DutyRosterJson,
    pub(super) turns: Vec<DutyTurnJson>,
    pub(super) short: Vec<Told>,
}

/// One's own turn.
#[derive(Serialize, ToSchema)]
pub struct DutyOwnJson {
    seat: Uuid,
    turn: Uuid,
    station: Uuid,
    station_name: String,
    place: String,
    #[schema(value_type = String)]
    day: Day,
    begins: u16,
    ends: u16,
    stage: String,
}

/// A swap that is open.
#[derive(Serialize, ToSchema)]
pub struct DutySwapJson {
    id: Uuid,
    #[schema(value_type = String)]
    day: Day,
    station_name: String,
    from: Uuid,
    from_name: String,
    to: Uuid,
    to_name: String,
    words: String,
}

/// A leave that is not over.
#[derive(Serialize, ToSchema)]
pub struct DutyLeaveJson {
    id: Uuid,
    #[schema(value_type = String)]
    since: Day,
    #[schema(value_type = String)]
    until: Day,
    reason: String,
}

/// A deputy's own turns, swaps and leave.
#[derive(Serialize, ToSchema)]
pub struct DutyMine {
    /// Turns of the year that were attended.
    pub(super) attended: u32,
    /// Turns published and to come, this year.
    pub(super) ahead: u32,
    pub(super) turns: Vec<DutyOwnJson>,
    pub(super) swaps: Vec<DutySwapJson>,
    pub(super) leaves: Vec<DutyLeaveJson>,
}

/// What was made.
#[derive(Serialize, ToSchema)]
pub struct DutyMade {
    pub(super) id: Uuid,
}

/// A code, told once.
#[derive(Serialize, ToSchema)]
pub struct DutyCodeJson {
    pub(super) token: String,
}

impl From<StationLine> for DutyStationJson {
    fn from(it: StationLine) -> Self {
        let StationLine { id, name, stage, next, until, drafts, unnoted, .. } = it;
        Self { id: id.uuid(), name, stage, next, until, drafts, unnoted }
    }
}

impl DutyCoverageJson {
    pub(super) fn of(it: CoverageLine, setting: Setting) -> Self {
        let standing = it.standing(setting).word();
        let CoverageLine { person, name, station, station_name, attended, ahead, missed, .. } = it;
        let (person, station) = (person.uuid(), station.uuid());
        Self { person, name, station, station_name, attended, ahead, missed, standing }
    }
}

impl From<Setting> for DutySettingJson {
    fn from(it: Setting) -> Self {
        Self { least: it.least, ahead: it.ahead, by_clock: it.by_clock }
    }
}

impl From<Pattern> for DutyPatternJson {
    fn from(it: Pattern) -> Self {
        Self {
            id: it.id.uuid(),
            meets: it.meets.kind(),
            numbers: it.meets.numbers().to_vec(),
            weeks: it.meets.weeks().to_vec(),
            months: it.months,
            begins: it.hours.begins(),
            ends: it.hours.ends(),
            deputies: it.deputies,
            shift: it.shift.word(),
            since: it.since,
            until: it.until,
        }
    }
}

impl From<SeatLine> for DutySeatJson {
    fn from(it: SeatLine) -> Self {
        Self { id: it.id.uuid(), person: it.person.uuid(), name: it.name, stage: it.stage, how: it.how }
    }
}

impl From<Turn> for DutyTurnJson {
    fn from(it: Turn) -> Self {
        let draft = it.draft();
        let Turn { line, seats } = it;
        Self {
            id: line.id.uuid(),
            roster: line.roster.uuid(),
            day: line.day,
            meant: line.meant,
            begins: line.begins,
            ends: line.ends,
            need: line.need,
            by_hand: line.by_hand,
            draft,
            deputies: seats.into_iter().map(DutySeatJson::from).collect(),
        }
    }
}

impl From<ChangeLine> for DutyChangeJson {
    fn from(it: ChangeLine) -> Self {
        Self { at: it.at.millis(), gone: it.gone, came: it.came, reason: it.reason }
    }
}

impl From<RosterLine> for DutyRosterJson {
    fn from(it: RosterLine) -> Self {
        Self { id: it.id.uuid(), since: it.since, until: it.until, stage: it.stage, stuck: it.stuck }
    }
}

impl From<&RosterRow> for DutyRosterJson {
    fn from(it: &RosterRow) -> Self {
        Self { id: it.id.uuid(), since: it.since, until: it.until, stage: it.stage.clone(), stuck: it.stuck.clone() }
    }
}

impl From<OwnLine> for DutyOwnJson {
    fn from(it: OwnLine) -> Self {
        Self {
            seat: it.seat.uuid(),
            turn: it.turn.uuid(),
            station: it.station.uuid(),
            station_name: it.name,
            place: it.place,
            day: it.day,
            begins: it.begins,
            ends: it.ends,
            stage: it.stage,
        }
    }
}

impl From<SwapLine> for DutySwapJson {
    fn from(it: SwapLine) -> Self {
        Self {
            id: it.id.uuid(),
            day: it.day,
            station_name: it.name,
            from: it.asker.uuid(),
            from_name: it.from,
            to: it.asked.uuid(),
            to_name: it.to,
            words: it.words,
        }
    }
}

impl From<LeaveLine> for DutyLeaveJson {
    fn from(it: LeaveLine) -> Self {
        Self { id: it.id.uuid(), since: it.since, until: it.until, reason: it.reason }
    }
}
