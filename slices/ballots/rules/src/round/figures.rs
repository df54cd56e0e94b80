//! The figures of a round, as the sheets of the tellers have them (voting.md §3.1).

use serde::{Deserialize, Serialize};

use crate::Tally;

/// One line of a sheet: how the ballots judged one candidate or item.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Line {
    /// Whose, or what.
    pub name: String,
    /// 赞成.
    pub approve: u32,
    /// 反对.
    pub against: u32,
    /// 弃权.
    pub abstain: u32,
    /// Marks that nobody can read.
    pub unclear: u32,
    /// Of a ranking: ballots that put it first, second and so on. Whoever did not rank it is in `abstain`.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub ranks: Vec<u32>,
}

/// What was counted: of a bundle, a box or the round.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Count {
    /// Ballots.
    pub returned: u32,
    /// Valid ones.
    pub valid: u32,
    /// Void ones.
    pub invalid: u32,
    /// Each candidate or item, in the order of the ballot.
    pub lines: Vec<Line>,
    /// People written in, with their approvals.
    pub write_ins: Vec<Tally>,
}

/// One box with its bundles.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct PaperBox {
    /// Ballots taken out of it.
    pub returned: u32,
    /// Its bundles, of fifty sheets at most.
    pub batches: Vec<Count>,
}

/// Everything known of a round.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Figures {
    /// All members, or the voters of the district.
    pub members: u32,
    /// Who is present.
    pub present: u32,
    /// Who took part: who was given a ballot, or voted by proxy.
    pub participants: u32,
    /// Ballots handed out, spoiled ones included.
    pub handed_out: u32,
    /// Spoiled ones that were taken back for another.
    pub spoiled_replaced: u32,
    /// Ballots that may come back.
    pub issued: u32,
    /// The boxes; none where ballots were not sorted by box.
    pub boxes: Vec<PaperBox>,
    /// The count of the round.
    pub total: Count,
}

impl Count {
    /// This count and another together; lines of the same name and write-ins of the same name are added.
    #[must_use]
    pub fn plus(mut self, other: &Self) -> Self {
        self.returned += other.returned;
        self.valid += other.valid;
        self.invalid += other.invalid;
        for line in &other.lines {
            match self.lines.iter_mut().find(|own| own.name == line.name) {
                Some(own) => own.add(line),
                None => self.lines.push(line.clone()),
            }
        }
        for tally in &other.write_ins {
            match self.write_ins.iter_mut().find(|own| own.name == tally.name) {
                Some(own) => own.votes += tally.votes,
                None => self.write_ins.push(tally.clone()),
            }
        }
        self
    }

    /// All bundles together.
    #[must_use]
    pub fn sum<'a>(parts: impl IntoIterator<Item = &'a Self>) -> Self {
        parts.into_iter().fold(Self::default(), Self::plus)
    }

    /// The same count with lines and write-ins in the order of their names, so that counts can be compared.
    #[must_use]
    pub fn sorted(mut self) -> Self {
        self.lines.sort_by(|one, other| one.name.cmp(&other.name));
        self.write_ins.sort_by(|one, other| one.name.cmp(&other.name));
        self
    }
}

impl Line {
    fn add(&mut self, other: &Self) {
        self.approve += other.approve;
        self.against += other.against;
        self.abstain += other.abstain;
        self.unclear += other.unclear;
        self.ranks.resize(self.ranks.len().max(other.ranks.len()), 0);
        for (own, more) in self.ranks.iter_mut().zip(&other.ranks) {
            *own += more;
        }
    }

    /// All marks of the line: as many as valid ballots.
    #[must_use]
    pub fn marks(&self) -> u64 {
        let marks = [self.approve, self.against, self.abstain, self.unclear];
        marks.iter().chain(&self.ranks).map(|figure| u64::from(*figure)).sum()
    }
}
