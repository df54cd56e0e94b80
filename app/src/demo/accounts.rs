//! One account for each kind of user, and an account not yet activated for everybody else who acts in the demonstration.

use accounts::{secret, store::By, tokens};
use accounts_rules::{Duty, Password};
use kernel::{AccountId, BodyId, Id, PersonId, Text};
use kit::{
    Fault, Site,
    db::{Db, Sql, Tx, Val},
};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::{
    Progress, Wanted,
    world::{Congress, Unit, World, repeatable},
};

/// How long a token of the demonstration is good.
const TOKEN_DAYS: i32 = 366;
const ACCOUNT: &[&str] = &["id", "person", "name", "sign_in", "phone", "password", "congress", "made", "version"];
const POST: &[&str] = &["id", "account", "duty", "body", "congress", "area", "since", "until", "version"];

/// The accounts a person or a script can use, in the order a demonstration shows them.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Accounts {
    /// The congress they belong to: 桃源县.
    pub congress: String,
    /// The accounts.
    pub accounts: Vec<Account>,
}

/// One account.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Account {
    /// What its owner is: `deputy`, `unit_clerk`.
    pub duty: String,
    /// The owner's name.
    pub name: String,
    /// The body the post is in.
    pub body: String,
    /// The name to sign in with.
    pub sign_in: String,
    /// The password, made for this demonstration.
    pub password: String,
    /// What goes behind `Authorization: Bearer`.
    pub token: String,
}

/// One account to be made, with the post it begins with.
struct Plan {
    duty: Duty,
    sign_in: &'static str,
    id: AccountId,
    person: Option<PersonId>,
    name: String,
    /// Body, its name and its area.
    body: (BodyId, String, String),
}

/// Makes the accounts.
pub async fn fill(
    site: &Site,
    world: &World,
    wanted: Wanted,
    progress: &mut impl FnMut(Progress),
) -> Result<Accounts, Fault> {
    progress(Progress { what: "accounts", done: 0, of: 2 });
    let plans = plans(site.db(), world).await?;
    let secrets = match wanted.seed {
        Some(seed) => repeatable(site, seed, world.now)?,
        None => site.clone(),
    };
    let mut tx = site.db().begin().await?;
    others(&mut tx, world, &plans).await?;
    tx.commit().await?;
    progress(Progress { what: "accounts", done: 1, of: 2 });
    let mut accounts = Vec::new();
    let keepers: Vec<(AccountId, Duty)> =
        plans.iter().filter(|it| matches!(it.duty, Duty::Clerk | Duty::Chief)).map(|it| (it.id, it.duty)).collect();
    for plan in plans {
        accounts.push(open(site.db(), &secrets, world, plan).await?);
    }
    keep_national(site.db(), world, keepers).await?;
    progress(Progress { what: "accounts", done: 2, of: 2 });
    Ok(Accounts { congress: world.top()?.name.clone(), accounts })
}

async fn open(db: &Db, secrets: &Site, world: &World, plan: Plan) -> Result<Account, Fault> {
    let password = secret::code(secrets).to_string();
    let parsed = Password::parse(&password, &[]).map_err(|_| Fault::new("a generated password was not taken"))?;
    let sealed = secret::seal(secrets, parsed).await?;
    let mut tx = db.begin().await?;
    let top = world.top()?;
    let congress = (plan.duty != Duty::Operator).then_some(top.body);
    let row = account(plan.id, plan.person, &plan.name, plan.sign_in.to_owned(), Some(sealed), congress, world);
    tx.bulk("account", ACCOUNT, [row]).await?;
    if plan.duty.issued() {
        let row = post(world, plan.id, plan.duty, (plan.body.0, &plan.body.2), congress.unwrap_or(nil()));
        tx.bulk("post", POST, [row]).await?;
    }
    let name = Text::parse("demonstration").map_err(|_| Fault::new("the token's name was not taken"))?;
    let issued = tokens::issued(&mut tx, secrets, By::SHELL, (plan.id, &name), TOKEN_DAYS).await?;
    tx.commit().await?;
    Ok(Account {
        duty: plan.duty.as_str().to_owned(),
        name: plan.name,
        body: plan.body.1,
        sign_in: plan.sign_in.to_owned(),
        password,
        token: issued.text,
    })
}

/// Who is wanted, in the highest congress.
async fn plans(db: &Db, world: &World) -> Result<Vec<Plan>, Fault> {
    let top = world.top()?;
    let mut plans = Vec::new();
    for (nth, sign_in) in ["deputy", "deputy2"].into_iter().enumerate() {
        let deputy = top.deputies.get(nth).and_then(|at| world.people.get(*at));
        let deputy = deputy.ok_or_else(|| Fault::new("the highest congress has no deputies"))?;
        let body = (top.body, format!("{}人民代表大会", top.name), top.area.to_string());
        let (id, person, name) = (deputy.account, Some(deputy.person), deputy.name.clone());
        plans.push(Plan { duty: Duty::Deputy, sign_in, id, person, name, body });
    }
    plans.extend(national(world));
    let staff = |duty: Duty, sign_in, id, body: BodyId, called: String, area: &str| {
        let name = name_of(world, sign_in);
        Plan { duty, sign_in, id, person: None, name, body: (body, called, area.to_owned()) }
    };
    let office = body_name(db, top.office).await?;
    let committee = body_name(db, top.committee).await?;
    let area = top.area.as_str();
    let id = |kind: &str| world.id(kind, 0, world.now);
    plans.push(staff(Duty::Clerk, "clerk", top.clerk, top.office, office.clone(), area));
    plans.push(staff(Duty::Chief, "chief", id("chief"), top.office, office, area));
    plans.push(staff(Duty::Leader, "leader", id("leader"), top.committee, committee, area));
    if let Some(unit) = transfer(top) {
        plans.push(staff(Duty::Transfer, "transfer", id("transfer"), unit.id, unit.name.clone(), unit.area.as_str()));
    }
    if let Some(unit) = shown_unit(top) {
        plans.push(staff(
            Duty::UnitClerk,
            "unit_clerk",
            id("unit-clerk"),
            unit.id,
            unit.name.clone(),
            unit.area.as_str(),
        ));
        plans.push(staff(Duty::UnitHead, "unit_head", unit.head, unit.id, unit.name.clone(), unit.area.as_str()));
    }
    if let Some((body, name, street)) = street(db, top).await? {
        plans.push(staff(Duty::Street, "street", id("street"), body, name, &street));
    }
    if !world.gathered {
        let station = stations_rules::body_of(super::stations::first(world));
        plans.push(staff(Duty::Keeper, "keeper", id("keeper"), station, "代表联络站".to_owned(), area));
    }
    plans.push(staff(Duty::Operator, "operator", id("operator"), nil(), String::new(), "00"));
    Ok(plans)
}

/// Where the demonstration is the province, its office keeps in touch with the national deputies too.
async fn keep_national(db: &Db, world: &World, keepers: Vec<(AccountId, Duty)>) -> Result<(), Fault> {
    let congress = world.above.iter().find(|congress| congress.national);
    let Some(congress) = congress.filter(|congress| world.top().is_ok_and(|top| top.area == congress.area)) else {
        return Ok(());
    };
    let rows = keepers.into_iter().map(|(account, duty)| {
        let since = world.today.plus_days(-400);
        let id: Id<Uuid> = world.id("national-post", account.uuid().as_u128() as u64, world.now);
        let (body, area) = (congress.office, congress.area.as_str());
        let held = [id.into(), account.into(), duty.as_str().into(), body.into(), congress.body.into(), area.into()];
        held.into_iter().chain([since.into(), Val::Null, 1i64.into()]).collect::<Vec<Val>>()
    });
    let mut tx = db.begin().await?;
    tx.bulk("post", POST, rows.collect::<Vec<_>>()).await?;
    tx.commit().await
}

/// A deputy of the national congress, who serves the same villages and hands nothing in here.
fn national(world: &World) -> Option<Plan> {
    let congress = world.above.iter().find(|congress| congress.national)?;
    // Those who sit in a congress below as well come first; the last sits nowhere else where there are others.
    let deputy = congress.deputies.last().and_then(|at| world.people.get(*at))?;
    let body = (congress.body, "全国人民代表大会".to_owned(), congress.area.to_string());
    let (id, person, name) = (deputy.account, Some(deputy.person), deputy.name.clone());
    Some(Plan { duty: Duty::NationalDeputy, sign_in: "national", id, person, name, body })
}

/// The first street whose work committee serves the congress; towns have none.
async fn street(db: &Db, top: &Congress) -> Result<Option<(BodyId, String, String)>, Fault> {
    let sql = Sql::new("select id, name, area from v_body where kind = 'work_committee' and congress = {}");
    db.one(sql.bind(top.body).add(" order by area, id limit 1")).await
}

/// The government's office that splits its share; in a town, which has none, the government itself.
pub fn transfer(top: &Congress) -> Option<&Unit> {
    let office = top.units.iter().find(|unit| unit.transfer && unit.area == top.area);
    office.or_else(|| top.taker.get("government").and_then(|at| top.units.get(*at)))
}

/// The unit whose clerk and head the demonstration shows: roads are what deputies write about most.
pub(super) fn shown_unit(top: &Congress) -> Option<&Unit> {
    let key = if top.area.level() == kernel::Level::Township { "government" } else { "transport" };
    top.taker.get(key).and_then(|at| top.units.get(*at))
}

async fn body_name(db: &Db, body: BodyId) -> Result<String, Fault> {
    let row = db.one::<(String,)>(Sql::new("select name from v_body where id = {}").bind(body)).await?;
    Ok(row.map(|(name,)| name).unwrap_or_default())
}

/// Accounts without a password for every other deputy, unit head and clerk: facts and signatures name them.
async fn others(tx: &mut Tx, world: &World, plans: &[Plan]) -> Result<(), Fault> {
    let taken = |id: AccountId| plans.iter().any(|plan| plan.id == id);
    let deputies = world.people.iter().enumerate().filter(|(_, deputy)| !taken(deputy.account));
    let rows = deputies.map(|(nth, deputy)| {
        account(deputy.account, Some(deputy.person), &deputy.name, format!("d{nth:06}"), None, None, world)
    });
    tx.bulk("account", ACCOUNT, rows.collect::<Vec<_>>()).await?;
    let (mut accounts, mut posts) = (Vec::new(), Vec::new());
    let mut seen = std::collections::HashSet::new();
    for congress in world.congresses.iter().chain(&world.above) {
        let area = congress.area.as_str();
        let heads = congress.units.iter().map(|unit| (unit.head, Duty::UnitHead, unit.id, unit.area.as_str(), "u"));
        let all = heads.chain([(congress.clerk, Duty::Clerk, congress.office, area, "c")]);
        for (id, duty, body, area, letter) in all {
            if taken(id) || !seen.insert(id) {
                continue;
            }
            let sign_in = format!("{letter}{:06}", seen.len());
            let name = name_of(world, &sign_in);
            accounts.push(account(id, None, &name, sign_in, None, Some(congress.body), world));
            posts.push(post(world, id, duty, (body, area), congress.body));
        }
    }
    tx.bulk("account", ACCOUNT, accounts).await?;
    tx.bulk("post", POST, posts).await?;
    Ok(())
}

fn account(
    id: AccountId,
    person: Option<PersonId>,
    name: &str,
    sign_in: String,
    password: Option<String>,
    congress: Option<BodyId>,
    world: &World,
) -> Vec<Val> {
    let made = world.now;
    vec![
        id.into(),
        person.into(),
        name.into(),
        sign_in.into(),
        Val::Null,
        password.into(),
        congress.into(),
        made.into(),
        1i64.into(),
    ]
}

fn post(world: &World, account: AccountId, duty: Duty, (body, area): (BodyId, &str), congress: BodyId) -> Vec<Val> {
    let low = account.uuid().as_u128() as u64;
    let id: Id<Uuid> = world.id("post", low, world.now);
    vec![
        id.into(),
        account.into(),
        duty.as_str().into(),
        body.into(),
        congress.into(),
        area.into(),
        world.today.plus_days(-400).into(),
        Val::Null,
        1i64.into(),
    ]
}

pub(super) fn name_of(world: &World, sign_in: &str) -> String {
    let mut chance = demo::Chance::of(world.seed, sign_in, 0);
    let gender = if chance.hits(4, 10) { demo::Gender::Female } else { demo::Gender::Male };
    demo::full_name(&mut chance, gender, 42)
}

fn nil() -> BodyId {
    BodyId::from_uuid(Uuid::nil())
}
