struct Device {
    name: String,
}

fn take_name(device: &Device) -> String {
    device.name
}

fn main() {
    println!("{}", take_name(&Device { name: String::new() }));
}
