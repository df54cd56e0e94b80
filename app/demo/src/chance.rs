//! Chance that can be repeated: SplitMix64, seeded by a number, a label and an index.

/// A stream of numbers that looks random and is the same every time for the same seed.
///
/// Every thing of the world has a stream of its own, so adding a field to one thing changes no other.
#[derive(Clone, Debug)]
pub struct Chance {
    state: u64,
}

impl Chance {
    /// The stream of a seed.
    #[must_use]
    pub const fn new(seed: u64) -> Self {
        Self { state: seed }
    }

    /// The stream of the `index`-th thing called `label` in the world of `seed`.
    #[must_use]
    pub fn of(seed: u64, label: &str, index: u64) -> Self {
        let named = label.bytes().fold(seed, |sum, byte| mix(sum ^ u64::from(byte)));
        Self { state: mix(named ^ mix(index)) }
    }

    /// The next 64 bits.
    pub fn bits(&mut self) -> u64 {
        self.state = self.state.wrapping_add(0x9E37_79B9_7F4A_7C15);
        mix(self.state)
    }

    /// A number from 0 up to, not including, `bound`; 0 when `bound` is 0.
    pub fn below(&mut self, bound: u64) -> u64 {
        // The high half of a 64 × 64 product: unbiased enough for bounds far below 2^64.
        let product = u128::from(self.bits()) * u128::from(bound);
        u64::try_from(product >> 64).unwrap_or(0)
    }

    /// A number from `low` to `high`, both included.
    pub fn between(&mut self, low: u64, high: u64) -> u64 {
        low + self.below(high.saturating_sub(low) + 1)
    }

    /// True in `part` of `of` cases.
    pub fn hits(&mut self, part: u64, of: u64) -> bool {
        self.below(of) < part
    }

    /// One of the things, or nothing when there are none.
    pub fn pick<'a, T>(&mut self, things: &'a [T]) -> Option<&'a T> {
        let at = self.below(things.len() as u64);
        usize::try_from(at).ok().and_then(|at| things.get(at))
    }

    /// One of the texts; empty when there are none.
    pub fn text<'a>(&mut self, texts: &[&'a str]) -> &'a str {
        self.pick(texts).copied().unwrap_or_default()
    }

    /// One of the characters; nothing when there are none.
    pub fn char(&mut self, text: &str) -> Option<char> {
        let at = self.below(text.chars().count() as u64);
        text.chars().nth(usize::try_from(at).ok()?)
    }

    /// One of the things, each as often as its weight says.
    pub fn weighted<T: Copy + Default>(&mut self, things: &[(u32, T)]) -> T {
        let total = things.iter().map(|(weight, _)| u64::from(*weight)).sum();
        let mut left = self.below(total);
        for (weight, thing) in things {
            let weight = u64::from(*weight);
            if left < weight {
                return *thing;
            }
            left -= weight;
        }
        T::default()
    }

    /// `count` different places in a list of `len`, in ascending order; all of them when there are no more.
    pub fn places(&mut self, count: usize, len: usize) -> Vec<usize> {
        let mut needed = count.min(len) as u64;
        let mut chosen = Vec::with_capacity(count.min(len));
        for at in 0..len {
            if needed == 0 {
                break;
            }
            if self.hits(needed, (len - at) as u64) {
                chosen.push(at);
                needed -= 1;
            }
        }
        chosen
    }

    /// Ten bytes, as an identity needs them.
    pub fn ten(&mut self) -> [u8; 10] {
        let mut ten = [0; 10];
        let (high, low) = (self.bits().to_be_bytes(), self.bits().to_be_bytes());
        for (to, from) in ten.iter_mut().zip(high.into_iter().chain(low)) {
            *to = from;
        }
        ten
    }
}

const fn mix(bits: u64) -> u64 {
    let bits = (bits ^ (bits >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    let bits = (bits ^ (bits >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    bits ^ (bits >> 31)
}
