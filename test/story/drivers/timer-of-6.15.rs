//! A timer as it was first merged: its macro, its callback, its clock.

use kernel::prelude::*;
use kernel::sync::Arc;
use kernel::time::hrtimer::{ArcHrTimerHandle, HrTimer, HrTimerCallback, HrTimerMode};
use kernel::time::hrtimer::{HrTimerPointer, HrTimerRestart, RawHrTimerCallback};
use kernel::time::{ClockId, Ktime};

module! {
    type: Beat,
    name: "beat",
    authors: ["someone"],
    license: "GPL",
}

#[pin_data]
struct Ticker {
    #[pin]
    timer: HrTimer<Self>,
}

kernel::impl_has_hr_timer! {
    impl HasHrTimer<Self> for Ticker { self.timer }
}

impl HrTimerCallback for Ticker {
    type Pointer<'a> = Arc<Self>;

    fn run(_this: <Arc<Self> as RawHrTimerCallback>::CallbackTarget<'_>) -> HrTimerRestart {
        pr_info!("tick\n");
        HrTimerRestart::NoRestart
    }
}

struct Beat {
    _handle: ArcHrTimerHandle<Ticker>,
}

impl kernel::Module for Beat {
    fn init(_module: &'static ThisModule) -> Result<Self> {
        let ticker = Arc::pin_init(
            pin_init!(Ticker { timer <- HrTimer::new(HrTimerMode::Relative, ClockId::Monotonic) }),
            GFP_KERNEL,
        )?;
        Ok(Beat { _handle: ticker.start(Ktime::from_raw(1_000_000)) })
    }
}
