//! The encrypted totals, and the numbers they open to.

use std::collections::HashMap;

use crate::{
    check::Admitted,
    election::Election,
    group::Group,
    message::{self, Cipher},
    trustee::Decryption,
};

/// The sum of the ballots, still encrypted.
pub struct Totals<G: Group> {
    rows: Vec<Vec<(G::Point, G::Point)>>,
    ballots: u64,
}

/// Why the totals do not open.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Open {
    /// A decryption is missing, or one too many.
    Trustees,
    /// What comes out is no number of ballots.
    Number,
}

impl<G: Group> Totals<G> {
    /// The sum of no ballot.
    #[must_use]
    pub fn new(election: &Election<G>) -> Self {
        let row = |width| vec![(G::zero(), G::zero()); width];
        Self { rows: election.questions().iter().map(|question| row(question.width())).collect(), ballots: 0 }
    }

    /// Totals that somebody else added up and checked.
    #[must_use]
    pub fn read(rows: &[Vec<(String, String)>], ballots: u64) -> Option<Self> {
        let points = |(alpha, beta): &(String, String)| Some((G::point(alpha)?, G::point(beta)?));
        let rows = rows.iter().map(|row| row.iter().map(points).collect()).collect::<Option<_>>()?;
        Some(Self { rows, ballots })
    }

    /// Adds a ballot.
    pub fn add(&mut self, ballot: &Admitted<G>) {
        for (row, choices) in self.rows.iter_mut().zip(&ballot.choices) {
            for (sum, choice) in row.iter_mut().zip(choices) {
                *sum = (G::add(&sum.0, &choice.0), G::add(&sum.1, &choice.1));
            }
        }
        self.ballots += 1;
    }

    pub(crate) fn rows(&self) -> &[Vec<(G::Point, G::Point)>] {
        &self.rows
    }

    /// How many ballots are in it.
    #[must_use]
    pub const fn ballots(&self) -> u64 {
        self.ballots
    }

    /// As they are published.
    #[must_use]
    pub fn json(&self) -> String {
        let row = |row: &Vec<(G::Point, G::Point)>| row.iter().map(|(a, b)| Cipher::of::<G>(a, b)).collect::<Vec<_>>();
        message::write(&self.rows.iter().map(row).collect::<Vec<_>>())
    }

    /// The numbers, question by question, from the decryptions of all trustees.
    ///
    /// # Errors
    /// When a trustee is missing: then something comes out that is no number of ballots.
    pub fn open(&self, decryptions: &[Decryption<G>]) -> Result<Vec<Vec<u64>>, Open> {
        let steps = Steps::<G>::up_to(self.ballots);
        let mut out = Vec::new();
        for (at, row) in self.rows.iter().enumerate() {
            let mut numbers = Vec::new();
            for (column, (_, beta)) in row.iter().enumerate() {
                let mut plain = beta.clone();
                for one in decryptions {
                    let factor = one.factors.get(at).and_then(|row| row.get(column)).ok_or(Open::Trustees)?;
                    plain = G::sub(&plain, factor);
                }
                numbers.push(steps.logarithm(plain).ok_or(Open::Number)?);
            }
            out.push(numbers);
        }
        Ok(out)
    }
}

/// Finds small logarithms with small and great steps.
struct Steps<G: Group> {
    small: HashMap<String, u64>,
    great: G::Point,
    size: u64,
    most: u64,
}

impl<G: Group> Steps<G> {
    fn up_to(most: u64) -> Self {
        let size = most.isqrt() + 1;
        let one = G::base(&G::number(1));
        let mut small = HashMap::new();
        let mut point = G::zero();
        for number in 0..size {
            small.insert(G::shown(&point), number);
            point = G::add(&point, &one);
        }
        Self { small, great: point, size, most }
    }

    fn logarithm(&self, mut point: G::Point) -> Option<u64> {
        for step in 0..=self.size {
            if let Some(number) = self.small.get(&G::shown(&point)) {
                return Some(step * self.size + number).filter(|number| *number <= self.most);
            }
            point = G::sub(&point, &self.great);
        }
        None
    }
}
