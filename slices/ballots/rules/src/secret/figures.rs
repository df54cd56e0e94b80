//! Totals as the figures of a round, which the same outcome judges as on paper.

use super::Refusal;
use crate::{
    paper::{Kind, Round},
    round::{Count, Figures, Line},
};

/// The figures of a round with so many ballots issued and cast, from the totals question by question.
///
/// # Errors
/// When the totals are not those of the questions, or do not add up to the ballots.
pub fn figures(round: &Round, issued: u32, cast: u32, totals: &[Vec<u64>]) -> Result<Figures, Refusal> {
    let names = round.spec.listed();
    let lines = match round.spec.kind {
        Kind::Decision => judged(&names, totals, &mark),
        Kind::Rating => judged(&names, totals, &grade),
        Kind::Election | Kind::Pick | Kind::Ranking => picked(&names, totals, cast),
    };
    let lines = lines.ok_or(Refusal::BadTotals)?;
    if lines.iter().any(|line| line.marks() != u64::from(cast)) || lines.len() != names.len() {
        return Err(Refusal::BadTotals);
    }
    Ok(Figures {
        members: round.members,
        present: round.present,
        participants: issued,
        handed_out: issued,
        spoiled_replaced: 0,
        issued,
        boxes: Vec::new(),
        total: Count { returned: cast, valid: cast, invalid: 0, lines, write_ins: Vec::new() },
    })
}

fn small(total: u64) -> Option<u32> {
    u32::try_from(total).ok()
}

/// 赞成, 反对, 弃权 of a name.
fn mark(row: &[u64]) -> Option<Line> {
    let [approve, against, abstain] = row else { return None };
    Some(Line { approve: small(*approve)?, against: small(*against)?, abstain: small(*abstain)?, ..Line::default() })
}

/// 满意, 基本满意, 不满意 of an object, and who gave it no grade, where a line of paper holds them.
fn grade(row: &[u64]) -> Option<Line> {
    let (none, grades) = row.split_last()?;
    Some(Line { unclear: small(*none)?, ..mark(grades)? })
}

/// The marks of each name.
fn judged(names: &[&str], totals: &[Vec<u64>], one: &dyn Fn(&[u64]) -> Option<Line>) -> Option<Vec<Line>> {
    let line = |(name, row): (&&str, &Vec<u64>)| Some(Line { name: (*name).to_owned(), ..one(row)? });
    let lines: Vec<Line> = names.iter().zip(totals).map(line).collect::<Option<_>>()?;
    (totals.len() == names.len()).then_some(lines)
}

/// Who chose a name approves; everybody else abstains, as on paper.
fn picked(names: &[&str], totals: &[Vec<u64>], cast: u32) -> Option<Vec<Line>> {
    let [row] = totals else { return None };
    let (_blank, chosen) = row.split_first()?;
    let line = |(name, total): (&&str, &u64)| {
        let approve = small(*total)?;
        let abstain = cast.checked_sub(approve)?;
        Some(Line { name: (*name).to_owned(), approve, against: 0, abstain, ..Line::default() })
    };
    let lines: Vec<Line> = names.iter().zip(chosen).map(line).collect::<Option<_>>()?;
    (chosen.len() == names.len()).then_some(lines)
}
