//! One slot of a pipe's ring: a page, and what may be done to it.

const PAGE_LEN: usize = 32;
/// The page is ours: more may be appended.
const CAN_MERGE: u32 = 0x10;

#[derive(Debug, PartialEq)]
enum Error {
    NotOurs,
    NoRoom,
}

struct Slot {
    page: Box<[u8; PAGE_LEN]>,
    len: usize,
    flags: u32,
}

impl Slot {
    fn own(page: Box<[u8; PAGE_LEN]>) -> Self {
        Slot {
            page,
            len: 0,
            flags: CAN_MERGE,
        }
    }

    /// A page that is somebody else's, to be read only.
    fn splice(page: Box<[u8; PAGE_LEN]>, len: usize) -> Self {
        Slot {
            page,
            len,
            flags: 0,
        }
    }

    /// Appends a comma, the text, and an end.
    fn append(&mut self, text: &[u8]) -> Result<(), Error> {
        if self.flags & CAN_MERGE == 0 {
            return Err(Error::NotOurs);
        }
        if self.len + text.len() + 2 > PAGE_LEN {
            return Err(Error::NoRoom);
        }

        let end = self.len + 1 + text.len();
        self.page[self.len] = b',';
        self.page[self.len + 1..end].copy_from_slice(text);
        self.page[end] = 0;
        self.len = end;
        Ok(())
    }
}

fn main() {
    let mut own = Slot::own(Box::new([0; PAGE_LEN]));
    println!("own page: {:?}", own.append(b"ro"));

    let mut file = Slot::splice(Box::new([b'x'; PAGE_LEN]), 8);
    println!("page of a file: {:?}", file.append(b"rw"));
}
