//! Special inquiries: what follows what, and that no order of verbs comes to a state that cannot be.

use kernel::{BodyId, Day, Id, Moment, Text};
use supervision_rules::{
    EntryId, Inquiry, InquiryKind, InquiryStage, InquiryTerms, ItemStanding, MOST_ASKED, Poll, Refusal, Turn,
};

fn id<N>(byte: u8) -> Id<N> {
    Id::new(Moment::from_millis(1), [byte; 10])
}

fn text<const MAX: usize>(words: &str) -> Text<MAX> {
    Text::parse(words).unwrap()
}

fn day(month: i8, day: i8) -> Day {
    Day::new(2026, month, day).unwrap()
}

fn on(day: Day) -> Moment {
    day.start().plus_millis(36_000_000)
}

fn unit() -> BodyId {
    id(2)
}

fn begun() -> Inquiry {
    let terms = InquiryTerms {
        topic: text("饮水安全"),
        kind: InquiryKind::Report,
        day: day(6, 10),
        place: text("会议室"),
        leader: text("王副主任"),
        basis: text("主任会议纪要"),
    };
    Inquiry::begin(id(9), id(1), terms, on(day(6, 1))).0
}

fn asked() -> Inquiry {
    begun().ask(id(11), unit(), text("委员"), text("何时通水？")).unwrap().0
}

fn told() -> Inquiry {
    asked().tell(on(day(6, 2))).unwrap().0
}

fn held() -> Inquiry {
    told().hold(on(day(6, 10))).unwrap().0
}

fn listed() -> Inquiry {
    held().list(id(21), unit(), text("水压不足"), day(7, 1), on(day(6, 11))).unwrap().0
}

fn planned() -> Inquiry {
    listed().plan(id(21), text("换管"), text("李某"), on(day(6, 12))).unwrap().0
}

fn reported() -> Inquiry {
    planned().report(id(21), text("已换"), on(day(6, 20))).unwrap().0
}

fn poll(turn: Turn) -> Poll {
    Poll { unit: unit(), turn, ballots: 10, satisfied: 6, basically: 2, dissatisfied: 1, invalid: 1 }
}

#[test]
fn nothing_is_sent_without_a_question_and_nothing_struck_off_once_sent() {
    assert_eq!(begun().tell(on(day(6, 2))).unwrap_err(), Refusal::NoQuestions);
    assert!(asked().strike(id(11)).unwrap().0.questions.is_empty());
    assert_eq!(told().strike(id(11)).unwrap_err(), Refusal::InquiryTold);
    assert_eq!(asked().strike(id(12)).unwrap_err(), Refusal::NoSuchQuestion);
}

#[test]
fn it_is_held_on_its_day_and_questions_may_be_added_until_then() {
    assert_eq!(told().hold(on(day(6, 9))).unwrap_err(), Refusal::InquiryAhead);
    assert_eq!(asked().hold(on(day(6, 10))).unwrap_err(), Refusal::InquiryNotTold);
    assert_eq!(told().ask(id(12), id(3), text("委员"), text("还有？")).unwrap().0.questions.len(), 2);
    assert_eq!(held().ask(id(12), id(3), text("委员"), text("还有？")).unwrap_err(), Refusal::InquiryHeld);
}

#[test]
fn a_question_is_answered_once_and_all_before_it_ends() {
    let answered = held().answer(id(11), text("年底"), None, on(day(6, 10))).unwrap().0;
    let again = answered.clone().answer(id(11), text("明年"), None, on(day(6, 10))).unwrap_err();
    assert_eq!(again, Refusal::QuestionAnswered);
    assert_eq!(held().conclude(text("好"), on(day(6, 11))).unwrap_err(), Refusal::QuestionsOpen { count: 1 });
    assert!(answered.conclude(text("好"), on(day(6, 11))).is_ok());
}

#[test]
fn the_unit_says_how_before_it_reports_and_the_office_sends_back_or_settles() {
    assert_eq!(listed().report(id(21), text("已换"), on(day(6, 20))).unwrap_err(), Refusal::PlanFirst);
    assert_eq!(planned().settle(id(21), text("好"), on(day(6, 21))).unwrap_err(), Refusal::NoAnswer);
    let back = reported().send_back(id(21), text("还差一段"), day(8, 1), on(day(6, 21))).unwrap().0;
    let item = back.item(id(21)).unwrap();
    assert_eq!((item.standing(), item.due), (ItemStanding::Working, day(8, 1)));
    assert_eq!(reported().plan(id(21), text("再换"), text("李某"), on(day(6, 21))).unwrap_err(), Refusal::NothingAsked);
    let settled = reported().settle(id(21), text("好"), on(day(6, 21))).unwrap().0;
    assert_eq!(settled.report(id(21), text("又"), on(day(6, 22))).unwrap_err(), Refusal::ItemSettled);
}

#[test]
fn overdue_is_what_the_unit_owes_after_its_day() {
    for (of, last, after) in [(listed(), 0, 1), (planned(), 0, 1), (reported(), 0, 0)] {
        assert_eq!((of.overdue(day(7, 1)).count(), of.overdue(day(7, 2)).count()), (last, after));
    }
}

#[test]
fn votes_add_up_are_of_units_asked_and_the_second_follows_the_first() {
    assert_eq!(held().vote(poll(Turn::Second)).unwrap_err(), Refusal::FirstVoteMissing);
    let both = held().vote(poll(Turn::First)).unwrap().0.vote(poll(Turn::Second)).unwrap().0;
    assert_eq!(both.polls.len(), 2);
    assert_eq!(both.vote(Poll { satisfied: 5, basically: 3, ..poll(Turn::Second) }).unwrap().0.polls.len(), 2);
    assert_eq!(held().vote(Poll { ballots: 11, ..poll(Turn::First) }).unwrap_err(), Refusal::PollUnfit);
    assert_eq!(held().vote(Poll { unit: id(7), ..poll(Turn::First) }).unwrap_err(), Refusal::UnitNotAsked);
    assert_eq!(told().vote(poll(Turn::First)).unwrap_err(), Refusal::InquiryNotHeld);
}

#[test]
fn lists_have_an_end() {
    let ask = |it: Inquiry, n: u8| it.ask(id(n), unit(), text("委员"), text("何时？")).map(|done| done.0);
    let full = (0..50).try_fold(begun(), ask).unwrap();
    assert_eq!(full.questions.len(), MOST_ASKED);
    assert_eq!(ask(full, 60).unwrap_err(), Refusal::TooManyQuestions);
}

/// The same sequence on every run.
struct Chance(u64);

impl Chance {
    fn n(&mut self, n: u8) -> u8 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let z = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        u8::try_from((z ^ (z >> 31)) % u64::from(n)).unwrap()
    }
}

/// Any verb with anything; what is refused leaves it as it was.
fn step(it: &Inquiry, chance: &mut Chance, today: Day, n: u8) -> Option<Inquiry> {
    let now = on(today);
    let question = it.questions.get(usize::from(chance.n(4))).map_or(id(250), |one| one.id);
    let item: EntryId = it.items.get(usize::from(chance.n(4))).map_or(id(250), |one| one.id);
    let unit = id(2 + chance.n(3));
    let due = today.plus_days(i32::from(chance.n(20)) - 3);
    let it = it.clone();
    let done = match chance.n(16) {
        0 | 1 => it.ask(id(n), unit, text("委员"), text("何时？")),
        2 => it.strike(question),
        3 => it.tell(now),
        4 => it.hold(now),
        5 | 6 => it.answer(question, text("年底"), None, now),
        7 => it.vote(Poll { unit, ..poll(if chance.n(2) == 0 { Turn::First } else { Turn::Second }) }),
        8 | 9 => it.list(id(n), unit, text("水压不足"), due, now),
        10 => it.plan(item, text("换管"), text("李某"), now),
        11 => it.report(item, text("已换"), now),
        12 => it.send_back(item, text("还差"), due, now),
        13 => it.settle(item, text("好"), now),
        14 => it.conclude(text("好"), now),
        _ if chance.n(12) == 0 => it.call_off(text("改期"), now),
        _ => return None,
    };
    done.ok().map(|(it, _)| it)
}

/// What holds of every inquiry, whatever was done.
fn sound(it: &Inquiry, seed: u64) {
    let (preparing, held) = (it.stage == InquiryStage::Preparing, it.stage == InquiryStage::Held);
    let concluded = matches!(it.stage, InquiryStage::Concluded { .. });
    let off = matches!(it.stage, InquiryStage::CalledOff { .. });
    assert!(!preparing || it.told.is_none(), "{seed}: who prepares has told nobody");
    assert!(off || preparing || it.told.is_some(), "{seed}: units come knowing what is asked");
    assert!(off || preparing || !it.questions.is_empty(), "{seed}: an inquiry asks something");
    assert!(held || concluded || (it.items.is_empty() && it.polls.is_empty()), "{seed}: nothing before it was held");
    assert!(it.polls.iter().all(Poll::fits), "{seed}: votes add up");
    let settled = |it: &Inquiry| it.items.iter().all(|item| item.standing() == ItemStanding::Settled);
    let answered = it.questions.iter().all(|one| one.answer.is_some());
    assert!(!concluded || (settled(it) && answered), "{seed}: all done");
    for item in &it.items {
        assert!(item.reports.is_empty() || item.plan.is_some(), "{seed}: a report follows a measure");
        let open = item.reports.iter().filter(|report| report.back.is_none()).count();
        assert!(open <= 1, "{seed}: one report waits at most");
        assert_eq!(item.standing() == ItemStanding::Reported, open == 1 && item.settled.is_none(), "{seed}");
    }
    for second in it.polls.iter().filter(|poll| poll.turn == Turn::Second) {
        assert!(it.polls.iter().any(|one| one.unit == second.unit && one.turn == Turn::First), "{seed}: second first");
    }
}

#[test]
fn no_order_of_verbs_comes_to_what_cannot_be() {
    let mut ended = [0, 0, 0];
    for seed in 0..400 {
        let (mut chance, mut it) = (Chance(seed), begun());
        for n in 0..120 {
            if let Some(next) = step(&it, &mut chance, day(6, 1).plus_days(i32::from(n) / 3), 30 + n) {
                it = next;
            }
            sound(&it, seed);
        }
        match it.stage {
            InquiryStage::Held => ended[0] += 1,
            InquiryStage::Concluded { .. } => ended[1] += 1,
            InquiryStage::CalledOff { .. } => ended[2] += 1,
            _ => {}
        }
    }
    assert!(ended.iter().all(|times| *times > 0), "the walk is too shy: {ended:?}");
}
