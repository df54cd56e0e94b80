//! What a vote is: its questions, its key, who may vote.

use std::collections::HashMap;

use crate::{
    group::{Group, base64},
    report::{Flaw, Shown},
    scan::Scan,
};

const QUESTIONS: usize = 256;
const ANSWERS: usize = 256;
const CREDENTIALS: usize = 1_000_000;

/// One question: between `min` and `max` answers are chosen, or, where that is allowed, a blank.
pub struct Question {
    text: String,
    answers: Vec<String>,
    pub blank: bool,
    pub min: u64,
    pub max: u64,
}

impl Question {
    /// How many choices a ballot encrypts: one for each answer, and before them one for the blank.
    pub const fn width(&self) -> usize {
        self.answers.len() + if self.blank { 1 } else { 0 }
    }

    fn read(scan: &mut Scan<'_>) -> Result<Self, Flaw> {
        scan.must("{\"answers\":")?;
        let answers = scan.list(ANSWERS, Scan::free)?;
        let blank = scan.maybe(",\"blank\":true");
        let most = u64::try_from(answers.len()).map_err(|_| Flaw::Large)?;
        scan.must(",\"min\":")?;
        let min = scan.whole(u64::MAX)?;
        scan.must(",\"max\":")?;
        let max = scan.whole(u64::MAX)?;
        scan.must(",\"question\":")?;
        let text = scan.free()?;
        scan.must("}")?;
        if answers.is_empty() || min > max || max > most {
            return Err(Flaw::Limits);
        }
        Ok(Self { text, answers, blank, min, max })
    }

    pub fn shown(&self) -> Shown {
        Shown { question: self.text.clone(), answers: self.answers.clone(), blank: self.blank, totals: Vec::new() }
    }
}

/// Who administers a vote beside whose archive proofs of decryption are published that name what is opened.
const BOUND: &str = "Lianluo, with decrypt.jsonl";

/// The description of a vote, its key still a text.
pub struct Draft {
    pub hash: String,
    pub uuid: String,
    pub name: String,
    pub group: String,
    pub key: String,
    pub questions: Vec<Question>,
    /// Whether better proofs of decryption are promised beside the archive.
    pub bound: bool,
}

impl Draft {
    pub fn read(body: &[u8]) -> Result<Self, Flaw> {
        let mut scan = Scan::new(body);
        scan.must("{\"version\":1,\"description\":")?;
        scan.free()?;
        scan.must(",\"name\":")?;
        let name = scan.free()?;
        scan.must(",\"group\":")?;
        let group = scan.plain()?.to_owned();
        scan.must(",\"public_key\":")?;
        let key = scan.plain()?.to_owned();
        scan.must(",\"questions\":")?;
        let questions = scan.list(QUESTIONS, Question::read)?;
        scan.must(",\"uuid\":")?;
        let uuid = scan.plain()?.to_owned();
        let bound = scan.maybe(",\"administrator\":") && scan.free()? == BOUND;
        if scan.maybe(",\"credential_authority\":") {
            scan.free()?;
        }
        scan.must("}")?;
        scan.end()?;
        if questions.is_empty() {
            return Err(Flaw::Limits);
        }
        Ok(Self { hash: base64(&[body]), uuid, name, group, key, questions, bound })
    }
}

/// A vote over its group.
pub struct Vote<G: Group> {
    pub hash: String,
    pub uuid: String,
    pub questions: Vec<Question>,
    pub key: G::Point,
}

impl<G: Group> Vote<G> {
    pub fn of(draft: Draft) -> Result<Self, Flaw> {
        let key = G::point(&draft.key).ok_or(Flaw::Point)?;
        Ok(Self { hash: draft.hash, uuid: draft.uuid, questions: draft.questions, key })
    }
}

/// The three pieces of the setup: description, trustees, credentials.
pub fn pieces(body: &[u8]) -> Result<[String; 3], Flaw> {
    let mut scan = Scan::new(body);
    scan.must("{\"election\":")?;
    let election = scan.plain()?.to_owned();
    scan.must(",\"trustees\":")?;
    let trustees = scan.plain()?.to_owned();
    scan.must(",\"credentials\":")?;
    let credentials = scan.plain()?.to_owned();
    scan.must("}")?;
    scan.end()?;
    Ok([election, trustees, credentials])
}

/// Who may vote: each credential with its key, none twice, none the neutral element.
pub fn credentials<G: Group>(body: &[u8]) -> Result<HashMap<String, G::Point>, Flaw> {
    let mut scan = Scan::new(body);
    let mut out = HashMap::new();
    scan.list(CREDENTIALS, |scan| {
        let text = scan.plain()?;
        let point = G::point(text).ok_or(Flaw::Point)?;
        if G::same(&point, &G::zero()) {
            return Err(Flaw::Point);
        }
        out.insert(text.to_owned(), point).map_or(Ok(()), |_| Err(Flaw::Twice))
    })?;
    scan.end()?;
    Ok(out)
}
