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
    /// As it is published.
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
        let (mut factors, mut shown, mut proofs) = (Vec::new(), Vec::new(), Vec::new());
        for row in totals.rows() {
            let opened: Vec<G::Point> = row.iter().map(|(alpha, _)| G::mul(self.secret.number(), alpha)).collect();
            shown.push(opened.iter().map(G::shown).collect());
            let each = row.iter().zip(&opened);
            proofs.push(each.map(|((alpha, _), factor)| self.prove(alpha, factor, &what, chance)).collect());
            factors.push(opened);
        }
        let json = message::write(&Factors { decryption_factors: shown, decryption_proofs: proofs });
        Decryption { json, factors }
    }

    fn prove(&self, alpha: &G::Point, factor: &G::Point, what: &str, chance: &mut dyn Chance) -> Proof {
        let nonce = Secret::<G>::draw(chance);
        let (one, two) = (nonce.public(), G::mul(nonce.number(), alpha));
        let challenge = G::challenge(&[&bound::<G>(what, alpha, factor), &Cipher::of::<G>(&one, &two).hashed()]);
        let response = G::minus(nonce.number(), self.secret.times(&challenge).number());
        Proof::of::<G>(&challenge, &response)
    }
}

/// What the proof of a decryption is about: vote and trustee, and then the total's first half and what it opens to.
///
/// Without those two the challenge can be known before the last ballot is made, which then is chosen to fit a false opening: the weak
/// form of the Fiat–Shamir transform (Bernhard, Pereira, Warinschi, “How not to prove yourself”, 2012), which Belenios 1 has here.
fn bound<G: Group>(what: &str, alpha: &G::Point, factor: &G::Point) -> String {
    if G::BOUND { format!("{what}{}|", Cipher::of::<G>(alpha, factor).hashed()) } else { what.to_owned() }
}

impl<G: Group> Decryption<G> {
    /// Reads what a trustee published, and holds it to its key and these totals.
    #[must_use]
    pub fn read(json: &str, hash: &str, trustee: &Public<G>, totals: &Totals<G>) -> Option<Self> {
        let Factors { decryption_factors, decryption_proofs } = message::read(json)?;
        let what = format!("decrypt|{hash}|{}|", trustee.shown);
        let shaped = decryption_factors.len() == totals.rows().len() && decryption_proofs.len() == totals.rows().len();
        let mut factors = Vec::new();
        for ((row, proofs), totals) in decryption_factors.iter().zip(&decryption_proofs).zip(totals.rows()) {
            let points = row.iter().map(|shown| G::point(shown)).collect::<Option<Vec<_>>>()?;
            let all = points.iter().zip(proofs).zip(totals);
            let good = all.filter(|((factor, proof), (alpha, _))| is_opened::<G>(trustee, alpha, factor, proof, &what));
            if points.len() != totals.len() || proofs.len() != totals.len() || good.count() != totals.len() {
                return None;
            }
            factors.push(points);
        }
        shaped.then(|| Self { json: json.to_owned(), factors })
    }
}

fn is_opened<G: Group>(trustee: &Public<G>, alpha: &G::Point, factor: &G::Point, proof: &Proof, what: &str) -> bool {
    let Some((challenge, response)) = proof.numbers::<G>() else { return false };
    let one = G::open_base(&response, &challenge, &trustee.key);
    let two = G::open_both((&response, alpha), (&challenge, factor));
    let hashed = G::challenge(&[&bound::<G>(what, alpha, factor), &Cipher::of::<G>(&one, &two).hashed()]);
    G::written(&hashed) == proof.challenge
}
