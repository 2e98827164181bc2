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

#[inline(never)]
fn speed(port: usize) -> u32 {
    let speeds: &[u32] = &[10, 100, 1000];
    speeds[port]
}

impl kernel::Module for Demo {
    fn init(_module: &'static ThisModule) -> Result<Self> {
        pr_info!("speed {}\n", speed(core::hint::black_box(3)));
        Ok(Demo)
    }
}
