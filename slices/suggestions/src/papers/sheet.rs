//! 建议原件: the sheet as filed, with room for signatures (suggestions.md §4).

use kit::paper::{Boxes, Layout, Offer, Paper, written};
use suggestions_rules::{Answer, Fact};

use super::{Matter, ZH, yes};
use crate::queries::RaisedOpinion;

pub fn offers(m: &Matter<'_>) -> Vec<Offer> {
    let day = m.d.suggestion.stage.submission().map(|submission| submission.at.day());
    vec![Offer { stem: "sheet".to_owned(), kind: "papers-kind-sheet", about: vec![], day, paper: paper(m) }]
}

fn paper(m: &Matter<'_>) -> Paper {
    let s = &m.d.suggestion;
    let t = |key: &str| ZH.t(key).into_owned();
    let title = format!("{}\n{}", m.d.body(s.congress), t("suggestions-sheet"));
    let submission = s.stage.submission();
    let occasion = submission.map(|submission| format!("papers-occasion-{}", submission.occasion.word()));
    let received = submission.map(|submission| submission.at.to_string()).unwrap_or_default();
    let code = s.stage.accepted().map(|accepted| accepted.category.as_str());
    let category = code.map(|code| m.book.name_of("category", code).to_owned()).unwrap_or_default();
    let source = s.sheet.source.map(|source| t(&format!("suggestions-source-{}", source.word())));
    let publish = match s.sheet.publish {
        Some(false) => ZH.tf("papers-not-public", [("why", s.sheet.not_public_because.clone())]).into_owned(),
        answer => yes(answer),
    };
    let seconded = s.cosigners.iter().filter(|cosigner| matches!(cosigner.answer, Answer::Confirmed(_)));
    let named = |person| match m.setting.delegation(person) {
        "" => m.d.person(person).to_owned(),
        delegation => format!("{}（{delegation}）", m.d.person(person)),
    };
    let seconds: Vec<String> = seconded.map(|cosigner| named(cosigner.person)).collect();
    // Whose name is kept, of them the post is kept too.
    let post = if m.d.person(s.lead.person).is_empty() { "" } else { m.setting.post(s.lead.person) };
    let receives = |fact: &Fact| matches!(fact, Fact::Accepted { .. });
    let wishes: Vec<&str> = s.sheet.wishes.iter().map(|unit| m.d.body(*unit)).collect();
    let opinion = |one: &RaisedOpinion| {
        ZH.tf("suggestions-opinion-number", [("year", one.year.to_string()), ("n", one.n.to_string())]).into_owned()
    };
    let opinions: Vec<String> = m.d.origins.opinions.iter().map(opinion).collect();
    let boxes = Boxes::new()
        .pair(
            (&t("papers-field-session"), m.sitting()),
            (&t("papers-field-occasion"), occasion.map(|key| t(&key)).unwrap_or_default()),
        )
        .pair(
            (&t("suggestions-field-category"), category),
            (&t("suggestions-field-source"), source.unwrap_or_default()),
        )
        .line(&t("suggestions-field-title"), s.sheet.title.clone())
        .pair(
            (&t("suggestions-field-lead"), m.lead()),
            (&t("suggestions-column-delegation"), m.setting.delegation(s.lead.person)),
        )
        .pair((&t("papers-field-post"), post), (&t("suggestions-column-phone"), ""))
        .line(&t("papers-field-address"), "")
        .line(&t("suggestions-field-cosigners"), seconds.join("、"))
        .whole(s.sheet.body.clone(), 90)
        .line(&t("suggestions-field-wish"), wishes.join("、"))
        .pair(
            (&t("suggestions-field-publish"), publish),
            (&t("suggestions-field-wants-meeting"), yes(Some(s.sheet.wants_meeting))),
        )
        .pair(
            (&t("papers-field-keep-identity"), yes(Some(s.sheet.keep_identity))),
            (&t("papers-field-received"), received),
        )
        .line(&t("papers-field-receiver"), m.done_by(receives))
        .tall(&t("suggestions-field-signature"), "", 22);
    let boxes =
        if opinions.is_empty() { boxes } else { boxes.line(&t("suggestions-field-opinions"), opinions.join("、")) };
    let number = m.number();
    let mark =
        if number.is_empty() { String::new() } else { ZH.tf("papers-number", [("number", number)]).into_owned() };
    let filed = submission.map(|submission| written(submission.at.day())).unwrap_or_default();
    let note = if filed.is_empty() { filed } else { ZH.tf("papers-filed-on", [("day", filed)]).into_owned() };
    Paper { mark, number: note, blocks: vec![boxes.done()], ..Paper::new(Layout::Form, &title) }
}
