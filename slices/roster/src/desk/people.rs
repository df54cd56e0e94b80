//! Entering and amending people.

use accounts_rules::{Actor, Right};
use kernel::{BodyId, PersonId, Text};
use kit::{
    Problem, Site,
    db::Tx,
    journal,
    web::{Compared, Filled, api::Once},
};
use roster_rules::{Fact, Gender, written};
use serde::{Deserialize, Serialize};

use super::{allowed, begun, in_whose_name, made_before, stale};
use crate::store::{
    body,
    person::{self, Person},
};

/// What is public of a person, as a form or a request says it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Entry {
    /// The name.
    #[schema(value_type = String, max_length = 40, examples("张三"))]
    pub name: Text<40>,
    /// As the identity card has it.
    #[serde(default)]
    #[schema(value_type = Option<String>, examples("female"))]
    pub gender: Option<Gender>,
    /// 民族.
    #[serde(default)]
    #[schema(value_type = Option<String>, max_length = 20, examples("土家族"))]
    pub ethnicity: Option<Text<20>>,
    /// 党派.
    #[serde(default)]
    #[schema(value_type = Option<String>, max_length = 20)]
    pub party: Option<Text<20>>,
    /// 学历.
    #[serde(default)]
    #[schema(value_type = Option<String>, max_length = 20)]
    pub education: Option<Text<20>>,
    /// 工作单位及职务.
    #[serde(default)]
    #[schema(value_type = Option<String>, max_length = 120)]
    pub occupation: Option<Text<120>>,
}

impl Entry {
    fn person(&self, id: PersonId, kept_by: BodyId) -> Person {
        let blank = Person {
            id,
            name: String::new(),
            pinyin: String::new(),
            gender: None,
            ethnicity: None,
            party: None,
            education: None,
            occupation: None,
            merged_into: None,
            kept_by: Some(kept_by),
            version: 1,
        };
        self.laid_over(blank)
    }

    fn laid_over(&self, person: Person) -> Person {
        Person {
            name: written(self.name.as_str()),
            gender: self.gender.map(|gender| gender.to_string()),
            ethnicity: self.ethnicity.as_ref().map(ToString::to_string),
            party: self.party.as_ref().map(ToString::to_string),
            education: self.education.as_ref().map(ToString::to_string),
            occupation: self.occupation.as_ref().map(ToString::to_string),
            ..person
        }
    }
}

/// Enters a person into the roster of a congress. An entry is no mandate: that takes an election.
///
/// # Errors
/// When the actor may not, or the database refuses.
pub async fn enter(
    site: &Site,
    actor: &Actor,
    congress: BodyId,
    entry: &Entry,
    once: &Once,
) -> Result<PersonId, Problem> {
    allowed(actor, Right::RosterEdit, congress)?;
    let id: PersonId = site.new_id();
    let mut tx = begun(site, actor).await?;
    if let Some(before) = made_before(&mut tx, site, actor, once, entry, id).await? {
        return Ok(before);
    }
    entered(&mut tx, (site, actor), congress, entry, id).await?;
    tx.commit().await?;
    Ok(id)
}

/// Enters the person inside a transaction; whoever calls has made sure that the actor may.
pub(super) async fn entered(
    tx: &mut Tx,
    (site, actor): (&Site, &Actor),
    congress: BodyId,
    entry: &Entry,
    id: PersonId,
) -> Result<(), Problem> {
    body::load(tx, congress).await?.filter(|kept| kept.body.congress == congress).ok_or_else(Problem::missing)?;
    person::insert(tx, &entry.person(id, congress)).await?;
    journal::append(tx, actor.records(site.now(), congress, id.uuid(), Fact::PersonEntered { person: id })).await?;
    Ok(())
}

/// Amends the public facts of a person.
///
/// # Errors
/// When the actor may not, somebody else was quicker, the entry was merged into another, or the database refuses.
pub async fn amend(site: &Site, actor: &Actor, id: PersonId, seen: i64, entry: &Entry) -> Result<(), Problem> {
    let mut tx = begun(site, actor).await?;
    let congress = in_whose_name(&mut tx, actor, Right::RosterEdit, id).await?;
    let before = load(&mut tx, id).await?;
    let after = entry.laid_over(before.clone());
    if before.version != seen {
        return Err(stale(beside(&after, &before), before.version, format!("/people/{id}")));
    }
    let fields: Vec<String> = changed(&before, &after)
        .into_iter()
        .map(|label| label.trim_start_matches("roster-field-").to_owned())
        .collect();
    if fields.is_empty() {
        return Ok(());
    }
    if !person::save(&mut tx, &after).await? {
        return Err(stale(beside(&after, &before), before.version, format!("/people/{id}")));
    }
    let fact = Fact::PersonAmended { person: id, fields };
    journal::append(&mut tx, actor.records(site.now(), congress, id.uuid(), fact)).await?;
    Ok(tx.commit().await?)
}

/// A person who is there and not merged into another.
pub(crate) async fn load(tx: &mut Tx, id: PersonId) -> Result<Person, Problem> {
    let person = person::load(tx, id).await?.ok_or_else(Problem::missing)?;
    if person.merged_into.is_some() {
        return Err(kernel::Refused::new(kernel::Refusal::NotNow, "roster-refused-merged").into());
    }
    Ok(person)
}

fn beside(mine: &Person, theirs: &Person) -> Vec<Compared> {
    let both = filled(mine).into_iter().zip(filled(theirs));
    both.map(|((name, label, yours), (_, _, stands))| Compared { name, label, yours, stands }).collect()
}

fn changed(before: &Person, after: &Person) -> Vec<&'static str> {
    beside(after, before).into_iter().filter(|field| field.yours != field.stands).map(|field| field.label).collect()
}

fn filled(person: &Person) -> Vec<Filled> {
    let text = |value: &Option<String>| value.clone().unwrap_or_default();
    vec![
        ("name", "roster-field-name", person.name.clone()),
        ("gender", "roster-field-gender", text(&person.gender)),
        ("ethnicity", "roster-field-ethnicity", text(&person.ethnicity)),
        ("party", "roster-field-party", text(&person.party)),
        ("education", "roster-field-education", text(&person.education)),
        ("occupation", "roster-field-occupation", text(&person.occupation)),
    ]
}
