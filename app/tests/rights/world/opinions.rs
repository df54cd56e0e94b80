//! What a constituent said to the county's deputy, with a telephone and a photograph, given to the unit that is shown; and a code.

use kit::{Site, db::Sql};
use uuid::Uuid;

use super::World;

impl World {
    /// One that deputy, office and unit see.
    pub(super) async fn voices(&mut self, site: &Site) {
        let sql = Sql::new("select id from opinion where stage = 'assigned' and holder = {} order by id limit 1");
        let found: Option<(Uuid,)> = site.db().one(sql.bind(self.named("congress"))).await.expect("the database");
        let (voice,) = found.expect("the demonstration gives an opinion to a unit");
        let (_, _, _, file) = *self.suggestions.first().expect("suggestions with files");
        let mut tx = site.db().begin().await.expect("a transaction");
        let sql = Sql::new("update opinion_contact set name = '郗密名', phone = '13912345678' where opinion = {}");
        tx.run(sql.bind(voice)).await.expect("sealed");
        let sql = Sql::new("insert into opinion_file (opinion, blob, n) values ({}, {}, 1)");
        tx.run(sql.bind(voice).bind(file)).await.expect("a photograph");
        tx.commit().await.expect("kept");
        let sql = "select id from code where revoked is null order by id limit 1";
        let (code,): (Uuid,) = site.db().one(sql).await.expect("the database").expect("a code");
        let tickets =
            kit::sheets::open(site, "hotline", Some(kernel::Id::from_uuid(self.named("congress"))), None, "工单").await;
        self.ids.insert("tickets", tickets.expect("an import").uuid());
        let sql = "select id from v_station where stage = 'open' order by id limit 1";
        let found: Option<(Uuid,)> = site.db().one(sql).await.expect("the database");
        self.ids.insert("station-found", found.map_or(voice, |(station,)| station));
        self.ids.insert("voice", voice);
        self.ids.insert("voice-file", file);
        self.ids.insert("code", code);
    }
}
