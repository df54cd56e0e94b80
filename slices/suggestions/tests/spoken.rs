//! Three plain questions answered into a phone's microphone: without a stop, in half sentences, kept as said and asked for in three again.

use crate::world::{site::visitor, *};
use axum::http::StatusCode;
use kit::{
    Site,
    db::Sql,
    testing::{Visitor, both},
};

/// What an old deputy says in one breath; more than nine hundred characters without any sign.
fn spoken() -> String {
    "就是我们村口那座便桥嘛下了雨就过不去娃娃上学要绕十几里路去年还有个老人掉下去过".repeat(24)
}

async fn texts(site: &Site) -> Vec<(String, String)> {
    site.db().all(Sql::new("select title, body from suggestion order by id")).await.unwrap()
}

async fn saved(me: &mut Visitor, at: &str, fields: &[(&str, &str)]) -> String {
    let form = [&[("shape", "parts"), ("source", "visits"), ("publish", "1")], fields].concat();
    let answer = me.post(at, &form).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.text);
    answer.location().to_owned()
}

#[test]
fn the_fields_are_those_a_phone_dictates_into_and_force_no_form_on_what_is_said() {
    both(|site| async move {
        found(&site).await;
        let page = visitor(&site, &deputy(1)).get("/suggestions/new?shape=parts&lang=en").await.text;
        for name in ["title", "situation", "analysis", "request"] {
            let field = page.split(&format!("id=\"f-{name}\"")).nth(1).unwrap();
            let (tag, before) =
                (field.split('>').next().unwrap(), page.split(&format!("id=\"f-{name}\"")).next().unwrap());
            let tag = format!("{}{tag}", before.rsplit('<').next().unwrap());
            for word in ["lang=\"zh-CN\"", "inputmode=\"text\"", "autocapitalize=\"off\"", "spellcheck=\"false\""] {
                assert!(tag.contains(word), "{name}: {word} in {tag}");
            }
            assert!(!tag.contains("pattern=") && !tag.contains("maxlength="), "{name}: {tag}");
        }
        assert!(page.contains("data-draft=\"/suggestions\""), "what is said is kept while it is said");
    });
}

#[test]
fn half_a_sentence_is_kept_and_the_three_questions_are_there_when_the_deputy_goes_on() {
    both(|site| async move {
        found(&site).await;
        let mut me = visitor(&site, &deputy(1));
        me.get("/suggestions/new?shape=parts").await;
        let half = [("title", "修桥"), ("situation", "就是我们村口那座便桥嘛下了雨就"), ("then", "save")];
        let at = saved(&mut me, "/suggestions", &half).await;
        let form = me.get(&format!("{at}/edit")).await.text;
        assert!(
            form.contains("name=\"situation\"") && form.contains("就是我们村口那座便桥嘛下了雨就</textarea>"),
            "{form}"
        );
        assert!(form.contains("name=\"request\"") && !form.contains("name=\"body\""), "{form}");
        let whole = me.get(&format!("{at}/edit?shape=whole")).await.text;
        assert!(whole.contains("name=\"body\"") && whole.contains("一、基本情况"), "{whole}");
        let version = form.split("name=\"version\" value=\"").nth(1).unwrap().split('"').next().unwrap().to_owned();
        let long = spoken();
        let on =
            [("title", "修桥"), ("situation", long.as_str()), ("request", "请县交通局修好"), ("version", &version)];
        saved(&mut me, &at, &[&on[..], &[("then", "save")]].concat()).await;
        let body = texts(&site).await[0].1.clone();
        assert_eq!(body, format!("一、基本情况\n{long}\n\n二、具体建议\n请县交通局修好"));
        let again = me.get(&format!("{at}/edit")).await.text;
        assert!(again.contains(&format!("{long}</textarea>")), "three questions again");
        sound(&site).await;
    });
}

#[test]
fn long_speech_without_a_stop_is_handed_in_shown_and_printed_whole() {
    both(|site| async move {
        found(&site).await;
        let mut me = visitor(&site, &deputy(1));
        me.get("/suggestions/new?shape=parts").await;
        let long = spoken();
        let said =
            [("title", "关于修桥的建议"), ("situation", long.as_str()), ("analysis", ""), ("request", long.as_str())];
        let at = saved(&mut me, "/suggestions", &[&said[..], &[("then", "submit")]].concat()).await;
        let page = me.get(&at).await.text;
        assert!(page.contains(&format!("<p class=\"prose\">一、基本情况\n{long}")), "{page}");
        assert!(me.get(&format!("{at}/sheet")).await.text.contains(&long));
        let office = visitor(&site, &clerk()).get(&format!("{at}/check")).await;
        assert!(office.status == StatusCode::OK && office.text.contains(&long), "{}", office.text);
        sound(&site).await;
    });
}

#[test]
fn the_marks_that_dictation_leaves_unseen_are_taken_out_and_its_breaks_become_lines() {
    both(|site| async move {
        found(&site).await;
        let mut me = visitor(&site, &deputy(1));
        me.get("/suggestions/new?shape=parts").await;
        let said = [
            ("title", "关于修\u{200B}桥的建议\u{FFFC}"),
            ("situation", "\u{FFFC}桥坏了\u{2028}娃娃绕路\u{2029}老人也绕路\r\n"),
            ("request", "\u{FEFF}请修\u{2060}好"),
            ("then", "submit"),
        ];
        saved(&mut me, "/suggestions", &said).await;
        let (title, body) = texts(&site).await.remove(0);
        assert_eq!(title, "关于修桥的建议");
        assert_eq!(body, "一、基本情况\n桥坏了\n娃娃绕路\n老人也绕路\n\n二、具体建议\n请修好");
        sound(&site).await;
    });
}
