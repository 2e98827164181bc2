// SPDX-License-Identifier: GPL-2.0

//! A file for a meter.

use kernel::{
    device::{
        Bound,
        Core,
        Device, //
    },
    devres::Devres,
    fs::{
        File,
        Kiocb, //
    },
    iov::IovIterDest,
    miscdevice::{
        MiscDevice,
        MiscDeviceOptions,
        MiscDeviceRegistration, //
    },
    platform,
    prelude::*,
    str::CString,
    sync::{
        Arc,
        SetOnce, //
    },
};

mod meter0;
use meter0::Registers;

kernel::module_platform_driver! {
    type: MeterDriver,
    name: "meter",
    description: "A file for a meter",
    license: "GPL",
}

/// What all open files of the meter share.
struct Meter {
    registers: Devres<Registers>,
}

/// `open` is not told of the meter, so it looks here. There is one meter.
static METER: SetOnce<Arc<Meter>> = SetOnce::new();

#[vtable]
impl MiscDevice for Meter {
    type Ptr = Arc<Meter>;

    fn open(_file: &File, _misc: &MiscDeviceRegistration<Self>) -> Result<Arc<Meter>> {
        METER.as_ref().cloned().ok_or(ENODEV)
    }

    /// Tells what the meter shows.
    fn read_iter(mut kiocb: Kiocb<'_, Self::Ptr>, iov: &mut IovIterDest<'_>) -> Result<usize> {
        let meter = kiocb.file();
        // Look once, and let go: nobody may sleep with the registers in hand.
        let value = meter
            .registers
            .try_access_with(|registers| registers.value())
            .ok_or(ENXIO)??;
        let text = CString::try_from_fmt(fmt!("value {value}\n"))?;

        iov.simple_read_from_buffer(kiocb.ki_pos_mut(), text.to_bytes())
    }
}

/// What there is as long as a driver is bound. Dropped when it is unbound.
#[pin_data]
struct Files {
    #[pin]
    _misc: MiscDeviceRegistration<Meter>,
}

impl Files {
    fn new(dev: &Device<Bound>) -> impl PinInit<Self, Error> + '_ {
        pin_init::pin_init_scope(move || {
            let registers = Devres::new(dev, Registers::new(dev))?;
            let meter = Arc::new(Meter { registers }, GFP_KERNEL)?;

            if !METER.populate(meter) {
                return Err(EBUSY);
            }
            let options = MiscDeviceOptions { name: c"meter" };
            Ok(try_pin_init!(Self {
                _misc <- MiscDeviceRegistration::register(options),
            }? Error))
        })
    }
}

struct MeterDriver;

impl platform::Driver for MeterDriver {
    type IdInfo = ();
    type Data<'bound> = Files;

    fn probe<'bound>(
        pdev: &'bound platform::Device<Core<'_>>,
        _info: Option<&'bound ()>,
    ) -> impl PinInit<Files, Error> + 'bound {
        Files::new(pdev.as_ref())
    }
}
