//! 批量交办: everything that lies to be assigned with the office, or with a transfer office, each row with its units.

use roster_views::{body_name, congresses};
use std::collections::BTreeMap;

use accounts_rules::{Actor, Right};
use askama::Template;
use axum::{
    Extension,
    extract::{Query, State},
    http::StatusCode,
    response::Response,
};
use kernel::{BodyId, Refusal as Family, Refused};
use kit::{
    Problem, Site, View,
    web::{Form, Wrong, done, page_with},
};
use serde::Deserialize;
use suggestions_rules::SuggestionId;

use super::{
    hinted::hinted,
    units::{loaded, named, offices, units},
};
use crate::{
    desk::{
        assign::Plan,
        bulk::{Answers, assign_all},
        route::route,
    },
    queries::{self, Line},
};

/// Most suggestions on the list; who has more hands these over first, or sends a table.
const MOST: u16 = 500;
/// Rows of a page: each has its units to choose from and asks the index for its likeliest.
const ROWS: usize = 40;

#[derive(Template)]
#[template(path = "suggestions/assigning.html")]
struct Many<'a> {
    v: &'a View,
    f: &'a Form,
    place: Place,
    name: String,
    lines: Vec<(Line, String)>,
    total: usize,
    units: Vec<(String, String)>,
    /// The transfer offices to which the office may hand rows instead.
    offices: Vec<(String, String)>,
    refused: Vec<(String, String)>,
    /// The likeliest units of each row.
    hints: BTreeMap<SuggestionId, String>,
    /// The row it begins with, and where the first and the next rows are.
    from: usize,
    first: Option<String>,
    next: Option<String>,
}

/// Whose list: the congress's own, or a transfer office's of it.
#[derive(Clone, Copy, Debug, Deserialize)]
pub struct Wanted {
    congress: Option<BodyId>,
    office: Option<BodyId>,
    /// The row the page begins with.
    #[serde(default)]
    from: usize,
}

/// Where one hands over.
#[derive(Clone, Copy, Debug)]
pub struct Place {
    /// The congress.
    pub congress: BodyId,
    /// Its transfer office, where it is that one's list.
    pub office: Option<BodyId>,
}

impl Wanted {
    /// Whichever the actor has.
    pub const ANY: Self = Self { congress: None, office: None, from: 0 };
}

impl Place {
    /// The list asked for, or the first the actor has: as a clerk the congress's, else the transfer office's.
    ///
    /// # Errors
    /// When nobody is signed in, or the actor has none or not that one.
    pub async fn of(site: &Site, actor: &Actor, wanted: Wanted) -> Result<Self, Problem> {
        if !actor.signed_in() {
            return Err(Problem::SignIn);
        }
        let divides = |office: BodyId| actor.may(Right::SuggestionDivide, office).is_ok();
        let office = actor.posts.iter().find(|post| {
            post.carries(Right::SuggestionDivide)
                && divides(post.body)
                && wanted.office.is_none_or(|office| office == post.body)
                && wanted.congress.is_none_or(|congress| congress == post.congress)
        });
        let own = congresses(&mut site.db(), actor, Right::SuggestionAssign).await?;
        let first = own.first().map(|congress| congress.id).filter(|_| wanted.office.is_none());
        match (wanted.congress, first, office) {
            (_, _, Some(post)) if wanted.office.is_some() || first.is_none() => {
                Ok(Self { congress: post.congress, office: Some(post.body) })
            }
            (Some(congress), ..) => {
                actor.may(Right::SuggestionAssign, congress)?;
                Ok(Self { congress, office: None })
            }
            (None, Some(congress), _) => Ok(Self { congress, office: None }),
            (None, None, _) => Err(Problem::missing()),
        }
    }

    /// The list of a body: of a transfer office that the actor divides for, else of a congress.
    ///
    /// # Errors
    /// As [`Place::of`].
    pub async fn of_body(site: &Site, actor: &Actor, body: BodyId) -> Result<Self, Problem> {
        let office = actor.may(Right::SuggestionDivide, body).is_ok();
        let wanted = if office { (None, Some(body)) } else { (Some(body), None) };
        Self::of(site, actor, Wanted { congress: wanted.0, office: wanted.1, from: 0 }).await
    }

    /// The body whose list it is.
    pub fn body(self) -> BodyId {
        self.office.unwrap_or(self.congress)
    }

    /// The address of the table to fill in.
    pub fn table(self) -> String {
        format!("/suggestions/assigning/{}/table", self.body())
    }

    /// Where filled-in tables are sent.
    pub fn imports(self) -> String {
        format!("/suggestions/assigning/{}/imports", self.body())
    }

    /// The address of the list.
    pub fn address(self) -> String {
        match self.office {
            Some(office) => format!("/suggestions/assigning?office={office}"),
            None => format!("/suggestions/assigning?congress={}", self.congress),
        }
    }
}

pub async fn many(
    State(site): State<Site>,
    Extension(actor): Extension<Actor>,
    Query(wanted): Query<Wanted>,
    v: View,
) -> Result<Response, Problem> {
    let place = Place::of(&site, &actor, wanted).await?;
    many_page(&site, &v, &Form::blank(&v), (place, wanted.from), vec![]).await
}

/// Each row names its first unit and, if any, others, which give it their opinions or answer for themselves (分办); rows without a unit are left alone. With `then=route` the rows ticked
/// go to a transfer office instead.
pub async fn hand_over(
    State(site): State<Site>,
    Extension(actor): Extension<Actor>,
    v: View,
    mut form: Form,
) -> Result<Response, Problem> {
    let from = form.value("from").parse().unwrap_or(0);
    let (congress, office) = (form.value("congress").parse().ok(), form.value("office").parse().ok());
    let wanted = Wanted { congress, office, from };
    let place = Place::of(&site, &actor, wanted).await?;
    let answers = match form.value("then") {
        "route" => routed(&site, &actor, &mut form).await?,
        _ => assigned(&site, &actor, &mut form).await?,
    };
    let Some(answers) = answers else { return many_page(&site, &v, &form, (place, from), vec![]).await };
    let refused: Vec<(SuggestionId, String)> = answers
        .into_iter()
        .filter_map(|(id, answer)| Some((id, v.language.refusal(&answer.err()?).into_owned())))
        .collect();
    if refused.is_empty() {
        return Ok(done(&place.address(), "suggestions-flash-handed-over"));
    }
    many_page(&site, &v, &form, (place, from), refused).await
}

async fn assigned(site: &Site, actor: &Actor, form: &mut Form) -> Result<Option<Answers>, Problem> {
    let Some(ids) = form.ticked::<SuggestionId>("id") else { return Ok(None) };
    let rows: Vec<_> = ids.into_iter().filter_map(|id| Some((id, row_plan(form, id)?))).collect();
    if rows.is_empty() {
        form.refuse("id", Wrong::new("suggestions-wrong-no-unit-chosen"));
        return Ok(None);
    }
    let (mut plans, mut answers): (Vec<_>, Answers) = (vec![], vec![]);
    for (id, plan) in rows {
        match plan {
            Ok(plan) => plans.push((id, plan)),
            Err(why) => answers.push((id, Err(why))),
        }
    }
    answers.extend(assign_all(site, actor, plans).await?);
    Ok(Some(answers))
}

/// The rows ticked go to the office chosen, one after the other; those that cannot say why.
async fn routed(site: &Site, actor: &Actor, form: &mut Form) -> Result<Option<Answers>, Problem> {
    let Some(ids) = form.ticked::<SuggestionId>("route") else { return Ok(None) };
    let Some(to) = form.choice("to", |raw| raw.parse().ok()) else { return Ok(None) };
    if ids.is_empty() {
        form.refuse("to", Wrong::new("suggestions-wrong-none-ticked"));
        return Ok(None);
    }
    let mut answers = Vec::with_capacity(ids.len());
    for id in ids {
        match route(site, actor, id, to).await {
            Ok(_) => answers.push((id, Ok(()))),
            Err(Problem::Refused(refused)) => answers.push((id, Err(refused))),
            Err(other) => return Err(other),
        }
    }
    Ok(Some(answers))
}

/// The plan of a row, or what it lacks; nothing where the row was left alone.
fn row_plan(form: &Form, id: SuggestionId) -> Option<Result<Plan, Refused>> {
    let (lead, others) = (format!("lead-{id}"), format!("co-{id}"));
    let (lead, others) = (form.value(&lead), form.values(&others).filter(|raw| !raw.is_empty()));
    let others: Vec<&str> = others.filter(|raw| *raw != lead).collect();
    if lead.is_empty() && others.is_empty() {
        return None;
    }
    if lead.is_empty() {
        return Some(Err(Refused::new(Family::Unfit, "suggestions-refused-no-lead")));
    }
    let named: Vec<BodyId> = std::iter::once(&lead).chain(&others).filter_map(|raw| raw.parse().ok()).collect();
    let Some((lead, co)) = named.split_first().filter(|_| named.len() == 1 + others.len()) else {
        let lost = 1 + others.len() - named.len();
        return Some(Err(Refused::new(Family::Unfit, "suggestions-refused-not-units").with("count", lost)));
    };
    Some(Ok(match form.value(&format!("way-{id}")) {
        // With nobody beside it the rule says what is missing, under the row's title.
        "separate" => Plan::Separate(named.clone()),
        _ if co.is_empty() => Plan::Sole(*lead),
        _ => Plan::Joint { lead: *lead, co: co.to_vec() },
    }))
}

async fn many_page(
    site: &Site,
    v: &View,
    f: &Form,
    (place, from): (Place, usize),
    refused: Vec<(SuggestionId, String)>,
) -> Result<Response, Problem> {
    let all = queries::to_assign(&mut site.db(), place.congress, place.office, MOST).await?;
    let book = queries::book_of(site, place.congress).await?;
    let category = |code: &str| book.name_of("category", code).to_owned();
    let title = |id| all.iter().find(|line| line.id == id).map(|line| line.title.clone());
    let refused = refused.into_iter().map(|(id, why)| (title(id).unwrap_or_default(), why)).collect();
    let total = all.len();
    let lines: Vec<Line> = all.into_iter().skip(from).take(ROWS).collect();
    let next = from.saturating_add(ROWS);
    let offices = if place.office.is_none() { offices(site.db(), place.congress).await? } else { vec![] };
    let template = Many {
        v,
        f,
        place,
        name: body_name(&mut site.db(), place.office.unwrap_or(place.congress)).await?,
        refused,
        hints: hinted(site, &lines).await?,
        total,
        from,
        first: (from > 0).then(|| place.address()),
        next: (next < total).then(|| format!("{}&from={next}", place.address())),
        units: loaded(site, v, place.congress, units(site.db(), place.congress).await?).await?,
        offices: named(offices),
        lines: lines
            .into_iter()
            .map(|line| (category(&line.category), line))
            .map(|(name, line)| (line, name))
            .collect(),
    };
    let status = if f.has_errors() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    Ok(page_with(status, &template))
}
