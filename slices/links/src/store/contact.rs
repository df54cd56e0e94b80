//! Contact records.

use kernel::{AccountId, BodyId, Day, Moment, Text};
use kit::{
    Fault,
    db::{Ask, At, Sql, Tx, Val},
    row,
};
use links_rules::{ContactId, LinkId, Way};

/// A contact record as it is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Contact {
    /// Its identity.
    pub id: ContactId,
    /// Of which link.
    pub link: LinkId,
    /// The day.
    pub day: Day,
    /// How.
    pub way: Way,
    /// What was said and seen.
    pub words: Text<1000>,
    /// What is to follow.
    pub follow_up: Option<Text<500>>,
    /// Who wrote it.
    pub account: AccountId,
    /// Whether staff typed it for who made the contact.
    pub typed: bool,
    /// When it was written.
    pub made: Moment,
}

row! {
    struct ContactRow {
        id: ContactId,
        link: LinkId,
        day: Day,
        way: String,
        words: Text<1000>,
        follow_up: Option<Text<500>>,
        account: AccountId,
        typed: bool,
        made: Moment,
    }
}

const LIST: &str = "id, link, day, way, words, follow_up, account, typed, made";

fn whole(row: ContactRow) -> Result<Contact, Fault> {
    let way = At { table: "link_contact", id: &row.id }.word("way", &row.way, Way::read)?;
    let ContactRow { id, link, day, words, follow_up, account, typed, made, .. } = row;
    Ok(Contact { id, link, day, way, words, follow_up, account, typed, made })
}

/// The records of a link, the latest day first.
pub(crate) async fn contacts_of(ask: &mut impl Ask, link: LinkId) -> Result<Vec<Contact>, Fault> {
    let sql = Sql::new("select ").add(LIST).add(" from link_contact where link = {} order by day desc, made desc, id");
    ask.all::<ContactRow>(sql.bind(link)).await?.into_iter().map(whole).collect()
}

/// Writes a new one.
pub(crate) async fn begin_contact(tx: &mut Tx, congress: BodyId, it: &Contact) -> Result<(), Fault> {
    let vals: [Val; 10] = [
        congress.into(),
        it.id.into(),
        it.link.into(),
        it.day.into(),
        it.way.word().into(),
        (&it.words).into(),
        it.follow_up.as_ref().into(),
        it.account.into(),
        it.typed.into(),
        it.made.into(),
    ];
    tx.run(Sql::new("insert into link_contact (congress, ").add(LIST).add(") values ").list(vals)).await.map(drop)
}
