//! 审查意见、主席团决定: one page each, with what the law lets become of this bill.

use accounts_rules::Actor;
use askama::Template;
use axum::{
    Extension,
    extract::{Path, State},
    http::StatusCode,
    response::Response,
};
use bills_rules::{BillId, Disposal, Refusal, Voice};
use kernel::{Refusal as Family, Refused, Text};
use kit::{
    Problem, Site, View,
    web::{Form, Wrong, done, page, page_with},
};

use super::{
    names,
    show::{at, offered},
};
use crate::{
    desk::{
        check::{self, Opinion},
        decide::{self, Decision},
    },
    queries::{self, Detail},
    store,
};

type Answer = Result<Response, Problem>;

#[derive(Template)]
#[template(path = "bills/review.html")]
struct Page<'a> {
    v: &'a View,
    f: &'a Form,
    id: BillId,
    matter: String,
    action: String,
    /// Whether the presidium decides; otherwise the committee proposes.
    decides: bool,
    disposals: Vec<(&'static str, String)>,
    refers: bool,
    review: Option<(String, String, String)>,
    /// What the presidium should know of those who signed, before it makes a suggestion of it.
    consult: Option<String>,
    /// The version of that opinion.
    version: i64,
}

/// What the law lets become of it.
fn open(d: &Detail) -> Vec<&'static str> {
    let somewhere = || Text::parse("—").ok();
    let fits = |word: &&'static str| {
        let to = if matches!(*word, "refer") { somewhere() } else { None };
        Disposal::read(word, to).is_ok_and(|disposal| disposal.fits(&d.bill, d.level).is_ok())
    };
    Disposal::WORDS.into_iter().filter(fits).collect()
}

async fn show(site: &Site, actor: &Actor, v: &View, f: &Form, (id, end): (BillId, &'static str)) -> Answer {
    let d = queries::detail(site, actor, id).await?;
    let action = at(id, end);
    if !f.has_errors() {
        offered(site, actor, &d, &action)?;
    }
    let (open, consult) = (open(&d), if end == "decision" { consult(site, v, &d).await? } else { None });
    let review =
        d.bill.stage.review().map(|review| {
            (review.by.to_string(), names::disposed(v, &review.proposal), d.words(review.reason).to_owned())
        });
    let template = Page {
        v,
        f,
        id,
        matter: d.bill.sheet.title.clone(),
        action,
        decides: end == "decision",
        refers: open.contains(&"refer"),
        disposals: open.into_iter().map(|word| (word, names::disposal(v, word, None))).collect(),
        review,
        consult,
        version: check::opinion_version(&d.bill),
    };
    Ok(if f.has_errors() { page_with(StatusCode::UNPROCESSABLE_ENTITY, &template) } else { page(&template) })
}

/// What those who signed were asked and said, or that they are to be asked first.
async fn consult(site: &Site, v: &View, d: &Detail) -> Result<Option<String>, Problem> {
    let Some(consult) = &d.bill.consult else {
        let terms = store::terms(&mut site.db(), d.bill.session).await?.terms;
        let first = terms.consult_first && d.bill.is_consultable();
        return Ok(first.then(|| v.t("bills-refused-consult-first").into_owned()));
    };
    let mut places = vec![("day", consult.until.to_string())];
    places.extend(Voice::WORDS.map(|word| (word, consult.count(word).to_string())));
    let mut said = v.tf("bills-voices-line", places).into_owned();
    if d.bill.consult_waits(site.today()) {
        said.push_str(&v.t("bills-consult-waits"));
    }
    Ok(Some(said))
}

pub async fn ask_review(
    State(site): State<Site>,
    Extension(actor): Extension<Actor>,
    Path(id): Path<BillId>,
    v: View,
) -> Answer {
    let form = Form::blank(&v).with("by", v.t("bills-committee"));
    show(&site, &actor, &v, &form, (id, "review")).await
}

/// The form of the decision begins with what the committee proposes.
pub async fn ask_decision(
    State(site): State<Site>,
    Extension(actor): Extension<Actor>,
    Path(id): Path<BillId>,
    v: View,
) -> Answer {
    let d = queries::detail(&site, &actor, id).await?;
    let proposal = d.bill.stage.review().map(|review| &review.proposal);
    let form = Form::blank(&v)
        .with("disposal", proposal.map_or("", Disposal::word))
        .with("to", proposal.and_then(Disposal::to).map(ToString::to_string).unwrap_or_default());
    show(&site, &actor, &v, &form, (id, "decision")).await
}

/// Reads what is to become of it; who takes it up is asked only where it is referred.
fn disposal(form: &mut Form) -> Option<Disposal> {
    let word = form.choice("disposal", |raw| Disposal::WORDS.into_iter().find(|word| *word == raw))?;
    let to = if word == "refer" { Some(form.take("to")?) } else { None };
    match Disposal::read(word, to) {
        Ok(disposal) => Some(disposal),
        Err(refusal) => {
            form.refuse(field(refusal.key()), Wrong::new(refusal.key()));
            None
        }
    }
}

/// Beside which field a refusal is said.
fn field(key: &str) -> &'static str {
    let is = |refusal: Refusal| key == refusal.key();
    if is(Refusal::ReasonNeeded) {
        "reason"
    } else if is(Refusal::ReportDayPast) {
        "report_by"
    } else if is(Refusal::ReferredToNobody) {
        "to"
    } else {
        "disposal"
    }
}

/// What does not fit is said beside its field; anything else is handed back.
fn beside(form: &mut Form, problem: Problem) -> Result<(), Problem> {
    match problem {
        // An opinion entered meanwhile stands on the page that comes again, with what was typed.
        Problem::Refused(Refused { kind: Family::Unfit | Family::Stale, key, .. }) => {
            form.refuse(field(key), Wrong::new(key));
            Ok(())
        }
        other => form.accept(other),
    }
}

pub async fn review(
    State(site): State<Site>,
    Extension(actor): Extension<Actor>,
    Path(id): Path<BillId>,
    v: View,
    mut form: Form,
) -> Answer {
    let (by, proposal, reason) = (form.take("by"), disposal(&mut form), form.take("reason"));
    let seen = Some(form.seen()?);
    if let (Some(by), Some(proposal), Some(reason)) = (by, proposal, reason) {
        match check::review(&site, &actor, id, Opinion { by, proposal, reason, seen }).await {
            Ok(_) => return Ok(done(&format!("/bills/{id}"), "bills-flash-reviewed")),
            Err(problem) => beside(&mut form, problem)?,
        }
    }
    show(&site, &actor, &v, &form, (id, "review")).await
}

pub async fn decide(
    State(site): State<Site>,
    Extension(actor): Extension<Actor>,
    Path(id): Path<BillId>,
    v: View,
    mut form: Form,
) -> Answer {
    let (disposal, reason, report_by) = (disposal(&mut form), form.maybe("reason"), form.maybe("report_by"));
    let seen = Some(form.seen()?);
    if let (Some(disposal), false) = (disposal, form.has_errors()) {
        match decide::decide(&site, &actor, id, Decision { disposal, reason, report_by, seen }).await {
            Ok(_) => return Ok(done(&format!("/bills/{id}"), "bills-flash-decided")),
            Err(problem) => beside(&mut form, problem)?,
        }
    }
    show(&site, &actor, &v, &form, (id, "decision")).await
}
