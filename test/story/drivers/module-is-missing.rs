//! One module of the crate that is not there, and one type.

use kernel::chrdev::Registration;
use kernel::prelude::*;

struct Chars {
    first: Registration,
    second: kernel::chrdev::Cdev,
    third: kernel::file_operations::Fops,
    fourth: Minor,
}

fn start() -> kernel::chrdev::Cdev {
    kernel::chrdev::Cdev::new(Minor::new())
}
