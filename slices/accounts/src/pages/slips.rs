//! Activation slips, to be printed, cut and handed over. Codes are shown this once: only their hashes are stored.

use accounts_rules::{Actor, Right};
use askama::Template;
use axum::{Extension, extract::State, response::Response};
use kernel::BodyId;
use kit::{
    Fault, Problem, Site, View,
    db::Sql,
    web::{Form, page},
};

use super::{own_account, unfit};
use crate::{activation, issue, totp};

/// How many slips an A4 page holds.
const ON_A_PAGE: usize = 4;

/// A slip with what is printed on it.
struct Printed {
    slip: activation::Slip,
    picture: String,
}

#[derive(Template)]
#[template(path = "slips.html")]
struct Slips<'a> {
    v: &'a View,
    pages: &'a [Vec<Printed>],
    address: String,
    count: usize,
    had: i64,
    higher: i64,
}

#[derive(Template)]
#[template(path = "deputies.html")]
struct Ask<'a> {
    v: &'a View,
    f: &'a Form,
    congresses: Vec<(String, String)>,
}

/// The sheets of some slips.
///
/// # Errors
/// When a picture cannot be drawn.
pub fn sheet(site: &Site, v: &View, slips: Vec<activation::Slip>, had: i64, higher: i64) -> Result<Response, Problem> {
    let address = activation::address(site);
    let print = |slip: activation::Slip| {
        let picture = totp::picture(&format!("{address}?code={}", slip.code.bare()))?;
        Ok(Printed { slip, picture })
    };
    let printed: Vec<Printed> = slips.into_iter().map(print).collect::<Result<_, Fault>>()?;
    let count = printed.len();
    let mut pages: Vec<Vec<Printed>> = Vec::new();
    for printed in printed {
        match pages.last_mut() {
            Some(last) if last.len() < ON_A_PAGE => last.push(printed),
            _ => pages.push(vec![printed]),
        }
    }
    Ok(page(&Slips { v, pages: &pages, address, count, had, higher }))
}

/// Asks for which congress.
///
/// # Errors
/// Refused to those who may open no accounts.
pub async fn ask(State(site): State<Site>, v: View, Extension(actor): Extension<Actor>) -> Result<Response, Problem> {
    ask_page(&site, &v, &actor, &Form::blank(&v)).await
}

async fn ask_page(site: &Site, v: &View, actor: &Actor, f: &Form) -> Result<Response, Problem> {
    own_account(actor)?;
    let mine: Vec<BodyId> = actor.bodies(Right::AccountIssue).collect();
    if mine.is_empty() {
        return Err(accounts_rules::NotAllowed::NoPost.refused(Right::AccountIssue).into());
    }
    let sql = Sql::new("select id, name from v_body where id in ").list(mine).add(" order by name");
    let congresses: Vec<(BodyId, String)> = site.db().all(sql).await?;
    let congresses = congresses.into_iter().map(|(id, name)| (id.to_string(), name)).collect();
    Ok(page(&Ask { v, f, congresses }))
}

/// Opens accounts for all deputies of a congress who have none, and shows the slips: pressed twice, those of the same accounts anew.
///
/// # Errors
/// Refused to those who may not open accounts there.
pub async fn create(
    State(site): State<Site>,
    v: View,
    Extension(actor): Extension<Actor>,
    mut f: Form,
) -> Result<Response, Problem> {
    let Some(congress) = f.take("congress") else {
        return Ok(unfit(ask_page(&site, &v, &actor, &f).await?));
    };
    let again = f.yes("again");
    let once = f.once("/accounts/deputies")?;
    let mut opened = issue::open_for_deputies_once(&site, &actor, congress, again, &once).await?;
    if let Some(since) = opened.before {
        opened = issue::opened_again(&site, &actor, congress, (!again).then_some(since)).await?;
    }
    sheet(&site, &v, opened.slips, opened.had, opened.higher)
}
