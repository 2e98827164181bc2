struct Port;

impl Drop for Port {
    fn drop(&mut self) {
        panic!("the port is busy");
    }
}

fn main() {
    let _port = Port;
}
