// SPDX-License-Identifier: GPL-2.0

//! Counts in steps.

use kernel::prelude::*;

module! {
    type: Steps,
    name: "steps",
    license: "GPL",
    params: {
        step: u32 {
            default: 1,
            description: "How far each step goes",
        },
    },
}

struct Steps;

impl kernel::Module for Steps {
    fn init(_module: &'static ThisModule) -> Result<Self> {
        let step = module_parameters::step.value() as usize;
        let sum: usize = (0..10).step_by(step).sum();
        pr_info!("{sum}\n");
        Ok(Steps)
    }
}
