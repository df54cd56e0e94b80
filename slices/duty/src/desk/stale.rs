//! An edit that came too late: what was typed beside what stands now, and all that is needed to send it again.

use duty_rules::{Hours, RosterId};
use kernel::PersonId;
use kit::{
    Problem,
    db::Ask,
    web::{Compared, Stale},
};

use super::turn::{ChangeWanted, TurnWanted};
use crate::{
    queries::turns,
    store::{RosterRow, TurnRow},
};

/// A turn that was to be added, beside the turns of that day on the roster as it stands.
pub(super) async fn added(
    ask: &mut impl Ask,
    (id, roster): (RosterId, &RosterRow),
    wanted: &TurnWanted,
) -> Result<Problem, Problem> {
    let TurnWanted { day, begins, ends, deputies } = wanted;
    let all = turns::of_roster(ask, id).await?;
    let of_day = all.iter().filter(|turn| turn.line.day == *day);
    let stands: Vec<String> = of_day.map(|turn| format!("{day} {} {}", turn.hours(), turn.names())).collect();
    let compared = Compared {
        name: "day",
        label: "duty-turns",
        yours: format!("{day} {}–{} {deputies}", read(begins), read(ends)),
        stands: stands.join("；"),
    };
    let hidden = [
        ("day", day.to_string()),
        ("begins", begins.clone()),
        ("ends", ends.clone()),
        ("deputies", deputies.to_string()),
    ];
    let back = format!("/duty/rosters/{id}");
    Ok(stale(vec![compared], roster.version, (format!("{back}/turns"), back), &hidden))
}

/// An hour as the roster writes it.
fn read(hour: &str) -> String {
    Hours::minute(hour).map_or_else(|| hour.to_owned(), Hours::clock)
}

/// Who would be on a turn after the change, beside who is on it now; and the reason beside that of the change before.
pub(super) async fn changed(ask: &mut impl Ask, turn: &TurnRow, wanted: &ChangeWanted) -> Result<Problem, Problem> {
    let ChangeWanted { gone, came, reason } = wanted;
    let now = turns::one(ask, turn.id).await?.ok_or_else(Problem::missing)?;
    let last = turns::changes(ask, turn.id).await?.into_iter().next();
    let mut names = turns::names(ask, came.iter().copied().collect()).await?;
    let stays = now.seats.iter().filter(|seat| Some(seat.person) != *gone).map(|seat| seat.name.clone());
    let comes = came.filter(|came| now.seats.iter().all(|seat| seat.person != *came));
    let mine: Vec<String> = stays.chain(comes.and_then(|came| names.remove(&came))).collect();
    let fields = vec![
        Compared { name: "came", label: "duty-field-deputies", yours: mine.join("、"), stands: now.names() },
        Compared {
            name: "reason",
            label: "duty-field-reason",
            yours: reason.to_string(),
            stands: last.map(|last| last.reason).unwrap_or_default(),
        },
    ];
    let who = |person: &Option<PersonId>| person.map(|person| person.to_string()).unwrap_or_default();
    let hidden = [("gone", who(gone)), ("came", who(came)), ("reason", reason.to_string())];
    let back = format!("/duty/turns/{}", turn.id);
    Ok(stale(fields, turn.version, (format!("{back}/changes"), back), &hidden))
}

fn stale(fields: Vec<Compared>, version: i64, (action, back): (String, String), sent: &[(&str, String)]) -> Problem {
    let version_too = ("version".to_owned(), version.to_string());
    let hidden = sent.iter().map(|(name, value)| ((*name).to_owned(), value.clone())).chain([version_too]).collect();
    Problem::Stale(Box::new(Stale { fields, version, action, hidden, back }))
}
