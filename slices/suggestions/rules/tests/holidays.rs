//! 放假安排 as it is pasted: every line is read, or named.

use kernel::WorkingCalendar;
use suggestions_rules::{MOST_DAYS, Published, Unfit};

#[test]
fn days_come_by_commas_and_by_tabs_with_or_without_headings() {
    let table = [
        ("day,kind,occasion,source\n2027-01-01,off,元旦,国办发明电〔2026〕9号\n", Ok(1)),
        ("日期\t安排\t节日\t文件\n2027-02-05\t休\t春节\t国办通知\n2027-02-06\t上班\t春节\t国办通知\n", Ok(2)),
        ("2027-10-01,放假,国庆节,国办通知\n\n2027-10-02,放假,国庆节,国办通知", Ok(2)),
        ("", Err(Unfit::Count)),
        ("日期,安排\n", Err(Unfit::Count)),
        ("2027-10-01,放假,国庆节,国办通知\n2027-13-02,放假,国庆节,国办通知", Err(Unfit::Line(2))),
        ("2027-10-01,也许,国庆节,国办通知", Err(Unfit::Line(1))),
        ("2027-10-01,放假,国庆节,", Err(Unfit::Line(1))),
        ("2027-10-01,放假,国庆节,国办通知,再来一栏", Err(Unfit::Line(1))),
        ("1927-10-01,放假,国庆节,国办通知", Err(Unfit::Line(1))),
    ];
    for (text, read) in table {
        assert_eq!(Published::lines(text).map(|all| all.len()), read, "{text}");
    }
    let many = "2027-10-01,放假,国庆节,国办通知\n".repeat(MOST_DAYS + 1);
    assert_eq!(Published::lines(&many), Err(Unfit::Count));
}

#[test]
fn what_was_read_is_a_calendar() {
    let days = Published::lines("2027-10-08\t班\t国庆节, 补班\t国办通知").unwrap();
    let calendar = WorkingCalendar::default().extended(&Published::file(&days)).unwrap();
    assert_eq!(calendar.exceptions().count(), 1);
    assert!(calendar.works(days[0].day));
}
