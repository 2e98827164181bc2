fn state(up: bool) -> &'static str {
    if up {
        "up"
    } else {
        0
    }
}

fn main() {
    println!("{}", state(true));
}
