fn main() {
    let watch;
    {
        let event = String::from("fault");
        watch = &event;
    }
    println!("{watch}");
}
