//! What whoever asks may see: pages and JSON alike.

use accounts_rules::{Actor, Right};
use kernel::PersonId;
use kit::{Problem, Site};
use roster_rules::{masked_email, masked_id_number, masked_phone};

use crate::{
    desk,
    queries::seats::{self, RoleLine, SeatLine},
    store::person::{self, Contact, Person},
};

/// What is shown of a person to whoever asks.
pub(crate) struct Shown {
    /// The person.
    pub person: Person,
    /// Those seats that this reader may see.
    pub seats: Vec<SeatLine>,
    /// The roles held with them.
    pub roles: Vec<RoleLine>,
    /// Whether the reader belongs to an office that keeps this person.
    pub office: bool,
}

/// A person as the reader may see them: everybody sees deputies in office, an office sees its own people whole.
///
/// # Errors
/// Missing when there is nobody the reader may see; a merged entry answers with the one it was merged into.
pub(crate) async fn person(site: &Site, actor: &Actor, id: PersonId) -> Result<Shown, Problem> {
    let mut found = person::load(&mut site.db(), id).await?.ok_or_else(Problem::missing)?;
    if let Some(kept) = found.merged_into {
        found = person::load(&mut site.db(), kept).await?.ok_or_else(Problem::missing)?;
    }
    let office = desk::in_whose_name(&mut site.db(), actor, Right::RosterEdit, found.id).await.is_ok();
    let mut seats = seats::of_people(&mut site.db(), vec![found.id]).await?;
    if !office {
        seats.retain(|seat| seat.state == "in_office");
        if seats.is_empty() && actor.person != Some(found.id) {
            return Err(Problem::missing());
        }
    }
    let roles = seats::roles(&mut site.db(), seats.iter().map(|seat| seat.id).collect()).await?;
    Ok(Shown { person: found, seats, roles, office })
}

/// Whether the actor may open, and may amend, a person's contact data.
#[derive(Clone, Copy)]
pub(crate) struct MayContact {
    /// Open with a reason.
    pub open: bool,
    /// Amend.
    pub amend: bool,
}

/// What the actor may do with a person's contact data. People may amend their own.
///
/// # Errors
/// Missing when neither; who is not signed in is asked to.
pub(crate) async fn contact(site: &Site, actor: &Actor, id: PersonId) -> Result<MayContact, Problem> {
    if !actor.signed_in() {
        return Err(Problem::SignIn);
    }
    let own = actor.person == Some(id) && actor.acting_for.is_none();
    let open = desk::in_whose_name(&mut site.db(), actor, Right::ContactOpen, id).await.is_ok();
    let amend = own || desk::in_whose_name(&mut site.db(), actor, Right::ContactEdit, id).await.is_ok();
    if open || amend { Ok(MayContact { open, amend }) } else { Err(Problem::missing()) }
}

/// Contact data with all that matters covered; the day of birth is left out.
pub(crate) fn masked(contact: &Contact) -> Contact {
    Contact {
        phone: contact.phone.as_deref().map(masked_phone),
        id_number: contact.id_number.as_deref().map(masked_id_number),
        born: None,
        email: contact.email.as_deref().map(masked_email),
        address: contact.address.as_ref().map(|_| "***".to_owned()),
        version: contact.version,
    }
}
