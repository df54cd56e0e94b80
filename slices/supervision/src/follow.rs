//! The follower that keeps the register of dissatisfied cases: no clerk decides who is listed.

use kernel::{BodyId, Recorded};
use kit::{
    Fault, Site,
    db::{Ask, At, Sql, Tx},
    follow::Follower,
    journal::{self, Entry},
    row,
};
use suggestions_rules::{Fact as OfSuggestion, Score};
use supervision_rules::{AssignmentId, CaseId, Fact, SuggestionId, Word, dissatisfied};

use crate::store::next_number;

/// Lists a part when somebody is dissatisfied with it, also when it is taken up again, and says when nobody is any more.
pub const CASES: Follower =
    Follower { name: "supervision.cases", effect: |site, tx, entry| Box::pin(take_in(site, tx, entry)) };

/// The series of the register's numbers; its words stand in the locale files.
const SERIES: &str = "case";

async fn take_in(site: &Site, tx: &mut Tx, entry: &Entry) -> Result<(), Fault> {
    match entry.verb.as_str() {
        "suggestion.reply-judged" => {
            let OfSuggestion::ReplyJudged { assignment, .. } = serde_json::from_value(entry.fact.clone())? else {
                return Ok(());
            };
            judged(site, tx, entry, assignment).await
        }
        // Closing ended the case; whoever was dissatisfied then still is while the matter is worked on again.
        "suggestion.reopened" => {
            let OfSuggestion::Reopened { assignment, .. } = serde_json::from_value(entry.fact.clone())? else {
                return Ok(());
            };
            judged(site, tx, entry, assignment).await
        }
        "suggestion.closed" | "suggestion.withdrawn" => {
            let sql = Sql::new("select id, congress from dissatisfied_case where stage = 'open' and suggestion = {}");
            let open: Vec<(CaseId, BodyId)> = tx.all(sql.bind(entry.subject).add(" order by n")).await?;
            for (case, congress) in open {
                end(site, tx, entry, (case, congress), Fact::CaseEnded).await?;
            }
            Ok(())
        }
        _ => Ok(()),
    }
}

row! {
    struct Part {
        congress: BodyId,
        suggestion: SuggestionId,
        unit: BodyId,
    }
}

async fn judged(site: &Site, tx: &mut Tx, entry: &Entry, id: AssignmentId) -> Result<(), Fault> {
    let sql = Sql::new("select id from dissatisfied_case where stage = 'open' and assignment = {}").bind(id);
    let open: Option<(CaseId,)> = tx.one(sql).await?;
    let sql = Sql::new("select congress, suggestion, unit from v_assignment where id = {}").bind(id);
    let Some(part) = tx.one::<Part>(sql).await? else { return Ok(()) };
    match (open, stands(tx, id).await?) {
        (None, true) => list(site, tx, entry, id, &part).await,
        (Some((case,)), false) => end(site, tx, entry, (case, part.congress), Fact::CaseTurned).await,
        (None, false) | (Some(_), true) => Ok(()),
    }
}

/// Whether somebody is dissatisfied with a part now.
pub(crate) async fn stands(ask: &mut impl Ask, id: AssignmentId) -> Result<bool, Fault> {
    let sql = Sql::new("select signer, round, process, result from v_judgement where assignment = {}").bind(id);
    let rows: Vec<(_, u16, String, String)> = ask.all(sql).await?;
    let at = At { table: "judgement", id: &id };
    let score = |word: &str| at.word("result", word, Score::read);
    let read = |(signer, round, process, result): (_, u16, String, String)| {
        Ok(Word { signer, round, process: score(&process)?, result: score(&result)? })
    };
    Ok(dissatisfied(&rows.into_iter().map(read).collect::<Result<Vec<_>, Fault>>()?))
}

async fn list(site: &Site, tx: &mut Tx, entry: &Entry, id: AssignmentId, part: &Part) -> Result<(), Fault> {
    let year = entry.at.day().parts().0;
    let n = next_number(tx, part.congress, SERIES, year).await?;
    let case: CaseId = site.new_id();
    let sql =
        Sql::new("insert into dissatisfied_case (stage, id, congress, year, n, suggestion, assignment, unit, opened)")
            .add(" values ('open', {}, {}, {}, {}, {}, {}, {}, {})");
    let sql = sql.bind(case).bind(part.congress).bind(i64::from(year)).bind(n).bind(part.suggestion).bind(id);
    tx.run(sql.bind(part.unit).bind(entry.at)).await?;
    let fact = Fact::CaseListed { suggestion: part.suggestion, assignment: id, unit: part.unit, year, n };
    record(site, tx, (case, part.congress), fact).await
}

async fn end(
    site: &Site,
    tx: &mut Tx,
    entry: &Entry,
    (case, congress): (CaseId, BodyId),
    fact: Fact,
) -> Result<(), Fault> {
    let stage = if fact == Fact::CaseTurned { "turned" } else { "ended" };
    let sql = Sql::new("update dissatisfied_case set stage = {}, ended = {} where id = {}");
    tx.run(sql.bind(stage).bind(entry.at).bind(case)).await?;
    record(site, tx, (case, congress), fact).await
}

/// The machine lists; nobody did it.
async fn record(site: &Site, tx: &mut Tx, (case, congress): (CaseId, BodyId), fact: Fact) -> Result<(), Fault> {
    let recorded =
        Recorded { at: site.now(), by: None, acting_for: None, body: Some(congress), subject: case.uuid(), fact };
    journal::append(tx, recorded).await.map(drop)
}
