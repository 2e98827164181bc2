trait Probe {
    fn probe(&self);
}

struct Uart;

fn register<T: Probe>(driver: T) {
    driver.probe();
}

fn main() {
    register(Uart);
}
