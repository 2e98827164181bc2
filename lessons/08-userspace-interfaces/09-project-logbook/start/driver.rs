// SPDX-License-Identifier: GPL-2.0

//! A logbook: it keeps the last lines that were written to it.

use core::num::NonZeroU32; //@ fold imports and module!
#[allow(unused_imports)] // Until all steps are done.
use kernel::{
    configfs::{
        self,
        configfs_attrs, //
    },
    debugfs,
    fs::{
        File,
        Kiocb, //
    },
    ioctl::{
        _IO,
        _IOC_SIZE,
        _IOR, //
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
    new_mutex,
    page::PAGE_SIZE,
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
    uaccess::UserSlice,
    workqueue::{
        self,
        impl_has_work,
        new_work,
        Work,
        WorkItem, //
    },
};

mod current;
mod flush;
mod linering;
mod ring;

use current::{
    current,
    Current, //
};
use flush::FlushOnDrop;
use ring::Ring;

module! {
    type: LogbookModule,
    name: "logbook",
    description: "Keeps the last lines that were written to it",
    license: "GPL",
    params: {
        lines: u32 {
            default: 8,
            description: "How many lines it keeps: 1 to 4096",
        },
        beat: i64 {
            default: 0,
            description: "Milliseconds between two lines of its own; 0: none",
        },
    },
} //@ fold

/// Most lines, and most bytes of one.
const MOST: u32 = 4096;
const WIDTH: usize = 64;

/// What all who open the device share.
#[pin_data]
struct Logbook {
    #[pin]
    ring: Mutex<Ring>,
    width: Atomic<u32>,
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
    fn new(lines: NonZeroU32) -> impl PinInit<Self> {
        pin_init!(Self {
            ring <- new_mutex!(Ring::new(lines)),
            width: Atomic::new(WIDTH as u32),
            beats: Atomic::new(0),
            work <- new_work!("logbook::work"),
            timer <- HrTimer::new(),
        })
    }

    /// Adds a line. May sleep.
    fn put(&self, text: &[u8]) -> Result {
        self.ring.lock().as_mut().put(text)
    }
}

/// The line that was written: up to its end, or all of it if it has none.
fn to_line(written: &[u8]) -> &[u8] {
    written // TODO, step 1
}

/// The width that was written as text: 1 to `WIDTH`, with a line end or without.
fn to_width(_written: &[u8]) -> Result<u32> {
    Err(EINVAL) // TODO, step 4
}

/// Runs in an interrupt, where nobody may sleep: it counts, and lets a worker write.
impl HrTimerCallback for Logbook {
    type Pointer<'a> = Arc<Self>;

    fn run(this: ArcBorrow<'_, Self>, mut ctx: HrTimerCallbackContext<'_, Self>) -> HrTimerRestart {
        this.beats.fetch_add(1, Relaxed);
        let _ = workqueue::system_unbound().enqueue(Arc::from(this));
        ctx.forward_now(Delta::from_millis(module_parameters::beat.value()));
        HrTimerRestart::Restart
    }
}

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

#[vtable]
impl MiscDevice for Logbook {
    type Ptr = Arc<Logbook>;

    fn open(_file: &File, _misc: &MiscDeviceRegistration<Self>) -> Result<Arc<Logbook>> {
        current()
    }
}

#[pin_data]
struct LogbookModule {
    // Dropped from the first to the last: nobody opens it any more, no timer queues work, and no
    // work is left.
    #[pin]
    _misc: MiscDeviceRegistration<Logbook>,
    _current: Current,
    _timer: Option<ArcHrTimerHandle<Logbook>>,
    _work: FlushOnDrop,
}

impl kernel::InPlaceModule for LogbookModule {
    fn init(_module: &'static ThisModule) -> impl PinInit<Self, Error> {
        let options = MiscDeviceOptions { name: c"logbook" };
        let lines = module_parameters::lines.value();
        let beat = module_parameters::beat.value();

        pin_init::pin_init_scope(move || {
            let most = NonZeroU32::new(lines).filter(|most| most.get() <= MOST);
            let book = Arc::pin_init(Logbook::new(most.ok_or(EINVAL)?), GFP_KERNEL)?;
            let (beating, working) = (book.clone(), book.clone());

            pr_info!("room for {lines} lines\n");
            Ok(try_pin_init!(Self {
                _current: Current::new(book)?,
                _misc <- MiscDeviceRegistration::register(options),
                _timer: (beat > 0).then(|| beating.start(Delta::from_millis(beat))),
                _work: FlushOnDrop(working),
            }? Error))
        })
    }
}
