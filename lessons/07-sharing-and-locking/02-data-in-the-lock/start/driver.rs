// SPDX-License-Identifier: GPL-2.0

//! The two ends of a line; each open of the device makes a pair, as ptmx does.

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
    time::{
        delay::fsleep,
        Delta, //
    },
}; //@ fold

module! { //@ fold the module’s name and license
    type: PairModule,
    name: "driver",
    description: "The two ends of a line",
    license: "GPL",
} //@ fold

struct Group {
    leader: i32,
}

/// What the lock of a port protects.
struct State { //@ lock
    group: Option<KBox<Group>>, //@ lock
}

#[pin_data]
struct Port {
    #[pin]
    state: Mutex<State>, //@ lock
}

#[pin_data]
struct Pair {
    #[pin]
    master: Port,
    #[pin]
    slave: Port,
}

/// Asked for on `port`; it is the group of `real_port` that changes.
fn set_group(port: &Port, real_port: &Port, group: KBox<Group>) { //@ which
    let _guard = port.state.lock(); //@ taken

    real_port.state.group = Some(group); //@ change
}

impl Port {
    fn new() -> impl PinInit<Self> {
        pin_init!(Self {
            state <- new_mutex!(State { group: None }), //@ init
        })
    }
}

#[vtable]
impl MiscDevice for Pair {
    type Ptr = Pin<KBox<Self>>;

    fn open(_file: &File, _misc: &MiscDeviceRegistration<Self>) -> Result<Pin<KBox<Self>>> {
        KBox::pin_init(
            pin_init!(Self {
                master <- Port::new(),
                slave <- Port::new(),
            }),
            GFP_KERNEL,
        )
    }

    fn write_iter(kiocb: Kiocb<'_, Self::Ptr>, iov: &mut IovIterSource<'_>) -> Result<usize> {
        let pair = kiocb.file();
        let mut text = KVec::new();
        let count = iov.copy_from_iter_vec(&mut text, GFP_KERNEL)?;
        let leader = i32::from_str(BStr::from_bytes(text.trim_ascii()))?;

        let group = KBox::new(Group { leader }, GFP_KERNEL)?;
        set_group(&pair.master, &pair.slave, group);
        Ok(count)
    }

    fn read_iter(kiocb: Kiocb<'_, Self::Ptr>, iov: &mut IovIterDest<'_>) -> Result<usize> {
        let pair = kiocb.file();

        let state = pair.slave.state.lock(); //@ reader
        let Some(group) = &state.group else { //@ reader
            return Ok(0);
        };

        fsleep(Delta::from_millis(800)); // The line is slow.
        let text = CString::try_from_fmt(fmt!("group {}\n", group.leader))?; //@ reader
        Ok(iov.copy_to_iter(text.to_bytes()))
    }
}

#[pin_data]
struct PairModule {
    #[pin]
    _misc: MiscDeviceRegistration<Pair>,
}

impl kernel::InPlaceModule for PairModule {
    fn init(_module: &'static ThisModule) -> impl PinInit<Self, Error> {
        let options = MiscDeviceOptions { name: c"pair" };

        try_pin_init!(Self {
            _misc <- MiscDeviceRegistration::register(options),
        })
    }
}
