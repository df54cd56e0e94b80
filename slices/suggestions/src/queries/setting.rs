//! The names around a suggestion that its documents need and its page does not show.

use std::collections::BTreeMap;

use kernel::PersonId;
use kit::{
    Fault, Site,
    db::{Ask, Sql},
};
use suggestions_rules::Suggestion;

/// The names around a suggestion.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Setting {
    /// 第十八届第五次会议.
    pub session: String,
    /// Whose documents those of the congress are between sessions: its standing committee, a township's presidium.
    pub issuer: String,
    /// Who splits the government's share among the units.
    pub transfers: Vec<String>,
    delegations: BTreeMap<PersonId, String>,
}

impl Setting {
    /// The delegation of a signer; empty where there is none.
    #[must_use]
    pub fn delegation(&self, person: PersonId) -> &str {
        self.delegations.get(&person).map_or("", String::as_str)
    }
}

/// What stands around that suggestion.
///
/// # Errors
/// When the database refuses.
pub async fn setting(site: &Site, suggestion: &Suggestion) -> Result<Setting, Fault> {
    let mut look = site.db().look().await?;
    let session: Option<(String,)> =
        look.one(Sql::new("select name from v_session where id = {}").bind(suggestion.session)).await?;
    let issuers = "select name from v_body where kind in ('standing_committee', 'presidium') and closed is null \
                   and congress = {} order by kind desc, name limit 1";
    let issuer: Option<(String,)> = look.one(Sql::new(issuers).bind(suggestion.congress)).await?;
    let transfers = "select name from v_body where transfer = 1 and closed is null and congress = {} order by name";
    let transfers: Vec<(String,)> = look.all(Sql::new(transfers).bind(suggestion.congress)).await?;
    let delegations = Sql::new(
        "select m.person, d.name from v_mandate m join v_delegation d on d.id = m.delegation \
         where d.term = (select term from v_session where id = {}) and m.person in ",
    );
    let delegations = delegations.bind(suggestion.session).list(suggestion.signers());
    let delegations: Vec<(PersonId, String)> = look.all(delegations).await?;
    Ok(Setting {
        session: session.map(|(name,)| name).unwrap_or_default(),
        issuer: issuer.map(|(name,)| name).unwrap_or_default(),
        transfers: transfers.into_iter().map(|(name,)| name).collect(),
        delegations: delegations.into_iter().collect(),
    })
}
