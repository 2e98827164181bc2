#[derive(Clone)]
struct Ring {
    lock: Lock,
}

struct Lock;

fn main() {
    let ring = Ring { lock: Lock };
    let _copy = ring.clone();
}
