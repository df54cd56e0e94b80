//! Counting all hits and keeping the newest.

use std::{cmp::Reverse, collections::BinaryHeap, sync::Arc};

use kernel::Day;
use tantivy::{
    DocId, Score, SegmentOrdinal, SegmentReader,
    collector::{Collector, SegmentCollector},
    columnar::ColumnValues,
};
use uuid::Uuid;

use super::fields::{DAY, ID_HIGH, ID_LOW, day_of};

/// One matter found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Hit {
    /// The matter.
    pub id: Uuid,
    /// Its day.
    pub day: Day,
}

/// How many matters were found, and a page of them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Found {
    /// All of them, exactly.
    pub total: u64,
    /// The newest of them: day, then id, descending.
    pub hits: Vec<Hit>,
}

/// Day number and id: hits are ordered by it, descending.
pub(super) type Place = (i64, u128);

/// Collects the `limit` newest hits that come after `after`, and counts them all.
pub(super) struct Newest {
    pub limit: usize,
    pub after: Option<Place>,
}

pub(super) struct NewestOfSegment {
    day: Arc<dyn ColumnValues<i64>>,
    high: Arc<dyn ColumnValues<u64>>,
    low: Arc<dyn ColumnValues<u64>>,
    limit: usize,
    after: Option<Place>,
    total: u64,
    kept: BinaryHeap<Reverse<Place>>,
    /// What is older cannot be among the newest any more: most hits are told by their day alone.
    oldest: i64,
    /// The days of the hits at hand.
    days: Vec<i64>,
}

impl Collector for Newest {
    type Fruit = Found;
    type Child = NewestOfSegment;

    fn for_segment(&self, _: SegmentOrdinal, segment: &SegmentReader) -> tantivy::Result<NewestOfSegment> {
        let columns = segment.fast_fields();
        Ok(NewestOfSegment {
            day: columns.i64(DAY)?.first_or_default_col(0),
            high: columns.u64(ID_HIGH)?.first_or_default_col(0),
            low: columns.u64(ID_LOW)?.first_or_default_col(0),
            limit: self.limit,
            after: self.after,
            total: 0,
            kept: BinaryHeap::with_capacity(self.limit + 1),
            oldest: if self.limit == 0 { i64::MAX } else { i64::MIN },
            days: Vec::new(),
        })
    }

    fn requires_scoring(&self) -> bool {
        false
    }

    fn merge_fruits(&self, segments: Vec<(u64, Vec<Place>)>) -> tantivy::Result<Found> {
        let total = segments.iter().map(|(total, _)| total).sum();
        let mut places: Vec<Place> = segments.into_iter().flat_map(|(_, places)| places).collect();
        places.sort_unstable_by_key(|place| Reverse(*place));
        places.truncate(self.limit);
        let hit = |(day, id)| day_of(day).map(|day| Hit { id: Uuid::from_u128(id), day });
        Ok(Found { total, hits: places.into_iter().filter_map(hit).collect() })
    }
}

impl NewestOfSegment {
    /// Keeps a hit that may be among the newest.
    fn keep(&mut self, doc: DocId, day: i64) {
        let place = (day, (u128::from(self.high.get_val(doc)) << 64) | u128::from(self.low.get_val(doc)));
        if self.after.is_some_and(|after| place >= after) {
            return;
        }
        self.kept.push(Reverse(place));
        if self.kept.len() > self.limit {
            self.kept.pop();
        }
        if self.kept.len() == self.limit {
            self.oldest = self.kept.peek().map_or(i64::MIN, |Reverse((day, _))| *day);
        }
    }
}

impl SegmentCollector for NewestOfSegment {
    type Fruit = (u64, Vec<Place>);

    fn collect(&mut self, doc: DocId, _: Score) {
        self.collect_block(&[doc]);
    }

    fn collect_block(&mut self, docs: &[DocId]) {
        self.total += docs.len() as u64;
        let mut days = std::mem::take(&mut self.days);
        days.resize(docs.len(), 0);
        self.day.get_vals(docs, &mut days);
        for (doc, day) in docs.iter().zip(&days) {
            if *day >= self.oldest {
                self.keep(*doc, *day);
            }
        }
        self.days = days;
    }

    fn harvest(self) -> Self::Fruit {
        (self.total, self.kept.into_iter().map(|Reverse(place)| place).collect())
    }
}
