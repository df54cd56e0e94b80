//! Letters: by SMTP or into a folder, once.

use std::sync::{Arc, Mutex};

use kit::{
    Site,
    jobs::{Ran, run_jobs},
    outbox::{self, Letter, SWEEP, post},
    testing::both,
};
use tokio::{
    io::{AsyncBufReadExt, AsyncWriteExt, BufReader},
    net::TcpListener,
};

use super::world::{TABLE, with};

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
