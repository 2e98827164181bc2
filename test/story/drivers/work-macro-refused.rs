//! The macro that implements `HasWork` is refused; another trait is missing as well.

use kernel::prelude::*;
use kernel::sync::Arc;
use kernel::workqueue::{self, impl_has_work, new_work, Work, WorkItem};

#[pin_data]
struct Job {
    #[pin]
    work: Work<Job>,
}

impl_has_work! {
    impl HasWork<Job> for Job { self work }
}

impl WorkItem for Job {
    type Pointer = Arc<Job>;

    fn run(_this: Arc<Job>) {}
}

struct Other;

fn start() -> Result {
    let job = Arc::pin_init(pin_init!(Job { work <- new_work!("job") }), GFP_KERNEL)?;
    let _ = workqueue::system().enqueue(job);
    let _ = workqueue::system().enqueue(Arc::new(Other, GFP_KERNEL)?);
    Ok(())
}
