// SPDX-License-Identifier: GPL-2.0

//! Prints later what is written now.

use kernel::{
    fs::{
        File,
        Kiocb, //
    },
    impl_has_work,
    iov::IovIterSource,
    miscdevice::{
        MiscDevice,
        MiscDeviceOptions,
        MiscDeviceRegistration, //
    },
    new_work,
    prelude::*,
    sync::{
        atomic::{
            Atomic,
            Full,
            Relaxed, //
        },
        Arc, //
    },
    time::{
        delay::fsleep,
        Delta, //
    },
    workqueue::{
        self,
        Work,
        WorkItem, //
    },
};

mod flush;
use flush::flush;

module! {
    type: PrinterModule,
    name: "printer",
    description: "Prints later what is written now",
    license: "GPL",
}

/// What is behind an open file: what a program wants to have printed.
#[pin_data]
struct Job {
    bytes: Atomic<usize>,
    #[pin]
    work: Work<Job>,
}

impl_has_work! {
    impl HasWork<Self> for Job { self.work }
}

impl Job {
    fn new() -> impl PinInit<Self> {
        pin_init!(Self {
            bytes: Atomic::new(0),
            work <- new_work!("Job::work"),
        })
    }
}

/// Runs in a worker. The printer is slow.
impl WorkItem for Job {
    type Pointer = Arc<Job>;

    fn run(job: Arc<Job>) {
        fsleep(Delta::from_millis(100));
        pr_info!("{} bytes printed\n", job.bytes.xchg(0, Full));
    }
}

#[vtable]
impl MiscDevice for Job {
    type Ptr = Arc<Job>;

    fn open(_file: &File, _misc: &MiscDeviceRegistration<Self>) -> Result<Arc<Job>> {
        Arc::pin_init(Job::new(), GFP_KERNEL)
    }

    /// Whoever writes need not wait for the printer.
    fn write_iter(kiocb: Kiocb<'_, Self::Ptr>, iov: &mut IovIterSource<'_>) -> Result<usize> {
        let job = kiocb.file();

        job.bytes.fetch_add(iov.len(), Relaxed);
        // An error means that it is queued already: the worker will see these bytes too.
        let _ = workqueue::system().enqueue(Arc::from(job));
        Ok(iov.len())
    }

    /// The module may go when the file is closed: no worker must be in its code then.
    fn release(job: Arc<Job>, _file: &File) {
        flush(&job.work);
    }
}

#[pin_data]
struct PrinterModule {
    #[pin]
    _device: MiscDeviceRegistration<Job>,
}

impl kernel::InPlaceModule for PrinterModule {
    fn init(_module: &'static ThisModule) -> impl PinInit<Self, Error> {
        try_pin_init!(Self {
            _device <- MiscDeviceRegistration::register(MiscDeviceOptions { name: c"printer" }),
        })
    }
}
