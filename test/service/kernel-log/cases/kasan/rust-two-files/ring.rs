//! A ring.
use kernel::prelude::*;

pub(crate) struct Ring {
    room: KVec<u32>,
}

impl Ring {
    pub(crate) fn new() -> Result<Self> {
        Ok(Ring { room: KVec::new() })
    }

    pub(crate) fn put(&mut self, value: u32) -> Result {
        self.room.push(value, GFP_KERNEL)?;
        Ok(())
    }

    pub(crate) fn get(&self, at: usize) -> u32 {
        self.room[at]
    }
}
