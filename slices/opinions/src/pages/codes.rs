//! 代表码: the codes of a deputy, issued, printed, revoked.

use accounts_rules::Actor;
use askama::Template;
use axum::{
    Extension,
    extract::{Path, State},
    http::StatusCode,
    response::Response,
};
use fast_qr::QRBuilder;
use kernel::PersonId;
use kit::{
    Fault, Problem, Site, View,
    paper::{Poster, PosterSize},
    web::{Form, api::Once, done, page, page_with},
};
use opinions_rules::CodeId;

use crate::{
    desk::codes,
    queries::{
        codes::{CodeLine, of_deputy},
        find, stations,
    },
    store::CodeKept,
};

type Who = Extension<Actor>;
type Answer = Result<Response, Problem>;

/// The papers of a code, by the name in the address.
pub(super) const PAPERS: [(&str, PosterSize); 3] =
    [("poster-a3.pdf", PosterSize::A3), ("poster-a4.pdf", PosterSize::A4), ("card-a6.pdf", PosterSize::A6)];

#[derive(Template)]
#[template(path = "opinions/codes.html")]
struct Codes<'a> {
    v: &'a View,
    f: &'a Form,
    person: PersonId,
    name: String,
    lines: Vec<CodeLine>,
    papers: Vec<(&'static str, String)>,
}

async fn sheet(site: &Site, v: &View, f: &Form, person: PersonId) -> Answer {
    let mut look = site.db().look().await?;
    let lines = of_deputy(&mut look, person, site.today().plus_days(-30)).await?;
    let seats = find::one(&mut look, person).await?;
    let name = seats.first().map(|seat| seat.name.clone()).unwrap_or_default();
    let paper = |(name, _): (&'static str, _)| {
        let key = name.split_once('.').map_or(name, |(stem, _)| stem);
        (name, v.t(&format!("opinions-paper-{key}")).into_owned())
    };
    let template = Codes { v, f, person, name, lines, papers: PAPERS.map(paper).into() };
    Ok(if f.has_errors() { page_with(StatusCode::UNPROCESSABLE_ENTITY, &template) } else { page(&template) })
}

pub async fn show(State(site): State<Site>, Extension(actor): Who, Path(id): Path<PersonId>, v: View) -> Answer {
    codes::congress(&mut site.db(), &actor, id).await?;
    sheet(&site, &v, &Form::blank(&v), id).await
}

pub async fn issue(
    State(site): State<Site>,
    Extension(actor): Who,
    Path(id): Path<PersonId>,
    v: View,
    mut form: Form,
) -> Answer {
    codes::congress(&mut site.db(), &actor, id).await?;
    let Some(place) = form.take("place") else { return sheet(&site, &v, &form, id).await };
    let once = Once::form(form.value("once"), &format!("/people/{id}/codes"), &place)?;
    codes::issue(&site, &actor, (id, &place), &once).await?;
    Ok(done(&format!("/people/{id}/codes"), "opinions-flash-issued"))
}

pub async fn revoke(State(site): State<Site>, Extension(actor): Who, Path(id): Path<CodeId>, _form: Form) -> Answer {
    let code = codes::revoke(&site, &actor, id).await?;
    let back = if code.kind == "deputy" { format!("/people/{}/codes", code.person()) } else { "/codes".to_owned() };
    Ok(done(&back, "opinions-flash-revoked"))
}

pub async fn paper(
    State(site): State<Site>,
    Extension(actor): Who,
    Path((id, name)): Path<(CodeId, String)>,
    v: View,
) -> Answer {
    let code = codes::of(&site, &actor, id).await?;
    let (stem, size) = PAPERS.into_iter().find(|(known, _)| *known == name).ok_or_else(Problem::missing)?;
    let poster = poster(&site, &v, &code, size).await?;
    let file = format!("{}-{}", poster.name, stem.trim_end_matches(".pdf"));
    poster.give(&site, &file).await
}

/// What is printed: name, congress and delegation, and where the code leads. Nothing sealed.
async fn poster(site: &Site, v: &View, code: &CodeKept, size: PosterSize) -> Result<Poster, Problem> {
    let (name, lines, under) = match code.kind.as_str() {
        "deputy" => deputy(site, v, code).await?,
        _ => thing(site, v, code).await?,
    };
    let address = format!("{}/c/{}", base(site), codes::printed(site, code).await?);
    Ok(Poster {
        size,
        title: v.t("opinions-poster-title").into_owned(),
        name,
        lines,
        code: squares(&address)?,
        under,
        foot: v.tf("opinions-poster-foot", [("place", code.place.clone()), ("address", address)]).into_owned(),
    })
}

/// Whose the code is, in words: a name, lines under it, and what is to be done.
type Printed = (String, Vec<String>, String);

async fn deputy(site: &Site, v: &View, code: &CodeKept) -> Result<Printed, Problem> {
    let seats = find::one(&mut site.db(), code.person()).await?;
    let name = seats.first().ok_or_else(Problem::missing)?.name.clone();
    let seat = |it: &find::DeputyLine| {
        let delegation = it.delegation.clone().unwrap_or_default();
        v.tf("opinions-poster-seat", [("congress", it.congress_name.clone()), ("delegation", delegation)]).into_owned()
    };
    Ok((name, seats.iter().map(seat).collect(), v.t("opinions-poster-under").into_owned()))
}

async fn thing(site: &Site, v: &View, code: &CodeKept) -> Result<Printed, Problem> {
    if let (Some(name), Some(day)) = (&code.name, code.day) {
        return Ok((name.clone(), vec![day.to_string()], v.t("opinions-poster-under-activity").into_owned()));
    }
    let station = stations::of_code(&mut site.db(), code).await?.ok_or_else(Problem::missing)?;
    let lines = [station.place, station.hours].into_iter().flatten().collect();
    Ok((station.name, lines, v.t("opinions-poster-under-station").into_owned()))
}

/// The address people type.
pub(super) fn base(site: &Site) -> String {
    let config = site.config();
    let set = config.public_url.trim_end_matches('/');
    if set.is_empty() { format!("http://{}", config.listen) } else { set.to_owned() }
}

/// The squares of the picture, a row each.
fn squares(text: &str) -> Result<Vec<String>, Fault> {
    let code =
        QRBuilder::new(text).build().map_err(|error| Fault::new(format_args!("a code is too long: {error:?}")))?;
    let row = |y: usize| {
        let from = y * code.size;
        let modules = code.data.get(from..from + code.size).unwrap_or_default();
        modules.iter().map(|module| if module.value() { '1' } else { '0' }).collect()
    };
    Ok((0..code.size).map(row).collect())
}
