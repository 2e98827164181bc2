// SPDX-License-Identifier: GPL-2.0

//! Two probes that are too hot.

use kernel::{faux, prelude::*};

module! {
    type: Probes,
    name: "probes",
    description: "Two probes that are too hot",
    license: "GPL",
    params: {
        limit: u32 {
            default: 90,
            description: "degrees from which on a probe is too hot",
        },
    },
}

/// How often a probe is reported.
const TOLD: u32 = 3;

/// A place where the temperature is taken.
struct Probe {
    device: faux::Registration,
    hot: bool,
    times_hot: u32,
}

impl Probe {
    fn new(name: &CStr) -> Result<Self> {
        Ok(Probe {
            device: faux::Registration::new(name, None)?,
            hot: false,
            times_hot: 0,
        })
    }

    /// Takes one sample. A probe that is too hot is reported, but not over and over.
    fn sample(&mut self, degrees: u32) {
        let device = self.device.as_ref();
        dev_dbg!(device, "{} degrees\n", degrees);
        let hot = degrees >= module_parameters::limit.value();
        if hot && !self.hot {
            self.times_hot += 1;
            if self.times_hot <= TOLD {
                dev_warn!(device, "{} degrees\n", degrees);
            }
        }
        self.hot = hot;
    }
}

impl Drop for Probe {
    fn drop(&mut self) {
        if self.times_hot > TOLD {
            let device = self.device.as_ref();
            dev_notice!(device, "warnings left out: {}\n", self.times_hot - TOLD);
        }
    }
}

struct Probes {
    _cpu: Probe,
    _disk: Probe,
}

impl kernel::Module for Probes {
    fn init(_module: &'static ThisModule) -> Result<Self> {
        let mut cpu = Probe::new(c"cpu")?;
        let mut disk = Probe::new(c"disk")?;
        for degrees in [70, 95, 97, 80] {
            cpu.sample(degrees);
        }
        for degrees in [60, 91, 60, 92, 60, 93, 60, 94, 95, 60] {
            disk.sample(degrees);
        }
        Ok(Probes {
            _cpu: cpu,
            _disk: disk,
        })
    }
}
