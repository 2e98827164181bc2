fn longer(text: &str, times: usize) -> String {
    text.repeat(times)
}

fn main() {
    println!("{}", longer("word", usize::MAX).len());
}
