//! Votes of the congress, as the noun of ballots keeps them.

use ballots_rules::paper::{Assembly, Kind};
use kit::{Site, db::Sql};
use serde_json::json;
use uuid::Uuid;

use super::{congress, id, run};

/// What stands on the ballot: so many places, these names.
fn spec(places: u32, names: &[&str]) -> String {
    let rule = serde_json::to_value(Kind::Election.usual(Assembly::Congress, places)).unwrap();
    let names: Vec<_> = names.iter().map(|name| json!({ "name": name })).collect();
    json!({ "assembly": "congress", "kind": "election", "names": names, "rule": rule, "method": "选举办法" })
        .to_string()
}

/// An announced ballot for so many places; names that are not `listed` were written in.
pub async fn polled(site: &Site, (n, places): (u8, u32), listed: &[&str], standings: &[(&str, i64, &str)]) -> Uuid {
    let (ballot, round) = (id::<()>(20, n).uuid(), id::<()>(21, n).uuid());
    let mut tx = site.db().begin().await.unwrap();
    let sql = Sql::new("insert into ballot (id, congress, title, meeting, day, kind, spec, made, version)")
        .add(" values ({}, {}, '选举', '会议', '2026-03-10', 'election', {}, 1, 1)");
    run(&mut tx, sql.bind(ballot).bind(congress()).bind(spec(places, listed))).await;
    let sql = Sql::new(
        "insert into ballot_round (id, ballot, n, why, spec, hash, members, present, opened, edition, stage, version)",
    )
    .add(" values ({}, {}, 1, 'first', '', '', 4, 4, 1, 1, 'announced', 1)");
    run(&mut tx, sql.bind(round).bind(ballot)).await;
    let sql = Sql::new("insert into ballot_result (round, edition, figures, unreadable, reported, announced)")
        .add(" values ({}, 1, '', 0, 1, 2)");
    run(&mut tx, sql.bind(round)).await;
    for (n, (name, approve, standing)) in (1..).zip(standings) {
        let (n, written): (i64, bool) = (n, !listed.contains(name));
        let sql = Sql::new("insert into ballot_standing (round, edition, ordinal, name, written_in, approve, against, abstain, unclear, standing)")
            .add(" values ({}, 1, {}, {}, {}, {}, 0, 0, 0, {})");
        run(&mut tx, sql.bind(round).bind(n).bind(*name).bind(written).bind(*approve).bind(*standing)).await;
    }
    tx.commit().await.unwrap();
    ballot
}
