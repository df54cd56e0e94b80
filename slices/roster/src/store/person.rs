//! People and their sealed contact data.

use kernel::{BodyId, Day, PersonId};
use kit::{
    Fault,
    db::{Ask, Sql, Tx, Val},
    row,
};
use roster_rules::read_name;

row! {
    /// A person: public facts only.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub struct Person {
        /// Its identity.
        pub id: PersonId,
        /// The name.
        pub name: String,
        /// How it sounds.
        pub pinyin: String,
        /// `female` or `male`.
        pub gender: Option<String>,
        /// 民族.
        pub ethnicity: Option<String>,
        /// 党派.
        pub party: Option<String>,
        /// 学历.
        pub education: Option<String>,
        /// 工作单位及职务.
        pub occupation: Option<String>,
        /// The entry this one was merged into.
        pub merged_into: Option<PersonId>,
        /// The congress whose office entered the person.
        pub kept_by: Option<BodyId>,
        /// For writers who meet on the row.
        pub version: i64,
    }
}

row! {
    /// What is sealed: shown masked, opened with a recorded reason.
    #[derive(Clone, PartialEq, Eq, Default)]
    pub struct Contact {
        /// Digits only.
        pub phone: Option<String>,
        /// 18 places.
        pub id_number: Option<String>,
        /// The day of birth.
        pub born: Option<Day>,
        /// Electronic mail.
        pub email: Option<String>,
        /// Where letters go.
        pub address: Option<String>,
        /// For writers who meet on the row; 0 when there is no row yet.
        pub version: i64,
    }
}

/// Never the data itself: it would end in a log.
impl std::fmt::Debug for Contact {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Contact {{ sealed, version: {} }}", self.version)
    }
}

/// The columns of a whole person, in the order in which rows are made for bulk work.
pub(crate) const COLUMNS: &[&str] = &[
    "id",
    "name",
    "pinyin",
    "initials",
    "gender",
    "ethnicity",
    "party",
    "education",
    "occupation",
    "merged_into",
    "kept_by",
    "version",
];

/// The columns of contact data, in the order in which rows are made for bulk work.
pub(crate) const CONTACT_COLUMNS: &[&str] = &["person", "phone", "id_number", "born", "email", "address", "version"];

/// One person.
pub async fn load(ask: &mut impl Ask, id: PersonId) -> Result<Option<Person>, Fault> {
    let sql = "select id, name, pinyin, gender, ethnicity, party, education, occupation, merged_into, kept_by, version
               from person where id = {}";
    ask.one(Sql::new(sql).bind(id)).await
}

/// Contact data of a person; blank when there is none.
pub async fn contact(ask: &mut impl Ask, person: PersonId) -> Result<Contact, Fault> {
    let sql = "select phone, id_number, born, email, address, version from contact where person = {}";
    Ok(ask.one(Sql::new(sql).bind(person)).await?.unwrap_or_default())
}

/// Enters a new person.
pub async fn insert(tx: &mut Tx, person: &Person) -> Result<(), Fault> {
    tx.bulk("person", COLUMNS, [values(person)]).await.map(|_| ())
}

/// Keeps a person whose row still has its version; says whether it had.
pub async fn save(tx: &mut Tx, person: &Person) -> Result<bool, Fault> {
    let reading = read_name(&person.name);
    let sql = Sql::new("update person set name = {}").bind(&person.name);
    let sql = sql.add(", pinyin = {}").bind(reading.full).add(", initials = {}").bind(reading.initials);
    let sql =
        sql.add(", gender = {}").bind(person.gender.clone()).add(", ethnicity = {}").bind(person.ethnicity.clone());
    let sql = sql.add(", party = {}").bind(person.party.clone()).add(", education = {}").bind(person.education.clone());
    let sql = sql.add(", occupation = {}").bind(person.occupation.clone());
    let sql = sql.add(", merged_into = {}").bind(person.merged_into);
    let sql = sql.add(", version = version + 1 where id = {}").bind(person.id);
    Ok(tx.run(sql.add(" and version = {}").bind(person.version)).await? == 1)
}

/// Keeps contact data whose row still has its version (0: none yet); says whether it had.
pub async fn save_contact(tx: &mut Tx, person: PersonId, contact: &Contact) -> Result<bool, Fault> {
    if contact.version == 0 {
        let sql = Sql::new("insert into contact (person, phone, id_number, born, email, address, version) values ");
        let sql = sql.list(contact_values(person, &Contact { version: 1, ..contact.clone() }));
        return Ok(tx.run(sql.add(" on conflict (person) do nothing")).await? == 1);
    }
    let sql = Sql::new("update contact set phone = {}").bind(contact.phone.clone());
    let sql = sql.add(", id_number = {}").bind(contact.id_number.clone()).add(", born = {}").bind(contact.born);
    let sql = sql.add(", email = {}").bind(contact.email.clone()).add(", address = {}").bind(contact.address.clone());
    let sql = sql.add(", version = version + 1 where person = {}").bind(person);
    Ok(tx.run(sql.add(" and version = {}").bind(contact.version)).await? == 1)
}

/// The values of [`COLUMNS`]; the reading follows from the name.
pub(crate) fn values(person: &Person) -> Vec<Val> {
    let reading = read_name(&person.name);
    vec![
        person.id.into(),
        (&person.name).into(),
        reading.full.into(),
        reading.initials.into(),
        person.gender.clone().into(),
        person.ethnicity.clone().into(),
        person.party.clone().into(),
        person.education.clone().into(),
        person.occupation.clone().into(),
        person.merged_into.into(),
        person.kept_by.into(),
        person.version.into(),
    ]
}

/// The values of [`CONTACT_COLUMNS`].
pub(crate) fn contact_values(person: PersonId, contact: &Contact) -> Vec<Val> {
    vec![
        person.into(),
        contact.phone.clone().into(),
        contact.id_number.clone().into(),
        contact.born.into(),
        contact.email.clone().into(),
        contact.address.clone().into(),
        contact.version.into(),
    ]
}
