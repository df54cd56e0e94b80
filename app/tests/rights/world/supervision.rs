//! What the county supervises.

use kit::{Site, db::Sql};

use super::World;

impl World {
    /// The suggestion that a unit answers is a key one, with a step still open.
    pub(super) async fn supervision(&mut self, site: &Site) {
        let (_, suggestion, part, _) = self.suggestions.last().copied().expect("a suggestion that is handled");
        let [congress, session] = ["congress", "session"].map(|name| self.named(name));
        let [key, entry, letter, case] = [(); 4].map(|()| site.new_id::<()>().uuid());
        let unit = self.named("unit");
        let rows = [
            Sql::new("insert into key_suggestion (leader, committee, basis, marked, stage, version, id, congress, session, suggestion)")
                .add(" values ('王副主任', '城环委', '主任会议纪要', 1, 'running', 1, {}, {}, {}, {})")
                .bind(key).bind(congress).bind(session).bind(suggestion),
            Sql::new("insert into key_step (ordinal, what, day, id, key) values (0, '现场调研', '2026-04-01', {}, {})")
                .bind(entry).bind(key),
            Sql::new("insert into urging_letter (series, year, n, kind, problem, demand, leader, due, issued, stage, version, id, congress, suggestion, assignment, unit)")
                .add(" values ('督办', 2026, 900, 'urge', '逾期', '答复', '李副主任', '2026-04-01', 1, 'issued', 1, {}, {}, {}, {}, {})")
                .bind(letter).bind(congress).bind(suggestion).bind(part).bind(unit),
            Sql::new("insert into dissatisfied_case (year, n, opened, stage, id, congress, suggestion, assignment, unit)")
                .add(" values (2026, 900, 1, 'open', {}, {}, {}, {}, {})")
                .bind(case).bind(congress).bind(suggestion).bind(part).bind(unit),
        ];
        let mut tx = site.db().begin().await.expect("a transaction");
        for row in rows {
            assert_eq!(tx.run(row).await.expect("a row"), 1);
        }
        tx.commit().await.expect("what is supervised");
        self.ids.insert("key", key);
        for (name, id) in [("letter", letter), ("case", case)] {
            self.ids.insert(name, id);
        }
        self.ids.insert("entry", entry);
    }
}
