//! The fault device: one read reports one fault.

/// Something that went wrong, in words.
struct Fault {
    text: String,
}

/// What the driver keeps between two reads.
struct FaultDev {
    pending: Option<Box<Fault>>,
}

impl FaultDev {
    /// Copies the pending fault to the reader, and takes it off.
    fn read(&mut self, to_user: &mut Vec<u8>) -> usize {
        let taken = self.pending.take();
        let mut seen = "no fault\n";

        if let Some(fault) = &taken {
            seen = &fault.text;
        }

        to_user.extend_from_slice(seen.as_bytes());
        seen.len()
    }
}

fn main() {
    let text = "over-temperature\n".to_string();
    let mut dev = FaultDev {
        pending: Some(Box::new(Fault { text })),
    };
    let mut to_user = Vec::new();

    dev.read(&mut to_user);
    dev.read(&mut to_user);
    print!("{}", String::from_utf8_lossy(&to_user));
}
