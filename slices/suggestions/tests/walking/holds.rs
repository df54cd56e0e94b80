//! What must hold after every step: the rows say what the facts say, the counts are those of the facts, the chain of the journal goes
//! on, every audit is silent, and everybody sees what is theirs to see.

use std::collections::BTreeMap;

use kernel::{Day, PersonId, Refusal};
use kit::{Problem, Site, db::Sql, journal};
use suggestions::{Kept, queries};
use suggestions_rules::{AssignmentId, PromiseId, SuggestionId};

use super::super::world::why;
use super::{
    clocks::number,
    mirror::Mirror,
    people::Who,
    rights::{Told, looks},
    seen::Seen,
    together::quiet_about_differences,
    verbs::SECRET,
};

/// Everything that is kept, as numbers: what must not change where somebody was refused.
pub async fn fingerprint(site: &Site) -> Vec<i64> {
    let mut sql = Sql::new(
        "select seq from journal_head union all select cast(coalesce(sum(version), 0) as bigint) from suggestion",
    );
    for table in [
        " union all select count(*) from suggestion",
        " union all select cast(coalesce(sum(n * n), 0) as bigint) from suggestion_count",
        " union all select count(*) from cosigner where answer = 'confirmed'",
        " union all select count(*) from remark",
        " union all select count(*) from assignment where work = 'waiting'",
        " union all select count(*) from reply where stage = 'drafted'",
        " union all select count(*) from judgement",
        " union all select count(*) from talk where word = 'waiting'",
        " union all select count(*) from promise where standing = 'open'",
        " union all select count(*) from promise_step",
        " union all select count(*) from promise_word where result is not null",
        " union all select count(*) from class_doubt where standing = 'open'",
        " union all select count(*) from look_back",
        " union all select count(*) from room_note",
        " union all select count(*) from unit_difference",
        " union all select count(*) from unit_difference where settled is null",
        " union all select count(*) from attachment where removed is null",
        " union all select count(*) from suggestion_rules",
        " union all select cast(coalesce(sum(last), 0) as bigint) from numbering",
        " union all select cast(coalesce(sum(until), 0) as bigint) from hold",
    ] {
        sql = sql.add(table);
    }
    site.db().all::<(i64,)>(sql).await.unwrap().into_iter().map(|(n,)| n).collect()
}

/// Whether it was refused because it is not theirs, or as if there were none; the office is told that a transfer office has it.
pub fn not_theirs(problem: &Problem) -> bool {
    match problem {
        Problem::SignIn => true,
        Problem::Refused(refused) if refused.key == "suggestions-refused-with-transfer" => true,
        Problem::Refused(refused) => matches!(refused.kind, Refusal::NotYours | Refusal::Missing),
        _ => false,
    }
}

type Days = Option<i64>;

fn days(day: Option<Day>) -> Days {
    day.map(number)
}

/// The rows say what the facts say.
pub async fn mirrored(site: &Site, mirror: &Mirror) {
    papers(site, mirror).await;
    let sql = "select id, suggestion, sign_by, due, work, awaits, awaits_by from assignment order by id";
    type Row = (AssignmentId, SuggestionId, Day, Day, String, String, Option<Day>);
    for (id, of, sign_by, due, work, awaits, by) in site.db().all::<Row>(sql).await.unwrap() {
        let told = &mirror.papers[&of];
        let share = &told.parts[&id];
        let rests = ["closed", "withdrawn"].contains(&told.stage);
        let awaited = if rests { ("nothing", None) } else { share.awaits() };
        assert_eq!((sign_by, due).map(number), (share.sign_by, share.due), "the days of part {id}");
        assert_eq!((work.as_str(), (awaits.as_str(), days(by))), (share.work, awaited), "the work of part {id}");
    }
    let rounds: Vec<(AssignmentId, SuggestionId, i64, Day)> =
        site.db().all("select assignment, suggestion, round, due from reply").await.unwrap();
    for (id, of, round, due) in &rounds {
        let told = mirror.papers[of].parts[id].rounds[usize::try_from(*round).unwrap() - 1];
        assert_eq!(number(*due), told, "round {round} of part {id}");
    }
    let told: usize = mirror.papers.values().flat_map(|told| told.parts.values()).map(|share| share.rounds.len()).sum();
    assert_eq!(rounds.len(), told, "every round has its row");
    promises(site, mirror).await;
}

trait Both<T> {
    fn map<U>(self, f: impl Fn(T) -> U) -> (U, U);
}

impl<T> Both<T> for (T, T) {
    fn map<U>(self, f: impl Fn(T) -> U) -> (U, U) {
        (f(self.0), f(self.1))
    }
}

async fn papers(site: &Site, mirror: &Mirror) {
    let sql = "select id, stage, category, outcome, cosign_until, assign_by, route_by from suggestion";
    type Row = (SuggestionId, String, String, Option<String>, Option<Day>, Option<Day>, Option<Day>);
    let rows: Vec<Row> = site.db().all(sql).await.unwrap();
    assert_eq!(rows.len(), mirror.papers.len(), "as many suggestions as were begun and not thrown away");
    for (id, stage, category, outcome, until, assign_by, route_by) in rows {
        let told = &mirror.papers[&id];
        let said = (stage.as_str(), category.as_str(), outcome.as_deref().unwrap_or_default());
        assert_eq!(said, (told.stage, told.category.as_str(), told.outcome.as_str()), "{id}");
        assert_eq!(days(until), told.cosign_until.filter(|_| told.stage == "cosigning"), "{id} is seconded until");
        assert_eq!((days(assign_by), days(route_by)), (told.assign_by, told.route_by), "{id} is assigned by");
    }
}

async fn promises(site: &Site, mirror: &Mirror) {
    let sql = "select id, suggestion, due, report_by, standing from promise";
    for (id, of, due, report_by, standing) in
        site.db().all::<(PromiseId, SuggestionId, Day, Day, String)>(sql).await.unwrap()
    {
        let vow = &mirror.papers[&of].promises[&id];
        let told = (number(due), number(report_by), standing.as_str());
        assert_eq!(told, (vow.due, vow.report_by, vow.standing), "promise {id}");
    }
}

/// The counts are those of the facts, and the list's total is one of them.
pub async fn counted(site: &Site, mirror: &Mirror) {
    let mut told: BTreeMap<(String, String, String), i64> = BTreeMap::new();
    for paper in mirror.papers.values() {
        *told.entry((paper.stage.to_owned(), paper.category.clone(), paper.outcome.clone())).or_default() += 1;
    }
    let sql = "select stage, category, outcome, n from suggestion_count where n <> 0";
    let kept: Vec<(String, String, String, i64)> = site.db().all(sql).await.unwrap();
    let kept: BTreeMap<_, _> =
        kept.into_iter().map(|(stage, category, outcome, n)| ((stage, category, outcome), n)).collect();
    assert_eq!(kept, told, "the counts");
}

/// The facts since a place of the chain, each following the one before.
pub async fn chained(site: &Site, from: &mut (i64, String)) -> Vec<journal::Entry> {
    let new = journal::after(site.db(), from.0, 1_000).await.unwrap();
    for entry in &new {
        assert_eq!((entry.seq, &entry.prev), (from.0 + 1, &from.1), "the chain goes on");
        *from = (entry.seq, entry.hash.clone());
    }
    assert_eq!(journal::head(site.db()).await.unwrap(), *from, "the head is the last fact");
    new
}

/// The whole chain holds, as `lianluo journal verify` would say.
pub async fn verified(site: &Site) {
    let mut export = Vec::new();
    let written = journal::export(site.db(), |line| {
        export.extend_from_slice(line.trim_end().as_bytes());
        export.push(b'\n');
        Ok(())
    });
    let count = written.await.unwrap();
    let held = journal::verify(export.as_slice()).unwrap_or_else(|broken| panic!("{broken:?}"));
    let head = journal::head(site.db()).await.unwrap();
    assert_eq!((held.facts, held.head), (count, head.1));
}

/// Everybody who looks is told what is theirs to know, and nobody but the congress and who wrote it reads what is confidential.
pub async fn seen_by(site: &Site, id: SuggestionId, kept: Option<&Kept>, people: &[Who]) {
    let Some(rows) = Seen::read(site, id).await else { return };
    for who in people {
        let actor = who.actor();
        let shown = queries::detail(site, &actor, id).await;
        match (looks(*who, &rows), &shown) {
            (Told::It, Ok(detail)) => {
                if let Some(kept) = kept {
                    let expected = detail.sight.show(&actor, kept.suggestion.clone(), site.today());
                    assert_eq!(
                        (&detail.suggestion, detail.version),
                        (&expected, kept.version),
                        "{who:?} sees what was kept"
                    );
                }
                quiet_about_differences(*who, detail);
                let reads = detail.remarks.values().filter(|remark| remark.words == SECRET).count();
                assert!(who.office() || reads <= wrote(site, id, *who).await, "{who:?} reads what is confidential");
            }
            (Told::It, Err(problem)) => panic!("{who:?} is refused {id}: {problem:?}"),
            (told, Ok(_)) => panic!("{who:?} sees {id}, and should be told {told:?}"),
            (Told::PassedOn, Err(_)) => assert_eq!(why(shown.unwrap_err()), "suggestions-refused-passed-on", "{who:?}"),
            (Told::Nothing, Err(_)) => assert_eq!(why(shown.unwrap_err()), "kit-problem-missing", "{who:?}"),
        }
    }
}

/// How many confidential reasons that deputy gave.
async fn wrote(site: &Site, id: SuggestionId, who: Who) -> usize {
    let Some(person) = who.stands_for() else { return 0 };
    let sql = "select j.signer from judgement j join assignment a on a.id = j.assignment join remark r on r.id = j.reason \
               where a.suggestion = {} and r.words = {}";
    let all: Vec<(PersonId,)> = site.db().all(Sql::new(sql).bind(id).bind(SECRET)).await.unwrap();
    all.into_iter().filter(|(signer,)| *signer == person).count()
}
