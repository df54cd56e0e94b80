//! What a reply answers to each request: how requests are read off a text, what a congress demands, what becomes a promise.

#![allow(dead_code, reason = "tests")]

use crate::scene::{Scene, day, id, letter, part};
use kernel::Text;
use suggestions_rules::{
    Act, Entry, Grade, Letter, Measure, Point, PointAnswer, Refusal, RuleBook, Suggestion, requests,
};

fn text<const MAX: usize>(raw: &str) -> Text<MAX> {
    Text::parse(raw).unwrap()
}

fn measure(request: &str, due: Option<&str>, promised: bool) -> Point {
    let measure =
        Measure { words: text("装好护栏"), owner: text("养护科"), due: due.map(day), money: None, promised };
    Point { request: text(request), answer: PointAnswer::Measure(measure) }
}

fn reason(request: &str) -> Point {
    Point { request: text(request), answer: PointAnswer::Reason(text("没有资金")) }
}

fn saying(points: Vec<Point>) -> Letter {
    Letter { points, ..letter() }
}

/// A suggestion with two requests of its own, signed for on 10 March.
fn asked(scene: &Scene) -> Suggestion {
    let given = scene.on(day("2026-03-10"));
    let (mut of, _) = scene.play(&[Act::Submit, Act::Accept, Act::Number, Act::Assign, Act::SignFor], &given);
    of.sheet.body = "一、基本情况\n弯道没有护栏。\n\n二、具体建议\n1.装护栏。\n2.立警示牌。".to_owned();
    of
}

fn demanding(word: &str) -> Scene {
    let (key, document) = ("reply.points".to_owned(), "某县办法".to_owned());
    let entry = Entry { key, value: word.to_owned(), grade: Grade::D, document };
    Scene { book: RuleBook::lay(vec![entry]).unwrap(), ..Scene::new() }
}

#[test]
fn requests_stand_under_their_heading_each_with_its_own_mark() {
    let under = |said: &str| requests(&format!("一、基本情况\n路窄。\n1.不算。\n\n三、具体建议\n{said}"));
    for (said, wanted) in [
        ("请拓宽道路。", vec!["请拓宽道路。"]),
        ("请拓宽道路。\n请装路灯。", vec!["请拓宽道路。", "请装路灯。"]),
        ("1.拓宽道路。\n2、装路灯。", vec!["拓宽道路。", "装路灯。"]),
        (
            "建议如下：\n（一）拓宽道路。\n路基也要加固。\n（二）装路灯。",
            vec!["拓宽道路。\n路基也要加固。", "装路灯。"],
        ),
        ("1．拓宽道路。\n2．装路灯。\n以上建议，请予研究办理。", vec!["拓宽道路。", "装路灯。"]),
        ("一是拓宽道路；二是装路灯。", vec!["拓宽道路", "装路灯。"]),
        ("安排 1.5 万元。\n1.5万元用于路灯。", vec!["安排 1.5 万元。", "1.5万元用于路灯。"]),
        ("", vec![]),
    ] {
        assert_eq!(under(said), wanted, "{said}");
    }
    assert_eq!(requests("建议：列入今年养护计划。"), Vec::<String>::new(), "no heading, no requests");
    assert_eq!(requests("具体建议：\n装路灯。"), ["装路灯。"]);
    assert_eq!(under(&"长".repeat(900))[0].chars().count(), 500);
}

#[test]
fn a_congress_says_whether_each_request_needs_an_answer() {
    for (word, points, open, refused) in [
        ("none", vec![], 0, None),
        ("advised", vec![], 2, None),
        ("advised", vec![reason("装护栏。")], 1, None),
        ("required", vec![], 2, Some(Refusal::PointsFirst)),
        ("required", vec![reason("装护栏。")], 1, Some(Refusal::PointsFirst)),
        ("required", vec![measure("护栏", None, false), reason("警示牌")], 0, None),
    ] {
        let scene = demanding(word);
        let given = scene.on(day("2026-03-10"));
        let letter = saying(points);
        let of = asked(&scene);
        assert_eq!(of.unanswered(&letter, &scene.book), open, "{word}");
        let (of, _) = of.draft_reply(part(1), letter).unwrap();
        assert_eq!(of.send_to_check(part(1), &given).err(), refused, "{word}");
    }
    let scene = demanding("required");
    let mut plain = asked(&scene);
    plain.sheet.body = "请把路修好。".to_owned();
    assert_eq!(plain.unanswered(&letter(), &scene.book), 1, "where no request can be read there is one");
    assert!(RuleBook::lay(vec![Entry { value: "maybe".to_owned(), ..scene.book.entry("reply.points") }]).is_err());
}

#[test]
fn a_letter_that_was_checked_is_signed_as_it_is() {
    let scene = Scene::new();
    let given = scene.on(day("2026-03-10"));
    let mut of = asked(&scene).draft_reply(part(1), letter()).unwrap().0;
    for act in [Act::SendToCheck, Act::Pass] {
        of = scene.act(of, act, &given).unwrap().0;
    }
    let strict = demanding("required");
    assert!(strict.act(of, Act::SignReply, &strict.on(day("2026-03-11"))).is_ok(), "nobody could add to it any more");
}

#[test]
fn what_is_ticked_is_promised_once_and_only_for_a_day_to_come() {
    let scene = Scene::new();
    let given = scene.on(day("2026-03-10"));
    for (due, unfit) in [("2026-03-10", None), ("2026-03-09", Some(1)), ("2028-03-10", None), ("2028-03-11", Some(1))] {
        let letter = saying(vec![measure("护栏", Some("2026-01-01"), false), measure("警示牌", Some(due), true)]);
        assert_eq!(letter.unfit_vow(&given), unfit, "{due}");
    }
    let ticked = saying(vec![measure("护栏", Some("2026-10-31"), true), measure("警示牌", Some("2026-10-31"), false)]);
    let of = asked(&scene).draft_reply(part(1), ticked.clone()).unwrap().0;
    let own = of.stage.handling().unwrap().handlers.find(part(1)).unwrap();
    assert!(own.promises(&[]), "what is ticked counts as a promise before it is signed");
    let vows: Vec<_> = ticked.vows(own, &[]).map(|(words, due)| (words.clone(), due)).collect();
    assert_eq!(vows, [(text("装好护栏"), day("2026-10-31"))]);
    let (made, _) = of.keep_vow(part(1), id(90), vows[0].clone(), &given).unwrap();
    assert_eq!(ticked.vows(own, &[made]).count(), 0, "a redone reply may repeat it");
    let late = scene.on(day("2026-12-01"));
    assert!(
        of.keep_vow(part(1), id(91), vows[0].clone(), &late).is_ok(),
        "a day that passed meanwhile holds nothing up"
    );
}
