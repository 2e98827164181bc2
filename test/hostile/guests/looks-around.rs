use std::fs::{self, File};
use std::net::{TcpListener, TcpStream, UdpSocket};

fn main() {
    for path in ["/etc/passwd", "/work/run.mjs", "/work/node", "/proc/self/environ", "main.wasm", "../work/run.mjs"] {
        println!("{path} {}", fs::read(path).is_ok());
    }
    for path in ["/", "/tmp", "/work", "."] {
        println!("{path} {}", fs::read_dir(path).is_ok());
    }
    println!("writes {}", File::create("/tmp/here").is_ok() || File::create("here").is_ok());
    println!("connects {}", TcpStream::connect("127.0.0.1:80").is_ok());
    println!("listens {}", TcpListener::bind("127.0.0.1:0").is_ok());
    println!("sends {}", UdpSocket::bind("127.0.0.1:0").is_ok());
    println!("starts {}", std::process::Command::new("/usr/bin/busybox").spawn().is_ok());
    println!("threads {}", std::thread::Builder::new().spawn(|| {}).is_ok());
    println!("variables {}", std::env::vars().count());
    println!("arguments {:?}", std::env::args().collect::<Vec<_>>());
}
