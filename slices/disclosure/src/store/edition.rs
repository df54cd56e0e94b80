//! What the public reads, as it was made.

use disclosure_rules::{AssignmentId, DisclosureId, Extent, Part, Passage, PassageKind};
use kernel::{BodyId, Moment, Text};
use kit::{
    Fault, columns,
    db::{Ask, At, Sql, Tx, Val},
    row,
};
use uuid::Uuid;

columns!(
    /// The row of an edition, but for its key.
    EditionRow {
        at: Moment,
        extent: String,
        title: String,
        body: String,
        number: String,
        category_name: String,
        named: bool,
        secret: bool,
        delegation: Option<Uuid>,
        closed: Option<Moment>,
        words_hidden: u32,
        why: Option<Text<500>>,
    }
);

/// One edition.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct EditionKept {
    /// When it was made.
    pub at: Moment,
    /// How much is read.
    pub extent: Extent,
    /// The title, with passages hidden.
    pub title: String,
    /// The suggestion with passages hidden, or the summary.
    pub body: String,
    /// 第12号.
    pub number: String,
    /// The category's name that day.
    pub category_name: String,
    /// Whether the deputy is named.
    pub named: bool,
    /// Whether the deputy asked that the identity be kept.
    pub secret: bool,
    /// The deputy's delegation, where the deputy is named.
    pub delegation: Option<Uuid>,
    /// When the matter was closed.
    pub closed: Option<Moment>,
    /// How many passages are hidden.
    pub words_hidden: u32,
    /// Why there is a new one.
    pub why: Option<Text<500>>,
    /// The letters, in the order of the parts.
    pub replies: Vec<ReplyKept>,
}

columns!(
    /// A letter in an edition.
    ReplyKept {
        assignment: AssignmentId,
        round: u32,
        unit: BodyId,
        role: String,
        number: String,
        class: String,
        class_name: String,
        delivered: Moment,
        kept: bool,
        body: String,
        score: Option<String>,
    }
);

/// What was decided of a passage.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct PassageKept {
    /// In which text.
    pub part: Part,
    /// Where.
    pub passage: Passage,
    /// Whether it is hidden.
    pub hidden: bool,
}

/// Reads an edition.
pub(crate) async fn read_edition(
    ask: &mut impl Ask,
    id: DisclosureId,
    edition: u32,
) -> Result<Option<EditionKept>, Fault> {
    let of = |sql: Sql| sql.add(" where disclosure = {} and edition = {}").bind(id).bind(edition);
    let sql = of(Sql::new("select ").add(EditionRow::LIST).add(" from disclosure_edition"));
    let Some(row) = ask.one::<EditionRow>(sql).await? else { return Ok(None) };
    let replies = of(Sql::new("select ").add(ReplyKept::LIST).add(" from disclosure_reply"));
    let replies = ask.all(replies.add(" order by ordinal")).await?;
    let extent = At { table: "disclosure_edition", id: &id }.word("extent", &row.extent, Extent::read)?;
    let EditionRow {
        at, title, body, number, category_name, named, secret, delegation, closed, words_hidden, why, ..
    } = row;
    Ok(Some(EditionKept {
        at,
        extent,
        title,
        body,
        number,
        category_name,
        named,
        secret,
        delegation,
        closed,
        words_hidden,
        why,
        replies,
    }))
}

/// Writes an edition with its letters and what was decided of each passage. Nothing ever changes one.
pub(crate) async fn write_edition(
    tx: &mut Tx,
    id: DisclosureId,
    number: u32,
    edition: EditionKept,
    passages: &[PassageKept],
) -> Result<(), Fault> {
    let key = || vec![Val::from(id), Val::from(number)];
    let EditionKept {
        at,
        extent,
        title,
        body,
        category_name,
        named,
        secret,
        delegation,
        closed,
        words_hidden,
        why,
        ..
    } = edition;
    let extent = extent.word().to_owned();
    let row = EditionRow {
        at,
        extent,
        title,
        body,
        number: edition.number,
        category_name,
        named,
        secret,
        delegation,
        closed,
        words_hidden,
        why,
    };
    let sql = Sql::new("insert into disclosure_edition (disclosure, edition, ").add(EditionRow::LIST);
    tx.run(sql.add(") values ").list(key().into_iter().chain(row.vals()))).await?;
    for (ordinal, reply) in (0i64..).zip(edition.replies) {
        let sql = Sql::new("insert into disclosure_reply (disclosure, edition, ordinal, ").add(ReplyKept::LIST);
        let vals = key().into_iter().chain([ordinal.into()]).chain(reply.vals());
        tx.run(sql.add(") values ").list(vals)).await?;
    }
    for PassageKept { part, passage, hidden } in passages {
        let sql = "insert into disclosure_passage (disclosure, edition, part, start, past, kind, hidden) values ";
        let place = |place: usize| i64::try_from(place).unwrap_or(i64::MAX);
        let vals: [Val; 5] = [
            part.to_string().into(),
            place(passage.from).into(),
            place(passage.to).into(),
            passage.kind.word().into(),
            (*hidden).into(),
        ];
        tx.run(Sql::new(sql).list(key().into_iter().chain(vals))).await?;
    }
    Ok(())
}

row! {
    /// How many passages of a kind are hidden.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub struct HiddenKind {
        /// The word of the kind.
        pub kind: String,
        /// How many.
        pub count: i64,
    }
}

/// How many passages of which kind an edition hides.
pub(crate) async fn hidden(ask: &mut impl Ask, id: DisclosureId, edition: u32) -> Result<Vec<HiddenKind>, Fault> {
    let sql = "select kind, count(*) from disclosure_passage where hidden = 1 and disclosure = {} and edition = {}";
    let mut found: Vec<HiddenKind> =
        ask.all(Sql::new(sql).bind(id).bind(edition).add(" group by kind order by kind")).await?;
    found.sort_by_key(|one| PassageKind::ALL.iter().position(|kind| kind.word() == one.kind));
    Ok(found)
}
