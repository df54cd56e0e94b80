//! Who is asking: account → person, posts issued and posts that follow from mandates. One query.

use accounts_rules::{Actor, Duty, Post, Right};
use kernel::{AccountId, AreaCode, BodyId, Day, PersonId};
use kit::{
    Fault,
    db::{Ask, Sql},
    row,
};

use crate::store::duty_of;

row! {
    struct Held {
        name: String,
        person: Option<PersonId>,
        duty: Option<String>,
        body: Option<BodyId>,
        congress: Option<BodyId>,
        area: Option<AreaCode>,
    }
}

/// The actor behind an account on a day; nobody when there is no such account or it was closed.
///
/// While acting for a deputy the posts are that deputy's. That the deputy asked for it is looked up each time, so that an
/// order that has ended or run out ends the acting too.
///
/// # Errors
/// When the database refuses or a row cannot be one.
pub async fn load(
    ask: &mut impl Ask,
    account: AccountId,
    acting_for: Option<PersonId>,
    today: Day,
) -> Result<Actor, Fault> {
    let rows: Vec<Held> = ask.all(held(account, today)).await?;
    let Some(first) = rows.first() else { return Ok(Actor::nobody()) };
    let (name, person) = (first.name.clone(), first.person);
    let posts = posts(rows)?;
    let actor = Actor { account: Some(account), person, name, posts, acting_for: None };
    match acting_for {
        Some(deputy) => switched(ask, actor, account, deputy, today).await,
        None => Ok(actor),
    }
}

/// The actor in the deputy's place, in the congresses where the deputy asked for it and the actor's own posts allow it.
async fn switched(
    ask: &mut impl Ask,
    actor: Actor,
    account: AccountId,
    deputy: PersonId,
    today: Day,
) -> Result<Actor, Fault> {
    let mut congresses = crate::acting::asked_in(ask, account, deputy, today).await?;
    congresses.retain(|congress| actor.may(Right::ActFor, *congress).is_ok());
    if congresses.is_empty() {
        return Ok(actor);
    }
    let mut posts = deputy_posts(ask, deputy).await?;
    posts.retain(|post| congresses.contains(&post.congress));
    Ok(actor.switched_to(deputy, posts))
}

/// The account's own row first, so that an account without posts still has a name; a person merged into another is the other.
fn held(account: AccountId, today: Day) -> Sql {
    Sql::new(
        "select a.name, coalesce(p.merged_into, a.person), h.duty, h.body, h.congress, h.area from account a \
         left join v_person p on p.id = a.person \
         left join post h on h.account = a.id and h.withdrawn is null and h.since <= {} and (h.until is null or h.until >= {}) \
         where a.id = {} and a.closed is null \
         union all \
         select a.name, coalesce(p.merged_into, a.person), case b.level when 'nation' then 'national' else 'deputy' end, m.congress, m.congress, b.area from account a \
         join v_person p on p.id = a.person \
         join v_mandate m on m.person = coalesce(p.merged_into, p.id) and m.in_office = 1 \
         join v_body b on b.id = m.congress \
         where a.id = {} and a.closed is null",
    )
    .bind(today)
    .bind(today)
    .bind(account)
    .bind(account)
}

fn posts(rows: Vec<Held>) -> Result<Vec<Post>, Fault> {
    let whole = |row: Held| Some((row.duty?, row.body?, row.congress?, row.area?));
    let post =
        |(duty, body, congress, area): (String, _, _, _)| Ok(Post { duty: duty_of(&duty)?, body, congress, area });
    rows.into_iter().filter_map(whole).map(post).collect()
}

/// The posts that follow from a deputy's mandates in force.
pub async fn deputy_posts(ask: &mut impl Ask, deputy: PersonId) -> Result<Vec<Post>, Fault> {
    let sql = Sql::new(
        "select m.congress, b.area, b.level from v_mandate m join v_body b on b.id = m.congress \
         where m.in_office = 1 and m.person = {}",
    );
    let rows: Vec<(BodyId, AreaCode, String)> = ask.all(sql.bind(deputy)).await?;
    let post = |(congress, area, level): (_, _, String)| Post {
        duty: Duty::of_mandate(&level),
        body: congress,
        congress,
        area,
    };
    Ok(rows.into_iter().map(post).collect())
}
