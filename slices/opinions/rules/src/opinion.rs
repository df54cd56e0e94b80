//! One opinion of a constituent and its way (suggestions.md §12). Deputies carry, ask and judge; they handle nothing themselves (代表法 31).

use kernel::{BodyId, Moment, PersonId};
use serde::{Deserialize, Serialize};

use crate::{Fact, OpinionId, Refusal, Score, SuggestionId, Treatment};

/// What a verb answers.
pub type Done = Result<(Opinion, Fact), Refusal>;

/// One opinion.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Opinion {
    /// Its identity.
    pub id: OpinionId,
    /// The congress whose office has it now.
    pub holder: BodyId,
    /// The deputy to whom it was said; nothing where it was said to the office.
    pub deputy: Option<PersonId>,
    /// 1, and 2 once it is handled again.
    pub round: u16,
    /// Where it stands.
    pub stage: Stage,
}

/// Where an opinion stands.
#[derive(Clone, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the fields say what they are")]
pub enum Stage {
    /// 待回应: nobody has answered; deputy and office can.
    Received { at: Moment },
    /// 办理中: with a street, a town or a department; `signed`: when it signed for it.
    Assigned { at: Moment, unit: BodyId, treatment: Treatment, hard: bool, signed: Option<Moment> },
    /// 待审批: somebody of the office proposes it; the clock of the first word goes on.
    Proposed { at: Moment, unit: BodyId, treatment: Treatment, hard: bool },
    /// 转 12345 办理: the answer comes from there.
    Hotline { at: Moment, hard: bool },
    /// 转为代表建议: the answer comes with the suggestion's.
    Suggested { at: Moment, suggestion: Option<SuggestionId> },
    /// 已答复; `insists`: the person is dissatisfied a second time, and the office has to close it.
    Answered { at: Moment, insists: bool },
    /// 已告知渠道: kept as a word to the deputy.
    Elsewhere { at: Moment, channel: String },
    /// 已办结.
    Closed { at: Moment, how: Closing },
}

/// How it ended. Silence is never counted as satisfaction.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Closing {
    /// 满意.
    Satisfied,
    /// 基本满意.
    Basically,
    /// 不满意, twice; the office has explained.
    Unsatisfied,
    /// 未评价.
    Silent,
    /// 已告知渠道.
    Elsewhere,
}

/// Who answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum By {
    /// The deputy.
    Deputy,
    /// The office of the congress.
    Office,
    /// The body it was given to.
    Unit,
    /// 12345.
    Hotline,
    /// The reply to the suggestion it was taken up in, once the public reads it.
    Suggestion,
}

impl Opinion {
    /// One that came in now.
    #[must_use]
    pub const fn received(id: OpinionId, holder: BodyId, deputy: Option<PersonId>, now: Moment) -> Self {
        Self { id, holder, deputy, round: 1, stage: Stage::Received { at: now } }
    }

    /// 答复: on the spot, or with what a unit or a suggestion brought.
    ///
    /// # Errors
    /// When it is answered already, or over.
    pub fn answer(self, by: By, now: Moment) -> Done {
        match self.stage {
            Stage::Answered { .. } => Err(Refusal::Answered),
            Stage::Closed { .. } => Err(Refusal::Closed),
            _ => {
                let fact = Fact::Answered { by, round: self.round, for_deputy: false };
                Ok((Self { stage: Stage::Answered { at: now, insists: false }, ..self }, fact))
            }
        }
    }

    /// 代录: the deputy's answer, typed by staff; the deputy is told of it.
    ///
    /// # Errors
    /// As [`Opinion::answer`].
    pub fn answer_for_deputy(self, now: Moment) -> Done {
        let (it, _) = self.answer(By::Deputy, now)?;
        let fact = Fact::Answered { by: By::Deputy, round: it.round, for_deputy: true };
        Ok((it, fact))
    }

    /// 交办: to a street, a town or a department; another one takes the place of the first.
    ///
    /// # Errors
    /// When it is no longer to be handled, or the body has it in that very way: to give it again would only begin its clock anew.
    pub fn assign(self, unit: BodyId, treatment: Treatment, hard: bool, now: Moment) -> Done {
        self.open()?;
        self.is_new(unit, treatment, hard)?;
        let fact = Fact::Assigned { unit, treatment, hard, taken: self.taken_from(Some(unit)) };
        Ok((Self { stage: Stage::Assigned { at: now, unit, treatment, hard, signed: None }, ..self }, fact))
    }

    /// 拟办: proposes what a treatment needs approval for. The clock of the first word goes on meanwhile.
    ///
    /// # Errors
    /// As [`Opinion::assign`].
    pub fn propose(self, unit: BodyId, treatment: Treatment, hard: bool) -> Done {
        self.open()?;
        self.is_new(unit, treatment, hard)?;
        let taken = self.taken_from(Some(unit));
        let (at, fact) = (self.stage.at(), Fact::Proposed { unit, treatment, hard, taken });
        Ok((Self { stage: Stage::Proposed { at, unit, treatment, hard }, ..self }, fact))
    }

    /// 审批同意: what was proposed is done.
    ///
    /// # Errors
    /// When nothing is proposed.
    pub fn approve(self, now: Moment) -> Done {
        match self.stage {
            Stage::Proposed { unit, treatment, hard, .. } => self.assign(unit, treatment, hard, now),
            _ => Err(Refusal::NothingProposed),
        }
    }

    /// 退回拟办.
    ///
    /// # Errors
    /// When nothing is proposed.
    pub fn send_back(self) -> Done {
        match self.stage {
            Stage::Proposed { at, .. } => Ok((Self { stage: Stage::Received { at }, ..self }, Fact::SentBack)),
            _ => Err(Refusal::NothingProposed),
        }
    }

    /// 转 12345: its desk gives it to who has to see to it, and sends back what came of it.
    ///
    /// # Errors
    /// When it is no longer to be handled, or lies there already.
    pub fn to_hotline(self, hard: bool, now: Moment) -> Done {
        self.open()?;
        if matches!(self.stage, Stage::Hotline { .. }) {
            return Err(Refusal::AtHotline);
        }
        let fact = Fact::ToHotline { hard, taken: self.taken_from(None) };
        Ok((Self { stage: Stage::Hotline { at: now, hard }, ..self }, fact))
    }

    /// 转交另一级人大: beyond what this level can see to. The clock of the first word begins again there.
    ///
    /// # Errors
    /// When it is no longer to be handled, or lies there already.
    pub fn hand_on(self, to: BodyId, now: Moment) -> Done {
        self.open()?;
        if to == self.holder {
            return Err(Refusal::SameHolder);
        }
        let fact = Fact::HandedOn { from: self.holder, to, taken: self.taken_from(None) };
        Ok((Self { holder: to, stage: Stage::Received { at: now }, ..self }, fact))
    }

    /// 转为代表建议; said again once the suggestion has its identity.
    ///
    /// # Errors
    /// When it is no longer to be handled.
    pub fn suggest(self, suggestion: Option<SuggestionId>, now: Moment) -> Done {
        if !matches!(self.stage, Stage::Suggested { suggestion: None, .. }) || suggestion.is_none() {
            self.open()?;
        }
        Ok((Self { stage: Stage::Suggested { at: now, suggestion }, ..self }, Fact::Suggested { suggestion }))
    }

    /// 建议已答复代表: the deputies have the reply and tell the person in their own words; it is not answered by that.
    ///
    /// # Errors
    /// When it was not taken up in that suggestion, or is answered or over.
    pub fn replied(self, to: SuggestionId) -> Done {
        match self.stage {
            Stage::Suggested { suggestion: Some(suggestion), .. } if suggestion == to => {
                Ok((self, Fact::RaisedReplied { suggestion }))
            }
            Stage::Answered { .. } => Err(Refusal::Answered),
            Stage::Closed { .. } => Err(Refusal::Closed),
            _ => Err(Refusal::NoAnswer),
        }
    }

    /// 建议并案: the answer comes with that of the suggestion it now goes with.
    ///
    /// # Errors
    /// When it was not taken up in the first.
    pub fn goes_with(self, from: SuggestionId, into: SuggestionId, now: Moment) -> Done {
        match self.stage {
            Stage::Suggested { suggestion: Some(suggestion), .. } if suggestion == from => {
                let fact = Fact::Suggested { suggestion: Some(into) };
                Ok((Self { stage: Stage::Suggested { at: now, suggestion: Some(into) }, ..self }, fact))
            }
            _ => Err(Refusal::NoAnswer),
        }
    }

    /// 建议撤回: nobody handles the suggestion any more, so the opinion is to be handled again.
    ///
    /// # Errors
    /// When it was not taken up in it.
    pub fn dropped(self, suggestion: SuggestionId, now: Moment) -> Done {
        match self.stage {
            Stage::Suggested { suggestion: Some(of), .. } if of == suggestion => {
                Ok((Self { stage: Stage::Received { at: now }, ..self }, Fact::RaisedDropped { suggestion }))
            }
            _ => Err(Refusal::NoAnswer),
        }
    }

    /// 告知渠道: lawsuits, petitions, emergencies, private disputes belong elsewhere.
    ///
    /// # Errors
    /// When it is no longer to be handled.
    pub fn point_elsewhere(self, channel: String, now: Moment) -> Done {
        self.open()?;
        let fact = Fact::Elsewhere { channel: channel.clone() };
        Ok((Self { stage: Stage::Elsewhere { at: now, channel }, ..self }, fact))
    }

    /// 群众评价. Dissatisfied the first time, it is handled once more; the second time the office has to close it.
    ///
    /// # Errors
    /// When there is no answer, or it was judged.
    pub fn judge(self, score: Score, now: Moment) -> Done {
        let round = self.round;
        match self.stage {
            Stage::Answered { insists: true, .. } | Stage::Closed { .. } => return Err(Refusal::Judged),
            Stage::Answered { insists: false, .. } => {}
            _ => return Err(Refusal::NoAnswer),
        }
        let (stage, again) = match score {
            Score::Satisfied => (Stage::Closed { at: now, how: Closing::Satisfied }, false),
            Score::Basically => (Stage::Closed { at: now, how: Closing::Basically }, false),
            Score::Unsatisfied if round == 1 => (Stage::Received { at: now }, true),
            Score::Unsatisfied => (Stage::Answered { at: now, insists: true }, false),
        };
        let fact = Fact::Judged { score, round, again };
        Ok((Self { round: round + u16::from(again), stage, ..self }, fact))
    }

    /// 办结 by the office: answered and nothing heard, dissatisfied twice and explained, or told where it belongs.
    ///
    /// # Errors
    /// When nothing of that is so.
    pub fn close(self, now: Moment) -> Done {
        let how = match self.stage {
            Stage::Answered { insists: true, .. } => Closing::Unsatisfied,
            Stage::Answered { insists: false, .. } => Closing::Silent,
            Stage::Elsewhere { .. } => Closing::Elsewhere,
            Stage::Closed { .. } => return Err(Refusal::Closed),
            _ => return Err(Refusal::NotAnswered),
        };
        Ok((Self { stage: Stage::Closed { at: now, how }, ..self }, Fact::Closed { how }))
    }

    /// The body that has it and will have it no more, where another one or none gets it.
    fn taken_from(&self, next: Option<BodyId>) -> Option<BodyId> {
        match self.stage {
            Stage::Assigned { unit, .. } if Some(unit) != next => Some(unit),
            _ => None,
        }
    }

    /// Whether it is given otherwise than it is already.
    fn is_new(&self, to: BodyId, how: Treatment, so_hard: bool) -> Result<(), Refusal> {
        match self.stage {
            Stage::Assigned { unit, treatment, hard, .. } if (unit, treatment, hard) == (to, how, so_hard) => {
                Err(Refusal::SameUnit)
            }
            _ => Ok(()),
        }
    }

    /// Whether it is still to be handled.
    const fn open(&self) -> Result<(), Refusal> {
        match self.stage {
            Stage::Received { .. } | Stage::Proposed { .. } | Stage::Hotline { .. } | Stage::Assigned { .. } => Ok(()),
            Stage::Suggested { .. } => Err(Refusal::Raised),
            Stage::Answered { .. } => Err(Refusal::Answered),
            Stage::Elsewhere { .. } => Err(Refusal::Elsewhere),
            Stage::Closed { .. } => Err(Refusal::Closed),
        }
    }
}

impl Stage {
    /// The words of all stages, in the order of the way.
    pub const WORDS: [&'static str; 8] =
        ["received", "proposed", "assigned", "hotline", "suggested", "answered", "elsewhere", "closed"];

    /// Those at which somebody has to do something about it.
    pub const OPEN: [&'static str; 4] = ["received", "proposed", "assigned", "hotline"];

    /// The word in rows, JSON and locale keys.
    #[must_use]
    pub const fn word(&self) -> &'static str {
        match self {
            Self::Received { .. } => "received",
            Self::Proposed { .. } => "proposed",
            Self::Assigned { .. } => "assigned",
            Self::Hotline { .. } => "hotline",
            Self::Suggested { .. } => "suggested",
            Self::Answered { .. } => "answered",
            Self::Elsewhere { .. } => "elsewhere",
            Self::Closed { .. } => "closed",
        }
    }

    /// When it came into this stage.
    #[must_use]
    pub const fn at(&self) -> Moment {
        match self {
            Self::Received { at }
            | Self::Proposed { at, .. }
            | Self::Assigned { at, .. }
            | Self::Hotline { at, .. }
            | Self::Suggested { at, .. }
            | Self::Answered { at, .. }
            | Self::Elsewhere { at, .. }
            | Self::Closed { at, .. } => *at,
        }
    }
}

impl Closing {
    /// All of them.
    pub const ALL: [Self; 5] = [Self::Satisfied, Self::Basically, Self::Unsatisfied, Self::Silent, Self::Elsewhere];

    /// The word in rows, JSON and locale keys.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Satisfied => "satisfied",
            Self::Basically => "basically",
            Self::Unsatisfied => "unsatisfied",
            Self::Silent => "silent",
            Self::Elsewhere => "elsewhere",
        }
    }

    /// Reads the word.
    #[must_use]
    pub fn read(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.word() == word)
    }
}

impl By {
    /// The word in rows, JSON and locale keys.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Deputy => "deputy",
            Self::Office => "office",
            Self::Unit => "unit",
            Self::Hotline => "hotline",
            Self::Suggestion => "suggestion",
        }
    }

    /// Reads the word.
    #[must_use]
    pub fn read(word: &str) -> Option<Self> {
        [Self::Deputy, Self::Office, Self::Unit, Self::Hotline, Self::Suggestion]
            .into_iter()
            .find(|one| one.word() == word)
    }
}
