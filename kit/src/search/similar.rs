//! Matters like this one: those that share its rarest pairs of characters.

use std::{cmp::Reverse, collections::HashMap};

use tantivy::{
    DocAddress, Searcher, Term,
    collector::TopDocs,
    query::{BooleanQuery, Occur, Query, TermQuery},
    schema::IndexRecordOption,
    tokenizer::{TokenStream, Tokenizer},
};
use uuid::Uuid;

use super::{
    Search, Within,
    asked::limits,
    fields::{Fields, ID_HIGH, ID_LOW},
    pairs::Pairs,
};
use crate::Fault;

/// How much of the body is looked at: what a matter is about stands at its beginning.
const READ: usize = 400;
/// How many pairs make the question.
const TERMS: usize = 24;
/// A pair in more than one of so many matters says nothing about any.
const COMMON: u64 = 20;

impl Search {
    /// The ids of up to `limit` matters most like a text, the likest first; `except` itself is left out.
    ///
    /// # Errors
    /// When the index cannot be read.
    pub fn similar(
        &self,
        (title, body): (&str, &str),
        within: &[Within],
        except: Option<Uuid>,
        limit: usize,
    ) -> Result<Vec<Uuid>, Fault> {
        let (searcher, fields) = self.searcher();
        let terms = telling_terms(&searcher, fields, title, body)?;
        if terms.is_empty() || limit == 0 {
            return Ok(Vec::new());
        }
        let enough = terms.len().div_ceil(4);
        let pairs = terms.into_iter().map(|term| {
            (Occur::Should, Box::new(TermQuery::new(term, IndexRecordOption::WithFreqs)) as Box<dyn Query>)
        });
        let alike = BooleanQuery::with_minimum_required_clauses(pairs.collect(), enough);
        let mut all: Vec<(Occur, Box<dyn Query>)> = vec![(Occur::Must, Box::new(alike))];
        for place in limits(&searcher, fields, None, within)? {
            all.push((Occur::Must, Box::new(tantivy::query::ConstScoreQuery::new(place, 0.0))));
        }
        let top = searcher.search(&BooleanQuery::new(all), &TopDocs::with_limit(limit + 1).order_by_score())?;
        let mut ids = Vec::with_capacity(top.len());
        for (_, address) in top {
            ids.push(id_at(&searcher, address)?);
        }
        ids.retain(|id| Some(*id) != except);
        ids.truncate(limit);
        Ok(ids)
    }
}

fn telling_terms(searcher: &Searcher, fields: &Fields, title: &str, body: &str) -> tantivy::Result<Vec<Term>> {
    let mut counts: HashMap<String, u64> = HashMap::new();
    let beginning: String = body.chars().take(READ).collect();
    // The title says it in fewer words: each of its pairs counts thrice.
    for (text, weight) in [(title, 3), (beginning.as_str(), 1)] {
        Pairs.token_stream(text).process(&mut |token| {
            if token.text.chars().nth(1).is_some() {
                *counts.entry(token.text.clone()).or_default() += weight;
            }
        });
    }
    let all = searcher.num_docs();
    let mut ranked = Vec::with_capacity(counts.len());
    for (pair, count) in counts {
        let term = Term::from_field_text(fields.text, &pair);
        let with = searcher.doc_freq(&term)?;
        if with > 0 && with <= (all / COMMON).max(10) {
            // Count times the logarithm of rarity, in whole numbers: enough to choose by.
            ranked.push((Reverse(count.min(6) * u64::from((all / with + 1).ilog2())), pair, term));
        }
    }
    ranked.sort_unstable_by(|a, b| (a.0, &a.1).cmp(&(b.0, &b.1)));
    Ok(ranked.into_iter().take(TERMS).map(|(_, _, term)| term).collect())
}

fn id_at(searcher: &Searcher, address: DocAddress) -> tantivy::Result<Uuid> {
    let columns = searcher.segment_reader(address.segment_ord).fast_fields();
    let high = columns.u64(ID_HIGH)?.first(address.doc_id).unwrap_or(0);
    let low = columns.u64(ID_LOW)?.first(address.doc_id).unwrap_or(0);
    Ok(Uuid::from_u64_pair(high, low))
}
