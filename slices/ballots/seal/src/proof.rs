//! Making and checking the proofs.

use crate::{
    group::{Chance, Group, Secret},
    message::{Cipher, Proof},
};

/// Proves to know the secret of a public half; `what` says for which purpose.
pub fn knows<G: Group>(secret: &Secret<G>, what: &str, chance: &mut dyn Chance) -> Proof {
    let nonce = Secret::<G>::draw(chance);
    let challenge = G::challenge(&[what, &G::shown(&nonce.public())]);
    let response = G::minus(nonce.number(), secret.times(&challenge).number());
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
    pub off: Secret<G>,
    /// 1 for the one branch that is proved, 0 for the others, which are feigned.
    pub true_: Secret<G>,
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
        // Which challenge is zero tells which branch is the true one: all are secret until the missing one is put in.
        let challenge = Secret::<G>::of(G::minus(&one, branch.true_.number())).times(feigned.number());
        let response = Secret::<G>::draw(chance);
        let hidden = branch.chance.times(challenge.number());
        let sum = Secret::<G>::of(G::plus(response.number(), hidden.number()));
        let off = branch.off.times(challenge.number());
        let two = G::add(&G::by_table(sum.number(), table), &off.public());
        if !drawn.is_empty() {
            text.push(',');
        }
        text.push_str(&Cipher::of::<G>(&sum.public(), &two).hashed());
        total = G::plus(&total, challenge.number());
        drawn.push((challenge, response));
    }
    let missing = G::minus(&G::challenge(&[&text]), &total);
    let last = |(branch, (challenge, response)): (&Branch<'_, G>, &(Secret<G>, Secret<G>))| {
        let own = branch.true_.times(&missing);
        let challenge = G::plus(challenge.number(), own.number());
        let own = own.times(branch.chance.number());
        Proof::of::<G>(&challenge, &G::minus(response.number(), own.number()))
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
