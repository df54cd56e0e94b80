//! The work behind the pages, in three tables: who follows the journal, which jobs are done, and when they come round.

use kit::{
    Site, blobs, calendar,
    follow::{Follower, follow},
    jobs::{Every, Given, Schedule, Work, work},
    outbox,
    search::{Feed, Source},
    sheets,
    web::session,
};

/// Effects of one noun's facts on another, or on the world outside.
pub const FOLLOWERS: &[Follower] = &[
    outbox::HOOKS,
    appointments::FROM_ELECTIONS,
    roster::FROM_ELECTIONS,
    suggestions::FROM_BILLS,
    supervision::CASES,
    supervision::TALLY,
    roster::STATIONS,
    links::CLOSING,
    stations::MERGED,
    opinions::FROM_SUGGESTIONS,
    stations::FROM_OPINIONS,
    notices::FOLLOWER,
];

/// What can be searched.
pub const SOURCES: &[Source] = &[suggestions::SOURCE, disclosure::SOURCE, opinions::SOURCE];

/// Jobs, and who does them.
pub const WORK: &[Work] = &[
    outbox::SEND,
    outbox::SWEEP,
    blobs::SWEEP,
    notices::remind::REMIND,
    notices::letters::AT_ONCE,
    notices::letters::DIGEST,
    notices::letters::SWEEP,
    suggestions::COUNT_AGAIN,
    links::REMIND,
    duty::PUBLISH,
    opinions::FORGET,
    opinions::REMIND,
    stations::FORGET,
    Work { kind: "visits.sweep", doing: |site, _: &Given| Box::pin(sweep_visits(site)) },
    Work { kind: "imports.tidy", doing: |site, _: &Given| Box::pin(tidy_imports(site)) },
];

/// When jobs come round, in Beijing.
pub const TIMETABLE: &[Schedule] = &[
    Schedule { kind: "visits.sweep", every: Every::Minutes(60) },
    Schedule { kind: "outbox.sweep", every: Every::Day { hour: 3, minute: 10 } },
    Schedule { kind: "blobs.sweep", every: Every::Day { hour: 3, minute: 20 } },
    Schedule { kind: "imports.tidy", every: Every::Day { hour: 3, minute: 30 } },
    // A first word is owed within hours.
    Schedule { kind: "opinions.remind", every: Every::Minutes(60) },
    Schedule { kind: "opinions.forget", every: Every::Day { hour: 3, minute: 50 } },
    Schedule { kind: "stations.forget", every: Every::Day { hour: 3, minute: 55 } },
    Schedule { kind: "notices.sweep", every: Every::Day { hour: 3, minute: 40 } },
    Schedule { kind: "duty.publish", every: Every::Day { hour: 7, minute: 10 } },
    Schedule { kind: "links.remind", every: Every::Day { hour: 7, minute: 20 } },
    // Before the offices open; the digest tells of the reminders too.
    Schedule { kind: "notices.remind", every: Every::Day { hour: 7, minute: 30 } },
    Schedule { kind: "notices.digest", every: Every::Day { hour: 7, minute: 45 } },
];

/// A preview nobody committed is forgotten after thirty days.
const PREVIEWS_KEPT: i64 = 30 * 86_400_000;

async fn sweep_visits(site: &Site) -> Result<(), kit::Fault> {
    accounts::sign_in::sweep(site).await?;
    session::sweep(site.db(), site.now()).await.map(|_gone| ())
}

async fn tidy_imports(site: &Site) -> Result<(), kit::Fault> {
    sheets::tidy(site.db(), site.now().plus_millis(-PREVIEWS_KEPT)).await.map(|_gone| ())
}

/// Starts everything that works behind the pages of this process.
pub fn start(site: &Site) -> anyhow::Result<()> {
    for follower in FOLLOWERS {
        tokio::spawn(follow(site.clone(), *follower));
    }
    tokio::spawn(work(site.clone(), WORK, TIMETABLE));
    tokio::spawn(calendar::keep_up(site.clone()));
    tokio::spawn(Feed::new(site.search()?.clone(), SOURCES).run(site.clone()));
    Ok(())
}
