//! Reminders of duty: a day ahead, each deputy of their own turn.

use duty_rules::SeatId;
use kernel::{Day, PersonId};
use kit::{Fault, Site, db::Sql};
use notices_rules::{Audience, Kind, Particulars, Window};

use crate::{
    audience,
    keep::{Told, tell},
};

/// Turns handled in one transaction.
const AT_A_TIME: usize = 100;

/// Reminds of the turns of tomorrow; after a round that was missed, of those of today too.
pub(crate) async fn remind(site: &Site, window: Window) -> Result<(), Fault> {
    let (known, tomorrow) = (window.after.plus_days(1), window.today.plus_days(1));
    let sql =
        Sql::new("select d.id, d.person, d.day from v_duty d where d.stage = 'published' and d.day > {}").bind(known);
    let sql = sql.add(" and d.day >= {} and d.day <= {} order by d.day, d.id").bind(window.today).bind(tomorrow);
    let due: Vec<(SeatId, PersonId, Day)> = site.db().all(sql).await?;
    for some in due.chunks(AT_A_TIME) {
        let mut tx = site.db().begin().await?;
        for (seat, person, day) in some {
            let accounts = audience::accounts(&mut tx, &Audience::People(vec![*person]), window.today).await?;
            let kind = Kind::RemindDuty;
            let given = Particulars { day: Some(*day), ..Particulars::default() };
            let key = format!("clock.{seat}.{}.{day}.{person}", kind.word());
            let told = Told { kind, subject: seat.uuid(), via: None, given, key, at: site.now() };
            tell(&mut tx, site, &accounts, &told).await?;
        }
        tx.commit().await?;
    }
    Ok(())
}
