// SPDX-License-Identifier: GPL-2.0

//! The battery: says once how full it is.

use kernel::prelude::*;

module! {
    type: Battery,
    name: "battery",
    description: "Prints a message that is not a format",
    license: "GPL",
    params: {
        level: usize {
            default: 0,
            description: "How full the battery is: 0, 1 or 2",
        },
    },
}

const SAYS: [&str; 3] = [
    "battery: empty\n",
    "battery: 50% full\n",
    "battery: full\n",
];

struct Battery;

impl kernel::Module for Battery {
    fn init(_module: &'static ThisModule) -> Result<Self> {
        let level = module_parameters::level.value();
        let says = SAYS.get(level).ok_or(EINVAL)?;

        pr_info!("{says}");
        Ok(Self)
    }
}

impl Drop for Battery {
    fn drop(&mut self) {
        pr_info!("battery: removed\n");
    }
}
