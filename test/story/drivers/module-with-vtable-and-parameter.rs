//! `module!` lacks a comma; a parameter and a vtable ask for what it makes.

use kernel::fs::File;
use kernel::miscdevice::{MiscDevice, MiscDeviceOptions, MiscDeviceRegistration};
use kernel::prelude::*;

module! {
    type: Knob,
    name: "knob",
    authors: ["someone"],
    license: "GPL",
    params: {
        level: i64 {
            default: 1,
            description: "How loud"
        },
    },
}

#[pin_data]
struct Knob {
    #[pin]
    device: MiscDeviceRegistration<Turn>,
}

impl kernel::InPlaceModule for Knob {
    fn init(_module: &'static ThisModule) -> impl PinInit<Self, Error> {
        pr_info!("level {}\n", module_parameters::level.value());
        let options = MiscDeviceOptions { name: c"knob" };
        try_pin_init!(Self { device <- MiscDeviceRegistration::register(options) })
    }
}

struct Turn;

#[vtable]
impl MiscDevice for Turn {
    type Ptr = KBox<Self>;

    fn open(_file: &File, _misc: &MiscDeviceRegistration<Self>) -> Result<KBox<Self>> {
        Ok(KBox::new(Turn, GFP_KERNEL)?)
    }
}
