//! What every noun asks of the roster's published views in the same words: how bodies and people are called, in which congresses somebody holds a
//! right, which congress a list or an import is about. It reads views alone and decides nothing.

mod imports;

use accounts_rules::{Actor, Right};
use kernel::{BodyId, PersonId};
use kit::{
    Fault, Problem, Site,
    db::{Ask, Sql},
    row,
    web::chosen,
};

pub use imports::Imports;

row! {
    /// A body with its name.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub struct Named {
        /// The body.
        pub id: BodyId,
        /// Its name.
        pub name: String,
    }
}

/// The name of a body; empty where there is none.
///
/// # Errors
/// When the database refuses.
pub async fn body_name(ask: &mut impl Ask, id: BodyId) -> Result<String, Fault> {
    let found: Option<(String,)> = ask.one(Sql::new("select name from v_body where id = {}").bind(id)).await?;
    Ok(found.map(|(name,)| name).unwrap_or_default())
}

/// The name of a person; empty where there is none.
///
/// # Errors
/// When the database refuses.
pub async fn person_name(ask: &mut impl Ask, id: PersonId) -> Result<String, Fault> {
    let found: Option<(String,)> = ask.one(Sql::new("select name from v_person where id = {}").bind(id)).await?;
    Ok(found.map(|(name,)| name).unwrap_or_default())
}

/// Some bodies with their names: the highest first, then by name.
///
/// # Errors
/// When the database refuses.
pub async fn named(ask: &mut impl Ask, some: impl IntoIterator<Item = BodyId>) -> Result<Vec<Named>, Fault> {
    ask.all(Sql::new("select id, name from v_body where id in ").list(some).add(" order by level, name, id")).await
}

/// The congresses, or a unit's own bodies, in which the actor holds a right.
///
/// # Errors
/// When the database refuses.
pub async fn congresses(ask: &mut impl Ask, actor: &Actor, right: Right) -> Result<Vec<Named>, Fault> {
    named(ask, actor.bodies(right)).await
}

/// How many deputies of a congress are in office.
///
/// # Errors
/// When the database refuses.
pub async fn deputies(ask: &mut impl Ask, congress: BodyId) -> Result<i64, Fault> {
    let sql = Sql::new("select count(*) from v_mandate where in_office = 1 and congress = {}").bind(congress);
    Ok(ask.one::<(i64,)>(sql).await?.map_or(0, |(count,)| count))
}

/// The congress a list is about: the one asked for, or the first in which the actor holds the right.
///
/// # Errors
/// When the actor may not look there, or nowhere.
pub async fn place(site: &Site, actor: &Actor, right: Right, asked: &str) -> Result<Named, Problem> {
    if !actor.signed_in() {
        return Err(Problem::SignIn);
    }
    let asked: Option<BodyId> = chosen("congress", asked, |raw| raw.parse().ok())?;
    if let Some(congress) = asked {
        actor.may(right, congress)?;
    }
    let held = congresses(&mut site.db(), actor, right).await?;
    let found = held.into_iter().find(|one| asked.is_none_or(|congress| congress == one.id));
    found.ok_or_else(|| nowhere(actor, right))
}

/// Why an actor who holds a right nowhere may not.
#[must_use]
pub fn nowhere(actor: &Actor, right: Right) -> Problem {
    actor.may(right, BodyId::from_uuid(uuid::Uuid::nil())).err().map_or_else(Problem::missing, Problem::from)
}
