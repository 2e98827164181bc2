// SPDX-License-Identifier: GPL-2.0

//! The mixer: turns one of its channels up.

use kernel::prelude::*;

module! {
    type: Mixer,
    name: "mixer",
    description: "Turns a channel up, if it is there",
    license: "GPL",
    params: {
        channel: i32 {
            default: 0,
            description: "Which channel to turn up: 0 to 3",
        },
    },
}

const CHANNELS: i32 = 4;

/// How loud each channel is.
struct Mixer {
    gain: KVec<u32>,
}

/// Where a channel is in `gain`.
fn place_of(channel: i32) -> Result<usize> {
    if !(0..CHANNELS).contains(&channel) {
        return Err(EINVAL);
    }
    Ok(channel as usize)
}

impl kernel::Module for Mixer {
    fn init(_module: &'static ThisModule) -> Result<Self> {
        let channel = module_parameters::channel.value();
        let place = place_of(channel)?;
        let mut gain = KVec::from_elem(0, CHANNELS as usize, GFP_KERNEL)?;

        gain[place] = 100;
        pr_info!("channel {channel} is up\n");
        Ok(Self { gain })
    }
}

impl Drop for Mixer {
    fn drop(&mut self) {
        pr_info!("removed, with {:?}\n", self.gain);
    }
}
