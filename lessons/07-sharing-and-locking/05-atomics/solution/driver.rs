// SPDX-License-Identifier: GPL-2.0

//! A gate that lets three in at a time.

use kernel::{
    ffi::c_int,
    prelude::*,
    sync::atomic::{
        Atomic,
        Relaxed, //
    },
};

mod rival;

module! {
    type: Gate,
    name: "gate",
    description: "Lets three in at a time",
    license: "GPL",
}

/// Users at a time.
const MOST: i32 = 3;

/// How often somebody asked.
static VISITS: Atomic<i32> = Atomic::new(0);
/// Who is in, at most `MOST`.
static USERS: Atomic<i32> = Atomic::new(0);

fn count_visit() {
    rival::pause();
    VISITS.add(1, Relaxed);
}

fn try_enter() -> Result {
    let mut before = USERS.load(Relaxed);

    while before < MOST {
        rival::pause();
        match USERS.cmpxchg(before, before + 1, Relaxed) {
            Ok(_) => return Ok(()),
            Err(now) => before = now,
        }
    }
    Err(EBUSY)
}

/// Called in many threads at once.
extern "C" fn enter() -> c_int {
    count_visit();
    match try_enter() {
        Ok(()) => 0,
        Err(error) => error.to_errno(),
    }
}

/// Called in many threads at once.
extern "C" fn leave() -> c_int {
    rival::pause();
    USERS.fetch_sub(1, Relaxed);
    0
}

struct Gate;

impl kernel::Module for Gate {
    fn init(_module: &'static ThisModule) -> Result<Self> {
        let entered = rival::run(5, enter);

        pr_info!("{entered} of 5 are in\n");
        pr_info!(
            "visits {}, users {}\n",
            VISITS.load(Relaxed),
            USERS.load(Relaxed)
        );
        rival::run(entered, leave);
        pr_info!("all left, users {}\n", USERS.load(Relaxed));
        Ok(Gate)
    }
}
