//! Promises through the desk, on both engines: kept as told, answered, judged, settled, looked back on.

use crate::world::{site::visitor, *};
use accounts_rules::Actor;
use kit::{Problem, Site, testing::both, web::api::Once};
use suggestions::{
    desk::{
        self,
        look_back::look_back,
        promise::{
            Answered, OtherDay, Vow, answer, judge, make, move_day, report, send_back, settle, strike, take_over,
        },
    },
    queries::{self, PromiseFilter, Whose},
};
use suggestions_rules::{AssignmentId, Entry, Fact, Found, Grade, PromiseId, Score, SuggestionId};

fn vow(due: &str) -> Vow {
    Vow { words: "年底前完成便桥加固".to_owned().try_into().unwrap(), due: day(due) }
}

/// Answered as B by unit 1 on 12 March with a promise for the tenth of December, seconded by deputy 2.
async fn promised(site: &Site) -> (SuggestionId, AssignmentId, PromiseId) {
    found(site).await;
    let id = drafted(site, "关于修缮便桥的建议").await;
    desk::cosign::invite(site, &deputy(1), id, &[person(2)]).await.unwrap();
    desk::cosign::confirm(site, &deputy(2), id, desk::Saw::Unsaid).await.unwrap();
    desk::submit::submit(site, &deputy(1), id, desk::Saw::Unsaid).await.unwrap();
    desk::check::accept(site, &clerk(), id, "agriculture", true, desk::Saw::Unsaid).await.unwrap();
    let plan = desk::assign::Plan::Joint { lead: unit(1), co: vec![unit(2)] };
    let kept = desk::assign::assign(site, &clerk(), id, &plan).await.unwrap();
    let part = kept.suggestion.stage.handling().unwrap().handlers.all().next().unwrap().id;
    desk::handle::sign_for(site, &unit_clerk(1), id, part, desk::Saw::Unsaid).await.unwrap();
    on(site, "2026-03-12");
    desk::reply::draft(site, &unit_clerk(1), id, part, 0, letter()).await.unwrap();
    let which = make(site, &unit_clerk(1), id, part, vow("2026-12-10"), &Once::default()).await.unwrap();
    (id, part, which)
}

async fn delivered(site: &Site) -> (SuggestionId, AssignmentId, PromiseId) {
    let (id, part, which) = promised(site).await;
    desk::reply::send_to_check(site, &unit_clerk(1), id, part, desk::Saw::Unsaid).await.unwrap();
    desk::reply::pass(site, &transfer(), id, part, desk::Saw::Unsaid).await.unwrap();
    desk::reply::sign(site, &unit_head(1), id, part, "B", desk::Saw::Unsaid).await.unwrap();
    desk::reply::deliver(site, &unit_clerk(1), id, part, desk::Saw::Unsaid).await.unwrap();
    (id, part, which)
}

fn other(due: &str, reason: &str) -> OtherDay {
    OtherDay { due: day(due), reason: words(reason), seen: None }
}

async fn reported(site: &Site, of: (SuggestionId, PromiseId), text: &str) -> Result<(), Problem> {
    report(site, &unit_clerk(1), of, words(text), &[], &Once::default()).await
}

fn kept(class: &str) -> Answered {
    Answered { kept: true, class: class.to_owned(), words: words("加固完工并通过验收") }
}

/// How many promises the actor knows of, and how many facts of them.
async fn knows(site: &Site, actor: &Actor, id: SuggestionId) -> (usize, usize) {
    let seen = queries::detail(site, actor, id).await.unwrap();
    let facts = seen.history.iter().filter(|happened| happened.verb.starts_with("suggestion.promise"));
    (seen.promises.len(), facts.count())
}

async fn listed(site: &Site, filter: PromiseFilter) -> Vec<String> {
    let found = queries::ledger(&mut site.db(), &filter, None, 50).await.unwrap();
    assert_eq!(i64::try_from(found.items.len()).unwrap(), found.total);
    found.items.into_iter().map(|line| line.standing).collect()
}

#[test]
fn a_promise_on_a_draft_is_known_to_those_who_see_the_draft_and_to_everybody_once_it_is_out() {
    both(|site| async move {
        let (id, part, which) = promised(&site).await;
        for (actor, known) in [(unit_clerk(1), 1), (unit_clerk(2), 0), (deputy(1), 0), (clerk(), 0), (deputy(5), 0)] {
            assert_eq!(knows(&site, &actor, id).await, (known, known), "{}", actor.name);
        }
        assert_eq!(why(reported(&site, (id, which), "开工").await.unwrap_err()), "suggestions-refused-promise-not-out");
        assert!(listed(&site, PromiseFilter::of(Whose::Congress(congress()))).await.is_empty(), "it binds nobody yet");
        desk::reply::send_to_check(&site, &unit_clerk(1), id, part, desk::Saw::Unsaid).await.unwrap();
        desk::reply::pass(&site, &transfer(), id, part, desk::Saw::Unsaid).await.unwrap();
        desk::reply::sign(&site, &unit_head(1), id, part, "B", desk::Saw::Unsaid).await.unwrap();
        desk::reply::deliver(&site, &unit_clerk(1), id, part, desk::Saw::Unsaid).await.unwrap();
        for actor in [unit_clerk(1), unit_clerk(2), deputy(1), deputy(2), clerk(), transfer()] {
            assert_eq!(knows(&site, &actor, id).await, (1, 1), "{}", actor.name);
        }
        assert_eq!(knows(&site, &deputy(5), id).await, (0, 0), "the public reads the letter, not the ledger");
        let gone = strike(&site, &unit_clerk(1), id, which).await.unwrap_err();
        assert_eq!(why(gone), "suggestions-refused-promise-binds");
        assert_eq!(listed(&site, PromiseFilter::of(Whose::Unit(unit(1)))).await, ["open"]);
        sound(&site).await;
    });
}

#[test]
fn a_promise_kept_next_year_has_its_whole_story() {
    both(|site| async move {
        let (id, part, which) = delivered(&site).await;
        on(&site, "2026-04-01");
        desk::close::close(&site, &clerk(), id).await.unwrap();
        on(&site, "2026-06-20");
        reported(&site, (id, which), "已完成勘测设计").await.unwrap();
        on(&site, "2026-12-01");
        move_day(&site, &unit_clerk(1), id, which, other("2026-12-25", "雨季停工")).await.unwrap();
        on(&site, "2026-12-28");
        take_over(&site, &clerk(), id, which, other("2027-05-30", "资金年底未到位")).await.unwrap();
        on(&site, "2027-05-10");
        answer(&site, &unit_head(1), id, which, kept("A")).await.unwrap();
        for n in [1, 2] {
            let waiting = queries::second_replies(&mut site.db(), person(n)).await.unwrap();
            assert_eq!(waiting.iter().map(|it| it.id).collect::<Vec<_>>(), [which]);
            judge(&site, &deputy(n), id, which, (Score::Satisfied, None)).await.unwrap();
            assert!(queries::second_replies(&mut site.db(), person(n)).await.unwrap().is_empty());
        }
        settle(&site, &clerk(), id, which, (true, None)).await.unwrap();
        let seen = queries::detail(&site, &deputy(1), id).await.unwrap();
        let promise = &seen.promises[0];
        assert_eq!((promise.first_due, promise.due), (day("2026-12-10"), day("2027-05-30")));
        assert_eq!((promise.standing.word(), promise.taken_over(), promise.assignment), ("kept", true, part));
        let said: Vec<&str> = promise.steps.iter().map(|step| seen.words(step.words)).collect();
        assert_eq!(said, ["已完成勘测设计", "雨季停工", "资金年底未到位"]);
        assert_eq!(seen.words(promise.reply().unwrap().words), "加固完工并通过验收");
        let over =
            PromiseFilter { taken_over: true, year: Some(2027), ..PromiseFilter::of(Whose::Congress(congress())) };
        assert_eq!(listed(&site, over).await, ["kept"]);
        sound(&site).await;
    });
}

#[test]
fn scores_on_a_second_reply_reach_the_unit_when_the_window_is_over() {
    both(|site| async move {
        let (id, _, which) = delivered(&site).await;
        on(&site, "2026-11-02");
        answer(&site, &unit_head(1), id, which, kept("A")).await.unwrap();
        judge(&site, &deputy(1), id, which, (Score::Dissatisfied, Some(words("只加固了一半")))).await.unwrap();
        let spoken = async |actor: Actor| {
            let seen = queries::detail(&site, &actor, id).await.unwrap();
            let word = seen.promises[0].reply().unwrap().word_of(person(1));
            let told = seen.history.iter().any(|happened| matches!(happened.fact, Fact::PromiseJudged { .. }));
            (word.is_some(), told, word.and_then(|word| word.reason).map(|id| seen.words(id).to_owned()))
        };
        let open = (true, true, Some("只加固了一半".to_owned()));
        assert_eq!(spoken(unit_clerk(1)).await, (false, false, None));
        assert_eq!(spoken(transfer()).await, (false, false, None));
        assert_eq!(spoken(clerk()).await, open);
        let early = settle(&site, &clerk(), id, which, (true, None)).await.unwrap_err();
        assert_eq!(why(early), "suggestions-refused-judgements-outstanding");
        on(&site, "2026-11-13");
        assert_eq!(spoken(unit_clerk(1)).await, open);
        let bare = settle(&site, &clerk(), id, which, (true, None)).await.unwrap_err();
        assert_eq!(why(bare), "suggestions-refused-promise-reason-needed");
        send_back(&site, &clerk(), id, which, words("请完成另一半")).await.unwrap();
        on(&site, "2026-12-01");
        answer(&site, &unit_head(1), id, which, kept("A")).await.unwrap();
        judge(&site, &deputy(1), id, which, (Score::Satisfied, None)).await.unwrap();
        on(&site, "2026-12-12");
        settle(&site, &clerk(), id, which, (true, None)).await.unwrap();
        sound(&site).await;
    });
}

#[test]
fn each_verb_is_for_those_whose_it_is() {
    both(|site| async move {
        let (id, part, which) = delivered(&site).await;
        for actor in [unit_clerk(2), clerk(), transfer(), deputy(1), stranger(), Actor::nobody()] {
            assert!(make(&site, &actor, id, part, vow("2026-12-10"), &Once::default()).await.is_err());
            assert!(report(&site, &actor, (id, which), words("进展"), &[], &Once::default()).await.is_err());
            assert!(move_day(&site, &actor, id, which, other("2026-12-20", "因故")).await.is_err());
        }
        for actor in [unit_clerk(1), unit_head(2), clerk(), deputy(1), stranger()] {
            assert!(answer(&site, &actor, id, which, kept("A")).await.is_err(), "{}", actor.name);
        }
        answer(&site, &unit_head(1), id, which, kept("A")).await.unwrap();
        for actor in [unit_head(1), transfer(), deputy(1), stranger(), Actor::nobody()] {
            assert!(settle(&site, &actor, id, which, (false, Some(words("未办")))).await.is_err());
            assert!(send_back(&site, &actor, id, which, words("再办")).await.is_err());
            assert!(take_over(&site, &actor, id, which, other("2027-12-20", "跨年")).await.is_err());
        }
        for actor in [acting_for(1), deputy(5), unit_head(1), clerk()] {
            assert!(judge(&site, &actor, id, which, (Score::Satisfied, None)).await.is_err(), "{}", actor.name);
        }
        let (other, _, _) = assigned(&site, "另一件建议").await;
        let moved = judge(&site, &deputy(1), other, which, (Score::Satisfied, None)).await.unwrap_err();
        assert_eq!(why(moved), "kit-problem-missing");
        sound(&site).await;
    });
}

#[test]
fn the_same_form_sent_twice_promises_and_reports_once() {
    both(|site| async move {
        let (id, part, which) = delivered(&site).await;
        let once = Once::form("a-token", "/promises", &vow("2026-10-10")).unwrap();
        let first = make(&site, &unit_clerk(1), id, part, vow("2026-10-10"), &once).await.unwrap();
        let second = make(&site, &unit_clerk(1), id, part, vow("2026-10-10"), &once).await.unwrap();
        assert_eq!(first, second);
        let once = Once::form("b-token", "/progress", &"开工").unwrap();
        for _ in 0..2 {
            report(&site, &unit_clerk(1), (id, which), words("开工"), &[], &once).await.unwrap();
        }
        let seen = queries::detail(&site, &clerk(), id).await.unwrap();
        let steps = |id| seen.promises.iter().find(|one| one.id == id).unwrap().steps.len();
        assert_eq!((seen.promises.len(), steps(which), steps(first)), (2, 1, 0));
        sound(&site).await;
    });
}

#[test]
fn a_closed_matter_whose_work_goes_on_is_looked_back_on_until_it_is_done() {
    both(|site| async move {
        let (id, _, which) = delivered(&site).await;
        on(&site, "2026-04-01");
        let early = look_back(&site, &clerk(), id, Found::Done, words("已看")).await.unwrap_err();
        assert_eq!(why(early), "suggestions-refused-not-now");
        desk::close::close(&site, &clerk(), id).await.unwrap();
        let waiting = async |until: &str| {
            let page = queries::look_back(&mut site.db(), congress(), at(until), None, 50).await.unwrap();
            page.items.into_iter().map(|line| (line.id, line.open, line.found)).collect::<Vec<_>>()
        };
        assert_eq!(waiting("2026-04-01").await, []);
        assert_eq!(waiting("2026-04-02").await, [(id, 1, None)]);
        on(&site, "2026-10-02");
        look_back(&site, &clerk(), id, Found::GoingOn, words("桥墩已加固")).await.unwrap();
        assert_eq!(waiting("2026-10-02").await, []);
        assert_eq!(waiting("2026-10-03").await, [(id, 1, Some("going-on".to_owned()))]);
        assert!(look_back(&site, &transfer(), id, Found::Done, words("完工")).await.is_err());
        answer(&site, &unit_head(1), id, which, kept("A")).await.unwrap();
        on(&site, "2026-10-20");
        settle(&site, &clerk(), id, which, (true, None)).await.unwrap();
        assert_eq!(waiting("2027-10-03").await, [], "B became A");
        sound(&site).await;
    });
}

#[test]
fn a_congress_that_requires_promises_lets_no_reply_be_signed_as_going_on_without_one() {
    both(|site| async move {
        let (id, part, which) = promised(&site).await;
        let entry = Entry {
            key: "promise.before-signing".to_owned(),
            value: "required".to_owned(),
            grade: Grade::A,
            document: "县代表建议办理办法第十条".to_owned(),
        };
        let seen = rule_version(&site, &entry.key).await;
        let change = desk::rules::Change { entry, term: None, seen, recount: false };
        desk::rules::change(&site, &chief(), congress(), change).await.unwrap();
        strike(&site, &unit_head(1), id, which).await.unwrap();
        desk::reply::send_to_check(&site, &unit_clerk(1), id, part, desk::Saw::Unsaid).await.unwrap();
        desk::reply::pass(&site, &transfer(), id, part, desk::Saw::Unsaid).await.unwrap();
        let bare = desk::reply::sign(&site, &unit_head(1), id, part, "B", desk::Saw::Unsaid).await.unwrap_err();
        assert_eq!(why(bare), "suggestions-refused-promise-first");
        make(&site, &unit_clerk(1), id, part, vow("2026-12-10"), &Once::default()).await.unwrap();
        desk::reply::sign(&site, &unit_head(1), id, part, "B", desk::Saw::Unsaid).await.unwrap();
        sound(&site).await;
    });
}

#[test]
fn the_second_reply_is_a_letter_to_each_signer() {
    both(|site| async move {
        let (id, _, which) = delivered(&site).await;
        let at = format!("/api/suggestions/{id}/papers");
        let early = visitor(&site, &clerk()).get(&at).await.text;
        assert!(!early.contains("second-1"), "{early}");
        on(&site, "2026-12-01");
        answer(&site, &unit_head(1), id, which, kept("A")).await.unwrap();
        let names = visitor(&site, &clerk()).get(&at).await.text;
        assert!(names.contains("second-1-1-1") && names.contains("second-1-1-2"), "{names}");
        let mut second = visitor(&site, &deputy(2));
        assert!(!second.get(&at).await.text.contains("second-1-1-1"), "the other's letter is the other's");
        let letter = second.get(&format!("{at}/second-1-1-2")).await.json();
        assert_eq!((letter["to"].as_str(), letter["mark"].as_str()), (Some("代表2代表"), Some("A类")));
        let whole = letter.to_string();
        assert!(whole.contains("年底前完成便桥加固") && whole.contains("加固完工并通过验收"), "{whole}");
        let stranger = visitor(&site, &stranger()).get(&format!("{at}/second-1-1-2")).await;
        assert_eq!(stranger.status, axum::http::StatusCode::NOT_FOUND);
    });
}
