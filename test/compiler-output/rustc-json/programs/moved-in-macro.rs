macro_rules! show {
    ($value:expr) => {
        match $value {
            value => println!("{value:?}"),
        }
    };
}

macro_rules! show_all {
    ($($value:expr),+) => {
        $(show!($value);)+
    };
}

fn main() {
    let buffer = vec![1u8];
    show_all!(buffer, 1);
    drop(buffer);
}
