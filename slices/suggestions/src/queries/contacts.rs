//! Talks with deputies: those of a suggestion, as far as they may be seen, and those that wait for a deputy's word.

use accounts_rules::Actor;
use kernel::{Day, PersonId};
use kit::{
    Fault,
    db::{Ask, Sql},
    row,
};
use suggestions_rules::{Contact, ContactId, RemarkId, SuggestionId, Word};

use crate::{Sight, store};

row!(
    /// A record that waits for the deputy's word.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub struct ToConfirm {
        /// The record.
        pub id: ContactId,
        /// The suggestion.
        pub suggestion: SuggestionId,
        /// 标题.
        pub title: String,
        /// The unit that recorded it.
        pub unit: Option<String>,
        /// The day of the talk.
        pub day: Day,
    }
);

/// The records a deputy has not answered, the oldest first.
pub async fn to_confirm(ask: &mut impl Ask, person: PersonId) -> Result<Vec<ToConfirm>, Fault> {
    let sql = Sql::new(
        "select c.id, c.suggestion, s.title, \
         (select b.name from assignment a join v_body b on b.id = a.unit where a.id = c.assignment), c.day \
         from talk c join suggestion s on s.id = c.suggestion \
         where c.person = {} and c.word = 'waiting' order by c.recorded, c.id",
    );
    ask.all(sql.bind(person)).await
}

/// The records of a suggestion that this actor may know of.
pub(super) async fn contacts(
    ask: &mut impl Ask,
    id: SuggestionId,
    actor: &Actor,
    sight: &Sight,
) -> Result<Vec<Contact>, Fault> {
    if *sight == Sight::Public {
        return Ok(vec![]);
    }
    let all = store::contacts(ask, id).await?;
    let known = |one: &Contact| *sight != Sight::Cosigner || Some(one.talk.with) == actor.stands_for();
    Ok(all.into_iter().filter(known).collect())
}

/// Whether all of a record that is known of may be read: to another unit of the matter it says only that there was a talk.
pub(super) fn whole(sight: &Sight, contact: &Contact) -> bool {
    match sight {
        Sight::Unit(own) => own.contains(&contact.assignment),
        Sight::Lead | Sight::Cosigner | Sight::Office | Sight::Transfer => true,
        Sight::Public => false,
    }
}

/// What was said, and why it is disputed.
pub(super) fn remarks(contact: &Contact) -> impl Iterator<Item = RemarkId> {
    let reason = match contact.word {
        Word::Disputed { reason, .. } => Some(reason),
        Word::Waiting | Word::Confirmed { .. } | Word::Withdrawn { .. } => None,
    };
    std::iter::once(contact.talk.said).chain(reason)
}
