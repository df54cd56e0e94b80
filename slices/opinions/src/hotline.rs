//! 12345 工单表: what 12345 hands over and answers, as a table that comes in by two steps; and what lies there, as a table that goes out.

use kernel::BodyId;
use kit::{
    Fault, Problem,
    db::{Ask, Tx},
    sheets::{Cells, Column, Said, SheetSpec, Taking},
};

use crate::desk::hotline::{Deed, Desk, Known, TicketLine, judge};

/// The columns of the table, in its order; the table that goes out begins with the same two.
pub const COLUMNS: &[Column] = &[
    Column::new("ticket", "12345工单号", "Ticket at 12345")
        .required()
        .also(&["工单号", "工单编号"])
        .example("430725-202611230001"),
    Column::new("number", "本系统编号", "Our number").also(&["编号"]).hint("opinions-sheet-hint-number"),
    Column::new("area", "地方", "Place").hint("opinions-sheet-hint-area"),
    Column::new("topic", "类别", "About").hint("opinions-sheet-hint-topic"),
    Column::new("body", "反映的内容", "What is said"),
    Column::new("answer", "办理结果", "What came of it").hint("opinions-sheet-hint-answer"),
    Column::new("name", "姓名", "Name"),
    Column::new("phone", "电话", "Telephone").digits(),
];

/// The table of one congress.
#[derive(Clone)]
pub struct HotlineSheet {
    desk: Desk,
    topics: Vec<(String, &'static str)>,
}

impl HotlineSheet {
    /// The table of a desk; `topics` are the words people know them by.
    #[must_use]
    pub fn new(desk: Desk, topics: Vec<(String, &'static str)>) -> Self {
        Self { desk, topics }
    }

    fn line(&self, cells: &Cells<'_>) -> TicketLine {
        let text = |key: &str| cells.get(key).to_owned();
        let topic = text("topic");
        let word = self.topics.iter().find(|(name, _)| *name == topic).map(|(_, word)| (*word).to_owned());
        TicketLine {
            ticket: text("ticket"),
            number: text("number"),
            area: text("area"),
            topic: word.unwrap_or(topic),
            body: text("body"),
            answer: text("answer"),
            name: text("name"),
            phone: text("phone"),
        }
    }
}

impl SheetSpec for HotlineSheet {
    type Row = Deed;
    type Known = Known;

    fn kind(&self) -> &'static str {
        "hotline"
    }

    fn columns(&self) -> &'static [Column] {
        COLUMNS
    }

    async fn known<A: Ask>(&self, ask: &mut A, _: Option<BodyId>) -> Result<Known, Fault> {
        Known::load(ask, self.desk.congress).await
    }

    fn check(&self, known: &mut Known, cells: &Cells<'_>, said: &mut Said) -> Option<Deed> {
        match judge(known, &self.line(cells)) {
            Ok(deed) => {
                if deed == Deed::Known {
                    said.warn("ticket", "opinions-sheet-known");
                }
                Some(deed)
            }
            Err((column, key)) => {
                said.error(column, key);
                None
            }
        }
    }

    async fn keep(&self, tx: &mut Tx, _: &mut Known, rows: Vec<Deed>, _: &Taking) -> Result<(), Fault> {
        for deed in rows {
            self.desk.perform(tx, deed).await.map_err(broken)?;
        }
        Ok(())
    }

    async fn finish(&self, _: &mut Tx, _: Known, _: &Taking) -> Result<(), Fault> {
        self.desk.site.wrote();
        Ok(())
    }
}

fn broken(problem: Problem) -> Fault {
    match problem {
        Problem::Fault(fault) => fault,
        other => Fault::new(format_args!("a ticket of 12345 was not taken: {other:?}")),
    }
}
