//! Character devices behind a trait.

#[derive(Debug, PartialEq)]
enum Errno {
    Einval,
}

const MAX_RW: usize = 64;

/// What a device can do.
trait CharDev {
    fn name(&self) -> &'static str;

    fn read(&mut self, _buf: &mut [u8]) -> Result<usize, Errno> {
        todo!()
    }

    fn write(&mut self, _buf: &[u8]) -> Result<usize, Errno> {
        todo!()
    }
}

/// Nothing to read, takes all.
struct Null;

impl CharDev for Null {
    fn name(&self) -> &'static str {
        "null"
    }

    // Step 2: its `read` and `write`
}

/// As many zeros as you like.
struct Zero;

impl CharDev for Zero {
    fn name(&self) -> &'static str {
        "zero"
    }

    // Step 3
}

/// Each byte is one more than the last. It cannot be written to.
struct Tick {
    next: u8,
}

impl CharDev for Tick {
    fn name(&self) -> &'static str {
        "tick"
    }

    // Step 4
}

/// As vfs_read(): one place for what holds for all devices.
fn dev_read(dev: &mut dyn CharDev, buf: &mut [u8]) -> Result<usize, Errno> {
    todo!()
}

/// The sum of what one read of eight bytes gives.
fn dev_sum(dev: &mut dyn CharDev) -> Result<u32, Errno> {
    todo!()
}

fn main() {
    let mut tick = Tick { next: 1 };
    let devs: [&mut dyn CharDev; 3] = [&mut Null, &mut Zero, &mut tick];
    for dev in devs {
        let sum = dev_sum(dev);
        println!("{}: sum {sum:?}, write {:?}", dev.name(), dev.write(b"hi"));
    }
}
