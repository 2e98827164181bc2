// SPDX-License-Identifier: GPL-2.0

//! A bell that readers wait for.

use kernel::{
    fs::{
        File,
        Kiocb, //
    },
    iov::{
        IovIterDest,
        IovIterSource, //
    },
    miscdevice::{
        MiscDevice,
        MiscDeviceOptions,
        MiscDeviceRegistration, //
    },
    new_condvar, new_mutex,
    prelude::*,
    sync::{
        Arc,
        CondVar,
        Mutex,
        SetOnce, //
    },
};

module! {
    type: BellModule,
    name: "bell",
    description: "A bell that readers wait for",
    license: "GPL",
}

static BELL: SetOnce<Arc<Bell>> = SetOnce::new();

#[pin_data]
struct Bell {
    /// Rings that nobody has heard yet.
    #[pin]
    rings: Mutex<u32>,
    #[pin]
    rung: CondVar,
}

#[vtable]
impl MiscDevice for Bell {
    type Ptr = Arc<Bell>;

    fn open(_file: &File, _misc: &MiscDeviceRegistration<Self>) -> Result<Arc<Bell>> {
        BELL.as_ref().cloned().ok_or(ENODEV)
    }

    fn read_iter(kiocb: Kiocb<'_, Self::Ptr>, iov: &mut IovIterDest<'_>) -> Result<usize> {
        let bell = kiocb.file();
        let mut rings = bell.rings.lock();

        while *rings == 0 {
            if bell.rung.wait_interruptible(&mut rings) {
                return Err(ERESTARTSYS);
            }
        }
        *rings -= 1;

        pr_info!("{} left\n", *rings);
        drop(rings);
        Ok(iov.copy_to_iter(b"ding\n"))
    }

    fn write_iter(kiocb: Kiocb<'_, Self::Ptr>, iov: &mut IovIterSource<'_>) -> Result<usize> {
        let bell = kiocb.file();

        *bell.rings.lock() += 1;
        bell.rung.notify_all();
        let size = iov.len();
        iov.advance(size);
        Ok(size)
    }
}

#[pin_data]
struct BellModule {
    #[pin]
    _misc: MiscDeviceRegistration<Bell>,
}

impl kernel::InPlaceModule for BellModule {
    fn init(_module: &'static ThisModule) -> impl PinInit<Self, Error> {
        let options = MiscDeviceOptions { name: c"bell" };

        pin_init::pin_init_scope(move || {
            let bell = Arc::pin_init(
                pin_init!(Bell {
                    rings <- new_mutex!(0),
                    rung <- new_condvar!(),
                }),
                GFP_KERNEL,
            )?;

            BELL.populate(bell);
            Ok(try_pin_init!(Self {
                _misc <- MiscDeviceRegistration::register(options),
            }? Error))
        })
    }
}
