//! Rows of this noun, read and written.

mod pattern;
mod roster;
mod small;
mod turn;

pub use pattern::{end_pattern, patterns, read_pattern, write_pattern};
pub use roster::{
    RosterRow, begin_roster, clear, discard, on_leave, overlaps, publish, read_roster, take_roster, tell,
};
pub use small::{
    SwapRow, end_leave, open_swap_of, read_leave, save_setting, setting, settle_swap, take_swap, withdraw_swaps,
    write_leave, write_swap,
};
pub use turn::{
    TurnRow, busy, give_token, leave_seat, mark, note_change, of_token, read_seat, read_turn, seat_of, seats_of,
    take_turn, turns_of, write_seat, write_turn, yield_seat,
};
