fn main() {
    let mut numbers: Vec<u32> = Vec::new();
    numbers.push(String::new());
    std::thread::spawn(move || std::rc::Rc::new(numbers));
    let shared = std::rc::Rc::new(1);
    std::thread::spawn(move || println!("{shared}"));
}
