//! Finds one section of a firmware image and adds up its bytes.

/// A loaded image. Dropping it stands for `release_firmware()`.
struct Firmware {
    image: Vec<u8>,
}

impl Firmware {
    fn data(&self) -> &[u8] {
        &self.image
    }
}

/// One section of a firmware image.
struct Section<'a> {
    data: &'a [u8],
}

/// The section of that name: name, length, bytes; name, length, …
fn find<'a>(image: &'a [u8], name: &[u8; 4]) -> Option<Section<'a>> {
    let mut rest = image;
    while !rest.is_empty() {
        let length = usize::from(*rest.get(4)?);
        let data = rest.get(5..5 + length)?;
        if rest.starts_with(name) {
            return Some(Section { data });
        }
        rest = rest.get(5 + length..)?;
    }
    None
}

fn sum(section: &Section<'_>) -> u32 {
    section.data.iter().map(|byte| u32::from(*byte)).sum()
}

/// The calibration sum of a channel.
fn probe(firmware: Firmware, channel: u8) -> Option<u32> {
    let section = {
        let name = [b'c', b'a', b'l', b'0' + channel];
        find(firmware.data(), &name)?
    };
    Some(sum(&section))
}

fn main() {
    let image = b"fwid\x01\x07cal0\x03\x11\x22\x33".to_vec();
    println!("calibration sum {:x?}", probe(Firmware { image }, 0));
}
