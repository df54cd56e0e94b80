//! A special inquiry (专题询问): what members ask those in charge of a unit on a topic, what was answered, what is to be put right and by
//! when (监督法 2024, 47–50). The lists are 询问问题清单 and 整改清单; the vote on the spot is local practice and not of the law.

mod verbs;

use kernel::{BodyId, Day, Moment, Text};
use serde::{Deserialize, Serialize};

use crate::{EntryId, InquiryId, Item, Refusal};

/// An inquiry asks at most so many questions, and lists at most so many items.
pub const MOST_ASKED: usize = 50;

/// With what it goes together.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum InquiryKind {
    /// 结合听取和审议专项工作报告.
    Report,
    /// 结合执法检查.
    Enforcement,
    /// 结合议案建议办理.
    Handling,
}

/// What is inquired into, when and by whom.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InquiryTerms {
    /// The topic.
    pub topic: Text<60>,
    /// With what it goes together.
    pub kind: InquiryKind,
    /// The day of the meeting.
    pub day: Day,
    /// Where.
    pub place: Text<100>,
    /// Who presides.
    pub leader: Text<60>,
    /// The decision it rests on.
    pub basis: Text<200>,
}

/// A special inquiry.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Inquiry {
    /// Its identity.
    pub id: InquiryId,
    /// The congress.
    pub congress: BodyId,
    /// What it is about.
    pub terms: InquiryTerms,
    /// When it was begun.
    pub begun: Moment,
    /// When the units were sent the questions; before, they know nothing of it.
    pub told: Option<Moment>,
    /// 询问问题清单, in the order in which they are asked.
    pub questions: Vec<Question>,
    /// 满意度测评: of each unit and turn at most one.
    pub polls: Vec<Poll>,
    /// 整改清单.
    pub items: Vec<Item>,
    /// How far it is.
    pub stage: InquiryStage,
}

/// One question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Question {
    /// Its identity.
    pub id: EntryId,
    /// The unit that answers.
    pub unit: BodyId,
    /// Who asks, as the list names them.
    pub asker: Text<30>,
    /// What is asked.
    pub words: Text<500>,
    /// What was answered, and what was remarked on it.
    pub answer: Option<Answer>,
}

/// What was answered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answer {
    /// When it was written down.
    pub at: Moment,
    /// The gist.
    pub words: Text<4000>,
    /// 备注: what was asked further, what is to be handed in.
    pub remark: Option<Text<500>>,
}

/// Which vote.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Turn {
    /// At the inquiry.
    First,
    /// After the units reported what was put right.
    Second,
}

/// The totals of a vote on one unit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Poll {
    /// The unit.
    pub unit: BodyId,
    /// Which vote.
    pub turn: Turn,
    /// Ballots handed in; the four others add up to it.
    pub ballots: u32,
    /// 满意.
    pub satisfied: u32,
    /// 基本满意.
    pub basically: u32,
    /// 不满意.
    pub dissatisfied: u32,
    /// 弃权 and invalid ones.
    pub invalid: u32,
}

/// How far it is.
#[derive(Clone, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the fields say what they are")]
pub enum InquiryStage {
    /// 准备中: the congress's own paper.
    Preparing,
    /// 已告知: the units have the questions.
    Told,
    /// 已询问: answers are written down, what is to be put right is listed and followed.
    Held,
    /// 已办结.
    Concluded { at: Moment, result: Text<4000> },
    /// 已取消.
    CalledOff { at: Moment, reason: Text<500> },
}

impl InquiryKind {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Report, Self::Enforcement, Self::Handling];

    /// The word in rows and locale keys.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Report => "report",
            Self::Enforcement => "enforcement",
            Self::Handling => "handling",
        }
    }

    /// Reads the word.
    #[must_use]
    pub fn read(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.word() == word)
    }
}

impl Turn {
    /// Both.
    pub const ALL: [Self; 2] = [Self::First, Self::Second];

    /// The word in rows and locale keys.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::First => "first",
            Self::Second => "second",
        }
    }

    /// Reads the word.
    #[must_use]
    pub fn read(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|turn| turn.word() == word)
    }
}

impl InquiryStage {
    /// The word in rows and locale keys.
    #[must_use]
    pub const fn word(&self) -> &'static str {
        match self {
            Self::Preparing => "preparing",
            Self::Told => "told",
            Self::Held => "held",
            Self::Concluded { .. } => "concluded",
            Self::CalledOff { .. } => "called-off",
        }
    }
}

impl Poll {
    /// Whether it adds up.
    #[must_use]
    pub fn fits(&self) -> bool {
        let parts = [self.satisfied, self.basically, self.dissatisfied, self.invalid];
        (1..=5_000).contains(&self.ballots) && parts.into_iter().map(u64::from).sum::<u64>() == u64::from(self.ballots)
    }
}

impl Inquiry {
    /// The units asked or to put something right, each once, in the order in which they come up.
    #[must_use]
    pub fn units(&self) -> Vec<BodyId> {
        let asked = self.questions.iter().map(|one| one.unit);
        let all = asked.chain(self.items.iter().map(|one| one.unit));
        all.fold(vec![], |mut units, unit| {
            if !units.contains(&unit) {
                units.push(unit);
            }
            units
        })
    }

    /// An item of it.
    ///
    /// # Errors
    /// When there is none.
    pub fn item(&self, id: EntryId) -> Result<&Item, Refusal> {
        self.items.iter().find(|item| item.id == id).ok_or(Refusal::NoSuchItem)
    }

    /// The items whose day passed before they were settled or reported.
    pub fn overdue(&self, today: Day) -> impl Iterator<Item = &Item> {
        self.items.iter().filter(move |item| item.overdue(today))
    }
}
