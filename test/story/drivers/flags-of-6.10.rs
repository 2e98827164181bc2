// SPDX-License-Identifier: GPL-2.0

//! Allocations say their flags, but are still those of `Vec` and `Box`.

use kernel::alloc::box_ext::BoxExt;
use kernel::alloc::vec_ext::VecExt;
use kernel::prelude::*;
use kernel::types::{ARef, ForeignOwnable};

module! {
    type: Between,
    name: "between",
    author: "someone",
    license: "GPL",
}

struct Between {
    list: Vec<u32>,
    one: Box<u32>,
}

impl kernel::Module for Between {
    fn init(_module: &'static ThisModule) -> Result<Self> {
        let mut list = Vec::with_capacity(2, GFP_KERNEL)?;
        list.push(1, GFP_KERNEL)?;
        let one = Box::new(5, GFP_KERNEL)?;
        Ok(Between { list, one })
    }
}
