//! Nobody acts on words they have not read: whoever passes, signs, sends, judges, hands in or accepts says which words stood before them.

use crate::world::{site::visitor, *};
use axum::http::{Method, StatusCode};
use kit::{Site, testing::both};
use suggestions::{
    desk::{self, Saw, judge::Verdict, reply::edition},
    queries,
};
use suggestions_rules::{AssignmentId, Letter, Score, SuggestionId};

const OTHER_WORDS: &str = "suggestions-refused-reworded";
const OTHER_LETTER: &str = "suggestions-refused-letter-reworded";
const STALE: Saw = Saw::Words(7);

/// Signed for by unit 1.
async fn given(site: &Site) -> (SuggestionId, AssignmentId) {
    found(site).await;
    let (id, part, _) = assigned(site, "关于修缮便桥的建议").await;
    desk::handle::sign_for(site, &unit_clerk(1), id, part, Saw::Unsaid).await.unwrap();
    (id, part)
}

async fn lies(site: &Site, id: SuggestionId, part: AssignmentId) -> Saw {
    Saw::Words(edition(queries::detail(site, &unit_clerk(1), id).await.unwrap().letter(part)))
}

/// Back to the unit, written anew and sent to be checked again.
async fn rewritten(site: &Site, id: SuggestionId, part: AssignmentId) -> Letter {
    desk::reply::send_back(site, &transfer(), id, part, words("请写明资金来源")).await.unwrap();
    let Saw::Words(seen) = lies(site, id, part).await else { panic!("a letter lies there") };
    let body = "今年安排三十万元，九月底前完工。".to_owned().try_into().unwrap();
    let again = Letter { body, ..letter() };
    desk::reply::draft(site, &unit_clerk(1), id, part, seen, again.clone()).await.unwrap();
    desk::reply::send_to_check(site, &unit_clerk(1), id, part, Saw::Unsaid).await.unwrap();
    again
}

fn unhappy() -> Verdict {
    let (process, result) = (Score::Satisfied, Score::Dissatisfied);
    Verdict { process, result, reason: Some(words("没有动工")), confidential: false }
}

#[test]
fn each_step_of_a_letter_is_taken_on_the_letter_that_was_read() {
    both(|site| async move {
        let (id, part) = given(&site).await;
        let (of_unit, head) = (unit_clerk(1), unit_head(1));
        desk::reply::draft(&site, &of_unit, id, part, 0, letter()).await.unwrap();
        let sent = async |saw| desk::reply::send_to_check(&site, &of_unit, id, part, saw).await.map_err(why);
        assert_eq!(sent(STALE).await.unwrap_err(), OTHER_LETTER);
        sent(lies(&site, id, part).await).await.unwrap();
        let before = lies(&site, id, part).await;
        rewritten(&site, id, part).await;
        let passed = async |saw| desk::reply::pass(&site, &transfer(), id, part, saw).await.map_err(why);
        assert_eq!(passed(before).await.unwrap_err(), OTHER_LETTER, "it was sent back and written anew meanwhile");
        passed(lies(&site, id, part).await).await.unwrap();
        let signed = async |saw| desk::reply::sign(&site, &head, id, part, "A", saw).await.map_err(why);
        assert_eq!(signed(before).await.unwrap_err(), OTHER_LETTER);
        signed(lies(&site, id, part).await).await.unwrap();
        let delivered = async |saw| desk::reply::deliver(&site, &of_unit, id, part, saw).await.map_err(why);
        assert_eq!(delivered(before).await.unwrap_err(), OTHER_LETTER);
        delivered(lies(&site, id, part).await).await.unwrap();
        let judged = async |saw| {
            let word = (unhappy(), desk::judge::Answers::new());
            desk::judge::judge_form(&site, &deputy(1), id, part, word, saw).await.map_err(why)
        };
        assert_eq!(judged(before).await.unwrap_err(), OTHER_LETTER);
        judged(lies(&site, id, part).await).await.unwrap();
        sound(&site).await;
    });
}

#[test]
fn a_paper_is_handed_in_and_accepted_as_it_was_read() {
    both(|site| async move {
        found(&site).await;
        let id = drafted(&site, "关于修缮便桥的建议").await;
        let read = Saw::Words(desk::words(&sheet("关于修缮便桥的建议")));
        let submitted = async |saw| desk::submit::submit(&site, &deputy(1), id, saw).await.map_err(why);
        assert_eq!(submitted(STALE).await.unwrap_err(), OTHER_WORDS);
        submitted(read).await.unwrap();
        let accepted =
            async |saw| desk::check::accept(&site, &clerk(), id, "agriculture", true, saw).await.map_err(why);
        assert_eq!(accepted(STALE).await.unwrap_err(), OTHER_WORDS);
        let stage = queries::detail(&site, &clerk(), id).await.unwrap().suggestion.stage;
        assert_eq!(stage.word(), "submitted", "what was refused left no number behind");
        assert_eq!(accepted(read).await.unwrap().suggestion.stage.word(), "numbered");
    });
}

#[test]
fn a_page_and_a_program_that_read_an_older_letter_are_shown_the_newer_one() {
    both(|site| async move {
        let (id, part) = given(&site).await;
        desk::reply::draft(&site, &unit_clerk(1), id, part, 0, letter()).await.unwrap();
        desk::reply::send_to_check(&site, &unit_clerk(1), id, part, Saw::Unsaid).await.unwrap();
        let mut checker = visitor(&site, &transfer());
        let page = checker.get(&format!("/suggestions/{id}")).await.text;
        let Saw::Words(seen) = lies(&site, id, part).await else { panic!("a letter lies there") };
        assert!(page.contains(&format!("name=\"words\" value=\"{seen}\"")), "the button carries the letter's version");
        rewritten(&site, id, part).await;
        let path = format!("/suggestions/{id}/assignments/{part}/approval");
        let told = checker.post(&path, &[("words", &seen.to_string())]).await;
        assert_eq!(told.status, StatusCode::PRECONDITION_FAILED, "{}", told.text);
        assert!(told.text.contains("这份答复有修改") && told.text.contains("今年安排三十万元"), "{}", told.text);
        let mut program = visitor(&site, &transfer());
        let api = format!("/api{path}");
        let refused = program.send(Method::POST, &api, &[("if-match", &format!("\"{seen}\""))], vec![]).await;
        assert_eq!(refused.status, StatusCode::PRECONDITION_FAILED, "{}", refused.text);
        let Saw::Words(version) = lies(&site, id, part).await else { panic!("a letter lies there") };
        let taken = program.send(Method::POST, &api, &[("if-match", &format!("\"{version}\""))], vec![]).await;
        assert_eq!(taken.status, StatusCode::OK, "{}", taken.text);
    });
}

#[test]
fn what_a_deputy_wrote_of_an_older_letter_stays_below_the_newer_one_and_after_the_window_it_can_be_copied() {
    both(|site| async move {
        let (id, part) = given(&site).await;
        replied(&site, id, part, "A").await;
        let path = format!("/suggestions/{id}/assignments/{part}/judgement");
        let mut deputy = visitor(&site, &deputy(1));
        deputy.get(&path).await;
        let reason = "桥面至今没有修，请说明资金从哪里来";
        let said = [("process", "satisfied"), ("result", "dissatisfied"), ("reason", reason), ("words", "7")];
        let told = deputy.post(&path, &said).await;
        assert_eq!(told.status, StatusCode::UNPROCESSABLE_ENTITY, "{}", told.text);
        for shown in ["这份答复有修改", reason, "已列入计划"] {
            assert!(told.text.contains(shown), "{shown}: {}", told.text);
        }
        desk::judge::judge(&site, &crate::world::deputy(1), id, part, unhappy()).await.unwrap();
        let late = deputy.post(&path, &said).await;
        assert!(late.status.is_client_error(), "{}", late.status);
        assert!(late.text.contains(&format!("readonly>{reason}")), "{}", late.text);
    });
}
