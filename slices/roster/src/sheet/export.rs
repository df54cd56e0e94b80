//! Deputies going out as a table. Sealed data never does.

use std::collections::HashMap;

use kernel::AreaCode;
use kit::{
    Fault, Site,
    db::{Db, Sql},
    sheets::{Cell, Export, Kind, Ready},
    words::Lang,
};
use roster_rules::{CongressLevel, MandateId, RoleName, StandingName};

use super::columns::{COLUMNS, gender_title, role_title};
use crate::queries::{
    deputies::{Deputy, Filter, each, each_found, each_inside},
    people,
};

/// The columns of an import without the sealed ones, so that what went out can come in again.
const SEALED: &[&str] = &["phone", "id_number", "born", "email", "address", "basis"];

/// The deputies of one congress.
///
/// # Errors
/// When the database or the disk refuses.
pub async fn deputies(site: &Site, kind: Kind, lang: Lang, filter: &Filter) -> Result<Ready, Fault> {
    let mut table = begin(kind, lang)?;
    let roles = Sql::new("select r.mandate, r.role from mandate_role r join mandate m on m.id = r.mandate");
    let roles = roles.add(" where r.ended is null and m.congress = {} order by r.began").bind(filter.congress);
    let roles = held(site.db(), roles).await?;
    each(site.db(), filter, |deputy| table.row(&cells(&deputy, &roles))).await?;
    table.finish()
}

/// The seats that a search within one congress finds.
///
/// # Errors
/// When the database or the disk refuses.
pub async fn found(site: &Site, kind: Kind, lang: Lang, filter: &people::Filter) -> Result<Ready, Fault> {
    let mut table = begin(kind, lang)?;
    let roles = Sql::new("select r.mandate, r.role from mandate_role r join mandate m on m.id = r.mandate");
    let roles = roles.add(" where r.ended is null and m.congress = {} order by r.began").bind(filter.congress);
    let roles = held(site.db(), roles).await?;
    each_found(site.db(), filter, |deputy| table.row(&cells(&deputy, &roles))).await?;
    table.finish()
}

/// The deputies in office of every congress in an area and inside it.
///
/// # Errors
/// When the database or the disk refuses.
pub async fn inside(db: &Db, kind: Kind, lang: Lang, area: &AreaCode) -> Result<Ready, Fault> {
    let mut table = begin(kind, lang)?;
    let roles = Sql::new("select r.mandate, r.role from mandate_role r join mandate m on m.id = r.mandate");
    let roles = roles.add(" where r.ended is null and m.area >= {} and m.area < {} order by r.began");
    let roles = held(db, roles.bind(area).bind(area.past())).await?;
    each_inside(db, area, |deputy| table.row(&cells(&deputy, &roles))).await?;
    table.finish()
}

fn begin(kind: Kind, lang: Lang) -> Result<Export, Fault> {
    let open = COLUMNS.iter().filter(|column| !SEALED.contains(&column.key));
    let titles = open.map(|column| if lang == Lang::English { column.en } else { column.zh });
    Export::begin(kind, lang, titles.chain([if lang == Lang::English { "Standing" } else { "资格状态" }]))
}

async fn held(db: &Db, sql: Sql) -> Result<HashMap<MandateId, Vec<&'static str>>, Fault> {
    let mut roles: HashMap<MandateId, Vec<&'static str>> = HashMap::new();
    db.each::<(MandateId, String)>(sql, |(mandate, role)| {
        let role: RoleName = crate::store::word("mandate_role", &role)?;
        roles.entry(mandate).or_default().push(role_title(role));
        Ok(())
    })
    .await?;
    Ok(roles)
}

fn cells(deputy: &Deputy, roles: &HashMap<MandateId, Vec<&'static str>>) -> Vec<Cell> {
    let roles = roles.get(&deputy.mandate).map(|roles| roles.join("、")).unwrap_or_default();
    vec![
        congress(deputy).into(),
        (&deputy.name).into(),
        gender_title(deputy.gender.as_deref()).into(),
        deputy.ethnicity.clone().into(),
        deputy.party.clone().into(),
        deputy.education.clone().into(),
        deputy.occupation.clone().into(),
        deputy.constituency.clone().into(),
        deputy.delegation.clone().into(),
        deputy.ordinal.into(),
        deputy.elected.into(),
        deputy.confirmed.into(),
        deputy.began.into(),
        roles.into(),
        state_title(&deputy.state).into(),
    ]
}

/// How the sheet names a congress: by the code of its area; the national one, which has none, by its name.
fn congress(deputy: &Deputy) -> &str {
    if deputy.level == CongressLevel::Nation.as_str() { "全国人大" } else { deputy.area.as_str() }
}

fn state_title(word: &str) -> &'static str {
    match word.parse::<StandingName>() {
        Ok(StandingName::Elected) => "当选待确认",
        Ok(StandingName::Confirmed) => "资格已确认",
        Ok(StandingName::InOffice) => "在任",
        Ok(StandingName::Suspended) => "暂停执行职务",
        Ok(StandingName::Ended) => "资格已终止",
        Err(_) => "",
    }
}
