macro_rules! add_text {
    ($number:expr) => {
        $number + "text"
    };
}

fn main() {
    let sum = add_text!(3u32);
}
