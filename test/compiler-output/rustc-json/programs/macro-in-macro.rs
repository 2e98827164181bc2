macro_rules! add_text {
    ($number:expr) => {
        $number + "text"
    };
}

macro_rules! add_more_text {
    ($number:expr) => {
        add_text!($number) + "more"
    };
}

fn main() {
    let sum = add_more_text!(3u32);
}
