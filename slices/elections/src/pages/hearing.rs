//! What the election committee decided of an objection, that the court was asked, what it judged.

use accounts_rules::Actor;
use axum::{
    Extension,
    extract::{Path, State},
    response::Response,
};
use elections_rules::election::{Against, Hearing, ObjectionId, Ruling, Struck, Verb};
use kit::{
    Problem, Site, View,
    web::{Form, done},
};
use law_rules::Word as _;

use super::ask::{Ask, Field, Input, keep_at, words};
use crate::{
    desk::objections::{self as desk, VoterListChange, VoterRulingWanted, VoterSuitWanted},
    store::{Election, Objection, listed},
};

type Who = Extension<Actor>;
type Answer = Result<Response, Problem>;

/// The fields of what becomes of the list, where names are kept and may still change.
async fn changes(site: &Site, v: &View, (one, it): (&Objection, &Election)) -> Result<Vec<Field>, Problem> {
    if !it.stage.allows(Verb::Arrange) || listed(&mut site.db(), one.district).await?.is_none() {
        return Ok(Vec::new());
    }
    let line = |name, label, most| Field::new(Input::Line, name, label).most(most).optional();
    let entry = vec![
        line("name", "elections-field-name", 40).hint("elections-hint-change"),
        line("card", "elections-field-card", 40),
        Field::new(Input::Day, "born", "elections-field-born").hint("elections-hint-born").optional(),
        line("note", "elections-field-address", 120),
    ];
    let why = Field::new(Input::Select, "why", "elections-field-struck").from(words::<Struck>(v));
    Ok(match one.against {
        Against::WronglyOn => vec![why.hint("elections-hint-striking").optional()],
        Against::LeftOut | Against::WrongFacts => entry,
    })
}

async fn ruled(
    site: &Site,
    v: &View,
    f: &Form,
    ((one, it), title, path): ((&Objection, &Election), &'static str, &str),
) -> Answer {
    let mut fields = vec![
        Field::new(Input::Radios, "ruling", "elections-field-ruling").from(words::<Ruling>(v)),
        Field::new(Input::Day, "on", "elections-field-decided"),
        Field::new(Input::Lines, "reason", "elections-field-ruling-reason").most(500),
    ];
    fields.extend(changes(site, v, (one, it)).await?);
    let page = Ask {
        v,
        f,
        title,
        under: format!("{} {}", one.about, v.t(&one.against.key())),
        lead: "elections-ruling-lead",
        action: format!("/elections/objections/{}/{path}", one.id),
        button: "elections-save",
        back: (format!("/elections/objections/{}", one.id), "elections-back-to-objection"),
        hidden: Vec::new(),
        fields,
    };
    Ok(page.shown())
}

fn read(form: &mut Form) -> Option<VoterRulingWanted> {
    let (ruling, on, reason) = (form.choice("ruling", Ruling::read), form.take("on"), form.take("reason"));
    let (name, card, born, note) = (form.maybe("name"), form.maybe("card"), form.maybe("born"), form.maybe("note"));
    let why = if form.value("why").is_empty() { None } else { form.choice("why", Struck::read) };
    if form.has_errors() {
        return None;
    }
    let change = Some(VoterListChange { name, card, born, note, why });
    Some(VoterRulingWanted { ruling: ruling?, on: on?, reason: reason?, change })
}

/// An objection at that step; anywhere else there is no such form.
async fn at(site: &Site, actor: &Actor, id: ObjectionId, stage: Hearing) -> Result<(Objection, Election), Problem> {
    let (one, it) = desk::objection(site, actor, id).await?;
    it.stage.after(Verb::Hear).map_err(kernel::Refused::from)?;
    if one.heard(it.day).stage() == stage {
        return Ok((one, it));
    }
    Err(kernel::Refused::from(elections_rules::election::Refusal::HearingStage).into())
}

pub async fn ask_decide(
    State(site): State<Site>,
    Extension(actor): Who,
    Path(id): Path<ObjectionId>,
    v: View,
) -> Answer {
    let (one, it) = at(&site, &actor, id, Hearing::Received).await?;
    let form = Form::blank(&v).with("ruling", Ruling::Upheld.word()).with("on", site.today());
    ruled(&site, &v, &form, ((&one, &it), "elections-ruling-title", "decision")).await
}

pub async fn decide(
    State(site): State<Site>,
    Extension(actor): Who,
    Path(id): Path<ObjectionId>,
    v: View,
    mut form: Form,
) -> Answer {
    let (one, it) = at(&site, &actor, id, Hearing::Received).await?;
    if let Some(wanted) = read(&mut form) {
        match desk::decide(&site, &actor, id, wanted).await {
            Ok(_) => return Ok(done(&format!("/elections/objections/{id}"), "elections-flash-ruled")),
            Err(problem) => keep_at(&mut form, "on", problem)?,
        }
    }
    ruled(&site, &v, &form, ((&one, &it), "elections-ruling-title", "decision")).await
}

pub async fn ask_judge(
    State(site): State<Site>,
    Extension(actor): Who,
    Path(id): Path<ObjectionId>,
    v: View,
) -> Answer {
    let (one, it) = at(&site, &actor, id, Hearing::Sued).await?;
    let form = Form::blank(&v).with("ruling", Ruling::Upheld.word()).with("on", site.today());
    ruled(&site, &v, &form, ((&one, &it), "elections-judgment-title", "judgment")).await
}

pub async fn judge(
    State(site): State<Site>,
    Extension(actor): Who,
    Path(id): Path<ObjectionId>,
    v: View,
    mut form: Form,
) -> Answer {
    let (one, it) = at(&site, &actor, id, Hearing::Sued).await?;
    if let Some(wanted) = read(&mut form) {
        match desk::judge(&site, &actor, id, wanted).await {
            Ok(_) => return Ok(done(&format!("/elections/objections/{id}"), "elections-flash-judged")),
            Err(problem) => keep_at(&mut form, "on", problem)?,
        }
    }
    ruled(&site, &v, &form, ((&one, &it), "elections-judgment-title", "judgment")).await
}

fn suit(v: &View, f: &Form, one: &Objection) -> Response {
    let page = Ask {
        v,
        f,
        title: "elections-suit-title",
        under: format!("{} {}", one.about, v.t(&one.against.key())),
        lead: "elections-suit-lead",
        action: format!("/elections/objections/{}/suit", one.id),
        button: "elections-save",
        back: (format!("/elections/objections/{}", one.id), "elections-back-to-objection"),
        hidden: Vec::new(),
        fields: vec![
            Field::new(Input::Line, "court", "elections-field-court").most(60),
            Field::new(Input::Day, "on", "elections-field-sued"),
        ],
    };
    page.shown()
}

pub async fn ask_sue(State(site): State<Site>, Extension(actor): Who, Path(id): Path<ObjectionId>, v: View) -> Answer {
    let (one, _) = at(&site, &actor, id, Hearing::Decided).await?;
    Ok(suit(&v, &Form::blank(&v).with("on", site.today()), &one))
}

pub async fn sue(
    State(site): State<Site>,
    Extension(actor): Who,
    Path(id): Path<ObjectionId>,
    v: View,
    mut form: Form,
) -> Answer {
    let (one, _) = at(&site, &actor, id, Hearing::Decided).await?;
    if let (Some(court), Some(on)) = (form.take("court"), form.take("on")) {
        match desk::sue(&site, &actor, id, VoterSuitWanted { on, court }).await {
            Ok(_) => return Ok(done(&format!("/elections/objections/{id}"), "elections-flash-sued")),
            Err(problem) => keep_at(&mut form, "on", problem)?,
        }
    }
    Ok(suit(&v, &form, &one))
}
