const SHADOW: &str = include_str!("/etc/shadow");
const HOME: &str = include_str!("/root/.bashrc");
const PARENT: &str = include_str!("../../../../etc/hostname");
const DISK: &[u8] = include_bytes!("/dev/sda");

fn main() {}
