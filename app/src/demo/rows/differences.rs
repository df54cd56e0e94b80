//! What units disagree on, as rows.

use kit::db::Val;
use suggestions_rules::SuggestionId;

use super::Rows;
use crate::demo::tale::Differed;

/// The columns of `unit_difference`.
pub const DIFFERENCE: &[&str] =
    &["id", "suggestion", "raised_by", "written_by", "about", "at", "settled", "settled_by", "settled_on", "outcome"];

impl Rows {
    pub(super) fn difference(&mut self, of: SuggestionId, (difference, by): &Differed) {
        let how = difference.settled;
        self.difference.push(vec![
            difference.id.into(),
            of.into(),
            difference.by.into(),
            (*by).into(),
            difference.about.into(),
            difference.at.into(),
            how.map(|how| how.at).into(),
            how.map(|how| how.by).into(),
            how.map(|how| how.day).into(),
            how.map(|how| how.outcome).into(),
        ]);
        let party = |unit: &kernel::BodyId| vec![Val::from(difference.id), (*unit).into()];
        self.difference_party.extend(difference.between.iter().map(party));
    }
}
