//! The station whose keeper is shown: a reception with sealed names, a plan, its stars, who is at home there.

use kit::{Site, db::Sql};
use uuid::Uuid;

use super::{super::asking::PICTURE, World};

const OF_IT: [(&str, &str); 5] = [
    (
        "station-event",
        "select e.id from station_event e join station_visitor v on v.event = e.id where e.struck is null and e.station = {} order by e.id limit 1",
    ),
    (
        "station-plan",
        "select id from station_plan where event is null and dropped is null and station = {} order by id limit 1",
    ),
    ("station-grade", "select id from station_grade where station = {} order by id limit 1"),
    ("station-home", "select person from station_home where until is null and station = {} order by id limit 1"),
    ("station-further", "select person from station_further where until is null and station = {} order by id limit 1"),
];

impl World {
    /// What the demonstration tells of it.
    pub(super) async fn stations(&mut self, site: &Site) {
        self.keep(site, "station", Sql::new("select station from v_keeper order by station limit 1")).await;
        let station = self.named("station");
        for (name, sql) in OF_IT {
            let found: Option<(Uuid,)> = site.db().one(Sql::new(sql).bind(station)).await.expect("the database");
            self.ids.insert(name, found.unwrap_or_else(|| panic!("the station has no {name}")).0);
        }
        let mut tx = site.db().begin().await.expect("a transaction");
        let sql = Sql::new("update station_visitor set names = '郗密名', phone = '13912345678' where event = {}");
        tx.run(sql.bind(self.named("station-event"))).await.expect("sealed");
        // A file of its own, which can be taken away.
        let file = ballots::desk::signed::take_in(site, "现场.png", PICTURE.into()).await.expect("a picture");
        kit::blobs::record(&mut tx, &file, site.now()).await.expect("a file");
        let photo = file.id.uuid();
        let sql = Sql::new("insert into station_photo (event, blob, n) values ({}, {}, 1)");
        tx.run(sql.bind(self.named("station-event")).bind(photo)).await.expect("a photograph");
        self.ids.insert("station-photo", photo);
        tx.commit().await.expect("kept");
        let congress = kernel::Id::from_uuid(self.named("congress"));
        let import = kit::sheets::open(site, "stations", Some(congress), None, "联络站").await;
        self.ids.insert("station-import", import.expect("an import").uuid());
    }
}
