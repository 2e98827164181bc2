const HUGE: [u8; 1 << 30] = [1; 1 << 30];
static KEPT: [u8; 1 << 30] = HUGE;

fn main() {
    println!("{}", KEPT[12345]);
}
