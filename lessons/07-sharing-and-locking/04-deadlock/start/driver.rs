// SPDX-License-Identifier: GPL-2.0

//! A limit, and how often it was asked for.

use kernel::{ //@ fold imports
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
    prelude::*,
    str::{
        parse_int::ParseInt,
        BStr,
        CString, //
    },
    sync::{
        new_mutex,
        Mutex, //
    },
}; //@ fold

module! { //@ fold the module’s name and license
    type: BoardModule,
    name: "driver",
    description: "A limit, and how often it was asked for",
    license: "GPL",
} //@ fold

#[pin_data]
struct Board {
    #[pin]
    limit: Mutex<i32>, //@ limit
    #[pin]
    asked: Mutex<i32>, //@ asked
}

#[vtable]
impl MiscDevice for Board {
    type Ptr = Pin<KBox<Self>>;

    fn open(_file: &File, _misc: &MiscDeviceRegistration<Self>) -> Result<Pin<KBox<Self>>> {
        KBox::pin_init(
            pin_init!(Self {
                limit <- new_mutex!(0, "board->limit"), //@ class
                asked <- new_mutex!(0, "board->asked"), //@ class
            }),
            GFP_KERNEL,
        )
    }

    /// A new limit starts a new count.
    fn write_iter(kiocb: Kiocb<'_, Self::Ptr>, iov: &mut IovIterSource<'_>) -> Result<usize> {
        let board = kiocb.file();
        let mut text = KVec::new();
        let count = iov.copy_from_iter_vec(&mut text, GFP_KERNEL)?;
        let new = i32::from_str(BStr::from_bytes(text.trim_ascii()))?;

        let mut limit = board.limit.lock(); //@ first
        *limit = new;
        let mut asked = board.asked.lock(); //@ second
        *asked = 0;
        Ok(count) //@ end
    }

    /// Tells the limit, and how often it was asked for.
    fn read_iter(kiocb: Kiocb<'_, Self::Ptr>, iov: &mut IovIterDest<'_>) -> Result<usize> {
        let board = kiocb.file();

        let mut asked = board.asked.lock(); //@ third
        *asked += 1;
        let limit = board.limit.lock(); //@ fourth

        let text = CString::try_from_fmt(fmt!("limit {}, asked {} times\n", *limit, *asked))?;
        Ok(iov.copy_to_iter(text.to_bytes())) //@ end
    }
}

#[pin_data]
struct BoardModule {
    #[pin]
    _misc: MiscDeviceRegistration<Board>,
}

impl kernel::InPlaceModule for BoardModule {
    fn init(_module: &'static ThisModule) -> impl PinInit<Self, Error> {
        let options = MiscDeviceOptions { name: c"board" };

        try_pin_init!(Self {
            _misc <- MiscDeviceRegistration::register(options),
        })
    }
}
