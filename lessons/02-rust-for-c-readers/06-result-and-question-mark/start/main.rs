//! Checks what a device tree says of a port, and probes it.

#[derive(Debug, PartialEq)]
enum Errno {
    Einval,
    Erange,
    Enxio,
}

#[derive(Debug, PartialEq)]
struct Port {
    baud: u32,
    irq: u32,
}

fn check_baud(raw: u32) -> Result<u32, Errno> {
    todo!()
}

fn find_irq(pipe: u32) -> Option<u32> {
    todo!()
}

fn setup(raw: u32, pipe: u32) -> Result<Port, Errno> {
    todo!()
}

impl Errno {
    fn number(self) -> i32 {
        todo!()
    }
}

fn probe(raw: u32, pipe: u32) -> i32 {
    todo!()
}

fn main() {
    println!("probe: {}", probe(9600, 1));
    println!("probe: {}", probe(9600, 2));
}
