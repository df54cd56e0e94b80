//! What lists and account pages show.

use accounts_rules::{Actor, Duty, Right};
use kernel::{AccountId, BodyId, Day, Moment, PersonId};
use kit::{
    Fault, Problem, View,
    db::{Ask, Sql},
    row,
    web::chosen,
};
use uuid::Uuid;

use crate::{posts::HeldPost, store::Account};

/// How many accounts a page of the list shows.
pub const PAGE: usize = 50;

row! {
    /// An account as the list shows it.
    #[derive(Clone, Debug)]
    pub struct Line {
        /// Which.
        pub id: AccountId,
        /// The name to greet.
        pub name: String,
        /// What is typed to sign in; the list is in its order.
        pub sign_in: String,
        /// 1 when a password was set.
        pub active: i64,
        /// When it was closed.
        pub closed: Option<Moment>,
        /// The last time it was seen, while the session is in force.
        pub seen: Option<Moment>,
    }
}

impl Line {
    /// The tone and the key of the badge.
    #[must_use]
    pub fn badge(&self) -> (&'static str, &'static str) {
        match (self.closed, self.active) {
            (Some(_), _) => ("quiet", "accounts-state-closed"),
            (None, 0) => ("wait", "accounts-state-waiting"),
            (None, _) => ("good", "accounts-state-active"),
        }
    }
}

/// What the list is asked for.
#[derive(Clone, Debug, Default)]
pub struct Asked {
    /// The beginning of a name or sign-in name.
    pub name: String,
    /// `waiting`, `active`, `closed`, or empty for all.
    pub state: String,
    /// The sign-in name after which the page begins.
    pub after: String,
}

impl Asked {
    /// What an address asks for.
    ///
    /// # Errors
    /// Beside `state` when there is no such state.
    pub fn read(name: String, state: String, after: String) -> Result<Self, Problem> {
        chosen("state", &state, |word| ["waiting", "active", "closed"].contains(&word).then_some(()))?;
        Ok(Self { name, state, after })
    }
}

/// Whose accounts somebody sees: those of their congresses, or everybody's for an operator.
#[must_use]
pub fn seen_by(actor: &Actor) -> Option<Vec<BodyId>> {
    let operator = actor.posts.iter().any(|post| post.duty == Duty::Operator);
    (!operator).then(|| actor.bodies(Right::AccountSee).collect())
}

/// Whether an account is among those somebody oversees; everybody's for `None`.
#[must_use]
pub fn sees(congresses: Option<&[BodyId]>, account: &Account) -> bool {
    congresses.is_none_or(|mine| account.congress.is_some_and(|congress| mine.contains(&congress)))
}

fn wanted(congresses: Option<&[BodyId]>, asked: &Asked) -> Sql {
    let mut sql = Sql::new(" where 1 = 1");
    if let Some(congresses) = congresses {
        sql = sql.add(" and a.congress in ").list(congresses.iter().copied());
    }
    sql = match asked.state.as_str() {
        "waiting" => sql.add(" and a.closed is null and a.password is null"),
        "active" => sql.add(" and a.closed is null and a.password is not null"),
        "closed" => sql.add(" and a.closed is not null"),
        _ => sql,
    };
    let name = crate::store::sign_in_name(&asked.name);
    if name.is_empty() {
        return sql;
    }
    // The sign-in name by its index; the name itself, which need not be the sign-in name, by looking.
    let past = format!("{name}\u{10FFFF}");
    let like = format!("{}%", asked.name.trim().replace('!', "!!").replace('%', "!%").replace('_', "!_"));
    sql.add(" and ((a.sign_in >= {} and a.sign_in < {}) or a.name like {} escape '!')").bind(name).bind(past).bind(like)
}

/// One page of accounts, and one more line when there is a next page.
pub async fn lines(ask: &mut impl Ask, congresses: Option<&[BodyId]>, asked: &Asked) -> Result<Vec<Line>, Fault> {
    let more = i64::try_from(PAGE + 1).unwrap_or(i64::MAX);
    let sql = Sql::new(
        "select a.id, a.name, a.sign_in, case when a.password is null then 0 else 1 end, a.closed, \
         (select max(v.seen) from visit v where v.account = a.id) from account a",
    )
    .join(wanted(congresses, asked))
    .add(" and a.sign_in > {} order by a.sign_in limit {}");
    ask.all(sql.bind(asked.after.as_str()).bind(more)).await
}

/// How many accounts fit.
pub async fn count(ask: &mut impl Ask, congresses: Option<&[BodyId]>, asked: &Asked) -> Result<i64, Fault> {
    let row: Option<(i64,)> =
        ask.one(Sql::new("select count(*) from account a").join(wanted(congresses, asked))).await?;
    Ok(row.map_or(0, |(count,)| count))
}

/// A post in words.
#[derive(Clone, Debug)]
pub struct PostLine {
    /// Which, when it was issued; a deputy's follows from the mandate and has none.
    pub id: Option<Uuid>,
    /// 代表, 经办人 …
    pub duty: String,
    /// The body's name.
    pub body: String,
    /// From which day.
    pub since: Option<Day>,
    /// The last day.
    pub until: Option<Day>,
    /// Whether it is in force today.
    pub now: bool,
}

impl PostLine {
    /// A post that was issued.
    #[must_use]
    pub fn of(v: &View, post: HeldPost, today: Day) -> Self {
        Self {
            id: Some(post.id),
            duty: duty_words(v, &post.duty),
            body: post.body_name.unwrap_or_default(),
            now: post.since <= today && post.until.is_none_or(|until| until >= today),
            since: Some(post.since),
            until: post.until,
        }
    }
}

/// A duty in the reader's language.
#[must_use]
pub fn duty_words(v: &View, duty: &str) -> String {
    let key = match duty.parse() {
        Ok(Duty::Deputy) => "accounts-duty-deputy",
        Ok(Duty::NationalDeputy) => "accounts-duty-national-deputy",
        Ok(Duty::Clerk) => "accounts-duty-clerk",
        Ok(Duty::Chief) => "accounts-duty-chief",
        Ok(Duty::Leader) => "accounts-duty-leader",
        Ok(Duty::Street) => "accounts-duty-street",
        Ok(Duty::Transfer) => "accounts-duty-transfer",
        Ok(Duty::UnitClerk) => "accounts-duty-unit-clerk",
        Ok(Duty::UnitHead) => "accounts-duty-unit-head",
        Ok(Duty::Keeper) => "accounts-duty-keeper",
        Ok(Duty::Operator) => "accounts-duty-operator",
        Err(_) => return duty.to_owned(),
    };
    v.t(key).into_owned()
}

/// The mandates in force of a person, as posts in words.
pub async fn deputy_lines(ask: &mut impl Ask, v: &View, person: Option<PersonId>) -> Result<Vec<PostLine>, Fault> {
    let Some(person) = person else { return Ok(Vec::new()) };
    let sql = Sql::new(
        "select b.name, b.level from v_person p join v_mandate m on m.person = coalesce(p.merged_into, p.id) and m.in_office = 1 \
         join v_body b on b.id = m.congress where p.id = {} \
         order by case b.level when 'nation' then 0 else length(b.area) end, b.name",
    );
    let rows: Vec<(String, String)> = ask.all(sql.bind(person)).await?;
    let duty = |level: &str| duty_words(v, Duty::of_mandate(level).as_str());
    let line = |(body, level): (String, String)| PostLine {
        id: None,
        duty: duty(&level),
        body,
        since: None,
        until: None,
        now: true,
    };
    Ok(rows.into_iter().map(line).collect())
}

/// Whether there is anything to show on the page of acting: orders to act, or orders the deputy gave.
pub async fn concerns_acting(ask: &mut impl Ask, account: &Account, today: Day) -> Result<bool, Fault> {
    let sql = Sql::new("select 1 from acting where ended is null and until >= {} and (account = {}");
    let sql = sql.bind(today).bind(account.id);
    let sql = match account.person {
        Some(person) => sql.add(" or deputy = {}) limit 1").bind(person),
        None => sql.add(") limit 1"),
    };
    let row: Option<(i64,)> = ask.one(sql).await?;
    Ok(row.is_some())
}

/// The bodies of a congress, or of an area, in which posts are issued: identity, kind, name.
pub async fn bodies(
    ask: &mut impl Ask,
    congress: Option<BodyId>,
    area: &str,
) -> Result<Vec<(BodyId, String, String)>, Fault> {
    let sql =
        Sql::new("select id, kind, name from v_body where closed is null and kind not in ('delegation', 'group') and ");
    let sql = match congress {
        Some(congress) => sql.add("congress = {}").bind(congress),
        None => sql.add("area = {}").bind(area),
    };
    ask.all(sql.add(" order by kind, name, id")).await
}

/// The deputies of a congress, for choosing one.
pub async fn deputies(ask: &mut impl Ask, congress: BodyId) -> Result<Vec<(PersonId, String)>, Fault> {
    let sql = Sql::new(
        "select p.id, p.name from v_mandate m join v_person p on p.id = m.person \
         where m.congress = {} and m.in_office = 1 order by p.pinyin, p.id",
    );
    ask.all(sql.bind(congress)).await
}
