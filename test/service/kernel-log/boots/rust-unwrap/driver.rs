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
fn parse(text: &str) -> u32 {
    text.parse().unwrap()
}

impl kernel::Module for Demo {
    fn init(_module: &'static ThisModule) -> Result<Self> {
        pr_info!("number {}\n", parse(core::hint::black_box("ten")));
        Ok(Demo)
    }
}
