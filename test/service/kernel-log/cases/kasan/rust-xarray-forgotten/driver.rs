// SPDX-License-Identifier: GPL-2.0

//! Forgets an array of clients.

use kernel::prelude::*;
use kernel::xarray::{AllocKind, XArray};

module! {
    type: Clients,
    name: "clients",
    license: "GPL",
}

struct Clients;

impl kernel::Module for Clients {
    fn init(_module: &'static ThisModule) -> Result<Self> {
        let clients = KBox::pin_init(XArray::<KBox<u32>>::new(AllocKind::Alloc), GFP_KERNEL)?;
        for id in 0..3 {
            let client = KBox::new(id, GFP_KERNEL)?;
            clients.lock().store(id as usize, client, GFP_KERNEL)?;
        }
        core::mem::forget(clients);
        Ok(Clients)
    }
}
