//! Counting ballots under a rule: what a machine does with a heap, and what tellers do by hand.

use super::{Count, Line, Rule, UnclearPart};
use crate::Tally;

/// What stands beside a candidate.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mark {
    /// 赞成.
    Approve,
    /// 反对.
    Against,
    /// 弃权.
    Abstain,
    /// Nothing.
    Blank,
    /// Something nobody can read.
    Unclear,
}

/// A name somebody wrote on the ballot, as the chief teller resolved it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WrittenIn {
    /// Whose.
    pub name: String,
    /// Whether it has its own mark of approval.
    pub marked: bool,
}

/// One ballot: a mark for every line, and the names written in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ballot {
    /// In the order of the lines; a missing one is blank.
    pub marks: Vec<Mark>,
    /// Names written in.
    pub write_ins: Vec<WrittenIn>,
}

impl Ballot {
    fn mark(&self, at: usize, rule: &Rule) -> Mark {
        match self.marks.get(at).copied().unwrap_or(Mark::Blank) {
            Mark::Blank if rule.blank_approves => Mark::Approve,
            Mark::Blank => Mark::Abstain,
            mark => mark,
        }
    }

    /// The names that count; nothing where a name stands that must not, which is an unclear part.
    fn names(&self, rule: &Rule, against: usize) -> Option<Vec<&str>> {
        let Some(of) = rule.write_in else { return self.write_ins.is_empty().then(Vec::new) };
        let counted = self.write_ins.iter().filter(|name| name.marked || of.unmarked_counts);
        let names: Vec<&str> = counted.map(|name| name.name.as_str()).collect();
        let mut once = names.clone();
        once.sort_unstable();
        once.dedup();
        let lawful = once.len() == names.len() && (!of.requires_against || names.len() <= against);
        lawful.then_some(names)
    }
}

/// Counts a heap of ballots for these candidates or items.
#[must_use]
pub fn count(rule: &Rule, candidates: &[&str], heap: &[Ballot]) -> Count {
    let line = |name: &&str| Line { name: (*name).to_owned(), ..Line::default() };
    let mut total = Count { lines: candidates.iter().map(line).collect(), ..Count::default() };
    for ballot in heap {
        total.returned += 1;
        let marks: Vec<Mark> = (0..candidates.len()).map(|at| ballot.mark(at, rule)).collect();
        let many = |mark| marks.iter().filter(|one| **one == mark).count();
        let names = ballot.names(rule, many(Mark::Against));
        let unclear = names.is_none() || many(Mark::Unclear) > 0;
        let names = names.unwrap_or_default();
        let chosen = u32::try_from(many(Mark::Approve) + names.len()).unwrap_or(u32::MAX);
        if chosen > rule.most_marks || (unclear && rule.unclear == UnclearPart::BallotVoid) {
            total.invalid += 1;
        } else {
            total.valid += 1;
            take(&mut total, &marks, &names);
        }
    }
    total
}

fn take(total: &mut Count, marks: &[Mark], names: &[&str]) {
    for (line, mark) in total.lines.iter_mut().zip(marks) {
        match mark {
            Mark::Approve => line.approve += 1,
            Mark::Against => line.against += 1,
            Mark::Abstain | Mark::Blank => line.abstain += 1,
            Mark::Unclear => line.unclear += 1,
        }
    }
    for name in names {
        match total.write_ins.iter_mut().find(|tally| tally.name == *name) {
            Some(tally) => tally.votes += 1,
            None => total.write_ins.push(Tally { name: (*name).to_owned(), votes: 1 }),
        }
    }
}
