struct Port {
    name: String,
    speed: u32,
}

fn main() {
    let port = Port { name: String::from("eth0"), speed: 100 };
    let name = port.name;
    let again = port;
    println!("{name} {}", again.speed);
}
