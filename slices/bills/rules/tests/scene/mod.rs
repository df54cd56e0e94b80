//! The smallest cast that can play every verb: one congress of a township, six deputies.

#![allow(dead_code, reason = "each test file plays with a part of the cast")]

use bills_rules::{
    Act, Bill, BillId, Disposal, Done, Fact, File, FileKind, Given, Hand, Number, Ruling, SessionId, Sheet, Sitting,
    SuggestionId, Terms, Vote,
};
use kernel::{BodyId, Day, Id, Level, Moment, PersonId, Text};

pub const LEAD: u8 = 1;
pub const STRANGER: u8 = 9;

pub fn id<N>(n: u8) -> Id<N> {
    Id::new(Moment::from_millis(0), [n; 10])
}

pub fn person(n: u8) -> PersonId {
    id(n)
}

pub fn hand(n: u8) -> Hand {
    Hand { person: person(n), through: None }
}

pub fn day(text: &str) -> Day {
    text.parse().unwrap()
}

pub fn name(text: &str) -> Text<60> {
    Text::parse(text).unwrap()
}

pub fn congress() -> BodyId {
    id(100)
}

pub fn session() -> SessionId {
    id(8)
}

pub fn suggestion() -> SuggestionId {
    id(40)
}

pub fn bill_id() -> BillId {
    id(9)
}

pub const SITS: bool = true;

pub fn sitting(sits: bool) -> Sitting {
    Sitting { session: session(), sits }
}

pub fn sheet() -> Sheet {
    Sheet {
        title: "关于加强水源地保护的议案".to_owned(),
        grounds: "水源地周边养殖增多，水质下降。".to_owned(),
        proposal: "由县人民代表大会作出决议，划定保护范围，限期整治。".to_owned(),
        publish: Some(true),
        ..Sheet::default()
    }
}

pub fn number() -> Number {
    Number { series: session().to_string(), n: 1, text: "议案第1号".to_owned() }
}

pub fn file(n: u8, kind: FileKind) -> File {
    File { id: id(n), kind, sha256: format!("{n:064x}") }
}

pub fn refer() -> Disposal {
    Disposal::Refer { to: name("法制委员会") }
}

/// A ruling with a reason, as the presidium may always give one.
pub fn ruling() -> Ruling {
    Ruling { reason: Some(id(73)), suggestion: suggestion(), report_by: None }
}

pub struct Scene {
    pub terms: Terms,
    pub level: Level,
}

impl Scene {
    /// A county: ten deputies sign.
    pub fn county() -> Self {
        Self { terms: Terms::usual().unwrap(), level: Level::County }
    }

    /// A township: five do.
    pub fn township() -> Self {
        Self { level: Level::Township, ..Self::county() }
    }

    pub fn on(&self, day: Day) -> Given<'_> {
        Given { now: day.start().plus_millis(9 * 3_600_000), level: self.level, terms: &self.terms }
    }

    pub fn draft() -> Bill {
        Bill::draft(bill_id(), congress(), session(), hand(LEAD), sheet()).unwrap().0
    }

    /// Signed by so many deputies, the lead one counted.
    pub fn signed(count: u8, given: &Given<'_>) -> Bill {
        let others: Vec<u8> = (2..=count).map(|n| n + 10).collect();
        let people: Vec<PersonId> = others.iter().map(|n| person(*n)).collect();
        let mut bill = Self::draft();
        if !people.is_empty() {
            bill = bill.ask(hand(LEAD), &people, given.now).unwrap().0;
        }
        for n in others {
            bill = bill.sign(hand(n), given.now).unwrap().0;
        }
        bill
    }

    /// Does a verb in the way that is most likely to succeed.
    pub fn act(&self, bill: Bill, act: Act, disposal: &Disposal, given: &Given<'_>) -> Done {
        let lead = hand(LEAD);
        match act {
            Act::Edit => bill.edit(lead, Sheet { publish: Some(false), ..sheet() }),
            Act::Discard => bill.clone().discard(lead).map(|fact| (bill, fact)),
            Act::Attach => bill.attach(Some(lead), file(90, FileKind::Other)),
            Act::Detach => bill.detach(Some(lead), id(91)),
            Act::Ask => bill.ask(lead, &[person(30)], given.now),
            Act::Sign => bill.sign(hand(30), given.now),
            Act::Decline => bill.decline(hand(12), given.now),
            Act::Submit => bill.submit(lead, sitting(SITS), given),
            Act::Return => bill.give_back(id(71), given),
            Act::Number => bill.number(number(), given),
            Act::Review => bill.review(name("议案审查委员会"), disposal.clone(), id(72), given),
            Act::Consult => bill.consult(None, given),
            Act::Speak => bill.speak(hand(12), true, None, given),
            Act::Decide => bill.decide(disposal.clone(), ruling(), given),
            Act::Withdraw => bill.withdraw(Some(lead), id(74), given),
            Act::AnswerWithdrawal => bill.answer_withdrawal(None, given),
            Act::Vote => bill.vote(Vote { yes: 40, all: 60, ..Vote::default() }, given),
            Act::Report => bill.report(id(75), given),
        }
    }

    /// Plays verbs one after the other on a bill that enough deputies have signed, all on one day.
    pub fn play(&self, acts: &[Act], disposal: &Disposal, given: &Given<'_>) -> (Bill, Vec<Fact>) {
        let mut bill = Self::signed(10, given);
        let mut facts = vec![];
        for act in acts {
            let (next, fact) = self.act(bill, *act, disposal, given).unwrap_or_else(|why| panic!("{act:?}: {why:?}"));
            bill = next;
            facts.push(fact);
        }
        (bill, facts)
    }
}

/// The shortest way to every stage.
pub fn ways() -> Vec<(&'static str, Vec<Act>, Disposal)> {
    use Act::*;
    let agenda = Disposal::Agenda;
    vec![
        ("draft", vec![], agenda.clone()),
        ("draft, another asked", vec![Ask], agenda.clone()),
        ("submitted", vec![Submit], agenda.clone()),
        ("returned", vec![Submit, Return], agenda.clone()),
        ("submitted again", vec![Submit, Return, Submit], agenda.clone()),
        ("numbered", vec![Submit, Number], agenda.clone()),
        ("reviewed", vec![Submit, Number, Review], agenda.clone()),
        ("signers consulted", vec![Submit, Number, Review, Consult], Disposal::Suggestion),
        ("signers consulted, one spoke", vec![Submit, Number, Review, Consult, Speak], Disposal::Suggestion),
        ("on the agenda", vec![Submit, Number, Review, Decide], agenda.clone()),
        ("on the agenda at once", vec![Submit, Number, Decide], agenda.clone()),
        ("on the agenda, withdrawal asked", vec![Submit, Number, Decide, Withdraw], agenda.clone()),
        ("referred", vec![Submit, Number, Review, Decide], refer()),
        ("closed: voted", vec![Submit, Number, Review, Decide, Vote], agenda.clone()),
        ("closed: reported", vec![Submit, Number, Review, Decide, Report], refer()),
        ("closed: not listed", vec![Submit, Number, Review, Decide], Disposal::NotListed),
        ("closed: a suggestion", vec![Submit, Number, Review, Decide], Disposal::Suggestion),
        ("withdrawn", vec![Submit, Withdraw], agenda.clone()),
        ("withdrawn from the agenda", vec![Submit, Number, Decide, Withdraw, AnswerWithdrawal], agenda.clone()),
        ("withdrawn from the committee", vec![Submit, Number, Review, Decide, Withdraw], refer()),
    ]
}
