const STOLEN: &str = env!("SECRET");

fn main() {
    println!("{STOLEN}");
}
