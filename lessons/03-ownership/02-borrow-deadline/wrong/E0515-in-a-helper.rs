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
        let seen = self.take_text();

        to_user.extend_from_slice(seen.as_bytes());
        seen.len()
    }

    fn take_text(&mut self) -> &str {
        match self.pending.take() {
            Some(fault) => &fault.text,
            None => "no fault\n",
        }
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
