// SPDX-License-Identifier: GPL-2.0

//! A driver for meters, which firmware describes.

use kernel::{ //@ fold imports and the module
    device::{
        self,
        Bound,
        Core, //
    },
    platform,
    prelude::*, //
};

kernel::module_platform_driver! {
    type: MeterDriver,
    name: "meter",
    description: "A driver for meters",
    license: "GPL",
} //@ fold

/// What the driver has as long as it is bound to a meter.
#[allow(dead_code)] // Until all steps are done.
struct Meter<'bound> {
    dev: &'bound device::Device<Bound>,
    channels: u32,
}

impl<'bound> Meter<'bound> {
    /// Reads how many channels there are: 1 to 8.
    fn new(dev: &'bound device::Device<Bound>) -> Result<Self> {
        let _ = dev;
        Err(ENODEV) // TODO, steps 1 and 2
    }

    #[allow(dead_code)] // Until all steps are done.
    fn switch_off(&self) {
        // TODO, step 3
    }
}

// TODO, step 4: what is left to do when it goes?

struct MeterDriver;

impl platform::Driver for MeterDriver {
    type IdInfo = ();
    type Data<'bound> = Meter<'bound>;

    fn probe<'bound>(
        pdev: &'bound platform::Device<Core<'_>>,
        _info: Option<&'bound ()>,
    ) -> impl PinInit<Meter<'bound>, Error> + 'bound {
        Meter::new(pdev.as_ref())
    }

    // TODO, step 3: `unbind`.
}
