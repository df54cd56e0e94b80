//! A suggestion and its letters, as disclosure reads them.

use disclosure_rules::{AssignmentId, SessionId, SuggestionId};
use kernel::{BodyId, Day, Moment, PersonId};
use kit::{
    Fault,
    db::{Ask, Sql},
    row,
};

row! {
    /// A numbered suggestion.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub struct MatterRow {
        /// The suggestion.
        pub suggestion: SuggestionId,
        /// The congress.
        pub congress: BodyId,
        /// The session.
        pub session: SessionId,
        /// 领衔代表.
        pub lead: PersonId,
        /// The title as it was written.
        pub title: String,
        /// The text as it was written.
        pub body: String,
        /// The code of its category.
        pub category: String,
        /// 第12号.
        pub number: String,
        /// The word of its stage.
        pub stage: String,
        /// When it was handed in.
        pub filed: Moment,
        /// When it was closed.
        pub closed: Option<Moment>,
        /// 是否同意公开.
        pub publish: Option<bool>,
        /// Why not, in the deputy's words.
        pub not_public_because: String,
        /// 是否要求保密身份.
        pub keep_identity: bool,
    }
}

row! {
    /// The last letter a unit delivered.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub struct LetterRow {
        /// The unit's part.
        pub assignment: AssignmentId,
        /// The round.
        pub round: u32,
        /// The unit.
        pub unit: BodyId,
        /// Its name.
        pub unit_name: Option<String>,
        /// The word of its part.
        pub role: String,
        /// 岳县教体字〔2025〕12号.
        pub number: String,
        /// As it was written.
        pub body: String,
        /// Whether the unit lets the public read it.
        pub publish: bool,
        /// When it was delivered.
        pub delivered: Moment,
        /// The code of its class.
        pub class: String,
    }
}

/// A numbered suggestion; nothing when there is none.
pub async fn matter(ask: &mut impl Ask, id: SuggestionId) -> Result<Option<MatterRow>, Fault> {
    let sql = "select suggestion, congress, session, lead, title, body, category, number, stage, filed, closed, publish, \
               not_public_because, keep_identity from v_disclosable where suggestion = {}";
    ask.one(Sql::new(sql).bind(id)).await
}

/// The last letter of each unit that answers for itself, in the order of the parts; what it says point by point stands after
/// its text, one paragraph a point.
pub async fn letters(ask: &mut impl Ask, id: SuggestionId) -> Result<Vec<LetterRow>, Fault> {
    let sql = "select l.assignment, l.round, l.unit, (select b.name from v_body b where b.id = l.unit), l.role, \
               coalesce(l.number, ''), coalesce(l.body, ''), coalesce(l.publish, 0), l.delivered, coalesce(l.class, '') \
               from v_letter l where l.suggestion = {}";
    let last = " and l.round = (select max(o.round) from v_letter o where o.assignment = l.assignment) \
                order by l.ordinal, l.assignment";
    let mut letters: Vec<LetterRow> = ask.all(Sql::new(sql).bind(id).add(last)).await?;
    for point in points(ask, id).await? {
        let of = |letter: &&mut LetterRow| (letter.assignment, letter.round) == (point.assignment, point.round);
        if let Some(letter) = letters.iter_mut().find(of) {
            letter.body.push_str(&point.said());
        }
    }
    Ok(letters)
}

row! {
    /// What a letter says to one request of the suggestion.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub struct PointRow {
        /// The unit's part.
        pub assignment: AssignmentId,
        /// The round.
        pub round: u32,
        /// Which of them, from nought.
        pub ordinal: i64,
        /// The request, as the unit read it.
        pub request: String,
        /// What is done.
        pub measure: Option<String>,
        /// Who sees to it.
        pub owner: Option<String>,
        /// By when.
        pub due: Option<Day>,
        /// With what money.
        pub money: Option<String>,
        /// Or why it is not done.
        pub reason: Option<String>,
    }
}

impl PointRow {
    /// As a paragraph of the letter.
    fn said(&self) -> String {
        let Self { ordinal, request, measure, owner, due, money, reason, .. } = self;
        let due = due.map(|due| due.to_string());
        let said = [measure, owner, &due, money, reason].map(Option::as_deref);
        let said: Vec<&str> = said.into_iter().flatten().filter(|words| !words.is_empty()).collect();
        format!("\n\n{}. {request}\n{}", ordinal + 1, said.join(" · "))
    }
}

/// What the letters say point by point, in their order.
pub async fn points(ask: &mut impl Ask, id: SuggestionId) -> Result<Vec<PointRow>, Fault> {
    let sql = "select assignment, round, ordinal, request, measure, owner, due, money, reason from v_letter_point \
               where suggestion = {} order by assignment, round, ordinal";
    ask.all(Sql::new(sql).bind(id)).await
}

/// The names of all who signed it, for texts in which they must not stand.
pub async fn signer_names(ask: &mut impl Ask, matter: &MatterRow) -> Result<Vec<String>, Fault> {
    let sql = Sql::new("select name from v_person where id = {} or id in (select person from v_cosigner")
        .bind(matter.lead)
        .add(" where suggestion = {} and answer = 'confirmed') order by name")
        .bind(matter.suggestion);
    Ok(ask.all::<(String,)>(sql).await?.into_iter().map(|(name,)| name).collect())
}
