//! One ballot: for this vote, of a listed credential, every choice and every sum within its limits, signed.

use std::collections::HashMap;

use crate::{
    group::{Group, base64},
    proof::{Branches, Cipher, Proof},
    report::Flaw,
    scan::Scan,
    setup::{Question, Vote},
};

/// A ballot that holds.
pub struct Held<G: Group> {
    pub credential: String,
    /// The choices of all questions, one after the other.
    pub choices: Vec<Cipher<G>>,
}

/// Reads and checks one.
pub fn check<G: Group>(body: &[u8], vote: &Vote<G>, credentials: &HashMap<String, G::Point>) -> Result<Held<G>, Flaw> {
    let mut scan = Scan::new(body);
    scan.must("{\"election_uuid\":")?;
    let uuid = scan.plain()?;
    scan.must(",\"election_hash\":")?;
    if uuid != vote.uuid || scan.plain()? != vote.hash {
        return Err(Flaw::Other);
    }
    scan.must(",\"credential\":")?;
    let credential = scan.plain()?.to_owned();
    let key = credentials.get(&credential).ok_or(Flaw::Stranger)?;
    scan.must(",\"answers\":[")?;
    let context = format!("{}|{credential}", vote.hash);
    let mut choices = Vec::new();
    for (at, question) in vote.questions.iter().enumerate() {
        if at > 0 {
            scan.must(",")?;
        }
        choices.extend(answer(&mut scan, question, vote, &context)?);
    }
    scan.must("]")?;
    let hash = base64(&[scan.since(0), b"}"]);
    scan.must(",\"signature\":{\"hash\":")?;
    if scan.plain()? != hash {
        return Err(Flaw::Hash);
    }
    scan.must(",\"proof\":")?;
    Proof::<G>::read(&mut scan)?.knows(key, &format!("sig|{hash}|"))?;
    scan.must("}}")?;
    scan.end()?;
    Ok(Held { credential, choices })
}

/// The choices of one question.
fn answer<G: Group>(
    scan: &mut Scan<'_>,
    question: &Question,
    vote: &Vote<G>,
    context: &str,
) -> Result<Vec<Cipher<G>>, Flaw> {
    scan.must("{\"choices\":")?;
    let read = scan.exactly(question.width(), Cipher::<G>::read)?;
    scan.must(",\"individual_proofs\":[")?;
    for (at, (cipher, shown)) in read.iter().enumerate() {
        if at > 0 {
            scan.must(",")?;
        }
        let what = format!("prove|{context}|{shown}|");
        Branches::new().or_within(cipher, 0, 1).hold(scan, &vote.key, &what)?;
    }
    scan.must("],\"overall_proof\":")?;
    let (choices, shown): (Vec<_>, Vec<_>) = read.into_iter().unzip();
    overall(scan, question, vote, &choices, &format!("{context}|{}", shown.join(",")))?;
    scan.must("}")?;
    Ok(choices)
}

/// As many are chosen as may be.
fn overall<G: Group>(
    scan: &mut Scan<'_>,
    question: &Question,
    vote: &Vote<G>,
    choices: &[Cipher<G>],
    context: &str,
) -> Result<(), Flaw> {
    let (min, max) = (question.min, question.max);
    let (blank, answers) = choices.split_at(usize::from(question.blank));
    let sum = answers.iter().fold(Cipher::zero(), |sum, cipher| sum.plus(cipher));
    let Some(blank) = blank.first() else {
        let what = format!("prove|{context}|{}|", sum.shown());
        return Branches::new().or_within(&sum, min, max).hold(scan, &vote.key, &what);
    };
    let within = Branches::new().or(blank, 1).or_within(&sum, min, max);
    within.hold(scan, &vote.key, &format!("bproof1|{context}|"))?;
    scan.must(",\"blank_proof\":")?;
    Branches::new().or(blank, 0).or(&sum, 0).hold(scan, &vote.key, &format!("bproof0|{context}|"))
}
