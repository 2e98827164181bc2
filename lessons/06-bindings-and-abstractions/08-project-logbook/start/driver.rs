// SPDX-License-Identifier: GPL-2.0

//! A logbook: it keeps the last lines that were put into it, in a ring that is written in C.

use core::num::NonZeroU32; //@ fold imports and module!
#[allow(unused_imports)] // Until all steps are done.
use kernel::{
    error::to_result,
    prelude::*,
    str::BStr,
    types::Opaque, //
};

mod linering;

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
} //@ fold

/// The last lines that were put into it.
///
/// # Invariants
///
/// `inner` was made by `line_ring_init()` and is not destroyed.
#[pin_data]
struct Ring {
    #[pin]
    inner: Opaque<linering::line_ring>,
}

// SAFETY: TODO, step 1.
unsafe impl Send for Ring {}

// SAFETY: TODO, step 1.
unsafe impl Sync for Ring {}

impl Ring {
    /// Makes a ring for so many lines.
    fn new(_most: NonZeroU32) -> impl PinInit<Self> {
        // TODO, step 1: this ring is not made.
        pin_init!(Self {
            inner: Opaque::uninit(),
        })
    }

    /// Adds a line; the oldest one goes if there is no room. May sleep.
    fn put(self: Pin<&mut Self>, _text: &[u8]) -> Result {
        Ok(()) // TODO, step 1
    }

    /// How many lines it has.
    fn count(&self) -> u32 {
        0 // TODO, step 1
    }

    /// Copies a line into `text`, as far as there is room; 0 is the oldest. Gives how many bytes, or
    /// `None` if there is no such line.
    fn get(&self, _index: u32, _text: &mut [u8]) -> Option<usize> {
        None // TODO, step 2
    }

    /// How many lines had to go.
    fn dropped(&self) -> u64 {
        0 // TODO, step 3
    }
}

// TODO, step 4: what becomes of the lines?

/// The most lines, and the most bytes of one, that a book may be asked to keep.
const MOST: u32 = 4096;

/// The most bytes of a line that are printed.
const SHOWN: usize = 128;

/// A ring, and how long its lines may be.
struct Book {
    ring: Pin<KBox<Ring>>,
    width: usize,
}

impl Book {
    /// Makes an empty book.
    fn new(most: u32, width: u32) -> Result<Self> {
        let lines = NonZeroU32::new(most).filter(|lines| lines.get() <= MOST);
        let (Some(lines), 1..=MOST) = (lines, width) else {
            pr_err!("lines and width are 1 to {}\n", MOST);
            return Err(EINVAL);
        };

        Ok(Book {
            ring: KBox::pin_init(Ring::new(lines), GFP_KERNEL)?,
            width: usize::try_from(width)?,
        })
    }

    /// Copies a line into the book, cut to its width; the oldest goes if there is no room.
    fn put(&mut self, text: &[u8]) -> Result {
        let text = text.get(..self.width).unwrap_or(text);

        self.ring.as_mut().put(text)
    }
}

impl Drop for Book {
    fn drop(&mut self) {
        for index in 0..self.ring.count() {
            let mut line = [0; SHOWN];
            let length = self.ring.get(index, &mut line).unwrap_or(0);

            pr_info!("|{}|\n", BStr::from_bytes(&line[..length]));
        }
        pr_info!(
            "{} lines, {} dropped\n",
            self.ring.count(),
            self.ring.dropped()
        );
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
