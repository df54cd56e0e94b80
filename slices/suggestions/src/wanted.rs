//! What a list of suggestions is asked for, as it stands in an address: the same for pages and JSON.

use kernel::BodyId;
use kit::{
    Problem, Site,
    db::Sql,
    web::{Errors, Wrong},
};
use serde::Deserialize;
use suggestions_rules::RuleBook;
use utoipa::IntoParams;

use crate::queries::{self, Filter};

/// What the list is narrowed to. Empty is as good as absent; what means nothing is refused.
#[derive(Clone, Debug, Default, Deserialize, IntoParams)]
#[serde(default)]
#[into_params(parameter_in = Query)]
pub struct Wanted {
    /// The congress.
    #[param(value_type = uuid::Uuid)]
    pub congress: String,
    /// Words that title or text must hold; all of those between spaces.
    pub q: String,
    /// The word of a stage: `handling`.
    pub stage: String,
    /// The code of a category of the congress.
    pub category: String,
    /// A session of the congress.
    pub session: String,
    /// A unit with a part in it.
    pub unit: String,
    /// The year in which it was handed in: `2026`.
    pub year: String,
    /// `next` of the page before.
    pub after: String,
}

/// The stages a list can be narrowed to, in the order of the work: what lies with its deputy is not in it.
pub const STAGES: [&str; 9] =
    ["submitted", "returned", "refusing", "refused", "accepted", "numbered", "handling", "closed", "withdrawn"];

impl Wanted {
    /// The congress that is asked for, if any.
    ///
    /// # Errors
    /// Beside the field, when it names nothing.
    pub fn congress(&self) -> Result<Option<BodyId>, Problem> {
        let mut errors = Errors::default();
        let congress = field(&mut errors, "congress", &self.congress, |raw| raw.parse().ok());
        errors.check().map(|()| congress)
    }

    /// What is asked of one congress, whose book names its categories: without one no category is known.
    ///
    /// # Errors
    /// Beside each field that means nothing there.
    pub async fn filter(&self, site: &Site, congress: BodyId, book: Option<&RuleBook>) -> Result<Filter, Problem> {
        let mut errors = Errors::default();
        let known = |raw: &str| STAGES.contains(&raw).then(|| raw.to_owned());
        let named = |raw: &str| book.is_some_and(|book| !book.name_of("category", raw).is_empty());
        let category = |raw: &str| named(raw).then(|| raw.to_owned());
        let filter = Filter {
            congress,
            stage: field(&mut errors, "stage", &self.stage, known),
            category: field(&mut errors, "category", &self.category, category),
            session: field(&mut errors, "session", &self.session, |raw| raw.parse().ok()),
            unit: field(&mut errors, "unit", &self.unit, |raw| raw.parse().ok()),
            year: field(&mut errors, "year", &self.year, |raw| raw.parse().ok().filter(|y| (1954..=2999).contains(y))),
        };
        let mut unknown = |name: &str| errors.note(name, Wrong::new("kit-form-unknown-choice"));
        if let Some(session) = filter.session
            && queries::sessions(&mut site.db(), congress).await?.iter().all(|one| one.id != session)
        {
            unknown("session");
        }
        let unit = Sql::new("select 1 from v_body where kind = 'unit' and id = {}");
        if let Some(id) = filter.unit
            && site.db().one::<(i64,)>(unit.bind(id)).await?.is_none()
        {
            unknown("unit");
        }
        errors.check()?;
        Ok(filter)
    }

    /// The same list in an address, from another place on.
    #[must_use]
    pub fn address(&self, path: &str, congress: BodyId, after: &str) -> String {
        let mut query = form_urlencoded::Serializer::new(String::new());
        query.append_pair("congress", &congress.to_string());
        let fields = [
            ("q", &self.q),
            ("stage", &self.stage),
            ("category", &self.category),
            ("session", &self.session),
            ("unit", &self.unit),
            ("year", &self.year),
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

fn field<T>(errors: &mut Errors, name: &str, raw: &str, read: impl FnOnce(&str) -> Option<T>) -> Option<T> {
    let raw = raw.trim();
    if raw.is_empty() {
        return None;
    }
    let read = read(raw);
    if read.is_none() {
        errors.note(name, Wrong::new("kit-form-unknown-choice"));
    }
    read
}
