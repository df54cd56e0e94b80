//! What a unit talks over, promises in its draft, disagrees on with another and shows to the deputy, and a reply that is out, whose class is
//! doubted.

use axum::{Router, http::Method};
use kit::{Site, db::Sql, testing::start};
use serde_json::{Value, json};

use super::{World, id_of};

impl World {
    /// The unit's talk with the lead deputy, which waits for the deputy's word.
    pub(super) async fn talk(&mut self, app: &Router) {
        let Some((_, id, part, _)) = self.suggestions.last().copied() else { return };
        let at = format!("/api/suggestions/{id}");
        let seen = self.asked(app, "unit_clerk", Method::GET, &at, Value::Null).await;
        let lead = id_of(seen.pointer("/lead").expect("a lead deputy"));
        let talk = json!({ "day": start().day(), "way": "phone", "with": lead, "by": "科长", "said": "密件来处" });
        let made =
            self.asked(app, "unit_clerk", Method::POST, &format!("{at}/assignments/{part}/contacts"), talk).await;
        self.ids.insert("contact", id_of(&made));
    }

    /// What the unit promises in its draft.
    pub(super) async fn promise(&mut self, app: &Router) {
        let Some((_, id, part, _)) = self.suggestions.last().copied() else { return };
        let at = format!("/api/suggestions/{id}/assignments/{part}/promises");
        let vow = json!({ "words": "密件答复", "until": start().day().plus_months(6) });
        let made = self.asked(app, "unit_clerk", Method::POST, &at, vow).await;
        self.ids.insert("promise", id_of(&made));
    }

    /// Its draft, shown to the lead deputy; it stands for the others where a shown draft is meant.
    pub(super) async fn show(&mut self, app: &Router) {
        let (_, id, part, _) = self.suggestion(app, "shown", 5).await;
        let at = format!("/api/suggestions/{id}");
        let to = json!({ "to": [self.named("leader")] });
        self.asked(app, "unit_clerk", Method::POST, &format!("{at}/assignments/{part}/shown"), to).await;
        let seen = self.asked(app, "unit_clerk", Method::GET, &at, serde_json::Value::Null).await;
        let shown = id_of(seen.pointer("/shown_drafts/0").expect("a draft that is shown"));
        let lead = self.named("leader");
        self.ids.extend([("shown-of", id), ("shown", shown), ("to", lead)]);
    }

    /// What its unit and another are said to disagree on, written as its table has it: one unit alone handles it.
    pub(super) async fn difference(&mut self, site: &Site) {
        let Some((_, id, ..)) = self.suggestions.last().copied() else { return };
        let (new, unit) = (site.new_id::<()>(), self.named("unit"));
        let sql =
            Sql::new("insert into unit_difference (id, suggestion, raised_by, about, at) values ({}, {}, {}, {}, {})");
        let sql = sql.bind(new).bind(id).bind(unit).bind(site.new_id::<()>()).bind(site.now());
        let mut tx = site.db().begin().await.expect("a transaction");
        tx.run(sql).await.expect("a difference");
        tx.commit().await.expect("a difference");
        self.ids.insert("difference", new.uuid());
    }

    /// Led and answered by the same people as the others; it stands for them where a class is doubted.
    pub(super) async fn doubt(&mut self, app: &Router) {
        let (_, id, part, _) = self.suggestion(app, "delivered", 9).await;
        let at = format!("/api/suggestions/{id}/assignments/{part}/doubts");
        let made = self.asked(app, "deputy", Method::POST, &at, json!({ "reason": "密件异议" })).await;
        self.ids.extend([("delivered", id), ("delivered-part", part), ("doubt", id_of(&made))]);
    }
}
