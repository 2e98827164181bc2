// SPDX-License-Identifier: GPL-2.0

//! The heartbeat: shows its interval in debugfs.

use kernel::{ //@ fold imports
    debugfs::{
        Dir,
        File, //
    },
    prelude::*, //
}; //@ fold

module! {
    type: Heartbeat, //@ init
    name: "heartbeat",
    description: "Shows its interval while it has one",
    license: "GPL", //@ facts
}

/// What the module holds while it is loaded.
struct Heartbeat {
    _interval: Pin<KBox<File<u32>>>, //@ state
}

impl kernel::Module for Heartbeat {
    fn init(_module: &'static ThisModule) -> Result<Self> {
        let dir = Dir::new(c"heartbeat"); //@ undo
        let interval = KBox::pin_init(dir.read_only_file(c"interval", 250), GFP_KERNEL)?; //@ undo

        pr_info!("started\n");
        Ok(Self {
            _interval: interval,
        })
    }

    fn exit(&mut self) { //@ exit
        pr_info!("stopped\n");
    }
}
