//! Who holds the key: each alone, or some of them a threshold together.

use std::collections::HashSet;

use crate::{group::Group, proof::Proof, report::Flaw, scan::Scan, setup::Vote};

const TRUSTEES: usize = 100;
/// The longest signed message: the coefficients of a trustee.
const MESSAGE: usize = 100_000;

/// Trustees of whom so many are needed: one of one, or a threshold of several.
struct Party {
    needed: usize,
    /// Numbers of its trustees, the first being 1.
    first: usize,
    count: usize,
}

/// All who hold the key, with the keys that check their decryptions.
pub struct Trustees<G: Group> {
    parties: Vec<Party>,
    pub keys: Vec<(String, G::Point)>,
}

impl<G: Group> Trustees<G> {
    /// Reads them; together they make the key of the vote.
    pub fn read(body: &[u8], vote: &Vote<G>) -> Result<Self, Flaw> {
        let mut scan = Scan::new(body);
        let mut all = Self { parties: Vec::new(), keys: Vec::new() };
        let mut total = G::zero();
        scan.list(TRUSTEES, |scan| {
            let key = if scan.maybe("[\"Single\",") { all.single(scan)? } else { all.pedersen(scan)? };
            total = G::add(&total, &key);
            scan.must("]")
        })?;
        scan.end()?;
        let each: HashSet<&str> = all.keys.iter().map(|(shown, _)| shown.as_str()).collect();
        if each.len() != all.keys.len() {
            return Err(Flaw::Twice);
        }
        if all.keys.is_empty() || !G::same(&total, &vote.key) || G::same(&total, &G::zero()) {
            return Err(Flaw::Key);
        }
        Ok(all)
    }

    fn single(&mut self, scan: &mut Scan<'_>) -> Result<G::Point, Flaw> {
        let (shown, key) = public::<G>(scan)?;
        self.keys.push((shown, key.clone()));
        self.parties.push(Party { needed: 1, first: self.keys.len(), count: 1 });
        Ok(key)
    }

    /// Each deals a polynomial; the key is the sum of the constants, each trustee's the sum of the values at its number.
    fn pedersen(&mut self, scan: &mut Scan<'_>) -> Result<G::Point, Flaw> {
        scan.must("[\"Pedersen\",{\"threshold\":")?;
        let needed = usize::try_from(scan.whole(100)?).map_err(|_| Flaw::Large)?;
        scan.must(",\"certs\":")?;
        let signers = scan.list(TRUSTEES, certificate::<G>)?;
        if needed == 0 || needed > signers.len() {
            return Err(Flaw::Limits);
        }
        // Whoever deals twice holds two shares, and the threshold is one lower than it says.
        if signers.iter().map(G::shown).collect::<HashSet<_>>().len() != signers.len() {
            return Err(Flaw::Twice);
        }
        scan.must(",\"coefexps\":")?;
        let mut signer = signers.iter();
        let mut sums = vec![G::zero(); needed];
        scan.exactly(signers.len(), |scan| {
            let key = signer.next().ok_or(Flaw::Form)?;
            for (sum, point) in sums.iter_mut().zip(coefficients::<G>(scan, key, needed)?) {
                *sum = G::add(sum, &point);
            }
            Ok(())
        })?;
        scan.must(",\"verification_keys\":")?;
        let first = self.keys.len() + 1;
        let keys = scan.exactly(signers.len(), public::<G>)?;
        scan.must("}")?;
        for ((shown, key), number) in keys.into_iter().zip(1_u64..) {
            let value = sums
                .iter()
                .rev()
                .fold(G::zero(), |value, sum| G::both((&G::number(number), &value), (&G::number(1), sum)));
            if !G::same(&value, &key) {
                return Err(Flaw::Key);
            }
            self.keys.push((shown, key));
        }
        self.parties.push(Party { needed, first, count: signers.len() });
        sums.first().cloned().ok_or(Flaw::Form)
    }

    /// How the decryptions there are combine: each with its weight. Too few are a flaw.
    pub fn weights(&self, decrypted: &[u64]) -> Result<Vec<(u64, G::Scalar)>, Flaw> {
        let mut out = Vec::new();
        for party in &self.parties {
            let (first, count) = (number(party.first)?, number(party.count)?);
            let mut those: Vec<u64> = (first..first + count).filter(|one| decrypted.contains(one)).collect();
            those.truncate(party.needed);
            if those.len() < party.needed {
                return Err(Flaw::Few);
            }
            let at = |one: u64| G::number(one + 1 - first);
            for one in &those {
                let others = those.iter().filter(|other| *other != one);
                let weight = others.fold(G::number(1), |weight, other| {
                    let share = G::times(&at(*other), &G::inverse(&G::minus(&at(*other), &at(*one))));
                    G::times(&weight, &share)
                });
                out.push((*one, weight));
            }
        }
        Ok(out)
    }
}

fn number(place: usize) -> Result<u64, Flaw> {
    u64::try_from(place).map_err(|_| Flaw::Large)
}

/// A public key whose owner proves to know the secret; not the neutral element, of which everybody does.
fn public<G: Group>(scan: &mut Scan<'_>) -> Result<(String, G::Point), Flaw> {
    scan.must("{\"pok\":")?;
    let proof = Proof::<G>::read(scan)?;
    scan.must(",\"public_key\":")?;
    let shown = scan.plain()?.to_owned();
    scan.must("}")?;
    let key = G::point(&shown).filter(|key| !G::same(key, &G::zero())).ok_or(Flaw::Point)?;
    proof.knows(&key, &format!("pok|{}|{shown}|", G::NAME))?;
    Ok((shown, key))
}

/// A trustee's certificate, signed with the key it shows; that key.
fn certificate<G: Group>(scan: &mut Scan<'_>) -> Result<G::Point, Flaw> {
    let (message, proof) = signed::<G>(scan)?;
    let mut inner = Scan::new(message.as_bytes());
    inner.must("{\"verification\":")?;
    let key = G::point(inner.plain()?).ok_or(Flaw::Point)?;
    inner.must(",\"encryption\":")?;
    G::point(inner.plain()?).ok_or(Flaw::Point)?;
    inner.must("}")?;
    inner.end()?;
    proof.knows(&key, &format!("sigmsg|{message}|"))?;
    Ok(key)
}

/// The commitments to a trustee's polynomial, signed by it.
fn coefficients<G: Group>(scan: &mut Scan<'_>, key: &G::Point, count: usize) -> Result<Vec<G::Point>, Flaw> {
    let (message, proof) = signed::<G>(scan)?;
    proof.knows(key, &format!("sigmsg|{message}|"))?;
    let mut inner = Scan::new(message.as_bytes());
    inner.must("{\"coefexps\":")?;
    let points = inner.exactly(count, |inner| G::point(inner.plain()?).ok_or(Flaw::Point))?;
    inner.must("}")?;
    inner.end()?;
    Ok(points)
}

fn signed<G: Group>(scan: &mut Scan<'_>) -> Result<(String, Proof<G>), Flaw> {
    scan.must("{\"message\":")?;
    let message = scan.inner(MESSAGE)?;
    scan.must(",\"signature\":")?;
    let proof = Proof::read(scan)?;
    scan.must("}")?;
    Ok((message, proof))
}
