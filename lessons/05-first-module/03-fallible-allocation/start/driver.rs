// SPDX-License-Identifier: GPL-2.0

//! The recorder: keeps as many samples as it is told to.

use kernel::prelude::*;

module! { //@ fold the module’s name and license
    type: Recorder,
    name: "recorder",
    description: "Keeps as many samples as it is told to",
    license: "GPL",
    params: {
        samples: u32 {
            default: 16,
            description: "How many samples to keep",
        },
    },
} //@ fold

/// What was recorded while the module was loaded.
struct Recorder {
    history: KVec<u32>, //@ owner
}

impl kernel::Module for Recorder {
    fn init(_module: &'static ThisModule) -> Result<Self> {
        let samples = module_parameters::samples.value();
        let mut history: KVec<u32> = //@ answer
            KVec::with_capacity(samples as usize, GFP_KERNEL | __GFP_NOWARN); //@ answer, flags

        for i in 0..samples {
            history.push(3 * i, GFP_KERNEL); //@ store
        }

        pr_info!("{samples} samples\n");
        Ok(Self { history })
    }
}

impl Drop for Recorder {
    fn drop(&mut self) {
        pr_info!("removed, with {} samples\n", self.history.len());
    }
}
