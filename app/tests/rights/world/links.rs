//! Who keeps contact with whom in the county.

use kit::{Site, db::Sql};
use uuid::Uuid;

use super::World;

impl World {
    /// A kind with its links, one of them, the draft of another kind, an indicator of the county's own.
    pub(super) async fn links(&mut self, site: &Site) {
        let congress = self.named("congress");
        let all = [
            ("link", "select id from link where until is null and congress = {} order by id limit 1"),
            ("link-kind", "select kind from link where until is null and congress = {} order by id limit 1"),
            ("link-draft", "select id from link_draft where stage = 'open' and congress = {} order by id limit 1"),
            ("indicator", "select id from coverage_indicator where congress = {} order by id limit 1"),
            (
                "delegation",
                "select d.id from delegation d join term t on t.id = d.term where t.ended is null and d.congress = {} order by d.id limit 1",
            ),
            (
                "constituency",
                "select c.id from constituency c join term t on t.id = c.term where t.ended is null and c.congress = {} order by c.id limit 1",
            ),
        ];
        for (name, sql) in all {
            let found: Option<(Uuid,)> = site.db().one(Sql::new(sql).bind(congress)).await.expect("the database");
            self.ids.insert(name, found.expect("the demonstration links").0);
        }
        let import = kit::sheets::open(site, "links", Some(kernel::Id::from_uuid(congress)), None, "联系表").await;
        self.ids.insert("link-import", import.expect("an import").uuid());
    }
}
