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
        Err(Errno::Einval)
    }

    fn write(&mut self, _buf: &[u8]) -> Result<usize, Errno> {
        Err(Errno::Einval)
    }
}

/// Nothing to read, takes all.
struct Null;

impl CharDev for Null {
    fn name(&self) -> &'static str {
        "null"
    }

    fn read(&mut self, _buf: &mut [u8]) -> Result<usize, Errno> {
        Ok(0)
    }

    fn write(&mut self, buf: &[u8]) -> Result<usize, Errno> {
        Ok(buf.len())
    }
}

/// As many zeros as you like.
struct Zero;

impl CharDev for Zero {
    fn name(&self) -> &'static str {
        "zero"
    }

    fn read(&mut self, buf: &mut [u8]) -> Result<usize, Errno> {
        buf.fill(0);
        Ok(buf.len())
    }

    fn write(&mut self, buf: &[u8]) -> Result<usize, Errno> {
        Ok(buf.len())
    }
}

/// Each byte is one more than the last. It cannot be written to.
struct Tick {
    next: u8,
}

impl CharDev for Tick {
    fn name(&self) -> &'static str {
        "tick"
    }

    fn read(&mut self, buf: &mut [u8]) -> Result<usize, Errno> {
        for byte in buf.iter_mut() {
            *byte = self.next;
            self.next = self.next.wrapping_add(1);
        }
        Ok(buf.len())
    }
}

/// As vfs_read(): one place for what holds for all devices.
fn dev_read(dev: &mut dyn CharDev, buf: &mut [u8]) -> Result<usize, Errno> {
    let len = buf.len().min(MAX_RW);
    dev.read(&mut buf[..len])
}

/// The sum of what one read of eight bytes gives.
fn dev_sum(dev: &mut dyn CharDev) -> Result<u32, Errno> {
    let mut buf = [0; 8];
    let len = dev_read(dev, &mut buf)?;
    Ok(buf[..len].iter().map(|&byte| u32::from(byte)).sum())
}

fn main() {
    let mut tick = Tick { next: 1 };
    let devs: [&mut dyn CharDev; 3] = [&mut Null, &mut Zero, &mut tick];
    for dev in devs {
        let sum = dev_sum(dev);
        println!("{}: sum {sum:?}, write {:?}", dev.name(), dev.write(b"hi"));
    }
}
