// SPDX-License-Identifier: GPL-2.0

//! A driver for meters, which firmware describes.

use kernel::{
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
}

/// What the driver has as long as it is bound to a meter.
struct Meter<'bound> {
    dev: &'bound device::Device<Bound>,
    channels: u32,
}

impl<'bound> Meter<'bound> {
    /// Reads how many channels there are: 1 to 8.
    fn new(dev: &'bound device::Device<Bound>) -> Result<Self> {
        let node = dev.fwnode().ok_or(ENODEV)?;
        let channels: u32 = node.property_read(c"channels").required_by(dev)?;

        if !(1..=8).contains(&channels) {
            return Err(EINVAL);
        }
        dev_info!(dev, "{channels} channels\n");
        Ok(Meter { dev, channels })
    }

    fn switch_off(&self) {
        dev_info!(self.dev, "{} channels off\n", self.channels);
    }
}

impl Drop for Meter<'_> {
    fn drop(&mut self) {
        dev_info!(self.dev, "gone\n");
    }
}

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

    fn unbind<'bound>(_pdev: &'bound platform::Device<Core<'_>>, meter: Pin<&Meter<'bound>>) {
        meter.switch_off();
    }
}
