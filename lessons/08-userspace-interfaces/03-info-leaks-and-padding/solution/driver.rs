// SPDX-License-Identifier: GPL-2.0

//! A safe that opens to who knows its PIN.

use kernel::{
    fs::{
        File,
        Kiocb, //
    },
    ioctl::{
        _IOC_SIZE,
        _IOR, //
    },
    iov::IovIterSource,
    miscdevice::{
        MiscDevice,
        MiscDeviceOptions,
        MiscDeviceRegistration, //
    },
    prelude::*,
    sync::atomic::{
        Atomic,
        Relaxed, //
    },
    uaccess::UserSlice,
};

module! {
    type: SafeModule,
    name: "driver",
    description: "Opens to who knows a PIN",
    license: "GPL",
}

const RECORD: usize = 16;

/// What the EEPROM has: the length of the PIN, and its digits.
const EEPROM: [u8; RECORD] = *b"\x071828182\0\0\0\0\0\0\0\0";

/// `struct safe_status` of `safe.h`, with the bytes between its fields.
#[derive(FromBytes, IntoBytes)]
#[repr(C)]
struct Status {
    open: u8,
    _between: [u8; 7],
    tries: u64,
}

const SAFE_STATUS: u32 = _IOR::<Status>('S' as u32, 1);

static OPEN: Atomic<i32> = Atomic::new(0);
static TRIES: Atomic<i32> = Atomic::new(0);

/// Reads the record into memory of its own, as from a slow chip, and compares.
fn is_right(pin: &[u8]) -> Result<bool> {
    let record = KBox::new(EEPROM, GFP_KERNEL)?;
    let length = usize::from(record[0]);

    Ok(record.get(1..=length) == Some(pin))
}

struct Safe;

#[vtable]
impl MiscDevice for Safe {
    type Ptr = KBox<Self>;

    fn open(_file: &File, _misc: &MiscDeviceRegistration<Self>) -> Result<KBox<Self>> {
        Ok(KBox::new(Safe, GFP_KERNEL)?)
    }

    /// Who writes the PIN opens the safe.
    fn write_iter(_kiocb: Kiocb<'_, Self::Ptr>, iov: &mut IovIterSource<'_>) -> Result<usize> {
        let mut pin = [0; RECORD - 1];
        let length = iov.copy_from_iter(&mut pin);

        if !is_right(&pin[..length])? {
            TRIES.fetch_add(1, Relaxed);
            return Err(EACCES);
        }
        OPEN.store(1, Relaxed);
        Ok(length)
    }

    fn ioctl(_safe: &Safe, _file: &File, cmd: u32, arg: usize) -> Result<isize> {
        if cmd != SAFE_STATUS {
            return Err(ENOTTY);
        }
        let mut status = KBox::new(
            Status {
                open: OPEN.load(Relaxed) as u8,
                _between: [0; 7],
                tries: TRIES.load(Relaxed) as u64,
            },
            GFP_KERNEL,
        )?;

        UserSlice::new(UserPtr::from_addr(arg), _IOC_SIZE(cmd))
            .writer()
            .write_slice(status.as_mut_bytes())?;
        Ok(0)
    }
}

#[pin_data]
struct SafeModule {
    #[pin]
    _misc: MiscDeviceRegistration<Safe>,
}

impl kernel::InPlaceModule for SafeModule {
    fn init(_module: &'static ThisModule) -> impl PinInit<Self, Error> {
        let options = MiscDeviceOptions { name: c"safe" };

        try_pin_init!(Self {
            _misc <- MiscDeviceRegistration::register(options),
        })
    }
}
