use super::*;

fn off() -> Sensor<Off> {
    Sensor::probe(Supply { users: 0 })
}

#[test]
fn a_sleeping_device_is_unplugged_with_its_supply_off() {
    let (level, asleep) = read_once(Supply { users: 0 });
    assert_eq!(level, 250);
    assert_eq!(unplug(asleep), Supply { users: 0 });
}

#[test]
fn other_users_of_the_supply_are_left_alone() {
    let (_, asleep) = read_once(Supply { users: 3 });
    assert_eq!(unplug(asleep), Supply { users: 3 });
}

#[test]
fn a_device_that_is_awake_gives_levels() {
    let mut device = Device::Awake(off().enable());
    assert_eq!(device.read(), Ok(250));
    assert_eq!(device.read(), Ok(251));
}

#[test]
fn a_device_that_is_asleep_is_busy() {
    assert_eq!(Device::Asleep(off()).read(), Err(Ebusy));
}

#[test]
fn a_device_can_be_suspended_twice() {
    let device = Device::Awake(off().enable()).suspend().suspend();
    assert_eq!(device.remove(), Supply { users: 0 });
}

#[test]
fn a_suspended_device_keeps_its_level() {
    let mut device = Device::Awake(off().enable());
    assert_eq!(device.read(), Ok(250));
    let Device::Asleep(sensor) = device.suspend() else {
        panic!("the device is still awake");
    };
    assert_eq!(sensor.enable().read(), 251);
}

#[test]
fn a_device_that_is_removed_leaves_the_supply_off() {
    assert_eq!(Device::Awake(off().enable()).remove(), Supply { users: 0 });
    assert_eq!(Device::Asleep(off()).remove(), Supply { users: 0 });
}

#[test]
fn the_state_takes_no_room() {
    assert_eq!(size_of::<Sensor<On>>(), size_of::<(Supply, u16)>());
}
