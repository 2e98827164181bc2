// SPDX-License-Identifier: GPL-2.0

//! Has tests of its own.

use kernel::prelude::*;

module! {
    type: Tested,
    name: "tested",
    license: "GPL",
}

struct Tested;

fn half(of: u32) -> u32 {
    of / 2
}

#[kunit_tests(halves)]
mod tests {
    use super::*;

    #[test]
    fn of_an_even_number() {
        assert_eq!(half(4), 2);
    }

    #[test]
    fn of_an_odd_number() {
        assert_eq!(half(5), 3);
    }
}

impl kernel::Module for Tested {
    fn init(_module: &'static ThisModule) -> Result<Self> {
        Ok(Tested)
    }
}
