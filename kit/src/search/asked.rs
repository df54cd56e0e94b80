//! A question to the index, and the query it becomes.

use std::ops::Bound;

use kernel::{AreaCode, Day};
use tantivy::{
    Term,
    query::{BooleanQuery, EmptyQuery, InvertedIndexRangeQuery, Occur, PhraseQuery, Query, TermQuery},
    schema::IndexRecordOption,
};
use uuid::Uuid;

use super::{fields::Fields, pairs};

/// Where the asker may look. Several are alternatives; none at all finds nothing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Within {
    /// Everywhere: for the operator's own tools.
    Everything,
    /// What lies in an area or below it.
    Area(AreaCode),
    /// What a congress, a unit or a person may find.
    Reader(Uuid),
}

/// A question.
#[derive(Clone, Debug)]
pub struct Asked<'a> {
    /// What was typed: phrases between spaces, all of which must be found.
    pub text: &'a str,
    /// The only kind of matter wanted, if any.
    pub kind: Option<&'a str>,
    /// Where the asker may look.
    pub within: &'a [Within],
    /// The last hit of the page before.
    pub after: Option<(Day, Uuid)>,
    /// How many hits are wanted.
    pub limit: usize,
}

/// Longer questions are cut here: nobody types them, and each character costs work.
const LONGEST: usize = 200;

impl Asked<'_> {
    /// The query; nothing when no character was asked for.
    pub(super) fn query(&self, fields: &Fields) -> Option<Box<dyn Query>> {
        let text: String = self.text.chars().take(LONGEST).collect();
        let phrases = pairs::phrases(&text);
        if phrases.is_empty() {
            return None;
        }
        let texts = phrases.iter().map(|phrase| phrase_query(fields, phrase));
        Some(all_of(texts.chain(limits(fields, self.kind, self.within)).collect()))
    }
}

/// The queries that keep kind and place.
pub(super) fn limits(fields: &Fields, kind: Option<&str>, within: &[Within]) -> Vec<Box<dyn Query>> {
    let term = |term| Box::new(TermQuery::new(term, IndexRecordOption::Basic)) as Box<dyn Query>;
    let mut limits: Vec<Box<dyn Query>> =
        kind.map(|kind| term(Term::from_field_text(fields.kind, kind))).into_iter().collect();
    if !within.contains(&Within::Everything) {
        let places = within.iter().filter_map(|place| match place {
            Within::Everything => None,
            Within::Area(code) => Some(term(Term::from_field_text(fields.area, code.as_str()))),
            Within::Reader(id) => Some(term(Term::from_field_bytes(fields.reader, id.as_bytes()))),
        });
        let mut places: Vec<Box<dyn Query>> = places.collect();
        limits.push(match places.len() {
            0 => Box::new(EmptyQuery),
            1 => places.remove(0),
            _ => Box::new(BooleanQuery::union(places)),
        });
    }
    limits
}

/// All of them must hold.
pub(super) fn all_of(mut queries: Vec<Box<dyn Query>>) -> Box<dyn Query> {
    if queries.len() == 1 {
        queries.remove(0)
    } else {
        Box::new(BooleanQuery::new(queries.into_iter().map(|query| (Occur::Must, query)).collect()))
    }
}

fn phrase_query(fields: &Fields, phrase: &[char]) -> Box<dyn Query> {
    let term = |pair: &[char]| Term::from_field_text(fields.text, &pair.iter().collect::<String>());
    match phrase {
        [] => Box::new(EmptyQuery),
        [one] => one_character(fields, *one),
        [_, _] => Box::new(TermQuery::new(term(phrase), IndexRecordOption::Basic)),
        _ => Box::new(PhraseQuery::new_with_offset(
            covering(phrase.len()).into_iter().filter_map(|at| Some((at, term(phrase.get(at..at + 2)?)))).collect(),
        )),
    }
}

/// Where to take pairs from so that every character of the phrase is in one: each second place, and the last.
///
/// Pairs at these places with these distances say the same as all of them would, for half the reading.
fn covering(length: usize) -> Vec<usize> {
    let mut places: Vec<usize> = (0..length.saturating_sub(1)).step_by(2).collect();
    if length % 2 == 1 {
        places.push(length - 2);
    }
    places
}

/// Every term that begins with the character: each place where it stands.
fn one_character(fields: &Fields, c: char) -> Box<dyn Query> {
    let from = Term::from_field_text(fields.text, c.encode_utf8(&mut [0; 4]));
    let next = (u32::from(c) + 1..=u32::from(char::MAX)).find_map(char::from_u32);
    let to = next.map_or(Bound::Unbounded, |next| {
        Bound::Excluded(Term::from_field_text(fields.text, next.encode_utf8(&mut [0; 4])))
    });
    Box::new(InvertedIndexRangeQuery::new(Bound::Included(from), to))
}
