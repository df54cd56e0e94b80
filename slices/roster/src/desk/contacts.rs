//! Sealed contact data: amended by the office or the person, opened with a recorded reason.

use accounts_rules::{Actor, Right};
use kernel::{Day, PersonId, Text};
use kit::{
    Problem, Site, journal,
    web::{Compared, Errors, Wrong},
};
use roster_rules::{Fact, IdNumber, phone};
use serde::{Deserialize, Serialize};

use super::{begun, in_whose_name, people, stale};
use crate::store::person::{self, Contact};

/// Contact data as a form or a request says it.
#[derive(Clone, Default, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields, default)]
pub struct ContactEntry {
    /// A mobile or a landline with its area code.
    pub phone: Option<String>,
    /// 18 places.
    pub id_number: Option<String>,
    /// The day of birth; follows from the identity number when left out.
    #[schema(value_type = Option<String>, format = Date)]
    pub born: Option<Day>,
    /// Electronic mail.
    pub email: Option<String>,
    /// Where letters go.
    #[schema(value_type = Option<String>, max_length = 120)]
    pub address: Option<Text<120>>,
}

impl ContactEntry {
    /// This entry where it says something, and what stands where it says nothing: what is sealed need not be typed again.
    #[must_use]
    pub fn laid_over(self, stands: Contact) -> Self {
        Self {
            phone: self.phone.or(stands.phone),
            id_number: self.id_number.or(stands.id_number),
            born: self.born.or(stands.born),
            email: self.email.or(stands.email),
            address: self.address.or_else(|| stands.address.and_then(|text| Text::parse(&text).ok())),
        }
    }

    /// Reads the entry field by field.
    ///
    /// # Errors
    /// Names every field that cannot be taken.
    pub fn read(&self) -> Result<Contact, Errors> {
        let mut errors = Errors::default();
        let given = |text: &Option<String>| text.clone().map(|t| t.trim().to_owned()).filter(|t| !t.is_empty());
        let mut tried = |field: &str, key: &'static str, text: &Option<String>, read: fn(&str) -> Option<String>| {
            let text = given(text)?;
            let found = read(&text);
            if found.is_none() {
                errors.note(field, Wrong::new(key));
            }
            found
        };
        let phone = tried("phone", "roster-wrong-phone", &self.phone, phone);
        let number = |text: &str| IdNumber::parse(text).map(|number| number.as_str().to_owned());
        let id_number = tried("id_number", "roster-wrong-id-number", &self.id_number, number);
        let email = tried("email", "roster-wrong-email", &self.email, email);
        if !errors.0.is_empty() {
            return Err(errors);
        }
        let born = self.born.or_else(|| id_number.as_deref().and_then(IdNumber::parse).and_then(|n| n.born()));
        let address = self.address.as_ref().map(ToString::to_string);
        Ok(Contact { phone, id_number, born, email, address, version: 0 })
    }
}

/// An address of electronic mail, roughly: one `@` with something sensible on both sides.
pub(crate) fn email(text: &str) -> Option<String> {
    let (name, host) = text.split_once('@')?;
    let plain = text.len() <= 120 && text.chars().all(|c| c.is_ascii_graphic() && !"<>\",;".contains(c));
    (plain && !name.is_empty() && host.contains('.') && !host.contains('@')).then(|| text.to_owned())
}

/// Amends contact data. A person may amend their own.
///
/// # Errors
/// When a field cannot be taken, the actor may not, somebody else was quicker, or the database refuses.
pub async fn amend(site: &Site, actor: &Actor, id: PersonId, seen: i64, entry: &ContactEntry) -> Result<(), Problem> {
    let mut tx = begun(site, actor).await?;
    let congress = if actor.person == Some(id) && actor.acting_for.is_none() {
        super::congresses_of(&mut tx, id).await?.into_iter().next().ok_or_else(Problem::missing)?
    } else {
        in_whose_name(&mut tx, actor, Right::ContactEdit, id).await?
    };
    people::load(&mut tx, id).await?;
    let after = entry.read()?;
    let before = person::contact(&mut tx, id).await?;
    let after = Contact { version: before.version, ..after };
    let fields = changed(&before, &after);
    // What another person typed is sealed too: the page shows that it changed, not to what.
    let sealed = |&(label, name)| Compared { name, label, yours: String::new(), stands: "***".to_owned() };
    let theirs = || fields.iter().map(sealed).collect();
    if before.version != seen {
        return Err(stale(theirs(), before.version, format!("/people/{id}/contact")));
    }
    if fields.is_empty() {
        return Ok(());
    }
    if !person::save_contact(&mut tx, id, &after).await? {
        return Err(stale(theirs(), before.version, format!("/people/{id}/contact")));
    }
    let fields = fields.into_iter().map(|(_, name)| name.to_owned()).collect();
    let fact = Fact::ContactAmended { person: id, fields };
    journal::append(&mut tx, actor.records(site.now(), congress, id.uuid(), fact)).await?;
    Ok(tx.commit().await?)
}

fn changed(before: &Contact, after: &Contact) -> Vec<(&'static str, &'static str)> {
    let each = [
        (before.phone != after.phone, ("roster-field-phone", "phone")),
        (before.id_number != after.id_number, ("roster-field-id-number", "id_number")),
        (before.born != after.born, ("roster-field-born", "born")),
        (before.email != after.email, ("roster-field-email", "email")),
        (before.address != after.address, ("roster-field-address", "address")),
    ];
    each.into_iter().filter(|(changed, _)| *changed).map(|(_, names)| names).collect()
}

/// Opens the seal: answers with the data after the reason stands in the journal.
///
/// # Errors
/// When the actor may not, or the database refuses; then nothing is shown.
pub async fn open(site: &Site, actor: &Actor, id: PersonId, reason: &Text<200>) -> Result<Contact, Problem> {
    let mut tx = begun(site, actor).await?;
    let congress = in_whose_name(&mut tx, actor, Right::ContactOpen, id).await?;
    people::load(&mut tx, id).await?;
    let contact = person::contact(&mut tx, id).await?;
    let fact = Fact::ContactOpened { person: id, reason: reason.to_string() };
    journal::append(&mut tx, actor.records(site.now(), congress, id.uuid(), fact)).await?;
    tx.commit().await?;
    Ok(contact)
}
