//! The names around a matter that its papers need and its pages do not show.

use kernel::BodyId;
use kit::{
    Fault,
    db::{Ask, Sql},
    paper::sitting,
};
use roster_views::body_name;
use supervision_rules::SuggestionId;

use super::{Matter, about};

/// The names around a matter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Setting {
    /// The suggestion.
    pub matter: Matter,
    /// 桃源县第十八届人民代表大会第五次会议.
    pub sitting: String,
    /// Whose letters those of the congress are between sessions: its standing committee, a township's presidium.
    pub issuer: String,
    /// Who splits the government's share among the units.
    pub transfers: Vec<String>,
}

/// What stands around that suggestion of a congress.
///
/// # Errors
/// When the database refuses, or there is no such suggestion.
pub async fn setting(ask: &mut impl Ask, congress: BodyId, suggestion: SuggestionId) -> Result<Setting, Fault> {
    let name = body_name(ask, congress).await?;
    let session = "select s.name from v_session s join v_suggestion g on g.session = s.id where g.id = {}";
    let session: Option<(String,)> = ask.one(Sql::new(session).bind(suggestion)).await?;
    let transfers = "select name from v_body where transfer = 1 and closed is null and congress = {} order by name";
    let transfers: Vec<(String,)> = ask.all(Sql::new(transfers).bind(congress)).await?;
    Ok(Setting {
        matter: about(ask, suggestion).await?.matter,
        sitting: sitting(&name, &session.map(|(name,)| name).unwrap_or_default()),
        issuer: issuer(ask, congress).await?.unwrap_or(name),
        transfers: transfers.into_iter().map(|(name,)| name).collect(),
    })
}

/// Whose letters those of a congress are between sessions.
pub async fn issuer(ask: &mut impl Ask, congress: BodyId) -> Result<Option<String>, Fault> {
    let sql = "select name from v_body where kind in ('standing_committee', 'presidium') and closed is null \
               and congress = {} order by kind desc, name limit 1";
    let found: Option<(String,)> = ask.one(Sql::new(sql).bind(congress)).await?;
    Ok(found.map(|(name,)| name))
}
