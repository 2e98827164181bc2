fn unused() {}

fn main() {
    let mut value = 1;
}
