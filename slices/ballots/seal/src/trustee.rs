//! Trustees: each draws a part of the key, shows its public half, and at the end opens its part of the totals alone.

use std::collections::BTreeSet;

use crate::{
    group::{Chance, Group, Secret, hex},
    message::{self, Cipher, Factors, Key, Proof},
    proof,
    tally::Totals,
};

/// A trustee with its secret.
pub struct Trustee<G: Group> {
    secret: Secret<G>,
}

/// What a trustee shows: its key and a proof to know the secret.
#[derive(Clone, Debug)]
pub struct Public<G: Group> {
    json: String,
    key: G::Point,
    shown: String,
}

impl<G: Group> Public<G> {
    /// Reads what a trustee published. The neutral element is nobody's key: everybody knows its secret.
    #[must_use]
    pub fn read(json: &str) -> Option<Self> {
        let Key { pok, public_key } = message::read(json)?;
        let key = G::point(&public_key).filter(|key| !G::same(key, &G::zero()))?;
        let what = format!("pok|{}|{public_key}|", G::NAME);
        proof::is_known::<G>(&pok, &key, &what).then(|| Self { json: json.to_owned(), key, shown: public_key })
    }

    /// As it is published.
    #[must_use]
    pub fn json(&self) -> &str {
        &self.json
    }

    /// The key as it is written.
    #[must_use]
    pub fn shown(&self) -> &str {
        &self.shown
    }

    /// What is published before any trustee shows its key: nobody can then choose a key by looking at the others'.
    #[must_use]
    pub fn commitment(&self) -> String {
        hex(self.json.as_bytes())
    }
}

/// The key of the vote: all trustees are needed to open anything under it. Where two show the same key, one of them has only copied
/// the other's proof, and fewer could open than it seems; then there is no key, which `Election::new` refuses.
#[must_use]
pub fn sum_of_keys<G: Group>(trustees: &[Public<G>]) -> G::Point {
    let each: BTreeSet<&str> = trustees.iter().map(|one| one.shown.as_str()).collect();
    if each.len() != trustees.len() {
        return G::zero();
    }
    trustees.iter().fold(G::zero(), |sum, one| G::add(&sum, &one.key))
}

/// The trustees as they stand in the archive, in this order; a trustee's number is its place, from 1.
#[must_use]
pub fn trustees_json<G: Group>(trustees: &[Public<G>]) -> String {
    let all: Vec<String> = trustees.iter().map(|one| format!("[\"Single\",{}]", one.json)).collect();
    format!("[{}]", all.join(","))
}

/// A trustee's part of the decryption, checked.
pub struct Decryption<G: Group> {
    /// As it is handed in: with both proofs of each factor.
    pub json: String,
    /// One for each total.
    pub factors: Vec<Vec<G::Point>>,
}

impl<G: Group> Trustee<G> {
    /// Draws a part of the key.
    pub fn draw(chance: &mut dyn Chance) -> Self {
        Self { secret: Secret::draw(chance) }
    }

    /// A trustee who kept its secret.
    #[must_use]
    pub const fn of(secret: Secret<G>) -> Self {
        Self { secret }
    }

    /// The secret, for its owner to keep.
    #[must_use]
    pub const fn secret(&self) -> &Secret<G> {
        &self.secret
    }

    /// The key as it is written.
    #[must_use]
    pub fn shown(&self) -> String {
        G::shown(&self.secret.public())
    }

    /// What it shows.
    pub fn public(&self, chance: &mut dyn Chance) -> Public<G> {
        let key = self.secret.public();
        let shown = G::shown(&key);
        let pok = proof::knows(&self.secret, &format!("pok|{}|{shown}|", G::NAME), chance);
        Public { json: message::write(&Key { pok, public_key: shown.clone() }), key, shown }
    }

    /// Opens its part of the totals, and nothing else. `hash` is the vote's.
    pub fn decrypt(&self, hash: &str, totals: &Totals<G>, chance: &mut dyn Chance) -> Decryption<G> {
        let what = format!("decrypt|{hash}|{}|", self.shown());
        let (mut factors, mut shown, mut proofs, mut strong) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
        for row in totals.rows() {
            let opened: Vec<G::Point> = row.iter().map(|(alpha, _)| G::mul(self.secret.number(), alpha)).collect();
            shown.push(opened.iter().map(G::shown).collect());
            proofs.push(row.iter().map(|(alpha, _)| self.prove(alpha, &what, chance)).collect());
            let named = row.iter().zip(&opened).map(|((alpha, _), factor)| (alpha, bound::<G>(&what, alpha, factor)));
            strong.push(named.map(|(alpha, what)| self.prove(alpha, &what, chance)).collect());
            factors.push(opened);
        }
        let bound_proofs = Some(strong);
        let json = message::write(&Factors { decryption_factors: shown, decryption_proofs: proofs, bound_proofs });
        Decryption { json, factors }
    }

    /// Each proof has chance of its own: two of one factor tell no more than one.
    fn prove(&self, alpha: &G::Point, what: &str, chance: &mut dyn Chance) -> Proof {
        let nonce = Secret::<G>::draw(chance);
        let (one, two) = (nonce.public(), G::mul(nonce.number(), alpha));
        let challenge = G::challenge(&[what, &Cipher::of::<G>(&one, &two).hashed()]);
        let response = G::minus(nonce.number(), self.secret.times(&challenge).number());
        Proof::of::<G>(&challenge, &response)
    }
}

/// What the proof of a decryption is about: vote and trustee, and then the total's first half and what it opens to.
///
/// Without those two the challenge can be known before the last ballot is made, which then is chosen to fit a false opening: the weak
/// form of the Fiat–Shamir transform (Bernhard, Pereira, Warinschi, “How not to prove yourself”, 2012), which Belenios 1 has here.
fn bound<G: Group>(what: &str, alpha: &G::Point, factor: &G::Point) -> String {
    format!("{what}{}|", Cipher::of::<G>(alpha, factor).hashed())
}

/// What was handed in without the proofs that name what is opened: as Belenios 1 has it, and as it stands in the archive. What is no
/// part of a decryption, or has no such proofs beside the others, stays as it is.
#[must_use]
pub fn in_archive(handed: &str) -> String {
    match message::read::<Factors>(handed) {
        Some(part) => message::write(&Factors { bound_proofs: None, ..part }),
        None => handed.to_owned(),
    }
}

/// A line of what is published beside the archive: the proofs that name what the trustee of this number opened and what it opens to.
/// Nothing where those in the archive do.
#[must_use]
pub fn beside_archive(number: u32, handed: &str) -> Option<String> {
    let proofs = message::read::<Factors>(handed)?.bound_proofs?;
    Some(format!("{{\"trustee\":{number},\"proofs\":{}}}\n", message::write(&proofs)))
}

impl<G: Group> Decryption<G> {
    /// Reads what a trustee handed in, and holds it to its key and these totals. Proofs that name what is opened and what it opens to
    /// are always demanded: beside the others, or, of a trustee whose program is older, in their place.
    #[must_use]
    pub fn read(json: &str, hash: &str, trustee: &Public<G>, totals: &Totals<G>) -> Option<Self> {
        let Factors { decryption_factors, decryption_proofs, bound_proofs } = message::read(json)?;
        let points = |row: &Vec<String>| row.iter().map(|shown| G::point(shown)).collect();
        let factors: Vec<Vec<G::Point>> = decryption_factors.iter().map(points).collect::<Option<_>>()?;
        let what = format!("decrypt|{hash}|{}|", trustee.shown);
        let named = |alpha: &G::Point, factor: &G::Point| bound::<G>(&what, alpha, factor);
        let strong = bound_proofs.as_ref().unwrap_or(&decryption_proofs);
        let plain = |_: &G::Point, _: &G::Point| what.clone();
        let holds = are_opened(trustee, totals, (&factors, strong), named)
            && (bound_proofs.is_none() || are_opened(trustee, totals, (&factors, &decryption_proofs), plain));
        holds.then(|| Self { json: json.to_owned(), factors })
    }
}

/// Factors with their proofs, row by row.
type Proved<'a, G> = (&'a [Vec<<G as Group>::Point>], &'a [Vec<Proof>]);

/// Whether each total has its factor, and each factor a proof about what `named` says of the two.
fn are_opened<G: Group>(
    trustee: &Public<G>,
    totals: &Totals<G>,
    (factors, proofs): Proved<'_, G>,
    named: impl Fn(&G::Point, &G::Point) -> String,
) -> bool {
    let rows = totals.rows();
    let shaped = |(row, (factors, proofs)): (&Vec<_>, (&Vec<_>, &Vec<_>))| {
        factors.len() == row.len() && proofs.len() == row.len()
    };
    factors.len() == rows.len()
        && proofs.len() == rows.len()
        && rows.iter().zip(factors.iter().zip(proofs)).all(shaped)
        && rows
            .iter()
            .flatten()
            .zip(factors.iter().flatten().zip(proofs.iter().flatten()))
            .all(|((alpha, _), (factor, proof))| is_opened(trustee, alpha, factor, proof, &named(alpha, factor)))
}

fn is_opened<G: Group>(trustee: &Public<G>, alpha: &G::Point, factor: &G::Point, proof: &Proof, what: &str) -> bool {
    let Some((challenge, response)) = proof.numbers::<G>() else { return false };
    let one = G::open_base(&response, &challenge, &trustee.key);
    let two = G::open_both((&response, alpha), (&challenge, factor));
    let hashed = G::challenge(&[what, &Cipher::of::<G>(&one, &two).hashed()]);
    G::written(&hashed) == proof.challenge
}
