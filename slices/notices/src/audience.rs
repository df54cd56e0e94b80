//! Who is told: deputies by their accounts, holders of a right by their posts in force.

use accounts_rules::{Actor, Duty, Post, Reach, Right};
use kernel::{AccountId, AreaCode, BodyId, Day, PersonId};
use kit::{
    Fault,
    db::{Ask, Sql},
};
use notices_rules::Audience;

/// The accounts of an audience on a day. People without an account are told when they ask at their office.
pub(crate) async fn accounts(ask: &mut impl Ask, to: &Audience, today: Day) -> Result<Vec<AccountId>, Fault> {
    let sql = match to {
        Audience::People(people) => of_people(people),
        Audience::Holders(right, body) => holders(*right, *body, today),
        Audience::Account(account) => {
            Sql::new("select id from v_account where closed is null and id = {}").bind(*account)
        }
    };
    let mut accounts: Vec<AccountId> = ask.all::<(AccountId,)>(sql).await?.into_iter().map(|(id,)| id).collect();
    accounts.sort_unstable();
    Ok(accounts)
}

/// The account of a person merged into another speaks for that other, and for nobody else any more.
fn of_people(people: &[PersonId]) -> Sql {
    Sql::new("select a.id from v_account a join v_person p on p.id = a.person")
        .add(" where a.closed is null and p.merged_into is null and a.person in ")
        .list(people.iter().copied())
        .add(" union select a.id from v_person p join v_account a on a.person = p.id")
        .add(" where a.closed is null and p.merged_into in ")
        .list(people.iter().copied())
}

fn holders(right: Right, body: BodyId, today: Day) -> Sql {
    let words = |wanted: fn(Reach) -> bool| {
        right.duties().iter().filter(move |duty| wanted(duty.reach())).map(|duty| duty.as_str())
    };
    let of_body = words(|reach| matches!(reach, Reach::Body | Reach::CongressAndBody));
    let of_congress = words(|reach| matches!(reach, Reach::Congress | Reach::CongressAndBody));
    let sql = Sql::new("select p.account from v_post p join v_account a on a.id = p.account and a.closed is null")
        .add(" where p.body = {} and p.since <= {} and (p.until is null or p.until >= {}) and p.duty in ");
    let sql = sql.bind(body).bind(today).bind(today).list(of_body);
    let sql = sql
        .add(" union select p.account from v_post p join v_account a on a.id = p.account and a.closed is null")
        .add(" where p.congress = {} and p.since <= {} and (p.until is null or p.until >= {}) and p.duty in ");
    sql.bind(body).bind(today).bind(today).list(of_congress)
}

/// The account with the posts it was given and holds today: enough to ask whether a notice still concerns it.
pub(crate) async fn standing(ask: &mut impl Ask, account: AccountId, today: Day) -> Result<Actor, Fault> {
    let sql = Sql::new("select duty, body, congress, area from v_post where account = {} and since <= {}");
    let sql = sql.bind(account).bind(today).add(" and (until is null or until >= {})").bind(today);
    let rows: Vec<(String, BodyId, BodyId, AreaCode)> = ask.all(sql).await?;
    let post = |(duty, body, congress, area): (String, _, _, _)| {
        let duty: Duty = duty.parse().map_err(|e| Fault::caused(format_args!("table `post` of {account}"), e))?;
        Ok(Post { duty, body, congress, area })
    };
    let posts = rows.into_iter().map(post).collect::<Result<_, Fault>>()?;
    Ok(Actor { account: Some(account), posts, ..Actor::nobody() })
}
