//! The register of dissatisfied cases (挂号督办): what the judgements of a part say about whether it stands there.

use kernel::PersonId;
use suggestions_rules::Score;

/// One judgement of one round.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Word {
    /// Who.
    pub signer: PersonId,
    /// In which round.
    pub round: u16,
    /// Of the work.
    pub process: Score,
    /// Of the result.
    pub result: Score,
}

/// How far a case is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CaseStage {
    /// 督办中.
    Open,
    /// 已转为满意: nobody is dissatisfied any more.
    Turned,
    /// 已结束: the suggestion was closed or withdrawn while somebody was.
    Ended,
}

impl CaseStage {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Open, Self::Turned, Self::Ended];

    /// The word in rows and locale keys.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Turned => "turned",
            Self::Ended => "ended",
        }
    }

    /// Reads the word.
    #[must_use]
    pub fn read(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|stage| stage.word() == word)
    }
}

/// Whether somebody is dissatisfied now: each signer's latest word counts, and silence in a later round leaves the earlier word standing.
#[must_use]
pub fn dissatisfied(judged: &[Word]) -> bool {
    judged.iter().any(|one| {
        let later = judged.iter().any(|other| other.signer == one.signer && other.round > one.round);
        !later && [one.process, one.result].contains(&Score::Dissatisfied)
    })
}
