//! Who may look at a suggestion, and as whom.

use accounts_rules::{Actor, Right};
use kernel::{Day, Refusal, Refused};
use suggestions_rules::{AssignmentId, Suggestion};

/// As whom an actor looks at a suggestion.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Sight {
    /// The lead deputy.
    Lead,
    /// A deputy who was asked to second it.
    Cosigner,
    /// The office or the leaders of the congress.
    Office,
    /// The government's office: what was assigned.
    Transfer,
    /// A unit that handles it: scores only once they are open.
    Unit(Vec<AssignmentId>),
    /// Anybody else, because its deputy consented to publication.
    Public,
}

impl Sight {
    /// As whom the actor looks.
    ///
    /// # Errors
    /// As if there were no such suggestion, when it is not for this actor to know of.
    pub fn of(actor: &Actor, suggestion: &Suggestion) -> Result<Self, Refused> {
        let person = actor.stands_for();
        if person == Some(suggestion.lead.person) {
            return Ok(Self::Lead);
        }
        if suggestion.cosigners.iter().any(|cosigner| person == Some(cosigner.person)) {
            return Ok(Self::Cosigner);
        }
        let may = |right| actor.may(right, suggestion.congress).is_ok();
        if !suggestion.stage.private() && may(Right::SuggestionSeeFiled) {
            return Ok(Self::Office);
        }
        if let Some(handling) = suggestion.stage.handling() {
            if may(Right::SuggestionSeeAssigned) {
                return Ok(Self::Transfer);
            }
            let own = handling.handlers.all().filter(|part| actor.may(Right::AssignmentSee, part.unit).is_ok());
            let own: Vec<AssignmentId> = own.map(|part| part.id).collect();
            if !own.is_empty() {
                return Ok(Self::Unit(own));
            }
        }
        let open = suggestion.sheet.publish == Some(true) && suggestion.stage.numbered().is_some();
        if open && may(Right::SuggestionSeePublished) {
            return Ok(Self::Public);
        }
        Err(Refused::new(Refusal::Missing, "kit-problem-missing"))
    }

    /// Whether scores wait until they are open.
    #[must_use]
    pub const fn veils(&self) -> bool {
        match self {
            Self::Lead | Self::Cosigner | Self::Office | Self::Transfer => false,
            Self::Unit(_) | Self::Public => true,
        }
    }

    /// The suggestion as it may be seen.
    #[must_use]
    pub fn show(&self, suggestion: Suggestion, today: Day) -> Suggestion {
        if self.veils() { suggestion.veiled(today) } else { suggestion }
    }
}
