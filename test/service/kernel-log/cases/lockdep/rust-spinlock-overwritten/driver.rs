// SPDX-License-Identifier: GPL-2.0

//! A lock that somebody has written over.

use kernel::prelude::*;
use kernel::sync::{new_spinlock, SpinLock};

module! {
    type: Visitors,
    name: "visitors",
    license: "GPL",
}

#[pin_data]
struct Counter {
    #[pin]
    value: SpinLock<u32>,
}

struct Visitors;

impl kernel::Module for Visitors {
    fn init(_module: &'static ThisModule) -> Result<Self> {
        let counter = KBox::pin_init(
            pin_init!(Counter { value <- new_spinlock!(0) }),
            GFP_KERNEL,
        )?;
        let at = core::ptr::from_ref(&counter.value).cast_mut().cast::<u8>();
        // SAFETY: None: the lock is in use.
        unsafe { at.write_bytes(b'x', 16) };
        *counter.value.lock() += 1;
        Ok(Visitors)
    }
}
