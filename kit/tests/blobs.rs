//! Attachments are what they say they are, and never lost once acknowledged.

use std::{
    convert::Infallible,
    path::{Path, PathBuf},
};

use bytes::Bytes;
use futures_util::{TryStreamExt, stream};
use kit::{
    Site,
    blobs::{self, Allowed, Blob, PAPERS, Rejected, SWEEP, clean, disposition},
    jobs::{Ran, enqueue, run_jobs},
    testing::{both, on_sqlite},
};
use proptest::prelude::*;

const PDF: &[u8] = b"%PDF-1.7\n1 0 obj\n<< >>\nendobj\n";
const SMALL: Allowed = Allowed { endings: &["pdf", "txt"], most: 40 };

async fn put(site: &Site, name: &str, bytes: &[u8], allowed: &Allowed) -> Result<Blob, Rejected> {
    let pieces: Vec<_> = bytes.chunks(7).map(|piece| Ok::<_, Infallible>(Bytes::copy_from_slice(piece))).collect();
    site.blobs().unwrap().put(site.new_id(), name, allowed, stream::iter(pieces)).await.unwrap()
}

async fn read(site: &Site, blob: &Blob) -> Vec<u8> {
    let pieces = site.blobs().unwrap().get(blob).await.unwrap();
    pieces.map_ok(|piece| piece.to_vec()).try_concat().await.unwrap()
}

async fn keep(site: &Site, blob: &Blob) {
    let mut tx = site.db().begin().await.unwrap();
    blobs::record(&mut tx, blob, site.now()).await.unwrap();
    tx.commit().await.unwrap();
}

/// Every file under a folder.
fn files(folder: &Path) -> Vec<PathBuf> {
    let Ok(entries) = std::fs::read_dir(folder) else { return Vec::new() };
    entries
        .map(|entry| entry.unwrap().path())
        .flat_map(|path| if path.is_dir() { files(&path) } else { vec![path] })
        .collect()
}

fn folder(site: &Site) -> PathBuf {
    site.config().files().join("attachments")
}

#[test]
fn what_was_put_is_read_back_and_named_by_its_sha256() {
    both(async |site| {
        let blob = put(&site, "C:\\文件\\答复.PDF", PDF, &PAPERS).await.unwrap();
        assert_eq!(
            (blob.name.as_str(), blob.media.as_str(), blob.size),
            ("答复.PDF", "application/pdf", PDF.len() as u64)
        );
        keep(&site, &blob).await;
        assert_eq!(blobs::load(&mut site.db(), blob.id).await.unwrap(), Some(blob.clone()));
        assert_eq!(read(&site, &blob).await, PDF);
        assert!(site.blobs().unwrap().is_intact(&blob).await.unwrap());
        let file = files(&folder(&site)).pop().unwrap();
        assert!(file.to_string_lossy().contains(&blob.sha256));
        std::fs::write(file, b"%PDF-1.7 altered").unwrap();
        assert!(!site.blobs().unwrap().is_intact(&blob).await.unwrap());
    });
}

#[test]
fn what_is_not_taken_leaves_nothing_behind() {
    on_sqlite(async |site| {
        let ending = |text: &str| Err(Rejected::Ending(text.to_owned()));
        let differs = |text: &str| Err(Rejected::Differs(text.to_owned()));
        assert_eq!(put(&site, "run.exe", b"MZ", &PAPERS).await, ending("exe"));
        assert_eq!(put(&site, "no ending", PDF, &PAPERS).await, ending(""));
        assert_eq!(put(&site, "..", PDF, &PAPERS).await, Err(Rejected::NoName));
        assert_eq!(put(&site, "photo.jpg", PDF, &PAPERS).await, differs("jpg"));
        assert_eq!(put(&site, "note.txt", b"MZ\x90\x00\x03\x00\x00\x00", &PAPERS).await, differs("txt"));
        assert_eq!(put(&site, "note.txt", b"<html><script>alert(1)</script>", &PAPERS).await, differs("txt"));
        assert_eq!(put(&site, "a.pdf", b"", &PAPERS).await, Err(Rejected::Empty));
        assert_eq!(put(&site, "a.pdf", &[PDF, PDF].concat(), &SMALL).await, Err(Rejected::TooLarge(40)));
        let cut = stream::iter([Ok(Bytes::from_static(PDF)), Err("gone")]);
        let broken = site.blobs().unwrap().put(site.new_id(), "a.pdf", &PAPERS, cut).await.unwrap();
        assert_eq!(broken, Err(Rejected::BrokenOff));
        assert!(files(&folder(&site)).is_empty());
    });
}

#[test]
fn a_rejection_says_what_to_do_next() {
    let said = Rejected::TooLarge(50 << 20).say(kit::words::Lang::Chinese);
    assert_eq!(said, "文件超过 50 MB。请压缩或分成几个文件上传。");
    assert!(Rejected::Ending("exe".to_owned()).say(kit::words::Lang::English).contains("“exe”"));
}

#[test]
fn chinese_text_is_taken_in_either_encoding_and_long_files_in_many_pieces() {
    on_sqlite(async |site| {
        let (gbk, _, _) = encoding_rs::GBK.encode("关于修缮村道的建议，请予研究。");
        assert_eq!(put(&site, "意见.txt", &gbk, &PAPERS).await.unwrap().media, "text/plain");
        // Longer than the bytes looked at, cut in the middle of a character there.
        let long = format!("a{}", "建议".repeat(9_000));
        let blob = put(&site, "意见.txt", long.as_bytes(), &PAPERS).await.unwrap();
        assert_eq!(read(&site, &blob).await, long.as_bytes());
    });
}

#[test]
fn a_file_without_a_row_is_swept_away_after_a_day_and_nothing_else_is() {
    both(async |site| {
        let kept = put(&site, "kept.pdf", PDF, &PAPERS).await.unwrap();
        keep(&site, &kept).await;
        let lost = put(&site, "lost.pdf", PDF, &PAPERS).await.unwrap();
        // What a killed process leaves: half a file under the store's working name, a whole one not yet named; and a file not ours.
        let (half, whole): (blobs::BlobId, blobs::BlobId) = (site.new_id(), site.new_id());
        let incoming = folder(&site).join("incoming");
        std::fs::create_dir_all(&incoming).unwrap();
        std::fs::write(incoming.join(format!("{half}#1")), PDF).unwrap();
        std::fs::write(incoming.join(whole.to_string()), PDF).unwrap();
        std::fs::write(folder(&site).join("README"), "not ours").unwrap();
        sweep(&site).await;
        assert_eq!(files(&folder(&site)).len(), 5, "a request may still be at work on them");
        site.set_now(files_are_old(&folder(&site)));
        sweep(&site).await;
        let left = files(&folder(&site));
        assert_eq!(left.len(), 2, "{left:?}");
        assert_eq!(read(&site, &kept).await, PDF);
        assert!(site.blobs().unwrap().get(&lost).await.is_err());
    });
}

/// A moment two days after the files were written: files carry the machine's time, not the site's.
fn files_are_old(folder: &Path) -> kernel::Moment {
    let written = std::fs::metadata(folder.join("README")).unwrap().modified().unwrap();
    let since = written.duration_since(std::time::UNIX_EPOCH).unwrap().as_millis();
    kernel::Moment::from_millis(i64::try_from(since).unwrap() + 2 * 86_400_000)
}

async fn sweep(site: &Site) {
    let mut tx = site.db().begin().await.unwrap();
    enqueue(&mut tx, site, SWEEP.kind, None, &(), site.now()).await.unwrap();
    tx.commit().await.unwrap();
    assert_eq!(run_jobs(site, &[SWEEP]).await.unwrap(), Ran { done: 1, failed: 0 });
}

#[test]
fn names_are_cleaned() {
    let cleaned = |name: &str| clean(name).unwrap();
    assert_eq!(cleaned("../../etc/passwd"), "passwd");
    assert_eq!(cleaned("a\u{202E}fdp.exe"), "afdp.exe");
    assert_eq!(cleaned(" .答复<1>:?.pdf "), "答复_1___.pdf");
    assert_eq!(cleaned("CON"), "_CON");
    assert_eq!(cleaned(&format!("{}.docx", "长".repeat(300))).chars().count(), 120);
    assert_eq!(cleaned("报告.第三季度 汇总 \u{fffc}附"), "报告.第三季度 汇总 \u{fffc}附");
    assert_eq!(cleaned(&format!("{} 长.长的 长", "长".repeat(119))), "长".repeat(119), "no blank is left at the end");
    assert_eq!((clean(""), clean("..."), clean("\u{0}/")), (None, None, None));
    assert_eq!(disposition("答复 1.pdf"), "attachment; filename*=UTF-8''%E7%AD%94%E5%A4%8D%201.pdf");
}

proptest! {
    #[test]
    fn a_cleaned_name_is_safe_and_stays_as_it_is(name in "\\PC{0,150}|[./\\\\:\u{202e}a文]{0,20}") {
        if let Some(once) = clean(&name) {
            let named_twice = clean(&once);
            prop_assert_eq!(named_twice.as_ref(), Some(&once));
            prop_assert!(!once.contains(['/', '\\', '\0']) && !once.starts_with('.') && once.chars().count() <= 121);
        }
    }
}
