// SPDX-License-Identifier: GPL-2.0

//! A generator of pulses, which plays none: it only says which ones they would be.

use kernel::prelude::*;

module! {
    type: Generator,
    name: "generator",
    description: "Says which pulses it would play",
    license: "GPL",
    params: {
        period: u32 {
            default: 20,
            description: "from one pulse to the next, in ms, 1 to 1000",
        },
    },
}

/// From one pulse to the next: 1 to 1000 ms.
struct Period(u32);

impl Period {
    fn new(ms: u32) -> Result<Self> {
        Err(ENOSYS)
    }
}

/// How long the output is high: 0 to 100 percent.
struct Duty(u8);

impl Duty {
    fn new(percent: u8) -> Result<Self> {
        Err(ENOSYS)
    }
}

/// A pulse, in microseconds.
struct Pulse {
    high: u32,
    low: u32,
}

impl Pulse {
    fn new(period: &Period, duty: &Duty) -> Self {
        Pulse { high: 0, low: 0 }
    }

    fn from_parameters() -> Result<Self> {
        Err(ENOSYS)
    }
}

struct Generator;

impl kernel::Module for Generator {
    fn init(_module: &'static ThisModule) -> Result<Self> {
        pr_info!("period {}\n", module_parameters::period.value());
        Ok(Generator)
    }
}
