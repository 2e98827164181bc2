// SPDX-License-Identifier: GPL-2.0

//! Fans that user space makes.

use kernel::{ //@ fold imports
    configfs::{
        self,
        configfs_attrs, //
    },
    page::PAGE_SIZE,
    prelude::*,
    str::CString,
    sync::{
        atomic::{
            Atomic,
            Relaxed, //
        },
        Arc, //
    },
}; //@ fold

module! { //@ fold the module’s name and license
    type: FansModule,
    name: "driver",
    description: "Fans that user space makes",
    license: "GPL",
} //@ fold

/// The highest limit, in degrees.
const MOST: u32 = 110;

/// What the module and all its fans share.
struct Room {
    temperature: Atomic<u32>,
    made: Atomic<u32>,
}

/// A fan that user space made, with `mkdir`.
struct Fan {
    room: Arc<Room>,
    limit: Atomic<u32>,
}

/// The limit that was written as text, with a line end or without.
fn to_limit(_written: &[u8]) -> Result<u32> {
    Err(ENOSYS) // Step 1.
}

/// Writes a text into the page that configfs shows.
fn print(page: &mut [u8; PAGE_SIZE], text: kernel::fmt::Arguments<'_>) -> Result<usize> {
    let text = CString::try_from_fmt(text)?;
    let bytes = text.to_bytes();

    page[..bytes.len()].copy_from_slice(bytes);
    Ok(bytes.len())
}

#[vtable]
impl configfs::AttributeOperations<0> for Fan {
    type Data = Fan;

    fn show(_fan: &Fan, _page: &mut [u8; PAGE_SIZE]) -> Result<usize> {
        Err(ENOSYS) // Step 1.
    }

    fn store(_fan: &Fan, _page: &[u8]) -> Result {
        Err(ENOSYS) // Step 1.
    }
}

/// The folder in which fans are made.
struct Fans {
    room: Arc<Room>,
}

#[vtable]
impl configfs::GroupOperations for Fans {
    type Child = Fan;

    fn make_group(&self, name: &CStr) -> Result<impl PinInit<configfs::Group<Fan>, Error>> {
        let attributes = configfs_attrs! {
            container: configfs::Group<Fan>,
            data: Fan,
            attributes: [
                limit: 0,
            ],
        };
        let room = self.room.clone();

        room.made.fetch_add(1, Relaxed);
        Ok(configfs::Group::new(
            name.try_into()?,
            attributes,
            try_init!(Fan {
                room,
                limit: Atomic::new(80),
            }),
        ))
    }
}

#[pin_data]
struct FansModule {
    #[pin]
    _fans: configfs::Subsystem<Fans>,
}

impl kernel::InPlaceModule for FansModule {
    fn init(_module: &'static ThisModule) -> impl PinInit<Self, Error> {
        let folder = configfs_attrs! {
            container: configfs::Subsystem<Fans>,
            data: Fans,
            child: Fan,
            attributes: [],
        };

        pin_init::pin_init_scope(move || {
            let room = Arc::new(
                Room {
                    temperature: Atomic::new(40),
                    made: Atomic::new(0),
                },
                GFP_KERNEL,
            )?;

            Ok(try_pin_init!(Self {
                _fans <- configfs::Subsystem::new(c"fans", folder, try_init!(Fans { room })),
            }? Error))
        })
    }
}
