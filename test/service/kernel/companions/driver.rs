// SPDX-License-Identifier: GPL-2.0

//! Reads a sensor.

use kernel::prelude::*;

mod pulse;

module! {
    type: Reads,
    name: "reads",
    description: "Reads a sensor",
    license: "GPL",
}

struct Reads;

impl kernel::Module for Reads {
    fn init(_module: &'static ThisModule) -> Result<Self> {
        // SAFETY: It may be called with any channel.
        let value = unsafe { pulse::pulse_read(2) };

        pr_info!("pulse is {value}\n");
        Ok(Self)
    }
}
