//! Migrations: one timeline of SQL files for both engines.

use kernel::{Moment, Refusal, Refused};

use super::{Db, Engine, Sql, Tx};
use crate::Fault;

/// One step of the timeline.
#[derive(Clone, Copy, Debug)]
pub struct Migration {
    /// The file's name: `0002_roster.sql`.
    pub name: &'static str,
    /// Its text. Lines after `-- only sqlite` or `-- only postgres` run on that engine alone, until `-- both`.
    pub text: &'static str,
}

macro_rules! timeline {
    ($($name:literal),+ $(,)?) => {
        &[$(Migration { name: $name, text: include_str!(concat!("../../../migrations/", $name)) }),+]
    };
}

/// Every migration, oldest first. Files are never edited once released.
pub(super) const TIMELINE: &[Migration] = timeline![
    "0001_kit.sql",
    "0002_roster.sql",
    "0003_accounts.sql",
    "0004_suggestions.sql",
    "0005_kit.sql",
    "0006_roster.sql",
    "0007_suggestions.sql",
    "0008_notices.sql",
    "0009_suggestions.sql",
    "0010_accounts.sql",
    "0011_suggestions.sql",
    "0012_bills.sql",
    "0013_suggestions.sql",
    "0015_suggestions.sql",
    "0016_suggestions.sql",
    "0017_suggestions.sql",
    "0018_suggestions.sql",
    "0019_suggestions.sql",
    "0020_supervision.sql",
    "0021_suggestions.sql",
    "0050_supervision.sql",
    "0051_suggestions.sql",
    "0052_supervision.sql",
    "0053_supervision.sql",
    "0055_roster.sql",
    "0056_supervision.sql",
    "0057_suggestions.sql",
    "0058_suggestions.sql",
    "0060_suggestions.sql",
    "0061_disclosure.sql",
    "0062_suggestions.sql",
    "0063_roster.sql",
    "0064_suggestions.sql",
    "0065_suggestions.sql",
    "0066_suggestions.sql",
    "0068_suggestions.sql",
    "0069_supervision.sql",
    "0070_ballots.sql",
    "0075_disclosure.sql",
    "0075_suggestions.sql",
    "0078_suggestions.sql",
    "0079_supervision.sql",
    "0080_opinions.sql",
    "0081_roster.sql",
    "0082_stations.sql",
    "0083_duty.sql",
    "0084_links.sql",
    "0085_roster.sql",
    "0086_opinions.sql",
    "0088_roster.sql",
    "0089_roster.sql",
    "0090_ballots.sql",
    "0090_elections.sql",
    "0091_ballots.sql",
    "0092_appointments.sql",
    "0094_suggestions.sql",
    "0096_supervision.sql",
    "0099_ballots.sql",
    "0100_ballots.sql",
    "0105_suggestions.sql",
    "0110_elections.sql",
    "0111_appointments.sql",
    "0112_ballots.sql",
    "0113_elections.sql",
    "0114_elections.sql",
    "0120_stations.sql",
    "0121_duty.sql",
    "0122_opinions.sql",
    "0130_opinions.sql",
    "0131_disclosure.sql",
    "0140_supervision.sql",
    "0141_disclosure.sql",
    "0150_opinions.sql",
    "0165_elections.sql",
    "0166_elections.sql",
    "0167_elections.sql",
    "0168_elections.sql",
    "0170_ballots.sql",
    "0175_appointments.sql",
    "0176_ballots.sql",
    "0180_opinions.sql",
    "0181_duty.sql",
    "0182_stations.sql",
    "0190_elections.sql",
    "0191_elections.sql",
    "0192_ballots.sql",
    "0195_ballots.sql",
    "0198_elections.sql",
    "0199_appointments.sql",
    "0200_bills.sql",
    "0201_bills.sql",
    "0202_bills.sql",
    "0203_bills.sql",
    "0205_suggestions.sql",
    "0206_supervision.sql",
    "0207_supervision.sql",
    "0208_supervision.sql",
    "0213_opinions.sql",
    "0215_opinions.sql",
    "0216_stations.sql",
    "0217_opinions.sql",
    "0218_stations.sql",
    "0220_elections.sql",
    "0221_appointments.sql",
    "0222_elections.sql",
    "0223_elections.sql",
    "0230_bills.sql",
    "0231_opinions.sql",
    "0232_roster.sql",
    "0233_suggestions.sql",
    "0234_suggestions.sql",
    "0240_supervision.sql",
];

impl Db {
    /// The timeline this program knows.
    #[must_use]
    pub const fn timeline() -> &'static [Migration] {
        TIMELINE
    }

    /// Brings the schema up to date; names the migrations that ran.
    ///
    /// # Errors
    /// When a migration fails (nothing of it stays), or the database comes from a newer program.
    pub async fn migrate(&self, now: Moment) -> Result<Vec<&'static str>, Fault> {
        self.migrate_through(TIMELINE, now).await
    }

    /// Brings the schema up to the end of a given timeline; tests stop half-way to put data in between.
    ///
    /// # Errors
    /// As [`Db::migrate`].
    pub async fn migrate_through(&self, timeline: &[Migration], now: Moment) -> Result<Vec<&'static str>, Fault> {
        let mut tx = self.begin().await?;
        tx.batch("create table if not exists migration (name text not null primary key, at bigint not null)").await?;
        tx.run("insert into migration (name, at) values ('lock', 0) on conflict (name) do nothing").await?;
        // The row lock lets only one of several processes migrate at a time; an advisory lock would not do on every engine.
        tx.run("update migration set at = at where name = 'lock'").await?;
        let done: Vec<(String,)> = tx.all("select name from migration where name <> 'lock' order by name").await?;
        if let Some((unknown,)) = done.iter().find(|(name,)| TIMELINE.iter().all(|m| m.name != name)) {
            let mend = Refused::new(Refusal::NotNow, "kit-mend-newer").with("migration", unknown);
            return Err(Fault::new(format_args!("the database has `{unknown}`, which this program does not know"))
                .to_mend(mend));
        }
        let mut ran = Vec::new();
        for step in timeline.iter().filter(|step| done.iter().all(|(name,)| name != step.name)) {
            apply(&mut tx, step, now).await?;
            ran.push(step.name);
        }
        tx.commit().await?;
        Ok(ran)
    }
}

async fn apply(tx: &mut Tx, step: &Migration, now: Moment) -> Result<(), Fault> {
    let text = for_engine(step.text, tx.engine());
    tx.batch(&text).await.map_err(|e| Fault::caused(format_args!("the migration {} failed", step.name), e))?;
    tx.run(Sql::new("insert into migration (name, at) values ({}, {})").bind(step.name).bind(now)).await?;
    Ok(())
}

/// The lines meant for one engine. SQLite sorts by bytes already and knows no `collate "C"`.
fn for_engine(text: &str, engine: Engine) -> String {
    let mut wanted = true;
    let mut out = String::with_capacity(text.len());
    for line in text.lines() {
        match line.trim() {
            "-- only sqlite" => wanted = engine == Engine::Sqlite,
            "-- only postgres" => wanted = engine == Engine::Postgres,
            "-- both" => wanted = true,
            _ if wanted => {
                out.push_str(line);
                out.push('\n');
            }
            _ => {}
        }
    }
    match engine {
        Engine::Sqlite => out.replace(" collate \"C\"", ""),
        Engine::Postgres => out,
    }
}
