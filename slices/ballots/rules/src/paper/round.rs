//! A round: opened, its boxes emptied and counted, reported, announced; corrected only as a new edition.

use kernel::{AccountId, Moment, Text};
use law_rules::{Act, Article, Basis, Verdict};
use serde::{Deserialize, Serialize};

use super::{Assembly, BallotId, Bundle, Fact, Reading, Refusal, Role, RoundId, Spec, Teller, Tellers, Why};
use crate::round::{Bar, Base, Figures, Outcome, checks, outcome, presided};

/// Most boxes of one round, and most ballots of one box.
const MOST_BOXES: usize = 30;
const MOST_IN_A_BOX: u32 = 100_000;

/// Ballots out and in, as they are told when the boxes are emptied.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Boxes {
    /// 领出: ballots handed out, spoiled ones included.
    pub handed_out: u32,
    /// 作废换发: spoiled ones taken back for another.
    pub spoiled: u32,
    /// 收回: the ballots of each box.
    pub returned: Vec<u32>,
}

/// How far a round is.
#[derive(Clone, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the fields say what they are")]
pub enum Stage {
    /// 投票中.
    Open,
    /// 计票中.
    Counting { boxes: Boxes },
    /// 已报告, to be announced.
    Reported { boxes: Boxes, at: Moment },
    /// 已宣布: locked.
    Announced { boxes: Boxes, at: Moment },
    /// 已取消.
    CalledOff { at: Moment, reason: Text<500> },
}

/// What a round is opened with.
#[derive(Clone, Debug)]
pub struct Opening {
    /// Which of its matter.
    pub n: u32,
    /// Why.
    pub why: Why,
    /// The round it follows from.
    pub after: Option<RoundId>,
    /// What is voted on, fixed from now on.
    pub spec: Spec,
    /// Its SHA-256.
    pub hash: String,
    /// 应到: all members.
    pub members: u32,
    /// 实到.
    pub present: u32,
    /// Who counts.
    pub tellers: Vec<Teller>,
}

/// A round of a vote on paper.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Round {
    /// Its identity.
    pub id: RoundId,
    /// The matter.
    pub ballot: BallotId,
    /// Which of its matter, from 1.
    pub n: u32,
    /// Why it is held.
    pub why: Why,
    /// The round it follows from.
    pub after: Option<RoundId>,
    /// What is voted on and how it counts.
    pub spec: Spec,
    /// The SHA-256 under which that is fixed.
    pub hash: String,
    /// 应到.
    pub members: u32,
    /// 实到.
    pub present: u32,
    /// Who counts.
    pub tellers: Tellers,
    /// When it was opened.
    pub opened: Moment,
    /// Which result it works at, from 1.
    pub edition: u32,
    /// How far it is.
    pub stage: Stage,
}

/// What a verb answers.
type Done = Result<(Round, Fact), Refusal>;

impl Boxes {
    /// 发出: ballots that may come back.
    #[must_use]
    pub const fn issued(&self) -> u32 {
        self.handed_out.saturating_sub(self.spoiled)
    }

    /// 收回.
    #[must_use]
    pub fn all(&self) -> u32 {
        self.returned.iter().fold(0, |sum, one| sum.saturating_add(*one))
    }

    /// I2: more came back than were issued; nothing is counted (选举法 44).
    #[must_use]
    pub fn void(&self) -> bool {
        self.all() > self.issued()
    }

    /// I1, and whether these are figures of a hall at all.
    fn fit(&self, present: u32) -> Result<(), Refusal> {
        if self.spoiled > self.handed_out {
            return Err(Refusal::SpoiledMore);
        }
        if self.issued() > present {
            return Err(Refusal::IssuedMore { issued: self.issued(), present });
        }
        let sizes = (1..=MOST_BOXES).contains(&self.returned.len());
        if sizes && self.returned.iter().all(|one| *one <= MOST_IN_A_BOX) { Ok(()) } else { Err(Refusal::Boxes) }
    }
}

impl Stage {
    /// The words of all stages.
    pub const WORDS: [&'static str; 5] = ["open", "counting", "reported", "announced", "called-off"];

    /// The word in rows and locale keys.
    #[must_use]
    pub const fn word(&self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Counting { .. } => "counting",
            Self::Reported { .. } => "reported",
            Self::Announced { .. } => "announced",
            Self::CalledOff { .. } => "called-off",
        }
    }

    /// Ballots out and in, once the boxes are emptied.
    #[must_use]
    pub const fn boxes(&self) -> Option<&Boxes> {
        match self {
            Self::Counting { boxes } | Self::Reported { boxes, .. } | Self::Announced { boxes, .. } => Some(boxes),
            Self::Open | Self::CalledOff { .. } => None,
        }
    }
}

impl Round {
    /// Opens it: names, settings, members and tellers are fixed.
    ///
    /// # Errors
    /// When it cannot be voted on so, too few are present, or the tellers do not suffice.
    pub fn open(id: RoundId, ballot: BallotId, opening: Opening, now: Moment) -> Done {
        let Opening { n, why, after, spec, hash, members, present, tellers } = opening;
        spec.fit()?;
        if members == 0 || present > members {
            return Err(Refusal::PresentMore { present, members });
        }
        if let Some(need) = spec.rule.quorum.map(|bar| bar.least(members)).filter(|need| present < *need) {
            return Err(match spec.assembly {
                Assembly::Congress => Refusal::QuorumOfCongress { present, need },
                Assembly::Committee => Refusal::QuorumOfCommittee { present, need },
            });
        }
        let tellers = Tellers(tellers);
        tellers.fit(&spec)?;
        let fact = Fact::RoundOpened { ballot, n, why, hash: hash.clone(), members, present };
        let (edition, stage) = (1, Stage::Open);
        let it = Self { id, ballot, n, why, after, spec, hash, members, present, tellers, opened: now, edition, stage };
        Ok((it, fact))
    }

    /// Names another teller, or another chief in the place of the one before.
    ///
    /// # Errors
    /// When the result is reported, or they cannot count here.
    pub fn name_teller(mut self, teller: Teller, now: Moment) -> Done {
        self.runs()?;
        let fact = Fact::TellerNamed { account: teller.account, role: teller.role };
        self.tellers = self.tellers.name(&self.spec, teller, now)?;
        Ok((self, fact))
    }

    /// A teller declares to be near to nobody on the ballot, or stands aside.
    ///
    /// # Errors
    /// When the result is reported, or this account counts nothing here.
    pub fn declare(mut self, account: AccountId, near: bool, now: Moment) -> Done {
        self.runs()?;
        self.tellers = self.tellers.declare(account, near, now)?;
        let fact = if near { Fact::TellerStoodAside { account } } else { Fact::TellerDeclared { account } };
        Ok((self, fact))
    }

    /// The boxes are emptied and their ballots counted; told again, the figures take the place of those before.
    ///
    /// # Errors
    /// When the result is reported, or the figures cannot be (I1).
    pub fn empty_boxes(self, boxes: Boxes) -> Done {
        self.runs()?;
        boxes.fit(self.present)?;
        let Boxes { handed_out, spoiled, .. } = boxes;
        let fact = Fact::BoxesEmptied { handed_out, spoiled, returned: boxes.all() };
        Ok((Self { stage: Stage::Counting { boxes }, ..self }, fact))
    }

    /// The ballots, for what belongs to counting.
    ///
    /// # Errors
    /// When it is not being counted, or is void for its ballots so that nothing is.
    pub fn counting(&self) -> Result<&Boxes, Refusal> {
        match &self.stage {
            Stage::Counting { boxes } if boxes.void() => Err(Refusal::VoidRound),
            Stage::Counting { boxes } => Ok(boxes),
            Stage::Open => Err(Refusal::BoxesClosed),
            Stage::Reported { .. } | Stage::Announced { .. } | Stage::CalledOff { .. } => Err(Refusal::Over),
        }
    }

    /// The chief teller reports: bundles agree, spellings are resolved, the figures hang together.
    ///
    /// # Errors
    /// When one of them does not, or somebody else asks.
    pub fn report(
        self,
        account: AccountId,
        bundles: &[Bundle],
        readings: &[Reading],
        now: Moment,
    ) -> Result<(Self, Figures, Fact), Refusal> {
        self.tellers.acts(account, Role::Chief)?;
        let boxes = match &self.stage {
            Stage::Counting { boxes } => boxes.clone(),
            Stage::Open => return Err(Refusal::BoxesClosed),
            _ => return Err(Refusal::Over),
        };
        let figures = self.figures(&boxes, bundles, readings)?;
        if !boxes.void() {
            checks(&self.spec.rule, &figures).into_iter().next().map_or(Ok(()), |one| Err(Refusal::Broken(one)))?;
        }
        let fact = Fact::RoundReported { edition: self.edition };
        Ok((Self { stage: Stage::Reported { boxes, at: now }, ..self }, figures, fact))
    }

    /// The totals of an electronic vote are the result: nothing is entered, nobody reports.
    ///
    /// # Errors
    /// When paper is counted or there is a result, or a figure cannot be.
    pub fn report_sealed(self, figures: &Figures, now: Moment) -> Done {
        let Stage::Open = self.stage else { return Err(Refusal::Over) };
        checks(&self.spec.rule, figures).into_iter().next().map_or(Ok(()), |one| Err(Refusal::Broken(one)))?;
        let returned = vec![figures.total.returned];
        let boxes = Boxes { handed_out: figures.handed_out, spoiled: 0, returned };
        let fact = Fact::RoundReported { edition: self.edition };
        Ok((Self { stage: Stage::Reported { boxes, at: now }, ..self }, fact))
    }

    /// The result is announced, which locks it.
    ///
    /// # Errors
    /// When nothing is reported.
    pub fn announce(self, now: Moment) -> Done {
        let Stage::Reported { boxes, .. } = self.stage else { return Err(Refusal::NotReported) };
        let fact = Fact::ResultAnnounced { edition: self.edition };
        Ok((Self { stage: Stage::Announced { boxes, at: now }, ..self }, fact))
    }

    /// A result that was reported or announced is taken up again; it stays as it was, the next is another edition.
    ///
    /// # Errors
    /// When there is none, or a later round rests on it.
    pub fn correct(self, later: bool) -> Done {
        let (Stage::Reported { boxes, .. } | Stage::Announced { boxes, .. }) = self.stage else {
            return Err(Refusal::NotReported);
        };
        if later {
            return Err(Refusal::LaterRound);
        }
        let edition = self.edition + 1;
        Ok((Self { edition, stage: Stage::Counting { boxes }, ..self }, Fact::CorrectionBegun { edition }))
    }

    /// Calls it off, with a reason.
    ///
    /// # Errors
    /// When there is a result, or it was called off.
    pub fn call_off(self, reason: Text<500>, now: Moment) -> Done {
        self.runs()?;
        if self.edition > 1 {
            return Err(Refusal::Over);
        }
        Ok((Self { stage: Stage::CalledOff { at: now, reason }, ..self }, Fact::RoundCalledOff))
    }

    /// What the figures come to, with the working. More than half of all members is the law's own bar; any other is the method's.
    /// `presidium` names whom of the tied it decided for; empty where it did not.
    #[must_use]
    pub fn outcome(&self, figures: &Figures, presidium: &[String]) -> Verdict<Outcome> {
        let mut verdict = outcome(&self.spec.rule, &self.weighed(figures));
        let Spec { assembly, rule, .. } = &self.spec;
        if let (Outcome::Decided(_), Some(bar)) = (&verdict.value, verdict.working.first_mut()) {
            bar.basis = Some(match (rule.base, rule.bar, assembly) {
                (Base::Members, Bar::MoreThanHalf, Assembly::Congress) => Basis::Article(Article::of(Act::Organic, 25)),
                (Base::Members, Bar::MoreThanHalf, Assembly::Committee) => {
                    Basis::Article(Article::of(Act::Organic, 51))
                }
                _ => Basis::Local,
            });
            verdict.working.extend(self.weighing());
        }
        presided(verdict, presidium)
    }

    const fn runs(&self) -> Result<(), Refusal> {
        match self.stage {
            Stage::Open | Stage::Counting { .. } => Ok(()),
            Stage::Reported { .. } | Stage::Announced { .. } | Stage::CalledOff { .. } => Err(Refusal::Over),
        }
    }
}
