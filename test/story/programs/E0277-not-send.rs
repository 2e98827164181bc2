use std::rc::Rc;
use std::thread;

struct Driver {
    shared: Shared,
}

struct Shared(Rc<u32>);

fn show(driver: Driver) {
    println!("{}", driver.shared.0);
}

fn main() {
    let driver = Driver { shared: Shared(Rc::new(1)) };
    thread::spawn(move || show(driver));
}
