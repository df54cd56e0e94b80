//! Turns off the straight way: a paper that is no suggestion, a unit that says the matter is another's, one that needs more time.

use kernel::Moment;

use crate::{Chance, Ending, FIELDS, Matter, SHOWN, Tempo, walk::Walk};

/// Which turn a suggestion took. None takes two.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default, PartialOrd, Ord, Hash)]
pub enum Turn {
    /// None.
    #[default]
    Straight,
    /// 拟不作为建议: it waits for the lead deputy's word.
    Refusing,
    /// 不作为建议: the lead deputy agreed.
    Refused,
    /// The lead deputy insisted, and it was checked again.
    Insisted,
    /// 退办申请: it waits for a ruling.
    Objecting,
    /// 不予改办.
    ObjectionRefused,
    /// 改办.
    PassedOn,
    /// 改办 twice.
    PassedOnTwice,
    /// Passed on, and the second unit's objection refused: that is final.
    RuledTwice,
    /// 延期申请: it waits for consent.
    ExtensionAsked,
    /// 同意延期.
    ExtensionGranted,
    /// 不同意延期.
    ExtensionRefused,
}

/// How the office would not take a paper as a suggestion.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Refusal {
    /// When it was handed in again after it had been returned.
    pub again: Moment,
    /// When the office said so.
    pub at: Moment,
    /// The lead deputy's word, and whether it was to insist.
    pub word: Option<(Moment, bool)>,
}

/// A unit's objection that the matter is another's.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Objection {
    /// When.
    pub at: Moment,
    /// The field of the unit proposed.
    pub proposed: &'static str,
    /// When it was ruled on, and when the unit proposed signed for it; no signature: the objection was refused.
    pub ruled: Option<(Moment, Option<Moment>)>,
}

/// The time a unit asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Extension {
    /// When.
    pub asked: Moment,
    /// How many days more.
    pub days: i32,
    /// When that was answered, and whether it got them.
    pub answered: Option<(Moment, bool)>,
}

impl Turn {
    /// The turn of the `index`-th suggestion, with the tempo that goes with it.
    pub(crate) fn any(chance: &mut Chance, index: u64, ending: Ending, tempo: Tempo) -> (Tempo, Self) {
        let shown = SHOWS.iter().find(|(at, ..)| *at == index);
        match shown {
            Some((_, tempo, turn)) => (*tempo, *turn),
            None if index < SHOWN => (tempo, Self::Straight),
            None => (tempo, chance.weighted(turns(ending, tempo))),
        }
    }

    /// Whether it took none.
    pub(crate) const fn straight(self) -> bool {
        matches!(self, Self::Straight)
    }

    /// Whether a ruling or a consent is awaited.
    pub(crate) const fn waits(self) -> bool {
        matches!(self, Self::Objecting | Self::ExtensionAsked)
    }

    /// Whether the office would not take it as a suggestion.
    pub(crate) const fn refuses(self) -> bool {
        matches!(self, Self::Refusing | Self::Refused | Self::Insisted)
    }

    /// How often its part was passed on, or its unit wanted it to be.
    const fn hops(self) -> usize {
        match self {
            Self::Objecting | Self::ObjectionRefused | Self::PassedOn => 1,
            Self::PassedOnTwice | Self::RuledTwice => 2,
            _ => 0,
        }
    }

    /// The units as the office named them, and those the matter went to or was said to belong to.
    ///
    /// A matter that is passed on comes to the department whose it is; a refused objection leaves it there.
    pub(crate) fn lay(
        self,
        chance: &mut Chance,
        mut units: Vec<&'static str>,
        matter: &Matter,
    ) -> (Vec<&'static str>, Vec<&'static str>) {
        if self.hops() == 0 {
            return (units, Vec::new());
        }
        let others: Vec<&'static str> = matter.co.iter().copied().chain(FIELDS.iter().map(|field| field.key)).collect();
        let mut aside = |taken: &[&'static str]| {
            let free: Vec<_> = others.iter().copied().filter(|key| !taken.contains(key)).take(3).collect();
            chance.pick(&free).copied().unwrap_or("government")
        };
        let own = matter.lead;
        units.retain(|unit| *unit == own || !matter.co.contains(unit));
        let town = units.first() != Some(&own);
        if town {
            units.retain(|unit| *unit != own);
        }
        let taken: Vec<_> = units.iter().copied().chain([own, "government"]).collect();
        let wrong = aside(&taken);
        let other = aside(&[&taken[..], &[wrong]].concat());
        let mut way = match self {
            Self::ObjectionRefused if !town => vec![own, wrong],
            Self::RuledTwice => vec![wrong, own, other],
            Self::PassedOnTwice => vec![other, wrong, own],
            _ => vec![wrong, own],
        };
        let first = if town { "government" } else { way.first().copied().unwrap_or(own) };
        if let Some(unit) = units.first_mut() {
            *unit = first;
        }
        way.remove(0);
        (units, way)
    }

    /// The refusal, the paper having been returned.
    pub(crate) fn refusal(self, walk: &mut Walk<'_>) -> Option<Refusal> {
        if !self.refuses() {
            return None;
        }
        let (again, at) = (walk.anyone(1, 4), walk.office(1, 3));
        let word = (self != Self::Refusing).then(|| (walk.anyone(1, 3), self == Self::Insisted));
        Some(Refusal { again, at, word })
    }

    /// The objections: within a week of the assignment, and ruled on within another.
    pub(crate) fn objections(self, aims: &[&'static str], walk: &mut Walk<'_>) -> Vec<Objection> {
        let mut told = Vec::new();
        for (nth, proposed) in aims.iter().take(self.hops()).enumerate() {
            let at = walk.office(1, 2);
            let passes = matches!(self, Self::PassedOn | Self::PassedOnTwice) || (self == Self::RuledTwice && nth == 0);
            let ruled = (self != Self::Objecting).then(|| {
                let ruled = walk.office(1, 4);
                (ruled, passes.then(|| walk.office(0, 1)))
            });
            told.push(Objection { at, proposed, ruled });
        }
        told
    }

    /// The extension, asked for within so many days, when much of the time there is has gone.
    pub(crate) fn extension(self, walk: &mut Walk<'_>, (least, most): (u64, u64)) -> Option<Extension> {
        let granted = match self {
            Self::ExtensionAsked => None,
            Self::ExtensionGranted => Some(true),
            Self::ExtensionRefused => Some(false),
            _ => return None,
        };
        let (asked, days) = (walk.office(least, most), walk.days(2, 6) * 10);
        Some(Extension { asked, days, answered: granted.map(|granted| (walk.office(1, 3), granted)) })
    }
}

/// The turns among those shown first, one of each kind; and one that waits for its unit's signature, as every day has.
const SHOWS: [(u64, Tempo, Turn); 11] = [
    (5, Tempo::InTime, Turn::Objecting),
    (6, Tempo::InTime, Turn::ExtensionGranted),
    (7, Tempo::InTime, Turn::RuledTwice),
    (10, Tempo::InTime, Turn::Refusing),
    (11, Tempo::InTime, Turn::Insisted),
    (13, Tempo::InTime, Turn::ExtensionAsked),
    (14, Tempo::InTime, Turn::PassedOn),
    (15, Tempo::InTime, Turn::ExtensionRefused),
    (18, Tempo::InTime, Turn::Refused),
    (21, Tempo::Unsigned, Turn::Straight),
    (23, Tempo::InTime, Turn::ObjectionRefused),
];

/// How often each turn is taken, of 100. Papers are almost never refused (suggestions.md §5); of 100 parts some five are passed on.
const fn turns(ending: Ending, tempo: Tempo) -> &'static [(u32, Turn)] {
    match (ending, tempo) {
        (Ending::Draft | Ending::Cosigning, _) => &[(100, Turn::Straight)],
        // Refused papers count among those returned: all were.
        (Ending::Returned, _) => &[(86, Turn::Straight), (7, Turn::Refusing), (7, Turn::Refused)],
        (Ending::Submitted, _) => &[(96, Turn::Straight), (4, Turn::Insisted)],
        (Ending::Accepted, _) => &[(98, Turn::Straight), (2, Turn::Insisted)],
        (Ending::Handling, Tempo::Unsigned) => &[(80, Turn::Straight), (20, Turn::Objecting)],
        (Ending::Handling, Tempo::Overdue) => &[(95, Turn::Straight), (5, Turn::ObjectionRefused)],
        (Ending::Handling, Tempo::InTime) => &[
            (82, Turn::Straight),
            (3, Turn::Objecting),
            (3, Turn::ObjectionRefused),
            (4, Turn::PassedOn),
            (1, Turn::RuledTwice),
            (3, Turn::ExtensionAsked),
            (3, Turn::ExtensionGranted),
            (1, Turn::ExtensionRefused),
        ],
        (Ending::Handling | Ending::Replied | Ending::Closed, _) => &[
            (85, Turn::Straight),
            (1, Turn::Insisted),
            (3, Turn::ObjectionRefused),
            (4, Turn::PassedOn),
            (1, Turn::PassedOnTwice),
            (1, Turn::RuledTwice),
            (4, Turn::ExtensionGranted),
            (1, Turn::ExtensionRefused),
        ],
    }
}
