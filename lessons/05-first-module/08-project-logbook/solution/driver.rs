// SPDX-License-Identifier: GPL-2.0

//! A logbook: it keeps the last lines that were put into it.

use kernel::{prelude::*, str::BStr};

module! {
    type: LogbookModule,
    name: "logbook",
    description: "Keeps the last lines that were put into it",
    license: "GPL",
    params: {
        lines: u32 {
            default: 8,
            description: "how many lines it keeps",
        },
        width: u32 {
            default: 64,
            description: "most bytes of a line",
        },
    },
}

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
        if most == 0 || most > MOST || width == 0 || width > MOST {
            pr_err!("lines and width are 1 to {}\n", MOST);
            return Err(EINVAL);
        }
        let most = usize::try_from(most)?;
        Ok(Book {
            most,
            width: usize::try_from(width)?,
            lines: KVec::with_capacity(most, GFP_KERNEL)?,
            dropped: 0,
        })
    }

    /// Copies a line into the book, cut to its width; the oldest goes if there is no room.
    fn put(&mut self, text: &[u8]) -> Result {
        let text = text.get(..self.width).unwrap_or(text);
        let mut line = KVec::new();
        line.extend_from_slice(text, GFP_KERNEL)?;
        if self.lines.len() == self.most {
            self.lines.remove(0)?;
            self.dropped += 1;
        }
        self.lines.push_within_capacity(line)?;
        Ok(())
    }
}

impl Drop for Book {
    fn drop(&mut self) {
        for line in &self.lines {
            pr_info!("|{}|\n", BStr::from_bytes(line));
        }
        pr_info!("{} lines, {} dropped\n", self.lines.len(), self.dropped);
    }
}

struct LogbookModule {
    _book: Book,
}

impl kernel::Module for LogbookModule {
    fn init(_module: &'static ThisModule) -> Result<Self> {
        let lines = module_parameters::lines.value();
        let width = module_parameters::width.value();
        let mut book = Book::new(lines, width)?;
        pr_info!("room for {} lines of {} bytes\n", lines, width);
        for text in ["loaded", "no device yet", "ready"] {
            book.put(text.as_bytes())?;
        }
        Ok(LogbookModule { _book: book })
    }
}
