//! What a deputy finds at hand: the own bills, those to sign, those signed.

use bills_rules::BillId;
use kernel::{Day, Moment, PersonId};
use kit::{
    Fault,
    db::{Ask, Sql},
    list::{self, Key, Kind, List, Order, Page, Position},
    row,
};

row!(
    /// A bill the deputy leads or has signed.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub struct Own {
        /// The bill.
        pub id: BillId,
        /// Its number as written, once it has one.
        pub number: Option<String>,
        /// 案由, as typed so far.
        pub title: String,
        /// The word of its stage.
        pub stage: String,
        /// The word of its end, once it has one.
        pub ending: Option<String>,
        /// When it was begun.
        pub begun: Moment,
        /// Deputies who have signed, the lead one counted.
        pub signers: i64,
    }
);

row!(
    /// A bill to sign.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub struct ToSign {
        /// The bill.
        pub id: BillId,
        /// 案由.
        pub title: String,
        /// 领衔代表.
        pub lead: Option<String>,
        /// When asked.
        pub invited: Moment,
    }
);

row!(
    /// A bill on which the deputy is asked whether it may be treated as a suggestion.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub struct ToAnswer {
        /// The bill.
        pub id: BillId,
        /// Its number as written.
        pub number: Option<String>,
        /// 案由.
        pub title: String,
        /// The last day to answer.
        pub until: Day,
    }
);

const OWN: &str = "select b.id, b.number, b.title, b.stage, b.ending, b.begun, \
     1 + (select count(*) from bill_signer s where s.bill = b.id and s.answer = 'confirmed') from bill b";

/// The newest begun first.
pub const LATEST: Order = Order { name: "latest", keys: &[Key::down("b.id", Kind::Id)] };

const LED: &str = " where b.lead = {}";
const SIGNED: &str = " join bill_signer c on c.bill = b.id where c.answer = 'confirmed' and c.person = {}";

/// The bills a deputy leads, newest first, drafts too.
pub async fn own(ask: &mut impl Ask, person: PersonId, after: Option<Position>, size: u16) -> Result<Page<Own>, Fault> {
    latest(ask, LED, person, after, size).await
}

/// The bills a deputy has signed, newest first.
pub async fn signed(
    ask: &mut impl Ask,
    person: PersonId,
    after: Option<Position>,
    size: u16,
) -> Result<Page<Own>, Fault> {
    latest(ask, SIGNED, person, after, size).await
}

async fn latest(
    ask: &mut impl Ask,
    whose: &'static str,
    person: PersonId,
    after: Option<Position>,
    size: u16,
) -> Result<Page<Own>, Fault> {
    let select = Sql::new(OWN).add(whose).bind(person);
    let count = Sql::new("select count(*) from bill b").add(whose).bind(person);
    list::page(ask, List { select, count, order: &LATEST, after, size }, |own: &Own| vec![own.id.into()]).await
}

/// The bills a deputy is asked to sign and has not answered, while that can be done.
pub async fn to_sign(ask: &mut impl Ask, person: PersonId) -> Result<Vec<ToSign>, Fault> {
    let sql = Sql::new(
        "select b.id, b.title, (select p.name from v_person p where p.id = b.lead), c.invited \
         from bill_signer c join bill b on b.id = c.bill \
         where c.answer = 'asked' and b.stage in ('draft', 'returned') and c.person = {} order by c.invited, b.id",
    );
    ask.all(sql.bind(person)).await
}

/// The bills of which a deputy has not said whether they may be treated as suggestions, while that can be said.
pub async fn to_answer(ask: &mut impl Ask, person: PersonId, today: Day) -> Result<Vec<ToAnswer>, Fault> {
    let sql = Sql::new(
        "select b.id, b.number, b.title, b.consult_until from v_bill_silent c join bill b on b.id = c.bill \
         where b.stage in ('numbered', 'reviewed') and c.person = {} and b.consult_until >= {} order by b.consult_until, b.id",
    );
    ask.all(sql.bind(person).bind(today)).await
}
