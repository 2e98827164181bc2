fn main() {
    let name = String::from("driver");
    let owner = name;
    println!("{owner} {name}");
}
