//! The works of the suite, W1 to W7, and the peak of a year.

mod assign;
pub mod ballots;
mod create;
mod detail;
pub mod duty;
pub mod hall;
mod hints;
mod list;
mod peak;
mod phone;
pub mod roster;
mod search;
mod session;
mod statistics;
mod voices;

use std::time::Duration;

use demo::Chance;
use kit::db::Val;
use uuid::Uuid;

use crate::{
    Wanted, Work, bare,
    engine::Engine,
    load::{Load, Round},
    meter::{Memory, Meter},
    report::Report,
    served::{Accounts, Place, Server},
    visitor::{Answer, Ask},
};

/// What every work over the suggestions needs.
struct Bench<'a> {
    wanted: &'a Wanted,
    place: &'a Place,
    server: Server,
    meter: Meter,
    engine: Engine,
    accounts: Accounts,
    congress: Uuid,
}

/// W1 to W4, and what the server takes for itself.
pub async fn over_suggestions(wanted: &Wanted, place: &Place, report: &mut Report) -> anyhow::Result<()> {
    let engine = Engine::open(place).await?;
    let first = Server::start(place).await?;
    let built = first.indexed(place).await?;
    if built > Duration::from_secs(1) {
        report.note("search index built behind the serving program", &format!("{:.1} s", built.as_secs_f64()));
    }
    let followed = first.followed(&engine).await?;
    if followed > Duration::from_secs(1) {
        report.note("the journal followed behind it, after that", &format!("{:.1} s", followed.as_secs_f64()));
    }
    first.end()?;
    place.examine(report)?;
    let server = Server::start(place).await?;
    report.note("start to first answer", &format!("{:.3} s", server.first_answer.as_secs_f64()));
    let (database, index) = place.sizes();
    let database = engine.size().await?.map_or(database, i64::unsigned_abs);
    report.note("database, search index, program", &format!("{database}, {index}, {} MB", program_mb(place)?));
    tokio::time::sleep(Duration::from_secs(3)).await;
    note_memory("memory at rest", &server, report)?;
    let biggest = "select congress from suggestion_count group by congress order by sum(n) desc limit 1";
    let congress = engine.ids(biggest, &[]).await?.first().copied().unwrap_or_default();
    let meter = Meter { process: server.process, postmaster: engine.postmaster().await? };
    let bench = Bench { wanted, place, server, meter, engine, accounts: place.accounts()?, congress };
    for work in &wanted.only {
        match work {
            Work::List => list::measure(&bench, report).await?,
            Work::Detail => detail::measure(&bench, report).await?,
            Work::Create => create::measure(&bench, report).await?,
            Work::Handover => assign::measure(&bench, report).await?,
            Work::Search => search::measure(&bench, report).await?,
            Work::Statistics => statistics::measure(&bench, report).await?,
            Work::Voices => voices::measure(&bench, report).await?,
            Work::Phone => phone::measure(&bench, report).await?,
            Work::Hints => hints::measure(&bench, report).await?,
            Work::Peak => peak::measure(&bench, report).await?,
            Work::Session => session::measure(&bench, report).await?,
            Work::Roster | Work::RosterAmongOthers | Work::Ballots | Work::Hall | Work::DutyRoster => {}
        }
    }
    note_memory("memory after these works", &bench.server, report)?;
    bench.server.end()
}

fn note_memory(what: &str, server: &Server, report: &mut Report) -> anyhow::Result<()> {
    let Memory { resident, proportional, anonymous, most } = Memory::of(server.process)?;
    let figure = format!("{resident} MB resident, {proportional} proportional, {anonymous} anonymous; most {most} MB");
    report.note(what, &figure);
    Ok(())
}

fn program_mb(place: &Place) -> anyhow::Result<u64> {
    Ok(std::fs::metadata(&place.program)?.len() >> 20)
}

impl Bench<'_> {
    fn congress(&self) -> Val {
        self.congress.into()
    }

    /// Three rounds against the server.
    async fn rounds(
        &self,
        visitors: usize,
        ask: impl Fn(u64) -> Ask,
        check: impl Fn(u64, &Answer) -> anyhow::Result<()>,
    ) -> anyhow::Result<Vec<Round>> {
        let (meter, address, seconds) = (&self.meter, self.server.address, self.wanted.seconds);
        Load { meter, address, visitors, seconds, ask, check }.rounds().await
    }

    /// The books for what this process does by itself, with or without PostgreSQL.
    fn own_meter(&self) -> Meter {
        Meter { process: std::process::id(), postmaster: self.meter.postmaster }
    }

    /// An answer of axum alone with as many bytes as these rounds had.
    async fn bare_answer(&self, what: &str, like: &[Round], report: &mut Report) -> anyhow::Result<()> {
        let bytes = like.first().map_or(0, |round| round.bytes);
        let rounds = bare::axum(bytes, 1, self.wanted.seconds.div_ceil(2)).await?;
        report.work(what, 1, &rounds, None);
        Ok(())
    }
}

/// One of these by chance, the same in every run.
fn any<'a, T>(what: &str, nth: u64, of: &'a [T]) -> Option<&'a T> {
    Chance::of(7, what, nth).pick(of)
}
