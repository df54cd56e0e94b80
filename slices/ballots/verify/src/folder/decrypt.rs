//! `decrypt.jsonl`: proofs of decryption that name what is opened and what it opens to.

use std::collections::BTreeSet;

use super::{Fault, sheets};
use crate::{
    curve::Curve,
    field::Field,
    group::Group,
    proof::Proof,
    report::{Flaw, Opened, Report},
    scan::Scan,
    tally::Factor,
};

/// Holds the proofs to what was opened in the archive; how many there are. Every trustee whose proofs there name nothing has a line.
pub fn all(text: &[u8], report: &Report) -> Result<u64, Fault> {
    match report.group.as_str() {
        Curve::NAME => over::<Curve>(text, report),
        Field::NAME => over::<Field>(text, report),
        _ => Err(Flaw::Group.at(0)),
    }
}

fn over<G: Group>(text: &[u8], report: &Report) -> Result<u64, Fault> {
    let mut held = BTreeSet::new();
    let mut proofs = 0;
    let lines = sheets::lines(text, |scan| {
        scan.must("{\"trustee\":")?;
        let number = scan.whole(u64::from(u32::MAX))?;
        if held.last().is_some_and(|last| *last >= number) {
            return Err(Flaw::Twice);
        }
        let opened = report.opened.iter().find(|one| one.trustee == number).ok_or(Flaw::Stranger)?;
        proofs += line::<G>(scan, opened, report)?;
        held.insert(number);
        Ok(())
    })?;
    let bare = report.opened.iter().any(|one| !one.named && !held.contains(&one.trustee));
    if bare { Err(Flaw::Few.at(lines)) } else { Ok(proofs) }
}

/// The proofs of one trustee, question by question.
fn line<G: Group>(scan: &mut Scan<'_>, opened: &Opened, report: &Report) -> Result<u64, Flaw> {
    let place = opened.trustee.checked_sub(1).and_then(|place| usize::try_from(place).ok());
    let shown = place.and_then(|place| report.trustees.get(place)).ok_or(Flaw::Stranger)?;
    let key = (shown.clone(), G::point(shown).ok_or(Flaw::Point)?);
    scan.must(",\"proofs\":")?;
    let mut widths = report.tally.iter().map(Vec::len);
    let rows =
        scan.exactly(report.tally.len(), |scan| scan.exactly(widths.next().ok_or(Flaw::Form)?, Proof::<G>::read))?;
    let mut count = 0;
    let totals = report.tally.iter().flatten().zip(&opened.factors);
    for (((alpha, _), factor), proof) in totals.zip(rows.iter().flatten()) {
        let (alpha, factor) = (G::point(alpha).ok_or(Flaw::Point)?, G::point(factor).ok_or(Flaw::Point)?);
        if !(Factor { key: &key, alpha: &alpha, factor: &factor, proof }).named(&report.election)? {
            return Err(Flaw::Old);
        }
        count += 1;
    }
    Ok(count)
}
