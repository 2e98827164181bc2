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
        duty: u8 {
            default: 50,
            description: "how long the output is high, in percent",
        },
        offset: i32 {
            default: 0,
            description: "ms before (-) or after the others, less than a period",
        },
        invert: bool {
            default: false,
            description: "exchange high and low",
        },
    },
}

/// From one pulse to the next: 1 to 1000 ms.
struct Period(u32);

impl Period {
    fn new(ms: u32) -> Result<Self> {
        match ms {
            1..=1000 => Ok(Period(ms)),
            _ => Err(EINVAL),
        }
    }
}

/// How long the output is high: 0 to 100 percent.
struct Duty(u8);

impl Duty {
    fn new(percent: u8) -> Result<Self> {
        if percent > 100 {
            return Err(EINVAL);
        }
        Ok(Duty(percent))
    }
}

/// A pulse, in microseconds.
struct Pulse {
    high: u32,
    low: u32,
}

impl Pulse {
    fn new(period: &Period, duty: &Duty) -> Self {
        let whole = period.0 * 1000;
        let high = whole / 100 * u32::from(duty.0);
        Pulse {
            high,
            low: whole - high,
        }
    }

    fn from_parameters() -> Result<Self> {
        let period = Period::new(module_parameters::period.value())?;
        let duty = Duty::new(module_parameters::duty.value())?;
        if module_parameters::offset.value().unsigned_abs() >= period.0 {
            return Err(EINVAL);
        }
        let pulse = Pulse::new(&period, &duty);
        if module_parameters::invert.value() {
            return Ok(Pulse {
                high: pulse.low,
                low: pulse.high,
            });
        }
        Ok(pulse)
    }
}

struct Generator;

impl kernel::Module for Generator {
    fn init(_module: &'static ThisModule) -> Result<Self> {
        pr_info!(
            "period {}, duty {}, offset {}, invert {}\n",
            module_parameters::period.value(),
            module_parameters::duty.value(),
            module_parameters::offset.value(),
            module_parameters::invert.value(),
        );
        let pulse = Pulse::from_parameters()?;
        pr_info!("high {} us, low {} us\n", pulse.high, pulse.low);
        Ok(Generator)
    }
}
