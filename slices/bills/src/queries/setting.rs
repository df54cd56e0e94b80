//! The names around a bill that its document needs and its page does not show.

use std::collections::BTreeMap;

use bills_rules::Bill;
use kernel::PersonId;
use kit::{
    Fault,
    db::{Ask, Sql},
    paper::sitting,
};

use super::session;

/// The names around a bill.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Setting {
    /// 桃源县第十八届人民代表大会第五次会议.
    pub sitting: String,
    delegations: BTreeMap<PersonId, String>,
}

impl Setting {
    /// A signer's name with the delegation: 李镕喆（漆河镇代表团）.
    #[must_use]
    pub fn named(&self, name: &str, person: PersonId) -> String {
        match self.delegations.get(&person) {
            Some(delegation) => format!("{name}（{delegation}）"),
            None => name.to_owned(),
        }
    }
}

/// What stands around that bill of a congress of that name.
pub(crate) async fn setting(ask: &mut impl Ask, congress: &str, bill: &Bill) -> Result<Setting, Fault> {
    let name = session(ask, bill.session).await?.map(|session| session.name).unwrap_or_default();
    let sql = Sql::new(
        "select m.person, d.name from v_mandate m join v_delegation d on d.id = m.delegation \
         where d.term = (select term from v_session where id = {}) and m.person in ",
    );
    let delegations: Vec<(PersonId, String)> = ask.all(sql.bind(bill.session).list(bill.signers())).await?;
    Ok(Setting { sitting: sitting(congress, &name), delegations: delegations.into_iter().collect() })
}
