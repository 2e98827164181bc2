// SPDX-License-Identifier: GPL-2.0

//! A file for a meter.

use kernel::{ //@ fold imports and the module
    device::{
        Bound,
        Core,
        Device, //
    },
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
} //@ fold

/// What all open files of the meter share.
struct Meter { //@ meter
    registers: Registers, //@ meter
}

/// `open` is not told of the meter, so it looks here. There is one meter.
static METER: SetOnce<Arc<Meter>> = SetOnce::new(); //@ meter

#[vtable]
impl MiscDevice for Meter {
    type Ptr = Arc<Meter>;

    fn open(_file: &File, _misc: &MiscDeviceRegistration<Self>) -> Result<Arc<Meter>> {
        METER.as_ref().cloned().ok_or(ENODEV) //@ open
    }

    /// Tells what the meter shows.
    fn read_iter(mut kiocb: Kiocb<'_, Self::Ptr>, iov: &mut IovIterDest<'_>) -> Result<usize> {
        let meter = kiocb.file(); //@ read
        let value = meter.registers.value()?; //@ read
        let text = CString::try_from_fmt(fmt!("value {value}\n"))?;

        iov.simple_read_from_buffer(kiocb.ki_pos_mut(), text.to_bytes())
    }
}

/// What there is as long as a driver is bound. Dropped when it is unbound.
#[pin_data]
struct Files { //@ probe
    #[pin]
    _misc: MiscDeviceRegistration<Meter>, //@ probe
}

impl Files {
    fn new(dev: &Device<Bound>) -> impl PinInit<Self, Error> + '_ {
        pin_init::pin_init_scope(move || {
            let registers = Registers::new(dev);
            let meter = Arc::new(Meter { registers }, GFP_KERNEL)?; //@ probe

            if !METER.populate(meter) {
                return Err(EBUSY);
            }
            let options = MiscDeviceOptions { name: c"meter" };
            Ok(try_pin_init!(Self {
                _misc <- MiscDeviceRegistration::register(options), //@ probe
            }? Error))
        })
    }
}

struct MeterDriver; //@ fold the platform driver

impl platform::Driver for MeterDriver {
    type IdInfo = ();
    type Data<'bound> = Files;

    fn probe<'bound>(
        pdev: &'bound platform::Device<Core<'_>>,
        _info: Option<&'bound ()>,
    ) -> impl PinInit<Files, Error> + 'bound {
        Files::new(pdev.as_ref())
    }
} //@ fold
