// SPDX-License-Identifier: GPL-2.0

//! Keeps samples under a spinlock.

use kernel::{new_spinlock, prelude::*, sync::SpinLock}; //@ fold imports and module!

module! {
    type: Journal,
    name: "journal",
    description: "Keeps samples under a spinlock",
    license: "GPL",
} //@ fold

const SAMPLES: usize = 10;

/// What the device has said so far.
struct Journal {
    samples: Pin<KBox<SpinLock<KVec<usize>>>>,
}

impl Journal {
    /// Callers may hold a spinlock of their own.
    fn add(&self, sample: usize) -> Result {
        let mut samples = self.samples.lock();
        samples.push(sample, GFP_KERNEL)?; //@ sleeps
        Ok(())
    }
}

impl kernel::Module for Journal {
    fn init(_module: &'static ThisModule) -> Result<Self> {
        let samples = new_spinlock!(KVec::new());
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
