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
/// Labels longer than this end in dots: the table beside the picture has them whole.
const MOST_CHARACTERS: usize = 9;

pub(super) fn draw(chart: &Chart, lang: Lang) -> Result<String, Fault> {
    let svg = match chart.shape {
        Shape::Lines => lines(chart, lang),
        Shape::Bars | Shape::Stacked => bars(chart, lang).svg(),
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

fn bars(chart: &Chart, lang: Lang) -> HorizontalBarChart {
    // The library begins at the bottom; people begin at the top.
    let labels: Vec<String> = chart.labels.iter().rev().map(|label| short(label)).collect();
    let mut upward = chart.clone();
    upward.series.iter_mut().for_each(|series| series.values.reverse());
    let mut picture = HorizontalBarChart::new(picture::series(&upward), labels);
    picture::dress(&mut picture.base, chart, lang);
    let stacked = chart.shape == Shape::Stacked;
    let beside = if stacked { 1 } else { chart.series.len().max(1) };
    let height = chart.labels.len().max(1) * beside * BAR + chart.labels.len() * GAP + AROUND;
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

fn short(label: &str) -> String {
    if label.chars().count() <= MOST_CHARACTERS {
        return label.to_owned();
    }
    label.chars().take(MOST_CHARACTERS - 1).chain(['…']).collect()
}
