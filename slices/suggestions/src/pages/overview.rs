//! The true state of a congress's suggestions in one look; each number opens the cases behind it.

use accounts_rules::{Actor, Right};
use askama::Template;
use axum::{
    Extension,
    extract::{Query, State},
    response::Response,
};
use kernel::BodyId;
use kit::{
    Fault, Problem, Site, View,
    charts::{Chart, Shape, Table},
    web::page,
};
use roster_views::congresses;
use serde::Deserialize;
use suggestions_rules::{RuleBook, SessionId};

use super::names;
use crate::{
    queries::{self, AwaitedCount, Count, Session, UnitLoad, Whose},
    wanted::STAGES,
};

/// A picture with its numbers.
struct Drawn {
    svg: String,
    table: Table,
}

impl Drawn {
    fn of(chart: &Chart, v: &View) -> Result<Self, Fault> {
        Ok(Self { svg: chart.svg(v.language)?, table: chart.table() })
    }
}

#[derive(Template)]
#[template(path = "suggestions/overview.html")]
struct Overview<'a> {
    v: &'a View,
    name: String,
    body: BodyId,
    total: i64,
    open: i64,
    closed: i64,
    overdue: i64,
    stages: Drawn,
    categories: Drawn,
    /// How they ended: for the congress's own office and leaders, who read words before the window closes.
    outcomes: Option<Drawn>,
    awaited: Vec<(String, AwaitedCount)>,
    loads: Vec<UnitLoad>,
    /// The sessions before the present one, whose task lists can be had still.
    sessions: Vec<Session>,
    /// The present session, where this visitor numbers its notices of assignment.
    numbers: Option<SessionId>,
    /// The units whose notice of assignment this visitor can have.
    given: Vec<BodyId>,
}

/// Which congress.
#[derive(Deserialize)]
pub struct Wanted {
    congress: Option<BodyId>,
}

pub async fn show(
    State(site): State<Site>,
    Extension(actor): Extension<Actor>,
    Query(wanted): Query<Wanted>,
    v: View,
) -> Result<Response, Problem> {
    if !actor.signed_in() {
        return Err(Problem::SignIn);
    }
    let own = congresses(&mut site.db(), &actor, Right::SuggestionSums).await?;
    let body = wanted.congress.or_else(|| own.first().map(|one| one.id)).ok_or_else(Problem::missing)?;
    actor.may(Right::SuggestionSums, body)?;
    let (mut db, today) = (site.db(), site.today());
    let counts = queries::counts(&mut db, body, None).await?;
    let book = queries::book_of(&site, body).await?;
    let whose = Whose::of_congress(&actor, body);
    let awaited = queries::awaited(&mut db, whose, today).await?;
    let template = Overview {
        name: own.iter().find(|one| one.id == body).map(|one| one.name.clone()).unwrap_or_default(),
        body,
        total: sum(&counts, |_| true),
        open: sum(&counts, |c| !matches!(c.stage.as_str(), "refused" | "closed" | "withdrawn")),
        closed: sum(&counts, |c| c.stage == "closed"),
        overdue: awaited.iter().map(|a| a.overdue).sum(),
        stages: Drawn::of(&stages(&v, body, &counts), &v)?,
        categories: Drawn::of(&categories(&v, body, &book, &counts), &v)?,
        outcomes: match whose {
            Whose::Congress(_) => Some(Drawn::of(&outcomes(&v, body, &counts), &v)?),
            Whose::Government(_) | Whose::Unit(_) => None,
        },
        awaited: awaited.into_iter().map(|count| (names::awaits(&v, &count.awaits), count)).collect(),
        loads: queries::loads(&mut db, body, today).await?,
        numbers: match actor.may(Right::SuggestionAssign, body) {
            Ok(()) => queries::sitting(&mut db, body, today).await?.map(|sitting| sitting.session),
            Err(_) => None,
        },
        sessions: match queries::sitting(&mut db, body, today).await? {
            Some(sitting) if actor.may(Right::SuggestionSeeAssigned, body).is_ok() => {
                let all = queries::sessions(&mut db, body).await?;
                all.into_iter().filter(|one| one.opened <= today && one.id != sitting.session).collect()
            }
            _ => vec![],
        },
        given: match actor.may(Right::SuggestionSeeAssigned, body) {
            Ok(()) => queries::given(&mut db, body, today).await?,
            Err(_) => vec![],
        },
        v: &v,
    };
    Ok(page(&template))
}

fn cases(congress: BodyId, key: &str, value: &str) -> String {
    format!("/suggestions?congress={congress}&{key}={value}")
}

fn sum(counts: &[Count], wanted: impl Fn(&Count) -> bool) -> i64 {
    counts.iter().filter(|count| wanted(count)).map(|count| count.n).sum()
}

fn stages(v: &View, congress: BodyId, counts: &[Count]) -> Chart {
    let labels = STAGES.iter().map(|stage| names::stage(v, stage).1);
    Chart::new("stages", v.t("suggestions-by-stage"), Shape::Bars, labels)
        .links(STAGES.iter().map(|stage| cases(congress, "stage", stage)))
        .series(v.t("suggestions-field-count"), STAGES.iter().map(|stage| sum(counts, |c| c.stage == *stage)))
}

/// What is done and what is not, on top of each other.
fn categories(v: &View, congress: BodyId, book: &RuleBook, counts: &[Count]) -> Chart {
    let borne = |code: &str| book.category(code).is_some() || counts.iter().any(|c| c.category == code);
    let all = || book.every_category().filter(|(code, _)| borne(code));
    let of = |code: &str, done: bool| sum(counts, |c| c.category == code && (c.stage == "closed") == done);
    Chart::new("categories", v.t("suggestions-by-category"), Shape::Stacked, all().map(|(_, name)| name))
        .links(all().map(|(code, _)| cases(congress, "category", code)))
        .series(v.t("suggestions-figure-closed"), all().map(|(code, _)| of(code, true)))
        .series(v.t("suggestions-figure-not-closed"), all().map(|(code, _)| of(code, false)))
}

fn outcomes(v: &View, congress: BodyId, counts: &[Count]) -> Chart {
    let words = ["satisfied", "basically", "dissatisfied", "unanswered"];
    Chart::new("outcomes", v.t("suggestions-by-outcome"), Shape::Bars, words.map(|word| names::score(v, Some(word)).1))
        .links(words.map(|_| cases(congress, "stage", "closed")))
        .series(v.t("suggestions-field-count"), words.map(|word| sum(counts, |c| c.outcome == word)))
}
