//! How a suggestion fared, step by step, each at its moment; what is planned lies in the past of the day handed in.

use kernel::{Day, Level, Moment, WorkingCalendar};

use crate::{Chance, Extension, FIELDS, Mark, Matter, Objection, Refusal, Turn, walk::Walk};

/// Where a suggestion stands. Shares are those of the measuring suite: 2:4:4:6:8:16:20:40 of 100.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default, PartialOrd, Ord, Hash)]
pub enum Ending {
    /// 草稿.
    Draft,
    /// 征集附议.
    Cosigning,
    /// 退回修改.
    Returned,
    /// 已提交, waiting for the first check.
    Submitted,
    /// Accepted, classed and numbered, waiting to be assigned.
    Accepted,
    /// 办理中: assigned; unsigned, in hand, overdue, or to be redone.
    Handling,
    /// Replied and delivered; somebody has yet to judge.
    Replied,
    /// 办结.
    #[default]
    Closed,
}

/// How far a suggestion in hand has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Tempo {
    /// The unit has not signed for it.
    Unsigned,
    /// In time.
    #[default]
    InTime,
    /// The reply is overdue.
    Overdue,
    /// A reply is written and waits to be checked.
    Checking,
    /// The deputy was not satisfied and the unit handles it again.
    Redo,
}

/// A deputy's score.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Score {
    /// 满意.
    #[default]
    Satisfied,
    /// 基本满意.
    Fair,
    /// 不满意.
    Dissatisfied,
}

/// A unit's part.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Part {
    /// The field whose unit it is.
    pub unit: &'static str,
    /// When it signed for it; nothing while it has not.
    pub signed: Option<Moment>,
    /// When a co-unit gave its opinion.
    pub opined: Option<Moment>,
}

/// One reply and what came of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Round {
    /// When the draft was written.
    pub drafted: Moment,
    /// When the head signed and it went to every signer; nothing while it is being checked.
    pub delivered: Option<Moment>,
    /// The class of the result.
    pub mark: Mark,
    /// When the lead deputy judged, with the scores of process and result.
    pub judged: Option<(Moment, Score, Score)>,
}

/// One suggestion's course.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Story {
    /// Where it stands.
    pub ending: Ending,
    /// How far it is, when it is in hand.
    pub tempo: Tempo,
    /// When it was begun.
    pub drafted: Moment,
    /// How many deputies were asked to co-sign.
    pub invited: usize,
    /// When they were asked; all but those of a suggestion that still collects have said yes by the next step.
    pub asked: Option<Moment>,
    /// When it was handed in.
    pub submitted: Option<Moment>,
    /// When the office returned it for editing.
    pub returned: Option<Moment>,
    /// How the office would not take it as a suggestion, after it had been returned.
    pub refusal: Option<Refusal>,
    /// When it was accepted and numbered.
    pub accepted: Option<Moment>,
    /// When it was assigned.
    pub assigned: Option<Moment>,
    /// The units; the lead unit first. Empty while it is not assigned.
    pub parts: Vec<Part>,
    /// What the lead unit, and the units it was passed on to, objected.
    pub objections: Vec<Objection>,
    /// The time the unit that replies asked for.
    pub extension: Option<Extension>,
    /// The replies, oldest first.
    pub rounds: Vec<Round>,
    /// When it was closed.
    pub closed: Option<Moment>,
}

/// The days a world is told from.
#[derive(Clone, Copy, Debug)]
pub struct When<'a> {
    /// Everything lies before this day.
    pub today: Day,
    /// The day on which the term began; nothing lies before it but what has no room after it.
    pub since: Day,
    /// The opening days of sessions, during which most suggestions are handed in.
    pub sessions: &'a [Day],
    /// Offices act on working days.
    pub calendar: &'a WorkingCalendar,
}

/// Tells the `index`-th suggestion, about `matter`, in a congress of `level`.
#[must_use]
pub fn story(seed: u64, index: u64, matter: &Matter, level: Level, when: &When<'_>) -> Story {
    let mut chance = Chance::of(seed, "story", index);
    let ending = match usize::try_from(index) {
        // The first of a world show every ending there is, however small it is.
        Ok(at) if index < SHOWN => ENDINGS.get(at % ENDINGS.len()).map_or(Ending::Draft, |(_, ending)| *ending),
        _ => chance.weighted(ENDINGS),
    };
    let tempo = if ending == Ending::Handling { chance.weighted(TEMPOS) } else { Tempo::InTime };
    // From a stream of its own: what goes the straight way goes it as it always did.
    let (tempo, turn) = Turn::any(&mut Chance::of(seed, "turn", index), index, ending, tempo);
    let plan = Plan::any(&mut chance, (ending, tempo, turn), matter, level);
    let first = plan.tell(when.today, when.calendar);
    let span = first.last;
    let (least, most) = slack(ending, tempo, turn);
    let room = u64::try_from(when.today.days_since(when.since) - span).unwrap_or(0);
    let most = most.min(room).max(least);
    let mut start = when.today.plus_days(-span - days(chance.between(least, most)));
    if let Some(handed_in) = first.submitted_after
        && chance.hits(6, 10)
    {
        let within = |day: &Day| (days(least)..=days(most)).contains(&(when.today.days_since(*day) - span));
        let starts: Vec<Day> = when
            .sessions
            .iter()
            .map(|opened| opened.plus_days(days(chance.below(3)) - handed_in))
            .filter(within)
            .collect();
        start = chance.pick(&starts).copied().unwrap_or(start);
    }
    plan.tell(start, when.calendar).story
}

/// How many suggestions at the beginning of a world show the endings in turn.
pub const SHOWN: u64 = 24;

const ENDINGS: &[(u32, Ending)] = &[
    (2, Ending::Draft),
    (4, Ending::Cosigning),
    (4, Ending::Returned),
    (6, Ending::Submitted),
    (8, Ending::Accepted),
    (16, Ending::Handling),
    (20, Ending::Replied),
    (40, Ending::Closed),
];
const TEMPOS: &[(u32, Tempo)] =
    &[(12, Tempo::Unsigned), (62, Tempo::InTime), (10, Tempo::Overdue), (11, Tempo::Checking), (5, Tempo::Redo)];
const MARKS: &[(u32, Mark)] = &[(45, Mark::A), (38, Mark::B), (12, Mark::C), (5, Mark::D)];

/// How many days ago the last step may lie.
const fn slack(ending: Ending, tempo: Tempo, turn: Turn) -> (u64, u64) {
    match (ending, tempo) {
        (Ending::Handling, Tempo::Unsigned | Tempo::InTime) if turn.waits() => (1, 4),
        (Ending::Handling, Tempo::InTime) if !turn.straight() => (2, 50),
        (Ending::Draft, _) => (1, 20),
        (Ending::Cosigning | Ending::Submitted, _) => (1, 5),
        (Ending::Returned, _) => (1, 9),
        (Ending::Accepted, _) | (Ending::Handling, Tempo::Unsigned) => (1, 4),
        (Ending::Handling, Tempo::InTime) => (2, 80),
        (Ending::Handling, Tempo::Overdue) => (96, 150),
        (Ending::Handling, Tempo::Checking) => (1, 3),
        (Ending::Handling, Tempo::Redo) => (1, 24),
        (Ending::Replied, _) => (1, 13),
        (Ending::Closed, _) => (1, 1_060),
    }
}

pub fn days(count: u64) -> i32 {
    i32::try_from(count).unwrap_or(0)
}

/// All that chance decides, so that the story can be told twice: to measure it, and from its first day.
struct Plan {
    ending: Ending,
    tempo: Tempo,
    turn: Turn,
    invited: usize,
    units: Vec<&'static str>,
    /// The units to which the matter was passed on or, in the unit's opinion, belongs.
    aims: Vec<&'static str>,
    marks: [Mark; 2],
    scores: Vec<(Score, Score)>,
    chance: Chance,
}

struct Told {
    story: Story,
    /// Days from the first step to the last.
    last: i32,
    /// Days from the first step to handing in.
    submitted_after: Option<i32>,
}

impl Plan {
    fn any(chance: &mut Chance, (ending, tempo, turn): (Ending, Tempo, Turn), matter: &Matter, level: Level) -> Self {
        let joint = ending == Ending::Cosigning || chance.hits(16, 100);
        let many = chance.hits(55, 100);
        let invited = match (joint, many) {
            (false, _) => 0,
            (true, true) => chance.between(8, 11),
            (true, false) => chance.between(1, 5),
        };
        let first = chance.weighted(MARKS);
        let units = units(chance, matter, level);
        let (units, aims) = turn.lay(chance, units, matter);
        Self {
            ending,
            tempo,
            turn,
            invited: usize::try_from(invited).unwrap_or(0),
            units,
            aims,
            marks: [first, if first == Mark::D { Mark::C } else { Mark::B }],
            scores: scores(chance, ending, tempo),
            chance: chance.clone(),
        }
    }

    fn tell(&self, start: Day, calendar: &WorkingCalendar) -> Told {
        let mut walk = Walk::from(start, calendar, self.chance.clone());
        let drafted = walk.anyone(0, 0);
        let asked = (self.invited > 0).then(|| walk.anyone(0, 2));
        let mut told = Story {
            ending: self.ending,
            tempo: self.tempo,
            drafted,
            invited: self.invited,
            asked,
            submitted: None,
            returned: None,
            refusal: None,
            accepted: None,
            assigned: None,
            parts: Vec::new(),
            objections: Vec::new(),
            extension: None,
            rounds: Vec::new(),
            closed: None,
        };
        let mut submitted_after = None;
        if self.ending > Ending::Cosigning {
            told.submitted = Some(walk.anyone(1, 6));
            submitted_after = Some(walk.after);
        }
        if self.ending == Ending::Returned || self.turn.refuses() {
            told.returned = Some(walk.office(1, 3));
        }
        told.refusal = self.turn.refusal(&mut walk);
        if self.ending >= Ending::Accepted {
            told.accepted = Some(walk.office(1, 3));
        }
        if self.ending >= Ending::Handling {
            self.handle(&mut told, &mut walk);
        }
        Told { story: told, last: walk.after, submitted_after }
    }

    fn handle(&self, told: &mut Story, walk: &mut Walk<'_>) {
        told.assigned = Some(walk.office(1, 4));
        let begun = self.tempo != Tempo::Unsigned;
        for unit in &self.units {
            let signed = begun.then(|| walk.office(0, 1));
            told.parts.push(Part { unit, signed, opined: None });
        }
        told.objections = self.turn.objections(&self.aims, walk);
        let in_hand = (self.ending, self.tempo) == (Ending::Handling, Tempo::InTime);
        if in_hand {
            told.extension = self.turn.extension(walk, (45, 75));
        }
        if !begun || in_hand || matches!(self.tempo, Tempo::Overdue) {
            return;
        }
        for part in told.parts.iter_mut().skip(1) {
            part.opined = Some(walk.office(2, 9));
        }
        told.extension = self.turn.extension(walk, (20, 36));
        self.reply(told, walk);
        if self.ending == Ending::Closed {
            // Who has not judged has ten days to; only then may the office close. A long holiday takes up to nine back.
            let all_said = self.invited == 0 && !self.scores.is_empty();
            told.closed = Some(if all_said { walk.office(1, 5) } else { walk.office(21, 27) });
        }
    }

    fn reply(&self, told: &mut Story, walk: &mut Walk<'_>) {
        for (nth, mark) in self.marks.into_iter().enumerate() {
            // Who asked for time has used most of it by then.
            let drafted = if nth == 0 && told.extension.is_none() { walk.office(9, 46) } else { walk.office(8, 20) };
            let checking = self.tempo == Tempo::Checking;
            let delivered = (!checking).then(|| walk.office(1, 4));
            let score = self.scores.get(nth).copied();
            let judged = score.map(|(process, result)| (walk.anyone(1, 9), process, result));
            told.rounds.push(Round { drafted, delivered, mark, judged });
            let again = score.is_some_and(|(_, result)| result == Score::Dissatisfied);
            if !again || self.tempo == Tempo::Redo {
                break;
            }
        }
    }
}

/// The scores of the rounds that were judged. Open dissatisfaction is rare, silence is not (suggestions.md §10, §13).
fn scores(chance: &mut Chance, ending: Ending, tempo: Tempo) -> Vec<(Score, Score)> {
    use Score::{Dissatisfied, Fair, Satisfied};
    let good = if chance.hits(86, 100) { (Satisfied, Satisfied) } else { (Satisfied, Fair) };
    let poor = if chance.hits(1, 2) { (Fair, Dissatisfied) } else { (Dissatisfied, Dissatisfied) };
    match (ending, tempo) {
        (Ending::Handling, Tempo::Redo) => vec![poor],
        (Ending::Closed, _) => match chance.below(1_000) {
            0..=4 => vec![poor, (Fair, Dissatisfied)],
            5..=39 => vec![poor, good],
            40..=119 => Vec::new(),
            _ => vec![good],
        },
        _ => Vec::new(),
    }
}

/// The lead unit and those that join in; a town has few to ask (suggestions.md §7: 16 % alone, mean 1.94 in a county).
fn units(chance: &mut Chance, matter: &Matter, level: Level) -> Vec<&'static str> {
    let count = if level == Level::Township {
        chance.weighted(&[(70, 0_usize), (25, 1), (5, 2)])
    } else {
        chance.weighted(&[(16, 0_usize), (27, 1), (34, 2), (15, 3), (8, 4)])
    };
    // A town hands its matters to its own government, which asks the county's departments.
    let (lead, first) = if level == Level::Township { ("government", Some(matter.lead)) } else { (matter.lead, None) };
    let mut units = vec![lead];
    let mut wanted: Vec<&'static str> = first.into_iter().chain(matter.co.iter().copied()).collect();
    wanted.extend((0..4).filter_map(|_| chance.pick(FIELDS).map(|field| field.key)));
    for key in wanted {
        if units.len() <= count && !units.contains(&key) {
            units.push(key);
        }
    }
    units
}
