// SPDX-License-Identifier: GPL-2.0

//! Sleeps with interrupts off.

use kernel::{
    interrupt::local_interrupt_disable,
    prelude::*,
    time::{delay::fsleep, Delta},
};

module! {
    type: Resets,
    name: "resets",
    license: "GPL",
}

struct Resets;

impl kernel::Module for Resets {
    fn init(_module: &'static ThisModule) -> Result<Self> {
        let _off = local_interrupt_disable();
        fsleep(Delta::from_millis(20));
        Ok(Resets)
    }
}
