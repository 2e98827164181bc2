// SPDX-License-Identifier: GPL-2.0

//! Takes a mutex for a total while it holds it.

use kernel::prelude::*;
use kernel::sync::{new_mutex, Mutex};

module! {
    type: Totals,
    name: "totals",
    license: "GPL",
}

struct Totals;

fn total(values: &Mutex<KVec<u32>>) -> u32 {
    let values = values.lock();
    values.iter().sum()
}

impl kernel::Module for Totals {
    fn init(_module: &'static ThisModule) -> Result<Self> {
        let values = KBox::pin_init(new_mutex!(KVec::new()), GFP_KERNEL)?;
        let mut added = values.lock();
        added.push(3u32, GFP_KERNEL)?;
        pr_info!("{}\n", total(&values));
        Ok(Totals)
    }
}
