//! What lists and pages show. Other nouns' tables are read through the views they publish.

pub mod events;
pub(crate) mod figures;
pub mod gaps;
pub mod grades;
pub mod opinions;
pub mod people;
pub mod place;
pub mod plans;
pub mod schedule;
pub mod stations;
pub mod statistics;

use kernel::BodyId;
use kit::db::Sql;

/// The stations `s` of these congresses, and these stations.
pub(crate) fn held(sql: Sql, held: &[BodyId]) -> Sql {
    sql.add("(s.congress in ").list(held.to_vec()).add(" or s.id in ").list(held.to_vec()).add(")")
}
