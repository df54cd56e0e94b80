//! The chain holds, and breaks loudly.

use kernel::{AccountId, Recorded, Verb};
use kit::{
    Site, journal,
    journal::{CheckpointError, SigningKey, verify},
    testing::{both, on_sqlite},
};
use proptest::prelude::*;
use serde::Serialize;

#[derive(Serialize)]
struct Said {
    words: String,
    times: u32,
}

impl Verb for Said {
    fn verb(&self) -> &'static str {
        "test.said"
    }
}

async fn say(site: &Site, words: &str) {
    let by: AccountId = site.new_id();
    let fact = Said { words: words.to_owned(), times: 2 };
    let mut tx = site.db().begin().await.unwrap();
    let recorded = Recorded { at: site.now(), by: Some(by), acting_for: None, body: None, subject: by.uuid(), fact };
    journal::append(&mut tx, recorded).await.unwrap();
    tx.commit().await.unwrap();
}

async fn export(site: &Site) -> String {
    let mut lines = Vec::new();
    let count = journal::export(site.db(), |line| {
        lines.push(line.to_owned());
        Ok(())
    });
    assert_eq!(count.await.unwrap(), u64::try_from(lines.len()).unwrap());
    lines.join("\n")
}

#[test]
fn facts_form_a_chain_that_a_stranger_can_check() {
    both(async |site| {
        for words in ["一", "\"二\"", "三\n行"] {
            say(&site, words).await;
        }
        let export = export(&site).await;
        let verified = verify(export.as_bytes()).unwrap();
        assert_eq!(verified.facts, 3);
        assert!(verified.head.starts_with("sha256:"));
    });
}

#[test]
fn thirty_two_writers_leave_no_gap() {
    both(async |site| {
        let writers: Vec<_> = (0..32)
            .map(|n| {
                let site = site.clone();
                tokio::spawn(async move { say(&site, &format!("writer {n}")).await })
            })
            .collect();
        for writer in writers {
            writer.await.unwrap();
        }
        assert_eq!(verify(export(&site).await.as_bytes()).unwrap().facts, 32);
    });
}

#[test]
fn a_checkpoint_shows_what_was_cut_off_or_rewritten() {
    on_sqlite(async |site| {
        say(&site, "一").await;
        say(&site, "二").await;
        let whole = export(&site).await;
        let journal = verify(whole.as_bytes()).unwrap();
        let point = SigningKey::from_bytes(&[7; 32]).sign(site.now(), 2, &journal.head);
        assert_eq!(point.holds(&journal, |_| Some(journal.head.clone())), Ok(()));
        let cut = verify(whole.lines().next().unwrap().as_bytes()).unwrap();
        assert_eq!(point.holds(&cut, |_| None), Err(CheckpointError::Cut));
        assert_eq!(point.holds(&journal, |_| Some("sha256:00".into())), Err(CheckpointError::Rewritten));
        let mut forged = point.clone();
        forged.seq = 1;
        assert_eq!(forged.holds(&journal, |_| None), Err(CheckpointError::Signature));
    });
}

fn five_facts() -> &'static str {
    static EXPORT: std::sync::OnceLock<String> = std::sync::OnceLock::new();
    EXPORT.get_or_init(|| {
        let lines = std::sync::Mutex::new(String::new());
        on_sqlite(async |site| {
            for n in 0..5 {
                say(&site, &format!("第{n}件")).await;
            }
            let text = export(&site).await;
            *lines.lock().unwrap() = text;
        });
        lines.into_inner().unwrap()
    })
}

proptest! {
    #[test]
    fn any_flipped_byte_is_named(at in 0usize..100_000, flip in 1u8..=255) {
        let mut bytes = five_facts().as_bytes().to_vec();
        let at = at % bytes.len();
        let line = 1 + bytes[..at].iter().filter(|b| **b == b'\n').count();
        bytes[at] ^= flip;
        let broken = verify(bytes.as_slice()).expect_err("an altered journal verified");
        prop_assert!(broken.line == u64::try_from(line).unwrap() || broken.line == u64::try_from(line).unwrap() + 1);
    }
}
