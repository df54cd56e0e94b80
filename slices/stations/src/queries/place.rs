//! Places and bodies, from the views of the roster.

use accounts_rules::{Actor, Right};
use kernel::{AreaCode, BodyId};
use kit::{
    Fault,
    db::{Ask, Sql},
    row,
};

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

/// Whether there is such a place.
pub async fn known(ask: &mut impl Ask, place: &AreaCode) -> Result<bool, Fault> {
    Ok(name(ask, place).await?.is_some())
}

/// The name of a place.
pub async fn name(ask: &mut impl Ask, place: &AreaCode) -> Result<Option<String>, Fault> {
    let sql = Sql::new("select name from v_area where code = {} union all select name from v_village where code = {}");
    Ok(ask.one::<(String,)>(sql.bind(place).bind(place)).await?.map(|(name,)| name))
}

/// The area of a congress.
pub async fn congress_area(ask: &mut impl Ask, congress: BodyId) -> Result<Option<AreaCode>, Fault> {
    let sql = Sql::new("select area from v_body where kind = 'congress' and id = {}").bind(congress);
    Ok(ask.one::<(AreaCode,)>(sql).await?.map(|(area,)| area))
}

/// The congresses in which the actor holds a right.
pub async fn congresses(ask: &mut impl Ask, actor: &Actor, right: Right) -> Result<Vec<Named>, Fault> {
    let held: Vec<BodyId> = actor.bodies(right).collect();
    let sql = Sql::new("select id, name from v_body where kind = 'congress' and id in ").list(held);
    ask.all(sql.add(" order by level, name, id")).await
}

/// The name of a body.
pub async fn body_name(ask: &mut impl Ask, id: BodyId) -> Result<String, Fault> {
    let found: Option<(String,)> = ask.one(Sql::new("select name from v_body where id = {}").bind(id)).await?;
    Ok(found.map(|(name,)| name).unwrap_or_default())
}
