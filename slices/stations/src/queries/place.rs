//! Places and bodies, from the views of the roster.

use kernel::{AreaCode, BodyId};
use kit::{
    Fault,
    db::{Ask, Sql},
};

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
