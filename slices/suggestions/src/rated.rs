//! What the rates are asked for, as it stands in an address: the same for pages and JSON.

use accounts_rules::Actor;
use kernel::BodyId;
use kit::{Problem, Site, web::chosen};
use serde::Deserialize;
use suggestions_rules::Outcome;
use utoipa::IntoParams;

use crate::queries::{Behind, By, Counted, Measure, Which, Whose};

/// What is counted, and how it is put together. Empty is as good as absent; what means nothing is refused.
#[derive(Clone, Debug, Default, Deserialize, IntoParams)]
#[serde(default)]
#[into_params(parameter_in = Query)]
pub struct Rated {
    /// The congress or the unit.
    #[param(value_type = uuid::Uuid)]
    pub body: String,
    /// `unit`, `category` or `session`.
    pub by: String,
    /// `result` or `process`.
    pub measure: String,
    /// `last` or `first`: which reply of a part counts.
    pub which: String,
    /// Only one session.
    pub session: String,
    /// Cases only: `satisfied`, `basically`, `dissatisfied` or `unanswered`.
    pub outcome: String,
    /// Cases only: one unit.
    pub unit: String,
    /// Cases only: the code of one category.
    pub category: String,
    /// Cases only: `next` of the page before.
    pub after: String,
    /// `xlsx` or `csv`, for the table.
    #[serde(rename = "as")]
    #[param(rename = "as")]
    pub kind: String,
}

impl Rated {
    /// By what the figures are put together.
    ///
    /// # Errors
    /// Beside the field, when it is no such word.
    pub fn by(&self) -> Result<By, Problem> {
        let known = |word: &str| By::ALL.into_iter().find(|by| by.word() == word);
        Ok(chosen("by", &self.by, known)?.unwrap_or(By::Unit))
    }

    /// What is counted, as far as the actor may see it; without a body the first one the actor sees.
    ///
    /// # Errors
    /// When the actor sees no such figures, or beside the field that means nothing.
    pub fn counted(&self, site: &Site, actor: &Actor) -> Result<Counted, Problem> {
        let whose = Whose::seen_by(actor, chosen("body", &self.body, |raw| raw.parse().ok())?)?;
        let measure = chosen("measure", &self.measure, |word| Measure::ALL.into_iter().find(|it| it.word() == word))?;
        let which = chosen("which", &self.which, |word| Which::ALL.into_iter().find(|it| it.word() == word))?;
        Ok(Counted {
            whose,
            measure: measure.unwrap_or(Measure::Result),
            which: which.unwrap_or(Which::Last),
            session: chosen("session", &self.session, |raw| raw.parse().ok())?,
            today: site.today(),
        })
    }

    /// The cases behind a figure.
    ///
    /// # Errors
    /// As [`Rated::counted`].
    pub fn behind(&self, site: &Site, actor: &Actor) -> Result<Behind, Problem> {
        Ok(Behind {
            counted: self.counted(site, actor)?,
            outcome: chosen("outcome", &self.outcome, Outcome::read)?,
            unit: chosen("unit", &self.unit, |raw| raw.parse().ok())?,
            category: chosen("category", &self.category, |raw| (raw.len() <= 30).then(|| raw.to_owned()))?,
        })
    }

    /// The same in an address, with other fields.
    #[must_use]
    pub fn address(&self, path: &str, body: BodyId, more: &[(&str, &str)]) -> String {
        let mut query = form_urlencoded::Serializer::new(String::new());
        query.append_pair("body", &body.to_string());
        let own = [
            ("by", self.by.as_str()),
            ("measure", &self.measure),
            ("which", &self.which),
            ("session", &self.session),
            ("outcome", &self.outcome),
            ("unit", &self.unit),
            ("category", &self.category),
        ];
        let kept = own.into_iter().filter(|(name, _)| more.iter().all(|(other, _)| other != name));
        for (name, value) in kept.chain(more.iter().copied()).filter(|(_, value)| !value.is_empty()) {
            query.append_pair(name, value);
        }
        format!("{path}?{}", query.finish())
    }
}
