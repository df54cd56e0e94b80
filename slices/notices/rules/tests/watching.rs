//! Whom the facts of supervision concern.

use notices_rules::Audience;

use crate::telling::{CO, CONGRESS, LEAD, SECOND, UNIT, due, first, id};

#[test]
fn deputies_and_units_are_told_of_key_suggestions() {
    use notices_rules::{Supervised, told_by_supervision};
    use supervision_rules::Fact as Watched;
    let of =
        Supervised { signers: vec![id(LEAD), id(SECOND)], units: vec![id(UNIT), id(CO)], congress: Some(id(CONGRESS)) };
    let told = |fact: &Watched| -> Vec<String> {
        let one = |tidings: notices_rules::Tidings| match tidings.to {
            Audience::People(people) => format!("{}: {} deputies", tidings.kind.word(), people.len()),
            Audience::Holders(right, _) => format!("{}: {}", tidings.kind.word(), right.as_str()),
            Audience::Account(_) => "account".to_owned(),
        };
        told_by_supervision(fact, &of).into_iter().map(one).collect()
    };
    let unit = |kind: &str| format!("{kind}: suggestions.assignment.see");
    for (fact, kind) in [
        (Watched::KeyMarked { suggestion: id(5) }, "key-marked"),
        (Watched::KeyConcluded, "key-concluded"),
        (Watched::KeyLifted, "key-lifted"),
    ] {
        assert_eq!(told(&fact), [format!("{kind}: 2 deputies"), unit(kind), unit(kind)]);
    }
    assert_eq!(told(&Watched::StepPlanned { entry: id(6), by: due() }), [unit("key-planned"), unit("key-planned")]);
    assert!(told(&Watched::VisitRecorded { entry: id(6), day: due() }).is_empty());
    let kind = supervision_rules::LetterKind::Urge;
    let issued = Watched::LetterIssued { suggestion: id(5), unit: id(UNIT), due: due(), kind };
    assert_eq!(told(&issued), [unit("letter-issued"), unit("letter-issued"), "letter-told: 2 deputies".to_owned()]);
    assert_eq!(told(&Watched::LetterAnswered { late: true }), ["letter-answered: suggestions.remind"]);
    let listed = Watched::CaseListed { suggestion: id(5), assignment: first(), unit: id(UNIT), year: 2026, n: 1 };
    assert_eq!(told(&listed), ["case-listed: supervision.case.see"], "no unit learns a score from the register");
    let opened = |scored| told(&Watched::EvaluationOpened { hash: "ab".to_owned(), scored });
    assert_eq!(opened(true), ["evaluation-opened: 2 deputies"]);
    assert!(opened(false).is_empty(), "where nobody scores nobody is asked");
    assert_eq!(told(&Watched::Appealed { unit: id(UNIT) }), ["appealed: supervision.evaluation.decide"]);
    assert_eq!(told(&Watched::AppealRuled { unit: id(UNIT), upheld: true }), [unit("appeal-ruled")]);
    assert!(told(&Watched::Scored { unit: id(UNIT) }).is_empty(), "nobody is told who scored whom");
    assert_eq!(told(&Watched::InquiryTold { day: due() }), [unit("inquiry-told"), unit("inquiry-told")]);
    let (entry, of) = (id(6), id(UNIT));
    assert_eq!(told(&Watched::ItemListed { entry, unit: of, due: due() }), [unit("item-listed")]);
    assert_eq!(told(&Watched::ItemSentBack { entry, unit: of, due: due() }), [unit("item-back")]);
    let reported = Watched::ItemReported { entry, unit: of, late: false };
    assert_eq!(told(&reported), ["item-reported: supervision.inquiry.keep"]);
    assert!(told(&Watched::InquiryCalledOff { told: false }).is_empty(), "who never knew of it hears nothing");
}
