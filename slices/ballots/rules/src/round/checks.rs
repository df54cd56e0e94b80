//! What must hold of the figures of a round before anybody draws a result from them (voting.md §3.2). I2 and I12 make a round void and are
//! judged by [`super::outcome()`]; figures below zero are no figures here.

use kernel::{PersonId, Refusal, Refused};

use super::{Count, Figures, Line, Rule};

/// A figure that cannot be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Broken {
    /// I1: ballots handed out less spoiled ones are not the ballots issued.
    Issued,
    /// I1: more ballots were issued than people are present.
    MoreIssuedThanPresent,
    /// I3: valid and void ballots are not the ballots returned.
    ValidAndInvalid,
    /// I4: the marks of a line are not as many as valid ballots.
    Line(String),
    /// I5: more was approved than the ballots can hold.
    Approvals,
    /// I6: more were written in than voted against.
    WriteIns,
    /// I7: the bundles of a box, counted from 1, do not add up to it.
    Box(usize),
    /// I7: the boxes do not add up to the round.
    Boxes,
    /// I8: somebody written in has more votes than there are valid ballots.
    WrittenIn(String),
    /// I10: a figure of a line is above the ballots returned.
    Above(String),
    /// More names stand at a place of a ranking than ballots can have put there, or fewer than at the next one.
    Rank(u32),
}

impl Broken {
    /// The sentence for the tellers; it names the place and not the values.
    #[must_use]
    pub fn refused(&self) -> Refused {
        let refused = |key| Refused::new(Refusal::Unfit, key);
        match self {
            Self::Issued => refused("ballots-broken-issued"),
            Self::MoreIssuedThanPresent => refused("ballots-broken-present"),
            Self::ValidAndInvalid => refused("ballots-broken-valid"),
            Self::Line(name) => refused("ballots-broken-line").with("name", name),
            Self::Approvals => refused("ballots-broken-approvals"),
            Self::WriteIns => refused("ballots-broken-write-ins"),
            Self::Box(number) => refused("ballots-broken-box").with("number", number),
            Self::Boxes => refused("ballots-broken-boxes"),
            Self::WrittenIn(name) => refused("ballots-broken-written-in").with("name", name),
            Self::Above(name) => refused("ballots-broken-above").with("name", name),
            Self::Rank(n) => refused("ballots-broken-rank").with("n", n),
        }
    }
}

/// Everything that cannot be; empty when the figures may be reconciled.
#[must_use]
pub fn checks(rule: &Rule, figures: &Figures) -> Vec<Broken> {
    let mut broken = Vec::new();
    if figures.handed_out.checked_sub(figures.spoiled_replaced) != Some(figures.issued) {
        broken.push(Broken::Issued);
    }
    if figures.issued > figures.present {
        broken.push(Broken::MoreIssuedThanPresent);
    }
    broken.extend(of_count(rule, &figures.total));
    if figures.boxes.is_empty() {
        return broken;
    }
    for (at, one) in figures.boxes.iter().enumerate() {
        let batches: u64 = one.batches.iter().map(|batch| u64::from(batch.returned)).sum();
        if batches != u64::from(one.returned) || one.batches.iter().any(|batch| !of_count(rule, batch).is_empty()) {
            broken.push(Broken::Box(at + 1));
        }
    }
    let all = Count::sum(figures.boxes.iter().flat_map(|one| &one.batches));
    if all.sorted() != figures.total.clone().sorted() {
        broken.push(Broken::Boxes);
    }
    broken
}

/// The same of one bundle, one box or the total alone: I3–I6, I8, I10.
#[must_use]
pub fn of_count(rule: &Rule, count: &Count) -> Vec<Broken> {
    let mut broken = Vec::new();
    let valid = u64::from(count.valid);
    if valid + u64::from(count.invalid) != u64::from(count.returned) {
        broken.push(Broken::ValidAndInvalid);
    }
    for line in &count.lines {
        let figures = [line.approve, line.against, line.abstain, line.unclear];
        if figures.iter().chain(&line.ranks).any(|figure| *figure > count.returned) {
            broken.push(Broken::Above(line.name.clone()));
        }
        if line.marks() != valid || !shaped(rule, line) {
            broken.push(Broken::Line(line.name.clone()));
        }
    }
    let sum = |figures: &mut dyn Iterator<Item = u32>| figures.map(u64::from).sum::<u64>();
    let approved = sum(&mut count.lines.iter().map(|line| line.approve));
    let against = sum(&mut count.lines.iter().map(|line| line.against));
    let written = sum(&mut count.write_ins.iter().map(|tally| tally.votes));
    if approved + written > valid * u64::from(rule.most_marks) {
        broken.push(Broken::Approvals);
    }
    let allowed = rule.write_in.map_or(0, |of| if of.requires_against { against } else { u64::MAX });
    if written > allowed {
        broken.push(Broken::WriteIns);
    }
    let over = count.write_ins.iter().filter(|tally| u64::from(tally.votes) > valid);
    broken.extend(over.map(|tally| Broken::WrittenIn(tally.name.clone())));
    broken.extend(ranks(rule, count));
    broken
}

/// Whether a line has the figures of its kind of vote: places of a ranking, or approvals.
fn shaped(rule: &Rule, line: &Line) -> bool {
    if rule.ranked {
        line.approve == 0 && line.against == 0 && u32::try_from(line.ranks.len()) == Ok(rule.places)
    } else {
        line.ranks.is_empty()
    }
}

/// Each ballot puts one name at a place, and none at a place after one that it left empty.
fn ranks(rule: &Rule, count: &Count) -> Option<Broken> {
    let at = |n: usize| count.lines.iter().filter_map(|line| line.ranks.get(n)).map(|many| u64::from(*many)).sum();
    let places = if rule.ranked { rule.places } else { 0 };
    let mut most = u64::from(count.valid);
    for (n, place) in (1..=places).zip(0..) {
        let here: u64 = at(place);
        if here > most {
            return Some(Broken::Rank(n));
        }
        most = here;
    }
    None
}

/// I11: tellers who are candidates or were declared near relatives of one (选举法 43).
#[must_use]
pub fn tellers_in_the_way(
    tellers: &[PersonId],
    candidates: &[PersonId],
    relatives: &[(PersonId, PersonId)],
) -> Vec<PersonId> {
    let related = |teller: &PersonId| {
        relatives.iter().any(|(one, other)| {
            (one == teller && candidates.contains(other)) || (other == teller && candidates.contains(one))
        })
    };
    tellers.iter().filter(|teller| candidates.contains(teller) || related(teller)).copied().collect()
}
