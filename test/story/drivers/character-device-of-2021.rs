// SPDX-License-Identifier: GPL-2.0

//! A character device with two minors, with the names of 2021.

#![no_std]
#![feature(allocator_api, global_asm)]

use alloc::boxed::Box;
use core::pin::Pin;
use kernel::prelude::*;
use kernel::{chrdev, cstr, file_operations::FileOperations};

module! {
    type: Minors,
    name: b"minors",
    author: b"someone",
    description: b"Two minors",
    license: b"GPL v2",
    params: {},
}

#[derive(Default)]
struct Nothing;

impl FileOperations for Nothing {
    kernel::declare_file_operations!();
}

struct Minors {
    _device: Pin<Box<chrdev::Registration<2>>>,
}

impl KernelModule for Minors {
    fn init() -> KernelResult<Self> {
        let mut device = chrdev::Registration::new_pinned(cstr!("minors"), 0, &THIS_MODULE)?;
        device.as_mut().register::<Nothing>()?;
        Ok(Minors { _device: device })
    }
}
