// SPDX-License-Identifier: GPL-2.0

//! The scope: fills eight slots when it is loaded.

use kernel::prelude::*; //@ fold what every module has

module! {
    type: Scope,
    name: "scope",
    description: "Fills eight slots, and one more",
    license: "GPL",
}

struct Scope; //@ fold

impl kernel::Module for Scope {
    fn init(_module: &'static ThisModule) -> Result<Self> {
        let mut samples = [0u32; 8];

        samples[1] = 1;
        samples[7] = 49;
        samples[8] = 64; //@ write

        pr_info!("last sample {}\n", samples[7]);
        Ok(Self)
    }
}

impl Drop for Scope {
    fn drop(&mut self) {
        pr_info!("removed\n"); //@ exit
    }
}
