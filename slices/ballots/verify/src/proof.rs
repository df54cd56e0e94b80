//! The proofs: that somebody knows a secret, that a choice is one of those allowed.

use crate::{group::Group, report::Flaw, scan::Scan};

/// A challenge with its response.
pub struct Proof<G: Group> {
    pub challenge: G::Scalar,
    pub response: G::Scalar,
}

impl<G: Group> Proof<G> {
    pub fn read(scan: &mut Scan<'_>) -> Result<Self, Flaw> {
        scan.must("{\"challenge\":")?;
        let challenge = G::scalar(scan.plain()?).ok_or(Flaw::Scalar)?;
        scan.must(",\"response\":")?;
        let response = G::scalar(scan.plain()?).ok_or(Flaw::Scalar)?;
        scan.must("}")?;
        Ok(Self { challenge, response })
    }

    /// Whoever made this knows the secret of the key.
    pub fn knows(&self, key: &G::Point, what: &str) -> Result<(), Flaw> {
        let commitment = G::with_base(&self.response, &self.challenge, key);
        self.fits(&[what, &G::shown(&commitment)])
    }

    /// The challenge is the hash of these.
    pub fn fits(&self, parts: &[&str]) -> Result<(), Flaw> {
        if G::challenge(parts) == self.challenge { Ok(()) } else { Err(Flaw::Proof) }
    }
}

/// An encrypted number: `alpha = r·g`, `beta = r·y + m·g`.
pub struct Cipher<G: Group> {
    pub alpha: G::Point,
    pub beta: G::Point,
}

impl<G: Group> Clone for Cipher<G> {
    fn clone(&self) -> Self {
        Self { alpha: self.alpha.clone(), beta: self.beta.clone() }
    }
}

impl<G: Group> Cipher<G> {
    pub fn zero() -> Self {
        Self { alpha: G::zero(), beta: G::zero() }
    }

    pub fn plus(&self, other: &Self) -> Self {
        Self { alpha: G::add(&self.alpha, &other.alpha), beta: G::add(&self.beta, &other.beta) }
    }

    pub fn less(&self, other: &Self) -> Self {
        Self { alpha: G::sub(&self.alpha, &other.alpha), beta: G::sub(&self.beta, &other.beta) }
    }

    /// What would hide zero if this hides so much.
    fn without(&self, number: u64) -> Self {
        Self { alpha: self.alpha.clone(), beta: G::sub(&self.beta, &G::base(&G::number(number))) }
    }

    /// As it is written in the hash of a proof.
    pub fn shown(&self) -> String {
        format!("{},{}", G::shown(&self.alpha), G::shown(&self.beta))
    }

    /// Reads one, with the text that stands for it in the hashes of proofs.
    pub fn read(scan: &mut Scan<'_>) -> Result<(Self, String), Flaw> {
        scan.must("{\"alpha\":")?;
        let alpha = scan.plain()?;
        scan.must(",\"beta\":")?;
        let beta = scan.plain()?;
        scan.must("}")?;
        let shown = format!("{alpha},{beta}");
        let (alpha, beta) = (G::point(alpha).ok_or(Flaw::Point)?, G::point(beta).ok_or(Flaw::Point)?);
        Ok((Self { alpha, beta }, shown))
    }
}

/// What may be hidden: the first, second … of these, less its number, hides zero.
pub struct Branches<G: Group>(Vec<Cipher<G>>);

impl<G: Group> Branches<G> {
    pub const fn new() -> Self {
        Self(Vec::new())
    }

    /// Or it hides this number.
    pub fn or(mut self, cipher: &Cipher<G>, number: u64) -> Self {
        self.0.push(if number == 0 { cipher.clone() } else { cipher.without(number) });
        self
    }

    /// Or any number from the least to the most.
    pub fn or_within(self, cipher: &Cipher<G>, least: u64, most: u64) -> Self {
        (least..=most).fold(self, |branches, number| branches.or(cipher, number))
    }

    /// Reads as many proofs as there are branches and holds them to the hash.
    pub fn hold(self, scan: &mut Scan<'_>, key: &G::Point, what: &str) -> Result<(), Flaw> {
        let proofs = scan.exactly(self.0.len(), Proof::<G>::read)?;
        let mut total = G::number(0);
        let mut text = what.to_owned();
        for (at, (proof, cipher)) in proofs.iter().zip(&self.0).enumerate() {
            let one = G::with_base(&proof.response, &proof.challenge, &cipher.alpha);
            let two = G::both((&proof.response, key), (&proof.challenge, &cipher.beta));
            if at > 0 {
                text.push(',');
            }
            text.push_str(&Cipher::<G> { alpha: one, beta: two }.shown());
            total = G::plus(&total, &proof.challenge);
        }
        if G::challenge(&[&text]) == total { Ok(()) } else { Err(Flaw::Proof) }
    }
}
