//! What an assignment waits for next: the heading under which work lists keep it.

use kernel::Day;

use crate::{Assignment, Round, RoundStage, Work};

/// What is awaited, and so of whom.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Awaited {
    /// The unit's signature for it (待签收).
    SignFor,
    /// The ruling on the unit's objection (待裁定).
    Ruling,
    /// The answer to a unit that asked for more time (待批延期).
    Consent,
    /// The co-unit's opinion (待会办).
    Opinion,
    /// The unit's draft, sent to check (待答复).
    Reply,
    /// The checker's word (待审核).
    Check,
    /// The unit head's signature (待签发).
    Signature,
    /// Delivery to the signers (待送达).
    Delivery,
    /// The signers' judgements (待评价).
    Judgement,
    /// The order to handle it again, or, after a second 不满意, to close it (待重办).
    Redo,
    /// Nothing more: the opinion is given, every signer has spoken, or the suggestion is at rest.
    Nothing,
}

impl Awaited {
    /// All of them, in the order of the work.
    pub const ALL: [Self; 11] = [
        Self::SignFor,
        Self::Ruling,
        Self::Consent,
        Self::Opinion,
        Self::Reply,
        Self::Check,
        Self::Signature,
        Self::Delivery,
        Self::Judgement,
        Self::Redo,
        Self::Nothing,
    ];

    /// The word in rows and locale keys.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::SignFor => "sign-for",
            Self::Ruling => "ruling",
            Self::Consent => "consent",
            Self::Opinion => "opinion",
            Self::Reply => "reply",
            Self::Check => "check",
            Self::Signature => "signature",
            Self::Delivery => "delivery",
            Self::Judgement => "judgement",
            Self::Redo => "redo",
            Self::Nothing => "nothing",
        }
    }

    /// Reads the word.
    #[must_use]
    pub fn read(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|awaited| awaited.word() == word)
    }
}

impl Assignment {
    /// What is awaited, and the last day for it where a limit runs. Until a reply is signed its clock runs, whoever has it.
    #[must_use]
    pub fn awaits(&self) -> (Awaited, Option<Day>) {
        match &self.work {
            Work::Waiting => (Awaited::SignFor, Some(self.sign_by)),
            Work::Advising { .. } => (Awaited::Opinion, Some(self.due)),
            Work::Reading | Work::Advised { .. } | Work::PassedOn { .. } => (Awaited::Nothing, None),
            Work::Objecting { objection, .. } => (Awaited::Ruling, Some(objection.rule_by)),
            Work::Handling { round, .. } if self.extension_asked().is_some() && round.signature().is_none() => {
                (Awaited::Consent, Some(self.due))
            }
            Work::Handling { round, .. } => round.awaits(),
        }
    }
}

impl Round {
    fn awaits(&self) -> (Awaited, Option<Day>) {
        match &self.stage {
            RoundStage::Awaited | RoundStage::Drafted { .. } | RoundStage::SentBack { .. } => {
                (Awaited::Reply, Some(self.due))
            }
            RoundStage::Checking { .. } => (Awaited::Check, Some(self.due)),
            RoundStage::Passed { .. } => (Awaited::Signature, Some(self.due)),
            RoundStage::Signed { .. } => (Awaited::Delivery, None),
            RoundStage::Delivered { judge_by, deliveries, redo_by, .. } => {
                let words = || deliveries.iter().map(|delivery| delivery.judgement);
                if words().flatten().any(|word| word.dissatisfied()) {
                    (Awaited::Redo, *redo_by)
                } else if words().all(|word| word.is_some()) {
                    (Awaited::Nothing, None)
                } else {
                    (Awaited::Judgement, Some(*judge_by))
                }
            }
        }
    }
}
