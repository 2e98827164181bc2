// SPDX-License-Identifier: GPL-2.0

//! A hatch that hands parcels over, one at a time.

use kernel::{
    new_condvar, new_mutex,
    prelude::*,
    sync::{
        Arc,
        CondVar,
        CondVarTimeoutResult,
        Mutex, //
    },
    time::{
        delay::fsleep,
        msecs_to_jiffies,
        Delta,
        Jiffies, //
    },
};

mod colleague;
use colleague::Colleague;

module! {
    type: HatchModule,
    name: "hatch",
    description: "Hands parcels over, one at a time",
    license: "GPL",
}

/// What the lock protects.
struct State {
    parcel: Option<i32>,
    closed: bool,
}

/// A hatch with room for one parcel.
#[pin_data]
struct Hatch {
    #[pin]
    state: Mutex<State>,
    /// Is notified after each change of the state.
    #[pin]
    changed: CondVar,
}

impl Hatch {
    fn new() -> impl PinInit<Self> {
        pin_init!(Self {
            state <- new_mutex!(State {
                parcel: None,
                closed: false,
            }),
            changed <- new_condvar!(),
        })
    }

    /// Waits until there is a parcel, at most so many jiffies.
    fn take(&self, within: Jiffies) -> Result<i32> {
        let mut left = within;
        let mut state = self.state.lock();

        loop {
            if let Some(parcel) = state.parcel.take() {
                self.changed.notify_all();
                return Ok(parcel);
            }
            if state.closed {
                return Err(EPIPE);
            }
            if left == 0 {
                return Err(ETIMEDOUT);
            }
            left = match self.changed.wait_interruptible_timeout(&mut state, left) {
                CondVarTimeoutResult::Woken { jiffies } => jiffies,
                CondVarTimeoutResult::Timeout => 0,
                CondVarTimeoutResult::Signal { .. } => return Err(ERESTARTSYS),
            };
        }
    }

    /// Waits until there is room.
    fn put(&self, parcel: i32) -> Result {
        let mut state = self.state.lock();

        while state.parcel.is_some() && !state.closed {
            self.changed.wait(&mut state);
        }
        if state.closed {
            return Err(EPIPE);
        }
        state.parcel = Some(parcel);
        self.changed.notify_all();
        Ok(())
    }

    /// Nobody waits any more.
    fn close(&self) {
        self.state.lock().closed = true;
        self.changed.notify_all();
    }
}

/// As C returns it: a parcel, or an errno.
fn code(result: Result<i32>) -> i32 {
    result.unwrap_or_else(|error| error.to_errno())
}

/// Two wait, and one parcel comes.
fn two_wait(hatch: &Arc<Hatch>) -> Result {
    let (first, second) = (hatch.clone(), hatch.clone());
    let _first =
        Colleague::start(move || pr_info!("took {}\n", code(first.take(msecs_to_jiffies(333)))))?;
    let _second =
        Colleague::start(move || pr_info!("took {}\n", code(second.take(msecs_to_jiffies(333)))))?;

    fsleep(Delta::from_millis(50));
    hatch.put(7)?;
    fsleep(Delta::from_millis(100));
    pr_info!("100 ms later\n");
    Ok(())
}

struct HatchModule;

impl kernel::Module for HatchModule {
    fn init(_module: &'static ThisModule) -> Result<Self> {
        let hatch = Arc::pin_init(Hatch::new(), GFP_KERNEL)?;

        pr_info!(
            "an empty hatch: {}\n",
            code(hatch.take(msecs_to_jiffies(50)))
        );

        let (odd, even) = (hatch.clone(), hatch.clone());
        let sending = [
            Colleague::start(move || {
                let _ = [1, 3, 5].iter().try_for_each(|parcel| odd.put(*parcel));
            })?,
            Colleague::start(move || {
                let _ = [2, 4].iter().try_for_each(|parcel| even.put(*parcel));
            })?,
        ];
        let taken = (0..5).map_while(|_| hatch.take(msecs_to_jiffies(1000)).ok());
        let sum: i32 = taken.sum();
        drop(sending);
        pr_info!("five parcels, sum {sum}\n");

        let _ = two_wait(&hatch);

        let closer = hatch.clone();
        let closing = Colleague::start(move || {
            fsleep(Delta::from_millis(50));
            closer.close();
            fsleep(Delta::from_millis(200));
            pr_info!("200 ms later\n");
        })?;
        pr_info!("closed: {}\n", code(hatch.take(msecs_to_jiffies(1000))));
        drop(closing);
        pr_info!("put: {}\n", code(hatch.put(8).map(|()| 0)));
        Ok(HatchModule)
    }
}
