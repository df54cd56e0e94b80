//! Standing methods: entered edition by edition, taken over by new matters, and frozen with them.

use crate::world::{site::visitor, *};
use axum::http::{Method as Verb, StatusCode};
use ballots::desk::{
    method::adopt,
    prepare::{BallotSpecWanted, draft, of, revise},
};
use ballots_rules::{
    paper::{Assembly, Kind, Setting},
    round::{Bar, TieNext},
};
use kit::{
    Site,
    testing::{both, on_sqlite},
    web::api::Once,
};
use serde_json::json;

const PICK: (Assembly, Kind) = (Assembly::Congress, Kind::Pick);
const NAMES: [&str; 3] = ["桥", "路", "渠"];

async fn entered(site: &Site, document: &str, laid: &[(Setting, &str, &str)]) -> u32 {
    adopt(site, &head(), congress(), PICK, (adopted(document, laid, None), None)).await.unwrap().n
}

#[test]
fn a_new_matter_takes_over_what_stands_and_cites_the_edition() {
    both(async |site| {
        found(&site).await;
        let before = drafted(&site, Kind::Pick, 1, &NAMES).await;
        assert_eq!(entered(&site, "《票决办法》", &[(Setting::Tie, "presidium", "第十条")]).await, 1);
        let mut wanted = wanted(Kind::Pick, 1, &NAMES);
        wanted.spec.method = None;
        let item = draft(&site, &clerk(), congress(), wanted, &Once::default()).await.unwrap();
        assert_eq!((item.spec.rule.tie, item.spec.method.as_str()), (TieNext::PresidiumDecides, "《票决办法》"));
        let cited = item.spec.adopted.unwrap();
        assert_eq!(cited.edition, 1);
        let (old, _) = of(&site, &clerk(), before).await.unwrap();
        assert_eq!(
            (old.spec.rule.tie, old.spec.adopted),
            (TieNext::VoteAgain, None),
            "nothing changes behind one's back"
        );
        let round = opened(&site, item.id, 40).await;
        assert_eq!(entered(&site, "《票决办法》", &[(Setting::Bar, "most", "第九条")]).await, 2);
        let (_, kept, _) = ballots::desk::round::of(&site, &clerk(), round).await.unwrap();
        assert_eq!((kept.spec.rule.tie, kept.spec.adopted), (TieNext::PresidiumDecides, Some(cited)), "frozen");
        sound(&site).await;
    });
}

#[test]
fn settings_of_a_matters_own_cite_no_edition_until_it_takes_over() {
    both(async |site| {
        found(&site).await;
        entered(&site, "《票决办法》", &[(Setting::Tie, "all", "第十条")]).await;
        let id = drafted(&site, Kind::Pick, 1, &NAMES).await;
        let (item, _) = of(&site, &clerk(), id).await.unwrap();
        assert!(item.spec.adopted.is_some() && item.spec.rule.tie == TieNext::AllTaken);
        let spec = item.spec;
        let mut rule = spec.rule.clone();
        rule.bar = Bar::MostVotes;
        let own = BallotSpecWanted {
            assembly: spec.assembly,
            kind: spec.kind,
            names: spec.names,
            places: Some(1),
            method: Some(spec.method),
            rule: Some(rule),
        };
        let item = revise(&site, &clerk(), id, own, None).await.unwrap();
        assert_eq!(item.spec.adopted, None, "it counts otherwise");
        let mut office = visitor(&site, &clerk());
        let page = office.get(&format!("/ballots/{id}")).await.text;
        assert!(page.contains("本事项自定") && page.contains("改按现行办法"), "{page}");
        let page = office.get(&format!("/ballots/methods/congress/pick?congress={}", congress())).await.text;
        assert!(page.contains(&format!("/ballots/{id}\"")), "what the edition would touch: {page}");
        let version = item.version.to_string();
        let page = office.fill(&format!("/ballots/{id}/method"), &[("version", &version)]).await.text;
        assert!(page.contains("第 1 版办法") && !page.contains(&format!("/ballots/{id}/method")), "{page}");
        sound(&site).await;
    });
}

#[test]
fn the_head_enters_editions_on_a_page_and_everybody_reads_them() {
    both(async |site| {
        found(&site).await;
        let at = format!("/ballots/methods/committee/decision?congress={}", congress());
        let change = "/ballots/methods/committee/decision/change";
        let mut deputy = visitor(&site, &deputy());
        let page = deputy.get(&at).await.text;
        assert!(page.contains("还没有登记办法") && page.contains("通常做法") && !page.contains("登记新版"), "{page}");
        assert_eq!(deputy.get(&format!("{change}?congress={}", congress())).await.status, StatusCode::FORBIDDEN);
        let mut head = visitor(&site, &head());
        let form = head.get(&format!("{change}?congress={}", congress())).await.text;
        assert!(form.contains("按通常做法（过半数）") && !form.contains("name=\"write-in\""), "{form}");
        let congress = congress().to_string();
        let mut fields = vec![
            ("congress", congress.as_str()),
            ("version", "0"),
            ("document", "《表决办法》"),
            ("secret", "第八条第二款"),
            ("bar", "two-thirds"),
            ("bar-article", ""),
        ];
        fields.extend(["base", "quorum", "blank", "unclear", "tie"].map(|setting| (setting, "usual")));
        let wrong = head.post(change, &fields).await;
        assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY, "an article is needed: {}", wrong.text);
        fields[5].1 = "第六条";
        let page = head.fill(change, &fields).await.text;
        assert!(page.contains("三分之二以上") && page.contains("第六条") && page.contains("第八条第二款"), "{page}");
        let stale = head.post(change, &fields).await;
        assert_eq!(stale.status, StatusCode::PRECONDITION_FAILED, "another edition stands by now: {}", stale.text);
        assert!(!stale.text.contains("class=\"differs\""), "both say the same: {}", stale.text);
        fields[1].1 = "1";
        assert!(head.post(change, &fields).await.text.contains("完全相同"));
        let page = deputy.get(&format!("/ballots/methods?congress={congress}")).await.text;
        assert!(page.contains("《表决办法》") && page.contains("未登记"), "{page}");
        assert_eq!(deputy.get(&format!("{at}&edition=7")).await.status, StatusCode::NOT_FOUND);
        assert_eq!(visitor(&site, &stranger()).get(&at).await.status, StatusCode::FORBIDDEN);
        sound(&site).await;
    });
}

#[test]
fn programs_enter_an_edition_over_the_one_they_have_read() {
    on_sqlite(async |site| {
        found(&site).await;
        let at = format!("/api/congresses/{}/ballot-methods", congress());
        let pick = format!("{at}/congress/pick");
        let laid = json!([{ "setting": "tie", "word": "all", "article": "第十条" }]);
        let body = json!({ "document": "《票决办法》", "laid": laid, "secret": "第八条" });
        let mut head = visitor(&site, &head());
        let mut clerk = visitor(&site, &clerk());
        assert_eq!(clerk.json(Verb::PUT, &pick, &[], body.clone()).await.status, StatusCode::FORBIDDEN);
        let made = head.json(Verb::PUT, &pick, &[("if-match", "\"0\"")], body.clone()).await;
        assert_eq!((made.status, made.json()["edition"].clone()), (StatusCode::OK, json!(1)), "{}", made.text);
        let unread = head.json(Verb::PUT, &pick, &[], body.clone()).await;
        assert_eq!(unread.status, StatusCode::PRECONDITION_REQUIRED, "{}", unread.text);
        let stale = head.json(Verb::PUT, &pick, &[("if-match", "\"0\"")], body.clone()).await;
        assert_eq!(stale.status, StatusCode::PRECONDITION_FAILED, "{}", stale.text);
        for (path, body, status) in [
            (pick.clone(), json!({ "document": "", "laid": [] }), StatusCode::UNPROCESSABLE_ENTITY),
            (
                pick.clone(),
                json!({ "document": "办法", "laid": [{ "setting": "luck", "word": "all", "article": "一" }] }),
                StatusCode::UNPROCESSABLE_ENTITY,
            ),
            (format!("{at}/congress/ranking"), body.clone(), StatusCode::UNPROCESSABLE_ENTITY),
            (format!("{at}/congress/lots"), body.clone(), StatusCode::NOT_FOUND),
        ] {
            let answer = head.json(Verb::PUT, &path, &[("if-match", "\"1\"")], body).await;
            assert_eq!(answer.status, status, "{path}: {}", answer.text);
        }
        let all = clerk.get(&at).await.json();
        assert_eq!((all["editions"][0]["kind"].clone(), all["editions"][1].clone()), (json!("pick"), json!(null)));
        assert_eq!(clerk.get(&pick).await.json()["editions"][0]["laid"], laid);
        sound(&site).await;
    });
}
