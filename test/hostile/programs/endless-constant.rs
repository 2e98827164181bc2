const fn spin() -> u64 {
    let mut n: u64 = 0;
    loop {
        n = n.wrapping_add(1);
    }
}

#[allow(long_running_const_eval)]
const NEVER: u64 = spin();

fn main() {
    println!("{NEVER}");
}
