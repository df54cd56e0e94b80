//! A demonstration county, people of other congresses beside it, and in it one row of everything an address can name.

mod appointments;
mod ballots;
mod bills;
mod disclosed;
mod duty;
mod elections;
mod handled;
mod links;
mod opinions;
mod stations;
mod supervision;
mod visitors;

use std::{
    collections::BTreeMap,
    path::PathBuf,
    sync::atomic::{AtomicI64, AtomicU64},
};

use accounts::{issue, posts::PostOrder, store::By, tokens};
use accounts_rules::Duty;
use axum::{Router, http::Method};
use kernel::{AccountId, BodyId, Id, PersonId, Text};
use kit::{
    Site,
    config::Config,
    db::{Db, Place, Sql},
    site::{Chance, Clock},
    testing::start,
};
use serde_json::{Value, json};
use uuid::Uuid;

use super::asking::PICTURE;

/// Everybody who asks. Without a word of where they are, they belong to the county the rows belong to.
pub const WHO: [&str; 16] = [
    "nobody",
    "deputy",
    "deputy2",
    "afar",
    "clerk",
    "chief",
    "leader",
    "keeper",
    "transfer",
    "unit_clerk",
    "unit_head",
    "unit_other",
    "above",
    "below",
    "beside",
    "operator",
];

/// What nobody may read who has no business with it.
pub const SECRETS: [&str; 5] = ["密件正文", "密件答复", "13912345678", "郗密名", "密件来处"];

/// The county, as every question finds it.
pub struct World {
    folder: tempfile::TempDir,
    /// Where the attachments are; nobody changes them.
    files: PathBuf,
    tokens: BTreeMap<&'static str, String>,
    /// Identities by what they name.
    ids: BTreeMap<&'static str, Uuid>,
    /// Suggestions by where they stand, with a part and a file of theirs.
    pub suggestions: Vec<(&'static str, Uuid, Uuid, Uuid)>,
    /// Bills by where they stand, with a file of theirs.
    pub bills: Vec<(&'static str, Uuid, Uuid, Uuid)>,
}

/// A copy of the world that may be changed.
pub struct House {
    /// Its site.
    pub site: Site,
    app: Router,
    _folder: tempfile::TempDir,
}

impl World {
    /// Lays it out.
    pub async fn lay(site: &Site) -> Self {
        let wanted = crate::demo::Wanted {
            size: crate::demo::Size::County,
            suggestions: Some(60),
            gathered: false,
            seed: Some(7),
            now: start(),
        };
        let accounts = crate::demo::fill(site, wanted, |_| {}).await.expect("a county");
        let folder = tempfile::tempdir().expect("a folder");
        let files = site.config().files();
        let mut world = Self {
            folder,
            files,
            tokens: BTreeMap::new(),
            ids: BTreeMap::new(),
            suggestions: Vec::new(),
            bills: Vec::new(),
        };
        for account in &accounts.accounts {
            if let Some(who) = WHO.iter().find(|who| **who == account.sign_in) {
                world.tokens.insert(who, account.token.clone());
            }
        }
        world.own(site).await;
        world.others(site).await;
        world.rows(site).await;
        world.matters(site).await;
        world.bills(site).await;
        world.supervision(site).await;
        world.disclosed(site).await;
        world.voices(site).await;
        world.stations(site).await;
        world.duty(site).await;
        world.ballots(site).await;
        world.links(site).await;
        world.elections(site).await;
        world.appointments(site).await;
        site.db().copy_to(&world.kept()).expect("a copy");
        world
    }

    fn kept(&self) -> PathBuf {
        self.folder.path().join("lianluo.sqlite")
    }

    /// A copy nobody has changed yet.
    pub fn open(&self) -> House {
        let folder = tempfile::tempdir().expect("a folder");
        std::fs::copy(self.kept(), folder.path().join("lianluo.sqlite")).expect("a copy");
        let data = folder.path().to_string_lossy().into_owned();
        let db = Db::open(&Place::parse(&data)).expect("a database");
        let config = Config { data, files: Some(self.files.clone()), ..Config::default() };
        let clock = Clock::Standing(AtomicI64::new(start().millis()));
        let site = Site::new(db, clock, Chance::Seeded(AtomicU64::new(9)), config).expect("a site");
        // How fast the walk goes is the machine's affair: nobody is told to wait.
        House { app: crate::routes::limited(&site, u32::MAX), site, _folder: folder }
    }

    /// The identity a field or a place in an address names; somebody's where nobody knows better.
    pub fn named(&self, name: &str) -> Uuid {
        let name = match name {
            "units" | "co" | "lead" => "unit",
            other => other,
        };
        self.ids.get(name).or_else(|| self.ids.get("person")).copied().unwrap_or_default()
    }

    async fn keep(&mut self, site: &Site, name: &'static str, sql: Sql) {
        let row: Option<(Id<()>,)> = site.db().one(sql).await.expect("a row");
        self.ids.insert(name, row.unwrap_or_else(|| panic!("there is no {name}")).0.uuid());
    }

    /// What the demonstration has already.
    async fn own(&mut self, site: &Site) {
        let bodies = "select b.id from v_body b where b.area = '430725' and b.kind = ";
        self.keep(site, "congress", Sql::new(bodies).add("'congress'")).await;
        let posts = "select p.body from v_post p join account a on a.id = p.account where a.sign_in = {}";
        self.keep(site, "office", Sql::new(posts).bind("clerk")).await;
        self.keep(site, "unit", Sql::new(posts).bind("unit_clerk")).await;
        for (name, sign_in) in [("clerk", "clerk"), ("account", "unit_clerk"), ("deputy", "deputy")] {
            self.keep(site, name, Sql::new("select id from account where sign_in = {}").bind(sign_in)).await;
        }
        self.keep(site, "leader", Sql::new("select person from account where sign_in = {}").bind("deputy")).await;
        let congress: BodyId = Id::from_uuid(self.named("congress"));
        let other = Sql::new("select id from v_body where kind = 'unit' and congress = {}").bind(congress);
        let unit: BodyId = Id::from_uuid(self.named("unit"));
        self.keep(site, "unit_other", other.add(" and id <> {} order by id limit 1").bind(unit)).await;
        let sessions = Sql::new("select id from v_session where congress = {}").bind(congress);
        self.keep(site, "session", sessions.add(" order by opened desc limit 1")).await;
        let any = |what: &'static str| {
            let sql = Sql::new("select ").add(what).add(" from mandate m join contact c on c.person = m.person");
            sql.add(" where m.state = 'in_office' and m.congress = {} order by m.id desc limit 1").bind(congress)
        };
        for (name, what) in [("person", "m.person"), ("mandate", "m.id"), ("term", "m.term")] {
            self.keep(site, name, any(what)).await;
        }
    }

    /// People who have no business with the county: a level above, a level below, beside it, and a unit beside the unit.
    async fn others(&mut self, site: &Site) {
        let town = "select area from v_body where kind = 'office' and area like '430725%' and area <> '430725' order by area limit 1";
        let (town,) = site.db().one::<(String,)>(town).await.expect("a town").expect("a town");
        for (who, area) in [("above", "4307"), ("below", town.as_str()), ("beside", "430726")] {
            let (seat, office) = congress(site, area).await;
            self.ids.insert(who, seat.uuid());
            self.staff(site, who, Duty::Chief, office).await;
        }
        self.staff(site, "unit_other", Duty::UnitClerk, Id::from_uuid(self.named("unit_other"))).await;
        let (congress, _) = congress(site, "430726").await;
        self.ids.insert("elsewhere", congress.uuid());
        let person = seated(site, congress).await;
        let order = order("远方代表", Some(person), congress, Vec::new());
        self.account(site, "afar", order).await;
    }

    async fn staff(&mut self, site: &Site, who: &'static str, duty: Duty, body: BodyId) {
        let sql = Sql::new("select congress from v_body where id = {}").bind(body);
        let (congress,) = site.db().one::<(BodyId,)>(sql).await.expect("bodies").expect("a congress");
        let post = PostOrder { duty, body, since: site.today(), until: None };
        self.account(site, who, order(who, None, congress, vec![post])).await;
    }

    async fn account(&mut self, site: &Site, who: &'static str, order: issue::Order) {
        let mut tx = site.db().begin().await.expect("a transaction");
        let slip = issue::opened(&mut tx, site, By::SHELL, order).await.expect("an account");
        let name = Text::parse("走查").expect("a name");
        let token = tokens::issued(&mut tx, site, By::SHELL, (slip.account, &name), 30).await.expect("a token");
        tx.commit().await.expect("an account");
        self.tokens.insert(who, token.text);
    }

    /// One row of everything else an address can name, written as its table has it.
    async fn rows(&mut self, site: &Site) {
        let [clerk, account]: [AccountId; 2] = ["clerk", "account"].map(|name| Id::from_uuid(self.named(name)));
        let [person, lead]: [PersonId; 2] = ["person", "leader"].map(|name| Id::from_uuid(self.named(name)));
        let congress: BodyId = Id::from_uuid(self.named("congress"));
        let new = || site.new_id::<()>();
        let (role, merge, visit, acting) = (new(), new(), new(), new());
        let (notice, hook, call) = (new(), new(), new());
        let mandate: Id<()> = Id::from_uuid(self.named("mandate"));
        let twin: PersonId = site.new_id();
        let rows = [
            Sql::new("update contact set phone = '13912345678' where person = {}").bind(person),
            Sql::new("insert into mandate_role (id, mandate, role, began) values ({}, {}, 'group_head', '2022-03-01')").bind(role).bind(mandate),
            Sql::new("insert into person (id, name, pinyin, initials, merged_into, version) values ({}, '旧名', 'jiu ming', 'jm', {}, 1)").bind(twin).bind(person),
            Sql::new("insert into merge (id, kept, merged, at, reason) values ({}, {}, {}, 1, '同一人')").bind(merge).bind(person).bind(twin),
            Sql::new("insert into visit (token, id, account, started, seen, ends, device, address) values ('x', {}, {}, {}, {}, {}, '密件来处', '10.0.0.1')")
                .bind(visit).bind(clerk).bind(site.now()).bind(site.now()).bind(site.now().plus_millis(86_400_000)),
            Sql::new("insert into acting (id, deputy, account, congress, since, until, basis, version) values ({}, {}, {}, {}, '2026-03-01', '2026-06-01', '书面', 1)")
                .bind(acting).bind(lead).bind(clerk).bind(congress),
            Sql::new("insert into notice (id, account, kind, subject, given, key, at) values ({}, {}, 'returned', {}, {}, 'k', 1)")
                .bind(notice).bind(clerk).bind(clerk).bind("{}"),
            Sql::new("insert into hook (id, body, url, verbs, secrets, active, made, version) values ({}, {}, 'https://example.org/密件来处', '*', 'whsec_x', 1, 1, 1)")
                .bind(hook).bind(congress),
            Sql::new("insert into outbox (id, kind, target, payload, state, made) values ({}, 'hook', {}, {}, 'failed', 1)")
                .bind(call).bind(hook.to_string()).bind("{\"type\":\"webhook.ping\"}"),
        ];
        let mut tx = site.db().begin().await.expect("a transaction");
        for row in rows {
            assert_eq!(tx.run(row).await.expect("a row"), 1);
        }
        tx.commit().await.expect("the rows");
        self.ids.insert("other", twin.uuid());
        for (name, id) in [
            ("role", role),
            ("merge", merge),
            ("visit", visit),
            ("acting", acting),
            ("notice", notice),
            ("hook", hook),
            ("call", call),
        ] {
            self.ids.insert(name, id.uuid());
        }
        self.keep(site, "post", Sql::new("select id from post where account = {}").bind(account)).await;
        self.keep(site, "token", Sql::new("select id from api_token where account = {}").bind(clerk)).await;
    }

    /// A draft, a suggestion that was handed in, one that a unit answers; a roster on its way in.
    async fn matters(&mut self, site: &Site) {
        let app = crate::routes::limited(site, u32::MAX);
        for (name, steps) in [("draft", 0), ("submitted", 1), ("handling", 5)] {
            let made = self.suggestion(&app, name, steps).await;
            self.suggestions.push(made);
        }
        self.talk(&app).await;
        self.promise(&app).await;
        self.doubt(&app).await;
        self.show(&app).await;
        self.difference(site).await;
        let path = format!("/api/congresses/{}/imports?file=a.csv", self.named("congress"));
        let mut clerk = self.visitor(&app, "clerk");
        let roster = "姓名,性别,备注\n郗密名,妖,\n".as_bytes().to_vec();
        let kind = [("content-type", "application/octet-stream")];
        let answer = clerk.send(Method::POST, &path, &kind, roster).await;
        self.ids.insert("import", id_of(&answer.json()));
        let office = BodyId::from_uuid(self.named("congress"));
        let table = kit::sheets::open(site, "assigning", Some(office), None, "交办表.csv").await;
        self.ids.insert("table", table.expect("a table that was sent").uuid());
    }

    async fn suggestion(&self, app: &Router, name: &'static str, steps: usize) -> (&'static str, Uuid, Uuid, Uuid) {
        let sheet = json!({ "title": format!("关于{name}的建议"), "body": "密件正文", "source": "visits",
            "publish": false, "not_public_because": "涉及个人" });
        let new = json!({ "congress": self.named("congress"), "sheet": sheet });
        let made = self.asked(app, "deputy", Method::POST, "/api/suggestions", new).await;
        let id = id_of(&made);
        let at = |end: &str| format!("/api/suggestions/{id}{end}");
        let mut deputy = self.visitor(app, "deputy");
        let kind = [("content-type", "application/octet-stream")];
        let file = deputy.send(Method::POST, &at("/attachments?file=a.png"), &kind, PICTURE.to_vec()).await;
        assert!(file.status.is_success(), "{}", file.text);
        let file = id_of(&file.json());
        let mut part = Uuid::nil();
        let unit = self.named("unit");
        let letter = json!({ "body": "密件答复", "contact": "张某 0736-0000000", "publish": false,
            "not_public_because": "涉及个人" });
        for (who, method, end, body) in [
            ("deputy", Method::POST, "/submission", Value::Null),
            ("clerk", Method::POST, "/acceptance", json!({ "category": "other", "number": true })),
            ("clerk", Method::POST, "/assignments", json!({ "way": "sole", "unit": unit })),
            ("unit_clerk", Method::POST, "/assignments/{part}/receipt", Value::Null),
            ("unit_clerk", Method::PUT, "/assignments/{part}/reply", letter),
            ("unit_clerk", Method::POST, "/assignments/{part}/checking", Value::Null),
            ("clerk", Method::POST, "/assignments/{part}/approval", Value::Null),
            ("unit_head", Method::POST, "/assignments/{part}/signature", json!({ "class": "A" })),
            ("unit_clerk", Method::POST, "/assignments/{part}/delivery", Value::Null),
        ]
        .into_iter()
        .take(steps)
        {
            if end.contains("{part}") && part.is_nil() {
                let seen = self.asked(app, "clerk", Method::GET, &at(""), Value::Null).await;
                part = id_of(seen.pointer("/parts/0").expect("a part"));
            }
            self.asked(app, who, method, &at(&end.replace("{part}", &part.to_string())), body).await;
        }
        (name, id, part, file)
    }

    async fn asked(&self, app: &Router, who: &str, method: Method, path: &str, body: Value) -> Value {
        // The one thing written over here is a reply that is not there yet.
        let seen: &[_] = if method == Method::PUT { &[("if-match", "\"0\"")] } else { &[] };
        let answer = self.visitor(app, who).json(method, path, seen, body).await;
        assert!(answer.status.is_success(), "{who} {path}: {}", answer.text);
        answer.json()
    }
}

fn id_of(answer: &Value) -> Uuid {
    let id = answer.get("id").and_then(Value::as_str).and_then(|id| id.parse().ok());
    id.unwrap_or_else(|| panic!("no identity in {answer}"))
}

fn order(name: &str, person: Option<PersonId>, congress: BodyId, posts: Vec<PostOrder>) -> issue::Order {
    let name = Text::parse(name).expect("a name");
    issue::Order { name, sign_in: None, phone: None, person, congress: Some(congress), posts }
}

/// The congress of an area and its office, set up where the demonstration has none.
async fn congress(site: &Site, area: &str) -> (BodyId, BodyId) {
    let sql = Sql::new("select id from v_body where kind = 'congress' and area = {}").bind(area);
    let found = site.db().one::<(BodyId,)>(sql).await.expect("bodies");
    let congress = found.map_or_else(|| site.new_id(), |(id,)| id);
    if found.is_none() {
        body(site, congress, congress, area, "congress").await;
    }
    let sql = Sql::new("select id from v_body where kind = 'office' and area = {}").bind(area);
    let office = site.db().one::<(BodyId,)>(sql).await.expect("bodies");
    let id = office.map_or_else(|| site.new_id(), |(id,)| id);
    if office.is_none() {
        body(site, id, congress, area, "office").await;
    }
    (congress, id)
}

async fn body(site: &Site, id: BodyId, congress: BodyId, area: &str, kind: &'static str) {
    let sql = Sql::new("insert into body (name, level, powers, transfer, version, id, congress, area, kind)")
        .add(" values ('别处机关', 'county', '[]', 0, 1, {}, {}, {}, {})");
    let mut tx = site.db().begin().await.expect("a transaction");
    tx.run(sql.bind(id).bind(congress).bind(area).bind(kind)).await.expect("a body");
    tx.commit().await.expect("a body");
}

/// A deputy in office of a congress that has none.
async fn seated(site: &Site, congress: BodyId) -> PersonId {
    let person: PersonId = site.new_id();
    let (term, mandate) = (site.new_id::<()>(), site.new_id::<()>());
    let rows = [
        Sql::new("insert into person (id, name, pinyin, initials, version) values ({}, '远方代表', 'yuan fang', 'yf', 1)").bind(person),
        Sql::new("insert into term (id, congress, ordinal, began, version) values ({}, {}, 88, '2022-01-10', 1)").bind(term).bind(congress),
        Sql::new("insert into mandate (state, elected, version, id, person, congress, area, term) values ('in_office', '2021-12-20', 1, {}, {}, {}, '430726', {})")
            .bind(mandate).bind(person).bind(congress).bind(term),
    ];
    let mut tx = site.db().begin().await.expect("a transaction");
    for row in rows {
        tx.run(row).await.expect("a row");
    }
    tx.commit().await.expect("a deputy");
    person
}
