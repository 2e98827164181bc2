// SPDX-License-Identifier: GPL-2.0

//! A logbook: it keeps the last lines that were put into it.

use kernel::{prelude::*, str::BStr};

module! { //@ fold the module’s name and license
    type: LogbookModule,
    name: "logbook",
    description: "Keeps the last lines that were put into it",
    license: "GPL",
} //@ fold

/// The most lines, and the most bytes of one, that a book may be asked to keep.
const MOST: u32 = 4096;

/// The last lines that were put into it.
struct Book {
    most: usize,
    width: usize,
    /// The oldest first.
    lines: KVec<KVec<u8>>,
    dropped: u64,
}

impl Book {
    /// Makes an empty book, with room for all of its lines.
    fn new(most: u32, width: u32) -> Result<Self> {
        Err(ENOSYS)
    }

    /// Copies a line into the book, cut to its width; the oldest goes if there is no room.
    fn put(&mut self, text: &[u8]) -> Result {
        Err(ENOSYS)
    }
}

struct LogbookModule;

impl kernel::Module for LogbookModule {
    fn init(_module: &'static ThisModule) -> Result<Self> {
        Ok(LogbookModule)
    }
}
