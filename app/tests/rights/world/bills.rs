//! Bills of the county, by where they stand.

use kit::{Site, db::Sql};
use uuid::Uuid;

use super::{PICTURE, World};

impl World {
    /// A draft, a bill that was handed in, one that the presidium is to decide on: all led by the deputy, who asked one other, each with a file.
    pub(super) async fn bills(&mut self, site: &Site) {
        let [congress, session, lead, person] =
            ["congress", "session", "leader", "person"].map(|name| self.named(name));
        let mut tx = site.db().begin().await.expect("a transaction");
        for (name, filed, numbered) in [("draft", false, false), ("submitted", true, false), ("reviewed", true, true)] {
            let (id, remark) = (site.new_id::<()>().uuid(), site.new_id::<()>().uuid());
            let sql = Sql::new(
                "insert into bill (title, grounds, proposal, publish, not_public_because, begun, version, id, n, congress, session, lead, stage, filed, late, series, number, numbered, review_by, review, reviewed, review_reason)",
            );
            let sql = sql
                .add(" values ('关于水源的议案', '密件正文', '密件答复', 1, '', 1, 1, {}, {}")
                .bind(id)
                .bind(numbered.then_some(900i64));
            let one = |there: bool| there.then_some(1i64);
            let word = |there: bool, word: &'static str| there.then_some(word);
            let sql = sql
                .add(", {}, {}, {}, {}, {}, {}")
                .bind(congress)
                .bind(session)
                .bind(lead)
                .bind(name)
                .bind(one(filed))
                .bind(filed.then_some(0i64));
            let sql = sql
                .add(", {}, {}, {}, {}, {}, {}, {})")
                .bind(numbered.then(|| session.to_string()))
                .bind(word(numbered, "议案第900号"))
                .bind(one(numbered))
                .bind(word(numbered, "议案审查委员会"));
            let sql = sql.bind(word(numbered, "suggestion")).bind(one(numbered)).bind(numbered.then_some(remark));
            tx.run(sql).await.expect("a bill");
            let signer = Sql::new(
                "insert into bill_signer (ordinal, invited, answer, bill, person) values (0, 1, 'asked', {}, {})",
            );
            tx.run(signer.bind(id).bind(person)).await.expect("a signer");
            let file = bills::desk::attach::take_in(site, "a.png", PICTURE.to_vec().into()).await.expect("a file");
            kit::blobs::record(&mut tx, &file, site.now()).await.expect("what is known of it");
            let laid = Sql::new("insert into bill_file (kind, added, blob, bill) values ('other', 1, {}, {})");
            tx.run(laid.bind(file.id).bind(id)).await.expect("a file of the bill");
            self.bills.push((name, id, Uuid::nil(), file.id.uuid()));
        }
        tx.commit().await.expect("the bills");
    }
}
