mod device;

fn main() {
    device::probe(3u32); //~ ERROR mismatched types
}
