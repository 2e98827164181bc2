// SPDX-License-Identifier: GPL-2.0

//! A file in debugfs, and a device of the faux bus.

use kernel::{
    debugfs::{Dir, File},
    faux,
    prelude::*,
    sync::atomic::Atomic,
};

module! {
    type: Files,
    name: "files",
    license: "GPL",
}

#[pin_data]
struct Files {
    _device: faux::Registration,
    _dir: Dir,
    #[pin]
    hits: File<Atomic<usize>>,
}

impl kernel::InPlaceModule for Files {
    fn init(_module: &'static ThisModule) -> impl PinInit<Self, Error> {
        let dir = Dir::new(c"files");
        try_pin_init!(Self {
            _device: faux::Registration::new(c"files", None)?,
            hits <- dir.read_write_file(c"hits", Atomic::<usize>::new(3)),
            _dir: dir,
        })
    }
}
