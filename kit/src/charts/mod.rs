//! Charts drawn on the server as SVG, always with the numbers as a table.
//!
//! It is drawn twice, for a desk and for a phone, and the page's style shows the one that fits: bars that stand beside each other on
//! a desk lie under each other on a phone, where their names stay readable. Neither has a width of its own.
//!
//! The picture carries no style attributes (our content policy forbids them), no script and no font: it names a list of fonts
//! that readers have. Series differ by colour, and by pattern, mark or dash, so that they can be told apart without colour.

mod font;
mod narrow;
mod picture;

use crate::{Fault, words::Lang};

/// How the numbers are drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// Bars beside each other.
    Bars,
    /// Bars on top of each other: parts of a whole.
    Stacked,
    /// Lines: what changes with time.
    Lines,
}

/// One row of numbers with its name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Series {
    /// Its name in the legend.
    pub name: String,
    /// One number for each label; nothing where there is none.
    pub values: Vec<Option<i64>>,
}

/// A chart to be drawn.
#[derive(Clone, Debug)]
pub struct Chart {
    id: String,
    title: String,
    shape: Shape,
    labels: Vec<String>,
    links: Vec<String>,
    series: Vec<Series>,
}

/// The numbers of a chart as a table, for the page to show beside it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Table {
    /// The names of the series; the first column, the labels, has no title.
    pub names: Vec<String>,
    /// Each label with its numbers, empty where there is none.
    pub rows: Vec<(String, Vec<String>)>,
    /// Where the cases behind each row are; empty where nothing leads there.
    pub links: Vec<String>,
}

impl Table {
    /// Each label with where its cases are and its numbers, as a page shows them.
    pub fn lines(&self) -> impl Iterator<Item = (&str, &str, &[String])> {
        let links = self.links.iter().map(String::as_str).chain(std::iter::repeat(""));
        self.rows.iter().zip(links).map(|((label, numbers), link)| (label.as_str(), link, numbers.as_slice()))
    }
}

impl Chart {
    /// Begins a chart. `id` is a word of ASCII letters, different from those of other charts on the page; `title` is what a
    /// screen reader says.
    #[must_use]
    pub fn new(
        id: &'static str,
        title: impl Into<String>,
        shape: Shape,
        labels: impl IntoIterator<Item = impl Into<String>>,
    ) -> Self {
        let labels = labels.into_iter().map(Into::into).collect();
        Self { id: id.to_owned(), title: title.into(), shape, labels, links: Vec::new(), series: Vec::new() }
    }

    /// Says where the cases behind each label are, for the table.
    #[must_use]
    pub fn links(mut self, links: impl IntoIterator<Item = String>) -> Self {
        self.links = links.into_iter().collect();
        self
    }

    /// Adds a series; numbers without a label are not drawn, labels without a number stay empty.
    #[must_use]
    pub fn series<V: Into<Option<i64>>>(
        mut self,
        name: impl Into<String>,
        values: impl IntoIterator<Item = V>,
    ) -> Self {
        let values = values.into_iter().map(Into::into).chain(std::iter::repeat(None));
        self.series.push(Series { name: name.into(), values: values.take(self.labels.len()).collect() });
        self
    }

    /// Draws it, for a desk and for a phone.
    ///
    /// # Errors
    /// When the drawing library refuses.
    pub fn svg(&self, lang: Lang) -> Result<String, Fault> {
        let wide = picture::finished(self, &picture::draw(self, lang)?, "wide", lang);
        let narrow = picture::finished(self, &narrow::draw(self, lang)?, "narrow", lang);
        Ok(wide + &narrow)
    }

    /// The same numbers as a table.
    #[must_use]
    pub fn table(&self) -> Table {
        let number = |value: Option<&Option<i64>>| value.copied().flatten().map_or_else(String::new, |n| n.to_string());
        let row = |(at, label): (usize, &String)| {
            (label.clone(), self.series.iter().map(|series| number(series.values.get(at))).collect())
        };
        Table {
            names: self.series.iter().map(|series| series.name.clone()).collect(),
            rows: self.labels.iter().enumerate().map(row).collect(),
            links: self.links.clone(),
        }
    }

    /// What a screen reader says after the title: how many, and the greatest.
    fn description(&self, lang: Lang) -> String {
        let numbers = self.series.iter().flat_map(|series| {
            let named = series.values.iter().zip(&self.labels);
            named.filter_map(move |(value, label)| value.map(|value| (value, label, &series.name)))
        });
        let Some((most, label, name)) = numbers.max_by_key(|(value, ..)| *value) else {
            return lang.t("charts-empty").into_owned();
        };
        let values = [
            ("count", self.labels.len().to_string()),
            ("label", label.clone()),
            ("name", name.clone()),
            ("most", most.to_string()),
        ];
        lang.tf("charts-description", &values).into_owned()
    }
}
