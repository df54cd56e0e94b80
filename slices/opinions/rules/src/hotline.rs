//! 12345: numbers of its tickets, written one way, so that the same ticket is found however often its sheet comes.

/// The number of a ticket at 12345: capitals, without blanks; 3 to 40 letters, digits and hyphens.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Ticketed(String);

impl Ticketed {
    /// The number.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// Reads a number of a ticket; digits and letters of any width are one.
#[must_use]
pub fn ticketed(text: &str) -> Option<Ticketed> {
    let plain = kernel::plain(text.get(..400).unwrap_or(text));
    let number: String = plain.chars().filter(|c| !c.is_whitespace()).map(|c| c.to_ascii_uppercase()).collect();
    let known = |c: char| c.is_ascii_alphanumeric() || c == '-';
    let fits = text.len() <= 400 && (3..=40).contains(&number.len()) && number.chars().all(known);
    fits.then_some(Ticketed(number))
}
