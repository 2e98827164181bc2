struct Irq(u32);

impl Irq {
    fn free(self) -> u32 {
        self.0
    }
}

fn main() {
    let irq = Irq(9);
    irq.free();
    irq.free();
}
