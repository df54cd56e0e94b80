//! People, accounts and bodies, from the views of roster and accounts.

use kernel::{AccountId, BodyId, PersonId};
use kit::{
    Fault,
    db::{Ask, Sql},
    row,
};

row! {
    /// Somebody who could count.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub struct Staff {
        /// The account.
        pub account: AccountId,
        /// The person, where the account is one's own.
        pub person: Option<PersonId>,
        /// The name.
        pub name: String,
    }
}

/// Accounts that see ballots of a congress: its office, its leaders, its deputies in office.
const STAFF: &str = "select a.id, a.person, a.name from v_account a where a.closed is null and (exists (select 1 from v_post p \
     where p.account = a.id and p.duty in ('clerk', 'chief', 'leader') and p.congress = {}) \
     or exists (select 1 from v_mandate m where m.person = a.person and m.in_office = 1 and m.congress = {}))";

fn of_congress(congress: BodyId) -> Sql {
    Sql::new(STAFF).bind(congress).bind(congress)
}

/// One account of the congress; nothing when there is none.
pub async fn staff(ask: &mut impl Ask, congress: BodyId, account: AccountId) -> Result<Option<Staff>, Fault> {
    ask.one(of_congress(congress).add(" and a.id = {}").bind(account)).await
}

/// The accounts of the congress under a name: one, as a rule; twenty at most.
pub async fn staff_named(ask: &mut impl Ask, congress: BodyId, name: &str) -> Result<Vec<Staff>, Fault> {
    ask.all(of_congress(congress).add(" and a.name = {} order by a.id limit 20").bind(name)).await
}

/// By what people of one name are told apart: the bodies they work in, the delegation or constituency they are deputies of.
pub async fn told_apart(ask: &mut impl Ask, congress: BodyId, account: AccountId) -> Result<Vec<String>, Fault> {
    let posts = Sql::new(
        "select distinct b.name from v_post p join v_body b on b.id = p.body where p.account = {} and p.congress = {} order by b.name",
    );
    let posts: Vec<(String,)> = ask.all(posts.bind(account).bind(congress)).await?;
    let seats = Sql::new(
        "select b.name, d.name, c.name from v_account a join v_mandate m on m.person = a.person join v_body b on b.id = m.congress \
         left join v_delegation d on d.id = m.delegation left join v_constituency c on c.id = m.constituency \
         where m.in_office = 1 and a.id = {} and m.congress = {} order by m.id",
    );
    let seats: Vec<(String, Option<String>, Option<String>)> = ask.all(seats.bind(account).bind(congress)).await?;
    let seats = seats.into_iter().flat_map(|(congress, one, other)| [Some(congress), one, other]).flatten();
    Ok(posts.into_iter().map(|(name,)| name).chain(seats).collect())
}
