//! Whom each fact concerns: the table people read.

use accounts_rules::{Duty, Right};
use kernel::{BodyId, Day, Id, Moment, PersonId};
use notices_rules::{Audience, Kind, Matter, Part, Topic, VIA, told_by};
use suggestions_rules::{AssignedTo, AssignmentId, Fact, Occasion, Outcome, ReadBy, RemarkId, Role, Score};

pub fn id<N>(byte: u8) -> Id<N> {
    Id::new(Moment::from_millis(1), [byte; 10])
}
pub const CONGRESS: u8 = 1;
pub const LEAD: u8 = 11;
pub const SECOND: u8 = 12;
pub const UNIT: u8 = 21;
pub const CO: u8 = 22;

fn matter() -> Matter {
    let part = |n, unit, replies| Part { id: id(n), unit: id(unit), replies };
    Matter {
        congress: id(CONGRESS),
        lead: id(LEAD),
        seconds: vec![id(SECOND)],
        parts: vec![part(31, UNIT, true), part(32, CO, false)],
        numbered: false,
        by_another: false,
    }
}

pub fn due() -> Day {
    Day::new(2026, 6, 10).unwrap()
}

fn reason() -> RemarkId {
    id(40)
}

pub fn first() -> AssignmentId {
    id(31)
}

/// `returned:lead+second`, `part-assigned:unit`.
fn told(fact: &Fact, matter: &Matter) -> Vec<String> {
    let person = |person: &PersonId| if *person == id(LEAD) { "lead" } else { "second" };
    let body = |body: &BodyId| match *body {
        body if body == id(CONGRESS) => "congress",
        body if body == id(UNIT) => "unit",
        _ => "co",
    };
    let one = |tidings: notices_rules::Tidings| {
        let to = match &tidings.to {
            Audience::People(people) => people.iter().map(person).collect::<Vec<_>>().join("+"),
            Audience::Holders(right, over) => format!("{} {}", right.as_str(), body(over)),
            Audience::Account(_) => "account".to_owned(),
        };
        format!("{}: {to}", tidings.kind.word())
    };
    told_by(fact, matter).into_iter().map(one).collect()
}

fn judged(process: Score, result: Score) -> Fact {
    Fact::ReplyJudged { assignment: first(), round: 1, signer: id(LEAD), process, result, reason: None }
}

#[test]
fn each_fact_is_told_to_those_it_concerns() {
    let (assignment, round) = (first(), 1);
    let to = [(31, UNIT, Role::Lead), (32, CO, Role::Co)].map(|(n, unit, role)| AssignedTo {
        assignment: id(n),
        unit: id(unit),
        role,
        due: due(),
    });
    let table: Vec<(Fact, &[&str])> = vec![
        (Fact::Drafted { lead: id(LEAD) }, &[]),
        (Fact::CosignersInvited { people: vec![id(SECOND)], until: due() }, &["cosign-asked: second"]),
        (Fact::Edited { asked_again: vec![id(SECOND)] }, &["cosign-again: second"]),
        (Fact::Cosigned { person: id(SECOND) }, &["cosigned: lead"]),
        (Fact::CosignDeclined { person: id(SECOND) }, &["cosign-declined: lead"]),
        (
            Fact::Submitted { occasion: Occasion::Between, signers: vec![], assign_by: Some(due()) },
            &["submitted: suggestions.check congress"],
        ),
        (Fact::Returned { reason: reason() }, &["returned: lead+second"]),
        (Fact::Severed { into: id(90), reason: reason() }, &["severed: lead+second"]),
        (Fact::Accepted { category: "social".to_owned() }, &["accepted: lead+second"]),
        (Fact::Numbered { series: String::new(), n: 1 }, &["numbered: lead+second"]),
        (
            Fact::Assigned { to: to.to_vec() },
            &[
                "assigned: lead+second",
                "part-assigned: suggestions.assignment.see unit",
                "part-assigned: suggestions.assignment.see co",
            ],
        ),
        (Fact::SignedFor { assignment, unit: id(UNIT), late: false }, &[]),
        (
            Fact::Advised { assignment: id(32), unit: id(CO), opinion: reason(), late: false },
            &["opinion-given: suggestions.assignment.see unit"],
        ),
        (Fact::ReplyDrafted { assignment, round }, &[]),
        (Fact::ReplySentToCheck { assignment, round }, &["reply-to-check: suggestions.reply.check congress"]),
        (
            Fact::ReplySentBack { assignment, round, reason: reason() },
            &["reply-sent-back: suggestions.assignment.see unit"],
        ),
        (Fact::ReplyPassed { assignment, round }, &["reply-passed: suggestions.reply.sign unit"]),
        (
            Fact::ReplyDelivered { assignment, round, to: vec![id(LEAD), id(SECOND)], judge_by: due() },
            &["replied: lead+second"],
        ),
        (judged(Score::Satisfied, Score::Basically), &[]),
        (judged(Score::Satisfied, Score::Dissatisfied), &["dissatisfied: suggestions.redo congress"]),
        (
            Fact::RedoOrdered { assignment, unit: id(UNIT), round: 2, due: due(), reason: reason() },
            &["redo-ordered: lead+second", "part-redo: suggestions.assignment.see unit"],
        ),
        (
            Fact::Closed { outcome: Outcome::Satisfied },
            &[
                "closed: lead+second",
                "part-closed: suggestions.assignment.see unit",
                "part-closed: suggestions.assignment.see co",
            ],
        ),
        (
            Fact::Withdrawn { reason: reason() },
            &[
                "withdrawn: second",
                "part-withdrawn: suggestions.assignment.see unit",
                "part-withdrawn: suggestions.assignment.see co",
                "office-withdrawn: suggestions.check congress",
            ],
        ),
    ];
    for (fact, wanted) in table {
        assert_eq!(told(&fact, &matter()), wanted, "{fact:?}");
    }
}

#[test]
fn a_talk_is_told_to_its_deputy_and_a_dispute_to_the_unit() {
    let assignment = first();
    let table: Vec<(Fact, &[&str])> = vec![
        (
            Fact::ContactRecorded { contact: id(50), assignment, unit: id(UNIT), with: id(SECOND), day: due() },
            &["contact-recorded: second"],
        ),
        (Fact::ContactConfirmed { contact: id(50), assignment }, &[]),
        (
            Fact::ContactDisputed { contact: id(50), assignment, reason: reason() },
            &["contact-disputed: suggestions.assignment.see unit"],
        ),
        (Fact::ContactWithdrawn { contact: id(50), assignment }, &[]),
        (
            Fact::RoomNoted { note: id(51), sender: id(UNIT), words: reason() },
            &["room-noted: suggestions.assignment.see co", "office-room-noted: suggestions.room.write congress"],
        ),
    ];
    for (fact, wanted) in table {
        assert_eq!(told(&fact, &matter()), wanted, "{fact:?}");
    }
}

#[test]
fn a_draft_is_told_to_the_deputy_it_is_shown_to_and_the_answer_to_the_unit() {
    let (assignment, unit) = (first(), id(UNIT));
    let table: Vec<(Fact, &[&str])> = vec![
        (Fact::DraftShown { shown: id(52), assignment, unit, round: 1, to: id(SECOND) }, &["draft-shown: second"]),
        (
            Fact::DraftAnswered { shown: id(52), assignment, unit, by: id(SECOND), words: Some(reason()) },
            &["draft-answered: suggestions.assignment.see unit"],
        ),
        (Fact::DraftTakenBack { shown: id(52), assignment }, &[]),
    ];
    for (fact, wanted) in table {
        assert_eq!(told(&fact, &matter()), wanted, "{fact:?}");
    }
}

#[test]
fn who_signed_is_told_that_it_goes_with_another_and_that_it_no_longer_does() {
    let facts: [(Fact, &[&str]); 2] = [
        (Fact::Merged { into: id(60), reason: reason() }, &["merged: lead+second"]),
        (Fact::Separated { from: id(60), reason: None }, &["separated: lead+second"]),
    ];
    for (fact, expected) in facts {
        assert_eq!(told(&fact, &matter()), expected, "{fact:?}");
    }
}

#[test]
fn who_is_to_divide_who_gets_it_back_and_who_reads_is_told() {
    let table: Vec<(Fact, &[&str])> = vec![
        (Fact::Routed { to: id(UNIT), by: due() }, &["to-divide: suggestions.divide unit"]),
        (
            Fact::RoutedOn { from: id(CO), to: id(UNIT), by: due(), reason: reason() },
            &["to-divide: suggestions.divide unit"],
        ),
        (
            Fact::RoutedBack { from: id(UNIT), recalled: false, reason: reason() },
            &["routed-back: suggestions.assign congress"],
        ),
        (Fact::RoutedBack { from: id(UNIT), recalled: true, reason: reason() }, &[]),
        (
            Fact::GivenToRead { to: vec![ReadBy { assignment: first(), unit: id(UNIT) }] },
            &["part-to-read: suggestions.assignment.see unit"],
        ),
    ];
    for (fact, wanted) in table {
        assert_eq!(told(&fact, &matter()), wanted, "{fact:?}");
    }
}

#[test]
fn what_is_no_suggestion_is_told_to_the_lead_deputy_and_the_answer_to_the_office() {
    let facts: [(Fact, &[&str]); 3] = [
        (
            Fact::RefusalProposed {
                ground: "other".to_owned(),
                disposal: "reference".to_owned(),
                waits: true,
                reason: reason(),
            },
            &["refusal-proposed: lead"],
        ),
        (Fact::RefusalAcknowledged, &["refusal-agreed: suggestions.check congress"]),
        (Fact::InsistedUpon { reason: reason() }, &["insisted-upon: suggestions.check congress"]),
    ];
    for (fact, expected) in facts {
        assert_eq!(told(&fact, &matter()), expected, "{fact:?}");
    }
}

#[test]
fn objections_and_more_time_are_told_to_those_who_rule_to_the_units_and_to_who_waits_longer() {
    let (assignment, unit, hops) = (first(), id(UNIT), 1);
    let to = AssignedTo { assignment: id(33), unit: id(CO), role: Role::Sole, due: due() };
    let table: Vec<(Fact, &[&str])> = vec![
        (
            Fact::Objected { assignment, unit, proposed: id(CO), reason: reason(), basis: None },
            &["objected: suggestions.objection.rule congress"],
        ),
        (
            Fact::ObjectionRefused { assignment, unit, reason: reason() },
            &["objection-refused: suggestions.assignment.see unit"],
        ),
        (
            Fact::PassedOn { assignment, unit, to, hops, reason: reason() },
            &[
                "assigned: lead+second",
                "part-passed-on: suggestions.assignment.see unit",
                "part-assigned: suggestions.assignment.see co",
            ],
        ),
        (
            Fact::Reassigned { assignment, unit, to, hops, reason: reason() },
            &[
                "assigned: lead+second",
                "part-passed-on: suggestions.assignment.see unit",
                "part-assigned: suggestions.assignment.see co",
            ],
        ),
        (
            Fact::UnitAdded { to: AssignedTo { role: Role::Co, unit: id(60), ..to }, reason: reason() },
            &["unit-joined: suggestions.assignment.see unit", "part-assigned: suggestions.assignment.see co"],
        ),
        (
            Fact::ExtensionAsked { assignment, unit, until: due(), reason: reason() },
            &["extension-asked: suggestions.extension.answer congress"],
        ),
        (
            Fact::ExtensionGranted { assignment, unit, was: due(), due: due(), reason: None },
            &["extension-told: lead+second", "extension-granted: suggestions.assignment.see unit"],
        ),
        (
            Fact::ExtensionRefused { assignment, unit, reason: None },
            &["extension-refused: suggestions.assignment.see unit"],
        ),
    ];
    for (fact, wanted) in table {
        assert_eq!(told(&fact, &matter()), wanted, "{fact:?}");
    }
}

#[test]
fn accepted_and_numbered_at_once_is_told_once_and_what_another_typed_is_to_be_confirmed() {
    let numbered = Matter { numbered: true, ..matter() };
    assert!(told(&Fact::Accepted { category: "social".to_owned() }, &numbered).is_empty());
    let typed = Matter { by_another: true, ..matter() };
    assert_eq!(told(&Fact::Drafted { lead: id(LEAD) }, &typed), ["entered-for: lead"]);
}

#[test]
fn scores_reach_no_unit_and_no_government_office() {
    for fact in [judged(Score::Dissatisfied, Score::Dissatisfied), judged(Score::Satisfied, Score::Satisfied)] {
        for tidings in told_by(&fact, &matter()) {
            let Audience::Holders(right, _) = tidings.to else { panic!("{tidings:?}") };
            for duty in [Duty::UnitClerk, Duty::UnitHead, Duty::Transfer] {
                assert!(!right.duties().contains(&duty), "{duty}");
            }
        }
    }
}

#[test]
fn every_right_by_which_somebody_is_told_is_one_the_inbox_asks_for() {
    use notices_rules::Clock::{
        Assign, Check, Consent, Item, Judge, KeyStep, Letter, LookBack, Opinion, Reply, Ruling, SignFor, Signature,
    };
    let all =
        [SignFor, Opinion, Reply, Check, Signature, Ruling, Consent, Judge, Assign, Letter, KeyStep, Item, LookBack];
    let reminded = all.into_iter().filter_map(|c| c.right());
    let told = [Right::SuggestionCheck, Right::ReplyCheck, Right::SuggestionRedo, Right::AssignmentSee];
    for right in reminded.chain(told) {
        assert!(VIA.contains(&right), "{}", right.as_str());
    }
}

#[test]
fn words_read_back() {
    for kind in Kind::ALL {
        assert_eq!(Kind::read(kind.word()), Some(*kind));
        assert!(Topic::read(kind.topic().word()).unwrap().kinds().any(|of| of == *kind));
    }
    assert_eq!((Kind::read("?"), Topic::read("?")), (None, None));
}

#[test]
fn a_bills_facts_reach_those_who_put_it_and_the_office() {
    use bills_rules::{Disposal, Fact as OfBill};
    use notices_rules::{Put, told_by_bill};
    let put = Put { congress: id(CONGRESS), lead: Some(id(LEAD)), seconds: vec![id(SECOND)] };
    let (lead, second, remark) = (id::<kernel::Person>(LEAD), id::<kernel::Person>(SECOND), id(40));
    let both = || Audience::People(vec![lead, second]);
    let office = |right| Audience::Holders(right, id(CONGRESS));
    let decided =
        OfBill::Decided { decision: Disposal::Suggestion, reason: None, suggestion: Some(id(50)), report_by: None };
    for (fact, expected) in [
        (OfBill::SignersAsked { people: vec![second] }, vec![(Audience::People(vec![second]), Kind::BillSignAsked)]),
        (OfBill::Signed { person: second }, vec![(Audience::People(vec![lead]), Kind::BillSigned)]),
        (OfBill::Submitted { signers: vec![], late: false }, vec![(office(Right::BillCheck), Kind::BillSubmitted)]),
        (
            OfBill::Reviewed { proposal: Disposal::Agenda, reason: remark },
            vec![(both(), Kind::BillReviewed), (office(Right::BillDecide), Kind::BillToDecide)],
        ),
        (decided, vec![(both(), Kind::BillDecided)]),
        (
            OfBill::ReceivedOnPaper {
                lead,
                signers: vec![lead, second],
                received: Moment::from_millis(0),
                late: false,
            },
            vec![(both(), Kind::BillOnPaper), (office(Right::BillCheck), Kind::BillSubmitted)],
        ),
        (
            OfBill::SignDenied { person: second },
            vec![
                (Audience::People(vec![lead]), Kind::BillSignDenied),
                (office(Right::BillCheck), Kind::BillSignDenied),
            ],
        ),
        (OfBill::Retyped, vec![]),
        (OfBill::Detached { file: id(60), asked_again: vec![] }, vec![]),
        (
            OfBill::Detached { file: id(60), asked_again: vec![second] },
            vec![(Audience::People(vec![second]), Kind::BillSignAgain)],
        ),
        (
            OfBill::SignersConsulted { people: vec![lead, second], until: "2026-03-10".parse().unwrap() },
            vec![(both(), Kind::BillConsulted)],
        ),
        (OfBill::SignerSpoke { person: second, agrees: true, reason: None, last: false }, vec![]),
        (
            OfBill::SignerSpoke { person: second, agrees: false, reason: Some(remark), last: true },
            vec![(office(Right::BillDecide), Kind::BillObjected), (office(Right::BillDecide), Kind::BillToDecide)],
        ),
        (OfBill::Drafted { lead }, vec![]),
    ] {
        let told: Vec<_> = told_by_bill(&fact, &put).into_iter().map(|told| (told.to, told.kind)).collect();
        assert_eq!(told, expected, "{fact:?}");
    }
}
