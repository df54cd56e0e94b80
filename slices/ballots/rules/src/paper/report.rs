//! From bundles that agree to the figures of the round.

use serde::{Deserialize, Serialize};

use super::{Bundle, Refusal, Round, Standing, round::Boxes};
use crate::{
    Tally,
    round::{Count, Figures, Line, Outcome, PaperBox},
};

/// What the chief teller decided of one spelling.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Reading {
    /// As it was written.
    pub written: String,
    /// Who is meant; nothing where nobody can be made out.
    pub meant: Option<String>,
}

/// The spellings written in, with their votes, in the order of the spellings.
#[must_use]
pub fn spellings(bundles: &[Bundle]) -> Vec<Tally> {
    let counts = bundles.iter().filter_map(Bundle::agreed);
    Count::sum(counts).sorted().write_ins
}

/// The votes for spellings of which nobody can be made out.
#[must_use]
pub fn unreadable(bundles: &[Bundle], readings: &[Reading]) -> u32 {
    let lost = |tally: &Tally| readings.iter().any(|one| one.written == tally.name && one.meant.is_none());
    spellings(bundles).iter().filter(|tally| lost(tally)).map(|tally| tally.votes).sum()
}

/// A count with the people who are meant in place of the spellings.
fn read(count: &Count, readings: &[Reading]) -> Result<Count, Refusal> {
    let mut write_ins: Vec<Tally> = Vec::new();
    for tally in &count.write_ins {
        let reading = readings.iter().find(|reading| reading.written == tally.name).ok_or(Refusal::Unread)?;
        let Some(name) = reading.meant.clone() else { continue };
        match write_ins.iter_mut().find(|own| own.name == name) {
            Some(own) => own.votes += tally.votes,
            None => write_ins.push(Tally { name, votes: tally.votes }),
        }
    }
    Ok(Count { write_ins, ..count.clone() })
}

impl Round {
    /// The figures of the round. Of one that is void for its ballots nothing is counted: what came back is all that is known.
    ///
    /// # Errors
    /// When a bundle does not agree yet, or a spelling was not resolved.
    pub(super) fn figures(&self, boxes: &Boxes, bundles: &[Bundle], readings: &[Reading]) -> Result<Figures, Refusal> {
        let places = if self.spec.rule.ranked { self.spec.rule.places } else { 0 };
        let ranks = vec![0; usize::try_from(places).unwrap_or(0)];
        let line = |name: &str| Line { name: name.to_owned(), ranks: ranks.clone(), ..Line::default() };
        let blank = Count { lines: self.spec.listed().into_iter().map(line).collect(), ..Count::default() };
        let (parts, total) = if boxes.void() {
            (Vec::new(), Count { returned: boxes.all(), ..blank })
        } else {
            let parts = sheets(boxes, bundles, readings)?;
            let total = blank.plus(&Count::sum(parts.iter().flat_map(|part| &part.batches)));
            (parts, total)
        };
        let issued = boxes.issued();
        Ok(Figures {
            members: self.members,
            present: self.present,
            participants: issued,
            handed_out: boxes.handed_out,
            spoiled_replaced: boxes.spoiled,
            issued,
            boxes: parts,
            total,
        })
    }
}

/// Box by box, what its bundles hold.
fn sheets(boxes: &Boxes, bundles: &[Bundle], readings: &[Reading]) -> Result<Vec<PaperBox>, Refusal> {
    let part = |(box_no, returned): (u32, &u32)| {
        let own = bundles.iter().filter(|bundle| bundle.place.box_no == box_no);
        let counted = own.map(|bundle| read(bundle.agreed().ok_or(Refusal::BundlesOpen)?, readings));
        Ok(PaperBox { returned: *returned, batches: counted.collect::<Result<_, Refusal>>()? })
    };
    (1..).zip(&boxes.returned).map(part).collect()
}

/// What the round comes to for a name; nothing where it is void.
#[must_use]
pub fn standing(outcome: &Outcome, name: &str) -> Option<Standing> {
    let Outcome::Decided(decided) = outcome else { return None };
    let among = |tallies: &[Tally]| tallies.iter().any(|tally| tally.name == name);
    Some(match (among(&decided.elected), among(&decided.tied)) {
        (true, _) => Standing::Elected,
        (false, true) => Standing::Tied,
        (false, false) => Standing::Failed,
    })
}
