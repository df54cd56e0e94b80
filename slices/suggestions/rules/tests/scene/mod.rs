//! The smallest cast that can play every verb: one congress, three deputies, three units.

#![allow(dead_code, reason = "each test file plays with a part of the cast")]

use kernel::{AccountId, BodyId, Day, Id, Moment, PersonId, Text, WorkingCalendar};
use suggestions_rules::{
    Act, AssignmentId, Done, Fact, Form, Found, Given, Hand, Handler, Letter, Number, Occasion, RuleBook, Ruling,
    Score, SessionId, Sheet, ShownDraft, ShownEnd, Source, Suggestion, SuggestionId, Talk,
};

pub struct Scene {
    pub book: RuleBook,
    pub calendar: WorkingCalendar,
}

pub fn id<N>(n: u8) -> Id<N> {
    Id::new(Moment::from_millis(0), [n; 10])
}

pub const LEAD: u8 = 1;
pub const SECOND: u8 = 2;
pub const STRANGER: u8 = 3;

pub fn hand(n: u8) -> Hand {
    Hand { person: person(n), through: None }
}

pub fn person(n: u8) -> PersonId {
    id(n)
}

pub fn unit(n: u8) -> BodyId {
    id(n + 100)
}

pub fn part(n: u8) -> AssignmentId {
    id(n)
}

pub fn handler(n: u8) -> Handler {
    Handler { id: part(n), unit: unit(n) }
}

pub fn day(text: &str) -> Day {
    text.parse().unwrap()
}

pub fn sheet() -> Sheet {
    Sheet {
        title: "关于修缮乡村便桥的建议".to_owned(),
        body: "情况：便桥年久失修。\n分析：无人养护。\n建议：列入今年养护计划。".to_owned(),
        source: Some(Source::Citizens),
        publish: Some(true),
        ..Sheet::default()
    }
}

pub fn letter() -> Letter {
    Letter {
        number: None,
        body: Text::parse("已列入计划，九月底前完工。").unwrap(),
        points: vec![],
        responsible: None,
        contact: Text::parse("承办人，电话见函").unwrap(),
        publish: true,
        kept_because: None,
    }
}

/// Unit 1 telephoned with the lead deputy.
pub fn talk(day: Day) -> Talk {
    Talk {
        day,
        way: "phone".to_owned(),
        with: person(LEAD),
        by: Text::parse("副局长").unwrap(),
        place: None,
        said: id(78),
        draft_shown: false,
    }
}

pub fn promise_words() -> Text<500> {
    Text::parse("十二月底前完成便桥加固").unwrap()
}

impl Scene {
    pub fn new() -> Self {
        Self { book: RuleBook::hunan().unwrap(), calendar: WorkingCalendar::state_council().unwrap() }
    }

    pub fn on(&self, day: Day) -> Given<'_> {
        Given { now: day.start().plus_millis(9 * 3_600_000), book: &self.book, calendar: &self.calendar }
    }

    pub fn draft() -> Suggestion {
        Suggestion::draft(
            SuggestionId::from_uuid(id::<()>(9).uuid()),
            unit(0),
            SessionId::from_uuid(id::<()>(8).uuid()),
            hand(LEAD),
            sheet(),
        )
        .0
    }

    /// Does a verb in the way that is most likely to succeed.
    pub fn act(&self, suggestion: Suggestion, act: Act, given: &Given<'_>) -> Done {
        let lead = hand(LEAD);
        match act {
            Act::Edit => suggestion.edit(lead, Sheet { wants_meeting: true, ..sheet() }, given),
            Act::Discard => suggestion.clone().discard(lead).map(|fact| (suggestion, fact)),
            Act::ConfirmEntry => suggestion.confirm_entry(lead, given),
            Act::Invite => suggestion.invite(lead, &[person(SECOND)], given),
            Act::Cosign => suggestion.cosign(hand(SECOND), given),
            Act::DeclineCosign => suggestion.decline_cosign(hand(SECOND), given),
            Act::Submit => suggestion.submit(lead, id(8), Occasion::Between, given),
            Act::Withdraw => suggestion.withdraw(lead, id(70), given),
            Act::Check => suggestion.take_over_check(id(61)),
            Act::Return => suggestion.return_for_editing(id(71), given),
            Act::Refuse => suggestion.refuse("litigation", "letter", id(80), given),
            Act::AcknowledgeRefusal => suggestion.acknowledge_refusal(lead, given),
            Act::Insist => suggestion.insist(lead, id(81)),
            Act::Accept => suggestion.accept("agriculture", given),
            Act::Reclass => suggestion.reclass("social", id(88), given),
            Act::Number => suggestion.number(Number { series: "2026".into(), n: 72, text: "第72号".into() }, given),
            Act::Merge => suggestion.merge(&self.other(given), false, id(82), given),
            Act::Separate => suggestion.separate(Some(id(83))),
            Act::Route => suggestion.route(unit(20), given),
            Act::RouteOn => suggestion.route_on(unit(21), id(84), given),
            Act::RouteBack => suggestion.route_back(false, id(85)),
            Act::GiveToRead => suggestion.give_to_read(&[handler(8)], given),
            Act::Assign => suggestion.assign(Form::Joint { lead: handler(1), co: vec![handler(2)] }, given),
            Act::SignFor => suggestion.sign_for(part(1), given),
            Act::Advise => suggestion.advise(part(2), id(72), given),
            Act::Object => suggestion.object(part(1), unit(3), id(77), given),
            Act::RuleObjection => suggestion.rule_objection(part(1), Ruling::PassOn(handler(3)), id(78), given),
            Act::Reassign => suggestion.reassign(part(1), handler(4), id(86), given),
            Act::AddUnit => suggestion.add_unit(handler(5), id(87), given),
            Act::AskExtension => suggestion.ask_extension(part(1), day("2026-08-10"), id(79), given),
            Act::AnswerExtension => suggestion.answer_extension(part(1), true, None, given),
            Act::DraftReply => suggestion.draft_reply(part(1), letter()),
            Act::SendToCheck => suggestion.send_to_check(part(1), given),
            Act::SendBack => suggestion.send_back(part(1), id(73), given),
            Act::Pass => suggestion.pass(part(1), given),
            Act::SignReply => suggestion.sign_reply(part(1), AccountId::from_uuid(id::<()>(60).uuid()), "A", given),
            Act::Deliver => suggestion.deliver(part(1), given),
            Act::Judge => {
                let scores = (Score::Satisfied, Score::Dissatisfied);
                suggestion.judge(part(1), lead, scores, Some(id(74)), given)
            }
            Act::CallForJudgement => {
                suggestion.call_for_judgement(part(1), person(LEAD), id(97)).map(|fact| (suggestion, fact))
            }
            Act::OrderRedo => suggestion.order_redo(part(1), id(75), given),
            Act::RecordContact => suggestion
                .record_contact(part(1), id(77), talk(given.today()), given)
                .map(|(_, fact)| (suggestion, fact)),
            Act::ShowDraft => {
                let shown = suggestion.show_draft(part(1), (id(99), person(LEAD)), &[], given);
                shown.map(|(_, fact)| (suggestion, fact))
            }
            Act::AnswerDraft => {
                shown_draft(given).answer(&suggestion, lead, (1, None), given).map(|(_, fact)| (suggestion, fact))
            }
            Act::NoteInRoom => suggestion.note_in_room(id(95), unit(1), id(96)).map(|fact| (suggestion, fact)),
            Act::Promise => {
                let promised = (promise_words(), given.today().plus_days(200));
                suggestion.make_promise(part(1), id(90), promised, given).map(|(_, fact)| (suggestion, fact))
            }
            Act::Reopen => suggestion.reopen(part(1), id(98), given),
            Act::LookBack => suggestion.look_back(Found::Done, id(97)).map(|fact| (suggestion, fact)),
            Act::Attach if suggestion.stage.handling().is_some() => {
                suggestion.attach_to_reply(part(1), id(76), "sha256".into())
            }
            Act::DoubtClass => {
                let doubted = suggestion.doubt_class(part(1), (id(95), Some(lead)), id(96), &[], given);
                doubted.map(|(_, fact)| (suggestion, fact))
            }
            Act::Attach => suggestion.attach(lead, id(76), "sha256".into()),
            Act::Close => suggestion.close(given),
        }
    }

    /// Another suggestion of the congress, on the same matter, that waits to be assigned.
    pub fn other(&self, given: &Given<'_>) -> Suggestion {
        let (other, _) = self.play(&[Act::Submit, Act::Accept, Act::Number], given);
        Suggestion { id: id(10), ..other }
    }

    /// Plays verbs one after the other, all on one day.
    pub fn play(&self, acts: &[Act], given: &Given<'_>) -> (Suggestion, Vec<Fact>) {
        let mut suggestion = Self::draft();
        let mut facts = vec![];
        for act in acts {
            let (next, fact) = self.act(suggestion, *act, given).unwrap_or_else(|why| panic!("{act:?}: {why:?}"));
            suggestion = next;
            facts.push(fact);
        }
        (suggestion, facts)
    }
}

/// One that was shown to the lead deputy in the first round.
pub fn shown_draft(given: &Given<'_>) -> ShownDraft {
    ShownDraft { id: id(99), assignment: part(1), round: 1, to: person(LEAD), at: given.now, end: ShownEnd::Waiting }
}

pub const ACTS: [Act; 50] = [
    Act::Edit,
    Act::Discard,
    Act::ConfirmEntry,
    Act::Invite,
    Act::Cosign,
    Act::DeclineCosign,
    Act::Submit,
    Act::Withdraw,
    Act::Check,
    Act::Return,
    Act::Refuse,
    Act::AcknowledgeRefusal,
    Act::Insist,
    Act::Accept,
    Act::Reclass,
    Act::Number,
    Act::Merge,
    Act::Separate,
    Act::Route,
    Act::RouteOn,
    Act::RouteBack,
    Act::GiveToRead,
    Act::Assign,
    Act::SignFor,
    Act::Advise,
    Act::Object,
    Act::RuleObjection,
    Act::Reassign,
    Act::AddUnit,
    Act::AskExtension,
    Act::AnswerExtension,
    Act::DraftReply,
    Act::SendToCheck,
    Act::SendBack,
    Act::Pass,
    Act::SignReply,
    Act::Deliver,
    Act::Judge,
    Act::CallForJudgement,
    Act::OrderRedo,
    Act::RecordContact,
    Act::NoteInRoom,
    Act::ShowDraft,
    Act::AnswerDraft,
    Act::Promise,
    Act::DoubtClass,
    Act::LookBack,
    Act::Reopen,
    Act::Attach,
    Act::Close,
];

/// The shortest way to every stage.
pub fn ways() -> Vec<(&'static str, Vec<Act>)> {
    use Act::*;
    let handled = [Submit, Accept, Number, Assign, SignFor];
    let with = |more: &[Act]| handled.iter().chain(more).copied().collect::<Vec<_>>();
    vec![
        ("draft", vec![]),
        ("cosigning", vec![Invite]),
        ("cosigning, seconded", vec![Invite, Cosign]),
        ("submitted", vec![Submit]),
        ("returned", vec![Submit, Return]),
        ("submitted again", vec![Submit, Return, Submit]),
        ("refusal proposed", vec![Submit, Return, Submit, Refuse]),
        ("refused", vec![Submit, Return, Submit, Refuse, AcknowledgeRefusal]),
        ("insisted upon", vec![Submit, Return, Submit, Refuse, Insist]),
        ("accepted", vec![Submit, Accept]),
        ("numbered", vec![Submit, Accept, Number]),
        ("numbered, merged", vec![Submit, Accept, Number, Merge]),
        ("numbered, merged and parted", vec![Submit, Accept, Number, Merge, Separate]),
        ("numbered, with a transfer office", vec![Submit, Accept, Number, Route]),
        ("handling: with a reader", vec![Submit, Accept, Number, Assign, GiveToRead]),
        ("handling: lead unit waiting", vec![Submit, Accept, Number, Assign]),
        ("handling: reply awaited", with(&[])),
        ("handling: lead unit objects", vec![Submit, Accept, Number, Assign, Object]),
        ("handling: passed on", vec![Submit, Accept, Number, Assign, Object, RuleObjection]),
        ("handling: given to another unit", vec![Submit, Accept, Number, Assign, Reassign]),
        ("handling: a unit added", vec![Submit, Accept, Number, Assign, AddUnit]),
        ("handling: extension asked", with(&[AskExtension])),
        ("handling: extension granted", with(&[AskExtension, AnswerExtension])),
        ("handling: reply drafted", with(&[DraftReply])),
        ("handling: reply being checked", with(&[DraftReply, SendToCheck])),
        ("handling: reply sent back", with(&[DraftReply, SendToCheck, SendBack])),
        ("handling: reply passed", with(&[DraftReply, SendToCheck, Pass])),
        ("handling: reply signed", with(&[DraftReply, SendToCheck, Pass, SignReply])),
        ("handling: reply delivered", with(&[DraftReply, SendToCheck, Pass, SignReply, Deliver])),
        ("handling: lead deputy dissatisfied", with(&[DraftReply, SendToCheck, Pass, SignReply, Deliver, Judge])),
        (
            "handling: second reply awaited",
            with(&[DraftReply, SendToCheck, Pass, SignReply, Deliver, Judge, OrderRedo]),
        ),
        (
            "handling: lead deputy dissatisfied twice",
            with(&[
                DraftReply,
                SendToCheck,
                Pass,
                SignReply,
                Deliver,
                Judge,
                OrderRedo,
                DraftReply,
                SendToCheck,
                Pass,
                SignReply,
                Deliver,
                Judge,
            ]),
        ),
        (
            "closed",
            with(&[
                DraftReply,
                SendToCheck,
                Pass,
                SignReply,
                Deliver,
                Judge,
                OrderRedo,
                DraftReply,
                SendToCheck,
                Pass,
                SignReply,
                Deliver,
                Judge,
                Close,
            ]),
        ),
        ("withdrawn", vec![Submit, Withdraw]),
        ("withdrawn from the units", with(&[Withdraw])),
    ]
}
