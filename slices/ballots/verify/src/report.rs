//! What a check of an archive came to. No sentences: keys of sentences.

/// One step of the check, in the order in which they are told.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Check {
    /// The election's description: group, questions, key.
    Setup,
    /// Each trustee knows the secret of the key shown, and the keys make the key of the vote.
    Trustees,
    /// The list of credentials: each a key, none twice.
    Credentials,
    /// Every ballot: for this vote, of a listed credential, signed, every choice within its limits.
    Ballots,
    /// The encrypted totals are the sum of the ballots.
    Tally,
    /// Every partial decryption is of these totals, by the trustee it names.
    Decryptions,
    /// The totals published are what was decrypted.
    Result,
    /// Every piece is named by its hash, every event follows its parent, nothing is left over.
    Chain,
}

impl Check {
    /// All of them, in order.
    pub const ALL: [Self; 8] = [
        Self::Setup,
        Self::Trustees,
        Self::Credentials,
        Self::Ballots,
        Self::Tally,
        Self::Decryptions,
        Self::Result,
        Self::Chain,
    ];

    /// The key of its sentence.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Setup => "ballots-verify-setup",
            Self::Trustees => "ballots-verify-trustees",
            Self::Credentials => "ballots-verify-credentials",
            Self::Ballots => "ballots-verify-ballots",
            Self::Tally => "ballots-verify-tally",
            Self::Decryptions => "ballots-verify-decryptions",
            Self::Result => "ballots-verify-result",
            Self::Chain => "ballots-verify-chain",
        }
    }
}

/// What is wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Flaw {
    /// The file ends within a piece, or a piece has no proper heading.
    Cut,
    /// A piece, list or number is larger than any vote needs.
    Large,
    /// A piece's name is not the hash of its content.
    Name,
    /// A piece is not written as the format has it.
    Form,
    /// An event does not follow its parent.
    Chain,
    /// An event stands where none of its kind belongs.
    Order,
    /// What an event points to is not there.
    Missing,
    /// Something is stored that nothing points to.
    Spare,
    /// A group this program does not know.
    Group,
    /// The limits of a question contradict each other.
    Limits,
    /// What should be an element of the group is none.
    Point,
    /// A number of a proof is not in range.
    Scalar,
    /// A proof does not hold.
    Proof,
    /// A proof of decryption in the form of Belenios 1, which can be forged, where none is taken.
    Old,
    /// The trustees' keys do not make the key of the vote.
    Key,
    /// The same credential, trustee or piece twice.
    Twice,
    /// A credential that is not in the list.
    Stranger,
    /// A ballot made for another vote.
    Other,
    /// A ballot's own hash is wrong.
    Hash,
    /// A second ballot where a ballot may not be changed.
    Changed,
    /// Numbers of ballots that do not agree.
    Count,
    /// The encrypted totals are not the sum of the ballots.
    Sum,
    /// Too few trustees have decrypted.
    Few,
    /// A total is not what was decrypted.
    Total,
    /// The archive ends before the result.
    Unfinished,
    /// A file is not there.
    Absent,
    /// A signature does not hold.
    Signature,
    /// Other credentials than those of the frozen list, or in another order.
    List,
    /// The list that was confirmed is another one.
    Setup,
    /// Not as many confirmed as are in the list, or more are in it than were handed a ballot.
    Unequal,
    /// Fewer are in the list than the rule asks.
    Least,
}

impl Flaw {
    /// The key of its sentence.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Cut => "ballots-flaw-cut",
            Self::Large => "ballots-flaw-large",
            Self::Name => "ballots-flaw-name",
            Self::Form => "ballots-flaw-form",
            Self::Chain => "ballots-flaw-chain",
            Self::Order => "ballots-flaw-order",
            Self::Missing => "ballots-flaw-missing",
            Self::Spare => "ballots-flaw-spare",
            Self::Group => "ballots-flaw-group",
            Self::Limits => "ballots-flaw-limits",
            Self::Point => "ballots-flaw-point",
            Self::Scalar => "ballots-flaw-scalar",
            Self::Proof => "ballots-flaw-proof",
            Self::Old => "ballots-flaw-old",
            Self::Key => "ballots-flaw-key",
            Self::Twice => "ballots-flaw-twice",
            Self::Stranger => "ballots-flaw-stranger",
            Self::Other => "ballots-flaw-other",
            Self::Hash => "ballots-flaw-hash",
            Self::Changed => "ballots-flaw-changed",
            Self::Count => "ballots-flaw-count",
            Self::Sum => "ballots-flaw-sum",
            Self::Few => "ballots-flaw-few",
            Self::Total => "ballots-flaw-total",
            Self::Unfinished => "ballots-flaw-unfinished",
            Self::Absent => "ballots-flaw-absent",
            Self::Signature => "ballots-flaw-signature",
            Self::List => "ballots-flaw-list",
            Self::Setup => "ballots-flaw-setup",
            Self::Unequal => "ballots-flaw-unequal",
            Self::Least => "ballots-flaw-least",
        }
    }
}

/// Where the check ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Failed {
    /// During which step.
    pub check: Check,
    /// What is wrong.
    pub flaw: Flaw,
    /// At which event, the first being 0.
    pub event: u64,
}

/// Why nothing could be checked.
#[derive(Debug)]
pub enum Unread {
    /// The file cannot be read.
    Io(std::io::Error),
    /// It is no archive of a vote.
    Other,
}

/// One question with its answers and, at the end, their totals.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shown {
    /// The question.
    pub question: String,
    /// The answers; where blank is allowed, the first total is the blank's and has no answer here.
    pub answers: Vec<String>,
    /// Whether a blank ballot is one of the choices.
    pub blank: bool,
    /// The published totals; empty before the result.
    pub totals: Vec<u64>,
}

/// What a trustee opened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Opened {
    /// The trustee's number.
    pub trustee: u64,
    /// A factor for each total, as written.
    pub factors: Vec<String>,
    /// Whether every proof in the archive names what is opened and what it opens to.
    pub named: bool,
}

/// What was found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Report {
    /// The steps that hold, each with how many things it looked at.
    pub held: Vec<(Check, u64)>,
    /// Where it ended, if something is wrong.
    pub failed: Option<Failed>,
    /// The vote's name in the archive.
    pub uuid: String,
    /// The hash of its description, which every ballot names.
    pub election: String,
    /// Its title.
    pub name: String,
    /// Its group.
    pub group: String,
    /// The hash of the setup event: what the hall's screen showed when the list was frozen.
    pub setup: String,
    /// The hash of the last event.
    pub head: String,
    /// The frozen list of credentials, sorted.
    pub credentials: Vec<String>,
    /// Credentials that have a ballot.
    pub voted: u64,
    /// Questions, and totals once there are any.
    pub questions: Vec<Shown>,
    /// The keys of the trustees, as written; a trustee's number is its place here, from 1.
    pub trustees: Vec<String>,
    /// The trustees who have decrypted.
    pub decrypted: Vec<u64>,
    /// Proofs of decryption that were taken in the form of Belenios 1, as was wished; alone it can be forged.
    pub old: u64,
    /// What was opened, in the order of `decrypted`.
    pub opened: Vec<Opened>,
    /// The encrypted totals as this check added them up: first and second half of each, as written. Empty before the end of voting.
    pub tally: Vec<Vec<(String, String)>>,
}

impl Report {
    /// Whether nothing is wrong.
    #[must_use]
    pub const fn is_good(&self) -> bool {
        self.failed.is_none()
    }

    /// What one step came to: how many things it looked at; `None` if it was not reached or does not hold.
    #[must_use]
    pub fn held(&self, check: Check) -> Option<u64> {
        self.held.iter().find(|(one, _)| *one == check).map(|(_, count)| *count)
    }
}
