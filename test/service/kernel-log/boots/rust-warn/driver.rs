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
        let state = core::hint::black_box(4);
        if kernel::warn_on!(state > 3) {
            pr_info!("odd\n");
        }
        Ok(Demo)
    }
}
