//! A round of replying: drafted, checked, signed, delivered to every signer, judged by every signer.

use kernel::{AccountId, Day, Moment, PersonId, Text};
use serde::{Deserialize, Serialize};

use crate::{Act, Canonical, Given, Limit, Point, Refusal, RemarkId, ResultClass, only_elsewhere};

/// One round; a second one opens after dissatisfaction, with its own clock. The first is opened by the assignment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Round {
    /// 1, 2, …
    pub ordinal: u16,
    /// Whether it was opened because a closed matter was taken up again, not because somebody was dissatisfied.
    pub reopened: bool,
    /// When its clock started.
    pub opened: Moment,
    /// The last day on which the reply is in time.
    pub due: Day,
    /// How far it has come.
    pub stage: RoundStage,
}

/// How far a reply has come.
#[derive(Clone, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the fields say what they are; the variants carry exactly what exists in them")]
pub enum RoundStage {
    /// 待拟稿.
    Awaited,
    /// 拟稿.
    Drafted { letter: Letter },
    /// 送审: with the assigning body.
    Checking { letter: Letter, sent: Moment },
    /// 驳回: back at the unit, with a reason.
    SentBack { letter: Letter, at: Moment, reason: RemarkId },
    /// 审核通过.
    Passed { letter: Letter, at: Moment },
    /// 签发.
    Signed { letter: Letter, signature: Signature },
    /// 已送达: every signer may judge; the window ends with `judge_by`. Once somebody is dissatisfied the office decides by `redo_by`
    /// whether it is handled again; nothing there for words from before there was such a limit.
    Delivered {
        letter: Letter,
        signature: Signature,
        at: Moment,
        judge_by: Day,
        deliveries: Vec<Delivery>,
        redo_by: Option<Day>,
    },
}

/// The reply as written (答复函).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Letter {
    /// 文号, where the unit has given one.
    pub number: Option<Text<60>>,
    /// The answer.
    pub body: Text<20000>,
    /// What it answers to each request (逐项答复).
    pub points: Vec<Point>,
    /// 承办负责人: who answers for the handling, where the unit names one.
    pub responsible: Option<Text<60>>,
    /// Who in the unit can be asked, and how (承办人及联系电话).
    pub contact: Text<120>,
    /// Whether the unit agrees to publication.
    pub publish: bool,
    /// Why not, where it does not; letters from before this was asked have none.
    pub kept_because: Option<Text<200>>,
}

/// The signature under a reply, with the class the unit gives to its own result.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Signature {
    /// When.
    pub at: Moment,
    /// Whose account.
    pub by: AccountId,
    /// The class in the congress's own dictionary: the first one, or what it became after a doubt.
    pub class: String,
    /// What that class was counted as when it was given.
    pub counted_as: Canonical,
}

/// The reply in the hands of one signer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Delivery {
    /// Who.
    pub signer: PersonId,
    /// What the signer said; nothing is a state of its own (未反馈) and never counts as satisfied.
    pub judgement: Option<Judgement>,
}

/// What a signer said of a reply, of the way and of the result separately.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Judgement {
    /// 办理工作/态度.
    pub process: Score,
    /// 办理结果.
    pub result: Score,
    /// Why, needed when either is [`Score::Dissatisfied`].
    pub reason: Option<RemarkId>,
    /// When.
    pub at: Moment,
}

/// 满意, 基本满意, 不满意.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Score {
    /// 满意.
    Satisfied,
    /// 基本满意.
    Basically,
    /// 不满意.
    Dissatisfied,
}

/// How a suggestion ended: the lead deputy's word on the result, the worst over its replies.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Outcome {
    /// 满意.
    Satisfied,
    /// 基本满意.
    Basically,
    /// 未反馈.
    Unanswered,
    /// 不满意.
    Dissatisfied,
}

impl Score {
    /// The three, best first.
    pub const ALL: [Self; 3] = [Self::Satisfied, Self::Basically, Self::Dissatisfied];

    /// The word in rows, forms and locale keys.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Satisfied => "satisfied",
            Self::Basically => "basically",
            Self::Dissatisfied => "dissatisfied",
        }
    }

    /// Reads the word.
    #[must_use]
    pub fn read(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|score| score.word() == word)
    }
}

impl Outcome {
    /// The four columns of every statistic (suggestions.md §10).
    pub const ALL: [Self; 4] = [Self::Satisfied, Self::Basically, Self::Dissatisfied, Self::Unanswered];

    /// The word in rows and locale keys.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Satisfied => "satisfied",
            Self::Basically => "basically",
            Self::Unanswered => "unanswered",
            Self::Dissatisfied => "dissatisfied",
        }
    }
}

impl Outcome {
    /// Reads the word.
    #[must_use]
    pub fn read(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|outcome| outcome.word() == word)
    }
}

impl Judgement {
    /// Whether either score is 不满意.
    #[must_use]
    pub fn dissatisfied(&self) -> bool {
        self.process == Score::Dissatisfied || self.result == Score::Dissatisfied
    }
}

impl Round {
    /// A round that opens now and is due on a day.
    #[must_use]
    pub const fn open(ordinal: u16, opened: Moment, due: Day) -> Self {
        Self { ordinal, reopened: false, opened, due, stage: RoundStage::Awaited }
    }

    /// The unit writes or rewrites the reply, until it is passed or signed.
    pub(crate) fn draft(self, letter: Letter) -> Result<Self, Refusal> {
        match self.stage {
            RoundStage::Awaited | RoundStage::Drafted { .. } | RoundStage::SentBack { .. } => {
                Ok(Self { stage: RoundStage::Drafted { letter }, ..self })
            }
            other => Err(other.not_now(Act::DraftReply)),
        }
    }

    pub(crate) fn send_to_check(self, given: &Given<'_>) -> Result<Self, Refusal> {
        match self.stage {
            RoundStage::Drafted { letter } if only_elsewhere(letter.body.as_str(), given.book) => {
                Err(Refusal::OnlyElsewhere)
            }
            RoundStage::Drafted { letter } => {
                Ok(Self { stage: RoundStage::Checking { letter, sent: given.now }, ..self })
            }
            other => Err(other.not_now(Act::SendToCheck)),
        }
    }

    pub(crate) fn send_back(self, reason: RemarkId, given: &Given<'_>) -> Result<Self, Refusal> {
        match self.stage {
            RoundStage::Checking { letter, .. } => {
                Ok(Self { stage: RoundStage::SentBack { letter, at: given.now, reason }, ..self })
            }
            other => Err(other.not_now(Act::SendBack)),
        }
    }

    pub(crate) fn pass(self, given: &Given<'_>) -> Result<Self, Refusal> {
        match self.stage {
            RoundStage::Checking { letter, .. } => {
                Ok(Self { stage: RoundStage::Passed { letter, at: given.now }, ..self })
            }
            other => Err(other.not_now(Act::Pass)),
        }
    }

    /// A checked reply is signed; where the rule book leaves checking open, a draft may be.
    pub(crate) fn sign(self, signer: AccountId, class: &str, given: &Given<'_>) -> Result<(Self, Signature), Refusal> {
        let class = given.book.class(class).ok_or(Refusal::UnknownClass)?;
        let letter = match self.stage {
            RoundStage::Passed { letter, .. } => letter,
            RoundStage::Drafted { letter } if !given.book.reply_is_checked.value => {
                if only_elsewhere(letter.body.as_str(), given.book) {
                    return Err(Refusal::OnlyElsewhere);
                }
                letter
            }
            other => return Err(other.not_now(Act::SignReply)),
        };
        let signature = Signature { at: given.now, by: signer, class: class.code.clone(), counted_as: class.canonical };
        let stage = RoundStage::Signed { letter, signature: signature.clone() };
        Ok((Self { stage, ..self }, signature))
    }

    pub(crate) fn deliver(self, signers: &[PersonId], given: &Given<'_>) -> Result<(Self, Day), Refusal> {
        let RoundStage::Signed { letter, signature } = self.stage else {
            return Err(self.stage.not_now(Act::Deliver));
        };
        let judge_by = given.due(Limit::Judge);
        let deliveries = signers.iter().map(|signer| Delivery { signer: *signer, judgement: None }).collect();
        let stage = RoundStage::Delivered { letter, signature, at: given.now, judge_by, deliveries, redo_by: None };
        Ok((Self { stage, ..self }, judge_by))
    }

    /// A signer judges once in a round. A word after the window's end still counts, as long as nothing was closed.
    pub(crate) fn judge(mut self, signer: PersonId, judgement: Judgement, given: &Given<'_>) -> Result<Self, Refusal> {
        if judgement.dissatisfied() && judgement.reason.is_none() {
            return Err(Refusal::ReasonNeeded);
        }
        let RoundStage::Delivered { deliveries, redo_by, judge_by, .. } = &mut self.stage else {
            return Err(self.stage.not_now(Act::Judge));
        };
        let delivery = deliveries.iter_mut().find(|delivery| delivery.signer == signer).ok_or(Refusal::NotSigner)?;
        if delivery.judgement.is_some() {
            return Err(Refusal::JudgedAlready);
        }
        delivery.judgement = Some(judgement);
        if judgement.dissatisfied() {
            let from = if given.book.redo_after_window.value { given.today().max(*judge_by) } else { given.today() };
            redo_by.get_or_insert_with(|| given.explain(Limit::OrderRedo, from).due.day);
        }
        Ok(self)
    }

    /// The next round, opened because somebody is dissatisfied.
    pub(crate) fn redo(&self, given: &Given<'_>) -> Result<Self, Refusal> {
        let RoundStage::Delivered { deliveries, .. } = &self.stage else {
            return Err(self.stage.not_now(Act::OrderRedo));
        };
        if !deliveries.iter().filter_map(|delivery| delivery.judgement).any(|judgement| judgement.dissatisfied()) {
            return Err(Refusal::NobodyDissatisfied);
        }
        if self.redo_waits(given.book, given.today()) {
            return Err(Refusal::JudgementsOutstanding);
        }
        Ok(Self::open(self.ordinal.saturating_add(1), given.now, given.due(Limit::Redo)))
    }

    /// Gives a reply that is out another class; answers with the one it had.
    pub(crate) fn reclass(&mut self, class: &ResultClass) -> Option<String> {
        let RoundStage::Delivered { signature, .. } = &mut self.stage else { return None };
        signature.counted_as = class.canonical;
        Some(std::mem::replace(&mut signature.class, class.code.clone()))
    }

    /// Whether the reply was, or on `today` would be, signed after its due day.
    #[must_use]
    pub fn late(&self, today: Day) -> bool {
        self.signature().map_or(today, |signature| signature.at.day()) > self.due
    }

    /// The signature, once there is one.
    #[must_use]
    pub const fn signature(&self) -> Option<&Signature> {
        match &self.stage {
            RoundStage::Signed { signature, .. } | RoundStage::Delivered { signature, .. } => Some(signature),
            RoundStage::Awaited
            | RoundStage::Drafted { .. }
            | RoundStage::Checking { .. }
            | RoundStage::SentBack { .. }
            | RoundStage::Passed { .. } => None,
        }
    }

    /// The letter, once there is one.
    #[must_use]
    pub const fn letter(&self) -> Option<&Letter> {
        match &self.stage {
            RoundStage::Awaited => None,
            RoundStage::Drafted { letter }
            | RoundStage::Checking { letter, .. }
            | RoundStage::SentBack { letter, .. }
            | RoundStage::Passed { letter, .. }
            | RoundStage::Signed { letter, .. }
            | RoundStage::Delivered { letter, .. } => Some(letter),
        }
    }

    /// Who received it and what they said; empty until it is delivered.
    #[must_use]
    pub fn deliveries(&self) -> &[Delivery] {
        match &self.stage {
            RoundStage::Delivered { deliveries, .. } => deliveries,
            RoundStage::Awaited
            | RoundStage::Drafted { .. }
            | RoundStage::Checking { .. }
            | RoundStage::SentBack { .. }
            | RoundStage::Passed { .. }
            | RoundStage::Signed { .. } => &[],
        }
    }

    /// What that signer said of this round.
    #[must_use]
    pub fn word_of(&self, signer: PersonId) -> Option<Judgement> {
        self.deliveries().iter().find(|delivery| delivery.signer == signer).and_then(|delivery| delivery.judgement)
    }
}

impl RoundStage {
    /// The word in rows and locale keys.
    #[must_use]
    pub const fn word(&self) -> &'static str {
        match self {
            Self::Awaited => "awaited",
            Self::Drafted { .. } => "drafted",
            Self::Checking { .. } => "checking",
            Self::SentBack { .. } => "sent-back",
            Self::Passed { .. } => "passed",
            Self::Signed { .. } => "signed",
            Self::Delivered { .. } => "delivered",
        }
    }

    pub(crate) const fn not_now(&self, act: Act) -> Refusal {
        Refusal::NotNow { act, stage: self.word() }
    }
}
