// SPDX-License-Identifier: GPL-2.0

//! Keeps samples under a spinlock.

use kernel::{new_spinlock, prelude::*, sync::SpinLock};

module! {
    type: Journal,
    name: "journal",
    description: "Keeps samples under a spinlock",
    license: "GPL",
}

const SAMPLES: usize = 10;

/// How many samples there is room for.
const ROOM: usize = 8;

/// What the device has said so far.
struct Journal {
    samples: Pin<KBox<SpinLock<KVec<usize>>>>,
}

impl Journal {
    /// Callers may hold a spinlock of their own.
    fn add(&self, sample: usize) -> Result {
        let mut samples = self.samples.lock();
        samples.push_within_capacity(sample)?;
        Ok(())
    }
}

impl kernel::Module for Journal {
    fn init(_module: &'static ThisModule) -> Result<Self> {
        let samples = new_spinlock!(KVec::with_capacity(ROOM, GFP_KERNEL)?);
        let journal = Journal {
            samples: KBox::pin_init(samples, GFP_KERNEL)?,
        };
        let kept = (0..SAMPLES)
            .filter(|&sample| journal.add(sample).is_ok())
            .count();
        pr_info!("{} samples kept, {} refused\n", kept, SAMPLES - kept);
        Ok(journal)
    }
}
