//! Pictures as telephones make them, whole, mutated, made up.

use bytes::Bytes;
use img_parts::{ImageEXIF, jpeg::Jpeg};
use proptest::prelude::*;

use super::*;

const TURNED: &[u8] =
    b"II\x2A\0\x08\0\0\0\x02\0\x0F\x01\x02\0\x04\0\0\0abc\0\x12\x01\x03\0\x01\0\0\0\x06\0\0\0\0\0\0\0";

#[test]
fn how_a_picture_is_turned_is_read_in_either_order_and_written_alone() {
    assert_eq!(orientation(TURNED), Some(6));
    assert_eq!(orientation(&turn(8)), Some(8));
    for none in [&b""[..], b"II", b"XX\x2A\0\x08\0\0\0\xFF\xFF", b"MM\0\x2A\xFF\xFF\xFF\xFF\0\x01"] {
        assert_eq!(orientation(none), None, "{none:?}");
    }
}

/// A segment of a JPEG.
fn segment(marker: u8, body: &[u8]) -> Vec<u8> {
    let length = u16::try_from(body.len() + 2).unwrap_or(0).to_be_bytes();
    [&[0xFF, marker][..], &length, body].concat()
}

#[test]
fn a_photograph_tells_how_it_is_turned_and_nothing_else() {
    let exif = [&b"Exif\0\0"[..], TURNED, b"28.2N 112.9E"].concat();
    let parts = [
        vec![0xFF, 0xD8],
        segment(0xE0, b"JFIF\0\x01\x01\0\0\x01\0\x01\0\0"),
        segment(0xE1, &exif),
        segment(0xE1, b"http://ns.adobe.com/xap/1.0/\0<secret/>"),
        segment(0xED, b"Photoshop secret"),
        segment(0xFE, b"taken by secret"),
        segment(0xDB, &[0; 65]),
        segment(0xC0, &[8, 0, 9, 0, 9, 1, 1, 17, 0]),
        segment(0xDA, &[1, 1, 0, 0, 63, 0]),
        vec![1, 2, 3, 0xFF, 0xD9],
        b"<script>secret</script>".to_vec(),
    ];
    let bare = bare(&Bytes::from(parts.concat())).unwrap();
    for told in [&b"secret"[..], b"112.9E", b"abc"] {
        assert!(!bare.windows(told.len()).any(|window| window == told), "{told:?}");
    }
    let picture = Jpeg::from_bytes(bare).unwrap();
    assert_eq!(picture.exif().and_then(|exif| orientation(&exif)), Some(6));
    assert!(picture.segments().iter().any(|part| part.marker() == 0xDB));
}

proptest::proptest! {
    #[test]
    fn whatever_is_sent_is_a_picture_or_none_and_nothing_worse(
        head in proptest::sample::select(vec![&b"\xFF\xD8\xFF"[..], b"\x89PNG\r\n\x1a\n", b"RIFF\x20\0\0\0WEBPVP8X", b"RIFF\xFF\xFF\xFF\xFFWEBP", b""]),
        rest in proptest::collection::vec(proptest::num::u8::ANY, 0..200),
    ) {
        let _taken_or_not = bare(&Bytes::from([head, &rest].concat()));
    }
}

#[test]
fn what_is_no_picture_is_not_taken() {
    for bytes in [&b"GIF89a"[..], b"<html>", b"\xFF\xD8\xFF", b"\x89PNG\r\n\x1a\n", b"RIFF\0\0\0\0WEBP", b""] {
        let bytes = Bytes::from_static(bytes);
        assert!(bare(&bytes).is_none_or(|bare| bare.len() <= bytes.len()), "{bytes:?}");
    }
}

/// Pictures a program made, with what such programs say of them; and whether they may come in.
const REAL: [(&str, &[u8]); 6] = [
    ("photo.jpg", include_bytes!("../../tests/pictures/photo.jpg")),
    ("progressive.jpg", include_bytes!("../../tests/pictures/progressive.jpg")),
    ("drawn.png", include_bytes!("../../tests/pictures/drawn.png")),
    ("lossy.webp", include_bytes!("../../tests/pictures/lossy.webp")),
    ("lossless.webp", include_bytes!("../../tests/pictures/lossless.webp")),
    ("clear.webp", include_bytes!("../../tests/pictures/clear.webp")),
];
const MOVING: &[u8] = include_bytes!("../../tests/pictures/moving.webp");

fn holds(bytes: &[u8], words: &[u8]) -> bool {
    bytes.windows(words.len()).any(|window| window == words)
}

#[test]
fn real_pictures_come_in_without_what_was_said_of_them_and_the_same_twice() {
    for (name, sent) in REAL {
        let taken = bare(&Bytes::from_static(sent)).unwrap_or_else(|| panic!("{name}"));
        for told in [&b"secret"[..], b"GPS", b"XMP", b"<?xpacket"] {
            assert!(!holds(&taken, told), "{name}");
        }
        assert!(taken.len() <= sent.len(), "{name}");
        assert_eq!(bare(&taken).as_ref(), Some(&taken), "{name}: what was taken in is bare");
    }
    assert!(bare(&Bytes::from_static(MOVING)).is_none(), "films are no photographs");
}

#[test]
fn what_hangs_behind_before_or_between_a_picture_does_not_come_in() {
    let page = b"<html><script>secret</script>PK\x03\x04";
    for (name, sent) in REAL {
        let behind = bare(&Bytes::from([sent, page].concat()));
        assert!(behind.is_none_or(|taken| !holds(&taken, b"secret")), "{name}");
        assert!(bare(&Bytes::from([&page[..], sent].concat())).is_none(), "{name}: a page first");
    }
    let (_, progressive) = REAL[1];
    let last = progressive.windows(2).rposition(|pair| pair == [0xFF, 0xDA]).unwrap();
    let (one, two) = progressive.split_at(last);
    let between = [one, &segment(0xFE, b"secret"), two].concat();
    assert!(bare(&Bytes::from(between)).is_none(), "a word between two scans");
    let (_, photo) = REAL[0];
    let (mark, rest) = photo.split_at(2);
    let hidden = [mark, &segment(0xE0, b"JFXX\0\x10secret"), &segment(0xEE, b"Adobe and a secret"), rest].concat();
    assert!(!holds(&bare(&Bytes::from(hidden)).unwrap(), b"secret"));
}

/// The bytes with others at a place.
fn put(sent: &[u8], at: usize, bytes: &[u8]) -> Bytes {
    let mut all = sent.to_vec();
    all[at..at + bytes.len()].copy_from_slice(bytes);
    all.into()
}

#[test]
fn a_small_file_that_unfolds_to_a_picture_as_large_as_a_town_is_not_taken() {
    let at = |sent: &[u8], words: &[u8]| sent.windows(words.len()).position(|window| window == words).unwrap();
    let (photo, lossy, lossless, clear) = (REAL[0].1, REAL[3].1, REAL[4].1, REAL[5].1);
    let frame = at(photo, &[0xFF, 0xC0, 0, 17]) + 5;
    for sides in [[0xFF; 4], [0, 0, 0, 9], [0, 9, 0, 0], [0x75, 0x30, 0x75, 0x30]] {
        assert!(bare(&put(photo, frame, &sides)).is_none(), "{sides:?}");
    }
    assert!(bare(&put(photo, frame, &[0x2E, 0xE0, 0x3E, 0x80])).is_some(), "12,000 by 16,000 is a telephone's");
    let keyed = at(lossy, b"\x9D\x01\x2A") + 3;
    for sides in [[0xFF; 4], [0, 0, 9, 0]] {
        assert!(bare(&put(lossy, keyed, &sides)).is_none(), "{sides:?}");
    }
    let signed = at(lossless, b"VP8L") + 9;
    assert!(bare(&put(lossless, signed, &[0xFF; 4])).is_none());
    let canvas = at(clear, b"VP8X") + 12;
    assert!(bare(&put(clear, canvas, &[0xFF; 6])).is_none());
    let steps = segment(0xDA, &[1, 1, 0, 0, 63, 0]).repeat(100);
    let end = photo.len() - 2;
    assert!(bare(&Bytes::from([&photo[..end], &steps, &photo[end..]].concat())).is_none(), "a hundred scans");
}

/// So many of a file's bytes as others, some cut off, some doubled.
fn spoiled(sent: &[u8], at: &[(prop::sample::Index, u8)], cut: &prop::sample::Index, doubled: bool) -> Bytes {
    let mut all = sent.to_vec();
    for (place, byte) in at {
        *place.get_mut(&mut all) = *byte;
    }
    let cut = cut.index(all.len());
    if doubled {
        let again = all.get(cut..).unwrap_or_default().to_vec();
        all.extend(again);
    } else {
        all.truncate(all.len() - cut / 4);
    }
    all.into()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1_000))]
    #[test]
    fn a_real_picture_that_was_spoiled_is_one_that_fits_or_none_and_stays_so(
        nth in 0usize..6,
        at in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 0..12),
        cut in any::<prop::sample::Index>(),
        doubled in any::<bool>(),
    ) {
        let sent = spoiled(REAL[nth].1, &at, &cut, doubled);
        if let Some(taken) = bare(&sent) {
            prop_assert!(taken.len() <= sent.len() + 64);
            prop_assert_eq!(bare(&taken), Some(taken.clone()), "what is bare stays as it is");
        }
    }

    #[test]
    fn bytes_by_chance_are_hardly_ever_a_picture_and_never_worse(bytes in prop::collection::vec(any::<u8>(), 0..2_000)) {
        prop_assert!(bare(&Bytes::from(bytes)).is_none());
    }
}
