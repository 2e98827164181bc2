// SPDX-License-Identifier: GPL-2.0

//! A first module, with the names and the `module!` of 2022.

use kernel::prelude::*;

module! {
    type: Tally,
    name: b"tally",
    author: b"someone",
    description: b"Keeps a few numbers",
    license: b"GPL",
}

struct Tally {
    numbers: Vec<i32>,
}

impl kernel::Module for Tally {
    fn init(_name: &'static CStr, _module: &'static ThisModule) -> Result<Self> {
        pr_info!("as a module: {}\n", cfg!(MODULE));
        let mut numbers = Vec::new();
        numbers.try_push(3)?;
        let boxed = Box::try_new(7)?;
        pr_info!("{}\n", boxed);
        Ok(Tally { numbers })
    }
}

impl Drop for Tally {
    fn drop(&mut self) {
        pr_info!("numbers: {:?}\n", self.numbers);
    }
}
