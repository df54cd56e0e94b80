//! Duty at a station of the county: a turn with a deputy on it, a draft, a pattern, a leave, a swap that waits.

use kit::{Site, db::Sql};
use uuid::Uuid;

use super::World;

const ROWS: [(&str, &str); 6] = [
    (
        "duty-turn",
        "select t.id from duty_turn t join duty_seat s on s.turn = t.id where s.stage = 'attended' order by t.day, t.id limit 1",
    ),
    ("duty-roster", "select id from duty_roster where stage = 'draft' order by id limit 1"),
    ("duty-pattern", "select id from duty_pattern order by id limit 1"),
    ("duty-leave", "select id from duty_leave order by id limit 1"),
    ("duty-seat", "select seat from duty_swap order by id limit 1"),
    ("duty-swap", "select id from duty_swap order by id limit 1"),
];

impl World {
    /// What the demonstration planned.
    pub(super) async fn duty(&mut self, site: &Site) {
        for (name, sql) in ROWS {
            let found: Option<(Uuid,)> = site.db().one(Sql::new(sql)).await.expect("the database");
            self.ids.extend(found.map(|(id,)| (name, id)));
        }
    }
}
