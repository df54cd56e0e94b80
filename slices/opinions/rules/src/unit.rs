//! What the body it was given to does beside answering.

use kernel::Moment;

use crate::{Done, Fact, Opinion, Refusal, Stage, Treatment};

impl Opinion {
    /// 签收 by the body it was given to: from now on its clock runs.
    ///
    /// # Errors
    /// When it is given to no body, or was signed for.
    pub fn sign_for(self, now: Moment) -> Done {
        match self.stage {
            Stage::Assigned { signed: Some(_), .. } => Err(Refusal::SignedFor),
            Stage::Assigned { at, unit, treatment, hard, signed: None } => {
                let stage = Stage::Assigned { at, unit, treatment, hard, signed: Some(now) };
                Ok((Self { stage, ..self }, Fact::SignedFor { unit }))
            }
            _ => Err(Refusal::NotGiven),
        }
    }

    /// 退回: the body says that it is not its matter, and the office has it again.
    ///
    /// # Errors
    /// When it is given to no body.
    pub fn give_back(self, now: Moment) -> Done {
        match self.stage {
            Stage::Assigned { unit, .. } => {
                Ok((Self { stage: Stage::Received { at: now }, ..self }, Fact::GivenBack { unit }))
            }
            _ => Err(Refusal::NotGiven),
        }
    }

    /// Whether the body's own words are the answer to the person: not under 建议办、提醒办, where it feeds back.
    ///
    /// # Errors
    /// When what it says is for the office and the deputy.
    pub const fn answered_by_body(&self) -> Result<(), Refusal> {
        match self.stage {
            Stage::Assigned { treatment: Treatment::Suggest | Treatment::Remind, .. } => Err(Refusal::FeedsBack),
            _ => Ok(()),
        }
    }

    /// 反馈: under 建议办、提醒办 the body says what it thought of it, or that it took note. That is no answer to the person: the office and the
    /// deputy have it again, and say it.
    ///
    /// # Errors
    /// When it is given to no body, or an answer is expected of the body itself.
    pub fn feed_back(self, now: Moment) -> Done {
        match self.stage {
            Stage::Assigned { unit, treatment: treatment @ (Treatment::Suggest | Treatment::Remind), .. } => {
                Ok((Self { stage: Stage::Received { at: now }, ..self }, Fact::FedBack { unit, treatment }))
            }
            Stage::Assigned { .. } => Err(Refusal::AnswerItself),
            _ => Err(Refusal::NotGiven),
        }
    }
}
