//! How far the electronic way of a round is.

use kernel::{AccountId, Text};
use law_rules::words;

use super::{Fact, Refusal, Trustee};
use crate::paper::{Kind, Round, RoundId, Stage};

words! {
    /// How far a hall is.
    pub enum HallStage as "ballots-hall-stage-" {
        /// 筹备: trustees hand in keys, deputies bring devices.
        Setup = "setup",
        /// 领票: phones collect by name and register without one.
        Collect = "collect",
        /// The booth writes the list.
        Freezing = "freezing",
        /// 核对: everybody confirms the list by name.
        Confirm = "confirm",
        /// 投票.
        Vote = "vote",
        /// 计票: trustees open the totals.
        Tally = "tally",
        /// There is a result.
        Done = "done",
        /// 改用纸质.
        Void = "void",
    }
}

/// The electronic way of a round.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hall {
    /// The round.
    pub round: RoundId,
    /// How far it is.
    pub stage: HallStage,
    /// How often it began, from 1.
    pub attempt: u32,
    /// The identity of this attempt in the archive.
    pub vote: String,
    /// The method that permits it.
    pub method: Text<200>,
    /// Its article, in words.
    pub article: Text<80>,
    /// Fewest voters.
    pub least: u32,
    /// Why it began again, or is void.
    pub reason: Option<Text<500>>,
    /// Who holds the key, by number.
    pub trustees: Vec<Trustee>,
}

/// What a hall begins with.
#[derive(Clone, Debug)]
pub struct Beginning {
    /// The identity in the archive.
    pub vote: String,
    /// The method that permits it.
    pub method: Text<200>,
    /// Its article.
    pub article: Text<80>,
    /// Fewest voters.
    pub least: u32,
    /// Who holds the key.
    pub trustees: Vec<(Text<60>, Option<AccountId>)>,
}

/// What a verb answers.
type Done = Result<(Hall, Fact), Refusal>;

impl HallStage {
    /// Whether the round cannot go on with paper meanwhile.
    #[must_use]
    pub const fn runs(self) -> bool {
        !matches!(self, Self::Done | Self::Void)
    }

    /// Whether the list is frozen, so that there is something to publish.
    #[must_use]
    pub const fn listed(self) -> bool {
        matches!(self, Self::Confirm | Self::Vote | Self::Tally | Self::Done)
    }
}

impl Hall {
    /// Whether the electronic way suits the round: a closed list with a mark or a grade for each name, and nothing counted.
    ///
    /// # Errors
    /// When not.
    pub fn suits(round: &Round) -> Result<(), Refusal> {
        match round.spec.kind {
            Kind::Election => return Err(Refusal::Election),
            Kind::Ranking => return Err(Refusal::Ranking),
            Kind::Decision | Kind::Pick | Kind::Rating if round.spec.rule.write_in.is_some() => {
                return Err(Refusal::Election);
            }
            Kind::Decision | Kind::Pick | Kind::Rating => {}
        }
        if matches!(round.stage, Stage::Open) && round.edition == 1 { Ok(()) } else { Err(Refusal::RoundBegun) }
    }

    /// Holds a round electronically.
    ///
    /// # Errors
    /// When it is an election, counted already, or there are too few people or trustees.
    pub fn begin(round: &Round, beginning: Beginning) -> Done {
        let Beginning { vote, method, article, least, trustees } = beginning;
        Self::suits(round)?;
        if least < 2 {
            return Err(Refusal::Least);
        }
        if round.present < least {
            return Err(Refusal::TooFew { count: round.present, least });
        }
        let mut names: Vec<&str> = trustees.iter().map(|(name, _)| name.as_str()).collect();
        names.sort_unstable();
        names.dedup();
        if !(2..=9).contains(&trustees.len()) || names.len() != trustees.len() {
            return Err(Refusal::Trustees);
        }
        let fact = Fact::HallBegun { vote: vote.clone(), trustees: trustees.len(), least };
        let trustee = |(n, (name, account))| Trustee {
            n,
            name,
            account,
            commitment: None,
            key: None,
            decryption: None,
            turn: None,
        };
        let trustees = (1..).zip(trustees).map(trustee).collect();
        let (stage, attempt, reason) = (HallStage::Setup, 1, None);
        Ok((Self { round: round.id, stage, attempt, vote, method, article, least, reason, trustees }, fact))
    }

    /// Lets a verb through at one stage only.
    ///
    /// # Errors
    /// At every other stage.
    pub fn at(&self, stage: HallStage) -> Result<(), Refusal> {
        if self.stage == stage { Ok(()) } else { Err(Refusal::Stage) }
    }

    /// The trustee with this number.
    ///
    /// # Errors
    /// When there is none.
    pub fn trustee(&self, n: u32) -> Result<&Trustee, Refusal> {
        self.trustees.iter().find(|one| one.n == n).ok_or(Refusal::NoTrustee)
    }

    fn trustee_mut(&mut self, n: u32) -> Result<&mut Trustee, Refusal> {
        self.trustees.iter_mut().find(|one| one.n == n).ok_or(Refusal::NoTrustee)
    }

    /// A trustee commits to a key.
    ///
    /// # Errors
    /// When it has, or it is no hash.
    pub fn commit(mut self, n: u32, hash: &str) -> Done {
        self.at(HallStage::Setup)?;
        let fact = self.trustee_mut(n)?.commit(hash)?;
        Ok((self, fact))
    }

    /// A trustee shows its key: only when all have committed, so that nobody chooses a key by looking at the others'.
    ///
    /// # Errors
    /// When not all have, or the key is another.
    pub fn show_key(mut self, n: u32, key: String, hash: &str) -> Done {
        self.at(HallStage::Setup)?;
        self.trustee(n)?;
        if self.trustees.iter().any(|one| one.commitment.is_none()) {
            return Err(Refusal::Uncommitted);
        }
        if self.trustees.iter().any(|one| one.n != n && one.key.as_ref() == Some(&key)) {
            return Err(Refusal::SameKey);
        }
        let fact = self.trustee_mut(n)?.show(key, hash)?;
        Ok((self, fact))
    }

    /// Who is present is fixed. `counted` are those by whom the round was opened.
    ///
    /// # Errors
    /// When keys are missing, or the roll has too few or too many.
    pub fn freeze_roll(self, present: u32, counted: u32, rsa_hash: String) -> Done {
        self.at(HallStage::Setup)?;
        if self.trustees.iter().any(|one| one.key.is_none()) {
            return Err(Refusal::KeysMissing);
        }
        if present < self.least {
            return Err(Refusal::TooFew { count: present, least: self.least });
        }
        if present > counted {
            return Err(Refusal::MorePresent { count: present, present: counted });
        }
        Ok((Self { stage: HallStage::Collect, ..self }, Fact::RollFrozen { present, rsa_hash }))
    }

    /// No more ballots are issued; the booth writes the list.
    ///
    /// # Errors
    /// When none are being issued.
    pub fn ask_freeze(self, issued: u32) -> Done {
        self.at(HallStage::Collect)?;
        Ok((Self { stage: HallStage::Freezing, ..self }, Fact::FreezeAsked { issued }))
    }

    /// The list is written.
    ///
    /// # Errors
    /// When nobody asked for it.
    pub fn freeze(self, listed: u32, setup: String) -> Done {
        self.at(HallStage::Freezing)?;
        Ok((Self { stage: HallStage::Confirm, ..self }, Fact::ListFrozen { listed, setup }))
    }

    /// Voting begins: everybody in the list has confirmed, and nobody is in it who was issued nothing.
    ///
    /// # Errors
    /// When one is missing, or there are too few.
    pub fn open_vote(self, issued: u32, listed: u32, confirmed: u32, head: String) -> Done {
        self.at(HallStage::Confirm)?;
        if listed < self.least {
            return Err(Refusal::TooFew { count: listed, least: self.least });
        }
        if confirmed != listed || listed > issued {
            return Err(Refusal::Unconfirmed { confirmed, listed });
        }
        Ok((Self { stage: HallStage::Vote, ..self }, Fact::VoteOpened { listed, head }))
    }

    /// Voting ends. Totals of too few are never opened; then paper is what remains.
    ///
    /// # Errors
    /// When nobody votes now, or too few have.
    pub fn close(self, cast: u32) -> Done {
        self.at(HallStage::Vote)?;
        if cast < self.least {
            return Err(Refusal::TooFew { count: cast, least: self.least });
        }
        Ok((Self { stage: HallStage::Tally, ..self }, Fact::VoteClosed { cast }))
    }

    /// A trustee's part of the totals, which was checked.
    ///
    /// # Errors
    /// When it is not the time, or the trustee handed it in.
    pub fn open_totals(mut self, n: u32, decryption: String) -> Done {
        self.at(HallStage::Tally)?;
        let before = self.trustees.iter().filter(|one| one.decryption.is_some()).count();
        let turn = u32::try_from(before).unwrap_or(u32::MAX).saturating_add(1);
        let own = self.trustee_mut(n)?;
        if own.decryption.is_some() {
            return Err(Refusal::Handed);
        }
        own.decryption = Some(decryption);
        own.turn = Some(turn);
        Ok((self, Fact::TotalsOpened { n }))
    }

    /// Whether every trustee has opened its part.
    #[must_use]
    pub fn all_open(&self) -> bool {
        self.trustees.iter().all(|one| one.decryption.is_some())
    }

    /// There is a result under this head.
    ///
    /// # Errors
    /// When a trustee is missing.
    pub fn finish(self, head: String) -> Done {
        self.at(HallStage::Tally)?;
        if !self.all_open() {
            return Err(Refusal::KeysMissing);
        }
        Ok((Self { stage: HallStage::Done, ..self }, Fact::HallDone { head }))
    }

    /// Begins again with the roll: another vote, another signing key; trustees keep theirs, for nothing was opened.
    ///
    /// # Errors
    /// When nothing is begun, totals are being opened, or it is over.
    pub fn again(self, vote: String, reason: Text<500>) -> Done {
        use HallStage::{Collect, Confirm, Freezing, Vote};
        if !matches!(self.stage, Collect | Freezing | Confirm | Vote) {
            return Err(Refusal::Stage);
        }
        let attempt = self.attempt + 1;
        let fact = Fact::HallAgain { attempt, vote: vote.clone() };
        Ok((Self { stage: HallStage::Setup, attempt, vote, reason: Some(reason), ..self }, fact))
    }

    /// Paper takes its place: any time before the result.
    ///
    /// # Errors
    /// When there is a result, or it is void.
    pub fn void(self, reason: Text<500>) -> Done {
        if !self.stage.runs() {
            return Err(Refusal::Stage);
        }
        Ok((Self { stage: HallStage::Void, reason: Some(reason), ..self }, Fact::HallVoid))
    }
}
