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
struct Section {
    data: *const [u8],
}

/// The section of that name: name, length, bytes; name, length, …
fn find(image: &[u8], name: &[u8; 4]) -> Option<Section> {
    let mut rest = image;
    while let Some((header, tail)) = rest.split_first_chunk::<5>() {
        let [tag @ .., len] = header;
        let (data, next) = tail.split_at_checked(usize::from(*len))?;
        if tag == name {
            return Some(Section { data });
        }
        rest = next;
    }
    None
}

fn sum(section: &Section) -> u8 {
    // SAFETY: The image outlives the section.
    let data = unsafe { &*section.data };
    data.iter().fold(0, |sum, b| sum.wrapping_add(*b))
}

/// The calibration sum of a channel.
fn probe(firmware: Firmware, channel: u8) -> Option<u8> {
    let section = {
        let name = [b'c', b'a', b'l', b'0' + channel];
        find(firmware.data(), &name)?
    };
    drop(firmware); // parsed, no longer needed
    Some(sum(&section))
}

fn main() {
    let image = b"fwid\x01\x07cal0\x03\x11\x22\x33".to_vec();
    println!("calibration sum {:x?}", probe(Firmware { image }, 0));
}
