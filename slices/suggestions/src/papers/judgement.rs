//! 征询意见表: the deputy's word on a reply, of the work and of its result; blank where it is still to be given (suggestions.md §10).

use kernel::PersonId;
use kit::paper::{Boxes, Layout, Offer, Paper, written};
use suggestions_rules::{Assignment, Judgement, Round, Score, Word};

use super::{Matter, ZH, item, letter::round_said};
use crate::Sight;

pub fn offers(m: &Matter<'_>) -> Vec<Offer> {
    let mut all = Vec::new();
    for (place, part) in m.parts() {
        for round in part.rounds() {
            let each = round.deliveries().iter().enumerate();
            for (nth, delivery) in each.filter(|(_, it)| reads(m, part, it.signer, it.judgement.is_some())) {
                let about = [m.d.body(part.unit).to_owned(), round_said(round), m.d.person(delivery.signer).to_owned()];
                all.push(Offer {
                    stem: format!("judgement-{place}-{}-{}", round.ordinal, nth + 1),
                    kind: "papers-kind-judgement",
                    about: about.into_iter().filter(|said| !said.is_empty()).collect(),
                    day: delivery.judgement.map(|judgement| judgement.at.day()),
                    paper: paper(m, part, Some((round, delivery.signer)), delivery.judgement),
                });
            }
        }
    }
    all
}

/// The form goes from the deputy to the congress; a unit has it only filled in, once scores are open.
fn reads(m: &Matter<'_>, part: &Assignment, signer: PersonId, judged: bool) -> bool {
    match m.d.sight {
        Sight::Office => true,
        Sight::Lead | Sight::Cosigner => m.me == Some(signer),
        Sight::Transfer | Sight::Unit(_) => judged && m.works_on(part),
        Sight::Public => false,
    }
}

/// The form as it is sent out with an assignment.
pub fn blank(m: &Matter<'_>, part: &Assignment) -> Paper {
    paper(m, part, None, None)
}

fn paper(m: &Matter<'_>, part: &Assignment, of: Option<(&Round, PersonId)>, word: Option<Judgement>) -> Paper {
    let t = |key: &str| ZH.t(key).into_owned();
    let signer = of.map(|(_, signer)| m.d.person(signer).to_owned()).unwrap_or_default();
    let letter = of.and_then(|(round, _)| round.letter());
    let number = letter.and_then(|letter| letter.number.as_ref()).map(ToString::to_string).unwrap_or_default();
    let class = of.and_then(|(round, _)| round.signature());
    let class = class.map(|it| ZH.tf("suggestions-letter-class", [("class", it.class.clone())]).into_owned());
    let (ways, who) = of.map(|(round, signer)| talked(m, part, round, signer)).unwrap_or_default();
    let reason = word.and_then(|word| word.reason).map(|reason| m.d.words(reason).to_owned());
    let boxes = item(m, part)
        .pair(
            (&t("suggestions-field-letter-number"), number),
            (&t("suggestions-field-class"), class.unwrap_or_default()),
        )
        .pair((&t("suggestions-contact-way"), ways), (&t("suggestions-contact-by"), who));
    let boxes = scored(boxes, &t("papers-field-process"), word.map(|word| word.process));
    let boxes = scored(boxes, &t("papers-field-result"), word.map(|word| word.result));
    let answers = of.and_then(|(round, signer)| m.d.answers(part.id, round.ordinal, signer));
    let asked = m.book.questions.iter();
    let boxes = asked.fold(boxes, |boxes, question| {
        let given = answers.and_then(|answers| answers.get(&question.code));
        boxes
            .line(&question.name, ticked(question.choices.iter().map(|choice| (choice.clone(), given == Some(choice)))))
    });
    let boxes = boxes
        .tall(&t("papers-field-remarks"), reason.unwrap_or_default(), 55)
        .pair(
            (&t("papers-field-signed-deputy"), signer),
            (&t("papers-field-judged-on"), word.map(|word| written(word.at.day())).unwrap_or_default()),
        )
        .line(&t("suggestions-column-phone"), "");
    Paper { blocks: vec![boxes.done()], ..Paper::new(Layout::Form, &t("papers-judgement-title")) }
}

/// 满意（√）　基本满意（　）　不满意（　）
fn scored(boxes: Boxes, label: &str, score: Option<Score>) -> Boxes {
    let choice = |one: Score| (ZH.t(&format!("suggestions-score-{}", one.word())).into_owned(), score == Some(one));
    boxes.line(label, ticked(Score::ALL.into_iter().map(choice)))
}

/// Choices with a mark in one of them.
fn ticked(choices: impl Iterator<Item = (String, bool)>) -> String {
    let marked = choices.map(|(words, yes)| format!("{words}（{}）", if yes { "√" } else { "　" }));
    marked.collect::<Vec<_>>().join("　　")
}

/// How and by whom this deputy was talked with before the reply was signed.
fn talked(m: &Matter<'_>, part: &Assignment, round: &Round, signer: PersonId) -> (String, String) {
    let until = round.signature().map(|signature| signature.at.day());
    let counts = |contact: &&suggestions_rules::Contact| {
        let stands = matches!(contact.word, Word::Waiting | Word::Confirmed { .. });
        let day = contact.talk.day;
        contact.assignment == part.id
            && contact.talk.with == signer
            && stands
            && day >= round.opened.day()
            && until.is_none_or(|until| day <= until)
    };
    let talks = m.d.contacts.iter().filter(counts);
    let (ways, who): (Vec<&str>, Vec<&str>) =
        talks.map(|contact| (m.book.way_name(&contact.talk.way), contact.talk.by.as_str())).unzip();
    (ways.join("、"), who.join("、"))
}
