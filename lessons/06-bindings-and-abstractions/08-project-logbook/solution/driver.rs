// SPDX-License-Identifier: GPL-2.0

//! A logbook: it keeps the last lines that were put into it, in a ring that is written in C.

use core::num::NonZeroU32;
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
}

/// The last lines that were put into it.
///
/// # Invariants
///
/// `inner` was made by `line_ring_init()` and is not destroyed.
#[pin_data(PinnedDrop)]
struct Ring {
    #[pin]
    inner: Opaque<linering::line_ring>,
}

// SAFETY: The functions of a ring may be called by any task, one after the other.
unsafe impl Send for Ring {}

// SAFETY: What takes `&self` only reads, and whatever changes a ring takes `&mut self`.
unsafe impl Sync for Ring {}

impl Ring {
    /// Makes a ring for so many lines.
    fn new(most: NonZeroU32) -> impl PinInit<Self> {
        pin_init!(Self {
            // INVARIANT: The ring is made when this returns.
            inner <- Opaque::ffi_init(move |slot: *mut linering::line_ring| {
                // SAFETY: `slot` is valid for writes, what is pinned does not move, and `most` is not 0.
                unsafe { linering::line_ring_init(slot, most.get()) }
            }),
        })
    }

    /// Adds a line; the oldest one goes if there is no room. May sleep.
    fn put(self: Pin<&mut Self>, text: &[u8]) -> Result {
        // SAFETY: The ring is made, by the type's invariants, and `&mut` keeps others away; `text` is
        // valid for reads of its length.
        to_result(unsafe { linering::line_ring_put(self.inner.get(), text.as_ptr(), text.len()) })
    }

    /// Copies a line into `text`, as far as there is room; 0 is the oldest. Gives how many bytes, or
    /// `None` if there is no such line.
    fn get(&self, index: u32, text: &mut [u8]) -> Option<usize> {
        // SAFETY: The ring is made, by the type's invariants, and nobody changes it while `self` is
        // borrowed; `text` is valid for writes of its length.
        let copied = unsafe {
            linering::line_ring_get(self.inner.get(), index, text.as_mut_ptr(), text.len())
        };

        usize::try_from(copied).ok()
    }

    /// How many lines it has.
    fn count(&self) -> u32 {
        // SAFETY: The ring is made, by the type's invariants, and nobody changes it while `self` is
        // borrowed.
        unsafe { linering::line_ring_count(self.inner.get()) }
    }

    /// How many lines had to go.
    fn dropped(&self) -> u64 {
        // SAFETY: The ring is made, by the type's invariants, and nobody changes it while `self` is
        // borrowed.
        unsafe { linering::line_ring_dropped(self.inner.get()) }
    }
}

#[pinned_drop]
impl PinnedDrop for Ring {
    fn drop(self: Pin<&mut Self>) {
        // SAFETY: The ring is made, by the type's invariants, and nobody uses it after this.
        unsafe { linering::line_ring_destroy(self.inner.get()) };
    }
}

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
