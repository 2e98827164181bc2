// SPDX-License-Identifier: GPL-2.0

//! Channels in an array that grows.

use kernel::{ //@ fold imports and module!
    new_mutex,
    prelude::*,
    sync::Mutex, //
};

module! {
    type: Channels,
    name: "channels",
    description: "Channels in an array that grows",
    license: "GPL",
} //@ fold

#[pin_data]
struct Channel {
    id: u32,
    #[pin]
    pending: Mutex<KVec<u32>>, //@ self
}

impl Channel {
    fn new(id: u32) -> impl PinInit<Self> {
        pin_init!(Self {
            id,
            pending <- new_mutex!(KVec::new()), //@ init
        })
    }
}

struct Channels {
    channels: KVec<Channel>,
}

impl Channels {
    /// Makes room for one more channel.
    fn add(&mut self, id: u32) -> Result {
        let channel = KBox::pin_init(Channel::new(id), GFP_KERNEL)?;
        self.channels.push(*channel, GFP_KERNEL)?; //@ moves
        Ok(())
    }

    fn queue(&self, index: usize, sector: u32) -> Result {
        let channel = self.channels.get(index).ok_or(ENOENT)?;
        channel.pending.lock().push(sector, GFP_KERNEL)?; //@ use
        pr_info!("sector {} waits in channel {}\n", sector, channel.id);
        Ok(())
    }
}

impl kernel::Module for Channels {
    fn init(_module: &'static ThisModule) -> Result<Self> {
        let mut module = Channels {
            channels: KVec::new(),
        };
        for id in 0..3 {
            module.add(id)?;
        }
        module.queue(0, 8)?;
        Ok(module)
    }
}
