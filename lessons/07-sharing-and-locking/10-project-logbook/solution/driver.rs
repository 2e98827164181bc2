// SPDX-License-Identifier: GPL-2.0

//! A logbook that all who open it share, and into which a timer has lines written.

use core::num::NonZeroU32;
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
use flush::FlushOnDrop;
use ring::Ring;

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
}

/// The most lines that a book may be asked to keep.
const MOST: u32 = 4096;

/// What all who open the device share.
#[pin_data]
struct Logbook {
    #[pin]
    ring: Mutex<Ring>,
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
    fn new(lines: NonZeroU32) -> impl PinInit<Self> {
        pin_init!(Self {
            ring <- new_mutex!(Ring::new(lines)),
            beats: Atomic::new(0),
            work <- new_work!("logbook::work"),
            timer <- HrTimer::new(),
        })
    }

    /// Adds a line. May sleep.
    fn put(&self, text: &[u8]) -> Result {
        self.ring.lock().as_mut().put(text)
    }

    /// How many lines it has, and how many had to go.
    fn counts(&self) -> (u32, u64) {
        let ring = self.ring.lock();

        (ring.count(), ring.dropped())
    }

    /// Counts a beat, and lets a worker write it. May be called in an interrupt.
    fn beat(this: ArcBorrow<'_, Self>) {
        this.beats.fetch_add(1, Relaxed);
        // It is refused while the work of a beat before waits: that one writes the newest count.
        let _ = workqueue::system_unbound().enqueue(Arc::from(this));
    }
}

/// Runs in a worker, which may sleep.
impl WorkItem for Logbook {
    type Pointer = Arc<Logbook>;

    fn run(this: Arc<Logbook>) {
        let beats = this.beats.load(Relaxed);
        let put =
            CString::try_from_fmt(fmt!("beat {beats}")).and_then(|text| this.put(text.to_bytes()));

        if put.is_err() {
            pr_warn!("no room for beat {beats}\n");
        }
    }
}

/// Runs in an interrupt, where nobody may sleep.
impl HrTimerCallback for Logbook {
    type Pointer<'a> = Arc<Self>;

    fn run(this: ArcBorrow<'_, Self>, mut ctx: HrTimerCallbackContext<'_, Self>) -> HrTimerRestart {
        Logbook::beat(this);
        ctx.forward_now(Delta::from_millis(module_parameters::beat.value()));
        HrTimerRestart::Restart
    }
}

#[pin_data]
struct LogbookModule {
    // Dropped from the first to the last: nobody opens it any more, no timer queues work, and no
    // work is left.
    #[pin]
    _device: Device,
    _current: Current,
    _timer: Option<ArcHrTimerHandle<Logbook>>,
    _work: FlushOnDrop,
}

impl kernel::InPlaceModule for LogbookModule {
    fn init(_module: &'static ThisModule) -> impl PinInit<Self, Error> {
        pin_init::pin_init_scope(|| {
            let lines = module_parameters::lines.value();
            let beat = module_parameters::beat.value();
            let most = NonZeroU32::new(lines).filter(|most| most.get() <= MOST);
            let book = Arc::pin_init(Logbook::new(most.ok_or(EINVAL)?), GFP_KERNEL)?;
            let (beating, working) = (book.clone(), book.clone());

            pr_info!("room for {lines} lines\n");
            Ok(try_pin_init!(Self {
                _current: Current::new(book)?,
                _device <- device::register(),
                _timer: (beat > 0).then(|| beating.start(Delta::from_millis(beat))),
                _work: FlushOnDrop(working),
            }? Error))
        })
    }
}
