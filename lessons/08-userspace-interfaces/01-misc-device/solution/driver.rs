// SPDX-License-Identifier: GPL-2.0

//! Hands out tickets: who reads is a visit, who writes is a desk.

use kernel::{
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
};

module! {
    type: QueueModule,
    name: "driver",
    description: "Hands out tickets",
    license: "GPL",
}

/// What is behind a file that is open for reading.
struct Visit {
    ticket: i32,
    ahead: i32,
}

/// What is behind a file that is open for writing.
struct Desk {
    number: i32,
}

/// What is behind an open file.
enum Opened {
    Visit(Visit),
    Desk(Desk),
}

static DRAWN: Atomic<i32> = Atomic::new(0);
static CALLED: Atomic<i32> = Atomic::new(0);
static DESKS: Atomic<i32> = Atomic::new(0);

#[vtable]
impl MiscDevice for Opened {
    type Ptr = KBox<Opened>;

    fn open(file: &File, _misc: &MiscDeviceRegistration<Self>) -> Result<KBox<Opened>> {
        if file.flags() & flags::O_ACCMODE == flags::O_WRONLY {
            let number = DESKS.fetch_add(1, Relaxed) + 1;
            let desk = KBox::new(Opened::Desk(Desk { number }), GFP_KERNEL)?;

            return Ok(desk);
        }

        let ticket = DRAWN.fetch_add(1, Relaxed) + 1;
        let ahead = ticket - 1 - CALLED.load(Relaxed);
        let visit = KBox::new(Opened::Visit(Visit { ticket, ahead }), GFP_KERNEL)?;

        Ok(visit)
    }

    fn read_iter(mut kiocb: Kiocb<'_, Self::Ptr>, iov: &mut IovIterDest<'_>) -> Result<usize> {
        let Opened::Visit(visit) = kiocb.file() else {
            return Err(EBADF);
        };
        let text = CString::try_from_fmt(fmt!("ticket {}, {} ahead\n", visit.ticket, visit.ahead))?;

        iov.simple_read_from_buffer(kiocb.ki_pos_mut(), text.to_bytes())
    }

    fn write_iter(kiocb: Kiocb<'_, Self::Ptr>, iov: &mut IovIterSource<'_>) -> Result<usize> {
        let Opened::Desk(desk) = kiocb.file() else {
            return Err(EBADF);
        };
        let ticket = CALLED.fetch_add(1, Relaxed) + 1;

        pr_info!("ticket {} to desk {}\n", ticket, desk.number);
        Ok(iov.len())
    }
}

impl Drop for Visit {
    fn drop(&mut self) {
        pr_info!(
            "ticket {} leaves, it had {} ahead\n",
            self.ticket,
            self.ahead
        );
    }
}

impl Drop for Desk {
    fn drop(&mut self) {
        pr_info!("desk {} closes\n", self.number);
    }
}

#[pin_data]
struct QueueModule {
    #[pin]
    _misc: MiscDeviceRegistration<Opened>,
}

impl kernel::InPlaceModule for QueueModule {
    fn init(_module: &'static ThisModule) -> impl PinInit<Self, Error> {
        let options = MiscDeviceOptions { name: c"queue" };

        try_pin_init!(Self {
            _misc <- MiscDeviceRegistration::register(options),
        })
    }
}
