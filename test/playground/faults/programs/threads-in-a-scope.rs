use std::thread;

fn main() {
    let mut counts = [0u32; 2];
    thread::scope(|scope| {
        for count in &mut counts {
            scope.spawn(move || *count += 1);
        }
    });
    println!("{counts:?}");
}
