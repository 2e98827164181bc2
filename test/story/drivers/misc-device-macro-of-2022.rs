//! A macro that made a module of a misc device.

use kernel::prelude::*;

kernel::module_misc_device! {
    type: Quiet,
    name: b"quiet",
    license: b"GPL",
}

struct Quiet;

impl Quiet {
    fn hello() {
        pr_info!("hello\n");
        pr_info!("{}\n", unknown);
    }
}
