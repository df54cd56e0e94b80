//! How large a picture says that it is. Nothing here is decoded; but somebody opens it some day, on an office machine, and a file of some
//! kilobytes that unfolds to gigabytes stops that machine.

/// Points a side may have.
const MOST_SIDE: u64 = 30_000;
/// Points altogether: as the largest sensors of telephones take, 200 million.
const MOST_POINTS: u64 = 200_000_000;
/// A picture that comes clearer in steps has some ten; each is decoded over the whole picture.
const MOST_SCANS: usize = 64;

/// Whether a picture of these sides may come in.
fn fits(width: u64, height: u64) -> bool {
    let side = |side| (1..=MOST_SIDE).contains(&side);
    side(width) && side(height) && width.saturating_mul(height) <= MOST_POINTS
}

fn big(bytes: &[u8], at: usize, count: usize) -> Option<u64> {
    let digits = bytes.get(at..at.checked_add(count)?)?;
    Some(digits.iter().fold(0, |all, byte| all << 8 | u64::from(*byte)))
}

fn small(bytes: &[u8], at: usize, count: usize) -> Option<u64> {
    let digits = bytes.get(at..at.checked_add(count)?)?;
    Some(digits.iter().rev().fold(0, |all, byte| all << 8 | u64::from(*byte)))
}

/// Where a JPEG of one frame that fits ends: telephones hang films and second pictures, with a place of their own, behind it. Between its
/// scans nothing may be told of it: what stands there is not taken apart and would go along.
pub fn jpeg(bytes: &[u8]) -> Option<usize> {
    let (mut at, mut frames, mut scans) = (2, 0, 0);
    loop {
        let marker = match (*bytes.get(at)?, *bytes.get(at + 1)?) {
            // A stuffed byte of the picture, and marks without a length.
            (0xFF, 0x00 | 0x01 | 0xD0..=0xD8) => {
                at += 2;
                continue;
            }
            (0xFF, 0xD9) => return (frames == 1 && scans > 0).then_some(at + 2),
            (0xFF, marker) if marker != 0xFF => marker,
            _ => {
                at += 1;
                continue;
            }
        };
        match marker {
            0xC0..=0xCF if !matches!(marker, 0xC4 | 0xC8 | 0xCC) => {
                frames += 1;
                fits(big(bytes, at + 7, 2)?, big(bytes, at + 5, 2)?).then_some(())?;
            }
            0xDA => {
                scans += 1;
                (scans <= MOST_SCANS).then_some(())?;
            }
            // The height told behind the scans, and frames of several heights.
            0xDC | 0xDE => return None,
            0xE0..=0xEF | 0xFE if scans > 0 => return None,
            _ => {}
        }
        at += 2 + usize::try_from(big(bytes, at + 2, 2)?).ok()?;
    }
}

/// Whether a PNG is one that fits: its head, its points, its end.
pub fn png<'a>(chunks: impl Iterator<Item = ([u8; 4], &'a [u8])> + Clone) -> Option<()> {
    let (first, head) = chunks.clone().next()?;
    let heads = chunks.clone().filter(|(kind, _)| kind == b"IHDR").count();
    let drawn = chunks.clone().any(|(kind, _)| &kind == b"IDAT") && chunks.last()?.0 == *b"IEND";
    (first == *b"IHDR" && heads == 1 && drawn && fits(big(head, 0, 4)?, big(head, 4, 4)?)).then_some(())
}

/// Whether a WebP is one still picture that fits.
pub fn webp<'a>(chunks: impl Iterator<Item = ([u8; 4], &'a [u8])>) -> Option<()> {
    let mut pictures = 0;
    for (kind, body) in chunks {
        let (width, height) = match &kind {
            b"VP8X" => (small(body, 4, 3)? + 1, small(body, 7, 3)? + 1),
            b"VP8 " => {
                pictures += 1;
                // A key frame: its mark, then sides of fourteen bits.
                (small(body, 0, 1)? & 1 == 0 && body.get(3..6)? == b"\x9D\x01\x2A").then_some(())?;
                (small(body, 6, 2)? & 0x3FFF, small(body, 8, 2)? & 0x3FFF)
            }
            b"VP8L" => {
                pictures += 1;
                (small(body, 0, 1)? == 0x2F).then_some(())?;
                let sides = small(body, 1, 4)?;
                ((sides & 0x3FFF) + 1, (sides >> 14 & 0x3FFF) + 1)
            }
            _ => continue,
        };
        fits(width, height).then_some(())?;
    }
    (pictures == 1).then_some(())
}
