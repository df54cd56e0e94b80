//! The people and places these tests speak of. Rows of the roster are written as its tables have them.
#![allow(dead_code, reason = "each test file uses the part of the world it needs")]

pub mod site;

use std::{future::Future, net::IpAddr};

use accounts::{activation, device::Client, issue, posts::PostOrder, sign_in, store::By};
use accounts_rules::{Actor, Duty};
use kernel::{AccountId, BodyId, Id, Moment, PersonId, Text};
use kit::{
    Site,
    db::{Sql, Tx, Val},
};

/// A password the rules take.
pub const PASSWORD: &str = "岳麓山下爱晚亭前看红叶";
/// Another.
pub const OTHER: &str = "橘子洲头看湘江一路北去";

/// 岳麓区's congress with its office and a unit, 望月湖's below it; 雨花区's beside; 长沙市's above.
pub struct World {
    /// The site.
    pub site: Site,
    /// 长沙市人民代表大会.
    pub city: BodyId,
    /// 岳麓区人民代表大会.
    pub yuelu: BodyId,
    /// 岳麓区人大常委会选举任免联络工作委员会.
    pub office: BodyId,
    /// 岳麓区交通运输局.
    pub unit: BodyId,
    /// 雨花区人民代表大会.
    pub yuhua: BodyId,
    /// 雨花区's office.
    pub yuhua_office: BodyId,
    /// 莲花镇人民代表大会.
    pub lianhua: BodyId,
    /// 莲花镇's office.
    pub lianhua_office: BodyId,
}

/// An identity that is the same in every run.
pub fn id<N>(number: u8) -> Id<N> {
    Id::new(Moment::from_millis(1), [number; 10])
}

/// Runs a story on both engines.
pub fn story<F: Future<Output = ()>>(tell: impl Fn(World) -> F) {
    kit::testing::both(|site| async {
        let world = World::build(site).await;
        tell(world).await;
    });
}

impl World {
    async fn build(site: Site) -> Self {
        let mut tx = site.db().begin().await.expect("a transaction");
        for (code, parent, name, level) in [
            ("43", None, "湖南省", "province"),
            ("4301", Some("43"), "长沙市", "prefecture"),
            ("430104", Some("4301"), "岳麓区", "county"),
            ("430111", Some("4301"), "雨花区", "county"),
            ("430104100", Some("430104"), "莲花镇", "township"),
        ] {
            let values: Vec<Val> = vec![code.into(), parent.into(), name.into(), level.into(), "administrative".into()];
            tx.bulk("area", &["code", "parent", "name", "level", "kind"], [values]).await.expect("an area");
        }
        let city = body(&mut tx, 1, 1, "4301", "congress", "长沙市人民代表大会").await;
        let yuelu = body(&mut tx, 2, 2, "430104", "congress", "岳麓区人民代表大会").await;
        let office = body(&mut tx, 3, 2, "430104", "office", "岳麓区人大常委会联工委").await;
        let unit = body(&mut tx, 4, 2, "430104", "unit", "岳麓区交通运输局").await;
        let yuhua = body(&mut tx, 5, 5, "430111", "congress", "雨花区人民代表大会").await;
        let yuhua_office = body(&mut tx, 6, 5, "430111", "office", "雨花区人大常委会联工委").await;
        let lianhua = body(&mut tx, 7, 7, "430104100", "congress", "莲花镇人民代表大会").await;
        let lianhua_office = body(&mut tx, 8, 7, "430104100", "office", "莲花镇人大办公室").await;
        for congress in [city, yuelu, yuhua, lianhua] {
            let values: Vec<Val> =
                vec![term_of(congress), congress.into(), 18_i64.into(), "2021-12-20".into(), 1_i64.into()];
            tx.bulk("term", &["id", "congress", "ordinal", "began", "version"], [values]).await.expect("a term");
        }
        tx.commit().await.expect("the world");
        Self { site, city, yuelu, office, unit, yuhua, yuhua_office, lianhua, lianhua_office }
    }

    /// A deputy in office in these congresses.
    pub async fn deputy(&self, number: u8, name: &str, pinyin: &str, sits: &[BodyId]) -> PersonId {
        let person: PersonId = id(number);
        let mut tx = self.site.db().begin().await.expect("a transaction");
        let initials: String = pinyin.split(' ').filter_map(|word| word.chars().next()).collect();
        let values: Vec<Val> = vec![person.into(), name.into(), pinyin.into(), initials.into(), 1_i64.into()];
        tx.bulk("person", &["id", "name", "pinyin", "initials", "version"], [values]).await.expect("a person");
        for (at, congress) in sits.iter().enumerate() {
            let area: (String,) = tx
                .one(Sql::new("select area from v_body where id = {}").bind(*congress))
                .await
                .expect("an area")
                .expect("a body");
            let mandate: Id<()> = id(number + 100 * u8::try_from(at + 1).expect("few"));
            let values: Vec<Val> = vec![
                mandate.into(),
                person.into(),
                (*congress).into(),
                area.0.into(),
                term_of(*congress),
                "in_office".into(),
                "2021-11-30".into(),
                1_i64.into(),
            ];
            let columns = ["id", "person", "congress", "area", "term", "state", "elected", "version"];
            tx.bulk("mandate", &columns, [values]).await.expect("a mandate");
        }
        tx.commit().await.expect("a deputy");
        person
    }

    /// Somebody with one post, activated with [`PASSWORD`]; answers with the actor they are.
    pub async fn staff(&self, name: &str, duty: Duty, body: BodyId) -> Actor {
        let slip = self.slip(name, duty, body).await;
        activation::redeem(&self.site, slip.code.bare(), PASSWORD, &desk()).await.expect("activated");
        self.actor(slip.account).await
    }

    /// An account with one post, opened at the shell, not activated yet.
    pub async fn slip(&self, name: &str, duty: Duty, body: BodyId) -> activation::Slip {
        let post = PostOrder { duty, body, since: self.site.today(), until: None };
        let mut tx = self.site.db().begin().await.expect("a transaction");
        let congress: Option<(BodyId,)> =
            tx.one(Sql::new("select congress from v_body where id = {}").bind(body)).await.expect("a body");
        let order = issue::Order {
            name: Text::parse(name).expect("a name"),
            sign_in: None,
            phone: None,
            person: None,
            congress: congress.map(|(congress,)| congress).filter(|_| duty != Duty::Operator),
            posts: vec![post],
        };
        let slip = issue::opened(&mut tx, &self.site, By::SHELL, order).await.expect("an account");
        tx.commit().await.expect("an account");
        slip
    }

    /// The actor behind an account today.
    pub async fn actor(&self, account: AccountId) -> Actor {
        accounts::actor::load(&mut self.site.db(), account, None, self.site.today()).await.expect("an actor")
    }

    /// Signs in; the sentence's key when refused.
    pub async fn sign_in(&self, typed: &str, password: &str, from: &Client) -> Result<sign_in::Entry, String> {
        sign_in::by_password(&self.site, typed, password, from).await.map_err(|problem| key(&problem))
    }

    /// Lets time pass.
    pub fn later(&self, millis: i64) {
        self.site.set_now(self.site.now().plus_millis(millis));
    }

    /// The verbs of the journal, in order.
    pub async fn verbs(&self) -> Vec<String> {
        let rows: Vec<(String,)> =
            self.site.db().all("select verb from journal order by seq").await.expect("the journal");
        rows.into_iter().map(|(verb,)| verb).collect()
    }
}

async fn body(tx: &mut Tx, number: u8, congress: u8, area: &str, kind: &str, name: &str) -> BodyId {
    let body: BodyId = id(number);
    let serves: BodyId = id(congress);
    let values: Vec<Val> = vec![
        body.into(),
        area.into(),
        kind.into(),
        name.into(),
        serves.into(),
        "county".into(),
        "[]".into(),
        0_i64.into(),
        1_i64.into(),
    ];
    let columns = ["id", "area", "kind", "name", "congress", "level", "powers", "transfer", "version"];
    tx.bulk("body", &columns, [values]).await.expect("a body");
    body
}

fn term_of(congress: BodyId) -> Val {
    // A term needs an identity of its own; the congress's does.
    congress.uuid().into()
}

/// A desk in the office.
pub fn desk() -> Client {
    from("10.43.1.4")
}

/// Somewhere else.
pub fn from(address: &str) -> Client {
    Client { address: address.parse::<IpAddr>().ok(), ..Client::default() }
}

/// The same place with the device's cookie that signing in has set.
pub fn known(at: &str, entered: &sign_in::SignedIn) -> Client {
    let [_, cookie] = &entered.cookies;
    let text = cookie.to_str().expect("a cookie");
    let mark = text.split(['=', ';']).nth(1).expect("a mark").to_owned();
    Client { device: Some(mark), ..from(at) }
}

/// The key of what somebody was told.
pub fn key(problem: &kit::Problem) -> String {
    match problem {
        kit::Problem::Refused(refused) => refused.key.to_owned(),
        kit::Problem::Wait { why, .. } => why.key.to_owned(),
        kit::Problem::Invalid(errors) => errors.0.iter().map(|(_, wrong)| wrong.key).collect::<Vec<_>>().join(" "),
        other => format!("{other:?}"),
    }
}
