//! What the ledger of promises is asked for, as it stands in an address: the same for pages and JSON.

use accounts_rules::Actor;
use kernel::BodyId;
use kit::{Problem, Site, web::chosen};
use serde::Deserialize;
use suggestions_rules::Standing;
use utoipa::IntoParams;

use crate::queries::{PromiseFilter, Whose};

/// What the ledger is narrowed to. Empty is as good as absent; what means nothing is refused.
#[derive(Clone, Debug, Default, Deserialize, IntoParams)]
#[serde(default)]
#[into_params(parameter_in = Query)]
pub struct Asked {
    /// The congress or the unit whose ledger it is.
    #[param(value_type = uuid::Uuid)]
    pub body: String,
    /// `open`, `answered`, `kept` or `not-kept`.
    pub standing: String,
    /// `1` for the open ones whose day has passed.
    pub overdue: String,
    /// A unit of the congress.
    pub unit: String,
    /// The class of the reply.
    pub class: String,
    /// The year for which it is promised.
    pub year: String,
    /// `1` for those taken over from an earlier year.
    pub over: String,
    /// `next` of the page before.
    pub after: String,
    /// `xlsx` or `csv`, for the table.
    #[serde(rename = "as")]
    #[param(rename = "as")]
    pub kind: String,
}

/// The filter that is asked for, as far as the actor may see that ledger; without a body the first one the actor sees.
///
/// # Errors
/// When the actor sees no such ledger, or beside the field that means nothing.
pub fn filter(site: &Site, actor: &Actor, asked: &Asked) -> Result<PromiseFilter, Problem> {
    let ticked = |name: &str, raw: &str| chosen(name, raw, |raw| (raw == "1").then_some(())).map(|it| it.is_some());
    let whose = Whose::seen_by(actor, chosen("body", &asked.body, |raw| raw.parse().ok())?)?;
    let known = |raw: &str| Standing::WORDS.contains(&raw).then(|| raw.to_owned());
    Ok(PromiseFilter {
        whose,
        standing: chosen("standing", &asked.standing, known)?,
        before: ticked("overdue", &asked.overdue)?.then(|| site.today()),
        unit: chosen("unit", &asked.unit, |raw| raw.parse().ok())?,
        class: chosen("class", &asked.class, |raw| (raw.len() <= 30).then(|| raw.to_owned()))?,
        year: chosen("year", &asked.year, |raw| raw.parse().ok().filter(|year| (1954..=2999).contains(year)))?,
        taken_over: ticked("over", &asked.over)?,
    })
}

impl Asked {
    /// The same ledger in an address, from another place on.
    #[must_use]
    pub fn address(&self, path: &str, body: BodyId, after: &str) -> String {
        let mut query = form_urlencoded::Serializer::new(String::new());
        query.append_pair("body", &body.to_string());
        let fields = [
            ("standing", &self.standing),
            ("overdue", &self.overdue),
            ("unit", &self.unit),
            ("class", &self.class),
            ("year", &self.year),
            ("over", &self.over),
        ];
        for (name, value) in fields.into_iter().filter(|(_, value)| !value.is_empty()) {
            query.append_pair(name, value);
        }
        if !after.is_empty() {
            query.append_pair("after", after);
        }
        format!("{path}?{}", query.finish())
    }
}
