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

use kernel::{new_mutex, sync::{Arc, Mutex}};

fn receive(rx: &Mutex<u32>, tx: &Mutex<u32>) {
    let mut received = rx.lock();
    let sent = tx.lock();
    *received += *sent;
}

fn transmit(rx: &Mutex<u32>, tx: &Mutex<u32>) {
    let mut sent = tx.lock();
    let received = rx.lock();
    *sent += *received;
}

impl kernel::Module for Demo {
    fn init(_module: &'static ThisModule) -> Result<Self> {
        let rx = Arc::pin_init(new_mutex!(1, "rx"), GFP_KERNEL)?;
        let tx = Arc::pin_init(new_mutex!(2, "tx"), GFP_KERNEL)?;
        receive(&rx, &tx);
        transmit(&rx, &tx);
        Ok(Demo)
    }
}
