//! Where a proposal stands. A stage carries its data; the steps after the announcement come in the order the place has them.

use kernel::{Day, Text};
use serde::{Deserialize, Serialize};

use crate::OathForm;

/// The words of all stages, as rows, JSON and locale keys have them, in order.
pub const STAGES: [&str; 11] = [
    "drafted",
    "submitted",
    "examined",
    "listed",
    "adopted",
    "refused",
    "announced",
    "lettered",
    "sworn",
    "filed",
    "withdrawn",
];

/// A meeting of the committee.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Meeting {
    /// 第十八届人大常委会第三十次会议.
    pub name: Text<80>,
    /// Its day.
    pub day: Day,
}

/// What the vote came to. Whether it passes is the rule's to say (F26).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Tally {
    /// 全体组成人员.
    pub members: u32,
    /// 出席.
    pub present: u32,
    /// 赞成.
    pub yes: u32,
    /// 反对.
    pub no: u32,
    /// 弃权.
    pub abstain: u32,
}

/// A number in a register: 〔2026〕3号.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Number {
    /// The year.
    pub year: i64,
    /// Which in that year.
    pub n: i64,
}

/// 任命书.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Letter {
    /// Its number in the register.
    pub number: Number,
    /// When it was given.
    pub day: Day,
    /// Who signed it.
    pub signed: Text<40>,
}

/// 宪法宣誓.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sworn {
    /// When.
    pub day: Day,
    /// Alone or with others.
    pub form: OathForm,
    /// Where.
    pub place: Text<80>,
    /// 领誓人, where many swore together.
    pub led: Option<Text<40>>,
    /// 监誓 or who presided.
    pub witness: Option<Text<40>>,
}

/// 报备案.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Filed {
    /// When.
    pub day: Day,
    /// With whom, and under which number.
    pub with: Text<80>,
}

/// What follows the announcement.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct After {
    /// The number of the announcement.
    pub number: Number,
    /// Its day.
    pub day: Day,
    /// The letter of appointment.
    pub letter: Option<Letter>,
    /// The oath.
    pub sworn: Option<Sworn>,
    /// The filing.
    pub filed: Option<Filed>,
}

/// Where a proposal stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "stage", rename_all = "kebab-case")]
#[expect(missing_docs, reason = "the fields say what they are")]
pub enum Stage {
    /// 拟稿.
    Drafted,
    /// 已提请.
    Submitted { on: Day },
    /// 已审查: the checks were gone through, with so many doubts.
    Examined { submitted: Day, on: Day, doubts: u32 },
    /// 列入议程: the chairpersons' meeting put it before the committee.
    Listed { submitted: Day, meeting: Meeting },
    /// 已表决.
    Voted { meeting: Meeting, tally: Tally, adopted: bool },
    /// 已公告, and what follows.
    Announced { meeting: Meeting, tally: Tally, after: After },
    /// 撤回.
    Withdrawn { on: Day, reason: Text<500> },
}

impl Stage {
    /// The word of the stage.
    #[must_use]
    pub const fn word(&self) -> &'static str {
        match self {
            Self::Drafted => "drafted",
            Self::Submitted { .. } => "submitted",
            Self::Examined { .. } => "examined",
            Self::Listed { .. } => "listed",
            Self::Voted { adopted: true, .. } => "adopted",
            Self::Voted { adopted: false, .. } => "refused",
            Self::Announced { after, .. } => after.word(),
            Self::Withdrawn { .. } => "withdrawn",
        }
    }

    /// When it was handed in, while that still matters.
    #[must_use]
    pub const fn submitted(&self) -> Option<Day> {
        match self {
            Self::Submitted { on } => Some(*on),
            Self::Examined { submitted, .. } | Self::Listed { submitted, .. } => Some(*submitted),
            _ => None,
        }
    }

    /// The meeting before which it is or was.
    #[must_use]
    pub const fn meeting(&self) -> Option<&Meeting> {
        match self {
            Self::Listed { meeting, .. } | Self::Voted { meeting, .. } | Self::Announced { meeting, .. } => {
                Some(meeting)
            }
            _ => None,
        }
    }

    /// What the vote came to.
    #[must_use]
    pub const fn tally(&self) -> Option<&Tally> {
        match self {
            Self::Voted { tally, .. } | Self::Announced { tally, .. } => Some(tally),
            _ => None,
        }
    }

    /// What follows the announcement.
    #[must_use]
    pub const fn after(&self) -> Option<&After> {
        match self {
            Self::Announced { after, .. } => Some(after),
            _ => None,
        }
    }

    /// The day of the vote, once there was one: what is adopted takes effect on it.
    #[must_use]
    pub const fn decided(&self) -> Option<Day> {
        match self {
            Self::Voted { meeting, .. } | Self::Announced { meeting, .. } => Some(meeting.day),
            _ => None,
        }
    }
}

impl After {
    const fn word(&self) -> &'static str {
        match (&self.filed, &self.sworn, &self.letter) {
            (Some(_), ..) => "filed",
            (None, Some(_), _) => "sworn",
            (None, None, Some(_)) => "lettered",
            (None, None, None) => "announced",
        }
    }
}
