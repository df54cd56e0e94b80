//! Heaps of ballots, counted by the rules: how many are for whom follows from how many there are.

use ballots::desk::count::{SheetLine, SheetWanted, SheetWriteIn};
use ballots_rules::round::{Ballot, Count, Line, Mark, Rule, WrittenIn, count};
use kit::Problem;

use super::text;

/// `+-o` for 赞成 反对 弃权, and a name written in.
fn ballot(marks: &str, written: &str) -> Ballot {
    let mark = |c| match c {
        '+' => Mark::Approve,
        '-' => Mark::Against,
        _ => Mark::Abstain,
    };
    let name = (!written.is_empty()).then(|| WrittenIn { name: written.to_owned(), marked: true });
    Ballot { marks: marks.chars().map(mark).collect(), write_ins: name.into_iter().collect() }
}

fn many(of: u32, marks: &str) -> impl Iterator<Item = Ballot> {
    (0..of).map(move |_| ballot(marks, ""))
}

/// One elected of two, two tied above half of all; two spellings of a name written in.
pub fn tied(deputies: u32) -> Vec<Ballot> {
    let rest = deputies.saturating_sub(2);
    let both = if rest.is_multiple_of(2) { 6 } else { 5 };
    let half = rest.saturating_sub(both) / 2;
    let mut heap = vec![ballot("+--", "冯小溪"), ballot("+--", "冯晓溪")];
    heap.extend(many(half, "++-").chain(many(half, "+-+")).chain(many(both, "-++")));
    heap
}

/// The vote again among the two: most votes.
pub fn of_two(deputies: u32) -> Vec<Ballot> {
    let more = deputies / 2 + 3;
    many(more, "+o").chain(many(deputies.saturating_sub(more), "o+")).collect()
}

/// Twenty-three of a committee: eleven for the one, eighteen for the other.
pub fn short() -> Vec<Ballot> {
    many(10, "++").chain(many(1, "+-")).chain(many(8, "-+")).chain(many(4, "oo")).collect()
}

/// Three of five, in turn.
pub fn three_of_five(deputies: u32) -> Vec<Ballot> {
    let turns = ["+++oo", "++o+o", "+o+o+", "o+++o", "++oo+"];
    let turn = |n: usize| ballot(turns.get(n % turns.len()).copied().unwrap_or_default(), "");
    (0..usize::try_from(deputies).unwrap_or(0)).map(turn).collect()
}

/// One candidate; five wrote in somebody else, in two spellings.
pub fn by_election(deputies: u32) -> Vec<Ballot> {
    let written = ["沈益阳", "沈益阳", "沈宜阳", "沈益阳", "沈宜阳"].map(|name| ballot("-", name));
    written.into_iter().chain(many(deputies.saturating_sub(5), "+")).collect()
}

/// What a teller enters of a bundle.
pub fn sheet(rule: &Rule, names: &[&str], bundle: &[Ballot]) -> Result<SheetWanted, Problem> {
    entered(&count(rule, names, bundle))
}

/// Orders of four, in turn: names counted from 0, first first; some rank three alone.
pub fn orders(deputies: u32) -> Vec<Vec<usize>> {
    let turns = [vec![1, 0, 3, 2], vec![0, 1, 2, 3], vec![1, 3, 0], vec![3, 1, 0, 2], vec![0, 1, 3]];
    turns.into_iter().cycle().take(usize::try_from(deputies).unwrap_or(0)).collect()
}

/// What a teller enters of these figures.
pub fn entered(found: &Count) -> Result<SheetWanted, Problem> {
    let line = |line: &Line| SheetLine {
        approve: line.approve,
        against: line.against,
        abstain: line.abstain,
        unclear: line.unclear,
        ranks: line.ranks.clone(),
    };
    let written = found.write_ins.iter().map(|tally| Ok(SheetWriteIn { name: text(&tally.name)?, votes: tally.votes }));
    Ok(SheetWanted {
        returned: found.returned,
        valid: found.valid,
        invalid: found.invalid,
        lines: found.lines.iter().map(line).collect(),
        write_ins: written.collect::<Result<_, Problem>>()?,
    })
}
