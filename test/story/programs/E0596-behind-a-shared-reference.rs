fn note(log: &Vec<u8>, byte: u8) {
    log.push(byte);
}

fn main() {
    note(&vec![], 1);
}
