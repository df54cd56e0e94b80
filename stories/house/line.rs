//! The line between a phone and the house: it can be cut, and it can lose what the house answers.

use std::{
    io::{Read, Write},
    net::{Shutdown, TcpListener, TcpStream},
    sync::{
        Arc,
        atomic::{AtomicU8, Ordering},
    },
    thread,
    time::Duration,
};

use super::House;

/// How the line is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub enum State {
    /// Everything goes through.
    Whole,
    /// Nothing goes through.
    Cut,
    /// What is asked goes through, and no answer comes back.
    Deaf,
}

/// A line; a browser that goes to its address reaches the house through it.
pub struct Line {
    /// `http://127.0.0.1:port`.
    pub address: String,
    state: Arc<AtomicU8>,
}

impl Line {
    /// Lays a line to the house.
    pub fn to(house: &House) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
        let address = format!("http://{}", listener.local_addr().expect("its number"));
        let state = Arc::new(AtomicU8::new(State::Whole as u8));
        let (there, now) = (house.address.trim_start_matches("http://").to_owned(), Arc::clone(&state));
        thread::spawn(move || {
            for near in listener.incoming().flatten() {
                let (there, now) = (there.clone(), Arc::clone(&now));
                thread::spawn(move || join(near, &there, &now));
            }
        });
        Self { address, state }
    }

    /// From now on it is like this, for calls that stand as well.
    pub fn is(&self, state: State) {
        self.state.store(state as u8, Ordering::SeqCst);
        // Whoever copies looks up every fiftieth of a second.
        thread::sleep(Duration::from_millis(100));
    }
}

/// One call, both ways, for as long as the line lets it.
fn join(near: TcpStream, there: &str, now: &Arc<AtomicU8>) {
    if now.load(Ordering::SeqCst) == State::Cut as u8 {
        return;
    }
    let Ok(far) = TcpStream::connect(there) else { return };
    let (Ok(near_too), Ok(far_too), back) = (near.try_clone(), far.try_clone(), Arc::clone(now)) else { return };
    let answers = thread::spawn(move || copy(far_too, near_too, &back, State::Deaf));
    copy(near, far, now, State::Cut);
    let _ended = answers.join();
}

/// Copies until one side ends or the line is no longer good for it; then the call is over for both.
fn copy(mut from: TcpStream, mut to: TcpStream, now: &AtomicU8, not: State) {
    let mut bytes = [0; 16_384];
    let _patience = from.set_read_timeout(Some(Duration::from_millis(20)));
    loop {
        let read = from.read(&mut bytes);
        let state = now.load(Ordering::SeqCst);
        let broken = state == State::Cut as u8;
        match read {
            Err(problem) if !broken && matches!(problem.kind(), std::io::ErrorKind::WouldBlock) => {}
            Ok(count) if count > 0 && !broken && state != not as u8 => {
                if bytes.get(..count).is_none_or(|some| to.write_all(some).is_err()) {
                    break;
                }
            }
            _ => break,
        }
    }
    let _ended = (from.shutdown(Shutdown::Both), to.shutdown(Shutdown::Both));
}
