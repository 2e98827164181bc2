// SPDX-License-Identifier: GPL-2.0

//! A driver for the tests.

use kernel::prelude::*;

module! {
    type: Demo,
    name: "driver",
    authors: ["The course"],
    description: "A driver for the tests",
    license: "GPL",
}

struct Demo;

use kernel::{new_spinlock, sync::{Arc, SpinLock}};

#[inline(never)]
fn push(list: &SpinLock<KVec<u32>>) -> Result {
    let mut list = list.lock();
    list.push(1, GFP_KERNEL)?;
    Ok(())
}

impl kernel::Module for Demo {
    fn init(_module: &'static ThisModule) -> Result<Self> {
        let list = Arc::pin_init(new_spinlock!(KVec::new(), "list"), GFP_KERNEL)?;
        push(&list)?;
        Ok(Demo)
    }
}
