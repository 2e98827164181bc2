// SPDX-License-Identifier: GPL-2.0

//! Keyrings that are counted: the directory has a share of each, and so has a process that joins.

use kernel::{
    prelude::*,
    sync::{
        Arc,
        ArcBorrow,
        UniqueArc, //
    },
};

module! {
    type: Keyrings,
    name: "keyrings",
    description: "Counts who uses a keyring",
    license: "GPL",
}

struct Keyring {
    serial: i32,
    keys: KVec<u32>,
}

impl Keyring {
    /// Makes a keyring with the keys 1, 2, … The caller gets a share, the first one.
    fn new(serial: i32, keys: u32) -> Result<Arc<Self>> {
        let keyring = Keyring {
            serial,
            keys: KVec::new(),
        };
        let mut ring = UniqueArc::new(keyring, GFP_KERNEL)?;
        for key in 1..=keys {
            ring.keys.push(key, GFP_KERNEL)?;
        }
        Ok(ring.into())
    }
}

impl Drop for Keyring {
    fn drop(&mut self) {
        pr_info!("keyring {} freed\n", self.serial);
    }
}

/// Has a share of each keyring.
struct Directory {
    rings: KVec<Arc<Keyring>>,
}

impl Directory {
    /// Takes over the share of the caller.
    fn add(&mut self, ring: Arc<Keyring>) -> Result {
        self.rings.push(ring, GFP_KERNEL)?;
        Ok(())
    }

    /// The caller gets a share.
    fn find(&self, serial: i32) -> Option<Arc<Keyring>> {
        self.rings
            .iter()
            .find(|ring| ring.serial == serial)
            .cloned()
    }

    fn forget(&mut self, serial: i32) {
        self.rings.retain(|ring| ring.serial != serial);
    }
}

struct Process {
    session: Option<Arc<Keyring>>,
}

impl Process {
    /// Gives the number, or 0 if that is the keyring it has already.
    fn join(&mut self, directory: &Directory, serial: i32) -> Result<i32> {
        let ring = directory.find(serial).ok_or(ENOENT)?;
        if let Some(session) = &self.session {
            if Arc::ptr_eq(&ring, session) {
                return Ok(0);
            }
        }
        self.session = Some(ring);
        Ok(serial)
    }
}

struct Audit {
    largest: Option<Arc<Keyring>>,
}

impl Audit {
    /// Borrows the keyring. Takes a share of its own only if it keeps it.
    fn note(&mut self, ring: ArcBorrow<'_, Keyring>) {
        if let Some(largest) = &self.largest {
            if ring.keys.len() <= largest.keys.len() {
                return;
            }
        }
        self.largest = Some(Arc::from(ring));
    }
}

/// The number, or the negative number of the error, as in C.
fn code(result: Result<i32>) -> i32 {
    result.unwrap_or_else(|error| error.to_errno())
}

struct Keyrings {
    directory: Directory,
    process: Process,
    audit: Audit,
}

impl Keyrings {
    fn try_all(&mut self) -> Result {
        for (serial, keys) in [(1, 3), (2, 2)] {
            let ring = Keyring::new(serial, keys)?;
            pr_info!("keyring {}, keys {}\n", ring.serial, ring.keys.len());
            self.directory.add(ring)?;
        }

        let directory = &self.directory;
        pr_info!("find 2: {}\n", directory.find(2).is_some());
        pr_info!("join 1: {}\n", code(self.process.join(directory, 1)));
        pr_info!("join 1 again: {}\n", code(self.process.join(directory, 1)));
        pr_info!("join 7: {}\n", code(self.process.join(directory, 7)));

        for serial in [2, 1, 2] {
            if let Some(ring) = directory.find(serial) {
                self.audit.note(ring.as_arc_borrow());
            }
        }
        if let Some(largest) = &self.audit.largest {
            pr_info!("largest {}\n", largest.serial);
        }

        self.directory.forget(1);
        if let Some(ring) = &self.process.session {
            pr_info!("session {}, keys {}\n", ring.serial, ring.keys.len());
        }
        let joined = self.process.join(&self.directory, 2);
        pr_info!("join 2: {}\n", code(joined));
        pr_info!("audit ends\n");
        self.audit.largest = None;
        Ok(())
    }
}

impl kernel::Module for Keyrings {
    fn init(_module: &'static ThisModule) -> Result<Self> {
        let mut all = Keyrings {
            directory: Directory { rings: KVec::new() },
            process: Process { session: None },
            audit: Audit { largest: None },
        };
        all.try_all()?;
        Ok(all)
    }
}

impl Drop for Keyrings {
    fn drop(&mut self) {
        pr_info!("exit\n");
    }
}
