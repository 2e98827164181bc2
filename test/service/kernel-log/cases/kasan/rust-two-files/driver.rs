// SPDX-License-Identifier: GPL-2.0

//! Two files.

mod ring;

use kernel::prelude::*;

module! {
    type: Two,
    name: "two",
    license: "GPL",
}

struct Two;

impl kernel::Module for Two {
    fn init(_module: &'static ThisModule) -> Result<Self> {
        let mut ring = ring::Ring::new()?;
        ring.put(9)?;
        pr_info!("{}\n", ring.get(7));
        Ok(Two)
    }
}
