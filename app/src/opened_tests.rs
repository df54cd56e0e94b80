//! The documents of a demonstration town as other programs open them: each kind once as DOCX in LibreOffice, once as PDF in poppler.

use std::{
    collections::{BTreeMap, BTreeSet},
    net::SocketAddr,
    path::Path,
    process::{Command, Stdio},
    sync::Arc,
};

use kit::{
    Site,
    testing::{on_sqlite, start},
};
use serde_json::Value;

use crate::{demo, routes};

/// The chief of the town's office, who reads every document of it.
struct Office {
    address: String,
    token: String,
    http: reqwest::Client,
}

impl Office {
    async fn open(site: &Site) -> Self {
        kit::outbox::install_tls();
        site.set_press(Arc::new(press::Typesetter::new(None)));
        let wanted =
            demo::Wanted { size: demo::Size::Town, suggestions: None, gathered: false, seed: Some(3), now: start() };
        let accounts = demo::fill(site, wanted, |_| {}).await.unwrap().accounts;
        let token = accounts.iter().find(|account| account.sign_in == "chief").unwrap().token.clone();
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = format!("http://{}", listener.local_addr().unwrap());
        let app = routes::all(site).into_make_service_with_connect_info::<SocketAddr>();
        tokio::spawn(async { axum::serve(listener, app).await });
        Self { address, token, http: reqwest::Client::builder().no_proxy().build().unwrap() }
    }

    async fn bytes(&self, path: &str) -> Vec<u8> {
        let answer = self.http.get(format!("{}{path}", self.address)).bearer_auth(&self.token).send().await.unwrap();
        assert!(answer.status().is_success(), "{path}: {}", answer.status());
        answer.bytes().await.unwrap().to_vec()
    }

    async fn json(&self, path: &str) -> Value {
        serde_json::from_slice(&self.bytes(path).await).unwrap()
    }
}

fn text(value: &Value, at: &str) -> String {
    value.pointer(at).and_then(Value::as_str).unwrap_or_else(|| panic!("{at} of {value}")).to_owned()
}

/// One of each kind: its kind, its address up to the ending, and what it is about.
async fn one_of_each(site: &Site, office: &Office) -> BTreeMap<String, (String, String)> {
    let mut all = BTreeMap::new();
    let filed = "select id, title from v_suggestion where stage not in ('draft', 'cosigning') order by id";
    for (id, title) in site.db().all::<(uuid::Uuid, String)>(filed).await.unwrap() {
        for line in office.json(&format!("/api/suggestions/{id}/papers")).await.as_array().unwrap() {
            let place = format!("/suggestions/{id}/papers/{}.END", text(line, "/name"));
            all.entry(text(line, "/kind")).or_insert((place, title.clone()));
        }
    }
    let one = async |sql: &'static str| site.db().one::<(uuid::Uuid, String)>(sql).await.unwrap().unwrap();
    let (bill, title) = one("select id, title from v_bill where stage = 'closed' limit 1").await;
    let (session, _) = one("select session, title from v_bill where stage = 'closed' limit 1").await;
    let (congress, _) = one("select congress, title from v_bill where stage = 'closed' limit 1").await;
    let unit = "select a.unit, b.name from v_assignment a join v_body b on b.id = a.unit \
                where a.work <> 'passed-on' and a.role = 'lead' limit 1";
    let (unit, named) = one(unit).await;
    let letters = office.json(&format!("/api/urging-letters?congress={congress}")).await;
    let keys = office.json(&format!("/api/key-suggestions?congress={congress}")).await;
    let (letter, key) = (text(&letters, "/items/0/id"), text(&keys, "/0/id"));
    let evaluations = office.json(&format!("/api/congresses/{congress}/evaluations")).await;
    let inquiries = office.json(&format!("/api/inquiries?congress={congress}")).await;
    let inquiry = inquiries.as_array().unwrap().iter().find(|one| text(one, "/stage") == "held").unwrap();
    let (evaluation, inquiry) = (text(&evaluations, "/0/id"), text(inquiry, "/id"));
    let statistics = "/supervision/statistics/report/papers/report.END";
    let ballots = format!("/supervision/evaluations/{evaluation}/papers");
    let lists = format!("/supervision/inquiries/{inquiry}/papers");
    for (kind, place, about) in [
        ("bill", format!("/bills/{bill}/papers/sheet.END"), title),
        ("report", format!("/bills/report/papers/report.END?session={session}"), "议案处理意见一览表".to_owned()),
        ("tasks", format!("/suggestions/tasks/papers/notice.END?unit={unit}&congress={congress}"), named),
        ("ledger", format!("/suggestions/promises/papers/ledger.END?body={congress}"), "承诺".to_owned()),
        ("urging", format!("/supervision/letters/{letter}/papers/letter.END"), "督办".to_owned()),
        ("key-plan", format!("/supervision/keys/{key}/papers/plan.END"), "督办".to_owned()),
        ("key-report", format!("/supervision/keys/{key}/papers/report.END"), "督办".to_owned()),
        ("annual", format!("{statistics}?congress={congress}"), "办理情况".to_owned()),
        ("ballot", format!("{ballots}/ballot.END"), "满意".to_owned()),
        ("score-sheet", format!("{ballots}/sheet.END"), "评议".to_owned()),
        ("tellers", format!("{ballots}/totals.END"), "测评".to_owned()),
        ("questions", format!("{lists}/questions.END"), "应询单位".to_owned()),
        ("rectification", format!("{lists}/items.END"), "整改措施".to_owned()),
    ] {
        all.insert(kind.to_owned(), (place, about));
    }
    all
}

/// Has LibreOffice lay out every Word file of a folder as PDF, in one call, beside it.
fn laid_out(folder: &Path, kinds: &[&String]) {
    let profile = format!("-env:UserInstallation=file://{}/profile", folder.display());
    let done = Command::new("soffice")
        .args([profile.as_str(), "--headless", "--norestore", "--convert-to", "pdf", "--outdir"])
        .arg(folder)
        .args(kinds.iter().map(|kind| folder.join(format!("{kind}.docx"))))
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status();
    let done = done.unwrap_or_else(|error| panic!("soffice is needed (Debian: libreoffice-writer-nogui): {error}"));
    assert!(done.success(), "LibreOffice cannot open them");
}

/// What poppler reads, without blanks.
fn read(pdf: &Path) -> String {
    let out = Command::new("pdftotext").arg("-layout").arg(pdf).arg("-").output();
    let out = out.unwrap_or_else(|error| panic!("pdftotext is needed (Debian: poppler-utils): {error}"));
    assert!(out.status.success(), "{} cannot be opened", pdf.display());
    String::from_utf8(out.stdout).unwrap().chars().filter(|c| !c.is_whitespace()).collect()
}

/// The Chinese characters of a text.
fn characters(text: &str) -> BTreeSet<char> {
    text.chars().filter(|c| ('\u{4e00}'..='\u{9fff}').contains(c)).collect()
}

#[test]
fn every_kind_of_document_opens_in_libreoffice_and_poppler_and_says_the_same_in_both() {
    on_sqlite(async |site| {
        let office = Office::open(&site).await;
        let all = one_of_each(&site, &office).await;
        assert_eq!(all.len(), 25, "twelve of a suggestion, thirteen of more than one: {:?}", all.keys());
        let folder = tempfile::tempdir().unwrap();
        let at = |kind: &str, end: &str| folder.path().join(format!("{kind}{end}"));
        for (kind, (place, _)) in &all {
            for (end, file) in [("docx", ".docx"), ("pdf", "-own.pdf")] {
                std::fs::write(at(kind, file), office.bytes(&place.replace("END", end)).await).unwrap();
            }
        }
        laid_out(folder.path(), &all.keys().collect::<Vec<_>>());
        for (kind, (place, about)) in &all {
            let (word, own) = (read(&at(kind, ".pdf")), read(&at(kind, "-own.pdf")));
            for said in [&word, &own] {
                assert!(said.contains(about.as_str()), "{place} is about `{about}`:\n{said}");
                assert!(!said.contains('⟦'), "{place} lacks a sentence:\n{said}");
            }
            let (word, own) = (characters(&word), characters(&own));
            let differ: Vec<&char> = word.symmetric_difference(&own).collect();
            assert!(differ.is_empty() && own.len() > 20, "{place} says other things in the two: {differ:?}");
        }
    });
}
