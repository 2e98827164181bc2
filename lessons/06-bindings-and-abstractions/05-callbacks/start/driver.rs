// SPDX-License-Identifier: GPL-2.0

//! Listens to the keypad.

use core::marker::PhantomData; //@ fold imports
use kernel::{
    error::{to_result, VTABLE_DEFAULT_ERROR},
    ffi::{c_uint, c_void},
    prelude::*,
    sync::atomic::{Atomic, Relaxed},
    types::ForeignOwnable,
}; //@ fold

mod keypad;

module! {
    type: Chime,
    name: "chime",
    description: "Listens to the keypad",
    license: "GPL",
    params: {
        count: bool {
            default: false,
            description: "count the keys too",
        },
    },
}

/// What a listener does when the keypad calls.
#[vtable]
trait Listener: Send + Sync + Sized + 'static {
    /// A key was pressed.
    fn press(&self, key: u32);

    /// How many keys it has heard; may be left out.
    fn heard(&self) -> u32 {
        build_error!(VTABLE_DEFAULT_ERROR)
    }
}

/// A listener that the keypad calls until this is dropped.
///
/// # Invariants
///
/// `data` comes from `KBox::<T>::into_foreign`, and is registered with `Self::OPS`.
struct Registration<T: Listener> {
    data: *mut c_void,
    _owns: PhantomData<KBox<T>>,
}

// SAFETY: `data` is used as a `&T`, and as a `KBox<T>` when this is dropped; a `Listener` is `Send` and `Sync`.
unsafe impl<T: Listener> Send for Registration<T> {}
// SAFETY: As above; a shared `Registration` gives no access to anything.
unsafe impl<T: Listener> Sync for Registration<T> {}

impl<T: Listener> Registration<T> {
    const OPS: keypad::keypad_ops = keypad::keypad_ops {
        press: None,
        heard: None,
    };

    /// Registers a listener, or drops it.
    fn new(listener: KBox<T>) -> Result<Self> {
        Err(ENOSYS)
    }
}

struct Bell;

#[vtable]
impl Listener for Bell {
    fn press(&self, key: u32) {
        pr_info!("key {}\n", key);
    }
}

impl Drop for Bell {
    fn drop(&mut self) {
        pr_info!("gone\n");
    }
}

struct Counter {
    heard: Atomic<u32>,
}

#[vtable]
impl Listener for Counter {
    fn press(&self, key: u32) {
        let before = self.heard.fetch_add(1, Relaxed);
        pr_info!("key {} is number {}\n", key, before + 1);
    }

    fn heard(&self) -> u32 {
        self.heard.load(Relaxed)
    }
}

impl Drop for Counter {
    fn drop(&mut self) {
        pr_info!("gone after {} keys\n", self.heard());
    }
}

struct Chime {
    _bell: Option<Registration<Bell>>,
    _counter: Option<Registration<Counter>>,
}

impl kernel::Module for Chime {
    fn init(_module: &'static ThisModule) -> Result<Self> {
        if module_parameters::count.value() {
            let heard = Atomic::new(0);
            let counter = Registration::new(KBox::new(Counter { heard }, GFP_KERNEL)?)?;
            Ok(Chime {
                _bell: None,
                _counter: Some(counter),
            })
        } else {
            let bell = Registration::new(KBox::new(Bell, GFP_KERNEL)?)?;
            Ok(Chime {
                _bell: Some(bell),
                _counter: None,
            })
        }
    }
}
