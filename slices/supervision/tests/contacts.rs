//! 沟通率 and 见面率: whether a unit spoke with a deputy before it replied, and whether face to face.

use crate::world::{counted::*, site::visitor, *};
use kernel::AreaCode;
use kit::{Site, db::Sql, testing::both};
use supervision::queries::{
    counted::CaseWords,
    statistics::{units, within},
};
use uuid::Uuid;

/// Roads spoke with the lead deputy on a day.
async fn spoke(site: &Site, n: u8, on: &str, face: bool, word: &str) {
    let sql = Sql::new(
        "insert into talk (way, spoke, draft_shown, recorded, id, assignment, suggestion, day, face, person, said, word) \
         values ('visit', '王科长', 0, 1, {}, {}, {}, {}, {}, {}, {}, {})",
    );
    let (talk, part): (Uuid, Uuid) = (id::<()>(30, n).uuid(), id::<()>(11, 1).uuid());
    let sql = sql.bind(talk).bind(part).bind(suggestion()).bind(day(on)).bind(i64::from(face)).bind(person(1));
    changed(site, suggestion(), sql.bind(id::<()>(31, n).uuid()).bind(word)).await;
}

#[test]
fn a_unit_that_spoke_with_the_deputy_before_it_replied_counts_and_face_to_face_apart() {
    both(async |site| {
        on(&site, "2026-04-15");
        found(&site).await;
        spoke(&site, 1, "2026-04-10", true, "disputed").await;
        assert_eq!(words(&site, "contact").await, once(""), "there is no reply yet");
        let reply = Reply { of: suggestion(), part: 1, round: 1, class: "solved", judge_by: "2026-04-25", said: None };
        reply.deliver(&site).await;
        assert_eq!(words(&site, "contact").await, once("without"), "the deputy disputes it");
        spoke(&site, 2, "2026-04-16", true, "confirmed").await;
        assert_eq!(words(&site, "contact").await, once("without"), "afterwards is not before");
        spoke(&site, 3, "2026-04-14", false, "waiting").await;
        assert_eq!(words(&site, "contact").await, once("apart"));
        let now = sums(&site).await;
        assert_eq!((now.contacted(), now.met(), now.contactable()), (1, 0, 1));
        spoke(&site, 4, "2026-04-15", true, "confirmed").await;
        assert_eq!(words(&site, "contact").await, once("face"), "the day of the letter is in time");
        let face = CaseWords { contact: "face".to_owned(), ..CaseWords::default() };
        let apart = CaseWords { contact: "apart".to_owned(), ..CaseWords::default() };
        assert_eq!((behind(&site, face).await, behind(&site, apart).await), (1, 0));
        let province = within(&mut site.db(), &AreaCode::parse("43").unwrap(), None, site.today()).await.unwrap();
        assert_eq!((province.contacted(), province.met()), (1, 1));
        let all = units(&mut site.db(), congress(), None, site.today()).await.unwrap();
        let met = |unit| all.iter().find(|one| one.id == unit).unwrap().sums.met();
        assert_eq!((met(roads()), met(water())), (1, 0), "a co-unit replies to no deputy");
    });
}

#[test]
fn page_list_report_and_json_tell_both_rates() {
    both(async |site| {
        on(&site, "2026-04-15");
        found(&site).await;
        spoke(&site, 1, "2026-04-10", false, "confirmed").await;
        let reply = Reply { of: suggestion(), part: 1, round: 1, class: "solved", judge_by: "2026-04-25", said: None };
        reply.deliver(&site).await;
        let mut office = visitor(&site, &clerk());
        let page = office.get("/supervision/statistics").await.text;
        for words in ["沟通率", "见面率", "按答复前的沟通", "contact=apart"] {
            assert!(page.contains(words), "{words}: {page}");
        }
        let report = office.get("/supervision/statistics/report").await.text;
        assert!(report.contains("沟通率 100.0%") && report.contains("见面率 0.0%"), "{report}");
        let csv = office.get("/supervision/statistics/list?as=csv").await.text;
        assert!(csv.contains("其他方式沟通"), "{csv}");
        let csv = office.get("/supervision/statistics/cases/list?as=csv&contact=apart").await.text;
        assert!(csv.contains("关于修路的建议") && csv.contains("其他方式沟通"), "{csv}");
        let told = office.get(&format!("/api/congresses/{}/handling-statistics", congress())).await.text;
        assert!(told.contains(r#"{"dimension":"contact","word":"apart","n":1}"#), "{told}");
        let cases = format!("/api/congresses/{}/handling-statistics/cases?contact=", congress());
        assert_eq!(office.get(&format!("{cases}without")).await.json()["total"], 0);
        assert_eq!(office.get(&format!("{cases}apart")).await.json()["items"][0]["contact"], "apart");
        assert_eq!(office.get(&format!("{cases}nonsense")).await.status.as_u16(), 422);
    });
}

#[test]
fn a_program_reads_session_after_session_and_below_year_after_year() {
    both(async |site| {
        on(&site, "2026-04-15");
        found(&site).await;
        moved(&site, suggestion()).await;
        let path = format!("/api/congresses/{}/handling-statistics/run", congress());
        let own = visitor(&site, &clerk()).get(&path).await.json();
        assert_eq!((own[0]["name"].as_str(), own[0]["sums"][0]["n"].as_i64()), (Some("第五次会议"), Some(1)), "{own}");
        let below = visitor(&site, &stranger()).get(&format!("{path}?below=true")).await.json();
        assert_eq!((below[0]["name"].as_str(), below[0]["session"].as_str()), (Some("2026"), None), "{below}");
        for other in [deputy(1), head(roads()), stranger()] {
            assert_eq!(visitor(&site, &other).get(&path).await.status.as_u16(), 403, "{}", other.name);
        }
    });
}
