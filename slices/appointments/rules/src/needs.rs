//! What comes with a proposal, way by way. Laws of the state name the proposal, the resignation and the motion to dismiss alone
//! (地方组织法 32, 52; 监督法 62); the rest is local.

use law_rules::{Act, Step};
use serde::{Deserialize, Serialize};

use crate::{Document, Kind};

/// Which documents a proposal of each kind needs, in the order in which they are asked for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Needs {
    /// Of an appointment.
    pub appoint: Vec<Document>,
    /// Of a removal.
    pub remove: Vec<Document>,
    /// Of somebody who is to act.
    pub acting: Vec<Document>,
    /// Of a motion to dismiss.
    pub dismiss: Vec<Document>,
    /// Of a resignation.
    pub resign: Vec<Document>,
    /// Of an approval.
    pub approve: Vec<Document>,
}

/// What provinces ask for that have published it; whether a place asks for more, for instance what came of the notice before, it sets itself.
impl Default for Needs {
    fn default() -> Self {
        Self {
            appoint: vec![Document::Proposal, Document::Form, Document::Background],
            remove: vec![Document::Proposal, Document::Reasons],
            acting: vec![Document::Proposal],
            dismiss: vec![Document::Dismissal],
            resign: vec![Document::Resignation],
            approve: vec![Document::Proposal],
        }
    }
}

impl Needs {
    /// What such a proposal needs.
    #[must_use]
    pub fn of(&self, kind: Kind) -> &[Document] {
        match kind {
            Kind::Appoint => &self.appoint,
            Kind::Remove => &self.remove,
            Kind::Acting => &self.acting,
            Kind::Dismiss => &self.dismiss,
            Kind::Resign => &self.resign,
            Kind::Approve => &self.approve,
        }
    }

    /// The kind that names a document twice, if there is one.
    #[must_use]
    pub fn twice(&self) -> Option<&'static str> {
        let all = [
            ("appoint", &self.appoint),
            ("remove", &self.remove),
            ("acting", &self.acting),
            ("dismiss", &self.dismiss),
            ("resign", &self.resign),
            ("approve", &self.approve),
        ];
        let repeats =
            |some: &[Document]| some.iter().enumerate().any(|(at, one)| some.iter().skip(at + 1).any(|it| it == one));
        all.into_iter().find(|(_, some)| repeats(some)).map(|(name, _)| name)
    }
}

impl Document {
    /// Says of a step which article asks for the document: bills of the committee (地方组织法 52), a resignation (32); else the local rule.
    #[must_use]
    pub fn cited(self, step: Step) -> Step {
        match self {
            Self::Proposal => step.by(Act::Organic, 52),
            Self::Resignation => step.by(Act::Organic, 32),
            Self::Dismissal | Self::Defence => step.by(Act::Supervision, 62),
            _ => step.local(),
        }
    }
}
