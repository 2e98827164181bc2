//! The table of devices as of 6.13; a name that no table makes is missing as well.

use kernel::prelude::*;
use kernel::{of, platform};

struct Sensor;

kernel::of_device_table!(
    TABLE,
    MODULE_TABLE,
    <Sensor as platform::Driver>::IdInfo,
    [(of::DeviceId::new(c"maker,sensor"), ())]
);

static IDS: &of::IdTable<()> = &TABLE;
static OTHERS: &of::IdTable<()> = &OTHER_TABLE;
