// SPDX-License-Identifier: GPL-2.0

//! Hands out the minor numbers of serial ports.

use core::ops::RangeInclusive;
use kernel::prelude::*;

mod ida_init;

module! {
    type: Serial,
    name: "serial",
    description: "Hands out the minor numbers of serial ports",
    license: "GPL",
}

/// Numbers, each of which one owner has: an abstraction of `struct ida`.
mod ida {
    use super::ida_init::ida_init;
    use core::ops::RangeInclusive;
    use kernel::{bindings, error::to_result, prelude::*, types::Opaque};

    /// Gives out numbers. They are free again when this is dropped.
    ///
    /// # Invariants
    ///
    /// `inner` is a `struct ida` that was initialised.
    #[pin_data(PinnedDrop)]
    pub(super) struct Ida {
        #[pin]
        inner: Opaque<bindings::ida>,
    }

    // SAFETY: The functions of `struct ida` may be called by any task.
    unsafe impl Send for Ida {}
    // SAFETY: `struct ida` has a lock of its own: its functions need none of the caller's.
    unsafe impl Sync for Ida {}

    impl Ida {
        pub(super) fn new() -> impl PinInit<Self> {
            pin_init!(Self {
                // INVARIANT: `ida_init` initialises it.
                inner <- Opaque::ffi_init(|slot: *mut bindings::ida| {
                    // SAFETY: `slot` is where the `struct ida` is going to stay.
                    unsafe { ida_init(slot) }
                }),
            })
        }

        /// Takes the least number of the range that is free. May sleep.
        pub(super) fn take(&self, range: RangeInclusive<u32>) -> Result<Number<'_>> {
            // SAFETY: By the type invariant it is initialised.
            let number = unsafe {
                bindings::ida_alloc_range(
                    self.inner.get(),
                    *range.start(),
                    *range.end(),
                    bindings::GFP_KERNEL,
                )
            };

            to_result(number)?;
            // INVARIANT: `ida_alloc_range` gave it to us, and to nobody else.
            Ok(Number {
                ida: self,
                value: u32::try_from(number)?,
            })
        }
    }

    #[pinned_drop]
    impl PinnedDrop for Ida {
        fn drop(self: Pin<&mut Self>) {
            // SAFETY: By the type invariant it is initialised. All `Number`s borrow it, so they
            // are gone, or were kept for good.
            unsafe { bindings::ida_destroy(self.inner.get()) }
        }
    }

    /// A number that nobody else has. It is free again when this is dropped.
    ///
    /// # Invariants
    ///
    /// `value` was allocated from `ida`, and is not freed.
    pub(super) struct Number<'a> {
        ida: &'a Ida,
        value: u32,
    }

    impl Number<'_> {
        pub(super) fn value(&self) -> u32 {
            self.value
        }

        /// Keeps the number as long as there is the `Ida`.
        pub(super) fn keep(self) -> u32 {
            let value = self.value;

            core::mem::forget(self);
            value
        }
    }

    impl Drop for Number<'_> {
        fn drop(&mut self) {
            // SAFETY: By the type invariants `ida` is initialised, and `value` is allocated from it
            // and not freed. Nobody has it after this.
            unsafe { bindings::ida_free(self.ida.inner.get(), self.value) }
        }
    }
}

use ida::Ida;

const MINORS: RangeInclusive<u32> = 64..=66;

/// Here is a driver: it has no `unsafe`, and frees nothing.
fn hand_out(minors: &Ida) -> Result {
    let first = minors.take(MINORS)?;
    let second = minors.take(MINORS)?;
    let third = minors.take(MINORS)?;

    pr_info!(
        "minors {}, {}, {}\n",
        first.value(),
        second.value(),
        third.value()
    );
    if let Err(error) = minors.take(MINORS) {
        pr_info!("a fourth: {}\n", error.to_errno());
    }

    drop(second);
    let again = minors.take(MINORS)?;
    pr_info!("again: {}\n", again.value());
    pr_info!("the console keeps {}\n", first.keep());
    Ok(())
}

struct Serial {
    _minors: Pin<KBox<Ida>>,
}

impl kernel::Module for Serial {
    fn init(_module: &'static ThisModule) -> Result<Self> {
        let minors = KBox::pin_init(Ida::new(), GFP_KERNEL)?;

        let handed = hand_out(&minors).and_then(|()| minors.take(MINORS));
        match &handed {
            Ok(number) => pr_info!("then: {}\n", number.value()),
            Err(error) => pr_info!("stopped: {}\n", error.to_errno()),
        }
        drop(handed);
        Ok(Serial { _minors: minors })
    }
}
