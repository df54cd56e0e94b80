//! What is kept of a vote, in tables, files and logs, and what nobody can learn from it: C4 to C6.

use std::{
    collections::BTreeSet,
    io,
    path::Path,
    sync::{Mutex, OnceLock},
};

use kit::{Site, db::Sql, testing::on_sqlite};

use super::{Hall, phone::Phone, roomy, text};

/// Everything that is logged by this program of tests, whichever test it is and on whatever thread.
#[derive(Clone, Copy)]
struct Log;

static LOGGED: Mutex<Vec<u8>> = Mutex::new(Vec::new());

impl io::Write for Log {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        LOGGED.lock().unwrap().extend_from_slice(bytes);
        Ok(bytes.len())
    }
    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// Logs are kept from now on, whatever their level.
fn listen() {
    static ONCE: OnceLock<()> = OnceLock::new();
    ONCE.get_or_init(|| {
        let all = tracing_subscriber::fmt().with_ansi(false).with_max_level(tracing::Level::TRACE);
        tracing::subscriber::set_global_default(all.with_writer(|| Log).finish()).unwrap();
    });
    tracing::info!("these tests listen");
}

fn logged() -> String {
    let all = String::from_utf8_lossy(&LOGGED.lock().unwrap()).into_owned();
    assert!(all.contains("these tests listen"));
    all
}

/// Every file under a folder with its bytes, the database and what it has not yet folded in among them.
fn files(folder: &Path, into: &mut Vec<(String, Vec<u8>)>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            files(&path, into);
        } else {
            into.push((path.display().to_string(), std::fs::read(&path).unwrap()));
        }
    }
}

fn holds(bytes: &[u8], text: &str) -> bool {
    bytes.windows(text.len()).any(|part| part == text.as_bytes())
}

/// Every row of every table as text, in the order in which it lies there.
async fn dump(site: &Site) -> Vec<String> {
    let fixed = |text: String| -> &'static str { Box::leak(text.into_boxed_str()) };
    let tables: Vec<(String,)> =
        site.db().all("select name from sqlite_master where type = 'table' order by name").await.unwrap();
    let mut rows = Vec::new();
    for (table,) in tables {
        let sql = Sql::new("select name from pragma_table_info({})").bind(&table);
        let columns: Vec<(String,)> = site.db().all(sql).await.unwrap();
        let quoted: Vec<String> = columns.iter().map(|(name,)| format!("quote(\"{name}\")")).collect();
        let sql = fixed(format!("select {} from \"{table}\"", quoted.join(" || ',' || ")));
        let all: Vec<(String,)> = site.db().all(sql).await.unwrap();
        rows.extend(all.into_iter().map(|(row,)| format!("{table}: {row}")));
    }
    rows
}

/// The same with every random value replaced by what kind of value it is.
fn classes(row: &str) -> String {
    let random = |letter: char| letter.is_ascii_alphanumeric() || "+/=-".contains(letter);
    let mut out = String::new();
    let mut run = String::new();
    for letter in row.chars().chain([' ']) {
        if random(letter) {
            run.push(letter);
            continue;
        }
        out.push_str(if run.len() > 20 { "*" } else { &run });
        run.clear();
        out.push(letter);
    }
    out
}

async fn voted(site: &Site, votes: [usize; 7]) -> Hall<'_> {
    let mut hall = Hall::of(site, 7, 7).await;
    let told = hall.open().await;
    for (n, vote) in votes.into_iter().enumerate() {
        assert_eq!(hall.cast(n, &told, &[vote, vote]).await.status.as_u16(), 200);
    }
    assert_eq!(text(&hall.close(text(&told, "vote")).await, "stage"), "done");
    hall
}

/// What is told of a phone without a name: whoever had one of these beside its number would know whose ballot it is.
fn unnamed(phone: &Phone) -> [String; 4] {
    [phone.credential(), phone.token.clone(), phone.tracker.clone(), phone.ballot.clone()]
}

/// C4: two deputies exchange their votes, and nothing that is kept in tables differs but random values.
#[test]
fn who_chose_what_cannot_be_told_from_anything_kept() {
    roomy(|| {
        let runs = Mutex::new(Vec::new());
        for votes in [[0, 1, 2, 0, 0, 1, 0], [1, 0, 2, 0, 0, 1, 0]] {
            on_sqlite(async |site| {
                voted(&site, votes).await;
                // Totals and proofs are told in ciphertexts of their own; identities made of chance are replaced.
                let mut rows: Vec<String> = dump(&site).await.iter().map(|row| classes(row)).collect();
                rows.dedup();
                runs.lock().unwrap().push(rows);
            });
        }
        let runs = runs.into_inner().unwrap();
        assert!(runs[0].len() > 100);
        for (one, other) in runs[0].iter().zip(&runs[1]) {
            assert_eq!(one, other);
        }
        assert_eq!(runs[0].len(), runs[1].len());
    });
}

/// C5: no table has a person's column and a ballot's. C6: before the freeze no credential is kept anywhere.
#[test]
fn no_table_knows_a_number_and_a_credential() {
    roomy(|| {
        on_sqlite(async |site| {
            let tables: Vec<(String, String)> = site
            .db()
            .all("select m.name, c.name from sqlite_master m, pragma_table_info(m.name) c where m.type = 'table' and m.name like 'ballot_%'")
            .await
            .unwrap();
            let with = |wanted: &[&str]| -> BTreeSet<String> {
                tables
                    .iter()
                    .filter(|(_, column)| wanted.contains(&column.as_str()))
                    .map(|(table, _)| table.clone())
                    .collect()
            };
            let named = with(&["n", "number", "account", "person", "device", "at"]);
            let unnamed = with(&["credential", "credentials", "tracker", "tokens"]);
            assert!(!named.is_empty() && unnamed.len() == 2 && named.is_disjoint(&unnamed), "{named:?} {unnamed:?}");
            let mut hall = Hall::of(&site, 7, 7).await;
            hall.keys().await;
            let told = hall.roll().await;
            for n in 0..7 {
                hall.collect(n, &told).await;
                hall.register(n, text(&told, "vote")).await;
            }
            let rows = dump(&site).await.join("\n");
            let mut lying = Vec::new();
            files(Path::new(&site.config().data), &mut lying);
            assert!(lying.iter().any(|(_, bytes)| holds(bytes, &hall.phones[0].key())), "the database is among them");
            for phone in &hall.phones {
                for (file, bytes) in &lying {
                    let known = holds(bytes, &phone.credential()) || holds(bytes, &phone.token);
                    assert!(!known, "no byte of {file} knows a credential before the freeze");
                }
            }
            for phone in &hall.phones {
                assert!(rows.contains(&phone.key()), "the roll knows the device");
                assert!(!rows.contains(&phone.credential()) && !rows.contains(&phone.token), "and no credential");
            }
            let told = hall.freeze().await;
            let frozen = hall.unnamed(text(&told, "vote"), "/credentials", None).await.json();
            let listed: Vec<String> = serde_json::from_value(frozen).unwrap();
            assert!(listed.is_sorted() && listed.len() == 7);
        });
    });
}

/// C4 and C5 beyond tables: no log tells a credential, a token, a tracker or a ballot, and no file but the database holds one.
#[test]
fn logs_and_files_know_no_ballot() {
    roomy(|| {
        on_sqlite(async |site| {
            listen();
            let hall = voted(&site, [0, 1, 2, 0, 0, 1, 0]).await;
            let told = logged();
            let mut lying = Vec::new();
            files(Path::new(&site.config().data), &mut lying);
            lying.retain(|(file, _)| !file.contains("sqlite"));
            for phone in &hall.phones {
                for secret in unnamed(phone) {
                    assert!(!secret.is_empty() && !told.contains(&secret), "a log tells {secret}");
                    let known = lying.iter().find(|(_, bytes)| holds(bytes, &secret));
                    assert!(known.is_none(), "{secret} lies in {:?}", known.map(|(file, _)| file));
                }
                assert!(!told.contains(&phone.key()) && !told.contains(&phone.key_hash()), "nor whose device it is");
            }
        });
    });
}
