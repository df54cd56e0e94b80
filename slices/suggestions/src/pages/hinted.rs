//! 承办单位参考 beside the rows of the list that lies to be assigned: the two likeliest units; the reasons stand on each one's own page.

use std::collections::BTreeMap;

use kit::{Problem, Site};
use suggestions_rules::SuggestionId;

use crate::{
    queries::{self, Line},
    store,
};

/// Units named for a row.
const NAMED: usize = 2;

/// The names of the likeliest units of the rows of a page, each of which asks the index once.
///
/// # Errors
/// When the database or the index cannot be read.
pub async fn hinted(site: &Site, lines: &[Line]) -> Result<BTreeMap<SuggestionId, String>, Problem> {
    let mut all = BTreeMap::new();
    for line in lines {
        let Some(kept) = store::read(&mut site.db(), line.id).await? else { continue };
        let units = queries::hints(site, &kept.suggestion).await?;
        let names: Vec<String> = units.into_iter().take(NAMED).map(|one| one.name).collect();
        if !names.is_empty() {
            all.insert(line.id, names.join("、"));
        }
    }
    Ok(all)
}
