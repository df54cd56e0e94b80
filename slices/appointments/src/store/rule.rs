//! The local rule of a congress.

use appointments_rules::Settings;
use kernel::BodyId;
use kit::{
    Fault,
    db::{Ask, At, Sql, Tx},
};

/// The rule of a congress with its version; the usual one, of version 0, where none was set.
pub(crate) async fn rule_of(ask: &mut impl Ask, congress: BodyId) -> Result<(Settings, i64), Fault> {
    let sql = Sql::new("select settings, version from appointment_rule where congress = {}").bind(congress);
    let Some((text, version)) = ask.one::<(String, i64)>(sql).await? else { return Ok((Settings::default(), 0)) };
    let at = At { table: "appointment_rule", id: &congress };
    let settings = serde_json::from_str(&text).map_err(|error| at.broken("settings", error))?;
    Ok((settings, version))
}

/// Sets the rule, if nobody changed it since it was of that version; says whether it did.
pub(crate) async fn keep_rule(tx: &mut Tx, congress: BodyId, seen: i64, settings: &Settings) -> Result<bool, Fault> {
    let sql = Sql::new(
        "insert into appointment_rule (congress, settings, version) values ({}, {}, 1) on conflict (congress) ",
    )
    .bind(congress)
    .bind(serde_json::to_string(settings)?);
    let sql = sql.add("do update set settings = excluded.settings, version = appointment_rule.version + 1");
    Ok(tx.run(sql.add(" where appointment_rule.version = {}").bind(seen)).await? == 1)
}
