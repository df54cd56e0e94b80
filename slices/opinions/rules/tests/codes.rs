//! Codes as they are printed, typed and read aloud.

use opinions_rules::{Code, CodeKind, SERIAL_BITS, SIGN_BITS, Tracking, ticketed};
use proptest::prelude::*;

#[test]
fn a_code_is_short_and_read_in_either_case_with_letters_that_look_alike() {
    let code = Code::new(1, 33, 32 * 32 + 1);
    let text = code.to_string();
    assert_eq!(text, "0100000011000000000101");
    for typed in [
        text.to_lowercase(),
        text.replace('0', "O"),
        text.replace('1', "l"),
        format!(" {text} "),
        "０１００-０００-０１１００-０００００００１０１".to_owned(),
    ] {
        assert_eq!(Code::read(&typed), Some(code), "{typed}");
    }
    for wrong in
        ["", "0", "0100000011000000000", "01000000110000000001010", "U100000011000000000101", "码码码", "../../etc"]
    {
        assert_eq!(Code::read(wrong), None, "{wrong}");
    }
}

#[test]
fn a_tracking_code_is_told_in_four_groups_and_never_in_a_log() {
    let tracking = Tracking::new([0, 1, 2, 3, 4, 250, 251, 252, 253, 254]);
    let shown = tracking.shown();
    assert_eq!((shown.len(), shown.split('-').count()), (19, 4));
    assert_eq!(Tracking::read(&shown), Some(tracking.clone()));
    assert_eq!(Tracking::read(&shown.replace('-', " ").to_lowercase()), Some(tracking.clone()));
    assert_eq!(format!("{tracking:?}"), "Tracking(****)");
    assert_eq!(Tracking::read(&shown[1..]), None);
}

#[test]
fn kinds_of_codes_and_numbers_of_tickets_are_read_as_they_are_written() {
    for kind in CodeKind::ALL {
        assert_eq!(CodeKind::read(kind.word()), Some(kind));
    }
    assert_eq!(CodeKind::read("moon"), None);
    for typed in ["gd-2026 001", "GD-2026001", "ＧＤ-２０２６００１"] {
        assert_eq!(ticketed(typed).unwrap().as_str(), "GD-2026001", "{typed}");
    }
    for wrong in ["", "1", "../etc", "工单一号", &"9".repeat(41), "a\0b c"] {
        assert_eq!(ticketed(wrong), None, "{wrong}");
    }
}

proptest! {
    #[test]
    fn a_number_of_a_ticket_read_twice_is_the_same(text in "\\PC{0,60}|[0-9A-Za-z -]{0,50}") {
        if let Some(ticket) = ticketed(&text) {
            prop_assert_eq!(ticketed(ticket.as_str()), Some(ticket));
        }
    }

    #[test]
    fn every_code_reads_as_it_is_written(key in 0u16..1024, serial in 0u64..1 << SERIAL_BITS, signature in 0u64..1 << SIGN_BITS) {
        let code = Code::new(key, serial, signature);
        prop_assert_eq!(Code::read(&code.to_string()), Some(code));
        prop_assert_eq!((code.key(), code.serial(), code.signature()), (key, serial, signature));
    }

    #[test]
    fn every_tracking_code_reads_as_it_is_shown(bytes in any::<[u8; 10]>()) {
        let tracking = Tracking::new(bytes);
        prop_assert_eq!(Tracking::read(&tracking.shown()), Some(tracking));
    }

    #[test]
    fn whatever_is_scanned_is_a_code_or_none_and_nothing_worse(text in "\\PC{0,60}|[0-9A-Za-z -]{16,30}") {
        if let Some(code) = Code::read(&text) {
            prop_assert_eq!(Code::read(&code.to_string()), Some(code));
        }
        if let Some(tracking) = Tracking::read(&text) {
            prop_assert_eq!(Tracking::read(&tracking.shown()), Some(tracking));
        }
    }
}
