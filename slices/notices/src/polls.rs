//! Reminders of elections that are being prepared: three days before a list must be posted, and when the day has passed without it.

use accounts_rules::Right;
use elections_rules::{
    Days, Mode,
    election::{Heard, Ruling, postings},
};
use kernel::{BodyId, Day};
use kit::{Fault, Site, db::Sql, row};
use notices_rules::{Audience, Kind, Particulars, Window, objection_due, posting_due};
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

row! {
    struct Objected {
        id: Uuid,
        election: Uuid,
        congress: BodyId,
        day: Day,
        posted: Day,
        received: Day,
        decided: Option<Day>,
        ruling: Option<String>,
        sued: Option<Day>,
    }
}

/// Reminds whoever keeps elections of objections to lists of voters that the committee, or the court, is to decide.
pub(crate) async fn remind_of_objections(site: &Site, window: Window) -> Result<(), Fault> {
    let sql = Sql::new("select id, election, congress, day, posted, received, decided, ruling, sued from v_objection")
        .add(" where judged is null and (decided is null or sued is not null) order by received, id");
    let all: Vec<Objected> = site.db().all(sql).await?;
    for one in all {
        let ruling: Option<Ruling> = one.ruling.map(|word| serde_json::from_value(word.into())).transpose()?;
        let Objected { posted, received, day: election, sued, .. } = one;
        let heard = Heard { posted, received, election, decided: one.decided.zip(ruling), sued, judged: None };
        if let Some((due, late)) = objection_due(window, &heard) {
            let given = Particulars { day: Some(due), late, ..Particulars::default() };
            let of = (one.election, one.congress, Kind::RemindObjection);
            tell_of(site, of, (given, one.id), window.today).await?;
        }
    }
    Ok(())
}

async fn told_of(site: &Site, one: &District, given: Particulars, today: Day) -> Result<(), Fault> {
    tell_of(site, (one.election, one.congress, Kind::RemindPosting), (given, one.election), today).await
}

/// Tells whoever keeps elections, once for each thing, day and lateness.
async fn tell_of(
    site: &Site,
    (election, congress, kind): (Uuid, BodyId, Kind),
    (given, what): (Particulars, Uuid),
    today: Day,
) -> Result<(), Fault> {
    let to = Audience::Holders(Right::ElectionKeep, congress);
    let day = given.day.map(|day| day.to_string()).unwrap_or_default();
    let key = format!("clock.{what}.{}.{day}.{}", kind.word(), i32::from(given.late));
    let mut tx = site.db().begin().await?;
    let accounts = audience::accounts(&mut tx, &to, today).await?;
    let told = Told { kind, subject: election, via: via(&to), given, key, at: site.now() };
    tell(&mut tx, site, &accounts, &told).await?;
    tx.commit().await
}
