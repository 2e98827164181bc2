// SPDX-License-Identifier: GPL-2.0

//! Recursion.

use kernel::prelude::*;

module! {
    type: Deep,
    name: "deep",
    license: "GPL",
}

struct Deep;

#[inline(never)]
fn walk(depth: u32) -> u32 {
    let mut name = [0u8; 128];
    for (at, slot) in name.iter_mut().enumerate() {
        *slot = (depth as usize + at) as u8;
    }
    if depth == 0 {
        return u32::from(name[3]);
    }
    walk(core::hint::black_box(depth) - 1) + u32::from(name[5])
}

impl kernel::Module for Deep {
    fn init(_module: &'static ThisModule) -> Result<Self> {
        pr_info!("{}\n", walk(10));
        pr_info!("{}\n", walk(100_000));
        Ok(Deep)
    }
}
