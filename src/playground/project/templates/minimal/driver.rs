// SPDX-License-Identifier: GPL-2.0

//! Says when it is loaded and unloaded.

use kernel::prelude::*;

module! {
    type: Hello,
    name: "driver",
    description: "Says when it is loaded and unloaded",
    license: "GPL",
}

struct Hello;

impl kernel::Module for Hello {
    fn init(_module: &'static ThisModule) -> Result<Self> {
        pr_info!("loaded\n");
        Ok(Hello)
    }
}

impl Drop for Hello {
    fn drop(&mut self) {
        pr_info!("unloaded\n");
    }
}
