//! What the county supervises.

use accounts_rules::{Actor, Duty, Post};
use kernel::{AccountId, AreaCode, BodyId};
use kit::{Site, db::Sql, web::api::Once};
use supervision::desk::evidence;

use super::{super::asking::PICTURE, World};

/// A scheme as it is kept, and its hash.
const SCHEME: &str = r#"{"way":"points","lines":[{"name":"签收","measure":"signed","weight":60,"good":null,"pass":null},{"name":"评分","measure":"scores","weight":20,"good":null,"pass":null},{"name":"测评","measure":"vote","weight":20,"good":null,"pass":null}],"grades":[{"name":"合格","at_least":60},{"name":"不合格","at_least":0}],"basically":60,"goods":1,"fewest_scores":3,"appeal_days":7}"#;
const HASH: &str = "4468f90c685ac7ceee0b99d5b783aa1f7fc2a20c96cdfe6714774bfb6b489464";

impl World {
    /// The suggestion that a unit answers is a key one, with a step still open.
    pub(super) async fn supervision(&mut self, site: &Site) {
        let (_, suggestion, part, _) = self.suggestions.last().copied().expect("a suggestion that is handled");
        let [congress, session] = ["congress", "session"].map(|name| self.named(name));
        let [key, entry, letter, shown, case, evaluation, inquiry] = [(); 7].map(|()| site.new_id::<()>().uuid());
        let unit = self.named("unit");
        // A photograph is laid to one of the two letters, which makes a later version of it.
        let urged = |id, n| {
            Sql::new("insert into urging_letter (series, year, kind, problem, demand, leader, due, issued, stage, version, n, id, congress, suggestion, assignment, unit)")
                .add(" values ('督办', 2026, 'urge', '逾期', '答复', '李副主任', '2026-04-01', 1, 'issued', 1, {}, {}, {}, {}, {}, {})")
                .bind(n).bind(id).bind(congress).bind(suggestion).bind(part).bind(unit)
        };
        let rows = [
            urged(letter, 900_i64),
            urged(shown, 901),
            Sql::new("insert into key_suggestion (leader, committee, basis, marked, stage, version, id, congress, session, suggestion)")
                .add(" values ('王副主任', '城环委', '主任会议纪要', 1, 'running', 1, {}, {}, {}, {})")
                .bind(key).bind(congress).bind(session).bind(suggestion),
            Sql::new("insert into key_step (ordinal, what, day, id, key) values (0, '现场调研', '2026-04-01', {}, {})")
                .bind(entry).bind(key),
            Sql::new("insert into evaluation (title, since, until, basis, scheme, hash, stage, made, version, id, congress)")
                .add(" values ('年度评议', '2026-01-01', '2026-12-31', '评议办法', {}, {}, 'open', 1, 1, {}, {})")
                .bind(SCHEME).bind(HASH).bind(evaluation).bind(congress),
            Sql::new("insert into evaluation_unit (evaluation, unit) values ({}, {})").bind(evaluation).bind(unit),
            Sql::new("insert into inquiry (topic, kind, day, place, leader, basis, begun, told, stage, version, id, congress)")
                .add(" values ('饮水安全', 'report', '2026-03-01', '会议室', '王副主任', '主任会议纪要', 1, 1, 'held', 1, {}, {})")
                .bind(inquiry).bind(congress),
            // The step and the question have one identity: the address of each names it.
            Sql::new("insert into inquiry_question (ordinal, asker, words, id, inquiry, unit) values (0, '委员', '何时通水？', {}, {}, {})")
                .bind(entry).bind(inquiry).bind(unit),
            Sql::new("insert into inquiry_item (ordinal, problem, due, reported, id, inquiry, unit) values (0, '水压不足', '2026-12-01', 0, {}, {}, {})")
                .bind(entry).bind(inquiry).bind(unit),
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
        for (name, id) in [
            ("letter", letter),
            ("shown-letter", shown),
            ("case", case),
            ("evaluation", evaluation),
            ("inquiry", inquiry),
        ] {
            self.ids.insert(name, id);
        }
        self.ids.insert("entry", entry);
        self.evidence(site).await;
    }

    /// The unit lays a photograph to the letter.
    async fn evidence(&mut self, site: &Site) {
        let found = site.db().one("select id from account where sign_in = 'clerk'").await.expect("the database");
        let (account,): (AccountId,) = found.expect("a clerk");
        let [congress, unit] = ["congress", "unit"].map(|name| BodyId::from_uuid(self.named(name)));
        let area = AreaCode::parse("430725").expect("the county");
        let post = Post { duty: Duty::UnitHead, body: unit, congress, area };
        let head = Actor { account: Some(account), posts: vec![post], ..Actor::nobody() };
        let file = evidence::take_in(site, "反馈函.png", PICTURE.into()).await.expect("a picture");
        let laid =
            evidence::lay(site, &head, self.named("shown-letter"), &file, &Once::default()).await.expect("a file");
        self.ids.insert("evidence", laid.uuid());
    }
}
