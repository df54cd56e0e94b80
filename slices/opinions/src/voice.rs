//! 录音: taken when its bytes are one recording from the first to the last, without what programs say of it (place, device, person)
//! and without what was hung behind it. Nothing is decoded, so nothing can explode.

use bytes::Bytes;

/// The boxes of an MP4 that hold others.
const HOLDS: [&[u8; 4]; 5] = [b"moov", b"trak", b"mdia", b"minf", b"edts"];
/// The boxes that tell of it: user data, place, what programs add.
const TELLS: [&[u8; 4]; 4] = [b"udta", b"meta", b"uuid", b"XMP_"];
/// Bytes of a frame of AMR by its kind, its head counted.
const AMR: [usize; 16] = [13, 14, 16, 18, 20, 21, 27, 32, 6, 1, 1, 1, 1, 1, 1, 1];
/// So many frames make a recording; fewer are chance.
const LEAST: usize = 3;

/// The recording alone; nothing when the bytes are none of the three kinds.
#[must_use]
pub fn bare(bytes: &Bytes) -> Option<Bytes> {
    if bytes.starts_with(b"#!AMR\n") {
        return amr(bytes);
    }
    if bytes.get(4..8) == Some(&b"ftyp"[..]) {
        return mp4(bytes);
    }
    mp3(bytes)
}

/// Frames of AMR, each as long as its kind says.
fn amr(bytes: &Bytes) -> Option<Bytes> {
    let (mut at, mut frames) = (6, 0);
    while let Some(head) = bytes.get(at) {
        let length = *AMR.get(usize::from(head >> 3 & 15))?;
        if head & 0x83 != 0 || bytes.len() < at + length {
            break;
        }
        (at, frames) = (at + length, frames + 1);
    }
    (frames >= LEAST).then(|| bytes.slice(..at))
}

/// An ID3 head that says nothing: by it the file is known for what it is.
const NOTHING_TOLD: &[u8] = b"ID3\x04\0\0\0\0\0\0";

/// Frames of MPEG audio behind what an ID3 head says of it.
fn mp3(bytes: &Bytes) -> Option<Bytes> {
    let start = id3(bytes);
    let (mut at, mut frames) = (start, 0);
    while let Some(length) = bytes.get(at..).and_then(frame) {
        if bytes.len() < at + length {
            break;
        }
        (at, frames) = (at + length, frames + 1);
    }
    let sound = bytes.get(start..at).unwrap_or_default();
    (frames >= LEAST).then(|| [NOTHING_TOLD, sound].concat().into())
}

/// Where an ID3 head ends; 0 where there is none.
fn id3(bytes: &[u8]) -> usize {
    if !bytes.starts_with(b"ID3") {
        return 0;
    }
    let size =
        bytes.get(6..10).unwrap_or_default().iter().fold(0usize, |size, byte| size << 7 | usize::from(byte & 127));
    size + 10
}

/// Kilobits of layer III by their number: MPEG 1, and MPEG 2 and 2.5.
const RATES: [[usize; 16]; 2] = [
    [0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320, 0],
    [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160, 0],
];

/// How long a frame of layer III is, by its head.
fn frame(bytes: &[u8]) -> Option<usize> {
    let [first, second, third, ..] = bytes else { return None };
    if *first != 0xFF || second & 0xE6 != 0xE2 {
        return None;
    }
    // 3 is MPEG 1, 2 is MPEG 2, 0 is 2.5; 1 is none.
    let (version, hertz) = match second >> 3 & 3 {
        3 => (0, [44_100, 48_000, 32_000, 0]),
        2 => (1, [22_050, 24_000, 16_000, 0]),
        0 => (1, [11_025, 12_000, 8_000, 0]),
        _ => return None,
    };
    let rate = RATES.get(version)?.get(usize::from(third >> 4)).copied().filter(|rate| *rate > 0)?;
    let hertz: usize = hertz.get(usize::from(third >> 2 & 3)).copied().filter(|hertz| *hertz > 0)?;
    let samples = if version == 0 { 144_000 } else { 72_000 };
    Some(samples * rate / hertz + usize::from(third >> 1 & 1))
}

/// The boxes of an MP4. What tells of it is emptied where it stands, for other boxes count bytes from the beginning.
fn mp4(bytes: &Bytes) -> Option<Bytes> {
    let mut out = bytes.to_vec();
    let mut seen = Vec::new();
    let end = boxes(&mut out, 0, bytes.len(), 0, &mut seen)?;
    let whole = [b"ftyp", b"moov", b"mdat"].iter().all(|kind| seen.contains(*kind));
    out.truncate(end);
    whole.then(|| out.into())
}

/// Walks the boxes from one place to another; says where the last whole one ends. Boxes hold each other eight deep at most.
fn boxes(out: &mut [u8], from: usize, to: usize, depth: u8, seen: &mut Vec<[u8; 4]>) -> Option<usize> {
    let mut at = from;
    while let Some((kind, head, length)) = one(out, at, to) {
        if TELLS.iter().any(|tells| **tells == kind) {
            out.get_mut(at + 4..at + 8)?.copy_from_slice(b"free");
            out.get_mut(at + head..at + length)?.fill(0);
        } else if HOLDS.iter().any(|holds| **holds == kind) && depth < 8 {
            let inside = boxes(out, at + head, at + length, depth + 1, seen)?;
            (inside == at + length).then_some(())?;
        } else if depth == 0 && !matches!(&kind, b"ftyp" | b"mdat" | b"free" | b"skip" | b"wide") {
            // What is none of a recording's boxes, and what follows it, was hung behind.
            break;
        }
        seen.push(kind);
        at += length;
    }
    Some(at)
}

/// A box: its kind, the bytes of its head, its whole length.
fn one(bytes: &[u8], at: usize, to: usize) -> Option<([u8; 4], usize, usize)> {
    let four = |at: usize| -> Option<[u8; 4]> { bytes.get(at..at.checked_add(4)?)?.try_into().ok() };
    let (size, kind) = (u32::from_be_bytes(four(at)?), four(at.checked_add(4)?)?);
    let (head, length) = match size {
        0 => (8, to.checked_sub(at)?),
        1 => {
            let long: [u8; 8] = bytes.get(at.checked_add(8)?..at.checked_add(16)?)?.try_into().ok()?;
            (16, usize::try_from(u64::from_be_bytes(long)).ok()?)
        }
        _ => (8, usize::try_from(size).ok()?),
    };
    let end = at.checked_add(length)?;
    (length >= head && end <= to).then_some((kind, head, length))
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "tests")]
mod tests {
    use super::*;

    fn boxed(kind: &[u8; 4], inside: &[u8]) -> Vec<u8> {
        let length = u32::try_from(inside.len() + 8).unwrap().to_be_bytes();
        [&length[..], kind, inside].concat()
    }

    /// A recording of a telephone: head, boxes with what tells of it, sound.
    fn recording() -> Vec<u8> {
        let told = boxed(b"udta", b"\xA9xyz secret +28.2+112.9/");
        let track = boxed(b"trak", &[boxed(b"tkhd", &[0; 20]), boxed(b"meta", b"secret")].concat());
        let moov = boxed(b"moov", &[boxed(b"mvhd", &[0; 20]), track, told].concat());
        [boxed(b"ftyp", b"M4A \0\0\0\0"), moov, boxed(b"mdat", &[7; 64])].concat()
    }

    /// Frames of 128 kilobits at 44,100 hertz: 417 bytes each.
    fn frames(count: usize) -> Vec<u8> {
        let one: Vec<u8> = [0xFF, 0xFB, 0x90, 0x00].into_iter().chain([5; 413]).collect();
        one.repeat(count)
    }

    fn holds(bytes: &[u8], words: &[u8]) -> bool {
        bytes.windows(words.len()).any(|window| window == words)
    }

    #[test]
    fn a_recording_tells_nothing_of_who_made_it_and_where() {
        let whole = [recording(), b"<script>secret</script>".to_vec()].concat();
        let bare = bare(&Bytes::from(whole)).unwrap();
        assert!(!holds(&bare, b"secret"));
        assert_eq!(bare.len(), recording().len(), "sound stands where its boxes say");
        assert!(holds(&bare, &[7; 64]));
        let tagged = [&b"ID3\x04\0\0\0\0\0\x06secret"[..], &frames(4), b"TAGsecret", b"PK\x03\x04"].concat();
        assert_eq!(super::bare(&Bytes::from(tagged)).unwrap(), [NOTHING_TOLD, &frames(4)].concat());
        let amr = [&b"#!AMR\n"[..], &[[4; 13], [4; 13], [4; 13]].concat(), b"\xFFsecret"].concat();
        assert_eq!(super::bare(&Bytes::from(amr)).unwrap().len(), 6 + 39);
    }

    #[test]
    fn what_is_no_recording_or_only_its_head_is_not_taken() {
        let page = [b"\0\0\0\x18ftypM4A ".to_vec(), b"<html><script>".to_vec()].concat();
        let deep = (0..400).fold(Vec::new(), |inside, _| boxed(b"moov", &inside));
        let bomb = [boxed(b"ftyp", b"M4A "), deep].concat();
        let long = [boxed(b"ftyp", b"M4A "), b"\0\0\0\x01mdat\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF".to_vec()].concat();
        for bytes in [page, bomb, long, frames(2), b"#!AMR\n<html>".to_vec(), b"PK\x03\x04".to_vec(), Vec::new()] {
            assert!(bare(&Bytes::from(bytes.clone())).is_none(), "{bytes:?}");
        }
    }

    proptest::proptest! {
        #[test]
        fn whatever_is_sent_is_a_recording_or_none_and_never_more_than_was_sent(
            head in proptest::sample::select(vec![&b"#!AMR\n"[..], b"ID3\x04\0\0\0\0\0\x01", b"\xFF\xFB\x90\0", b"\0\0\0\x10ftypM4A \0\0\0\0", b""]),
            rest in proptest::collection::vec(proptest::num::u8::ANY, 0..400),
        ) {
            let sent = Bytes::from([head, &rest].concat());
            let taken = bare(&sent);
            proptest::prop_assert!(taken.is_none_or(|taken| taken.len() <= sent.len() + NOTHING_TOLD.len()));
        }

        #[test]
        fn a_recording_with_one_byte_spoiled_is_still_no_more_than_a_recording(at in 0usize..200, byte in proptest::num::u8::ANY) {
            let mut sent = recording();
            if let Some(place) = sent.get_mut(at) {
                *place = byte;
            }
            let length = sent.len();
            proptest::prop_assert!(bare(&Bytes::from(sent)).is_none_or(|taken| taken.len() <= length));
        }
    }
}
