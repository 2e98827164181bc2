// SPDX-License-Identifier: GPL-2.0

//! Probe.

use kernel::prelude::*;

module! {
    type: Probe,
    name: "driver",
    authors: ["No Oops"],
    description: "Probe",
    license: "GPL",
}

struct Probe;

impl kernel::Module for Probe {
    fn init(_module: &'static ThisModule) -> Result<Self> {
        pr_info!("the Rust probe is loaded\n");
        Ok(Probe)
    }
}
