//! A published year is imported once and stays.

use kernel::{Day, Due, Span};
use kit::{calendar, testing::both};

#[test]
fn an_imported_year_moves_due_dates_and_outlives_the_process() {
    both(async |site| {
        let from = Day::new(2027, 1, 28).unwrap();
        let before = Due::count(&site.calendar(), from, Span::WorkingDays(3));
        assert_eq!((before.day, before.unpublished_years), (Day::new(2027, 2, 2).unwrap(), vec![2027]));
        let file = "day,kind,occasion,source\n2027-01-31,work,春节,测试通知\n2027-02-01,off,春节,测试通知\n2027-05-03,off,劳动节,测试通知\n";
        assert_eq!(calendar::import(&site, file).await.unwrap(), 3);
        let after = Due::count(&calendar::load(site.db()).await.unwrap(), from, Span::WorkingDays(3));
        assert_eq!(after.day, Day::new(2027, 2, 2).unwrap());
        assert_eq!(after.steps.iter().filter(|s| s.counted).count(), 1);
        assert!(after.unpublished_years.is_empty());
    });
}

#[test]
fn a_bad_line_is_named_and_nothing_is_kept() {
    both(async |site| {
        let fault =
            calendar::import(&site, "day,kind,occasion,source\n2027-01-31,work,春节,文\n2027-02-30,off,春节,文\n");
        assert!(fault.await.unwrap_err().to_string().contains("line 3"));
        let kept: Vec<(Day,)> = site.db().all("select day from calendar_day").await.unwrap();
        assert!(kept.is_empty());
    });
}
