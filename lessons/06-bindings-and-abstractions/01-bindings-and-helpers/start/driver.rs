// SPDX-License-Identifier: GPL-2.0

//! Reads a channel of the sensor.

use kernel::{error::to_result, ffi::c_int, prelude::*, str::BStr};

mod pulse;

module! {
    type: Sensor,
    name: "sensor",
    description: "Reads a channel of the sensor",
    license: "GPL",
    params: {
        channel: u32 {
            default: 0,
            description: "which channel to read",
        },
    },
}

/// A channel of the sensor.
///
/// # Invariants
///
/// The number is at least 0 and less than `PULSE_CHANNELS`.
struct Channel(c_int);

impl Channel {
    /// Gives the channel of that number; `EINVAL` if there is none.
    fn new(number: u32) -> Result<Self> {
        Err(ENOSYS)
    }

    /// Reads the channel's value.
    fn read(&self) -> Result<u32> {
        Err(ENOSYS)
    }

    /// Writes the channel's name into a buffer, and gives that part of it.
    fn name<'a>(&self, buffer: &'a mut [u8]) -> Result<&'a [u8]> {
        Err(ENOSYS)
    }
}

/// Tells whether a value is too high.
fn is_hot(value: u32) -> Result<bool> {
    Err(ENOSYS)
}

struct Sensor;

impl kernel::Module for Sensor {
    fn init(_module: &'static ThisModule) -> Result<Self> {
        let channel = Channel::new(module_parameters::channel.value())?;
        let value = channel.read()?;
        pr_info!("value {}\n", value);
        pr_info!("hot {}\n", is_hot(value)?);
        pr_info!("name {}\n", BStr::from_bytes(channel.name(&mut [0; 8])?));
        Ok(Sensor)
    }
}
