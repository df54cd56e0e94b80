//! 议案处理意见报告: what the presidium is told of a session's bills (suggestions.md §14).

use bills_rules::{BillId, Disposal, SessionId};
use kit::{
    Fault,
    db::{Ask, Sql},
    row,
};

row!(
    /// One bill of the report.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub struct Reported {
        /// The bill.
        pub id: BillId,
        /// Its number as written, once it has one.
        pub number: Option<String>,
        /// 案由.
        pub title: String,
        /// 领衔代表.
        pub lead: Option<String>,
        /// The organ that put it.
        pub organ: Option<String>,
        /// Deputies who have signed beside the lead one.
        pub seconds: i64,
        /// Whether it came after the deadline.
        pub late: bool,
        /// The word of its stage.
        pub stage: String,
        /// The committee that gave its opinion.
        pub review_by: Option<String>,
        /// What it proposes, by its word.
        pub proposal: Option<String>,
        /// To whom it would go.
        pub proposed_to: Option<String>,
        /// Why.
        pub reason: Option<String>,
        /// What the presidium decided, by its word.
        pub decision: Option<String>,
        /// To whom it goes.
        pub refer_to: Option<String>,
        /// The presidium's own reason.
        pub decide_reason: Option<String>,
        /// How many of those who signed were asked whether it may become a suggestion; nought where nobody was.
        pub asked: i64,
        /// How many of them agree.
        pub agrees: i64,
        /// How many of them do not.
        pub objects: i64,
    }
);

impl Reported {
    /// How many of those who signed say what, for the sentence that tells it; nothing where they were not asked.
    #[must_use]
    pub fn voices(&self) -> Option<[(&'static str, String); 3]> {
        let silent = self.asked - self.agrees - self.objects;
        let told = [("agrees", self.agrees), ("objects", self.objects), ("silent", silent)];
        (self.asked > 0).then(|| told.map(|(word, count)| (word, count.to_string())))
    }
}

/// The report of one session.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Report {
    /// Its bills: by number, then those without one. Those withdrawn before they had a number are left out.
    pub bills: Vec<Reported>,
    /// How many deputies together have put.
    pub by_deputies: usize,
    /// How many organs have put.
    pub by_organs: usize,
    /// How many came late.
    pub late: usize,
    /// How many each disposal has, by its word: decided, or else proposed.
    pub disposals: Vec<(&'static str, usize)>,
    /// How many wait for an opinion.
    pub waiting: usize,
    /// How many were withdrawn.
    pub withdrawn: usize,
}

const LINES: &str = "select b.id, b.number, b.title, (select p.name from v_person p where p.id = b.lead), b.organ_name, \
     (select count(*) from bill_signer s where s.bill = b.id and s.answer = 'confirmed'), b.late, b.stage, \
     b.review_by, b.review, b.review_to, (select r.words from bill_remark r where r.id = b.review_reason), \
     b.disposal, b.refer_to, (select r.words from bill_remark r where r.id = b.decide_reason), \
     (select count(*) from bill_consult c where c.bill = b.id), \
     (select count(*) from bill_consult c where c.bill = b.id and c.answer = 'agrees'), \
     (select count(*) from bill_consult c where c.bill = b.id and c.answer = 'objects') \
     from bill b where b.filed is not null and (b.stage <> 'withdrawn' or b.n is not null) and b.session = {} \
     order by case when b.n is null then 1 else 0 end, b.n, b.filed, b.id";

/// The report of one session, whole: a session has hundreds of bills at most.
pub async fn report(ask: &mut impl Ask, session: SessionId) -> Result<Report, Fault> {
    let bills: Vec<Reported> = ask.all(Sql::new(LINES).bind(session)).await?;
    let count = |wanted: &dyn Fn(&Reported) -> bool| bills.iter().filter(|bill| wanted(bill)).count();
    let withdrawn = |bill: &Reported| bill.stage == "withdrawn";
    let word = |bill: &Reported| bill.decision.clone().or_else(|| bill.proposal.clone());
    let disposals = Disposal::WORDS.map(|disposal| {
        (disposal, count(&|bill: &Reported| !withdrawn(bill) && word(bill).as_deref() == Some(disposal)))
    });
    Ok(Report {
        by_deputies: count(&|bill| bill.organ.is_none()),
        by_organs: count(&|bill| bill.organ.is_some()),
        late: count(&|bill| bill.late),
        disposals: disposals.to_vec(),
        waiting: count(&|bill| !withdrawn(bill) && word(bill).is_none()),
        withdrawn: count(&withdrawn),
        bills,
    })
}
