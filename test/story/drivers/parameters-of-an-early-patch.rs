// SPDX-License-Identifier: GPL-2.0

//! Parameters, as the first patches had them.

use kernel::prelude::*;

module! {
    type: Tuned,
    name: "tuned",
    author: "someone",
    license: "GPL v2",
    params: {
        volume: i32 {
            default: 42,
            permissions: 0o644,
            description: "How loud",
        },
    },
}

struct Tuned;

impl kernel::Module for Tuned {
    fn init(module: &'static ThisModule) -> Result<Self> {
        let lock = module.kernel_param_lock();
        pr_info!("{}\n", volume.read(&lock));
        Ok(Tuned)
    }
}
