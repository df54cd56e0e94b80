//! A font nobody sees. It tells the drawing library how wide characters are: Chinese ones as wide as high, others about half.
//!
//! The library lays out by the font it knows, and the one it carries knows no Chinese. Instead of shipping megabytes of
//! somebody's glyphs, we give it widths alone: a TrueType file of two boxes.

/// The family's name, replaced in the picture by the fonts readers have.
pub(super) const FAMILY: &str = "LianluoWidths";

/// Units of one em.
const EM: u16 = 1000;
/// The width of letters and digits, a little more than most fonts', so that nothing is laid out too tight.
const NARROW: u16 = 560;
/// From here on characters are as wide as high: CJK, kana, full-width forms and all beyond.
const WIDE_FROM: u32 = 0x2e80;

/// The file.
pub(super) fn file() -> Vec<u8> {
    let glyphs = [box_glyph(NARROW), box_glyph(EM)].concat();
    let each = u16::try_from(glyphs.len() / 4).unwrap_or(0); // offsets count pairs of bytes
    let tables: [(&[u8; 4], Vec<u8>); 8] = [
        (b"cmap", cmap()),
        (b"glyf", glyphs),
        (b"head", head()),
        (b"hhea", hhea()),
        (b"hmtx", hmtx()),
        (b"loca", words(&[0, each, each * 2])),
        (b"maxp", maxp()),
        (b"name", name()),
    ];
    let mut directory = words(&[1, 0, 8, 128, 3, 0]);
    let mut body = Vec::new();
    let start = 12 + 16 * tables.len();
    for (tag, table) in tables {
        directory.extend_from_slice(tag);
        directory.extend(longs(&[0, start + body.len(), table.len()]));
        body.extend(table);
        body.resize(body.len().next_multiple_of(4), 0);
    }
    directory.extend(body);
    directory
}

fn words(values: &[u16]) -> Vec<u8> {
    values.iter().flat_map(|value| value.to_be_bytes()).collect()
}

fn longs(values: &[usize]) -> Vec<u8> {
    values.iter().flat_map(|value| u32::try_from(*value).unwrap_or(0).to_be_bytes()).collect()
}

/// A box as wide as the character: the library measures the last one of a text by its ink.
fn box_glyph(width: u16) -> Vec<u8> {
    let mut glyph = words(&[1, 0, 0, width, 700, 3, 0]);
    glyph.extend([1, 1, 1, 1]); // four points on the curve
    glyph.extend(words(&[0, width, 0, 0_u16.wrapping_sub(width), 0, 0, 700, 0]));
    glyph.resize(glyph.len().next_multiple_of(4), 0);
    glyph
}

/// Every character of a range to the same glyph: format 13.
fn cmap() -> Vec<u8> {
    let wide = WIDE_FROM as usize;
    let groups = longs(&[0x20, wide - 1, 0, wide, 0x10_ffff, 1]);
    let mut table = words(&[0, 1, 3, 10]);
    table.extend(longs(&[12]));
    table.extend(words(&[13, 0]));
    table.extend(longs(&[16 + groups.len(), 0, 2]));
    table.extend(groups);
    table
}

fn head() -> Vec<u8> {
    let mut table = longs(&[0x0001_0000, 0, 0, 0x5f0f_3cf5]);
    table.extend(words(&[0, EM]));
    table.extend(longs(&[0, 0, 0, 0]));
    table.extend(words(&[0, 0, EM, EM, 0, 8, 2, 0, 0]));
    table
}

fn hhea() -> Vec<u8> {
    let descent = 0_u16.wrapping_sub(120);
    words(&[1, 0, 880, descent, 0, EM, 0, 0, EM, 1, 0, 0, 0, 0, 0, 0, 0, 2])
}

fn hmtx() -> Vec<u8> {
    words(&[NARROW, 0, EM, 0])
}

fn maxp() -> Vec<u8> {
    let mut table = longs(&[0x0000_5000]);
    table.extend(words(&[2]));
    table
}

/// One name: the family, in Unicode, English.
fn name() -> Vec<u8> {
    let text: Vec<u16> = FAMILY.encode_utf16().collect();
    let length = u16::try_from(text.len() * 2).unwrap_or(0);
    let mut table = words(&[0, 1, 18, 3, 1, 0x409, 1, length, 0]);
    table.extend(words(&text));
    table
}

#[cfg(test)]
mod tests {
    #[test]
    fn chinese_is_measured_as_wide_as_high() {
        charts_rs::add_fonts(&[&super::file()]).unwrap();
        let width = |text: &str| charts_rs::measure_text_width_family(super::FAMILY, 100.0, text).unwrap().width();
        assert_eq!((width("人大代表"), width("2026")), (400.0, 224.0));
    }
}
