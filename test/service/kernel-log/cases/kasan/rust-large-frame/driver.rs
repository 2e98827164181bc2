// SPDX-License-Identifier: GPL-2.0

//! An array that is larger than the stack.

use kernel::prelude::*;

module! {
    type: Sums,
    name: "sums",
    license: "GPL",
}

struct Sums;

#[inline(never)]
fn sum(values: [u8; 20_000]) -> u32 {
    values.iter().map(|value| u32::from(*value)).sum()
}

impl kernel::Module for Sums {
    fn init(_module: &'static ThisModule) -> Result<Self> {
        let values = core::hint::black_box([1; 20_000]);
        pr_info!("{}\n", sum(values));
        Ok(Sums)
    }
}
