fn main() {
    let count = 0;
    count += 1;
    let list = vec![1];
    list.push(count);
    let name = String::new();
    std::thread::spawn(|| println!("🦀 {name}"));
}
