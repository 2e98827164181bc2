// SPDX-License-Identifier: GPL-2.0

//! Has the kernel copy what is freed.

use kernel::{bindings, prelude::*};

module! {
    type: Copies,
    name: "copies",
    license: "GPL",
}

struct Copies;

fn copy_of(from: *const u8, bytes: usize) {
    // SAFETY: None: whoever calls this may have freed it.
    unsafe {
        let copy = bindings::kmemdup_noprof(from.cast(), bytes, bindings::GFP_KERNEL);
        bindings::kfree(copy);
    }
}

impl kernel::Module for Copies {
    fn init(_module: &'static ThisModule) -> Result<Self> {
        let name = KBox::new([7u8; 100], GFP_KERNEL)?;
        let from = name.as_ptr();
        drop(name);
        copy_of(from, 100);
        Ok(Copies)
    }
}
