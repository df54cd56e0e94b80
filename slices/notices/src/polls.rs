//! Reminders of elections that are being prepared: three days before a list must be posted, and when the day has passed without it.

use accounts_rules::Right;
use elections_rules::{Days, Mode, election::postings};
use kernel::{BodyId, Day};
use kit::{Fault, Site, db::Sql, row};
use notices_rules::{Audience, Kind, Particulars, Window, posting_due};
use uuid::Uuid;

use crate::{
    audience,
    keep::{Told, tell, via},
};

row! {
    struct District {
        election: Uuid,
        congress: BodyId,
        mode: String,
        day: Day,
        voter_days: u16,
        first_days: u16,
        formal_days: u16,
        voter_list: Option<Day>,
        first_list: Option<Day>,
        formal_list: Option<Day>,
    }
}

/// Reminds whoever keeps elections of the lists that are due, each list of an election once however many districts lack it.
pub(crate) async fn remind(site: &Site, window: Window) -> Result<(), Fault> {
    let sql = Sql::new("select election, congress, mode, day, voter_days, first_days, formal_days, voter_list, first_list, formal_list")
        .add(" from v_posting where day >= {} order by election, district")
        .bind(window.after);
    let all: Vec<District> = site.db().all(sql).await?;
    for one in &all {
        let mode: Mode = serde_json::from_value(one.mode.clone().into())?;
        let days = Days { voter_list: one.voter_days, first_list: one.first_days, formal_list: one.formal_days };
        let on = [one.voter_list, one.first_list, one.formal_list];
        for posted in postings(mode, one.day, days, on, window.today) {
            if let Some(late) = posting_due(window, &posted) {
                let told = Particulars { day: Some(posted.due), late, ..Particulars::default() };
                told_of(site, one, told, window.today).await?;
            }
        }
    }
    Ok(())
}

async fn told_of(site: &Site, one: &District, given: Particulars, today: Day) -> Result<(), Fault> {
    let (to, kind) = (Audience::Holders(Right::ElectionKeep, one.congress), Kind::RemindPosting);
    let day = given.day.map(|day| day.to_string()).unwrap_or_default();
    let key = format!("clock.{}.{}.{day}.{}", one.election, kind.word(), i32::from(given.late));
    let mut tx = site.db().begin().await?;
    let accounts = audience::accounts(&mut tx, &to, today).await?;
    let told = Told { kind, subject: one.election, via: via(&to), given, key, at: site.now() };
    tell(&mut tx, site, &accounts, &told).await?;
    tx.commit().await
}
