//! Which encoding a text file is in, decided on its bytes alone and strictly: no byte is ever replaced.

use std::{
    fs::File,
    io::{self, Read, Seek},
};

use encoding_rs::{CoderResult, DecoderResult, Encoding, GB18030, UTF_8, UTF_16LE};

use super::Unreadable;

/// Finds the encoding: UTF-16 by its mark, else UTF-8 where every byte is valid, else GB18030 (which holds GBK and GB2312).
pub(super) fn of(file: &mut File) -> Result<&'static Encoding, Unreadable> {
    let mut mark = [0u8; 2];
    let marked = file.read(&mut mark)? == 2 && mark == [0xff, 0xfe];
    file.rewind()?;
    let candidates: &[&'static Encoding] = if marked { &[UTF_16LE] } else { &[UTF_8, GB18030] };
    for encoding in candidates {
        let valid = is_valid(file, encoding)?;
        file.rewind()?;
        if valid {
            return Ok(encoding);
        }
    }
    Err(Unreadable::Encoding)
}

fn is_valid(file: &mut File, encoding: &'static Encoding) -> io::Result<bool> {
    let mut decoder = encoding.new_decoder_with_bom_removal();
    let (mut bytes, mut text) = ([0u8; 32 << 10], String::with_capacity(128 << 10));
    loop {
        let got = file.read(&mut bytes)?;
        let mut rest = bytes.get(..got).unwrap_or_default();
        loop {
            text.clear();
            let (result, read) = decoder.decode_to_string_without_replacement(rest, &mut text, got == 0);
            if text.contains('\0') {
                return Ok(false);
            }
            match result {
                DecoderResult::InputEmpty => break,
                DecoderResult::OutputFull => rest = rest.get(read..).unwrap_or_default(),
                DecoderResult::Malformed(..) => return Ok(false),
            }
        }
        if got == 0 {
            return Ok(true);
        }
    }
}

/// The file as UTF-8, decoded while it is read. The encoding was checked before, so nothing is replaced on the way.
pub(super) struct Decoded {
    file: File,
    decoder: encoding_rs::Decoder,
    raw: Vec<u8>,
    at: usize,
    ended: bool,
    finished: bool,
}

impl Decoded {
    pub(super) fn new(file: File, encoding: &'static Encoding) -> Self {
        let decoder = encoding.new_decoder_with_bom_removal();
        Self { file, decoder, raw: Vec::new(), at: 0, ended: false, finished: false }
    }

    fn refill(&mut self) -> io::Result<()> {
        self.raw.resize(32 << 10, 0);
        let got = self.file.read(&mut self.raw)?;
        self.raw.truncate(got);
        self.at = 0;
        self.ended = got == 0;
        Ok(())
    }
}

impl Read for Decoded {
    fn read(&mut self, out: &mut [u8]) -> io::Result<usize> {
        while !self.finished && !out.is_empty() {
            if self.at >= self.raw.len() && !self.ended {
                self.refill()?;
            }
            let rest = self.raw.get(self.at..).unwrap_or_default();
            let (result, read, written, _) = self.decoder.decode_to_utf8(rest, out, self.ended);
            self.at += read;
            self.finished = self.ended && result == CoderResult::InputEmpty;
            if written > 0 {
                return Ok(written);
            }
            if result == CoderResult::OutputFull {
                return Err(io::Error::other("no room for one character"));
            }
        }
        Ok(0)
    }
}
