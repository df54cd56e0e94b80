//! 任职履历: a person's posts and proposals.

use accounts_rules::{Actor, Right};
use appointments_rules::AppointeeId;
use askama::Template;
use axum::{
    Extension,
    extract::{Path, State},
    response::Response,
};
use kernel::Day;
use kit::{Problem, Site, View, web::page};

use super::list::tone;
use crate::queries::{self, Record, RecordLine};

#[derive(Template)]
#[template(path = "appointments/person.html")]
struct Show<'a> {
    v: &'a View,
    record: Record,
}

impl Show<'_> {
    fn word(&self, group: &str, word: &str) -> String {
        self.v.t(&format!("appointments-{group}-{word}")).into_owned()
    }

    fn tone(&self, stage: &str) -> &'static str {
        tone(stage)
    }

    fn until(&self, line: &RecordLine) -> String {
        until(self.v, line.until, line.left.as_deref())
    }
}

/// The last day, and how it ended where the congress ended it: 2026-03-12 罢免.
pub fn until(v: &View, day: Option<Day>, left: Option<&str>) -> String {
    let Some(day) = day else { return v.t("appointments-until-now").into_owned() };
    let how = left.map(|word| v.t(&format!("appointments-left-{word}")).into_owned()).unwrap_or_default();
    format!("{day} {how}").trim_end().to_owned()
}

/// A person's record, for who sees the offices of the congress.
pub(crate) async fn record_of(site: &Site, actor: &Actor, id: AppointeeId) -> Result<Record, Problem> {
    if !actor.signed_in() {
        return Err(Problem::SignIn);
    }
    let record = queries::record(&mut site.db(), id).await?.ok_or_else(Problem::missing)?;
    actor.may(Right::AppointmentSee, record.person.congress).map_err(|_| Problem::missing())?;
    Ok(record)
}

pub async fn show(
    State(site): State<Site>,
    Extension(actor): Extension<Actor>,
    Path(id): Path<AppointeeId>,
    v: View,
) -> Result<Response, Problem> {
    let record = record_of(&site, &actor, id).await?;
    Ok(page(&Show { v: &v, record }))
}
