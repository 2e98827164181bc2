const STOLEN: &str = include_str!("/etc/passwd");

fn main() {
    println!("{STOLEN}");
}
