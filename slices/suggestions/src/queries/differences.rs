//! 协调记录: what units of a matter disagree on and what came of it, as those who work on it read it.

use kernel::{BodyId, Day, Moment};
use kit::{
    Fault,
    db::{Ask, Sql},
    row,
};
use suggestions_rules::{DifferenceId, SuggestionId};

row!(
    /// One of them.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub struct Differing {
        /// Its identity.
        pub id: DifferenceId,
        /// The body that raised it.
        pub by: String,
        /// Who wrote it.
        pub written_by: Option<String>,
        /// On what; empty where the words were erased.
        pub about: Option<String>,
        /// When.
        pub at: Moment,
        /// The body that coordinated; nothing while it is open.
        pub settled_by: Option<String>,
        /// The day of it.
        pub settled_on: Option<Day>,
        /// What came of it.
        pub outcome: Option<String>,
    }
);

/// Those of a suggestion, the oldest first, each with the units that disagree.
pub(super) async fn differences(
    ask: &mut impl Ask,
    of: SuggestionId,
) -> Result<Vec<(Differing, Vec<(BodyId, String)>)>, Fault> {
    let sql = Sql::new(
        "select d.id, coalesce(b.name, ''), w.name, r.words, d.at, (select c.name from v_body c where c.id = d.settled_by), \
         d.settled_on, (select o.words from remark o where o.id = d.outcome) from unit_difference d \
         left join v_body b on b.id = d.raised_by left join v_account w on w.id = d.written_by \
         left join remark r on r.id = d.about where d.suggestion = {} order by d.at, d.id",
    );
    let all: Vec<Differing> = ask.all(sql.bind(of)).await?;
    let sql = Sql::new(
        "select p.difference, p.unit, coalesce(b.name, '') from unit_difference_party p \
         join unit_difference d on d.id = p.difference left join v_body b on b.id = p.unit where d.suggestion = {} \
         order by b.name, p.unit",
    );
    let parties: Vec<(DifferenceId, BodyId, String)> = ask.all(sql.bind(of)).await?;
    let between = |id| parties.iter().filter(move |(of, ..)| *of == id).map(|(_, unit, name)| (*unit, name.clone()));
    Ok(all.into_iter().map(|one| (one.clone(), between(one.id).collect())).collect())
}
