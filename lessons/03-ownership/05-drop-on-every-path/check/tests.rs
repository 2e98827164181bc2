use super::*;

#[test]
fn a_device_that_is_bound_stays_on_until_its_state_is_dropped() {
    let chip = chip(IR_ID, true);
    let state = probe(&chip);
    assert!(state.is_ok());
    assert_eq!(log(&chip), ["power on", "fifo alloc"]);
}

#[test]
fn unbinding_frees_the_fifo_and_then_switches_off() {
    let chip = chip(IR_ID, true);
    drop(probe(&chip));
    assert_eq!(
        log(&chip),
        ["power on", "fifo alloc", "fifo free", "power off"]
    );
}

#[test]
fn a_chip_of_another_kind_is_left_as_it_was_found() {
    for id in [0x850, 0, u32::MAX] {
        let chip = chip(id, true);
        assert_eq!(probe(&chip).err(), Some(Error::NoDevice));
        assert_eq!(
            log(&chip),
            ["power on", "fifo alloc", "fifo free", "power off"]
        );
    }
}

#[test]
fn without_memory_for_the_fifo_the_chip_is_switched_off() {
    let chip = chip(IR_ID, false);
    assert_eq!(probe(&chip).err(), Some(Error::NoMemory));
    assert_eq!(log(&chip), ["power on", "power off"]);
}

fn chip(id: u32, fifo_fits: bool) -> Chip {
    Chip {
        id,
        fifo_fits,
        log: RefCell::default(),
    }
}

fn log(chip: &Chip) -> Vec<&'static str> {
    chip.log.borrow().clone()
}
