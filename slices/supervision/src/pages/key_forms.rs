//! What is added to the file of a key suggestion, and how its supervision ends: a page with a form for each.

use accounts_rules::{Actor, Right};
use axum::{
    Extension,
    extract::{Path, State},
    response::Response,
};
use kit::{
    Problem, Site, View,
    web::{Form, done},
};
use supervision_rules::{EntryId, KeyId, ReportKind};

use super::ask::{Asked, Field, Kind, keep, sheet};
use crate::{
    desk::{
        self,
        key::{KeyReason, KeyResult, PolicyWanted, ReportWanted, StepNote, StepWanted, VisitWanted},
    },
    queries,
};

type Who = Extension<Actor>;
type Answer = Result<Response, Problem>;

const PLAN: Asked = Asked {
    title: "supervision-plan-title",
    lead: "supervision-plan-lead",
    button: "supervision-plan-button",
    flash: "supervision-flash-planned",
    fields: &[
        Field::new("what", "supervision-field-what", Kind::Line(200)),
        Field::new("by", "supervision-field-by", Kind::Day),
    ],
};
const FINISH: Asked = Asked {
    title: "supervision-finish-title",
    lead: "supervision-finish-lead",
    button: "supervision-finish-button",
    flash: "supervision-flash-finished",
    fields: &[Field::new("note", "supervision-field-note", Kind::Long(500))],
};
const VISIT: Asked = Asked {
    title: "supervision-visit-title",
    lead: "supervision-visit-lead",
    button: "supervision-visit-button",
    flash: "supervision-flash-visited",
    fields: &[
        Field::new("day", "supervision-field-day", Kind::Day),
        Field::new("place", "supervision-field-place", Kind::Line(100)),
        Field::new("people", "supervision-field-people", Kind::Line(300)),
        Field::new("minutes", "supervision-field-minutes", Kind::Long(4000)),
    ],
};
const REPORT: Asked = Asked {
    title: "supervision-report-title",
    lead: "supervision-report-lead",
    button: "supervision-report-button",
    flash: "supervision-flash-reported",
    fields: &[
        Field::new("kind", "supervision-field-kind", Kind::One(&KINDS)),
        Field::new("words", "supervision-field-words", Kind::Long(4000)),
    ],
};
const KINDS: [(&str, &str); 2] = [("interim", "supervision-report-interim"), ("final", "supervision-report-final")];
const POLICY: Asked = Asked {
    title: "supervision-policy-title",
    lead: "supervision-policy-lead",
    button: "supervision-policy-button",
    flash: "supervision-flash-policy",
    fields: &[
        Field::new("name", "supervision-field-policy", Kind::Line(200)),
        Field::new("day", "supervision-field-issued", Kind::Day),
    ],
};
const CONCLUDE: Asked = Asked {
    title: "supervision-conclude-title",
    lead: "supervision-conclude-lead",
    button: "supervision-conclude-button",
    flash: "supervision-flash-concluded",
    fields: &[Field::new("result", "supervision-field-result", Kind::Long(4000))],
};
const LIFT: Asked = Asked {
    title: "supervision-lift-title",
    lead: "supervision-lift-lead",
    button: "supervision-lift-button",
    flash: "supervision-flash-lifted",
    fields: &[Field::new("reason", "supervision-field-reason", Kind::Long(500))],
};

/// The page, for whoever may do it.
async fn shown(site: &Site, actor: &Actor, right: Right, id: KeyId, v: &View, f: &Form, of: (&Asked, &str)) -> Answer {
    let key = desk::key::may(site, actor, id, right).await?;
    let matter = queries::about(&mut site.db(), key.suggestion).await?.matter;
    let back = format!("/supervision/keys/{id}");
    Ok(sheet(v, f, of.0, &matter.title, &format!("{back}/{}", of.1), &back))
}

/// One form: its page, and what is done with what was typed.
macro_rules! form {
    ($($ask:ident $give:ident $end:literal $asked:ident $right:ident $read:expr;)+) => {$(
        pub async fn $ask(State(site): State<Site>, Extension(actor): Who, Path(id): Path<KeyId>, v: View) -> Answer {
            shown(&site, &actor, Right::$right, id, &v, &Form::blank(&v), (&$asked, $end)).await
        }

        pub async fn $give(
            State(site): State<Site>,
            Extension(actor): Who,
            Path(id): Path<KeyId>,
            v: View,
            mut form: Form,
        ) -> Answer {
            // Who may not is told so before anything is read.
            desk::key::may(&site, &actor, id, Right::$right).await?;
            let read: fn(&mut Form) -> Option<_> = $read;
            if let Some(wanted) = read(&mut form) {
                let once = form.once(&format!("/supervision/keys/{id}/{}", $end))?;
                match desk::key::$give(&site, &actor, id, wanted, &once).await {
                    Ok(_) => return Ok(done(&format!("/supervision/keys/{id}"), $asked.flash)),
                    Err(problem) => keep(&mut form, &$asked, problem)?,
                }
            }
            shown(&site, &actor, Right::$right, id, &v, &form, (&$asked, $end)).await
        }
    )+};
}

form! {
    ask_plan plan "steps" PLAN KeyRecord |form| {
        let (what, by) = (form.take("what"), form.take("by"));
        Some(StepWanted { what: what?, by: by? })
    };
    ask_visit visit "visits" VISIT KeyRecord |form| {
        let (day, place) = (form.take("day"), form.take("place"));
        let (people, minutes) = (form.take("people"), form.take("minutes"));
        Some(VisitWanted { day: day?, place: place?, people: people?, minutes: minutes? })
    };
    ask_report report "reports" REPORT KeyRecord |form| {
        let (kind, words) = (form.choice("kind", ReportKind::read), form.take("words"));
        Some(ReportWanted { kind: kind?, words: words? })
    };
    ask_policy policy "policies" POLICY KeyRecord |form| {
        let (name, day) = (form.take("name"), form.take("day"));
        Some(PolicyWanted { name: name?, day: day? })
    };
    ask_conclude conclude "conclusion" CONCLUDE KeyMark |form| form.take("result").map(|result| KeyResult { result });
    ask_lift lift "removal" LIFT KeyMark |form| form.take("reason").map(|reason| KeyReason { reason });
}

pub async fn ask_finish(
    State(site): State<Site>,
    Extension(actor): Who,
    Path((id, entry)): Path<(KeyId, EntryId)>,
    v: View,
) -> Answer {
    finishing(&site, &actor, (id, entry), &v, &Form::blank(&v)).await
}

async fn finishing(site: &Site, actor: &Actor, (id, entry): (KeyId, EntryId), v: &View, f: &Form) -> Answer {
    let key = desk::key::may(site, actor, id, Right::KeyRecord).await?;
    let step = key.steps.iter().find(|step| step.id == entry).ok_or_else(Problem::missing)?;
    let back = format!("/supervision/keys/{id}");
    Ok(sheet(v, f, &FINISH, step.what.as_str(), &format!("{back}/steps/{entry}"), &back))
}

pub async fn finish(
    State(site): State<Site>,
    Extension(actor): Who,
    Path((id, entry)): Path<(KeyId, EntryId)>,
    v: View,
    mut form: Form,
) -> Answer {
    desk::key::may(&site, &actor, id, Right::KeyRecord).await?;
    if let Some(note) = form.take("note") {
        match desk::key::finish(&site, &actor, id, entry, StepNote { note }).await {
            Ok(_) => return Ok(done(&format!("/supervision/keys/{id}"), FINISH.flash)),
            Err(problem) => keep(&mut form, &FINISH, problem)?,
        }
    }
    finishing(&site, &actor, (id, entry), &v, &form).await
}
