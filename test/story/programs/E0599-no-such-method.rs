struct Ring;

fn main() {
    let ring = Ring;
    ring.push(1);
}
