//! What a list of bills is asked for, as it stands in an address: the same for pages and JSON.

use bills_rules::{Ending, SessionId, Stage};
use kernel::BodyId;
use kit::{
    Problem, Site,
    web::{Errors, Wrong, chosen},
};
use serde::Deserialize;
use utoipa::IntoParams;

use crate::queries::{self, Filter};

/// The word for bills whose committee should have reported by now.
pub const OVERDUE: &str = "overdue";

/// What the list is narrowed to. Empty is as good as absent; what means nothing is refused.
#[derive(Clone, Debug, Default, Deserialize, IntoParams)]
#[serde(default)]
#[into_params(parameter_in = Query)]
pub struct Wanted {
    /// The congress.
    #[param(value_type = uuid::Uuid)]
    pub congress: String,
    /// Words the title must hold; all of those between spaces.
    pub q: String,
    /// The word of a stage: `reviewed`.
    pub stage: String,
    /// The word of an end: `suggestion`.
    pub ending: String,
    /// A session of the congress.
    pub session: String,
    /// `overdue`: with a committee that should have reported by now.
    pub due: String,
    /// `next` of the page before.
    pub after: String,
}

impl Wanted {
    /// The congress that is asked for, if any.
    ///
    /// # Errors
    /// Beside the field, when it names nothing.
    pub fn congress(&self) -> Result<Option<BodyId>, Problem> {
        chosen("congress", &self.congress, |raw| raw.parse().ok())
    }

    /// What is asked of one congress.
    ///
    /// # Errors
    /// Beside the field that means nothing there.
    pub async fn filter(&self, site: &Site, congress: BodyId) -> Result<Filter, Problem> {
        let word = |all: &[&'static str], raw: &str| all.contains(&raw).then(|| raw.to_owned());
        let session: Option<SessionId> = chosen("session", &self.session, |raw| raw.parse().ok())?;
        if let Some(id) = session
            && queries::session(&mut site.db(), id).await?.is_none_or(|found| found.congress != congress)
        {
            return Err(Errors::one("session", Wrong::new("kit-filter-unknown")).into());
        }
        Ok(Filter {
            congress,
            words: self.q.trim().to_owned(),
            stage: chosen("stage", &self.stage, |raw| word(&Stage::WORDS, raw))?,
            ending: chosen("ending", &self.ending, |raw| word(&Ending::WORDS, raw))?,
            session,
            overdue_on: chosen("due", &self.due, |raw| (raw == OVERDUE).then(|| site.today()))?,
        })
    }

    /// The same list in an address, from another place on.
    #[must_use]
    pub fn address(&self, path: &str, congress: BodyId, after: &str) -> String {
        let mut query = form_urlencoded::Serializer::new(String::new());
        query.append_pair("congress", &congress.to_string());
        let fields = [
            ("q", &self.q),
            ("stage", &self.stage),
            ("ending", &self.ending),
            ("session", &self.session),
            ("due", &self.due),
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
