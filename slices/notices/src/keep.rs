//! Writing notices: each once for each account, and noted for a letter where the account wants one.

use accounts_rules::Right;
use kernel::{AccountId, BodyId, Id, Moment};
use kit::{
    Fault, Site,
    db::{Sql, Tx},
};
use notices_rules::{Audience, Kind, Particulars};
use uuid::Uuid;

use crate::letters;

/// Marks identities of notices.
pub enum Notice {}
/// Names one notice.
pub type NoticeId = Id<Notice>;

/// One notice, to whomever.
#[derive(Clone, Debug)]
pub(crate) struct Told {
    pub kind: Kind,
    pub subject: Uuid,
    pub via: Option<(Right, BodyId)>,
    pub given: Particulars,
    /// What it tells; the same key reaches an account once.
    pub key: String,
    pub at: Moment,
}

/// The right by which an audience is told.
pub(crate) const fn via(to: &Audience) -> Option<(Right, BodyId)> {
    match to {
        Audience::Holders(right, body) => Some((*right, *body)),
        Audience::People(_) | Audience::Account(_) => None,
    }
}

/// Writes the notice for each of these accounts that does not have it.
pub(crate) async fn tell(tx: &mut Tx, site: &Site, accounts: &[AccountId], told: &Told) -> Result<(), Fault> {
    let given = serde_json::to_string(&told.given)?;
    let letters = site.config().mail.is_some();
    for account in accounts {
        let sql =
            Sql::new("insert into notice (id, account, kind, subject, via, body, given, key, at, mail) values ({}")
                .bind(site.new_id::<Notice>())
                .add(", {}, {}, {}, {}, {}, {}, {}, {}, (select case when rhythm = 'at_once' and 1 = {} then 'daily' else rhythm end")
                .bind(*account)
                .bind(told.kind.word())
                .bind(told.subject)
                .bind(told.via.map(|(right, _)| right.as_str()))
                .bind(told.via.map(|(_, body)| body))
                .bind(given.as_str())
                .bind(told.key.as_str())
                .bind(told.at)
                .bind(told.kind.waits())
                .add(" from notice_choice where account = {}")
                .bind(*account)
                .add(" and confirmed is not null and rhythm <> 'none' and 1 = {})) ")
                .bind(letters)
                .add("on conflict (account, key) do nothing returning mail");
        let written: Option<(Option<String>,)> = tx.one(sql).await?;
        if written.is_some_and(|(mail,)| mail.as_deref() == Some("at_once")) {
            letters::soon(tx, site, *account).await?;
        }
    }
    Ok(())
}
