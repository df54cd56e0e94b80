//! Passwords, waiting times, codes and telephone numbers.

use accounts_rules::{
    Code, Password, PasswordError, Phone,
    lockout::{Scope, Tally},
};
use kernel::Moment;

fn refused(raw: &str) -> Option<PasswordError> {
    Password::parse(raw, &["谭雪梅", "tanxuemei", "13800005678"]).err()
}

#[test]
fn a_password_is_long_and_neither_ones_own_name_nor_the_commonest() {
    let table = [
        ("春风又绿湘江岸边", Some(PasswordError::Short)),
        ("春风又绿湘江岸边柳色", None),
        ("correct horse", None),
        ("tanxuemei-2026", Some(PasswordError::Own)),
        ("TanXueMei-2026", Some(PasswordError::Own)),
        ("我是谭雪梅呀我来登录啦", Some(PasswordError::Own)),
        ("x13800005678", Some(PasswordError::Own)),
        ("1234567890", Some(PasswordError::Common)),
        ("Password123", Some(PasswordError::Common)),
        ("aaaaaaaaaaaa", Some(PasswordError::Common)),
        ("ababababab", Some(PasswordError::Common)),
        ("abcdefghijkl", Some(PasswordError::Common)),
        ("9876543210", Some(PasswordError::Common)),
        ("", Some(PasswordError::Short)),
    ];
    for (raw, expected) in table {
        assert_eq!(refused(raw), expected, "{raw}");
    }
    assert_eq!(refused(&"长".repeat(200)), Some(PasswordError::Long));
}

#[test]
fn a_password_never_shows_in_a_debug_print() {
    let password = Password::parse("春风又绿湘江岸边柳色", &[]).unwrap();
    assert_eq!(format!("{password:?}"), "Password(…)");
}

#[test]
fn waiting_doubles_and_stops_growing() {
    let table = [
        (Scope::AccountAtAddress, 4, 0),
        (Scope::AccountAtAddress, 5, 30_000),
        (Scope::AccountAtAddress, 6, 60_000),
        (Scope::AccountAtAddress, 12, 3_600_000),
        (Scope::AccountAtAddress, u32::MAX, 3_600_000),
        (Scope::AccountAtDevice, 9, 0),
        (Scope::AccountAtDevice, 10, 10_000),
        (Scope::AccountAtDevice, 100, 300_000),
        (Scope::Address, 49, 0),
        (Scope::Address, 50, 5_000),
        (Scope::Address, 51, 10_000),
        (Scope::Address, 5_000, 900_000),
    ];
    for (scope, failures, millis) in table {
        assert_eq!(scope.delay_millis(failures), millis, "{scope:?} {failures}");
    }
}

#[test]
fn failures_of_the_day_before_are_forgotten() {
    let monday = Moment::from_millis(1_000);
    let hour = 3_600_000;
    let mut tally = None;
    for _ in 0..6 {
        tally = Some(Tally::failed_again(tally, monday));
    }
    assert_eq!(tally.unwrap().failures, 6);
    assert_eq!(tally.unwrap().closed_until(Scope::AccountAtAddress, monday), Some(monday.plus_millis(60_000)));
    assert_eq!(tally.unwrap().closed_until(Scope::AccountAtAddress, monday.plus_millis(60_000)), None);
    assert_eq!(Tally::failed_again(tally, monday.plus_millis(23 * hour)).failures, 7);
    assert_eq!(Tally::failed_again(tally, monday.plus_millis(24 * hour)).failures, 1);
}

#[test]
fn a_code_is_read_however_it_is_typed() {
    let code = Code::from_chance([0, 1, 2, 3, 4, 5, 6, 7, 8, 31, 32, 255]);
    assert_eq!(code.to_string(), "2345-6789-AZ2Z");
    for typed in ["2345-6789-AZ2Z", "23456789az2z", " 2345 6789 az2z ", "2345—6789—AZ2Z"] {
        assert!(Code::parse(typed).unwrap() == code, "{typed}");
    }
    for typed in ["", "2345-6789-AZ2", "2345-6789-AZ2O", "2345-6789-AZ2Z2", "二三四五"] {
        assert!(Code::parse(typed).is_err(), "{typed}");
    }
    assert_eq!(format!("{code:?}"), "Code(…)");
}

#[test]
fn a_mobile_number_is_read_with_or_without_its_prefix_and_masked_in_prints() {
    for typed in ["13800005678", "+86 138-0000-5678", "138 0000 5678", "１３８００００５６７８"] {
        assert_eq!(Phone::parse(typed).unwrap().digits(), "13800005678", "{typed}");
    }
    for typed in ["", "0731-82210000", "1380000567", "23800005678", "1380000567x"] {
        assert!(Phone::parse(typed).is_err(), "{typed}");
    }
    assert_eq!(format!("{:?}", Phone::parse("13800005678").unwrap()), "138****5678");
}
