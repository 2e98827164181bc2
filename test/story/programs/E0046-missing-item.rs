trait Driver {
    const NAME: &'static str;
    fn probe(&self) -> Result<(), i32>;
    fn remove(&self);
}

struct Uart;

impl Driver for Uart {
    const NAME: &'static str = "uart";
}

fn main() {
    println!("{}", Uart::NAME);
}
