// SPDX-License-Identifier: GPL-2.0

//! Hands out tickets: who reads is a visit, who writes is a desk.

use kernel::{ //@ fold imports
    fs::{
        file::flags,
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
    str::CString,
    sync::atomic::{
        Atomic,
        Relaxed, //
    },
}; //@ fold

module! { //@ fold the module’s name and license
    type: QueueModule,
    name: "driver",
    description: "Hands out tickets",
    license: "GPL",
} //@ fold

/// What is behind a file that is open for reading.
struct Visit {
    ticket: i32,
    ahead: i32,
}

/// What is behind a file that is open for writing.
struct Desk {
    number: i32,
}

static DRAWN: Atomic<i32> = Atomic::new(0);
static CALLED: Atomic<i32> = Atomic::new(0);
static DESKS: Atomic<i32> = Atomic::new(0);

#[vtable]
impl MiscDevice for Visit { //@ table
    type Ptr = KBox<Visit>; //@ fetch, release

    fn open(file: &File, _misc: &MiscDeviceRegistration<Self>) -> Result<KBox<Visit>> {
        if file.flags() & flags::O_ACCMODE == flags::O_WRONLY {
            let number = DESKS.fetch_add(1, Relaxed) + 1;
            let desk = KBox::new(Desk { number }, GFP_KERNEL)?;

            return Ok(desk); //@ store
        }

        let ticket = DRAWN.fetch_add(1, Relaxed) + 1;
        let ahead = ticket - 1 - CALLED.load(Relaxed);
        let visit = KBox::new(Visit { ticket, ahead }, GFP_KERNEL)?;

        Ok(visit) //@ store
    }

    fn read_iter(mut kiocb: Kiocb<'_, Self::Ptr>, iov: &mut IovIterDest<'_>) -> Result<usize> {
        let visit = kiocb.file(); //@ fetch
        let text = CString::try_from_fmt(fmt!("ticket {}, {} ahead\n", visit.ticket, visit.ahead))?;

        iov.simple_read_from_buffer(kiocb.ki_pos_mut(), text.to_bytes()) //@ copy
    }

    fn write_iter(kiocb: Kiocb<'_, Self::Ptr>, iov: &mut IovIterSource<'_>) -> Result<usize> {
        let desk: &Desk = kiocb.file(); //@ fetch
        let ticket = CALLED.fetch_add(1, Relaxed) + 1;

        pr_info!("ticket {} to desk {}\n", ticket, desk.number);
        Ok(iov.len()) //@ count
    }
}

impl Drop for Visit {
    fn drop(&mut self) { //@ release
        pr_info!(
            "ticket {} leaves, it had {} ahead\n",
            self.ticket,
            self.ahead
        );
    }
}

#[pin_data]
struct QueueModule {
    #[pin]
    _misc: MiscDeviceRegistration<Visit>,
}

impl kernel::InPlaceModule for QueueModule {
    fn init(_module: &'static ThisModule) -> impl PinInit<Self, Error> {
        let options = MiscDeviceOptions { name: c"queue" };

        try_pin_init!(Self {
            _misc <- MiscDeviceRegistration::register(options),
        })
    }
}
