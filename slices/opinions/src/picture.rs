//! Photographs without what they tell of who took them: place, time, device, earlier versions. The picture itself is not touched, so
//! nothing is decoded and no bomb goes off; how it is to be turned stays.

use bytes::Bytes;
use img_parts::{ImageEXIF, jpeg::Jpeg, png::Png, webp::WebP};

/// The markers of a JPEG that hold what programs say of it: APP1 to APP15 and comments. APP0 is the picture's own head, APP14 says how its
/// colours are to be read.
const TOLD: std::ops::RangeInclusive<u8> = 0xE1..=0xEF;
const ADOBE: u8 = 0xEE;
const COMMENT: u8 = 0xFE;
/// The parts of a PNG that a picture needs.
const NEEDED: [&[u8; 4]; 8] = [b"IHDR", b"PLTE", b"IDAT", b"IEND", b"tRNS", b"gAMA", b"sRGB", b"cHRM"];
/// Points a side of a PNG may have.
const MOST_SIDE: u64 = 30_000;
/// The parts of a WebP that a picture needs.
const DRAWN: [&[u8; 4]; 6] = [b"VP8 ", b"VP8L", b"VP8X", b"ALPH", b"ANIM", b"ANMF"];

/// The picture alone; nothing when the bytes are no whole picture of the three kinds.
#[must_use]
pub fn bare(bytes: &Bytes) -> Option<Bytes> {
    if bytes.starts_with(&[0xFF, 0xD8, 0xFF]) {
        let mut picture = Jpeg::from_bytes(bytes.clone()).ok()?;
        let turned = picture.exif().and_then(|exif| orientation(&exif));
        picture.segments_mut().retain(|part| {
            let marker = part.marker();
            marker == ADOBE || !(TOLD.contains(&marker) || marker == COMMENT)
        });
        picture.set_exif(turned.map(turn));
        let whole = picture.encoder().bytes();
        return Some(whole.slice(..end(&whole)?));
    }
    if bytes.starts_with(b"\x89PNG") {
        let mut picture = Png::from_bytes(bytes.clone()).ok()?;
        // Whoever opens it is not to be stopped by a picture as large as a town.
        let sides = bytes
            .get(16..24)?
            .chunks_exact(4)
            .map(|side| side.iter().fold(0u64, |all, byte| all << 8 | u64::from(*byte)));
        sides.into_iter().all(|side| (1..=MOST_SIDE).contains(&side)).then_some(())?;
        picture.chunks_mut().retain(|part| NEEDED.iter().any(|kind| **kind == part.kind()));
        return Some(picture.encoder().bytes());
    }
    let mut picture = WebP::from_bytes(bytes.clone()).ok()?;
    picture.chunks_mut().retain(|part| DRAWN.iter().any(|kind| **kind == part.id()));
    // Writes anew which parts there are.
    picture.set_exif(None);
    Some(picture.encoder().bytes())
}

/// Where a JPEG ends: telephones hang films and second pictures, with a place of their own, behind it.
fn end(jpeg: &[u8]) -> Option<usize> {
    let mut at = 2;
    loop {
        if *jpeg.get(at)? != 0xFF {
            at += 1;
            continue;
        }
        match *jpeg.get(at + 1)? {
            0xFF => at += 1,
            // A stuffed byte of the picture, and marks without a length.
            0x00 | 0x01 | 0xD0..=0xD8 => at += 2,
            0xD9 => return Some(at + 2),
            _ => {
                let length: [u8; 2] = jpeg.get(at + 2..at + 4)?.try_into().ok()?;
                at += 2 + usize::from(u16::from_be_bytes(length));
            }
        }
    }
}

/// How the picture is to be turned (TIFF tag 0x0112): 2 to 8; nothing where it stands upright or nobody says.
fn orientation(exif: &[u8]) -> Option<u8> {
    let small = match exif.get(..2)? {
        b"II" => true,
        b"MM" => false,
        _ => return None,
    };
    let two = |at: usize| -> Option<u16> {
        let bytes: [u8; 2] = exif.get(at..at.checked_add(2)?)?.try_into().ok()?;
        Some(if small { u16::from_le_bytes(bytes) } else { u16::from_be_bytes(bytes) })
    };
    let four: [u8; 4] = exif.get(4..8)?.try_into().ok()?;
    let first = if small { u32::from_le_bytes(four) } else { u32::from_be_bytes(four) };
    let first = usize::try_from(first).ok()?;
    let entry = |nth: usize| first.checked_add(2)?.checked_add(nth.checked_mul(12)?);
    let tagged = |at: &usize| two(*at) == Some(0x0112);
    let at = (0..usize::from(two(first)?).min(200)).filter_map(entry).find(tagged)?;
    let value = u8::try_from(two(at.checked_add(8)?)?).ok()?;
    (2..=8).contains(&value).then_some(value)
}

/// An EXIF block that says how the picture is to be turned and nothing else.
fn turn(orientation: u8) -> Bytes {
    let mut block = b"MM\0\x2A\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0".to_vec();
    block.extend([orientation, 0, 0, 0, 0, 0, 0]);
    block.into()
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "tests")]
mod tests {
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
}
