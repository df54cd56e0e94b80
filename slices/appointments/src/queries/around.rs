//! What stands around one proposal.

use appointments_rules::AppointmentId;
use kernel::{Day, Moment};
use kit::{
    Fault,
    blobs::{self, Blob, BlobId},
    db::{Ask, Sql},
    row,
};
use roster_views::body_name;

use crate::store::Kept;

row! {
    /// A document.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub struct DocumentLine {
        /// Its number with the proposal.
        pub n: i64,
        /// The word of its kind.
        pub document: String,
        /// Its title.
        pub title: String,
        /// 文号.
        pub mark: Option<String>,
        /// Its day.
        pub day: Option<Day>,
        /// The number of the version that took its place.
        pub replaced: Option<i64>,
        /// The name of its file, where there is one.
        pub file: Option<String>,
        /// The size of the file in bytes.
        pub size: Option<i64>,
    }
}

row! {
    /// A sitting of the examination.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub struct ExamLine {
        /// When.
        pub day: Day,
        /// Out of 100.
        pub score: u32,
    }
}

row! {
    /// What was said before the vote.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub struct SpeechLine {
        /// The word of its kind.
        pub speech: String,
        /// Who spoke.
        pub who: String,
        /// The gist.
        pub words: String,
        /// When it was written down.
        pub at: Moment,
    }
}

/// What is known of the file of a document, of any version; nothing where there is none.
pub async fn file(ask: &mut impl Ask, id: AppointmentId, n: i64) -> Result<Option<Blob>, Fault> {
    let sql = Sql::new("select blob from appointment_document where blob is not null and appointment = {} and n = {}");
    match ask.one::<(BlobId,)>(sql.bind(id).bind(n)).await? {
        Some((blob,)) => blobs::load(ask, blob).await,
        None => Ok(None),
    }
}

/// What stands around one proposal.
#[derive(Clone, Debug)]
pub struct Around {
    /// The congress.
    pub congress: String,
    /// The office.
    pub office: String,
    /// The person.
    pub person: String,
    /// 现任职务.
    pub post: String,
    /// Documents.
    pub documents: Vec<DocumentLine>,
    /// Sittings of the examination.
    pub exams: Vec<ExamLine>,
    /// Statements, questions, answers.
    pub speeches: Vec<SpeechLine>,
    /// Other proposals of the person for the office, with their stage and the day of the vote.
    pub others: Vec<(AppointmentId, String, Option<Day>)>,
}

/// Reads what stands around one proposal.
pub async fn around(ask: &mut impl Ask, kept: &Kept) -> Result<Around, Fault> {
    let it = &kept.it;
    let sql =
        Sql::new("select s.name, e.name, e.post from appointment_seat s, appointee e where s.id = {} and e.id = {}");
    let names: Option<(String, String, String)> = ask.one(sql.bind(it.matter.seat).bind(it.matter.person)).await?;
    let (office, person, post) = names.unwrap_or_default();
    let sql = Sql::new("select d.n, d.document, d.title, d.mark, d.day, d.replaced, b.name, b.size")
        .add(" from appointment_document d left join blob b on b.id = d.blob where d.appointment = {} order by d.n");
    let documents = ask.all(sql.bind(it.id)).await?;
    let sql = Sql::new("select day, score from appointment_exam where person = {} order by day");
    let exams = ask.all(sql.bind(it.matter.person)).await?;
    let sql = Sql::new("select speech, who, words, at from appointment_speech where appointment = {} order by n");
    let speeches = ask.all(sql.bind(it.id)).await?;
    let sql =
        Sql::new("select id, stage, decided from appointment where stage <> 'drafted' and seat = {} and person = {}")
            .bind(it.matter.seat)
            .bind(it.matter.person);
    let others = ask.all(sql.add(" and id <> {} order by made, id").bind(it.id)).await?;
    let congress = body_name(ask, it.congress).await?;
    Ok(Around { congress, office, person, post, documents, exams, speeches, others })
}
