trait Driver {
    fn probe(&self, id: u32) -> i32;
}

struct Uart;

impl Driver for Uart {
    fn probe(&mut self, id: u32) -> i32 {
        id as i32
    }
}

fn main() {
    println!("{}", Uart.probe(1));
}
