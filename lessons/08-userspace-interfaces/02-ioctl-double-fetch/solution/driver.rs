// SPDX-License-Identifier: GPL-2.0

//! A tape that winds forward to the beginning of a file.

use kernel::{
    fs::File,
    ioctl::{
        _IOC_SIZE,
        _IOW, //
    },
    miscdevice::{
        MiscDevice,
        MiscDeviceOptions,
        MiscDeviceRegistration, //
    },
    prelude::*,
    time::{
        delay::fsleep,
        Delta, //
    },
    uaccess::{
        UserSlice,
        UserSliceReader, //
    },
};

module! {
    type: TapeModule,
    name: "driver",
    description: "Winds forward to the beginning of a file",
    license: "GPL",
}

const FILES: i32 = 8;

/// `struct mtop` of `linux/mtio.h`.
#[repr(C)]
struct MtOp {
    op: i16,
    count: i32,
}

const MTIOCTOP: u32 = _IOW::<MtOp>('m' as u32, 1);
const MTFSF: i16 = 1;

/// Reads a `struct mtop`, with the two bytes of padding that it has.
fn read_op(mut reader: UserSliceReader) -> Result<MtOp> {
    let op = reader.read()?;
    reader.skip(2)?;
    let count = reader.read()?;

    Ok(MtOp { op, count })
}

struct Tape {
    /// The block at which each file begins.
    start: KVec<u32>,
}

#[vtable]
impl MiscDevice for Tape {
    type Ptr = KBox<Self>;

    fn open(_file: &File, _misc: &MiscDeviceRegistration<Self>) -> Result<KBox<Self>> {
        let mut start = KVec::new();

        for file in 0..FILES as u32 {
            start.push(64 * file, GFP_KERNEL)?;
        }
        Ok(KBox::new(Tape { start }, GFP_KERNEL)?)
    }

    /// «mt fsf COUNT»: rewinds, and winds forward by COUNT files.
    fn ioctl(tape: &Tape, _file: &File, cmd: u32, arg: usize) -> Result<isize> {
        if cmd != MTIOCTOP {
            return Err(ENOTTY);
        }
        let user = UserSlice::new(UserPtr::from_addr(arg), _IOC_SIZE(cmd));

        let op = read_op(user.reader())?;
        if op.op != MTFSF || op.count < 0 || op.count >= FILES {
            return Err(EINVAL);
        }

        fsleep(Delta::from_millis(1000)); // The tape rewinds.

        let start = tape.start[op.count as usize];
        pr_info!("file {} begins at block {}\n", op.count, start);
        Ok(0)
    }
}

#[pin_data]
struct TapeModule {
    #[pin]
    _misc: MiscDeviceRegistration<Tape>,
}

impl kernel::InPlaceModule for TapeModule {
    fn init(_module: &'static ThisModule) -> impl PinInit<Self, Error> {
        let options = MiscDeviceOptions { name: c"tape" };

        try_pin_init!(Self {
            _misc <- MiscDeviceRegistration::register(options),
        })
    }
}
