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
        let mut seen = "no fault\n"; //@ loan

        if let Some(fault) = self.pending.take() { //@ owner
            seen = &fault.text; //@ loan
        } //@ end

        to_user.extend_from_slice(seen.as_bytes()); //@ use
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
