//! One proposal and its way. The old state is consumed; day and figures are handed in.

use ballots_rules::{CommitteeVote, committee_vote};
use kernel::{BodyId, Day, Refused, Text};
use law_rules::Verdict;

use crate::{
    After, AppointeeId, AppointmentId, Document, Fact, Filed, Kind, Letter, Meeting, Number, Oath, Office, Refusal,
    Route, SeatId, Settings, Stage, Sworn, Tally,
};

/// What a verb answers.
pub type Done = Result<(Appointment, Fact), Refused>;

/// What is proposed of whom.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Matter {
    /// What.
    pub kind: Kind,
    /// Of which office of the congress.
    pub seat: SeatId,
    /// What the law calls the office.
    pub office: Office,
    /// Of whom.
    pub person: AppointeeId,
}

/// One proposal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Appointment {
    /// Its identity.
    pub id: AppointmentId,
    /// The congress.
    pub congress: BodyId,
    /// What is proposed of whom.
    pub matter: Matter,
    /// Where it stands.
    pub stage: Stage,
}

impl Appointment {
    fn at(self, stage: Stage, fact: Fact) -> (Self, Fact) {
        (Self { stage, ..self }, fact)
    }

    /// Whether what is proposed may still be changed.
    ///
    /// # Errors
    /// When it was handed in.
    pub fn revise(&self) -> Result<Fact, Refused> {
        match self.stage {
            Stage::Drafted => Ok(Fact::Revised),
            _ => Err(Refusal::HandedIn.into()),
        }
    }

    /// Whether documents, examinations and words may still be added.
    ///
    /// # Errors
    /// When it was voted on or withdrawn.
    pub fn still_open(&self) -> Result<(), Refused> {
        match self.stage {
            Stage::Drafted | Stage::Submitted { .. } | Stage::Examined { .. } | Stage::Listed { .. } => Ok(()),
            _ => Err(Refusal::Over.into()),
        }
    }

    /// Whether such a document may still be added: the approval of the committee above comes after the vote.
    ///
    /// # Errors
    /// When it was voted on or withdrawn.
    pub fn may_add(&self, document: Document) -> Result<(), Refused> {
        match (&self.stage, document) {
            (Stage::Voted { adopted: true, .. }, Document::Approval) => Ok(()),
            _ => self.still_open(),
        }
    }

    /// 提请.
    ///
    /// # Errors
    /// When it was handed in before.
    pub fn submit(self, on: Day) -> Done {
        match self.stage {
            Stage::Drafted => Ok(self.at(Stage::Submitted { on }, Fact::Submitted)),
            _ => Err(Refusal::HandedIn.into()),
        }
    }

    /// 审查: nothing bars the way; doubts are counted and were seen.
    ///
    /// # Errors
    /// When it is not handed in, or something bars the way.
    pub fn examine(self, bars: u32, doubts: u32, on: Day) -> Done {
        let Stage::Submitted { on: submitted } = self.stage else { return Err(Refusal::NotHandedIn.into()) };
        if bars > 0 {
            return Err(Refused::from(Refusal::Barred).with("bars", bars));
        }
        Ok(self.at(Stage::Examined { submitted, on, doubts }, Fact::Examined { doubts }))
    }

    /// 列入议程; once more with another meeting, when it is put off.
    ///
    /// # Errors
    /// When it was not examined.
    pub fn put_on(self, meeting: Meeting) -> Done {
        let submitted = match self.stage {
            Stage::Examined { submitted, .. } | Stage::Listed { submitted, .. } => submitted,
            _ => return Err(Refusal::NotExamined.into()),
        };
        let fact = Fact::Listed { day: meeting.day };
        Ok(self.at(Stage::Listed { submitted, meeting }, fact))
    }

    /// 表决: the figures decide by the rule (F26); figures that were typed wrong are put right until the announcement.
    ///
    /// # Errors
    /// When it is not on an agenda, the meeting is still to come, or no such figures can be.
    pub fn vote(self, tally: Tally, today: Day) -> Result<(Self, Fact, Verdict<CommitteeVote>), Refused> {
        let (Stage::Listed { meeting, .. } | Stage::Voted { meeting, .. }) = &self.stage else {
            return Err(Refusal::NotListed.into());
        };
        let meeting = meeting.clone();
        if today < meeting.day {
            return Err(Refused::from(Refusal::Ahead).with("day", meeting.day.to_string()));
        }
        let verdict = tally.outcome()?;
        let adopted = verdict.value.passed == Some(true);
        let (now, fact) = self.at(Stage::Voted { meeting, tally, adopted }, Fact::Voted { adopted });
        Ok((now, fact, verdict))
    }

    /// 撤职 is voted on in secret, which an electronic vote is taken for only where a law says so: paper alone (监督法 62).
    ///
    /// # Errors
    /// When an electronic round is given for a motion to dismiss.
    pub fn counted(&self, electronic: bool) -> Result<(), Refused> {
        match (self.matter.kind, electronic) {
            (Kind::Dismiss, true) => Err(Refusal::OnPaper.into()),
            _ => Ok(()),
        }
    }

    /// 公告.
    ///
    /// # Errors
    /// When it was not adopted.
    pub fn announce(self, number: Number, day: Day) -> Done {
        let Stage::Voted { meeting, tally, adopted: true } = self.stage.clone() else {
            return Err(Refusal::NotAdopted.into());
        };
        if day < meeting.day {
            return Err(Refusal::Early.into());
        }
        let after = After { number, day, letter: None, sworn: None, filed: None };
        Ok(self.at(Stage::Announced { meeting, tally, after }, Fact::Announced { year: number.year, n: number.n }))
    }

    fn after(self, change: impl FnOnce(After) -> Result<(After, Fact), Refused>) -> Done {
        let Stage::Announced { meeting, tally, after } = self.stage.clone() else {
            return Err(Refusal::NotAnnounced.into());
        };
        let (after, fact) = change(after)?;
        Ok(self.at(Stage::Announced { meeting, tally, after }, fact))
    }

    /// 颁发任命书.
    ///
    /// # Errors
    /// When none is given for it, it was given, or the oath comes first here.
    pub fn give_letter(self, letter: Letter, route: Route, settings: &Settings) -> Done {
        let (kind, swears) = (self.matter.kind, self.swears(route));
        self.after(|after| {
            if kind != Kind::Appoint {
                return Err(Refusal::NoLetter.into());
            }
            if after.letter.is_some() {
                return Err(Refusal::Done.into());
            }
            if settings.oath_first && swears && after.sworn.is_none() {
                return Err(Refusal::OathFirst.into());
            }
            let fact = Fact::Lettered { year: letter.number.year, n: letter.number.n };
            Ok((After { letter: Some(letter), ..after }, fact))
        })
    }

    /// Whether an oath is to be taken (宪法宣誓的决定).
    #[must_use]
    pub fn swears(&self, route: Route) -> bool {
        self.matter.kind == Kind::Appoint && route.oath_organiser != Oath::Nobody
    }

    /// 宪法宣誓.
    ///
    /// # Errors
    /// When none is to be taken, it was taken, or the letter comes first here.
    pub fn swear(self, sworn: Sworn, route: Route, settings: &Settings) -> Done {
        let swears = self.swears(route);
        self.after(|after| {
            if !swears {
                return Err(Refusal::NoOath.into());
            }
            if after.sworn.is_some() {
                return Err(Refusal::Done.into());
            }
            if !settings.oath_first && after.letter.is_none() {
                return Err(Refusal::LetterFirst.into());
            }
            Ok((After { sworn: Some(sworn), ..after }, Fact::Sworn))
        })
    }

    /// 报备案.
    ///
    /// # Errors
    /// When it is not announced, or was filed.
    pub fn file(self, filed: Filed) -> Done {
        self.after(|after| {
            if after.filed.is_some() {
                return Err(Refusal::Done.into());
            }
            Ok((After { filed: Some(filed), ..after }, Fact::Filed))
        })
    }

    /// 撤回: by the proposer, with the consent of the chairpersons' meeting once it is on an agenda.
    ///
    /// # Errors
    /// When it was voted on or withdrawn.
    pub fn withdraw(self, reason: Text<500>, on: Day) -> Done {
        self.still_open()?;
        Ok(self.at(Stage::Withdrawn { on, reason }, Fact::Withdrawn))
    }
}

impl Tally {
    /// What the figures come to: F26.
    ///
    /// # Errors
    /// When there are more marks than people, or too few came to meet at all.
    pub fn outcome(&self) -> Result<Verdict<CommitteeVote>, Refused> {
        let marks = u64::from(self.yes) + u64::from(self.no) + u64::from(self.abstain);
        if marks > u64::from(self.present) {
            return Err(Refused::from(Refusal::MoreMarks).with("marks", marks).with("present", self.present));
        }
        let verdict = committee_vote(self.members, Some(self.present), Some(self.yes))?;
        if verdict.value.can_meet == Some(false) {
            return Err(Refused::from(Refusal::NoQuorum).with("need", verdict.value.quorum));
        }
        Ok(verdict)
    }
}
