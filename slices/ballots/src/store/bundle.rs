//! Bundles with what was entered of them, and what the chief teller said of spellings.

use ballots_rules::{
    paper::{Bundle, Entry, Place, Reading, Round, RoundId, Spot, laid_out},
    round::Count,
};
use kernel::{AccountId, Moment};
use kit::{
    Fault,
    db::{Ask, At, Sql, Tx, Val},
    row,
};

row! {
    struct BundleRow {
        box_no: u32,
        n: u32,
        attempt: u32,
        differs: String,
    }
}

row! {
    struct EntryRow {
        box_no: u32,
        n: u32,
        attempt: u32,
        account: AccountId,
        at: Moment,
        count: String,
    }
}

/// All bundles of a round as its boxes give them, with what was entered; none while the boxes are closed.
pub(crate) async fn bundles(ask: &mut impl Ask, round: &Round) -> Result<Vec<Bundle>, Fault> {
    let Some(boxes) = round.stage.boxes().filter(|boxes| !boxes.void()) else { return Ok(Vec::new()) };
    let sql = Sql::new("select box_no, n, attempt, differs from ballot_bundle where round = {}").bind(round.id);
    let rows: Vec<BundleRow> = ask.all(sql).await?;
    let sql = Sql::new(
        "select box_no, n, attempt, account, at, count from ballot_entry where round = {} order by at, account",
    );
    let entries: Vec<EntryRow> = ask.all(sql.bind(round.id)).await?;
    let laid = laid_out(&boxes.returned).into_iter();
    laid.map(|(place, sheets)| filled(round.id, Bundle::new(place, sheets), &rows, &entries)).collect()
}

fn filled(round: RoundId, bundle: Bundle, rows: &[BundleRow], entries: &[EntryRow]) -> Result<Bundle, Fault> {
    let Place { box_no, n } = bundle.place;
    let Some(row) = rows.iter().find(|row| (row.box_no, row.n) == (box_no, n)) else { return Ok(bundle) };
    let at = At { table: "ballot_bundle", id: &round };
    let differs: Vec<Spot> = serde_json::from_str(&row.differs).map_err(|error| at.broken("differs", error))?;
    let at = At { table: "ballot_entry", id: &round };
    let own = entries.iter().filter(|entry| (entry.box_no, entry.n, entry.attempt) == (box_no, n, row.attempt));
    let read = |entry: &EntryRow| {
        let count: Count = serde_json::from_str(&entry.count).map_err(|error| at.broken("count", error))?;
        Ok(Entry { account: entry.account, at: entry.at, count })
    };
    let entries: Vec<Entry> = own.map(read).collect::<Result<_, Fault>>()?;
    match entries.as_slice() {
        [] | [_] => {}
        [one, other] if one.count == other.count => {}
        _ => {
            return Err(
                at.broken("count", format_args!("of bundle {box_no}-{n} differ in one attempt, or are too many"))
            );
        }
    }
    Ok(Bundle { attempt: row.attempt, differs, entries, ..bundle })
}

/// Writes in which attempt a bundle is and where the one before differed.
pub(crate) async fn save_bundle(tx: &mut Tx, round: RoundId, bundle: &Bundle) -> Result<(), Fault> {
    let Place { box_no, n } = bundle.place;
    let differs = serde_json::to_string(&bundle.differs)?;
    let vals: [Val; 5] = [round.into(), box_no.into(), n.into(), bundle.attempt.into(), differs.into()];
    let sql = Sql::new("insert into ballot_bundle (round, box_no, n, attempt, differs) values ").list(vals);
    let sql =
        sql.add(" on conflict (round, box_no, n) do update set attempt = excluded.attempt, differs = excluded.differs");
    tx.run(sql).await.map(drop)
}

/// Writes what a teller entered of a bundle in an attempt.
pub(crate) async fn enter(
    tx: &mut Tx,
    round: RoundId,
    (place, attempt): (Place, u32),
    entry: &Entry,
) -> Result<(), Fault> {
    let vals: [Val; 7] = [
        round.into(),
        place.box_no.into(),
        place.n.into(),
        attempt.into(),
        entry.account.into(),
        entry.at.into(),
        serde_json::to_string(&entry.count)?.into(),
    ];
    let sql = Sql::new("insert into ballot_entry (round, box_no, n, attempt, account, at, count) values ").list(vals);
    tx.run(sql).await.map(drop)
}

/// What the chief teller said last.
pub(crate) async fn readings(ask: &mut impl Ask, round: RoundId) -> Result<Vec<Reading>, Fault> {
    let sql = Sql::new("select written, meant from ballot_reading r where r.round = {}")
        .bind(round)
        .add(" and r.turn = (select max(l.turn) from ballot_reading l where l.round = r.round) order by written");
    let rows: Vec<(String, Option<String>)> = ask.all(sql).await?;
    Ok(rows.into_iter().map(|(written, meant)| Reading { written, meant }).collect())
}

/// Writes what the chief teller says; what was said before stays.
pub(crate) async fn begin_readings(
    tx: &mut Tx,
    round: RoundId,
    said: &[Reading],
    (account, at): (AccountId, Moment),
) -> Result<(), Fault> {
    let sql = Sql::new("select coalesce(max(turn), 0) from ballot_reading where round = {}").bind(round);
    let turn: i64 = tx.one::<(i64,)>(sql).await?.map_or(0, |(turn,)| turn) + 1;
    for reading in said {
        let vals: [Val; 6] = [
            round.into(),
            turn.into(),
            (&reading.written).into(),
            reading.meant.as_ref().into(),
            account.into(),
            at.into(),
        ];
        let sql = Sql::new("insert into ballot_reading (round, turn, written, meant, account, at) values ").list(vals);
        tx.run(sql).await?;
    }
    Ok(())
}
