// SPDX-License-Identifier: GPL-2.0

//! Gives back what was written.

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
    prelude::*,
    sync::{
        new_mutex,
        Mutex, //
    },
};

module! {
    type: NoteModule,
    name: "driver",
    description: "Gives back what was written",
    license: "GPL",
}

const LONGEST: usize = 256;

/// What was written, for each open file.
#[pin_data]
struct Note {
    #[pin]
    text: Mutex<KVec<u8>>,
}

#[vtable]
impl MiscDevice for Note {
    type Ptr = Pin<KBox<Self>>;

    fn open(_file: &File, _misc: &MiscDeviceRegistration<Self>) -> Result<Pin<KBox<Self>>> {
        KBox::pin_init(
            pin_init!(Self {
                text <- new_mutex!(KVec::new()),
            }),
            GFP_KERNEL,
        )
    }

    fn write_iter(mut kiocb: Kiocb<'_, Self::Ptr>, iov: &mut IovIterSource<'_>) -> Result<usize> {
        let note = kiocb.file();
        let mut text = note.text.lock();

        if iov.len() > LONGEST {
            return Err(EINVAL);
        }
        text.clear();
        let count = iov.copy_from_iter_vec(&mut text, GFP_KERNEL)?;
        drop(text);
        *kiocb.ki_pos_mut() = 0;
        Ok(count)
    }

    fn read_iter(mut kiocb: Kiocb<'_, Self::Ptr>, iov: &mut IovIterDest<'_>) -> Result<usize> {
        let note = kiocb.file();
        let text = note.text.lock();

        iov.simple_read_from_buffer(kiocb.ki_pos_mut(), &text)
    }
}

#[pin_data]
struct NoteModule {
    #[pin]
    _misc: MiscDeviceRegistration<Note>,
}

impl kernel::InPlaceModule for NoteModule {
    fn init(_module: &'static ThisModule) -> impl PinInit<Self, Error> {
        let options = MiscDeviceOptions { name: c"note" };

        try_pin_init!(Self {
            _misc <- MiscDeviceRegistration::register(options),
        })
    }
}
