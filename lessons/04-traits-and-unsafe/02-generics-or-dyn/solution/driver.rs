// SPDX-License-Identifier: GPL-2.0

//! Three sensors, and a summary of what each of them says.

use core::hint::black_box;
use kernel::prelude::*;

module! {
    type: Sensors,
    name: "driver",
    authors: ["No Oops"],
    description: "Three sensors and their summaries",
    license: "GPL",
}

trait Sensor {
    fn sample(&self, turn: u32) -> u32;
}

struct Thermal {
    step: u32,
}

impl Sensor for Thermal {
    fn sample(&self, turn: u32) -> u32 {
        400 + turn * self.step % 37
    }
}

struct Fan {
    speed: u32,
}

impl Sensor for Fan {
    fn sample(&self, turn: u32) -> u32 {
        self.speed + turn * 7919 % 211
    }
}

struct Light {
    gain: u32,
}

impl Sensor for Light {
    fn sample(&self, turn: u32) -> u32 {
        turn * turn * self.gain % 251
    }
}

struct Summary {
    least: u32,
    median: u32,
    most: u32,
}

/// Takes sixteen samples and sorts them.
#[inline(never)]
fn summary(sensor: &dyn Sensor) -> Summary {
    let mut samples = [0; 16];
    for (turn, sample) in samples.iter_mut().enumerate() {
        *sample = sensor.sample(turn as u32);
    }
    for i in 1..samples.len() {
        let mut at = i;
        while at > 0 && samples[at - 1] > samples[at] {
            samples.swap(at - 1, at);
            at -= 1;
        }
    }
    Summary {
        least: samples[0],
        median: samples[8],
        most: samples[15],
    }
}

#[inline(never)]
fn tell(name: &str, s: &Summary) {
    pr_info!("{name}: {}, {}, {}\n", s.least, s.median, s.most);
}

struct Sensors;

impl kernel::Module for Sensors {
    fn init(_module: &'static ThisModule) -> Result<Self> {
        // Without `black_box` the optimiser would know the numbers, and compute all of it.
        let thermal = Thermal {
            step: black_box(11),
        };
        let fan = Fan {
            speed: black_box(1200),
        };
        let light = Light { gain: black_box(5) };

        tell("thermal", &summary(&thermal));
        tell("fan", &summary(&fan));
        tell("light", &summary(&light));
        Ok(Sensors)
    }
}
