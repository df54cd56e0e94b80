//! Who may look at a suggestion, and as whom.

use accounts_rules::{Actor, Right};
use kernel::{Day, Refusal, Refused};
use suggestions_rules::{Answer, AssignmentId, Cosigner, RoundStage, Routed, Stage, Suggestion};

/// As whom an actor looks at a suggestion.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Sight {
    /// The lead deputy.
    Lead,
    /// A deputy who seconds it, or is asked to and has not answered.
    Cosigner,
    /// The office or the leaders of the congress.
    Office,
    /// A transfer office: what it has to divide, and what was assigned.
    Transfer,
    /// A unit that handles it: scores only once they are open.
    Unit(Vec<AssignmentId>),
    /// Any colleague, because its deputy consented to publication. The public itself reads editions (公开), never this.
    Public,
}

impl Sight {
    /// As whom the actor looks.
    ///
    /// # Errors
    /// As if there were no such suggestion, when it is not for this actor to know of; that it went to another unit, when it
    /// was theirs.
    pub fn of(actor: &Actor, suggestion: &Suggestion) -> Result<Self, Refused> {
        let person = actor.stands_for();
        if person == Some(suggestion.lead.person) {
            return Ok(Self::Lead);
        }
        if suggestion.cosigners.iter().any(|cosigner| person == Some(cosigner.person) && stays(suggestion, cosigner)) {
            return Ok(Self::Cosigner);
        }
        let may = |right| actor.may(right, suggestion.congress).is_ok();
        if !suggestion.stage.private() && may(Right::SuggestionSeeFiled) {
            return Ok(Self::Office);
        }
        let divides = |routed: Routed| actor.may(Right::SuggestionDivide, routed.office).is_ok();
        let assigned = suggestion.stage.handling().is_some() && may(Right::SuggestionSeeAssigned);
        if assigned || suggestion.routed.is_some_and(divides) {
            return Ok(Self::Transfer);
        }
        let own = own_parts(actor, suggestion);
        if !own.is_empty() {
            return Ok(Self::Unit(own));
        }
        if suggestion.open() && may(Right::SuggestionSeePublished) {
            return Ok(Self::Public);
        }
        if passed_over(actor, suggestion) {
            return Err(Refused::new(Refusal::NotYours, "suggestions-refused-passed-on"));
        }
        Err(Refused::new(Refusal::Missing, "kit-problem-missing"))
    }

    /// Whether it is the actor's work: they handle it, divide it or follow it.
    #[must_use]
    pub const fn works(&self) -> bool {
        match self {
            Self::Office | Self::Transfer | Self::Unit(_) => true,
            Self::Lead | Self::Cosigner | Self::Public => false,
        }
    }

    /// Whether scores wait until they are open.
    #[must_use]
    pub const fn veils(&self) -> bool {
        match self {
            Self::Lead | Self::Cosigner | Self::Office => false,
            Self::Transfer | Self::Unit(_) | Self::Public => true,
        }
    }

    /// The suggestion as this actor may see it: without scores that are not open, without drafts of others.
    #[must_use]
    pub fn show(&self, actor: &Actor, suggestion: Suggestion, today: Day) -> Suggestion {
        let office = [Right::SuggestionSeeFiled, Right::SuggestionSeeAssigned];
        let office = office.into_iter().any(|right| actor.may(right, suggestion.congress).is_ok());
        let own = own_parts(actor, &suggestion);
        let public = *self == Self::Public;
        let suggestion = suggestion.without_drafts(|part, stage| {
            reads(own.contains(&part), office, stage) && (!public || may_be_published(stage))
        });
        let suggestion = if public && suggestion.sheet.keep_identity { unnamed(suggestion) } else { suggestion };
        if self.veils() { suggestion.veiled(today) } else { suggestion }
    }
}

/// Whether somebody who was asked to second it still has a part in it: until the answer is no, or it goes its way without one.
const fn stays(suggestion: &Suggestion, cosigner: &Cosigner) -> bool {
    match cosigner.answer {
        Answer::Confirmed(_) => true,
        Answer::Asked => matches!(suggestion.stage, Stage::Cosigning { .. } | Stage::Returned { .. }),
        Answer::Declined(_) => false,
    }
}

/// The suggestion without the people behind it, who asked that their identity be kept.
fn unnamed(mut suggestion: Suggestion) -> Suggestion {
    suggestion.lead.person = kernel::PersonId::from_uuid(uuid::Uuid::nil());
    suggestion.cosigners.clear();
    suggestion
}

/// Whether a reply in that stage may be read: by its own unit always, by the checkers once it was sent to them, by others
/// once it was delivered.
const fn reads(own: bool, office: bool, stage: &RoundStage) -> bool {
    match stage {
        RoundStage::Awaited | RoundStage::Delivered { .. } => true,
        RoundStage::Drafted { .. } => own,
        RoundStage::Checking { .. }
        | RoundStage::SentBack { .. }
        | RoundStage::Passed { .. }
        | RoundStage::Signed { .. } => own || office,
    }
}

/// Whether the unit lets the public read its letter.
fn may_be_published(stage: &RoundStage) -> bool {
    match stage {
        RoundStage::Delivered { letter, .. } => letter.publish,
        _ => true,
    }
}

/// Whether a unit of the actor's had a part that was passed on to another: it knows of the suggestion, which is its own no longer.
fn passed_over(actor: &Actor, suggestion: &Suggestion) -> bool {
    let mut parts = suggestion.stage.handling().into_iter().flat_map(|handling| handling.handlers.all());
    parts.any(|part| actor.may(Right::AssignmentSee, part.unit).is_ok())
}

fn own_parts(actor: &Actor, suggestion: &Suggestion) -> Vec<AssignmentId> {
    let parts = suggestion.stage.handling().into_iter().flat_map(|handling| handling.handlers.live());
    parts.filter(|part| actor.may(Right::AssignmentSee, part.unit).is_ok()).map(|part| part.id).collect()
}
