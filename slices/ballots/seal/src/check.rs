//! What is looked at before a ballot is let into the archive.

use crate::{
    election::{Credentials, Election, Question},
    group::{Group, base64},
    message::{self, Answer, Ballot},
    proof,
};

/// The longest ballot, in bytes: 256 questions of 20 answers would fit.
const LONGEST: usize = 4 << 20;

/// Why a ballot is not let in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refused {
    /// Not written as a ballot of this vote is.
    Form,
    /// Made for another vote.
    Other,
    /// The credential is not in the list.
    Stranger,
    /// A choice, or as many as are chosen, is not proved.
    Proof,
    /// The signature is not the credential's.
    Signature,
}

/// A ballot that may be let in.
pub struct Admitted<G: Group> {
    /// Whose it is.
    pub credential: String,
    /// By which the voter finds it again.
    pub tracker: String,
    /// The encrypted choices, question by question.
    pub choices: Vec<Vec<(G::Point, G::Point)>>,
}

/// Looks at everything a ballot claims.
///
/// # Errors
/// With the first thing that is wrong.
pub fn admit<G: Group>(text: &str, election: &Election<G>, credentials: &Credentials) -> Result<Admitted<G>, Refused> {
    if text.len() > LONGEST {
        return Err(Refused::Form);
    }
    let ballot: Ballot = message::read(text).ok_or(Refused::Form)?;
    if ballot.election_uuid != election.uuid() || ballot.election_hash != election.hash() {
        return Err(Refused::Other);
    }
    if !credentials.has(&ballot.credential) {
        return Err(Refused::Stranger);
    }
    let key = G::point(&ballot.credential).ok_or(Refused::Stranger)?;
    let hash = base64(message::write(&ballot.unsigned()).as_bytes());
    let signed = proof::is_known::<G>(&ballot.signature.proof, &key, &format!("sig|{hash}|"));
    if ballot.signature.hash != hash || !signed {
        return Err(Refused::Signature);
    }
    if ballot.answers.len() != election.questions().len() {
        return Err(Refused::Form);
    }
    let context = format!("{}|{}", election.hash(), ballot.credential);
    let answers = election.questions().iter().zip(&ballot.answers);
    let choices = answers.map(|(question, answer)| looked_at(answer, question, election, &context));
    Ok(Admitted {
        choices: choices.collect::<Result<_, _>>()?,
        credential: ballot.credential,
        tracker: base64(text.as_bytes()),
    })
}

type Points<G> = Vec<(<G as Group>::Point, <G as Group>::Point)>;

fn looked_at<G: Group>(
    answer: &Answer,
    question: &Question,
    election: &Election<G>,
    context: &str,
) -> Result<Points<G>, Refused> {
    let width = question.width();
    let shaped = answer.choices.len() == width && answer.individual_proofs.len() == width;
    if !shaped || answer.blank_proof.is_some() != question.blank() {
        return Err(Refused::Form);
    }
    let choices: Option<Points<G>> = answer.choices.iter().map(message::Cipher::points::<G>).collect();
    let choices = choices.ok_or(Refused::Form)?;
    for ((choice, cipher), proofs) in choices.iter().zip(&answer.choices).zip(&answer.individual_proofs) {
        let what = format!("prove|{context}|{}|", cipher.hashed());
        let either = [less::<G>(choice, 0), less::<G>(choice, 1)];
        proved(proof::is_one_of::<G>(proofs, &either, election.key(), &what))?;
    }
    let shown: Vec<String> = answer.choices.iter().map(message::Cipher::hashed).collect();
    overall(answer, question, election, &choices, &format!("{context}|{}", shown.join(",")))?;
    Ok(choices)
}

fn overall<G: Group>(
    answer: &Answer,
    question: &Question,
    election: &Election<G>,
    choices: &[(G::Point, G::Point)],
    context: &str,
) -> Result<(), Refused> {
    let (blank, answers) = choices.split_at(usize::from(question.blank()));
    let zero = (G::zero(), G::zero());
    let sum = answers.iter().fold(zero, |sum, one| (G::add(&sum.0, &one.0), G::add(&sum.1, &one.1)));
    let (min, max) = question.limits();
    let mut within: Points<G> = (u64::from(min)..=u64::from(max)).map(|number| less::<G>(&sum, number)).collect();
    let is = |proofs: &[message::Proof], branches: &[_], what: &str| {
        proved(proof::is_one_of::<G>(proofs, branches, election.key(), what))
    };
    match (blank.first(), &answer.blank_proof) {
        (Some(blank), Some(proofs)) => {
            within.insert(0, less::<G>(blank, 1));
            is(&answer.overall_proof, &within, &format!("bproof1|{context}|"))?;
            is(proofs, &[less::<G>(blank, 0), less::<G>(&sum, 0)], &format!("bproof0|{context}|"))
        }
        _ => {
            let what = format!("prove|{context}|{}|", message::Cipher::of::<G>(&sum.0, &sum.1).hashed());
            is(&answer.overall_proof, &within, &what)
        }
    }
}

const fn proved(is: bool) -> Result<(), Refused> {
    if is { Ok(()) } else { Err(Refused::Proof) }
}

/// What hides zero if this hides the number.
fn less<G: Group>((alpha, beta): &(G::Point, G::Point), number: u64) -> (G::Point, G::Point) {
    (alpha.clone(), G::sub(beta, &G::base(&G::number(number))))
}
