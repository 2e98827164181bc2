//! A sensor whose type says whether its supply is on.

/// Nothing can be done with a device in this state.
#[derive(Debug, PartialEq)]
struct Ebusy;

/// A supply, and how often it is switched on.
#[derive(Debug, PartialEq)]
struct Supply {
    users: u32,
}

struct Off;
struct On;

/// A sensor in a state. The last field has no bytes.
struct Sensor<State> {
    supply: Supply,
    level: u16,
    _state: State,
}

impl Sensor<Off> {
    fn probe(supply: Supply) -> Sensor<Off> {
        Sensor {
            supply,
            level: 250,
            _state: Off,
        }
    }

    fn enable(mut self) -> Sensor<On> {
        self.supply.users += 1;
        Sensor {
            supply: self.supply,
            level: self.level,
            _state: On,
        }
    }

    /// The sensor goes, and gives its supply back.
    fn remove(self) -> Supply {
        self.supply
    }
}

impl Sensor<On> {
    fn disable(mut self) -> Sensor<Off> {
        self.supply.users -= 1;
        Sensor {
            supply: self.supply,
            level: self.level,
            _state: Off,
        }
    }

    fn read(&mut self) -> u16 {
        self.level += 1;
        self.level - 1
    }
}

/// Reads once, and suspends.
fn read_once(supply: Supply) -> (u16, Sensor<Off>) {
    let mut sensor = Sensor::probe(supply).enable();
    let level = sensor.read();
    (level, sensor.disable())
}

/// The device is unplugged while it sleeps.
fn unplug(asleep: Sensor<Off>) -> Supply {
    asleep.remove()
}

/// A driver's device. Which state it is in is known only while it runs.
enum Device {
    Awake(Sensor<On>),
    Asleep(Sensor<Off>),
}

impl Device {
    /// Suspends, if it is awake.
    fn suspend(self) -> Device {
        match self {
            Device::Awake(sensor) => Device::Asleep(sensor.disable()),
            asleep => asleep,
        }
    }

    /// Gives a level if it is awake.
    fn read(&mut self) -> Result<u16, Ebusy> {
        match self {
            Device::Awake(sensor) => Ok(sensor.read()),
            Device::Asleep(_) => Err(Ebusy),
        }
    }

    /// Switches off what is on, and gives the supply back.
    fn remove(self) -> Supply {
        match self {
            Device::Awake(sensor) => sensor.disable().remove(),
            Device::Asleep(sensor) => sensor.remove(),
        }
    }
}

fn main() {
    let (level, asleep) = read_once(Supply { users: 0 });
    println!("level {level}, then {:?}", unplug(asleep));

    let awake = Sensor::probe(Supply { users: 0 }).enable();
    let mut device = Device::Awake(awake);
    println!("awake: {:?}", device.read());
    let mut device = device.suspend();
    println!("asleep: {:?}", device.read());
    println!("removed: {:?}", device.remove());
}
