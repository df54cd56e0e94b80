//! How big a demonstration is.

use std::{fmt, str::FromStr};

/// The size of a world; each is a real area and all below it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Size {
    /// One town: some sixty deputies.
    Town,
    /// One county with its towns: some two thousand deputies.
    #[default]
    County,
    /// One city with its counties and towns.
    City,
    /// The whole province: 145,000 deputies and 200,000 suggestions.
    Province,
}

/// The text names no size.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnknownSize(pub String);

impl Size {
    /// The area whose congresses get people and suggestions. Every other area of the province still stands there, empty.
    #[must_use]
    pub const fn area(self) -> &'static str {
        match self {
            Self::Town => "430725114",
            Self::County => "430725",
            Self::City => "4307",
            Self::Province => "43",
        }
    }

    /// How many suggestions there are unless somebody asks for another number.
    #[must_use]
    pub const fn suggestions(self) -> u64 {
        match self {
            Self::Town => 80,
            Self::County => 1_600,
            Self::City => 14_000,
            Self::Province => 200_000,
        }
    }
}

impl FromStr for Size {
    type Err = UnknownSize;
    fn from_str(text: &str) -> Result<Self, UnknownSize> {
        match text {
            "town" => Ok(Self::Town),
            "county" => Ok(Self::County),
            "city" => Ok(Self::City),
            "province" => Ok(Self::Province),
            other => Err(UnknownSize(other.to_owned())),
        }
    }
}

impl fmt::Display for Size {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Town => "town",
            Self::County => "county",
            Self::City => "city",
            Self::Province => "province",
        })
    }
}
impl fmt::Display for UnknownSize {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "`{}` is no size: town, county, city or province", self.0)
    }
}
impl std::error::Error for UnknownSize {}
