//! What became of a resignation, a recall or another end of a mandate: decided, made public, filed above.

use accounts_rules::{Actor, Right};
use axum::{
    Extension,
    extract::{Path, State},
    response::Response,
};
use elections_rules::election::{DepartureId, Leaving, Petition, Refusal};
use kernel::Refused;
use kit::{
    Problem, Site, View,
    web::{Form, done},
};
use law_rules::Word as _;
use roster_views::person_name;

use super::ask::{Ask, Field, Input, count, keep_at};
use crate::{
    desk::{
        filing::{self, DepartureFilingWanted},
        leave::{self as desk, DepartureDecision},
    },
    queries::people::body_level,
    store::Departure,
};

type Who = Extension<Actor>;
type Answer = Result<Response, Problem>;

const PETITION: [(&str, &str); 3] = [
    ("petitioners", "elections-field-petitioners"),
    ("electorate", "elections-field-electorate"),
    ("yes", "elections-field-yes"),
];

/// Whether a congress decided in session, or a committee in recess.
const SITTING: [(&str, &str); 2] = [("congress", "elections-session-congress"), ("recess", "elections-session-recess")];

fn decision(v: &View, f: &Form, it: &Departure, (name, level): (&str, &str)) -> Response {
    let what = match it.leaving {
        Leaving::Recalled => "recalled",
        leaving if leaving.is_decided() => "resigned",
        _ => "stated",
    };
    let answers = [("accepted", "yes"), ("declined", "no")]
        .map(|(word, said)| (word.to_owned(), v.t(&format!("elections-decision-{said}-{what}")).into_owned()));
    let mut fields = vec![
        Field::new(Input::Radios, "answer", "elections-field-decision").from(answers.into()),
        Field::new(Input::Line, "meeting", "elections-field-meeting").most(80).hint("elections-hint-meeting"),
        Field::new(Input::Day, "decided", "elections-field-decided"),
    ];
    if it.leaving.by_session(level) {
        let sits = SITTING.map(|(word, key)| (word.to_owned(), v.t(key).into_owned()));
        fields.push(Field::new(Input::Radios, "session", "elections-field-session").from(sits.into()));
    }
    if it.leaving == Leaving::Recalled {
        let voters = matches!(level, "county" | "township");
        let [petitioners, electorate, yes] = PETITION.map(|(name, label)| Field::new(Input::Number, name, label));
        fields.push(if voters { petitioners } else { petitioners.hint("elections-hint-petitioners").optional() });
        fields.extend([electorate, yes.hint("elections-hint-yes").optional()]);
    }
    let page = Ask {
        v,
        f,
        title: "elections-decide-title",
        under: format!("{name} {}", v.t(&it.leaving.key())),
        lead: "elections-decide-lead",
        action: format!("/departures/{}/decision", it.id),
        button: "elections-decide-button",
        back: (format!("/departures/{}", it.id), "elections-back-to-departure"),
        hidden: Vec::new(),
        fields,
    };
    page.shown()
}

/// Whose departure it is, and on which level.
async fn around(site: &Site, it: &Departure) -> Result<(String, String), Problem> {
    let mut db = site.db();
    Ok((person_name(&mut db, it.person).await?, body_level(&mut db, it.congress).await?))
}

pub async fn ask_decide(
    State(site): State<Site>,
    Extension(actor): Who,
    Path(id): Path<DepartureId>,
    v: View,
) -> Answer {
    let it = desk::of(&site, &actor, id, Some(Right::ElectionCertify)).await?;
    let (name, level) = around(&site, &it).await?;
    // A township's congress alone accepts a resignation; a standing committee meets more often than its congress.
    let session = if level == "township" { "congress" } else { "recess" };
    let form = Form::blank(&v).with("answer", "accepted").with("decided", site.today()).with("session", session);
    Ok(decision(&v, &form, &it, (&name, &level)))
}

pub async fn decide(
    State(site): State<Site>,
    Extension(actor): Who,
    Path(id): Path<DepartureId>,
    v: View,
    mut form: Form,
) -> Answer {
    let it = desk::of(&site, &actor, id, Some(Right::ElectionCertify)).await?;
    let (name, level) = around(&site, &it).await?;
    if let Some(wanted) = read(&mut form, it.leaving.by_session(&level)) {
        match desk::decide(&site, &actor, id, wanted).await {
            Ok(_) => return Ok(done(&format!("/departures/{id}"), "elections-flash-decided")),
            Err(problem) => keep_at(&mut form, "decided", problem)?,
        }
    }
    Ok(decision(&v, &form, &it, (&name, &level)))
}

fn read(form: &mut Form, by_session: bool) -> Option<DepartureDecision> {
    let accepted = form.choice("answer", |word| match word {
        "accepted" => Some(true),
        "declined" => Some(false),
        _ => None,
    });
    let (meeting, decided) = (form.take("meeting"), form.take("decided"));
    let sits = |word: &str| match word {
        "congress" => Some(true),
        "recess" => Some(false),
        _ => None,
    };
    let in_session = by_session && form.choice("session", sits) == Some(true);
    let [petitioners, electorate, yes] = PETITION.map(|(name, _)| count(form, name));
    if form.has_errors() {
        return None;
    }
    let petition = electorate.map(|electorate| Petition { petitioners, electorate, yes: yes.unwrap_or(0) });
    Some(DepartureDecision { accepted: accepted?, meeting: meeting?, decided: decided?, in_session, petition })
}

pub async fn announce(
    State(site): State<Site>,
    Extension(actor): Who,
    Path(id): Path<DepartureId>,
    _form: Form,
) -> Answer {
    desk::announce(&site, &actor, id).await?;
    Ok(done(&format!("/departures/{id}"), "elections-flash-published"))
}

fn filed(v: &View, f: &Form, it: &Departure, name: &str) -> Response {
    let page = Ask {
        v,
        f,
        title: "elections-filing-title",
        under: format!("{name} {}", v.t(&it.leaving.key())),
        lead: "elections-filing-lead",
        action: format!("/departures/{}/filing", it.id),
        button: "elections-filing-button",
        back: (format!("/departures/{}", it.id), "elections-back-to-departure"),
        hidden: Vec::new(),
        fields: vec![
            Field::new(Input::Day, "on", "elections-field-filed"),
            Field::new(Input::Line, "number", "elections-field-filing").most(40).optional(),
        ],
    };
    page.shown()
}

/// One that is to be filed, and whose it is.
async fn files(site: &Site, actor: &Actor, id: DepartureId) -> Result<(Departure, String), Problem> {
    let it = desk::of(site, actor, id, Some(Right::ElectionKeep)).await?;
    let mut db = site.db();
    if !filing::waits(&mut db, &it).await? {
        return Err(Refused::from(Refusal::Filing).into());
    }
    let name = person_name(&mut db, it.person).await?;
    Ok((it, name))
}

pub async fn ask_file(State(site): State<Site>, Extension(actor): Who, Path(id): Path<DepartureId>, v: View) -> Answer {
    let (it, name) = files(&site, &actor, id).await?;
    Ok(filed(&v, &Form::blank(&v).with("on", site.today()), &it, &name))
}

pub async fn file(
    State(site): State<Site>,
    Extension(actor): Who,
    Path(id): Path<DepartureId>,
    v: View,
    mut form: Form,
) -> Answer {
    let (it, name) = files(&site, &actor, id).await?;
    let (on, number) = (form.take("on"), form.maybe("number"));
    if let (Some(on), false) = (on, form.has_errors()) {
        match filing::file(&site, &actor, id, DepartureFilingWanted { on, number }).await {
            Ok(_) => return Ok(done(&format!("/departures/{id}"), "elections-flash-filed")),
            Err(problem) => keep_at(&mut form, "on", problem)?,
        }
    }
    Ok(filed(&v, &form, &it, &name))
}
