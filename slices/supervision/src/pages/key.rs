//! One key suggestion with its file.

use std::collections::BTreeMap;

use accounts_rules::{Actor, Right};
use askama::Template;
use axum::{
    Extension,
    extract::{Path, State},
    response::Response,
};
use kernel::Day;
use kit::{Problem, Site, View, web::page};
use supervision_rules::{EntryId, Key, KeyId, KeyStage, ReportKind};
use uuid::Uuid;

use crate::{desk, queries, queries::About, store::evidence_counts};

#[derive(Template)]
#[template(path = "supervision/key.html")]
struct Show<'a> {
    v: &'a View,
    key: Key,
    about: About,
    units: Vec<(String, String)>,
    stage: String,
    tone: &'static str,
    today: Day,
    overdue: usize,
    records: bool,
    ends: bool,
    /// How many files are laid to each entry that has any.
    files: BTreeMap<Uuid, i64>,
    /// Whether the actor may open the suggestion itself.
    opens: bool,
}

impl Show<'_> {
    fn kind(&self, kind: &ReportKind) -> String {
        self.v.t(&format!("supervision-report-{}", kind.word())).into_owned()
    }

    /// How many files are laid to an entry; nothing where the visitor finds none and lays none.
    fn files(&self, id: &EntryId) -> Option<i64> {
        let count = self.files.get(&id.uuid()).copied().unwrap_or_default();
        (count > 0 || self.records).then_some(count)
    }

    /// Whole days to that day.
    fn left(&self, by: &Day) -> i64 {
        by.days_since(self.today).into()
    }
}

pub async fn show(
    State(site): State<Site>,
    Extension(actor): Extension<Actor>,
    Path(id): Path<KeyId>,
    v: View,
) -> Result<Response, Problem> {
    let key = desk::key::of(&site, &actor, id).await?.key;
    let about = queries::about(&mut site.db(), key.suggestion).await?;
    let today = site.today();
    let (running, congress) = (key.stage == KeyStage::Running, key.congress);
    let role = |word: &str| v.t(&format!("supervision-role-{word}")).into_owned();
    let entries = key.visits.iter().map(|one| one.id).chain(key.reports.iter().map(|one| one.id));
    let entries = entries.chain(key.policies.iter().map(|one| one.id)).map(|id| id.uuid()).collect();
    let template = Show {
        files: evidence_counts(&mut site.db(), entries).await?,
        units: about.units.iter().map(|(unit, word)| (unit.name.clone(), role(word))).collect(),
        stage: v.t(&format!("supervision-key-{}", key.stage.word())).into_owned(),
        tone: if running { "wait" } else { "quiet" },
        overdue: key.overdue(today).count(),
        records: running && actor.may(Right::KeyRecord, congress).is_ok(),
        ends: running && actor.may(Right::KeyMark, congress).is_ok(),
        opens: opens(&actor, &key, &about),
        v: &v,
        key,
        about,
        today,
    };
    Ok(page(&template))
}

/// Office, transfer office, the units that have a part, and the lead deputy read the suggestion itself.
fn opens(actor: &Actor, key: &Key, about: &About) -> bool {
    let part = |unit| actor.may(Right::AssignmentSee, unit).is_ok();
    actor.may(Right::SuggestionSeeAssigned, key.congress).is_ok()
        || actor.stands_for() == Some(about.matter.lead)
        || about.units.iter().any(|(unit, _)| part(unit.id))
}
