//! Photographs without what they tell of who took them: place, time, device, earlier versions. The picture itself is not touched, so
//! nothing is decoded and no bomb goes off here; how large it says that it is decides whether it may go off elsewhere.

mod sides;
#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "tests")]
mod tests;

use bytes::Bytes;
use img_parts::{ImageEXIF, jpeg::Jpeg, png::Png, riff::RiffContent, webp::WebP};

/// The markers of a JPEG that hold what programs say of it: APP1 to APP15 and comments.
const TOLD: std::ops::RangeInclusive<u8> = 0xE1..=0xEF;
/// The picture's own head, and how its colours are to be read; both have one length, and nothing may hide in them.
const JFIF: (u8, &[u8], usize) = (0xE0, b"JFIF\0", 14);
const ADOBE: (u8, &[u8], usize) = (0xEE, b"Adobe", 12);
const COMMENT: u8 = 0xFE;
/// The parts of a PNG that a picture needs.
const NEEDED: [&[u8; 4]; 8] = [b"IHDR", b"PLTE", b"IDAT", b"IEND", b"tRNS", b"gAMA", b"sRGB", b"cHRM"];
/// The parts of a WebP that a still picture needs.
const DRAWN: [&[u8; 4]; 4] = [b"VP8 ", b"VP8L", b"VP8X", b"ALPH"];

/// The picture alone; nothing when the bytes are no whole picture of the three kinds, or one larger than any camera takes.
#[must_use]
pub fn bare(bytes: &Bytes) -> Option<Bytes> {
    match bytes.get(..4)? {
        [0xFF, 0xD8, 0xFF, _] => jpeg(bytes),
        b"\x89PNG" => png(bytes),
        b"RIFF" => webp(bytes),
        _ => None,
    }
}

fn jpeg(bytes: &Bytes) -> Option<Bytes> {
    let mut picture = Jpeg::from_bytes(bytes.clone()).ok()?;
    let turned = picture.exif().and_then(|exif| orientation(&exif));
    picture.segments_mut().retain(|part| {
        let (marker, body) = (part.marker(), part.contents());
        let is =
            |(of, begins, length): (u8, &[u8], usize)| marker == of && body.starts_with(begins) && body.len() == length;
        let told = marker == JFIF.0 || TOLD.contains(&marker) || marker == COMMENT;
        !told || is(JFIF) || is(ADOBE)
    });
    picture.set_exif(turned.map(turn));
    let whole = picture.encoder().bytes();
    Some(whole.slice(..sides::jpeg(&whole)?))
}

fn png(bytes: &Bytes) -> Option<Bytes> {
    let mut picture = Png::from_bytes(bytes.clone()).ok()?;
    picture.chunks_mut().retain(|part| NEEDED.iter().any(|kind| **kind == part.kind()));
    sides::png(picture.chunks().iter().map(|part| (part.kind(), &**part.contents())))?;
    Some(picture.encoder().bytes())
}

fn webp(bytes: &Bytes) -> Option<Bytes> {
    let mut picture = WebP::from_bytes(bytes.clone()).ok()?;
    picture.chunks_mut().retain(|part| DRAWN.iter().any(|kind| **kind == part.id()));
    let body = |content: &RiffContent| match content {
        RiffContent::Data(body) => body.clone(),
        RiffContent::List { .. } => Bytes::new(),
    };
    let parts: Vec<_> = picture.chunks().iter().map(|part| (part.id(), body(part.content()))).collect();
    sides::webp(parts.iter().map(|(kind, body)| (*kind, &**body)))?;
    // Writes anew which parts there are.
    picture.set_exif(None);
    Some(picture.encoder().bytes())
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
