//! The picture itself: one thin layer over charts-rs, whose interface changes between versions.

use std::sync::LazyLock;

use charts_rs::{
    AxisLabelOverflow, BarChart, Box as Margin, Color, LegendCategory, LineChart, Position, Symbol,
    svg_with_accessibility,
};

use super::{Chart, Series, Shape, font};
use crate::{Fault, words::Lang};

/// Fonts readers have, the ones of phones and offices first.
const FONTS: &str =
    "system-ui, PingFang SC, Microsoft YaHei, HarmonyOS Sans SC, Noto Sans CJK SC, Source Han Sans SC, sans-serif";

/// Told apart by people with any kind of colour vision, at least 3:1 against white.
const COLOURS: [(u8, u8, u8); 6] =
    [(0, 94, 162), (196, 80, 0), (0, 128, 96), (154, 73, 137), (92, 102, 114), (133, 100, 4)];

/// The strokes laid over each colour, darker than it so that numbers on it stay readable, on a tile of 8 by 8; the first colour stays plain.
const STROKES: [&str; 5] =
    ["M0 8L8 0M-2 2L2 -2M6 10L10 6", "M0 2H8M0 6H8", "M2 2h2v2h-2z", "M2 0V8M6 0V8", "M0 0L8 8M0 8L8 0"];

/// Numbers stand on the marks as long as there are not more than this.
const MOST_LABELS: usize = 16;

/// Registered once; a failure is found by the tests, and costs the layout only.
static WIDTHS: LazyLock<bool> = LazyLock::new(|| charts_rs::add_fonts(&[&font::file()]).is_ok());

pub(super) fn draw(chart: &Chart, lang: Lang) -> Result<String, Fault> {
    LazyLock::force(&WIDTHS);
    let svg = match chart.shape {
        Shape::Lines => lines(chart, lang).svg(),
        Shape::Bars | Shape::Stacked => bars(chart, lang).svg(),
    };
    svg.map_err(|error| Fault::caused("a chart could not be drawn", error))
}

/// The picture as a page takes it: with the fonts of readers, patterns, and words for those who hear it. It has no width of its own, for
/// the page has one; `class` says for which.
pub(super) fn finished(chart: &Chart, svg: &str, class: &str, lang: Lang) -> String {
    let svg = if *WIDTHS { svg.replace(font::FAMILY, FONTS) } else { svg.to_owned() };
    let svg = if chart.shape == Shape::Lines { svg } else { patterned(&svg, chart, class) };
    let svg = svg_with_accessibility(&svg, &chart.title, &chart.description(lang));
    let (head, rest) = svg.split_once('>').unwrap_or((&svg, ""));
    let sized = |word: &&str| !word.starts_with("width=") && !word.starts_with("height=");
    let head: Vec<&str> = head.split(' ').filter(sized).collect();
    format!("{}>{rest}", head.join(" ")).replacen("<svg ", &format!("<svg class=\"{class}\" focusable=\"false\" "), 1)
}

fn bars(chart: &Chart, lang: Lang) -> BarChart {
    let mut picture = BarChart::new(series(chart), chart.labels.clone());
    dress(&mut picture.base, chart, lang);
    for axis in &mut picture.y_axis_configs {
        axis.font.size = 12.0;
        axis.font.color = ink();
    }
    if chart.shape == Shape::Stacked {
        picture.base.series_list.iter_mut().for_each(|series| series.stack = Some("whole".to_owned()));
        picture.series_label_position = Some(Position::Inside);
        picture.base.series.label.font.color = Color::from((255, 255, 255));
    }
    picture
}

pub(super) fn lines(chart: &Chart, lang: Lang) -> LineChart {
    let mut picture = LineChart::new(series(chart), chart.labels.clone());
    dress(&mut picture.base, chart, lang);
    for axis in &mut picture.y_axis_configs {
        axis.font.size = 12.0;
        axis.font.color = ink();
    }
    let marks =
        [Symbol::Circle(4.0, None), Symbol::Rect(4.0, None), Symbol::Triangle(5.0, None), Symbol::Diamond(5.0, None)];
    let dashes = [None, Some("6,4"), Some("2,3"), Some("10,4,2,4")];
    let looks = marks.into_iter().cycle().zip(dashes.into_iter().cycle());
    for (series, (mark, dash)) in picture.base.series_list.iter_mut().zip(looks) {
        series.symbol = Some(mark);
        series.stroke_dash_array = dash.map(str::to_owned);
    }
    picture
}

pub(super) fn ink() -> Color {
    Color::from((51, 56, 64))
}

pub(super) fn series(chart: &Chart) -> Vec<charts_rs::Series> {
    let stacked = chart.shape == Shape::Stacked;
    // A part of nothing is not drawn, nor its number.
    let number = |value: &Option<i64>| value.filter(|value| !stacked || *value != 0).map(|value| value as f32);
    let signs = chart.shape == Shape::Lines && chart.series.len() > 1;
    let convert = |(series, sign): (&Series, &str)| {
        // The legend draws every line's mark as a circle; the sign in words tells which line is meant.
        let name = if signs { format!("{sign} {}", series.name) } else { series.name.clone() };
        (name.as_str(), series.values.iter().map(number).collect::<Vec<_>>()).into()
    };
    chart.series.iter().zip(["●", "■", "▲", "◆"].into_iter().cycle()).map(convert).collect()
}

pub(super) fn dress(base: &mut charts_rs::ChartBase, chart: &Chart, lang: Lang) {
    base.width = 720.0;
    base.height = 360.0;
    // The number above the highest bar needs its room; where there is a legend, it stands there.
    let top = if chart.series.len() > 1 { 8.0 } else { 28.0 };
    base.margin = Margin { left: 8.0, top, right: 24.0, bottom: 8.0 };
    base.background_color = Color::transparent();
    font::FAMILY.clone_into(&mut base.font_family);
    base.empty_text = Some(lang.t("charts-empty").into_owned());
    base.legend.category = if chart.shape == Shape::Lines { LegendCategory::Normal } else { LegendCategory::Rect };
    base.legend.show = Some(chart.series.len() > 1);
    base.legend.font.size = 14.0;
    base.legend.font.color = ink();
    base.x_axis.font.size = 12.0;
    base.x_axis.font.color = ink();
    base.x_axis.label_overflow = AxisLabelOverflow::Rotate;
    base.series.colors = COLOURS.map(Color::from).to_vec();
    base.series.label.font.size = 12.0;
    base.series.label.hide_overlap = true;
    base.series.label.font.color = ink();
    let few = chart.series.len() * chart.labels.len() <= MOST_LABELS;
    base.series_list.iter_mut().for_each(|series| series.label_show = few);
}

/// Puts a pattern in place of each colour but the first.
fn patterned(svg: &str, chart: &Chart, class: &str) -> String {
    let mut out = svg.to_owned();
    let mut tiles = String::new();
    let used = COLOURS.iter().skip(1).zip(STROKES).enumerate().take(chart.series.len().saturating_sub(1));
    for (at, (colour, strokes)) in used {
        let (hex, id) = (Color::from(*colour).hex(), format!("{}-{class}-{at}", chart.id));
        let fill = format!("fill=\"{hex}\"");
        if !out.contains(&fill) {
            continue;
        }
        out = out.replace(&fill, &format!("fill=\"url(#{id})\""));
        tiles.push_str(&format!(
            "<pattern id=\"{id}\" width=\"8\" height=\"8\" patternUnits=\"userSpaceOnUse\"><path d=\"M0 0H8V8H0z\" fill=\"{hex}\"/>\
             <path d=\"{strokes}\" fill=\"none\" stroke=\"#000000\" stroke-opacity=\".4\" stroke-width=\"1.2\"/></pattern>"
        ));
    }
    match out.find('>').filter(|_| !tiles.is_empty()) {
        Some(end) => {
            let (open, rest) = out.split_at(end + 1);
            format!("{open}<defs>{tiles}</defs>{rest}")
        }
        None => out,
    }
}
