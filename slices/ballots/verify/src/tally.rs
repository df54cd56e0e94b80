//! The encrypted totals, their partial decryptions, the result.

use crate::{
    group::Group,
    proof::{Cipher, Proof},
    report::Flaw,
    scan::Scan,
    setup::Vote,
    trustees::Trustees,
};

/// Runs over the choices of a vote question by question.
fn by_question<G: Group, T>(
    scan: &mut Scan<'_>,
    vote: &Vote<G>,
    mut one: impl FnMut(&mut Scan<'_>) -> Result<T, Flaw>,
) -> Result<Vec<T>, Flaw> {
    let mut widths = vote.questions.iter().map(|question| question.width());
    let rows = scan.exactly(vote.questions.len(), |scan| scan.exactly(widths.next().ok_or(Flaw::Form)?, &mut one))?;
    Ok(rows.into_iter().flatten().collect())
}

/// How many ballots the totals say they sum, and where they stand.
pub fn sized(body: &[u8], voted: u64) -> Result<String, Flaw> {
    let mut scan = Scan::new(body);
    scan.must("{\"num_tallied\":")?;
    let ballots = scan.whole(u64::MAX)?;
    scan.must(",\"total_weight\":")?;
    let weight = scan.whole(u64::MAX)?;
    scan.must(",\"encrypted_tally\":")?;
    let hash = scan.plain()?.to_owned();
    scan.must("}")?;
    scan.end()?;
    if ballots == voted && weight == voted { Ok(hash) } else { Err(Flaw::Count) }
}

/// The totals published are those added up here.
pub fn summed<G: Group>(body: &[u8], vote: &Vote<G>, sums: &[Cipher<G>]) -> Result<(), Flaw> {
    let mut scan = Scan::new(body);
    let read = by_question(&mut scan, vote, Cipher::<G>::read)?;
    scan.end()?;
    let same = |(one, other): (&(Cipher<G>, String), &Cipher<G>)| {
        G::same(&one.0.alpha, &other.alpha) && G::same(&one.0.beta, &other.beta)
    };
    if read.len() == sums.len() && read.iter().zip(sums).all(same) { Ok(()) } else { Err(Flaw::Sum) }
}

/// The trustee of a partial decryption and where it stands.
pub fn owner(body: &[u8]) -> Result<(u64, String), Flaw> {
    let mut scan = Scan::new(body);
    scan.must("{\"owner\":")?;
    let owner = scan.whole(u64::MAX)?;
    scan.must(",\"payload\":")?;
    let hash = scan.plain()?.to_owned();
    scan.must("}")?;
    scan.end()?;
    Ok((owner, hash))
}

/// What a trustee opened.
pub struct Opened<G: Group> {
    pub factors: Vec<G::Point>,
    /// How many of the proofs have the form of the stock tool.
    pub old: u64,
}

/// The factors of a trustee, each proved to be made with the secret of its key out of these totals. The proof names total and factor;
/// one that does not is taken where `stock` says so, and found out for what it is elsewhere.
pub fn factors<G: Group>(
    body: &[u8],
    vote: &Vote<G>,
    key: &(String, G::Point),
    sums: &[Cipher<G>],
    stock: bool,
) -> Result<Opened<G>, Flaw> {
    let mut scan = Scan::new(body);
    scan.must("{\"decryption_factors\":")?;
    let factors = by_question(&mut scan, vote, |scan| G::point(scan.plain()?).ok_or(Flaw::Point))?;
    scan.must(",\"decryption_proofs\":")?;
    let proofs = by_question(&mut scan, vote, Proof::<G>::read)?;
    scan.must("}")?;
    scan.end()?;
    let what = format!("decrypt|{}|{}|", vote.hash, key.0);
    let mut old = 0;
    for ((factor, proof), sum) in factors.iter().zip(&proofs).zip(sums) {
        let one = G::with_base(&proof.response, &proof.challenge, &key.1);
        let two = G::both((&proof.response, &sum.alpha), (&proof.challenge, factor));
        let (alpha, factor, one, two) = (&G::shown(&sum.alpha), &G::shown(factor), &G::shown(&one), &G::shown(&two));
        if proof.fits(&[&what, alpha, ",", factor, "|", one, ",", two]).is_err() {
            proof.fits(&[&what, one, ",", two])?;
            if !stock {
                return Err(Flaw::Old);
            }
            old += 1;
        }
    }
    Ok(Opened { factors, old })
}

/// The totals published, held to what was decrypted.
pub fn result<G: Group>(
    body: &[u8],
    vote: &Vote<G>,
    sums: &[Cipher<G>],
    trustees: &Trustees<G>,
    decrypted: &[(u64, Vec<G::Point>)],
    voted: u64,
) -> Result<Vec<u64>, Flaw> {
    let mut scan = Scan::new(body);
    scan.must("{\"result\":")?;
    let totals = by_question(&mut scan, vote, |scan| scan.whole(u64::MAX))?;
    scan.must("}")?;
    scan.end()?;
    if totals.iter().any(|total| *total > voted) {
        return Err(Flaw::Count);
    }
    let owners: Vec<u64> = decrypted.iter().map(|(owner, _)| *owner).collect();
    let weights = trustees.weights(&owners)?;
    for (at, (total, sum)) in totals.iter().zip(sums).enumerate() {
        let mut plain = sum.beta.clone();
        for (owner, weight) in &weights {
            let theirs = decrypted.iter().find(|(one, _)| one == owner);
            let factor = theirs.and_then(|(_, factors)| factors.get(at)).ok_or(Flaw::Few)?;
            plain = G::sub(&plain, &G::both((weight, factor), (&G::number(0), factor)));
        }
        if !G::same(&plain, &G::base(&G::number(*total))) {
            return Err(Flaw::Total);
        }
    }
    Ok(totals)
}
