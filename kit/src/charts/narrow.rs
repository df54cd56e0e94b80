//! The picture for a phone: bars lie under each other, each label on a line of its own, and the picture is as high as they need.

use charts_rs::{Color, HorizontalBarChart, Position};

use super::{Chart, Shape, picture};
use crate::{Fault, words::Lang};

/// As wide as what a phone of 360 pixels leaves inside a card, so that text keeps its size there.
const WIDTH: f32 = 320.0;
/// The thickness of a bar, with what parts it from the next of its label.
const BAR: usize = 20;
/// What parts the bars of one label from those of the next.
const GAP: usize = 10;
/// Legend above and numbers below.
const AROUND: usize = 80;
/// As much of a name stands on a line, in hundredths of a Chinese character; a longer one goes on below.
const LINE: usize = 900;
/// So many lines a name has at most: what is longer ends in dots, and the table beside the picture has it whole.
const MOST_LINES: usize = 3;
/// From one line of a name to the next.
const LEADING: usize = 14;
/// In the library's hands the end of a folded name's first line is a character that nobody writes: by it the line is found again.
const MARKS: u32 = 0xe000;

pub(super) fn draw(chart: &Chart, lang: Lang) -> Result<String, Fault> {
    let svg = match chart.shape {
        Shape::Lines => lines(chart, lang),
        Shape::Bars | Shape::Stacked => {
            let names: Vec<Vec<String>> = chart.labels.iter().map(|label| folded(label)).collect();
            bars(chart, &names, lang).svg().map(|svg| unfolded(svg, &names))
        }
    };
    svg.map_err(|error| Fault::caused("a chart could not be drawn", error))
}

fn lines(chart: &Chart, lang: Lang) -> Result<String, charts_rs::Error> {
    let mut picture = picture::lines(chart, lang);
    (picture.base.width, picture.base.height) = (WIDTH, 300.0);
    // Turned labels need their room.
    picture.base.x_axis.height = 64.0;
    picture.svg()
}

fn bars(chart: &Chart, names: &[Vec<String>], lang: Lang) -> HorizontalBarChart {
    // The library begins at the bottom; people begin at the top.
    let mut labels: Vec<String> = (MARKS..).zip(names).map(|(mark, name)| marked(name, mark)).collect();
    labels.reverse();
    let mut upward = chart.clone();
    upward.series.iter_mut().for_each(|series| series.values.reverse());
    let mut picture = HorizontalBarChart::new(picture::series(&upward), labels);
    picture::dress(&mut picture.base, chart, lang);
    let stacked = chart.shape == Shape::Stacked;
    let beside = if stacked { 1 } else { chart.series.len().max(1) };
    let lines = names.iter().map(Vec::len).max().unwrap_or(1);
    let each = (beside * BAR + GAP).max(lines * LEADING + GAP / 2);
    let height = chart.labels.len().max(1) * each + AROUND;
    (picture.base.width, picture.base.height) = (WIDTH, f32::from(u16::try_from(height).unwrap_or(u16::MAX)));
    for axis in &mut picture.y_axis_configs {
        axis.font.size = 12.0;
        axis.font.color = picture::ink();
    }
    if stacked {
        picture.base.series_list.iter_mut().for_each(|series| series.stack = Some("whole".to_owned()));
        picture.series_label_position = Some(Position::Inside);
        picture.base.series.label.font.color = Color::from((255, 255, 255));
    }
    // Each bar has a line of its own, so its number has room.
    picture.base.series_list.iter_mut().for_each(|series| series.label_show = true);
    picture
}

/// A name in lines; a word of Latin letters goes down whole.
fn folded(name: &str) -> Vec<String> {
    let wide = |letter: char| if letter < '\u{2e80}' { 56 } else { 100 };
    let (mut lines, mut line) = (Vec::new(), String::new());
    for letter in name.chars() {
        if line.chars().chain([letter]).map(wide).sum::<usize>() > LINE {
            let end = line.rfind(' ').filter(|_| letter.is_ascii_alphanumeric()).unwrap_or(line.len());
            let rest = line.split_off(end).trim_start().to_owned();
            lines.push(std::mem::replace(&mut line, rest).trim_end().to_owned());
        }
        if !(line.is_empty() && letter == ' ') {
            line.push(letter);
        }
    }
    lines.push(line);
    if lines.len() > MOST_LINES {
        lines.truncate(MOST_LINES);
        if let Some(last) = lines.last_mut() {
            last.pop();
            last.push('…');
        }
    }
    lines
}

/// What the library is given of a name: its one line, or the first with its mark at the end.
fn marked(name: &[String], mark: u32) -> String {
    match (name, char::from_u32(mark)) {
        ([first, _, ..], Some(mark)) => {
            let mut line = first.clone();
            line.pop();
            line.push(mark);
            line
        }
        (name, _) => name.concat(),
    }
}

/// Puts the lines of each folded name where its mark stands, around the height that the library gave it.
fn unfolded(mut svg: String, names: &[Vec<String>]) -> String {
    for (mark, name) in (MARKS..).zip(names).filter(|(_, name)| name.len() > 1) {
        let Some(mark) = char::from_u32(mark) else { continue };
        let written = |at: &usize| svg.get(..*at).and_then(|before| before.rsplit('<').next()).is_some_and(is_text);
        let Some(at) = svg.match_indices(mark).map(|(at, _)| at).find(written) else { continue };
        let (before, after) = svg.split_at(at);
        let (Some(start), Some(end)) = (before.rfind("<text"), after.find("</text>")) else { continue };
        let Some((head, _)) = before.get(start..).and_then(|text| text.split_once('>')) else { continue };
        let x = head.split_once(" x=\"").and_then(|(_, rest)| rest.split('"').next()).unwrap_or("0");
        let up = (name.len() - 1) * LEADING / 2;
        let line = |(nth, line): (usize, &String)| {
            let dy = if nth == 0 { format!("-{up}") } else { LEADING.to_string() };
            let words = line.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;");
            format!("<tspan x=\"{x}\" dy=\"{dy}\">{words}</tspan>")
        };
        let lines: String = name.iter().enumerate().map(line).collect();
        let whole = format!("{head}>{lines}");
        svg.replace_range(start..at + end, &whole);
        svg = svg.replace(mark, "…"); // what the library notes of each bar
    }
    svg
}

fn is_text(tag: &str) -> bool {
    tag.starts_with("text")
}
