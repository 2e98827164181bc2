// SPDX-License-Identifier: GPL-2.0

//! A logbook: it keeps the last lines that were written to it.

use core::num::NonZeroU32;
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
}

/// Most lines, and most bytes of one.
const MOST: u32 = 4096;
const WIDTH: usize = 64;

/// `struct logbook_info` of `logbook.h`; `IntoBytes` is refused where there is padding.
#[derive(FromBytes, IntoBytes)]
#[repr(C)]
struct Info {
    lines: u32,
    width: u32,
    dropped: u64,
}

const LOGBOOK_INFO: u32 = _IOR::<Info>('L' as u32, 1);
const LOGBOOK_CLEAR: u32 = _IO('L' as u32, 2);

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
    let end = written.iter().position(|byte| *byte == b'\n');

    &written[..end.unwrap_or(written.len())]
}

/// The width that was written as text: 1 to `WIDTH`, with a line end or without.
fn to_width(written: &[u8]) -> Result<u32> {
    let text = core::str::from_utf8(written).map_err(|_| EINVAL)?;
    let width = text.trim().parse().map_err(|_| EINVAL)?;

    if width == 0 || width > WIDTH as u32 {
        return Err(EINVAL);
    }
    Ok(width)
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

    fn read_iter(mut kiocb: Kiocb<'_, Self::Ptr>, iov: &mut IovIterDest<'_>) -> Result<usize> {
        let book = kiocb.file();
        let mut all = KVVec::new();
        let ring = book.ring.lock();

        for index in 0..ring.count() {
            let mut line = [0; WIDTH];
            let Some(length) = ring.get(index, &mut line) else {
                break;
            };
            all.extend_from_slice(&line[..length], GFP_KERNEL)?;
            all.push(b'\n', GFP_KERNEL)?;
        }
        drop(ring);
        iov.simple_read_from_buffer(kiocb.ki_pos_mut(), &all)
    }

    fn write_iter(kiocb: Kiocb<'_, Self::Ptr>, iov: &mut IovIterSource<'_>) -> Result<usize> {
        let book = kiocb.file();
        let mut line = [0; WIDTH];
        let width = WIDTH.min(book.width.load(Relaxed) as usize);

        if iov.is_empty() {
            return Err(EINVAL);
        }
        let length = iov.copy_from_iter(&mut line[..width]);
        if length == 0 {
            return Err(EFAULT);
        }
        book.put(to_line(&line[..length]))?;
        Ok(length)
    }

    fn ioctl(book: ArcBorrow<'_, Logbook>, _file: &File, cmd: u32, arg: usize) -> Result<isize> {
        match cmd {
            LOGBOOK_INFO => {
                let ring = book.ring.lock();
                let mut info = Info {
                    lines: ring.count(),
                    width: book.width.load(Relaxed),
                    dropped: ring.dropped(),
                };
                drop(ring);
                UserSlice::new(UserPtr::from_addr(arg), _IOC_SIZE(cmd))
                    .writer()
                    .write_slice(info.as_mut_bytes())?;
            }
            LOGBOOK_CLEAR => book.ring.lock().as_mut().clear(),
            _ => return Err(ENOTTY),
        }
        Ok(0)
    }
}

/// What configfs shows of it.
#[pin_data]
struct Settings {
    book: Arc<Logbook>,
}

#[vtable]
impl configfs::AttributeOperations<0> for Settings {
    type Data = Settings;

    fn show(settings: &Settings, page: &mut [u8; PAGE_SIZE]) -> Result<usize> {
        let text = CString::try_from_fmt(fmt!("{}\n", settings.book.width.load(Relaxed)))?;
        let bytes = text.to_bytes();

        page[..bytes.len()].copy_from_slice(bytes);
        Ok(bytes.len())
    }

    fn store(settings: &Settings, page: &[u8]) -> Result {
        settings.book.width.store(to_width(page)?, Relaxed);
        Ok(())
    }
}

#[pin_data]
struct LogbookModule {
    // Dropped from the first to the last: nobody opens it any more, no file shows it, no timer
    // queues work, and no work is left.
    #[pin]
    _misc: MiscDeviceRegistration<Logbook>,
    _current: Current,
    #[pin]
    _stats: debugfs::File<Arc<Logbook>>,
    _dir: debugfs::Dir,
    #[pin]
    _settings: configfs::Subsystem<Settings>,
    _timer: Option<ArcHrTimerHandle<Logbook>>,
    _work: FlushOnDrop,
}

impl kernel::InPlaceModule for LogbookModule {
    fn init(_module: &'static ThisModule) -> impl PinInit<Self, Error> {
        let options = MiscDeviceOptions { name: c"logbook" };
        let lines = module_parameters::lines.value();
        let beat = module_parameters::beat.value();
        let attributes = configfs_attrs! {
            container: configfs::Subsystem<Settings>,
            data: Settings,
            attributes: [
                width: 0,
            ],
        };

        pin_init::pin_init_scope(move || {
            let most = NonZeroU32::new(lines).filter(|most| most.get() <= MOST);
            let book = Arc::pin_init(Logbook::new(most.ok_or(EINVAL)?), GFP_KERNEL)?;
            let (shown, set) = (book.clone(), book.clone());
            let (beating, working) = (book.clone(), book.clone());
            let dir = debugfs::Dir::new(c"logbook");

            pr_info!("room for {lines} lines\n");
            Ok(try_pin_init!(Self {
                _current: Current::new(book)?,
                _settings <- configfs::Subsystem::new(
                    c"logbook",
                    attributes,
                    try_pin_init!(Settings { book: set }),
                ),
                _stats <- dir.read_callback_file(c"stats", shown, &|book, f| {
                    let ring = book.ring.lock();
                    writeln!(f, "{} lines, {} dropped", ring.count(), ring.dropped())
                }),
                _dir: dir,
                // From here on others can call the module, so this is the last that may fail.
                _misc <- MiscDeviceRegistration::register(options),
                _timer: (beat > 0).then(|| beating.start(Delta::from_millis(beat))),
                _work: FlushOnDrop(working),
            }? Error))
        })
    }
}
