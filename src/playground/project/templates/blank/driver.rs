// SPDX-License-Identifier: GPL-2.0

//! A module to begin with.

use kernel::prelude::*;

module! {
    type: Driver,
    name: "driver",
    description: "A module to begin with",
    license: "GPL",
}

struct Driver;

impl kernel::Module for Driver {
    fn init(_module: &'static ThisModule) -> Result<Self> {
        Ok(Driver)
    }
}
