//! Making and checking the proofs.

use zeroize::Zeroize;

use crate::{
    group::{Chance, Group, Secret},
    message::{Cipher, Proof},
};

/// Proves to know the secret of a public half; `what` says for which purpose.
pub fn knows<G: Group>(secret: &Secret<G>, what: &str, chance: &mut dyn Chance) -> Proof {
    let nonce = Secret::<G>::draw(chance);
    let challenge = G::challenge(&[what, &G::shown(&nonce.public())]);
    let response = G::minus(nonce.number(), &G::times(secret.number(), &challenge));
    Proof::of::<G>(&challenge, &response)
}

/// Whether whoever made it knows the secret of this key.
pub fn is_known<G: Group>(proof: &Proof, key: &G::Point, what: &str) -> bool {
    let Some((challenge, response)) = proof.numbers::<G>() else { return false };
    let commitment = G::open_base(&response, &challenge, key);
    G::written(&G::challenge(&[what, &G::shown(&commitment)])) == proof.challenge
}

/// One of the things that may be true: that an encrypted number is a certain one.
pub struct Branch<'a, G: Group> {
    /// The chance used to encrypt.
    pub chance: &'a Secret<G>,
    /// The number encrypted less the certain one.
    pub off: G::Scalar,
    /// 1 for the one branch that is proved, 0 for the others, which are feigned.
    pub true_: G::Scalar,
}

/// Proves that one branch is true without telling which. Every branch takes the same steps.
///
/// A feigned branch begins with its challenge and response; as the one who encrypted knows the chance `r`, what has to be shown is
/// `(ρ + rc)·g` and `(ρ + rc)·y + off·c·g`. For the true branch `c` begins as zero, and `ρ` becomes the commitment.
pub fn one_of<G: Group>(
    branches: &[Branch<'_, G>],
    table: &G::Table,
    what: &str,
    chance: &mut dyn Chance,
) -> Vec<Proof> {
    let one = G::number(1);
    let mut drawn = Vec::with_capacity(branches.len());
    let (mut text, mut total) = (what.to_owned(), G::number(0));
    for branch in branches {
        let feigned = Secret::<G>::draw(chance);
        let challenge = G::times(&G::minus(&one, &branch.true_), feigned.number());
        let response = Secret::<G>::draw(chance);
        let sum = Secret::<G>::of(G::plus(response.number(), &G::times(branch.chance.number(), &challenge)));
        let off = Secret::<G>::of(G::times(&branch.off, &challenge));
        let two = G::add(&G::by_table(sum.number(), table), &off.public());
        if !drawn.is_empty() {
            text.push(',');
        }
        text.push_str(&Cipher::of::<G>(&sum.public(), &two).hashed());
        total = G::plus(&total, &challenge);
        drawn.push((challenge, response));
    }
    let missing = G::minus(&G::challenge(&[&text]), &total);
    let last = |(branch, (challenge, response)): (&Branch<'_, G>, &(G::Scalar, Secret<G>))| {
        let mut own = G::times(&branch.true_, &missing);
        let challenge = G::plus(challenge, &own);
        own = G::times(&own, branch.chance.number());
        let proof = Proof::of::<G>(&challenge, &G::minus(response.number(), &own));
        own.zeroize();
        proof
    };
    branches.iter().zip(&drawn).map(last).collect()
}

/// Whether one of these hides zero: each the two halves of an encrypted number less the number it may hide.
pub fn is_one_of<G: Group>(proofs: &[Proof], branches: &[(G::Point, G::Point)], key: &G::Point, what: &str) -> bool {
    if proofs.len() != branches.len() {
        return false;
    }
    let (mut text, mut total) = (what.to_owned(), G::number(0));
    for (at, (proof, (alpha, beta))) in proofs.iter().zip(branches).enumerate() {
        let Some((challenge, response)) = proof.numbers::<G>() else { return false };
        let one = G::open_base(&response, &challenge, alpha);
        let two = G::open_both((&response, key), (&challenge, beta));
        if at > 0 {
            text.push(',');
        }
        text.push_str(&Cipher::of::<G>(&one, &two).hashed());
        total = G::plus(&total, &challenge);
    }
    G::written(&G::challenge(&[&text])) == G::written(&total)
}
