// SPDX-License-Identifier: GPL-2.0

//! A driver for the tests.

use kernel::prelude::*;

module! {
    type: Demo,
    name: "driver",
    authors: ["The course"],
    description: "A driver for the tests",
    license: "GPL",
}

struct Demo {
    raw: *mut u32,
}

// SAFETY: nobody else has the pointer.
unsafe impl Send for Demo {}
// SAFETY: nobody else has the pointer.
unsafe impl Sync for Demo {}

impl kernel::Module for Demo {
    fn init(_module: &'static ThisModule) -> Result<Self> {
        let raw = KBox::into_raw(KBox::new(7u32, GFP_KERNEL)?);
        // SAFETY: `raw` came from `into_raw`.
        drop(unsafe { KBox::from_raw(raw) });
        Ok(Demo { raw })
    }
}

impl Drop for Demo {
    fn drop(&mut self) {
        // SAFETY: none: `raw` dangles.
        let seen = unsafe { self.raw.read_volatile() };
        pr_info!("counter {}\n", seen);
    }
}
