//! Which suggestions go with which (并案).

use kernel::BodyId;
use kit::{
    Fault,
    db::{Ask, Sql},
    row,
};
use suggestions_rules::SuggestionId;

row!(
    /// A suggestion that goes with another and is not at rest.
    #[derive(Clone, Copy, Debug, PartialEq, Eq)]
    pub(crate) struct GoingAlong {
        /// The suggestion.
        pub(crate) id: SuggestionId,
        /// With which.
        pub(crate) into: SuggestionId,
    }
);

/// Those that go with any of these, by their identities: whoever takes them up takes them in one order.
pub(crate) async fn going_along(ask: &mut impl Ask, with: &[SuggestionId]) -> Result<Vec<GoingAlong>, Fault> {
    let sql = Sql::new("select id, merged_into from suggestion where merged_into in ").list(with.iter().copied());
    ask.all(sql.add(" and stage in ('numbered', 'handling') order by id")).await
}

/// The suggestion of a congress that has this number: as written, or counted in the same series as another.
pub(crate) async fn of_number(
    ask: &mut impl Ask,
    congress: BodyId,
    beside: SuggestionId,
    written: &str,
) -> Result<Option<SuggestionId>, Fault> {
    let digits: String = written.chars().filter(char::is_ascii_digit).collect();
    let n: Option<i64> = if digits.len() == written.chars().count() { digits.parse().ok() } else { None };
    let sql = Sql::new("select id from suggestion where congress = {} and (number = {} or (n = {} and series = ");
    let sql = sql.bind(congress).bind(written).bind(n);
    let sql = sql.add("(select o.series from suggestion o where o.id = {}))) order by filed desc, id limit 1");
    Ok(ask.one::<(SuggestionId,)>(sql.bind(beside)).await?.map(|(id,)| id))
}
