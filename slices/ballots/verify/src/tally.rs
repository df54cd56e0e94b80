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
    /// How many of the proofs have the form of Belenios 1.
    pub old: u64,
}

/// One total's first half, what a trustee opened it to, and a proof that it did with the secret of its key.
pub struct Factor<'a, G: Group> {
    pub key: &'a (String, G::Point),
    pub alpha: &'a G::Point,
    pub factor: &'a G::Point,
    pub proof: &'a Proof<G>,
}

impl<G: Group> Factor<'_, G> {
    /// Whether the proof holds: `Ok(true)` if it names what is opened and what it opens to, `Ok(false)` if it names neither.
    pub fn named(&self, hash: &str) -> Result<bool, Flaw> {
        let Self { key, alpha, factor, proof } = self;
        let what = format!("decrypt|{hash}|{}|", key.0);
        let one = &G::shown(&G::with_base(&proof.response, &proof.challenge, &key.1));
        let two = &G::shown(&G::both((&proof.response, alpha), (&proof.challenge, factor)));
        if proof.fits(&[&what, &G::shown(alpha), ",", &G::shown(factor), "|", one, ",", two]).is_ok() {
            return Ok(true);
        }
        proof.fits(&[&what, one, ",", two]).map(|()| false)
    }
}

/// The factors of a trustee, each proved to be made with the secret of its key out of these totals. The proof names total and factor;
/// one that does not is taken where `old` says so, and found out for what it is elsewhere.
pub fn factors<G: Group>(
    body: &[u8],
    vote: &Vote<G>,
    key: &(String, G::Point),
    sums: &[Cipher<G>],
    old: bool,
) -> Result<Opened<G>, Flaw> {
    let mut scan = Scan::new(body);
    scan.must("{\"decryption_factors\":")?;
    let factors = by_question(&mut scan, vote, |scan| G::point(scan.plain()?).ok_or(Flaw::Point))?;
    scan.must(",\"decryption_proofs\":")?;
    let proofs = by_question(&mut scan, vote, Proof::<G>::read)?;
    scan.must("}")?;
    scan.end()?;
    let mut count = 0;
    for ((factor, proof), sum) in factors.iter().zip(&proofs).zip(sums) {
        if !(Factor { key, alpha: &sum.alpha, factor, proof }).named(&vote.hash)? {
            count += 1;
        }
    }
    if count > 0 && !old { Err(Flaw::Old) } else { Ok(Opened { factors, old: count }) }
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
