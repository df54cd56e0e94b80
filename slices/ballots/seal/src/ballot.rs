//! Sealing a ballot on the voter's device.

use zeroize::Zeroizing;

use crate::{
    election::{Election, Question},
    group::{Chance, Group, Secret, base64},
    message::{self, Answer, Ballot, Cipher, Signature},
    proof::{self, Branch},
};

/// What a voter chose on every question: for each answer 0 or 1, and where a blank is allowed the blank before them. Wiped when dropped.
pub type Choices = Zeroizing<Vec<Vec<u64>>>;

/// Why choices make no ballot.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unfit {
    /// Not as many questions or answers as the vote has.
    Shape,
    /// Fewer or more answers chosen than may be, or answers beside a blank.
    Limits,
}

/// Seals and signs a ballot; its tracker is the base64 SHA-256 of the text.
///
/// # Errors
/// When the choices are not such as the questions allow.
pub fn seal<G: Group>(
    election: &Election<G>,
    secret: &Secret<G>,
    choices: &Choices,
    chance: &mut dyn Chance,
) -> Result<String, Unfit> {
    if choices.len() != election.questions().len() {
        return Err(Unfit::Shape);
    }
    for (question, chosen) in election.questions().iter().zip(choices.iter()) {
        fits(question, chosen)?;
    }
    Ok(seal_anything(election, secret, choices, chance))
}

fn fits(question: &Question, chosen: &[u64]) -> Result<(), Unfit> {
    if chosen.len() != question.width() || chosen.iter().any(|one| *one > 1) {
        return Err(Unfit::Shape);
    }
    let (blank, answers) = chosen.split_at(usize::from(question.blank()));
    let sum: u64 = answers.iter().sum();
    let (min, max) = question.limits();
    let fits = match blank {
        [1] => sum == 0,
        _ => (u64::from(min)..=u64::from(max)).contains(&sum),
    };
    if fits { Ok(()) } else { Err(Unfit::Limits) }
}

/// Seals without looking: what a dishonest device would do. Its proofs hold only for choices that fit.
pub fn seal_anything<G: Group>(
    election: &Election<G>,
    secret: &Secret<G>,
    choices: &Choices,
    chance: &mut dyn Chance,
) -> String {
    let credential = secret.credential();
    let context = format!("{}|{credential}", election.hash());
    let questions = election.questions().iter().zip(choices.iter());
    let answers: Vec<Answer> =
        questions.map(|(question, chosen)| answer(election, question, chosen, &context, chance)).collect();
    sign(election, secret, credential, answers, chance)
}

/// Puts the signature under answers.
pub fn sign<G: Group>(
    election: &Election<G>,
    secret: &Secret<G>,
    credential: String,
    answers: Vec<Answer>,
    chance: &mut dyn Chance,
) -> String {
    let unsigned = message::Unsigned {
        election_uuid: election.uuid(),
        election_hash: election.hash(),
        credential: &credential,
        answers: &answers,
    };
    let hash = base64(message::write(&unsigned).as_bytes());
    let proof = proof::knows(secret, &format!("sig|{hash}|"), chance);
    message::write(&Ballot {
        election_uuid: election.uuid().to_owned(),
        election_hash: election.hash().to_owned(),
        credential,
        answers,
        signature: Signature { hash, proof },
    })
}

/// One encrypted number with the chance that hides it.
struct Hidden<G: Group> {
    chance: Secret<G>,
    number: Zeroizing<u64>,
    shown: Cipher,
}

fn hide<G: Group>(number: u64, election: &Election<G>, chance: &mut dyn Chance) -> Hidden<G> {
    let drawn = Secret::<G>::draw(chance);
    let plain = Secret::<G>::of(G::number(number)).public();
    let beta = G::add(&G::by_table(drawn.number(), election.table()), &plain);
    Hidden { shown: Cipher::of::<G>(&drawn.public(), &beta), chance: drawn, number: Zeroizing::new(number) }
}

/// That a number is a certain one; proved only where `pick` says so.
fn branch<G: Group>(chance: &Secret<G>, number: u64, certain: u64, pick: bool) -> Branch<'_, G> {
    let off = Secret::of(G::minus(&G::number(number), &G::number(certain)));
    Branch { chance, off, true_: Secret::of(G::number(u64::from(pick))) }
}

fn answer<G: Group>(
    election: &Election<G>,
    question: &Question,
    chosen: &[u64],
    context: &str,
    chance: &mut dyn Chance,
) -> Answer {
    let hidden: Vec<Hidden<G>> = chosen.iter().map(|number| hide(*number, election, chance)).collect();
    let individual_proofs = hidden
        .iter()
        .map(|one| {
            let what = format!("prove|{context}|{}|", one.shown.hashed());
            let branches = [0, 1].map(|certain| branch(&one.chance, *one.number, certain, *one.number == certain));
            proof::one_of(&branches, election.table(), &what, chance)
        })
        .collect();
    let shown: Vec<String> = hidden.iter().map(|one| one.shown.hashed()).collect();
    let context = format!("{context}|{}", shown.join(","));
    let (blank, answers) = hidden.split_at(usize::from(question.blank()));
    let sum = sum_of(answers);
    let (overall_proof, blank_proof) = match blank.first() {
        None => (plain_overall(election, question, &sum, answers, &context, chance), None),
        Some(blank) => {
            let (overall, proof) = with_blank(election, question, blank, &sum, &context, chance);
            (overall, Some(proof))
        }
    };
    Answer { choices: hidden.into_iter().map(|one| one.shown).collect(), individual_proofs, overall_proof, blank_proof }
}

/// The sum of encrypted numbers: its chance and its number.
fn sum_of<G: Group>(hidden: &[Hidden<G>]) -> (Secret<G>, Zeroizing<u64>) {
    let zero = (Secret::of(G::number(0)), Zeroizing::new(0));
    hidden.iter().fold(zero, |(chance, number), one| {
        (Secret::of(G::plus(chance.number(), one.chance.number())), Zeroizing::new(*number + *one.number))
    })
}

fn plain_overall<G: Group>(
    election: &Election<G>,
    question: &Question,
    (drawn, sum): &(Secret<G>, Zeroizing<u64>),
    answers: &[Hidden<G>],
    context: &str,
    chance: &mut dyn Chance,
) -> Vec<message::Proof> {
    let (min, max) = question.limits();
    let added = answers.iter().filter_map(|one| one.shown.points::<G>());
    let (alpha, beta) = added.fold((G::zero(), G::zero()), |sum, one| (G::add(&sum.0, &one.0), G::add(&sum.1, &one.1)));
    let what = format!("prove|{context}|{}|", Cipher::of::<G>(&alpha, &beta).hashed());
    let branches: Vec<_> =
        (u64::from(min)..=u64::from(max)).map(|certain| branch(drawn, **sum, certain, **sum == certain)).collect();
    proof::one_of(&branches, election.table(), &what, chance)
}

/// Either blank and nothing else, or not blank and as many as may be.
fn with_blank<G: Group>(
    election: &Election<G>,
    question: &Question,
    blank: &Hidden<G>,
    (drawn, sum): &(Secret<G>, Zeroizing<u64>),
    context: &str,
    chance: &mut dyn Chance,
) -> (Vec<message::Proof>, Vec<message::Proof>) {
    let (min, max) = question.limits();
    let is_blank = *blank.number == 1;
    let nothing = [branch(&blank.chance, *blank.number, 0, !is_blank), branch(drawn, **sum, 0, is_blank)];
    let blank_proof = proof::one_of(&nothing, election.table(), &format!("bproof0|{context}|"), chance);
    let mut within = vec![branch(&blank.chance, *blank.number, 1, is_blank)];
    within.extend(
        (u64::from(min)..=u64::from(max)).map(|certain| branch(drawn, **sum, certain, !is_blank && **sum == certain)),
    );
    let overall = proof::one_of(&within, election.table(), &format!("bproof1|{context}|"), chance);
    (overall, blank_proof)
}
