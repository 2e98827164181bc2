fn name() -> String {
    String::from("eth0")
}

fn main() {
    let name = name().as_str();
    println!("{name}");
}
