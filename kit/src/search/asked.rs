//! A question to the index, and the query it becomes.

use std::ops::Bound;

use kernel::{AreaCode, Day};
use tantivy::{
    Searcher, Term,
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
    /// What carries a label: `open:` with a congress.
    Label(String),
}

/// A question.
#[derive(Clone, Debug)]
pub struct Asked<'a> {
    /// What was typed: phrases between spaces, all of which must be found.
    pub text: &'a str,
    /// The only kind of matter wanted, if any.
    pub kind: Option<&'a str>,
    /// Labels that every hit must carry.
    pub labels: &'a [String],
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
    pub(super) fn query(&self, searcher: &Searcher, fields: &Fields) -> tantivy::Result<Option<Box<dyn Query>>> {
        let text: String = self.text.chars().take(LONGEST).collect();
        let phrases = pairs::phrases(&text);
        if phrases.is_empty() {
            return Ok(None);
        }
        let mut all = limits(searcher, fields, self.kind, self.within)?;
        for label in self.labels {
            let term = Term::from_field_text(fields.label, label);
            all.push(Box::new(TermQuery::new(term, IndexRecordOption::Basic)));
        }
        for phrase in &phrases {
            all.push(phrase_query(searcher, fields, phrase)?);
        }
        Ok(Some(all_of(all)))
    }
}

/// The queries that keep kind and place. What leaves every text in is not asked: it would cost as much as the phrase itself.
pub(super) fn limits(
    searcher: &Searcher,
    fields: &Fields,
    kind: Option<&str>,
    within: &[Within],
) -> tantivy::Result<Vec<Box<dyn Query>>> {
    let of_kind: Vec<Term> = kind.map(|kind| Term::from_field_text(fields.kind, kind)).into_iter().collect();
    let place = |place: &Within| match place {
        Within::Everything => None,
        Within::Area(code) => Some(Term::from_field_text(fields.area, code.as_str())),
        Within::Label(label) => Some(Term::from_field_text(fields.label, label)),
        Within::Reader(id) => Some(Term::from_field_bytes(fields.reader, id.as_bytes())),
    };
    let places: Vec<Term> = within.iter().filter_map(place).collect();
    let mut limits = Vec::new();
    if kind.is_some() {
        limits.extend(one_of(searcher, of_kind)?);
    }
    if !within.contains(&Within::Everything) {
        limits.extend(one_of(searcher, places)?);
    }
    Ok(limits)
}

/// One of the terms must be there; nothing to ask where every text has one of them.
fn one_of(searcher: &Searcher, terms: Vec<Term>) -> tantivy::Result<Option<Box<dyn Query>>> {
    let all: u64 = searcher.segment_readers().iter().map(|segment| u64::from(segment.max_doc())).sum();
    for term in &terms {
        if searcher.doc_freq(term)? == all {
            return Ok(None);
        }
    }
    let mut queries: Vec<Box<dyn Query>> = Vec::with_capacity(terms.len());
    for term in terms {
        queries.push(Box::new(TermQuery::new(term, IndexRecordOption::Basic)));
    }
    Ok(Some(match queries.len() {
        0 => Box::new(EmptyQuery),
        1 => queries.remove(0),
        _ => Box::new(BooleanQuery::union(queries)),
    }))
}

/// All of them must hold.
pub(super) fn all_of(mut queries: Vec<Box<dyn Query>>) -> Box<dyn Query> {
    if queries.len() == 1 {
        queries.remove(0)
    } else {
        Box::new(BooleanQuery::new(queries.into_iter().map(|query| (Occur::Must, query)).collect()))
    }
}

fn phrase_query(searcher: &Searcher, fields: &Fields, phrase: &[char]) -> tantivy::Result<Box<dyn Query>> {
    let term = |pair: &[char]| Term::from_field_text(fields.text, &pair.iter().collect::<String>());
    Ok(match phrase {
        [] => Box::new(EmptyQuery),
        [one] => one_character(fields, *one),
        [_, _] => Box::new(TermQuery::new(term(phrase), IndexRecordOption::Basic)),
        _ => {
            let terms: Vec<Term> = phrase.windows(2).map(term).collect();
            let counts = terms.iter().map(|term| searcher.doc_freq(term)).collect::<tantivy::Result<Vec<u64>>>()?;
            let places = covering(&counts);
            Box::new(PhraseQuery::new_with_offset(
                terms.into_iter().enumerate().filter(|(at, _)| places.contains(at)).collect(),
            ))
        }
    })
}

/// Which pairs of a phrase to read, given how many texts hold each: the cheapest choice that leaves no character out, and the
/// rarest pair, which leads.
///
/// Pairs at these distances say the same as all pairs would: between two chosen places lie two characters at most.
fn covering(counts: &[u64]) -> Vec<usize> {
    // The least cost of covering everything up to each place, and the place before it.
    let mut cheapest: Vec<(u64, usize)> = Vec::with_capacity(counts.len());
    for (at, count) in counts.iter().enumerate() {
        let before = (at.saturating_sub(2)..at).filter_map(|from| cheapest.get(from).map(|(cost, _)| (*cost, from)));
        let (cost, from) = before.min().unwrap_or((0, at));
        cheapest.push((cost.saturating_add(*count), from));
    }
    let mut at = counts.len().saturating_sub(1);
    let mut places = vec![at];
    while let Some((_, from)) = cheapest.get(at).filter(|(_, from)| *from < at) {
        at = *from;
        places.push(at);
    }
    let rarest = counts.iter().enumerate().min_by_key(|(_, count)| **count).map(|(at, _)| at);
    places.extend(rarest.filter(|at| !places.contains(at)));
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
