//! A bundle of ballots, counted twice by two people who do not see one another's figures (voting.md §3.1).

use kernel::{AccountId, Moment};
use serde::{Deserialize, Serialize};

use super::{Fact, Refusal};
use crate::{
    Tally,
    round::{Count, Rule, of_count},
};

/// Ballots in one bundle, at most: a wrong figure is then looked for among fifty.
pub const MOST_SHEETS: u32 = 50;

/// Which bundle: of which box, counted from 1, and which of its bundles.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Place {
    /// The box.
    pub box_no: u32,
    /// The bundle in it.
    pub n: u32,
}

/// What one teller counted. Never changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// Who.
    pub account: AccountId,
    /// When.
    pub at: Moment,
    /// What.
    pub count: Count,
}

/// A place in which two entries differ. It says where, and not what stands there.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Spot {
    /// The ballots.
    Returned,
    /// Valid ones.
    Valid,
    /// Void ones.
    Invalid,
    /// 赞成 of a line, counted from 1.
    Approve(u32),
    /// 反对 of a line.
    Against(u32),
    /// 弃权 of a line.
    Abstain(u32),
    /// 无法辨认 of a line.
    Unclear(u32),
    /// The places of a line in a ranking.
    Ranks(u32),
    /// The names written in, or their votes.
    WriteIns,
}

/// A bundle with what was entered in the attempt that runs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bundle {
    /// Which.
    pub place: Place,
    /// Ballots that should lie in it.
    pub sheets: u32,
    /// Which time it is counted, from 1.
    pub attempt: u32,
    /// Where the entries of the attempt before differed.
    pub differs: Vec<Spot>,
    /// The entries of this attempt: none, one, or two that are the same.
    pub entries: Vec<Entry>,
}

/// The bundles of boxes with so many ballots: fifty each, the last of a box with the rest.
#[must_use]
pub fn laid_out(boxes: &[u32]) -> Vec<(Place, u32)> {
    let of_box = |(box_no, returned): (u32, &u32)| {
        let returned = *returned;
        let bundle = move |n: u32| {
            (Place { box_no, n }, returned.saturating_sub((n - 1).saturating_mul(MOST_SHEETS)).min(MOST_SHEETS))
        };
        (1..=returned.div_ceil(MOST_SHEETS)).map(bundle)
    };
    (1..).zip(boxes).flat_map(of_box).collect()
}

/// The count with write-ins as people compare them: without blanks, each spelling once, in the order of the spellings.
#[must_use]
pub fn cleaned(mut count: Count) -> Count {
    let mut write_ins: Vec<Tally> = Vec::new();
    for tally in count.write_ins.drain(..) {
        let name: String = tally.name.chars().filter(|c| !c.is_whitespace()).collect();
        match write_ins.iter_mut().find(|own| own.name == name) {
            Some(own) => own.votes = own.votes.saturating_add(tally.votes),
            None if name.is_empty() || tally.votes == 0 => {}
            None => write_ins.push(Tally { name, votes: tally.votes }),
        }
    }
    write_ins.sort_by(|one, other| one.name.cmp(&other.name));
    Count { write_ins, ..count }
}

impl Bundle {
    /// A bundle nobody has counted.
    #[must_use]
    pub const fn new(place: Place, sheets: u32) -> Self {
        Self { place, sheets, attempt: 1, differs: Vec::new(), entries: Vec::new() }
    }

    /// What both counted alike.
    #[must_use]
    pub fn agreed(&self) -> Option<&Count> {
        match self.entries.as_slice() {
            [one, _] => Some(&one.count),
            _ => None,
        }
    }

    /// A teller enters what they counted. The second entry of an attempt is compared: the same, or both count again.
    ///
    /// # Errors
    /// When the bundle agrees, this teller has entered it, it is counted for another ballot, or the figures cannot be.
    pub fn enter(mut self, (rule, names): (&Rule, &[&str]), entry: Entry) -> Result<(Self, Fact), Refusal> {
        if self.agreed().is_some() {
            return Err(Refusal::BundleAgreed);
        }
        if self.entries.iter().any(|one| one.account == entry.account) {
            return Err(Refusal::Entered);
        }
        let Entry { account, at, count } = entry;
        let count = cleaned(count);
        if !count.lines.iter().map(|line| line.name.as_str()).eq(names.iter().copied()) {
            return Err(Refusal::OtherBallot);
        }
        if let Some(name) = count.write_ins.iter().find(|tally| names.contains(&tally.name.as_str())) {
            return Err(Refusal::WrittenIsListed { name: name.name.clone() });
        }
        if let Some(broken) = of_count(rule, &count).into_iter().next() {
            return Err(Refusal::Broken(broken));
        }
        let (Place { box_no, n }, attempt) = (self.place, self.attempt);
        let found = self.entries.first().map(|other| spots(&other.count, &count));
        self.entries.push(Entry { account, at, count });
        let agrees = match found {
            None => None,
            Some(spots) if spots.is_empty() => Some(true),
            Some(spots) => {
                self = Self { attempt: self.attempt + 1, differs: spots, entries: Vec::new(), ..self };
                Some(false)
            }
        };
        Ok((self, Fact::BundleEntered { box_no, n, attempt, agrees }))
    }

    /// The chief teller has it counted again.
    ///
    /// # Errors
    /// When nobody has counted it in this attempt.
    pub fn recount(self) -> Result<(Self, Fact), Refusal> {
        if self.entries.is_empty() {
            return Err(Refusal::NotCounted);
        }
        let Place { box_no, n } = self.place;
        let attempt = self.attempt + 1;
        Ok((Self { attempt, differs: Vec::new(), entries: Vec::new(), ..self }, Fact::BundleRecounted { box_no, n }))
    }
}

/// Where two entries of one bundle differ.
fn spots(one: &Count, other: &Count) -> Vec<Spot> {
    let mut spots = Vec::new();
    let mut note = |same: bool, spot: Spot| {
        if !same {
            spots.push(spot);
        }
    };
    note(one.returned == other.returned, Spot::Returned);
    note(one.valid == other.valid, Spot::Valid);
    note(one.invalid == other.invalid, Spot::Invalid);
    for (at, (a, b)) in (1..).zip(one.lines.iter().zip(&other.lines)) {
        note(a.approve == b.approve, Spot::Approve(at));
        note(a.against == b.against, Spot::Against(at));
        note(a.abstain == b.abstain, Spot::Abstain(at));
        note(a.unclear == b.unclear, Spot::Unclear(at));
        note(a.ranks == b.ranks, Spot::Ranks(at));
    }
    note(one.write_ins == other.write_ins, Spot::WriteIns);
    spots
}

impl Spot {
    /// The word in locale keys, and the line where it is one.
    #[must_use]
    pub const fn said(self) -> (&'static str, u32) {
        match self {
            Self::Returned => ("returned", 0),
            Self::Valid => ("valid", 0),
            Self::Invalid => ("invalid", 0),
            Self::Approve(line) => ("approve", line),
            Self::Against(line) => ("against", line),
            Self::Abstain(line) => ("abstain", line),
            Self::Unclear(line) => ("unclear", line),
            Self::Ranks(line) => ("ranks", line),
            Self::WriteIns => ("write-ins", 0),
        }
    }
}
