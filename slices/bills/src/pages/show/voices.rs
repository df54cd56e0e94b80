//! What those who signed say to their bill's becoming a suggestion.

use bills_rules::Voice;
use kit::View;

use crate::{Sight, queries::Detail};

/// The answers so far.
pub struct Voices {
    /// When they were asked, until when, and how many say what.
    pub line: String,
    /// Each with the answer.
    pub people: Vec<(String, &'static str, String)>,
    /// Who objects, with the reason.
    pub reasons: Vec<(String, String)>,
}

/// Nothing where nobody was asked, or for who only reads what the congress has before it.
pub fn voices(v: &View, d: &Detail) -> Option<Voices> {
    let consult = d.bill.consult.as_ref().filter(|_| d.sight != Sight::Member)?;
    let one = |voice: Voice| {
        let tone = match voice {
            Voice::Silent => "wait",
            Voice::Agrees(_) => "good",
            Voice::Objects(..) => "warn",
        };
        (tone, v.t(&format!("bills-voice-{}", voice.word())).into_owned())
    };
    let mut people = vec![];
    let mut reasons = vec![];
    for asked in &consult.asked {
        let (tone, said) = one(asked.voice);
        let name = d.person(asked.person).to_owned();
        if let Voice::Objects(_, Some(reason)) = asked.voice {
            reasons.push((name.clone(), d.words(reason).to_owned()));
        }
        people.push((name, tone, said));
    }
    let mut places = vec![("day", consult.until.to_string())];
    places.extend(Voice::WORDS.map(|word| (word, consult.count(word).to_string())));
    Some(Voices { line: v.tf("bills-voices-line", places).into_owned(), people, reasons })
}
