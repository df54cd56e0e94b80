//! Every macro and layout of `templates/` rendered from samples, in both languages and both sizes of type.

#![expect(clippy::cmp_owned, reason = "a test fails by panicking; askama compares as it likes")]

use askama::Template;
use kit::{
    View,
    charts::{Chart, Shape, Table},
    web::{Facing, Form, NavGroup, NavItem, Wrong},
    words::Lang,
};

type Options = [(&'static str, &'static str)];

#[derive(Template)]
#[template(path = "samples/fields.html")]
struct Fields<'a> {
    v: &'a View,
    f: &'a Form,
    options: &'a Options,
}

#[derive(Template)]
#[template(path = "samples/lists.html")]
struct Lists<'a> {
    v: &'a View,
    options: &'a Options,
    first: Option<String>,
    next: Option<String>,
    svg: String,
    table: Table,
}

#[derive(Template)]
#[template(path = "samples/sheet.html")]
struct Sheet<'a> {
    v: &'a View,
}

const OPTIONS: &Options = &[("a", "甲"), ("b", "乙<丙")];

fn view(language: Lang, elder: bool) -> View {
    let way = |href, label: &str, current| NavItem { href, label: label.to_owned(), current, waiting: 0 };
    let group = |label: &str, items| NavGroup { label: label.to_owned(), items };
    let handling = vec![way("/one", "代表建议", true), way("/two", "议案", false)];
    let nav = vec![group("", vec![way("/home", "首页", false)]), group("议案建议", handling)];
    let facing =
        Facing { language, lang: language.tag(), elder, nav, name: Some("周建国".to_owned()), ..Facing::default() };
    View::new(Facing { acting_for: Some("李秀兰".to_owned()), flash: Some("…".to_owned()), ..facing })
}

fn every_page(v: &View) -> Vec<String> {
    let mut f = Form::blank(v).with("title", "修路\" onfocus=\"x").with("class", "b").with("body", "</textarea><b>");
    f.refuse("title", Wrong::new("kit-form-required"));
    f.refuse("class", Wrong::new("kit-form-choose"));
    let (first, next) = (Some("/?first".to_owned()), Some("/?next".to_owned()));
    let chart = Chart::new("sample", "件数", Shape::Bars, ["甲", "乙"]).series("本届", [3i64, 7]);
    let (svg, table) = (chart.svg(v.language).unwrap(), chart.table());
    let lists = Lists { v, options: OPTIONS, first, next, svg, table };
    vec![
        Fields { v, f: &f, options: OPTIONS }.render().unwrap(),
        lists.render().unwrap(),
        Sheet { v }.render().unwrap(),
    ]
}

#[test]
fn every_sentence_is_there_in_both_languages() {
    for language in Lang::ALL {
        for page in every_page(&view(language, false)) {
            assert!(!page.contains('⟦'), "{page}");
            assert!(page.contains(&format!("lang=\"{}\"", language.tag())));
        }
    }
}

#[test]
fn no_page_needs_what_the_content_security_policy_forbids() {
    for page in every_page(&view(Lang::Chinese, true)) {
        for forbidden in [" style=", "<style", "javascript:", " onclick=\"", " onfocus=\""] {
            assert!(!page.contains(forbidden), "{forbidden} in {page}");
        }
        assert_eq!(page.matches("<script").count(), 1, "one script, from its own file");
    }
}

#[test]
fn what_was_typed_stays_and_is_never_markup() {
    let page = every_page(&view(Lang::Chinese, false)).swap_remove(0);
    assert!(page.contains("value=\"修路&#34; onfocus=&#34;x\""), "{page}");
    assert!(page.contains("&#60;/textarea&#62;&#60;b&#62;</textarea>"));
    assert!(page.contains("乙&#60;丙"));
    assert!(page.contains("value=\"b\" checked"));
}

#[test]
fn a_wrong_field_is_named_in_the_summary_and_tied_to_its_sentence() {
    let page = every_page(&view(Lang::Chinese, false)).swap_remove(0);
    assert!(page.contains("<a href=\"#f-title\">联络：这一项必须填写</a>"), "{page}");
    assert!(page.contains("aria-invalid=\"true\" aria-describedby=\"f-title-hint f-title-error f-title-count\""));
    assert!(page.contains("id=\"f-title-error\""));
}

#[test]
fn every_control_has_a_label_and_ids_do_not_repeat() {
    for page in every_page(&view(Lang::English, true)) {
        let ids: Vec<&str> = page.split(" id=\"").skip(1).filter_map(|rest| rest.split('"').next()).collect();
        let mut once = ids.clone();
        once.sort_unstable();
        once.dedup();
        assert_eq!(once.len(), ids.len(), "{ids:?}");
        for id in page.split("<label for=\"").skip(1).filter_map(|rest| rest.split('"').next()) {
            assert!(ids.contains(&id), "a label points at {id}, which is not there");
        }
    }
}

#[test]
fn days_left_are_said_in_words() {
    let page = every_page(&view(Lang::English, false)).swap_remove(1);
    for words in ["3 days overdue", "due today", "1 day left"] {
        assert!(page.contains(words), "{words}");
    }
    assert!(every_page(&view(Lang::Chinese, false)).swap_remove(1).contains("超期 3 天"));
}

#[test]
fn large_type_is_one_class() {
    assert!(
        every_page(&view(Lang::Chinese, true))
            .iter()
            .take(2)
            .all(|page| page.contains("<html lang=\"zh-CN\" class=\"elder\">"))
    );
}

#[test]
fn style_and_script_stay_small() {
    let size = |name: &str| std::fs::read_to_string(format!("{}/assets/{name}", env!("CARGO_MANIFEST_DIR"))).unwrap();
    assert!(size("lianluo.css").len() <= 28_000);
    assert!(size("lianluo.js").len() <= 16_000);
    assert!(size("row.js").len() <= 6_000, "what one form alone needs");
    // Loaded on the page of a voter's phone alone.
    let booth = ["numbers", "curve", "seal", "token", "archive", "keep", "way", "page", "look"];
    assert!(booth.map(|part| size(&format!("booth-{part}.js")).len()).into_iter().sum::<usize>() <= 50_000);
}

#[test]
fn a_refusal_calls_a_stage_as_people_do() {
    let refused =
        kernel::Refused::new(kernel::Refusal::NotNow, "suggestions-refused-not-now").with("stage", "cosigning");
    for language in Lang::ALL {
        let said = language.refusal(&refused);
        assert!(said.contains(&*language.t("suggestions-stage-cosigning")) && !said.contains("cosigning"), "{said}");
    }
}

#[test]
fn where_a_visitor_is_sent_is_written_in_ascii() {
    let answer = kit::web::go("/people?name=张三 x#甲\r\nSet-Cookie: a=b");
    let place = answer.headers()["location"].to_str().unwrap();
    assert_eq!(place, "/people?name=%E5%BC%A0%E4%B8%89%20x#%E7%94%B2%0D%0ASet-Cookie:%20a=b");
}
