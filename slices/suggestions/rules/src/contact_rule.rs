//! What a congress demands of talks with deputies before a reply is signed, and which ways count as face to face.

use kernel::{Day, PersonId};

use crate::{Assignment, Contact, Refusal, RuleBook, Ruled, Suggestion};

/// How much a congress asks for something.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Demand {
    /// 不要求.
    None,
    /// 提示: the page says plainly what is missing.
    Advised,
    /// 必须: without it the reply is not signed.
    Required,
}

/// One way of talking (沟通方式).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ContactWay {
    /// The code in rows: `phone`.
    pub code: String,
    /// The name on screen and paper.
    pub name: String,
    /// Whether it counts as face to face (见面).
    pub face: bool,
    /// Whether it is a special explanation in writing (专门说明), which may stand for a meeting after a second 不满意.
    pub explains: bool,
}

/// What is missing before a reply is signed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lack {
    /// Nobody talked with a signer in this round.
    Contact,
    /// The lead deputy asked to be met, and was not met in this round.
    Meeting,
    /// It is a key suggestion, and the lead deputy was not met in this round.
    KeyMeeting,
    /// A second reply was rejected, and nobody met the deputy, or explained, since.
    FaceToFace,
}

impl Demand {
    /// The three, in order.
    pub const ALL: [Self; 3] = [Self::None, Self::Advised, Self::Required];

    /// The word in rule books.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::None => "none",
            Self::Advised => "advised",
            Self::Required => "required",
        }
    }

    pub(crate) fn read(word: &str) -> Result<Self, String> {
        let found = Self::ALL.into_iter().find(|demand| demand.word() == word);
        found.ok_or_else(|| format!("`{word}` is none of none, advised, required"))
    }
}

impl ContactWay {
    /// The words before the name: whether it counts as face to face.
    pub const WORDS: [&'static str; 3] = ["face", "apart", "explains"];

    pub(crate) fn read(code: String, text: &str) -> Result<Self, String> {
        let (word, name) = text.split_once(' ').unwrap_or((text, ""));
        if !Self::WORDS.contains(&word) || name.is_empty() {
            return Err(format!("`{text}` is not face, apart or explains with a name after it"));
        }
        Ok(Self { code, name: name.to_owned(), face: word == "face", explains: word == "explains" })
    }
}

impl Lack {
    /// The word in locale keys.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Contact => "contact",
            Self::Meeting => "meeting",
            Self::KeyMeeting => "key-meeting",
            Self::FaceToFace => "face-to-face",
        }
    }

    /// The refusal where it is required.
    #[must_use]
    pub const fn refusal(self) -> Refusal {
        match self {
            Self::Contact => Refusal::ContactFirst,
            Self::Meeting | Self::KeyMeeting => Refusal::MeetingFirst,
            Self::FaceToFace => Refusal::FaceToFaceFirst,
        }
    }

    fn demand(self, book: &RuleBook) -> &Ruled<Demand> {
        match self {
            Self::Contact => &book.contact_before_signing,
            Self::Meeting | Self::KeyMeeting => &book.contact_meeting,
            Self::FaceToFace => &book.close_meeting,
        }
    }
}

impl RuleBook {
    /// The way of that code in this congress's list.
    #[must_use]
    pub fn way(&self, code: &str) -> Option<&ContactWay> {
        self.contact_ways.iter().find(|way| way.code == code)
    }

    /// The name of a way, in force or retired.
    #[must_use]
    pub fn way_name(&self, code: &str) -> &str {
        let value = self.name_of("contact-way", code);
        value.split_once(' ').map_or(value, |(_, name)| name)
    }
}

impl Suggestion {
    /// What is missing before the present reply of a part is signed, with how much the congress asks for it; `key` where it is a key
    /// suggestion, whose lead deputy is met though nobody asked (suggestions.md §8). Nothing where the part does not reply, or its reply
    /// is signed.
    #[must_use]
    pub fn lacks(&self, part: &Assignment, contacts: &[Contact], key: bool, book: &RuleBook) -> Vec<(Lack, Demand)> {
        let Some(round) = part.round().filter(|round| round.signature().is_none()) else { return vec![] };
        let own = || contacts.iter().filter(|one| one.assignment == part.id && one.counts_in(round));
        let met = own().any(|one| one.face && one.talk.with == self.lead.person);
        let meeting = if self.sheet.wants_meeting { Lack::Meeting } else { Lack::KeyMeeting };
        let owed = self.sheet.wants_meeting || key;
        let lacking = [(Lack::Contact, own().next().is_none()), (meeting, owed && !met)];
        let lacking = lacking.into_iter().filter(|(_, missing)| *missing).map(|(lack, _)| lack);
        lacking.map(|lack| (lack, lack.demand(book).value)).filter(|(_, demand)| *demand != Demand::None).collect()
    }

    /// Whether a matter may be closed as dissatisfied: where a second reply of a part was rejected or a later one, its unit met whoever
    /// rejects the present one afterwards, or explained in particular, and keeps who came, with what rank, and what was agreed
    /// (suggestions.md §2, §10).
    #[must_use]
    pub fn lacks_meeting(&self, part: &Assignment, contacts: &[Contact], book: &RuleBook) -> Demand {
        let lead = self.lead.person;
        let Some(round) = part.round().filter(|_| part.rejected_rounds(lead, book) > 1) else { return Demand::None };
        let explains = |one: &Contact| book.way(&one.talk.way).is_some_and(|way| way.explains);
        let met = |(person, rejected): &(PersonId, Day)| {
            let with = contacts.iter().filter(|one| one.assignment == part.id && one.talk.with == *person);
            let mut since = with.filter(|one| one.counts_in(round) && one.talk.day >= *rejected);
            since.any(|one| one.face || explains(one))
        };
        if round.rejections(lead, book).iter().all(met) { Demand::None } else { Lack::FaceToFace.demand(book).value }
    }

    /// Whether the office may close it as far as meetings go.
    ///
    /// # Errors
    /// When a meeting is required and missing.
    pub fn met_enough(&self, contacts: &[Contact], book: &RuleBook) -> Result<(), Refusal> {
        let parts = self.stage.handling().into_iter().flat_map(|handling| handling.handlers.replying());
        let mut lacking = parts.map(|part| self.lacks_meeting(part, contacts, book));
        if lacking.any(|demand| demand == Demand::Required) { Err(Lack::FaceToFace.refusal()) } else { Ok(()) }
    }

    /// Whether the reply of a part may be signed as far as talks go.
    ///
    /// # Errors
    /// Names the first thing the congress requires that is missing.
    pub fn talked_enough(
        &self,
        part: &Assignment,
        contacts: &[Contact],
        key: bool,
        book: &RuleBook,
    ) -> Result<(), Refusal> {
        let lacks = self.lacks(part, contacts, key, book);
        let required = lacks.into_iter().find(|(_, demand)| *demand == Demand::Required);
        required.map_or(Ok(()), |(lack, _)| Err(lack.refusal()))
    }
}
