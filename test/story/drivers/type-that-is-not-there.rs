//! `module!` names a type that the driver does not have.

use kernel::prelude::*;

module! {
    type: Quiett,
    name: "quiet",
    license: "GPL",
}

struct Quiet;

impl kernel::Module for Quiet {
    fn init(_module: &'static ThisModule) -> Result<Self> {
        pr_info!("hello\n");
        Ok(Quiet)
    }
}
