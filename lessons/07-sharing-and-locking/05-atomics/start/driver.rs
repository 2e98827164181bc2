// SPDX-License-Identifier: GPL-2.0

//! A gate that lets three in at a time.

use kernel::{ //@ fold imports
    ffi::c_int,
    prelude::*,
    sync::atomic::{
        Atomic,
        Relaxed, //
    },
}; //@ fold

mod rival;

module! { //@ fold the module’s name and license
    type: Gate,
    name: "gate",
    description: "Lets three in at a time",
    license: "GPL",
} //@ fold

/// Users at a time.
const MOST: i32 = 3;

/// How often somebody asked.
static VISITS: Atomic<i32> = Atomic::new(0); //@ numbers
/// Who is in, at most `MOST`.
static USERS: Atomic<i32> = Atomic::new(0); //@ numbers

fn count_visit() {
    let before = VISITS.load(Relaxed); //@ visit

    rival::pause();
    VISITS.store(before + 1, Relaxed); //@ visit
}

fn try_enter() -> Result {
    let before = USERS.load(Relaxed); //@ enter
    if before >= MOST { //@ enter
        return Err(EBUSY);
    }

    rival::pause();
    USERS.store(before + 1, Relaxed); //@ enter
    Ok(())
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
    let before = USERS.load(Relaxed); //@ leave

    rival::pause();
    USERS.store(before - 1, Relaxed); //@ leave
    0
}

struct Gate;

impl kernel::Module for Gate {
    fn init(_module: &'static ThisModule) -> Result<Self> {
        let entered = rival::run(5, enter); //@ five

        pr_info!("{entered} of 5 are in\n"); //@ five
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
