// SPDX-License-Identifier: GPL-2.0

use kernel::ffi::c_int;

extern "C" {
    pub(crate) fn pulse_read(channel: c_int) -> c_int;
}
