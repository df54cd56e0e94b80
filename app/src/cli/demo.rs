use std::path::{Path, PathBuf};

use clap::Args;
use kernel::{Day, Moment};
use kit::{
    Fault, Site,
    site::{Chance, Clock},
};

use super::{
    Outcome,
    progress::Bar,
    say,
    tongue::{misused, t},
};
use crate::{
    demo::{Accounts, Progress, Size, Wanted, fill},
    settings::{Where, open_at},
};

/// Fill an empty database with the real areas of Hunan and generated people and suggestions, and serve it
#[derive(Args, Debug)]
#[command(
    after_help = "Example:\n  lianluo demo\n  lianluo demo --size province --data postgres://lianluo@db/demo --accounts accounts.json\n\n\
                        The people are generated; passwords and tokens are made anew each time unless --seed is given."
)]
pub struct Demo {
    #[command(flatten)]
    place: Where,
    /// Address and port to listen on [default: 127.0.0.1:8080]
    #[arg(long, env = "LIANLUO_LISTEN", value_name = "ADDR")]
    listen: Option<String>,
    /// town, county, city or province
    #[arg(long, default_value = "county")]
    size: Size,
    /// How many suggestions, instead of as many as the size has
    #[arg(long, value_name = "N")]
    suggestions: Option<u64>,
    /// All suggestions in the highest congress, as the measuring suite wants them
    #[arg(long)]
    gathered: bool,
    /// Repeat a world exactly, passwords and tokens included: for tests and scripts, never where others can reach it
    #[arg(long, value_name = "N")]
    seed: Option<u64>,
    /// Begin on this day, at ten in the morning, instead of now, and let the clock go on from there: to show what comes later
    #[arg(long, value_name = "YYYY-MM-DD")]
    today: Option<Day>,
    /// Write the demonstration accounts with their API tokens to this file as JSON
    #[arg(long, value_name = "FILE")]
    accounts: Option<PathBuf>,
    /// Fill the database and end, without serving
    #[arg(long)]
    fill_only: bool,
}

impl Demo {
    pub async fn run(self) -> anyhow::Result<Outcome> {
        super::serve::logs();
        let mut config = self.place.config()?;
        if self.place.data.is_none() && self.place.config.is_none() {
            "lianluo-demo".clone_into(&mut config.data);
        }
        config.demonstration = true;
        if let Some(listen) = &self.listen {
            config.listen.clone_from(listen);
        }
        // The address is taken first: nobody should wait for the filling only to hear that the port is in use.
        let listener = if self.fill_only { None } else { Some(crate::serve::listen(&config.listen).await?) };
        let began = self.today.map(|day| day.start().plus_millis(TEN));
        let clock = began.map_or(Clock::Machine, |began| Clock::Standing(began.millis().into()));
        let site = open_at(config, Chance::Machine, clock).await?;
        if let Some(began) = began {
            not_before(&site, began).await?;
        }
        let accounts = self.filled(&site).await?;
        if let Some(began) = began {
            tokio::spawn(goes_on(site.clone(), began));
        }
        if let Some(file) = &self.accounts {
            keep(file, &accounts)?;
        }
        show(&accounts);
        if let Some(listener) = listener {
            say(format_args!("\nhttp://{}", listener.local_addr()?));
            crate::serve::run(site, listener).await?;
        }
        Ok(Outcome::Done)
    }

    /// Fills the database, or finds it filled by an earlier run, whose accounts lie beside it.
    async fn filled(&self, site: &Site) -> anyhow::Result<Accounts> {
        let kept = site.config().files().join("demo-accounts.json");
        if kept.exists() {
            let text = std::fs::read_to_string(&kept);
            let text = text.map_err(|error| Fault::place("kit-mend-file-unreadable", kept.display(), error))?;
            let read = serde_json::from_str(&text);
            return read.map_err(|_| misused("cli-demo-accounts").with("place", kept.display()).into());
        }
        let wanted = Wanted {
            size: self.size,
            suggestions: self.suggestions,
            gathered: self.gathered,
            seed: self.seed,
            now: site.now(),
        };
        let mut bar: Option<(&str, Bar)> = None;
        let accounts = fill(site, wanted, |Progress { what, done, of }| {
            if bar.as_ref().is_none_or(|(shown, _)| *shown != what) {
                bar = Some((what, Bar::new(t(&format!("cli-making-{what}")), of)));
            }
            if let Some((_, bar)) = &bar {
                bar.reach(done);
            }
        })
        .await?;
        if let Some((_, bar)) = &bar {
            bar.done();
        }
        std::fs::create_dir_all(site.config().files())?;
        keep(&kept, &accounts)?;
        Ok(accounts)
    }
}

/// Ten in the morning, in milliseconds.
const TEN: i64 = 10 * 3_600_000;

/// Nothing may happen before what has happened: a demonstration is shown on days that follow one another.
async fn not_before(site: &Site, began: Moment) -> anyhow::Result<()> {
    let last: Option<(Option<Moment>,)> = site.db().one("select max(at) from journal").await?;
    match last.and_then(|(last,)| last).filter(|last| *last > began) {
        Some(last) => Err(misused("cli-demo-today-before").with("day", last.day()).into()),
        None => Ok(()),
    }
}

/// A clock that was set goes on as any other does.
async fn goes_on(site: Site, began: Moment) {
    let started = std::time::Instant::now();
    loop {
        let since = i64::try_from(started.elapsed().as_millis()).unwrap_or(i64::MAX);
        site.set_now(began.plus_millis(since));
        tokio::time::sleep(std::time::Duration::from_millis(20)).await;
    }
}

/// Writes the accounts where only their owner can read them.
fn keep(file: &Path, accounts: &Accounts) -> anyhow::Result<()> {
    use std::{io::Write, os::unix::fs::OpenOptionsExt};
    let mut options = std::fs::OpenOptions::new();
    options.write(true).create(true).truncate(true).mode(0o600);
    let mut out =
        options.open(file).map_err(|error| Fault::place("kit-mend-file-unwritable", file.display(), error))?;
    out.write_all(serde_json::to_string_pretty(accounts)?.as_bytes())?;
    Ok(())
}

fn show(accounts: &Accounts) {
    say(format_args!("{}\n", accounts.congress));
    for account in &accounts.accounts {
        say(format_args!("{:<11} {:<16} {}  {}", account.sign_in, account.password, account.name, account.body));
    }
}
