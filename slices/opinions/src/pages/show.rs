//! One opinion, for who handles it: what was said, what happened, and what can be done now.

#![expect(clippy::cmp_owned, reason = "a comparison in the page, as askama writes it")]

use accounts_rules::{Actor, Right};
use askama::Template;
use axum::{
    Extension,
    extract::{Path, State},
    http::{HeaderMap, StatusCode},
    response::Response,
};
use kernel::{BodyId, Text};
use kit::{
    Problem, Site, View,
    blobs::{self, BlobId},
    paper::{Form::Docx, Name, give},
    web::{Form, page, page_with},
};
use opinions_rules::{By, OpinionId, Stage, Treatment, Waits};
use roster_rules::masked_phone;

use crate::{
    desk::{contact, handle::may_file},
    papers,
    queries::{
        detail::{self, Detail, RaisedTo},
        place::{self, Serving, UnitLine},
    },
    sight::{self, Sight},
    store::Sealed,
};

type Who = Extension<Actor>;
type Answer = Result<Response, Problem>;

#[derive(Template)]
#[template(path = "opinions/show.html")]
struct Show<'a> {
    v: &'a View,
    f: &'a Form,
    d: Detail,
    sight: Sight,
    waits: Option<Waits>,
    today: kernel::Day,
    units: Vec<(String, String)>,
    congresses: Vec<(String, String)>,
    channels: Vec<(String, String)>,
    treatments: Vec<(&'static str, String)>,
    own: Vec<(String, String)>,
    draft: Option<String>,
    contact: Shown,
    opens: bool,
    approves: bool,
    asks_again: bool,
    scores: Vec<(&'static str, String)>,
}

/// What of the sealed data is shown.
struct Shown {
    name: Option<String>,
    phone: Option<String>,
    open: bool,
}

impl Show<'_> {
    fn number(&self) -> String {
        let values = [("year", self.d.written.year.to_string()), ("n", self.d.written.n.to_string())];
        self.v.tf("opinions-number", values).into_owned()
    }

    fn word(&self, family: &str, word: &str) -> String {
        self.v.t(&format!("opinions-{family}-{word}")).into_owned()
    }

    fn left(&self, waits: &Waits) -> i64 {
        waits.day().days_since(self.today).into()
    }

    fn stage(&self) -> &Stage {
        &self.d.kept.opinion.stage
    }

    fn open(&self) -> bool {
        use Stage::{Assigned, Hotline, Proposed, Received};
        matches!(self.stage(), Received { .. } | Proposed { .. } | Assigned { .. } | Hotline { .. })
    }

    /// Whether the reader may answer now.
    fn answers(&self) -> bool {
        let over = matches!(self.stage(), Stage::Answered { .. } | Stage::Closed { .. });
        match self.sight.answers(&self.d.kept) {
            Some(By::Unit) => !over && self.d.kept.opinion.answered_by_body().is_ok(),
            other => !over && other.is_some(),
        }
    }

    /// What is proposed or was done, in words: to whom, how, and what is expected back.
    fn treated(&self) -> Option<String> {
        let (Stage::Proposed { treatment, .. } | Stage::Assigned { treatment, .. }) = self.stage() else { return None };
        let expected = self.word("expected", treatment.expects().word());
        let values = [("how", self.word("treatment", treatment.word())), ("what", expected)];
        Some(self.v.tf("opinions-treated", values).into_owned())
    }

    /// The answers of an approval.
    fn approvals(&self) -> [(&'static str, String); 2] {
        [("yes", self.word("approval", "yes")), ("no", self.word("approval", "no"))]
    }

    /// Whether it lies with the reader's body.
    fn lies_here(&self) -> bool {
        sight::of_body(&self.d.kept, &self.sight).is_ok()
    }

    /// Whether the reader's body is to say something to the office, who answers the person.
    fn awaits_feedback(&self) -> bool {
        let told = matches!(self.stage(), Stage::Assigned { treatment: Treatment::Suggest | Treatment::Remind, .. });
        told && self.lies_here()
    }

    /// Whether the body has not signed for it yet.
    fn unsigned(&self) -> bool {
        matches!(self.stage(), Stage::Assigned { signed: None, .. })
    }

    fn proposed(&self) -> bool {
        matches!(self.stage(), Stage::Proposed { .. })
    }

    fn given(&self) -> bool {
        matches!(self.stage(), Stage::Assigned { .. })
    }

    fn at_hotline(&self) -> bool {
        matches!(self.stage(), Stage::Hotline { .. })
    }

    /// Whether the deputies have a reply that whoever said it has not heard of.
    fn to_tell(&self) -> bool {
        let waits = matches!(self.stage(), Stage::Suggested { suggestion: Some(_), .. });
        waits && self.answers() && self.d.steps.iter().any(|step| step.step == "raised-replied")
    }

    fn closes(&self) -> bool {
        self.sight.keeps && matches!(self.stage(), Stage::Answered { .. } | Stage::Elsewhere { .. })
    }

    fn suggests(&self) -> bool {
        let waits = matches!(self.stage(), Stage::Suggested { suggestion: None, .. });
        (self.open() || waits) && (self.sight.deputy || self.sight.keeps)
    }
}

/// What of the sealed data this reader sees: masked, unless the person agreed that this one may.
fn shown(sealed: &Sealed, d: &Detail, (sight, opens): (Sight, bool), opened: bool) -> Shown {
    let open = opened || d.agreed(&sight);
    if open {
        return Shown { name: sealed.name.clone(), phone: sealed.phone.clone(), open };
    }
    // To whom the person did not agree nothing is shown, not even that there is something.
    if !sight.office || !opens {
        return Shown { name: None, phone: None, open };
    }
    let name = sealed.name.as_ref().map(|name| format!("{}**", name.chars().next().unwrap_or('*')));
    Shown { name, phone: sealed.phone.as_deref().map(masked_phone), open }
}

/// A draft of a suggestion with what was said in it; a long text is cut, for it travels in the address. It names the opinion, so that the
/// two are tied once the suggestion has its number.
fn draft(v: &View, d: &Detail) -> String {
    const MOST: usize = 500;
    let names = d.names_it(v.language);
    let place = d.written.area_name.clone().unwrap_or_default();
    let said: String = d.written.body.chars().take(MOST).collect();
    let body = v.tf("opinions-draft-body", [("names", names), ("place", place), ("said", said)]);
    let mut query = form_urlencoded::Serializer::new(String::new());
    query.append_pair("congress", &d.kept.opinion.holder.to_string()).append_pair("body", &body);
    format!("/suggestions/new?{}", query.finish())
}

async fn render(site: &Site, (actor, v, f): (&Actor, &View, &Form), id: OpinionId, opened: Option<Sealed>) -> Answer {
    let mut look = site.db().look().await?;
    let (kept, sight) = sight::seen(&mut look, actor, id).await?;
    let d = detail::read(&mut look, id).await?;
    let holder = kept.opinion.holder;
    let (mut units, mut congresses) = (Vec::new(), Vec::new());
    if sight.keeps {
        units = place::units(&mut look, holder).await?;
        congresses = place::takers(&mut look, id, site.today()).await?;
        congresses.retain(|congress| congress.id != holder);
    }
    let own = detail::own_suggestions(&mut look, kept.opinion.deputy, holder).await?;
    let sealed = opened.clone().unwrap_or_else(|| d.sealed.clone());
    let template = Show {
        waits: Waits::of(&d.kept.opinion.stage, &d.book.opinions, &site.calendar()),
        today: site.today(),
        units: units.into_iter().map(|UnitLine { id, name, .. }| (id.to_string(), name)).collect(),
        congresses: congresses.into_iter().map(|Serving { id, name, .. }| (id.to_string(), name)).collect(),
        channels: d.book.channels.iter().map(|it| (it.code.clone(), it.name.clone())).collect(),
        treatments: Treatment::ALL
            .map(|it| (it.word(), v.t(&format!("opinions-treatment-{}", it.word())).into_owned()))
            .into(),
        own: own.into_iter().map(listed).collect(),
        draft: (sight.deputy && may_file(actor, holder)).then(|| draft(v, &d)),
        contact: shown(&sealed, &d, (sight, sight::may_open(actor, &kept).is_ok()), opened.is_some()),
        opens: sight::may_open(actor, &kept).is_ok(),
        approves: actor.may(Right::OpinionApprove, holder).is_ok(),
        asks_again: sight.keeps && d.asks_again(site.now()),
        scores: super::progress::scores(v),
        v,
        f,
        d,
        sight,
    };
    Ok(if f.has_errors() { page_with(StatusCode::UNPROCESSABLE_ENTITY, &template) } else { page(&template) })
}

fn listed(it: RaisedTo) -> (String, String) {
    (it.id.to_string(), format!("{} {}", it.number.unwrap_or_default(), it.title))
}

pub async fn show(State(site): State<Site>, Extension(actor): Who, Path(id): Path<OpinionId>, v: View) -> Answer {
    again(&site, &actor, &v, id, Form::blank(&v)).await
}

/// The page once more with what was typed and what is wrong with it.
///
/// # Errors
/// As if there were none, for who does not see it.
pub async fn again(site: &Site, actor: &Actor, v: &View, id: OpinionId, form: Form) -> Answer {
    let version = sight::seen(&mut site.db(), actor, id).await?.0.version;
    let form = if form.value("version").is_empty() { form.with("version", version) } else { form };
    render(site, (actor, v, &form), id, None).await
}

pub async fn open(
    State(site): State<Site>,
    Extension(actor): Who,
    Path(id): Path<OpinionId>,
    v: View,
    mut form: Form,
) -> Answer {
    let (kept, _) = sight::seen(&mut site.db(), &actor, id).await?;
    sight::may_open(&actor, &kept)?;
    let Some(reason) = form.take::<Text<200>>("reason") else { return again(&site, &actor, &v, id, form).await };
    let sealed = contact::open(&site, &actor, id, &reason).await?;
    let form = Form::blank(&v).with("version", kept.version);
    render(&site, (&actor, &v, &form), id, Some(sealed)).await
}

pub async fn fetch(
    State(site): State<Site>,
    Extension(actor): Who,
    Path((id, file)): Path<(OpinionId, BlobId)>,
) -> Answer {
    sight::seen(&mut site.db(), &actor, id).await?;
    let d = detail::read(&mut site.db(), id).await?;
    let blob = d.files.iter().find(|blob| blob.id == file).ok_or_else(Problem::missing)?;
    blobs::hand_out(&site, blob).await
}

/// The paper with which it is handed over, for those who hand it over and the body it is given to.
pub async fn paper(
    State(site): State<Site>,
    Extension(actor): Who,
    Path((id, name)): Path<(OpinionId, String)>,
    headers: HeaderMap,
) -> Answer {
    let (kept, sight) = sight::seen(&mut site.db(), &actor, id).await?;
    let name = Name::read(&name);
    let unit = match &kept.opinion.stage {
        Stage::Assigned { unit, .. } if name.stem == "letter" && (sight.office || sight.unit == Some(*unit)) => *unit,
        _ => return Err(Problem::missing()),
    };
    let d = detail::read(&mut site.db(), id).await?;
    let due = Waits::of(&d.kept.opinion.stage, &d.book.opinions, &site.calendar()).map(|waits| waits.day());
    let unit = d.handed.iter().find(|(body, _)| *body == unit).map(|(_, name)| name.clone()).unwrap_or_default();
    let paper = papers::handing_over(&d, &unit, due).ok_or_else(Problem::missing)?;
    let file = paper.title();
    give(&site, paper, name.form(&headers, Docx), &file).await
}

/// A body as a form names it.
pub fn body(form: &mut Form, name: &str) -> Option<BodyId> {
    form.choice(name, |raw| raw.parse().ok())
}
