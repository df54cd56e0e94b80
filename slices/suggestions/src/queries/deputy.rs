//! What a deputy finds at hand: the own suggestions, invitations to second, replies to judge.

use kernel::{Day, Moment, PersonId};
use kit::{
    Fault,
    db::{Ask, Sql},
    list::{self, Key, Kind, List, Order, Page, Position},
    row,
};
use suggestions_rules::{AssignmentId, SuggestionId};

row!(
    /// A suggestion the deputy leads or has seconded.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub struct Own {
        /// The suggestion.
        pub id: SuggestionId,
        /// Its number as written, once it has one.
        pub number: Option<String>,
        /// 标题, as typed so far.
        pub title: String,
        /// The word of its stage.
        pub stage: String,
        /// When it was begun.
        pub begun: Moment,
        /// When it was handed in.
        pub filed: Option<Moment>,
        /// How it ended, once it did.
        pub outcome: Option<String>,
        /// Somebody typed it, and the deputy has not confirmed it.
        pub to_confirm: bool,
    }
);

row!(
    /// An invitation to second.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub struct Invitation {
        /// The suggestion.
        pub id: SuggestionId,
        /// 标题.
        pub title: String,
        /// 领衔代表.
        pub lead: Option<String>,
        /// When asked.
        pub invited: Moment,
        /// The last day of the period.
        pub until: Option<Day>,
    }
);

row!(
    /// A reply that waits for the deputy's word.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub struct ToJudge {
        /// The suggestion.
        pub id: SuggestionId,
        /// The assignment whose reply it is.
        pub assignment: AssignmentId,
        /// The suggestion's number.
        pub number: Option<String>,
        /// 标题.
        pub title: String,
        /// The unit that replied.
        pub unit: Option<String>,
        /// Which round.
        pub round: u16,
        /// The last day to judge in time.
        pub judge_by: Option<Day>,
    }
);

const OWN: &str = "select s.id, s.number, s.title, s.stage, s.begun, s.filed, s.outcome, \
     case when s.entered_by is not null and s.entry_confirmed is null then 1 else 0 end from suggestion s";

/// The newest begun first.
pub const LATEST: Order = Order { name: "latest", keys: &[Key::down("s.id", Kind::Id)] };

const LED: &str = " where s.lead = {}";
const SECONDED: &str = " join cosigner c on c.suggestion = s.id where c.answer = 'confirmed' and c.person = {}";

/// The suggestions a deputy leads, newest first, drafts too.
pub async fn own(ask: &mut impl Ask, person: PersonId, after: Option<Position>, size: u16) -> Result<Page<Own>, Fault> {
    latest(ask, LED, person, after, size).await
}

/// The suggestions a deputy has seconded, newest first.
pub async fn seconded(
    ask: &mut impl Ask,
    person: PersonId,
    after: Option<Position>,
    size: u16,
) -> Result<Page<Own>, Fault> {
    latest(ask, SECONDED, person, after, size).await
}

async fn latest(
    ask: &mut impl Ask,
    whose: &'static str,
    person: PersonId,
    after: Option<Position>,
    size: u16,
) -> Result<Page<Own>, Fault> {
    let select = Sql::new(OWN).add(whose).bind(person);
    let count = Sql::new("select count(*) from suggestion s").add(whose).bind(person);
    list::page(ask, List { select, count, order: &LATEST, after, size }, |own: &Own| vec![own.id.into()]).await
}

/// The invitations a deputy has not answered, while they can be.
pub async fn invitations(ask: &mut impl Ask, person: PersonId) -> Result<Vec<Invitation>, Fault> {
    let sql = Sql::new(
        "select s.id, s.title, (select p.name from v_person p where p.id = s.lead), c.invited, s.cosign_until \
         from cosigner c join suggestion s on s.id = c.suggestion \
         where c.answer = 'asked' and s.stage in ('cosigning', 'returned') and c.person = {} order by c.invited, s.id",
    );
    ask.all(sql.bind(person)).await
}

/// The replies that wait for a deputy's word, the nearest day first.
pub async fn to_judge(ask: &mut impl Ask, person: PersonId) -> Result<Vec<ToJudge>, Fault> {
    let sql = Sql::new(
        "select s.id, d.assignment, s.number, s.title, \
         (select b.name from assignment a join v_body b on b.id = a.unit where a.id = d.assignment), d.round, r.judge_by \
         from delivery d join suggestion s on s.id = d.suggestion \
         join reply r on r.assignment = d.assignment and r.round = d.round \
         where d.signer = {} and s.stage = 'handling' \
         and not exists (select 1 from judgement j where j.assignment = d.assignment and j.round = d.round and j.signer = d.signer) \
         and not exists (select 1 from reply n where n.assignment = d.assignment and n.round > d.round) \
         order by r.judge_by, s.id, d.assignment",
    );
    ask.all(sql.bind(person)).await
}
