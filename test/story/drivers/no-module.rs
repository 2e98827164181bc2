//! There is no `module!` at all.

use kernel::prelude::*;

struct Quiet;

impl kernel::Module for Quiet {
    fn init(_module: &'static ThisModule) -> Result<Self> {
        pr_info!("one\n");
        pr_warn!("two\n");
        pr_err!("three: {}\n", unknown);
        Ok(Quiet)
    }
}
