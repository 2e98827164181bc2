//! The macro uses the field that is not there in two functions.

use kernel::prelude::*;
use kernel::workqueue::{impl_has_work, Work};

#[pin_data]
struct Job {
    #[pin]
    work: Work<Job>,
}

impl_has_work! {
    impl HasWork<Job> for Job { self.task }
}

fn other(job: &Job) {
    let _ = &job.task;
}
