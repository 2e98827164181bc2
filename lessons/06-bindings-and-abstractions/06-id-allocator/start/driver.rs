// SPDX-License-Identifier: GPL-2.0

//! Hands out the minor numbers of serial ports.

use core::ops::RangeInclusive; //@ fold imports and module!
use kernel::prelude::*;

mod ida_init;

module! {
    type: Serial,
    name: "serial",
    description: "Hands out the minor numbers of serial ports",
    license: "GPL",
} //@ fold

/// Numbers, each of which one owner has: an abstraction of `struct ida`.
mod ida {
    #[allow(unused_imports)] // Until all steps are done.
    use super::ida_init::ida_init;
    use core::ops::RangeInclusive;
    #[allow(unused_imports)] // Until all steps are done.
    use kernel::{bindings, error::to_result, prelude::*, types::Opaque};

    /// Gives out numbers. They are free again when this is dropped.
    ///
    /// # Invariants
    ///
    /// `inner` is a `struct ida` that was initialised.
    #[pin_data]
    #[allow(dead_code)] // Until all steps are done.
    pub(super) struct Ida {
        #[pin]
        inner: Opaque<bindings::ida>,
    }

    // SAFETY: TODO, step 1.
    unsafe impl Send for Ida {}
    // SAFETY: TODO, step 1.
    unsafe impl Sync for Ida {}

    impl Ida {
        pub(super) fn new() -> impl PinInit<Self> {
            pin_init!(Self {
                // TODO, step 1: this one is not initialised.
                inner: Opaque::uninit(),
            })
        }

        /// Takes the least number of the range that is free. May sleep.
        pub(super) fn take(&self, range: RangeInclusive<u32>) -> Result<Number<'_>> {
            let _ = (self, range);
            Err(ENOSYS) // TODO, step 1
        }
    }

    // TODO, step 3: what is left of the numbers when this one goes?

    /// A number that nobody else has. It is free again when this is dropped.
    ///
    /// # Invariants
    ///
    /// `value` was allocated from `ida`, and is not freed.
    #[allow(dead_code)] // Until all steps are done.
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
            self.value // TODO, step 3
        }
    }

    // TODO, step 2: who gives the number back?
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
