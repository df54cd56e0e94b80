//! The accounts of an office: list, and the form for another.

use accounts_rules::{Actor, Duty, Phone, Right};
use askama::Template;
use axum::{
    Extension,
    extract::{Query, State},
    response::Response,
};
use kernel::{AccountId, BodyId, Text};
use kit::{
    Problem, Site, View,
    web::{Form, Wrong, page},
};
use serde::Deserialize;

use super::{said, slips, unfit};
use crate::{
    activation,
    authority::NO_BODY,
    issue::{self, Made, Order},
    posts::PostOrder,
    queries::{self, Asked, Line, PAGE},
};

#[derive(Template)]
#[template(path = "accounts.html")]
struct List<'a> {
    v: &'a View,
    asked: &'a Asked,
    states: Vec<(&'static str, String)>,
    lines: Vec<Line>,
    total: i64,
    first: Option<String>,
    next: Option<String>,
    deputies: bool,
}

#[derive(Template)]
#[template(path = "accounts_new.html")]
struct New<'a> {
    v: &'a View,
    f: &'a Form,
    refusal: Option<String>,
    duties: Vec<(String, String)>,
    bodies: Vec<(String, String)>,
    everywhere: bool,
}

/// The filters, as they stand in the address.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct Filters {
    name: String,
    state: String,
    after: String,
}

/// The list.
///
/// # Errors
/// Refused to those who answer for no accounts.
pub async fn list(
    State(site): State<Site>,
    v: View,
    Extension(actor): Extension<Actor>,
    Query(filters): Query<Filters>,
) -> Result<Response, Problem> {
    let congresses = overseen(&actor)?;
    let asked = Asked::read(filters.name, filters.state, filters.after)?;
    let mut lines = queries::lines(&mut site.db(), congresses.as_deref(), &asked).await?;
    let total = queries::count(&mut site.db(), congresses.as_deref(), &asked).await?;
    let more = lines.len() > PAGE;
    lines.truncate(PAGE);
    let next = lines.last().filter(|_| more).map(|line| address(&asked, &line.sign_in));
    let first = (!asked.after.is_empty()).then(|| address(&asked, ""));
    let words = |state: &'static str, key| (state, v.t(key).into_owned());
    let states = vec![
        words("waiting", "accounts-state-waiting"),
        words("active", "accounts-state-active"),
        words("closed", "accounts-state-closed"),
    ];
    let deputies = actor.bodies(Right::AccountIssue).any(|congress| congress != NO_BODY);
    Ok(page(&List { v: &v, asked: &asked, states, lines, total, first, next, deputies }))
}

fn address(asked: &Asked, after: &str) -> String {
    let mut pairs = form_urlencoded::Serializer::new(String::new());
    for (name, value) in [("name", asked.name.as_str()), ("state", asked.state.as_str()), ("after", after)] {
        if !value.is_empty() {
            pairs.append_pair(name, value);
        }
    }
    format!("/accounts?{}", pairs.finish())
}

/// Whose accounts the actor sees; everybody's is `None`.
pub(crate) fn overseen(actor: &Actor) -> Result<Option<Vec<BodyId>>, Problem> {
    super::own_account(actor)?;
    if !actor.holds(Right::AccountSee) {
        return Err(accounts_rules::NotAllowed::NoPost.refused(Right::AccountSee).into());
    }
    Ok(queries::seen_by(actor))
}

/// In which area an operator opens an account.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct Where {
    area: String,
}

/// The form for a new account.
///
/// # Errors
/// Refused to those who may open none.
pub async fn new(
    State(site): State<Site>,
    v: View,
    Extension(actor): Extension<Actor>,
    Query(place): Query<Where>,
) -> Result<Response, Problem> {
    let f = Form::blank(&v).with("since", site.today()).with("area", place.area);
    new_page(&site, &v, &actor, &f, None).await
}

async fn new_page(
    site: &Site,
    v: &View,
    actor: &Actor,
    f: &Form,
    refusal: Option<String>,
) -> Result<Response, Problem> {
    let congresses = overseen(actor)?;
    let everywhere = congresses.is_none();
    let bodies = offered(site, congresses, f.value("area")).await?;
    Ok(page(&New { v, f, refusal, duties: duties(v, actor), bodies, everywhere }))
}

/// The bodies in which posts can be given: those of the actor's congresses, or of the area an operator named.
pub(super) async fn offered(
    site: &Site,
    congresses: Option<Vec<BodyId>>,
    area: &str,
) -> Result<Vec<(String, String)>, Problem> {
    let mut bodies = Vec::new();
    match congresses {
        None => bodies.extend(queries::bodies(&mut site.db(), None, area).await?),
        Some(congresses) => {
            for congress in congresses {
                bodies.extend(queries::bodies(&mut site.db(), Some(congress), "").await?);
            }
        }
    }
    Ok(bodies.into_iter().map(|(id, _, name)| (id.to_string(), name)).collect())
}

/// The duties the actor can give, in words.
pub(super) fn duties(v: &View, actor: &Actor) -> Vec<(String, String)> {
    let may = |duty: &Duty| duty.issued() && actor.holds(duty.issuing_right());
    let words = |duty: Duty| (duty.as_str().to_owned(), queries::duty_words(v, duty.as_str()));
    Duty::ALL.into_iter().filter(may).map(words).collect()
}

/// Opens an account and shows its slip.
///
/// # Errors
/// What is wrong is said beside the fields, a refusal above the form.
pub async fn create(
    State(site): State<Site>,
    v: View,
    Extension(actor): Extension<Actor>,
    mut f: Form,
) -> Result<Response, Problem> {
    overseen(&actor)?;
    let order = order(&site, &mut f).await?;
    let Some(order) = order.filter(|_| !f.has_errors()) else {
        return Ok(unfit(new_page(&site, &v, &actor, &f, None).await?));
    };
    match opened(&site, &actor, order, &f).await {
        Ok(slip) => slips::sheet(&site, &v, vec![slip], 0, 0),
        Err(problem) => {
            let refusal = Some(said(&v, problem)?);
            Ok(unfit(new_page(&site, &v, &actor, &f, refusal).await?))
        }
    }
}

/// Opens it. Pressed twice, the browser shows the second answer alone: the one account gets another code, and the unread one is void.
async fn opened(site: &Site, actor: &Actor, order: Order, f: &Form) -> Result<activation::Slip, Problem> {
    match issue::open_once(site, actor, order, &f.once("/accounts")?).await? {
        Made::Now(slip) => Ok(slip),
        Made::Before(account) => activation::issue_code(site, actor, AccountId::from_uuid(account)).await,
    }
}

async fn order(site: &Site, f: &mut Form) -> Result<Option<Order>, Problem> {
    let (name, sign_in): (Option<Text<40>>, Option<Text<40>>) = (f.take("name"), f.maybe("sign_in"));
    let phone = read_phone(f);
    let post = read_post(f);
    let (Some(name), Some(post)) = (name, post) else { return Ok(None) };
    let congress = if post.duty == Duty::Operator {
        None
    } else {
        let sql = kit::db::Sql::new("select congress from v_body where id = {}").bind(post.body);
        let row: Option<(BodyId,)> = site.db().one(sql).await?;
        Some(row.ok_or_else(Problem::missing)?.0)
    };
    Ok(Some(Order { name, sign_in, phone, person: None, congress, posts: vec![post] }))
}

/// Reads a mobile number that may be left out; what is wrong stands beside it.
pub(super) fn read_phone(f: &mut Form) -> Option<Phone> {
    let typed: String = f.maybe("phone")?;
    let phone = Phone::parse(&typed).ok();
    if phone.is_none() {
        f.refuse("phone", Wrong::new("accounts-phone-unreadable"));
    }
    phone
}

/// Reads the fields of a post; what is wrong stands beside them.
pub(super) fn read_post(f: &mut Form) -> Option<PostOrder> {
    let duty: Option<Duty> = f.choice("duty", |text| text.parse().ok().filter(|duty: &Duty| duty.issued()));
    let body = if duty == Some(Duty::Operator) { Some(NO_BODY) } else { f.take("body") };
    let (since, until) = (f.take("since"), f.maybe("until"));
    if let (Some(since), Some(until)) = (since, until)
        && until < since
    {
        f.refuse("until", Wrong::new("accounts-post-dates"));
    }
    Some(PostOrder { duty: duty?, body: body?, since: since?, until })
}
