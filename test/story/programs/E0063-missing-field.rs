struct Options {
    name: &'static str,
    minor: u32,
    mode: u16,
}

fn main() {
    let options = Options { name: "demo" };
    println!("{} {} {}", options.name, options.minor, options.mode);
}
