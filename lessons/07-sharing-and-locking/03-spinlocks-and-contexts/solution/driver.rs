// SPDX-License-Identifier: GPL-2.0

//! Tells the mean of a sensor.

use kernel::{
    prelude::*,
    sync::{
        new_spinlock_irq,
        Arc,
        ArcBorrow,
        SpinLockIrq, //
    },
    time::{
        delay::fsleep,
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
};

module! {
    type: MeterModule,
    name: "meter",
    description: "Tells the mean of a sensor",
    license: "GPL",
}

/// What a sensor has said since somebody asked.
struct Readings {
    sum: u32,
    count: u32,
}

#[pin_data]
struct Meter {
    #[pin]
    readings: SpinLockIrq<Readings>,
    #[pin]
    timer: HrTimer<Self>,
}

kernel::impl_has_hr_timer! {
    impl HasHrTimer<Self> for Meter {
        mode: RelativeMode<Monotonic>, field: self.timer
    }
}

impl Meter {
    fn new() -> impl PinInit<Self> {
        pin_init!(Self {
            readings <- new_spinlock_irq!(Readings { sum: 0, count: 0 }, "meter->readings"),
            timer <- HrTimer::new(),
        })
    }

    /// The mean since the last call. Called by tasks.
    fn mean(&self) -> u32 {
        let mut readings = self.readings.lock();
        let mean = readings.sum.checked_div(readings.count).unwrap_or(0);

        *readings = Readings { sum: 0, count: 0 };
        mean
    }
}

/// Called by the timer, in an interrupt.
impl HrTimerCallback for Meter {
    type Pointer<'a> = Arc<Self>;

    fn run(this: ArcBorrow<'_, Self>, mut ctx: HrTimerCallbackContext<'_, Self>) -> HrTimerRestart {
        let mut readings = this.readings.lock();

        readings.sum += 20;
        readings.count += 1;
        ctx.forward_now(Delta::from_millis(5));
        HrTimerRestart::Restart
    }
}

/// The timer is cancelled when its handle is dropped.
struct MeterModule {
    _timer: ArcHrTimerHandle<Meter>,
}

impl kernel::Module for MeterModule {
    fn init(_module: &'static ThisModule) -> Result<Self> {
        let meter = Arc::pin_init(Meter::new(), GFP_KERNEL)?;

        pr_info!("mean {}\n", meter.mean());
        let timer = meter.clone().start(Delta::from_millis(5));
        fsleep(Delta::from_millis(100));
        pr_info!("mean {}\n", meter.mean());
        Ok(MeterModule { _timer: timer })
    }
}
