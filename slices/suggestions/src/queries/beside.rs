//! What hangs beside a suggestion, asked once: most have none of most of it, and a look that finds nothing costs as much as one that does.

use kit::{
    Fault,
    db::{Ask, Sql},
    row,
};
use suggestions_rules::SuggestionId;

row!(
    /// What there is of each kind; what is known not to be there is not asked for.
    #[derive(Clone, Copy, Debug, PartialEq, Eq)]
    pub(super) struct Beside {
        /// Drafts shown to signers.
        pub(super) shown: bool,
        /// Talks with deputies.
        pub(super) talks: bool,
        /// Promises.
        pub(super) promises: bool,
        /// Doubts about classes.
        pub(super) doubts: bool,
        /// Files.
        pub(super) files: bool,
        /// Suggestions that go with it.
        pub(super) along: bool,
        /// Papers that were one with it.
        pub(super) severed: bool,
        /// Whether it is a key suggestion.
        pub(super) key: bool,
        /// What its units disagree on, unsettled.
        pub(super) differs: bool,
        /// Opinions of constituents that were taken up in it.
        pub(super) raised: bool,
    }
);

/// Looks beside a suggestion.
pub(super) async fn beside(ask: &mut impl Ask, id: SuggestionId) -> Result<Beside, Fault> {
    let sql = Sql::new(
        "select case when exists (select 1 from shown_draft where suggestion = {}) then 1 else 0 end, \
         case when exists (select 1 from talk where suggestion = {}) then 1 else 0 end, \
         case when exists (select 1 from promise where suggestion = {}) then 1 else 0 end, \
         case when exists (select 1 from class_doubt where suggestion = {}) then 1 else 0 end, \
         case when exists (select 1 from attachment where suggestion = {}) then 1 else 0 end, \
         case when exists (select 1 from suggestion where merged_into = {}) then 1 else 0 end, \
         case when exists (select 1 from severance where paper = {}) then 1 \
              when exists (select 1 from severance where original = {}) then 1 else 0 end, \
         case when exists (select 1 from v_key_suggestion where suggestion = {}) then 1 else 0 end, \
         case when exists (select 1 from unit_difference where suggestion = {} and settled is null) then 1 else 0 end, \
         case when exists (select 1 from v_opinion_raised where suggestion = {}) then 1 else 0 end",
    );
    let found = (0..11).fold(sql, |sql, _| sql.bind(id));
    ask.one(found).await?.ok_or_else(|| Fault::new("a look beside a suggestion was not answered"))
}
