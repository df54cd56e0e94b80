//! An evaluation as its tests begin it.

use kit::{Site, db::Sql, web::api::Once};
use supervision::desk::evaluation::{EvaluationWanted, draft};
use supervision_rules::{EvaluationId, Grade, Line, Measure, Scheme, Way};

use super::*;

/// Signing by points, scores and a vote.
pub fn scheme() -> Scheme {
    let line = |name, measure, weight| Line { name: text(name), measure, weight, good: None, pass: None };
    let grade = |name, at_least| Grade { name: text(name), at_least };
    Scheme {
        way: Way::Points,
        lines: vec![
            line("按时签收", Measure::Signed, 40),
            line("代表评分", Measure::Scores, 20),
            line("现场测评", Measure::Vote, 40),
        ],
        grades: vec![grade("优秀", 90), grade("合格", 60), grade("不合格", 0)],
        basically: 60,
        goods: 2,
        fewest_scores: 1,
        appeal_days: 7,
    }
}

pub fn wanted() -> EvaluationWanted {
    EvaluationWanted {
        title: text("2026年度办理工作评议"),
        since: day("2026-01-01"),
        until: day("2026-12-31"),
        basis: text("评议办法"),
        scheme: scheme(),
    }
}

/// Roads signed its part in time; water never signed.
pub async fn drafted(site: &Site) -> EvaluationId {
    found(site).await;
    let mut tx = site.db().begin().await.unwrap();
    let at = day("2026-01-15").start();
    run(&mut tx, Sql::new("update assignment set assigned = {}, signed = null, work = 'waiting'").bind(at)).await;
    let sql = Sql::new("update assignment set signed = {}, work = 'handling' where unit = {}");
    run(&mut tx, sql.bind(at).bind(roads())).await;
    tx.commit().await.unwrap();
    draft(site, &clerk(), congress(), wanted(), &Once::default()).await.unwrap().evaluation.id
}
