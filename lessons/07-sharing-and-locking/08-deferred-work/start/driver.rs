// SPDX-License-Identifier: GPL-2.0

//! Prints later what is written now.

#[allow(unused_imports)] // Until the driver is done. //@ fold imports and module!
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
#[allow(unused_imports)] // Until the driver is done.
use flush::flush;

module! {
    type: PrinterModule,
    name: "printer",
    description: "Prints later what is written now",
    license: "GPL",
} //@ fold

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
    type Pointer = Pin<KBox<Job>>;

    fn run(job: Pin<KBox<Job>>) {
        fsleep(Delta::from_millis(100));
        pr_info!("{} bytes printed\n", job.bytes.xchg(0, Full));
    }
}

#[vtable]
impl MiscDevice for Job {
    type Ptr = Pin<KBox<Job>>;

    fn open(_file: &File, _misc: &MiscDeviceRegistration<Self>) -> Result<Pin<KBox<Job>>> {
        KBox::pin_init(Job::new(), GFP_KERNEL)
    }

    /// Whoever writes need not wait for the printer.
    fn write_iter(kiocb: Kiocb<'_, Self::Ptr>, iov: &mut IovIterSource<'_>) -> Result<usize> {
        let job = kiocb.file();

        job.bytes.fetch_add(iov.len(), Relaxed);
        workqueue::system().enqueue(job);
        Ok(iov.len())
    }
}

#[pin_data] //@ fold the module
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
} //@ fold
