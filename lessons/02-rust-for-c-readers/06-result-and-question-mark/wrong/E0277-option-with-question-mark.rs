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
    if raw == 0 {
        return Err(Errno::Einval);
    }
    if raw > 115200 {
        return Err(Errno::Erange);
    }
    Ok(raw)
}

fn find_irq(pipe: u32) -> Option<u32> {
    match pipe {
        0 => Some(40),
        1 => Some(41),
        _ => None,
    }
}

fn setup(raw: u32, pipe: u32) -> Result<Port, Errno> {
    let baud = check_baud(raw)?;
    let irq = find_irq(pipe)?;
    Ok(Port { baud, irq })
}

impl Errno {
    fn number(self) -> i32 {
        match self {
            Errno::Einval => -22,
            Errno::Erange => -34,
            Errno::Enxio => -6,
        }
    }
}

fn probe(raw: u32, pipe: u32) -> i32 {
    match setup(raw, pipe) {
        Ok(port) => {
            println!("port at {} baud, irq {}", port.baud, port.irq);
            0
        }
        Err(error) => error.number(),
    }
}

fn main() {
    println!("probe: {}", probe(9600, 1));
    println!("probe: {}", probe(9600, 2));
}
