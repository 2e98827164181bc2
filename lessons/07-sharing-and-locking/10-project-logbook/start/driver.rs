// SPDX-License-Identifier: GPL-2.0

//! A logbook that all who open it share, and into which a timer has lines written.

use core::num::NonZeroU32; //@ fold imports and module!
#[allow(unused_imports)] // Until all steps are done.
use kernel::{
    new_mutex,
    prelude::*,
    str::CString,
    sync::{
        atomic::{
            Atomic,
            Relaxed, //
        },
        Arc,
        ArcBorrow,
        Mutex, //
    },
    time::{
        hrtimer::{
            ArcHrTimerHandle,
            HrTimer,
            HrTimerCallback,
            HrTimerCallbackContext,
            HrTimerPointer,
            HrTimerRestart,
            RelativeMode, //
        },
        Delta,
        Monotonic, //
    },
    workqueue::{
        self,
        impl_has_work,
        new_work,
        Work,
        WorkItem, //
    },
};

mod current;
mod device;
mod flush;
mod linering;
mod ring;

use current::Current;
use device::Device;
#[allow(unused_imports)] // Until all steps are done.
use {
    flush::FlushOnDrop,
    ring::Ring, //
};

module! {
    type: LogbookModule,
    name: "logbook",
    description: "Keeps the last lines that were put into it",
    license: "GPL",
    params: {
        lines: u32 {
            default: 8,
            description: "how many lines it keeps",
        },
        beat: i64 {
            default: 0,
            description: "milliseconds between two lines of its own; 0: none",
        },
    },
} //@ fold

/// The most lines that a book may be asked to keep.
const MOST: u32 = 4096;

/// What all who open the device share.
#[pin_data]
struct Logbook {
    // TODO, step 1: the ring, in the lock that is right for it.
    beats: Atomic<u32>,
    #[pin]
    work: Work<Logbook>,
    #[pin]
    timer: HrTimer<Logbook>,
}

impl_has_work! {
    impl HasWork<Self> for Logbook { self.work }
}

kernel::impl_has_hr_timer! {
    impl HasHrTimer<Self> for Logbook {
        mode: RelativeMode<Monotonic>, field: self.timer
    }
}

impl Logbook {
    /// Makes an empty book for so many lines.
    fn new(_lines: NonZeroU32) -> impl PinInit<Self> {
        pin_init!(Self {
            beats: Atomic::new(0),
            work <- new_work!("logbook::work"),
            timer <- HrTimer::new(),
        })
    }

    /// Adds a line. May sleep.
    fn put(&self, _text: &[u8]) -> Result {
        Ok(()) // TODO, step 1
    }

    /// How many lines it has, and how many had to go.
    fn counts(&self) -> (u32, u64) {
        (0, 0) // TODO, step 1
    }

    /// Counts a beat, and lets a worker write it. May be called in an interrupt.
    fn beat(_this: ArcBorrow<'_, Self>) {
        // TODO, step 2
    }
}

/// Runs in a worker, which may sleep.
impl WorkItem for Logbook {
    type Pointer = Arc<Logbook>;

    fn run(_this: Arc<Logbook>) {
        // TODO, step 2
    }
}

/// Runs in an interrupt, where nobody may sleep.
impl HrTimerCallback for Logbook {
    type Pointer<'a> = Arc<Self>;

    fn run(_this: ArcBorrow<'_, Self>, _ctx: HrTimerCallbackContext<'_, Self>) -> HrTimerRestart {
        HrTimerRestart::NoRestart // TODO, step 3
    }
}

#[pin_data]
struct LogbookModule {
    // Dropped from the first to the last. TODO, step 3: the timer and the work.
    #[pin]
    _device: Device,
    _current: Current,
}

impl kernel::InPlaceModule for LogbookModule {
    fn init(_module: &'static ThisModule) -> impl PinInit<Self, Error> {
        pin_init::pin_init_scope(|| {
            let lines = module_parameters::lines.value();
            let most = NonZeroU32::new(lines).filter(|most| most.get() <= MOST);
            let book = Arc::pin_init(Logbook::new(most.ok_or(EINVAL)?), GFP_KERNEL)?;

            pr_info!("room for {lines} lines\n");
            Ok(try_pin_init!(Self {
                _current: Current::new(book)?,
                _device <- device::register(),
            }? Error))
        })
    }
}
