//! What a unit promises in its draft, a draft that is shown to the deputy, and a reply that is out, whose class the deputy doubts.

use axum::{Router, http::Method};
use kit::testing::start;
use serde_json::json;

use super::{World, id_of};

impl World {
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

    /// Led and answered by the same people as the others; it stands for them where a class is doubted.
    pub(super) async fn doubt(&mut self, app: &Router) {
        let (_, id, part, _) = self.suggestion(app, "delivered", 9).await;
        let at = format!("/api/suggestions/{id}/assignments/{part}/doubts");
        let made = self.asked(app, "deputy", Method::POST, &at, json!({ "reason": "密件异议" })).await;
        self.ids.extend([("delivered", id), ("delivered-part", part), ("doubt", id_of(&made))]);
    }
}
