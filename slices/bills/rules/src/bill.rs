//! The bill itself: its stages, each carrying exactly the data that exists in it.

mod attach;
mod check;
mod consult;
mod decide;
mod draft;
mod end;
mod paper;
mod sign;
mod stage;
mod submit;

pub use consult::{Consult, Consulted, Voice};
pub use paper::OnPaper;

use kernel::{BodyId, Day, Moment, PersonId, Text};

use crate::{
    Act, Answer, Cosigner, Disposal, Fact, File, Hand, Number, Organ, Refusal, RemarkId, SessionId, Sheet, SuggestionId,
};

/// What a verb gives back: the bill as it is now and the fact of it, or why not.
pub type Done = Result<(Bill, Fact), Refusal>;

/// One bill put to a congress (议案).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bill {
    /// Its identity.
    pub id: crate::BillId,
    /// The congress to which it is put.
    pub congress: BodyId,
    /// The session it belongs to.
    pub session: SessionId,
    /// Who puts it.
    pub filer: Filer,
    /// What it says.
    pub sheet: Sheet,
    /// How far it has come.
    pub stage: Stage,
    /// Its files, in the order in which they came.
    pub files: Vec<File>,
    /// That those who signed were asked whether it may be treated as a suggestion.
    pub consult: Option<Consult>,
}

/// Who puts it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Filer {
    /// Deputies together (代表联名).
    Deputies {
        /// 领衔代表.
        lead: PersonId,
        /// Those asked to sign; only the confirmed sign.
        signers: Vec<Cosigner>,
        /// Whether it came as a signed sheet that the office entered (纸质议案).
        paper: bool,
    },
    /// An organ; the office enters what it received.
    Organ {
        /// Which kind.
        organ: Organ,
        /// Its name as it signs.
        name: Text<60>,
    },
}

/// How far a bill has come.
#[derive(Clone, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the fields say what they are; the variants carry exactly what exists in them")]
pub enum Stage {
    /// 草稿, while signatures are gathered.
    Draft,
    /// 已提交, to be checked and numbered.
    Submitted(Submission),
    /// 退回补正.
    Returned { submission: Submission, at: Moment, reason: RemarkId },
    /// 已编号, with the committee that reviews bills.
    Numbered(Numbered),
    /// 已提出审查意见: the presidium is to decide.
    Reviewed(Reviewed),
    /// 列入议程.
    Agenda { decided: Decided, asked: Option<Asked> },
    /// 交付审议, between sessions.
    Referred { decided: Decided, report_by: Day },
    /// 办结.
    Closed(Closed),
    /// 撤回.
    Withdrawn { held: Held, at: Moment, reason: RemarkId },
}

/// A bill handed in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Submission {
    /// When.
    pub at: Moment,
    /// Whether it first came after the deadline of its session.
    pub late: bool,
}

/// A bill with its number.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Numbered {
    /// What it was before.
    pub submission: Submission,
    /// The number: dense and unique in its session.
    pub number: Number,
    /// When.
    pub at: Moment,
}

/// The committee's opinion (审查意见).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Review {
    /// The committee, as the office writes it.
    pub by: Text<60>,
    /// What it proposes.
    pub proposal: Disposal,
    /// When the office entered it.
    pub at: Moment,
    /// Why.
    pub reason: RemarkId,
}

/// A bill with the committee's opinion.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reviewed {
    /// What it was before.
    pub numbered: Numbered,
    /// The opinion.
    pub review: Review,
}

/// A bill on which the presidium has decided. It may decide without a committee's opinion (地方组织法 22 ¶2).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decided {
    /// What it was before.
    pub numbered: Numbered,
    /// The committee's opinion, where there was one.
    pub review: Option<Review>,
    /// What becomes of it.
    pub disposal: Disposal,
    /// When the office entered it.
    pub at: Moment,
    /// Why, where the presidium did not follow a proposal.
    pub reason: Option<RemarkId>,
}

/// That those who put it ask to withdraw it from the agenda.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Asked {
    /// When.
    pub at: Moment,
    /// Why.
    pub reason: RemarkId,
}

/// A bill at its end.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Closed {
    /// The decision it followed from.
    pub decided: Decided,
    /// When.
    pub at: Moment,
    /// How.
    pub ending: Ending,
}

/// How a bill ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ending {
    /// 不列入议程.
    NotListed,
    /// 转为建议: the suggestion that keeps every signer.
    Suggestion(SuggestionId),
    /// 大会表决.
    Voted(Vote),
    /// 审议结果报告.
    Reported(RemarkId),
}

/// A vote of the congress: it adopts by more than half of all deputies (地方组织法 25).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Vote {
    /// Votes for.
    pub yes: u32,
    /// All deputies.
    pub all: u32,
    /// Votes against, where they were told.
    pub no: Option<u32>,
    /// Abstentions, where they were told.
    pub abstain: Option<u32>,
}

/// What was there when it was withdrawn.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Held {
    /// It lay with the office, or with its deputies to be corrected.
    Submitted(Submission),
    /// It had its number, which it keeps.
    Numbered(Numbered),
    /// The committee had spoken.
    Reviewed(Reviewed),
    /// It was on the agenda, and the presidium agreed.
    Agenda(Decided),
    /// It was with a committee.
    Referred(Decided, Day),
}

/// What the presidium decides, besides the disposal itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Ruling {
    /// Why; needed where no proposal is followed.
    pub reason: Option<RemarkId>,
    /// The identity of the suggestion it becomes, if it does.
    pub suggestion: SuggestionId,
    /// The day by which a committee reports, where it is referred; without it, the terms of the session count.
    pub report_by: Option<Day>,
}

impl Vote {
    /// Whether these numbers can be: no more votes than deputies.
    #[must_use]
    pub fn is_fit(self) -> bool {
        let counted =
            [self.no, self.abstain].into_iter().flatten().fold(u64::from(self.yes), |sum, n| sum + u64::from(n));
        self.all > 0 && counted <= u64::from(self.all)
    }

    /// Whether it is adopted.
    #[must_use]
    pub fn adopted(self) -> bool {
        self.yes >= law_rules::more_than_half(self.all, law_rules::Act::Organic, 25).0
    }
}

impl Ending {
    /// The word in rows and locale keys.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::NotListed => "not-listed",
            Self::Suggestion(_) => "suggestion",
            Self::Voted(vote) if vote.adopted() => "adopted",
            Self::Voted(_) => "rejected",
            Self::Reported(_) => "reported",
        }
    }

    /// The words, in the order of the filter.
    pub const WORDS: [&'static str; 5] = ["adopted", "rejected", "reported", "not-listed", "suggestion"];
}

impl Bill {
    /// 领衔代表; none where an organ puts it.
    #[must_use]
    pub const fn lead(&self) -> Option<PersonId> {
        match &self.filer {
            Filer::Deputies { lead, .. } => Some(*lead),
            Filer::Organ { .. } => None,
        }
    }

    /// Those asked to sign, with their answers.
    #[must_use]
    pub fn asked(&self) -> &[Cosigner] {
        match &self.filer {
            Filer::Deputies { signers, .. } => signers,
            Filer::Organ { .. } => &[],
        }
    }

    /// The lead deputy and those who confirmed.
    #[must_use]
    pub fn signers(&self) -> Vec<PersonId> {
        let signed = self.asked().iter().filter(|asked| matches!(asked.answer, Answer::Confirmed(_)));
        self.lead().into_iter().chain(signed.map(|asked| asked.person)).collect()
    }

    /// Whether it first came after the deadline.
    #[must_use]
    pub fn late(&self) -> bool {
        self.stage.submission().is_some_and(|submission| submission.late)
    }

    /// Whether it lies with those who put it.
    #[must_use]
    pub const fn is_free(&self) -> bool {
        matches!(self.stage, Stage::Draft | Stage::Returned { .. })
    }

    /// Whether deputies put it on a signed sheet, which the office keeps and has entered.
    #[must_use]
    pub const fn on_paper(&self) -> bool {
        matches!(self.filer, Filer::Deputies { paper: true, .. })
    }

    /// Whether the office keeps what was put: an organ's letter, or the deputies' signed sheet.
    #[must_use]
    pub const fn kept_by_the_office(&self) -> bool {
        matches!(self.filer, Filer::Organ { .. } | Filer::Deputies { paper: true, .. })
    }

    /// Whether it waits for the presidium, or for what comes before it.
    const fn is_undecided(&self) -> bool {
        matches!(self.stage, Stage::Submitted(_) | Stage::Numbered(_) | Stage::Reviewed(_))
    }

    fn led_by(&self, hand: Hand) -> Result<(), Refusal> {
        if hand.through.is_some() {
            return Err(Refusal::InPerson);
        }
        if self.lead() == Some(hand.person) { Ok(()) } else { Err(Refusal::NotLead) }
    }

    const fn not_now(&self, act: Act) -> Refusal {
        Refusal::NotNow { act, stage: self.stage.word() }
    }
}
