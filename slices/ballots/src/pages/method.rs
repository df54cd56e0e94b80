//! 表决办法: what a congress adopted for each kind of vote, edition by edition.

use accounts_rules::{Actor, Right};
use askama::Template;
use axum::{
    Extension,
    extract::{Path, State},
    http::StatusCode,
    response::Response,
};
use ballots_rules::paper::{Assembly, Kind, Laid, Method, Setting};
use kernel::Text;
use kit::{
    Problem, Site, View,
    web::{Form, Query, Stale, Wrong, chosen, done, page, page_with},
};
use law_rules::Word as _;
use roster_views::{Named, place};
use serde::Deserialize;

use super::fields::{self, Options};
use crate::{
    desk::{
        self,
        method::{HELD, address, held},
    },
    store::{Edition, Item},
};

type Who = Extension<Actor>;
type Answer = Result<Response, Problem>;
type Of = (Assembly, Kind);

/// Of which congress, and which edition.
#[derive(Default, Deserialize)]
#[serde(default)]
pub struct Wanted {
    congress: String,
    edition: String,
}

/// One kind of vote in the list.
struct Line {
    title: String,
    at: String,
    stands: Option<Edition>,
}

#[derive(Template)]
#[template(path = "ballots/methods.html")]
struct All<'a> {
    v: &'a View,
    place: Named,
    lines: Vec<Line>,
}

impl All<'_> {
    fn edition(&self, edition: &Edition) -> String {
        numbered(self.v, edition.n)
    }
}

fn numbered(v: &View, n: u32) -> String {
    v.tf("ballots-edition", [("n", n.to_string())]).into_owned()
}

fn titled(v: &View, (assembly, kind): Of) -> String {
    let words = [("assembly", v.t(&assembly.key()).into_owned()), ("kind", v.t(&kind.key()).into_owned())];
    v.tf("ballots-method-of", words).into_owned()
}

/// What the words of an address name.
fn read((assembly, kind): &(String, String)) -> Result<Of, Problem> {
    Assembly::read(assembly).zip(Kind::read(kind)).ok_or_else(Problem::missing)
}

pub async fn all(State(site): State<Site>, Extension(actor): Who, Query(wanted): Query<Wanted>, v: View) -> Answer {
    let place = place(&site, &actor, Right::BallotSee, &wanted.congress).await?;
    let standing = desk::method::all(&site, &actor, place.id).await?;
    let of = Assembly::ALL.iter().flat_map(|assembly| Kind::ALL.iter().map(|kind| (*assembly, *kind)));
    let line = |of: Of| Line {
        title: titled(&v, of),
        at: address(place.id, of, ""),
        stands: standing.iter().find(|one| (one.assembly, one.kind) == of).cloned(),
    };
    let lines = of.map(line).collect();
    Ok(page(&All { v: &v, place, lines }))
}

/// A setting as the page says it: label, words, what it rests on.
type Told = (String, String, String);

#[derive(Template)]
#[template(path = "ballots/method.html")]
struct Show<'a> {
    v: &'a View,
    place: Named,
    title: String,
    /// The edition shown; nothing where none was entered.
    edition: Option<Edition>,
    settings: Vec<Told>,
    /// All editions with their addresses, the newest first.
    editions: Vec<(String, String, Edition)>,
    /// Whether the edition shown is not the newest.
    old: bool,
    closed: bool,
    change: Option<String>,
    behind: Vec<Item>,
}

fn told(v: &View, (assembly, kind): Of, edition: Option<&Edition>) -> Result<Vec<Told>, Problem> {
    let rule = match edition {
        Some(edition) => edition.method.rule(assembly, kind, 1).map_err(kernel::Refused::from)?,
        None => kind.usual(assembly, 1),
    };
    let line = |setting: Setting| {
        let laid = edition.and_then(|edition| edition.method.of(setting));
        let basis = laid.map_or_else(|| v.t("ballots-usual").into_owned(), |laid| laid.article.to_string());
        (v.t(&setting.key()).into_owned(), fields::setting_said(v, setting, &rule), basis)
    };
    Ok(Setting::of(kind).into_iter().map(line).collect())
}

pub async fn show(
    State(site): State<Site>,
    Extension(actor): Who,
    Path(words): Path<(String, String)>,
    Query(wanted): Query<Wanted>,
    v: View,
) -> Answer {
    let place = place(&site, &actor, Right::BallotSee, &wanted.congress).await?;
    let of = read(&words)?;
    let all = desk::method::of(&site, &actor, place.id, of).await?;
    let asked: Option<u32> = chosen("edition", &wanted.edition, |raw| raw.parse().ok())?;
    let edition = match asked {
        Some(n) => Some(all.iter().find(|one| one.n == n).cloned().ok_or_else(Problem::missing)?),
        None => all.first().cloned(),
    };
    let newest = all.first().map(|one| one.id);
    let old = edition.as_ref().is_some_and(|one| Some(one.id) != newest);
    let prepares = actor.may(Right::BallotPrepare, place.id).is_ok();
    let behind = match edition.as_ref().filter(|_| prepares && !old) {
        Some(edition) => desk::method::behind(&mut site.db(), edition).await?,
        None => Vec::new(),
    };
    let at = |edition: &Edition| format!("{}&edition={}", address(place.id, of, ""), edition.n);
    let template = Show {
        v: &v,
        title: titled(&v, of),
        settings: told(&v, of, edition.as_ref())?,
        editions: all.iter().map(|one| (numbered(&v, one.n), at(one), one.clone())).collect(),
        old,
        closed: of.1.closed(),
        change: actor.may(Right::BallotMethod, place.id).is_ok().then(|| address(place.id, of, "/change")),
        behind,
        edition,
        place,
    };
    Ok(page(&template))
}

/// A setting of the form: name, label, options, name and label of its article.
type Asked = (&'static str, String, Options, String, String);

#[derive(Template)]
#[template(path = "ballots/method-change.html")]
struct Change<'a> {
    v: &'a View,
    f: &'a Form,
    congress: String,
    title: String,
    back: String,
    at: String,
    settings: Vec<Asked>,
    closed: bool,
}

fn asked(v: &View, f: &Form, place: &Named, of: Of) -> Response {
    let usual = of.1.usual(of.0, 1);
    let setting = |setting: Setting| {
        let words = fields::setting_said(v, setting, &usual);
        let mut options = vec![("usual", v.tf("ballots-usual-is", [("words", words)]).into_owned())];
        options.extend(fields::options(v, setting));
        let (name, label) = (setting.word(), setting.key());
        let (article, article_label) = (format!("{name}-article"), format!("ballots-article-{name}"));
        (name, label, options, article, article_label)
    };
    let template = Change {
        v,
        f,
        congress: place.id.to_string(),
        title: titled(v, of),
        back: address(place.id, of, ""),
        at: format!("/ballots/methods/{}/{}/change", of.0.word(), of.1.word()),
        settings: Setting::of(of.1).into_iter().map(setting).collect(),
        closed: of.1.closed(),
    };
    if f.has_errors() { page_with(StatusCode::UNPROCESSABLE_ENTITY, &template) } else { page(&template) }
}

fn filled(v: &View, stands: Option<&Edition>) -> Form {
    let fields = held(stands.map(|edition| &edition.method));
    let form = fields.into_iter().fold(Form::blank(v), |form, (name, _, value)| form.with(name, value));
    form.with("version", stands.map_or(0, |edition| edition.n))
}

pub async fn ask(
    State(site): State<Site>,
    Extension(actor): Who,
    Path(words): Path<(String, String)>,
    Query(wanted): Query<Wanted>,
    v: View,
) -> Answer {
    let place = place(&site, &actor, Right::BallotMethod, &wanted.congress).await?;
    let of = read(&words)?;
    let all = desk::method::of(&site, &actor, place.id, of).await?;
    Ok(asked(&v, &filled(&v, all.first()), &place, of))
}

pub async fn adopt(
    State(site): State<Site>,
    Extension(actor): Who,
    Path(words): Path<(String, String)>,
    v: View,
    mut form: Form,
) -> Answer {
    let congress = form.value("congress").to_owned();
    let place = place(&site, &actor, Right::BallotMethod, &congress).await?;
    let of = read(&words)?;
    if let Some(method) = typed(&mut form, of.1) {
        let seen = Some(form.seen()?);
        match desk::method::adopt(&site, &actor, place.id, of, (method, seen)).await {
            Ok(_) => return Ok(done(&address(place.id, of, ""), "ballots-flash-adopted")),
            Err(Problem::Stale(stale)) => {
                let all = desk::method::of(&site, &actor, place.id, of).await?;
                let said = |name: &str, value: &str| said(&v, name, value);
                let forms = (&form, &filled(&v, all.first()));
                let stale = Stale::of_forms(stale.action, stale.version, fields_of(of.1), forms, said);
                return Err(Problem::Stale(Box::new(stale)));
            }
            Err(problem) => form.keep("document", problem)?,
        }
    }
    Ok(asked(&v, &form, &place, of))
}

/// The fields of the form for a kind of vote, with the keys of their labels.
fn fields_of(kind: Kind) -> impl Iterator<Item = (&'static str, &'static str)> {
    let asked = Setting::of(kind);
    let setting = |name: &str| Setting::read(name.strip_suffix("-article").unwrap_or(name));
    HELD.into_iter().filter(move |(name, _)| setting(name).is_none_or(|setting| asked.contains(&setting)))
}

/// What stands in a field, as the page says it.
fn said(v: &View, name: &str, value: &str) -> String {
    match Setting::read(name) {
        Some(_) if value == "usual" => v.t("ballots-usual").into_owned(),
        Some(setting) => v.t(&format!("ballots-{}-{value}", setting.word())).into_owned(),
        None => value.to_owned(),
    }
}

fn typed(form: &mut Form, kind: Kind) -> Option<Method> {
    let document = form.take("document");
    let mut laid = Vec::new();
    for setting in Setting::of(kind) {
        let known = |word: &str| (word == "usual" || setting.words().contains(&word)).then(|| word.to_owned());
        let Some(word) = form.choice(setting.word(), known).filter(|word| word != "usual") else { continue };
        let article = form.take(&format!("{}-article", setting.word()));
        match (Text::parse(&word), article) {
            (Ok(word), Some(article)) => laid.push(Laid { setting, word, article }),
            (Ok(_), None) => {}
            (Err(_), _) => form.refuse(setting.word(), Wrong::new("kit-form-unknown-choice")),
        }
    }
    let secret = if kind.closed() { form.maybe("secret") } else { None };
    if form.has_errors() {
        return None;
    }
    Some(Method { document: document?, laid, secret })
}
