//! 日历: turns as iCalendar (RFC 5545), for the calendar of a telephone.

use axum::{
    http::{HeaderValue, header},
    response::{IntoResponse, Response},
};
use kernel::{Day, Moment};

/// One turn in a calendar.
pub struct Entry {
    /// Names it for ever.
    pub uid: String,
    /// Its day.
    pub day: Day,
    /// The minute it begins.
    pub begins: u16,
    /// The minute it ends.
    pub ends: u16,
    /// What it is.
    pub title: String,
    /// Where.
    pub place: String,
}

/// The moment in UTC as the format writes it.
fn utc(at: Moment) -> String {
    // A day has its start in Beijing, eight hours before that of the same day in UTC.
    let shifted = at.plus_millis(-8 * 3_600_000);
    let (year, month, day) = shifted.day().parts();
    let (hour, minute) = shifted.clock();
    format!("{year:04}{month:02}{day:02}T{hour:02}{minute:02}00Z")
}

fn escaped(text: &str) -> String {
    text.replace('\\', "\\\\").replace(';', "\\;").replace(',', "\\,").replace('\r', "").replace('\n', "\\n")
}

/// A line, broken where it is longer than 75 octets.
fn line(text: &str) -> String {
    let mut out = String::new();
    let mut long = 0;
    for c in text.chars() {
        if long + c.len_utf8() > 73 {
            out.push_str("\r\n ");
            long = 1;
        }
        out.push(c);
        long += c.len_utf8();
    }
    out.push_str("\r\n");
    out
}

/// The whole calendar.
pub fn calendar(entries: &[Entry], now: Moment) -> String {
    let mut text = line("BEGIN:VCALENDAR") + &line("VERSION:2.0") + &line("PRODID:-//Lianluo//duty//ZH");
    for it in entries {
        let at = |minute: u16| utc(it.day.start().plus_millis(i64::from(minute) * 60_000));
        for one in [
            "BEGIN:VEVENT".to_owned(),
            format!("UID:{}", it.uid),
            format!("DTSTAMP:{}", utc(now)),
            format!("DTSTART:{}", at(it.begins)),
            format!("DTEND:{}", at(it.ends)),
            format!("SUMMARY:{}", escaped(&it.title)),
            format!("LOCATION:{}", escaped(&it.place)),
            "END:VEVENT".to_owned(),
        ] {
            text.push_str(&line(&one));
        }
    }
    text + &line("END:VCALENDAR")
}

/// The same as a file.
pub fn response(entries: &[Entry], now: Moment) -> Response {
    let mut response = calendar(entries, now).into_response();
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("text/calendar; charset=utf-8"));
    headers.insert(header::CONTENT_DISPOSITION, HeaderValue::from_static("attachment; filename=\"duty.ics\""));
    response
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

    use super::*;

    #[test]
    fn a_turn_stands_in_utc_and_long_lines_are_broken_between_characters() {
        let day: Day = "2026-07-15".parse().unwrap();
        let place = "人大代表联络站".repeat(9);
        let it = Entry { uid: "1".into(), day, begins: 540, ends: 660, title: "值班，接待; 群众".into(), place };
        let text = calendar(&[it], day.start());
        assert!(text.contains("DTSTART:20260715T010000Z\r\n") && text.contains("DTEND:20260715T030000Z\r\n"), "{text}");
        assert!(text.contains("DTSTAMP:20260714T160000Z\r\n"), "{text}");
        assert!(text.contains("SUMMARY:值班，接待\\; 群众\r\n"), "{text}");
        assert!(text.split("\r\n").all(|line| line.len() <= 75), "{text}");
    }
}
