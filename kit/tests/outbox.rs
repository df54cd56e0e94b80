//! Letters and calls leave after the commit, signed, and not for the inside of the network.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::sync::{Arc, Mutex, atomic::AtomicI64, atomic::AtomicU64};

use axum::{Router, extract::State, http::HeaderMap, http::StatusCode, routing::post as at};
use kernel::{BodyId, Recorded, Verb};
use kit::{
    Site,
    config::{Config, Mail},
    follow::catch_up,
    jobs::{ATTEMPTS, Ran, Work, dead, revive, run_jobs},
    journal,
    outbox::{self, HOOKS, Letter, NotAllowed, SEND, SWEEP, Telling, add, is_public, post, sign, unsent},
    site::{Chance, Clock},
    testing::both,
};
use serde::Serialize;
use tokio::{
    io::{AsyncBufReadExt, AsyncWriteExt, BufReader},
    net::TcpListener,
};

const TABLE: &[Work] = &[SEND, SWEEP];

/// The same database under other settings.
fn with(site: &Site, mail: Option<String>, private_hooks: bool) -> Site {
    let mail = mail.map(|server| Mail { server, from: "联络 <office@example.cn>".to_owned() });
    let config = Config { mail, private_hooks, ..site.config().clone() };
    let clock = Clock::Standing(AtomicI64::new(site.now().millis()));
    Site::new(site.db().clone(), clock, Chance::Seeded(AtomicU64::new(99)), config).unwrap()
}

fn letter() -> Letter {
    let text = "您领衔的建议已交县水利局办理。\n请于三个月后查看答复。".to_owned();
    Letter { to: "李华 <li@example.cn>".to_owned(), subject: "建议已交办".to_owned(), text, ..Letter::default() }
}

async fn write(site: &Site) -> bool {
    let mut tx = site.db().begin().await.unwrap();
    let written = post(&mut tx, site, &letter()).await.unwrap();
    tx.commit().await.unwrap();
    written
}

#[test]
fn a_letter_is_laid_in_the_folder_once() {
    both(async |site| {
        let folder = tempfile::tempdir().unwrap();
        let site = with(&site, Some(format!("folder:{}", folder.path().display())), false);
        assert!(write(&site).await);
        assert_eq!(run_jobs(&site, TABLE).await.unwrap(), Ran { done: 1, failed: 0 });
        let files: Vec<_> = std::fs::read_dir(folder.path()).unwrap().map(|file| file.unwrap().path()).collect();
        assert_eq!(files.len(), 1);
        let text = std::fs::read_to_string(&files[0]).unwrap();
        assert!(text.contains("To: =?utf-8?b?") && text.contains("<li@example.cn>") && text.contains("Message-ID: <"));
        assert!(text.contains("Date: Tue, 10 Mar 2026 02:00:00 +0000"), "{text}");
    });
}

#[test]
fn a_letter_can_be_read_as_a_page_and_ended_with_one_click() {
    both(async |site| {
        let folder = tempfile::tempdir().unwrap();
        let site = with(&site, Some(format!("folder:{}", folder.path().display())), false);
        let (html, leave) = (Some("<p>new</p>".to_owned()), Some("https://example.cn/leave?key=1".to_owned()));
        let mut tx = site.db().begin().await.unwrap();
        assert!(post(&mut tx, &site, &Letter { html, leave, ..letter() }).await.unwrap());
        tx.commit().await.unwrap();
        run_jobs(&site, TABLE).await.unwrap();
        let file = std::fs::read_dir(folder.path()).unwrap().next().unwrap().unwrap().path();
        let text = std::fs::read_to_string(file).unwrap();
        for line in [
            "List-Unsubscribe: <https://example.cn/leave?key=1>",
            "List-Unsubscribe-Post: List-Unsubscribe=One-Click",
            "Auto-Submitted: auto-generated",
            "Content-Type: multipart/alternative;",
            "<p>new</p>",
        ] {
            assert!(text.contains(line), "{line}: {text}");
        }
    });
}

#[test]
fn an_address_is_one_bare_address() {
    for (text, good) in [
        ("li@example.cn", true),
        ("李华 <li@example.cn>", false),
        ("li@example.cn, a@example.cn", false),
        ("li@example.cn\r\nBcc: a@example.cn", false),
        ("li", false),
        ("", false),
    ] {
        assert_eq!(outbox::is_address(text), good, "{text:?}");
    }
}

#[test]
fn without_a_mail_server_nothing_is_written() {
    both(async |site| {
        assert!(!write(&site).await);
        assert_eq!(run_jobs(&site, TABLE).await.unwrap(), Ran::default());
    });
}

/// Says yes to one letter after another, and keeps what it was told.
async fn mail_server(listener: TcpListener, heard: Arc<Mutex<Vec<String>>>) {
    while let Ok((stream, _)) = listener.accept().await {
        let mut stream = BufReader::new(stream);
        stream.write_all(b"220 mail.example.cn\r\n").await.unwrap();
        let (mut line, mut in_letter) = (String::new(), false);
        while stream.read_line(&mut line).await.unwrap() > 0 {
            let said = std::mem::take(&mut line).trim_end().to_owned();
            let answer = match said.get(..4) {
                _ if in_letter && said != "." => None,
                Some("QUIT") => Some("221 bye"),
                Some("DATA") => Some("354 go on"),
                _ => Some("250 ok"),
            };
            in_letter = said == "DATA" || (in_letter && said != ".");
            heard.lock().unwrap().push(said);
            if let Some(answer) = answer {
                stream.write_all(format!("{answer}\r\n").as_bytes()).await.unwrap();
            }
        }
    }
}

#[test]
fn a_letter_goes_out_by_smtp_when_the_server_is_back() {
    both(async |site| {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = listener.local_addr().unwrap();
        drop(listener);
        let site = with(&site, Some(format!("smtp://{address}")), false);
        write(&site).await;
        assert_eq!(run_jobs(&site, TABLE).await.unwrap(), Ran { done: 0, failed: 1 }, "nobody listens yet");
        let heard = Arc::new(Mutex::new(Vec::new()));
        tokio::spawn(mail_server(TcpListener::bind(address).await.unwrap(), Arc::clone(&heard)));
        site.set_now(site.now().plus_millis(10_000));
        assert_eq!(run_jobs(&site, TABLE).await.unwrap(), Ran { done: 1, failed: 0 });
        let heard = heard.lock().unwrap();
        assert!(heard.iter().any(|line| line == "RCPT TO:<li@example.cn>"), "{heard:?}");
        assert!(heard.iter().any(|line| line.starts_with("Subject: =?utf-8?b?")), "{heard:?}");
    });
}

#[derive(Serialize)]
struct Filed {
    number: u32,
}

impl Verb for Filed {
    fn verb(&self) -> &'static str {
        "suggestion.filed"
    }
}

async fn file(site: &Site, body: BodyId) {
    let mut tx = site.db().begin().await.unwrap();
    let fact = Filed { number: 7 };
    let recorded =
        Recorded { at: site.now(), by: None, acting_for: None, body: Some(body), subject: body.uuid(), fact };
    journal::append(&mut tx, recorded).await.unwrap();
    tx.commit().await.unwrap();
}

type Heard = Arc<Mutex<Vec<(HeaderMap, String)>>>;

/// A receiver that answers with these codes in turn, then with 204.
async fn receiver(codes: &'static [u16]) -> (String, Heard) {
    let heard = Heard::default();
    let listen = move |State(heard): State<Heard>, headers: HeaderMap, body: String| async move {
        let mut heard = heard.lock().unwrap();
        heard.push((headers, body));
        StatusCode::from_u16(*codes.get(heard.len() - 1).unwrap_or(&204)).unwrap()
    };
    let app = Router::new().route("/hook", at(listen)).with_state(Arc::clone(&heard));
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("http://{}/hook", listener.local_addr().unwrap());
    tokio::spawn(async move { axum::serve(listener, app).await });
    (url, heard)
}

async fn tell(site: &Site, body: Option<BodyId>, url: &str, verbs: &str) -> (outbox::HookId, String) {
    let mut tx = site.db().begin().await.unwrap();
    let added = add(&mut tx, site, Telling { body, url, verbs }).await.unwrap().unwrap();
    tx.commit().await.unwrap();
    added
}

#[test]
fn a_call_is_signed_repeated_until_taken_and_the_same_each_time() {
    both(async |site| {
        let site = with(&site, None, true);
        let (url, heard) = receiver(&[503]).await;
        let (ours, theirs) = (site.new_id(), site.new_id());
        let (hook, old) = tell(&site, Some(ours), &url, "suggestion.*").await;
        tell(&site, Some(ours), &url, "roster.* ballot.cast").await;
        tell(&site, Some(theirs), &url, "*").await;
        file(&site, ours).await;
        assert_eq!(catch_up(&site, &[HOOKS]).await.unwrap(), 1);
        assert_eq!(run_jobs(&site, TABLE).await.unwrap(), Ran { done: 0, failed: 1 });
        let mut tx = site.db().begin().await.unwrap();
        let new = outbox::replace_secret(&mut tx, &site, hook).await.unwrap().unwrap();
        tx.commit().await.unwrap();
        site.set_now(site.now().plus_millis(10_000));
        assert_eq!(run_jobs(&site, TABLE).await.unwrap(), Ran { done: 1, failed: 0 });

        let heard = heard.lock().unwrap();
        let of = |n: usize, name: &str| heard[n].0[name].to_str().unwrap().to_owned();
        assert_eq!(heard.len(), 2);
        assert_eq!((of(0, "webhook-id"), &heard[0].1), (of(1, "webhook-id"), &heard[1].1));
        assert_eq!(of(1, "webhook-timestamp"), (site.now().millis() / 1000).to_string());
        let signed =
            |secrets: &str| sign(secrets, &of(1, "webhook-id"), site.now().millis() / 1000, &heard[1].1).unwrap();
        assert_eq!(of(1, "webhook-signature"), signed(&format!("{new} {old}")), "while secrets change, both sign");
        let call: serde_json::Value = serde_json::from_str(&heard[1].1).unwrap();
        assert_eq!(call["type"], "suggestion.filed");
        assert_eq!(call["timestamp"], "2026-03-10T02:00:00Z");
        assert_eq!((&call["data"]["fact"]["number"], &call["data"]["seq"]), (&7.into(), &1.into()));
    });
}

#[test]
fn a_receiver_that_is_gone_is_called_no_more() {
    both(async |site| {
        let site = with(&site, None, true);
        let (url, heard) = receiver(&[410]).await;
        tell(&site, None, &url, "*").await;
        for _ in 0..2 {
            file(&site, site.new_id()).await;
            catch_up(&site, &[HOOKS]).await.unwrap();
            run_jobs(&site, TABLE).await.unwrap();
        }
        assert_eq!(heard.lock().unwrap().len(), 1);
        let given_up = unsent(site.db(), 10).await.unwrap();
        assert_eq!(given_up.len(), 1);
        assert!(given_up[0].problem.as_ref().unwrap().contains("410"));
        assert!(!outbox::hooks(&mut site.db(), None).await.unwrap()[0].active);
    });
}

#[test]
fn whoever_keeps_a_hook_sees_its_calls_and_sends_one_again() {
    both(async |site| {
        let site = with(&site, None, true);
        let (url, heard) = receiver(&[500; 8]).await;
        let (hook, _) = tell(&site, None, &url, "suggestion.*").await;
        let (other, _) = tell(&site, None, &url, "roster.*").await;
        let mut tx = site.db().begin().await.unwrap();
        let id = outbox::ping(&mut tx, &site, hook).await.unwrap();
        tx.commit().await.unwrap();
        for _ in 0..ATTEMPTS {
            run_jobs(&site, TABLE).await.unwrap();
            site.set_now(site.now().plus_millis(3 * 86_400_000));
        }
        let [call] = &outbox::calls(&mut site.db(), hook, 10).await.unwrap()[..] else { panic!("one call") };
        assert_eq!((call.verb.as_str(), call.state.as_str(), call.status), ("webhook.ping", "failed", Some(500)));
        assert_eq!(call.attempts, i64::from(ATTEMPTS));
        for (hook, there) in [(other, false), (hook, true), (hook, false)] {
            let mut tx = site.db().begin().await.unwrap();
            assert_eq!(outbox::resend(&mut tx, &site, hook, id).await.unwrap(), there);
            tx.commit().await.unwrap();
        }
        assert_eq!(run_jobs(&site, TABLE).await.unwrap(), Ran { done: 1, failed: 0 });
        assert!(dead(site.db(), 9).await.unwrap().is_empty(), "what was sent after all is mourned no more");
        let call = outbox::calls(&mut site.db(), hook, 10).await.unwrap().remove(0);
        assert_eq!((call.state.as_str(), call.status, call.problem), ("sent", Some(204), None));
        let ids: std::collections::BTreeSet<String> =
            heard.lock().unwrap().iter().map(|(head, _)| head["webhook-id"].to_str().unwrap().to_owned()).collect();
        assert_eq!(ids.into_iter().collect::<Vec<_>>(), [id.to_string()], "the receiver can tell it is the same");
    });
}

#[test]
fn a_redirect_is_not_followed_and_what_never_succeeds_is_given_up_in_the_open() {
    both(async |site| {
        let site = with(&site, None, true);
        let (url, heard) = receiver(&[302; 8]).await;
        tell(&site, None, &url, "*").await;
        file(&site, site.new_id()).await;
        catch_up(&site, &[HOOKS]).await.unwrap();
        for _ in 0..ATTEMPTS {
            assert_eq!(run_jobs(&site, TABLE).await.unwrap(), Ran { done: 0, failed: 1 });
            site.set_now(site.now().plus_millis(3 * 86_400_000));
        }
        assert_eq!(heard.lock().unwrap().len(), ATTEMPTS as usize);
        assert!(unsent(site.db(), 10).await.unwrap()[0].problem.as_ref().unwrap().contains("302"));
        let mut tx = site.db().begin().await.unwrap();
        assert!(revive(&mut tx, dead(site.db(), 1).await.unwrap()[0].id, site.now()).await.unwrap());
        tx.commit().await.unwrap();
        assert_eq!(run_jobs(&site, TABLE).await.unwrap(), Ran { done: 1, failed: 0 }, "an operator may try once more");
        assert!(unsent(site.db(), 10).await.unwrap().is_empty());
    });
}

#[test]
fn nobody_can_make_us_call_the_inside_of_the_network() {
    both(async |site| {
        let (url, heard) = receiver(&[]).await;
        let open = with(&site, None, true);
        tell(&open, None, &url, "*").await;
        tell(&open, None, "https://localhost:1/", "*").await;
        let closed = with(&site, None, false);
        for (url, reason) in [
            (url.as_str(), NotAllowed::NotHttps),
            ("https://127.0.0.1/", NotAllowed::Private),
            ("https://[::1]/", NotAllowed::Private),
            ("https://[::ffff:10.0.0.1]/", NotAllowed::Private),
            ("https://0x7f000001/", NotAllowed::Private),
            ("https://localhost/", NotAllowed::Private),
            ("ftp://example.cn/", NotAllowed::NoAddress),
            ("example.cn", NotAllowed::NoAddress),
        ] {
            let mut tx = closed.db().begin().await.unwrap();
            let added = add(&mut tx, &closed, Telling { body: None, url, verbs: "*" }).await.unwrap();
            assert_eq!(added.map(|_| ()), Err(reason), "{url}");
        }
        // Hooks that were allowed once are checked again when they are called.
        file(&closed, closed.new_id()).await;
        catch_up(&closed, &[HOOKS]).await.unwrap();
        run_jobs(&closed, TABLE).await.unwrap();
        assert!(heard.lock().unwrap().is_empty());
        assert_eq!(unsent(closed.db(), 10).await.unwrap().len(), 2);
    });
}

#[test]
fn special_addresses_are_not_public() {
    let special = [
        "0.0.0.0",
        "10.1.2.3",
        "100.64.0.1",
        "127.0.0.1",
        "169.254.169.254",
        "172.16.0.1",
        "172.31.255.255",
        "192.0.0.8",
        "192.168.1.1",
        "198.18.0.1",
        "203.0.113.5",
        "224.0.0.1",
        "255.255.255.255",
        "::",
        "::1",
        "::ffff:8.8.8.8",
        "64:ff9b::1",
        "2001::1",
        "2001:db8::1",
        "2002:7f00:1::",
        "3fff::1",
        "fc00::1",
        "fe80::1",
        "ff02::1",
    ];
    for address in special {
        assert!(!is_public(address.parse().unwrap()), "{address}");
    }
    for address in
        ["1.1.1.1", "100.128.0.1", "172.32.0.1", "192.0.1.1", "223.5.5.5", "2400:3200::1", "2001:4860:4860::8888"]
    {
        assert!(is_public(address.parse().unwrap()), "{address}");
    }
}

#[test]
fn signatures_are_those_of_the_standard() {
    let secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    let body = "{\"test\": 2432232314}";
    // Made with the standard's own Python library, 1.1.0.
    let expected = "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=";
    assert_eq!(sign(secret, "msg_p5jXN8AQM9LWM0D4loKWxJek", 1_614_265_330, body).unwrap(), expected);
    assert!(sign("secret", "1", 1, "").is_err() && sign("whsec_?", "1", 1, "").is_err());
}

#[test]
fn what_was_sent_is_forgotten_after_a_month() {
    both(async |site| {
        let folder = tempfile::tempdir().unwrap();
        let site = with(&site, Some(format!("folder:{}", folder.path().display())), false);
        write(&site).await;
        run_jobs(&site, TABLE).await.unwrap();
        let mut left = Vec::new();
        for days in [29, 2] {
            site.set_now(site.now().plus_millis(days * 86_400_000));
            let mut tx = site.db().begin().await.unwrap();
            kit::jobs::enqueue(&mut tx, &site, SWEEP.kind, None, &(), site.now()).await.unwrap();
            tx.commit().await.unwrap();
            run_jobs(&site, TABLE).await.unwrap();
            let rows: Vec<(i64,)> = site.db().all("select count(*) from outbox").await.unwrap();
            left.push(rows[0].0);
        }
        assert_eq!(left, [1, 0]);
    });
}
