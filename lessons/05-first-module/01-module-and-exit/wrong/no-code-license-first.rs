// SPDX-License-Identifier: GPL-2.0

//! The heartbeat: shows its interval in debugfs.

use kernel::{
    debugfs::{
        Dir,
        File, //
    },
    prelude::*, //
};

module! {
    type: Heartbeat,
    name: "heartbeat",
    license: "GPL",
    description: "Shows its interval while it has one",
}

/// What the module holds while it is loaded.
struct Heartbeat {
    _interval: Pin<KBox<File<u32>>>,
}

impl kernel::Module for Heartbeat {
    fn init(_module: &'static ThisModule) -> Result<Self> {
        let dir = Dir::new(c"heartbeat");
        let interval = KBox::pin_init(dir.read_only_file(c"interval", 250), GFP_KERNEL)?;

        Ok(Self {
            _interval: interval,
        })
    }
}
