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

struct Demo;

impl kernel::Module for Demo {
    fn init(_module: &'static ThisModule) -> Result<Self> {
        let counter = KBox::new(7u32, GFP_KERNEL)?;
        let raw = KBox::into_raw(counter);
        // SAFETY: `raw` came from `into_raw`.
        drop(unsafe { KBox::from_raw(raw) });
        // SAFETY: none: `raw` dangles.
        let seen = unsafe { raw.read_volatile() };
        pr_info!("counter {}\n", seen);
        Ok(Demo)
    }
}
