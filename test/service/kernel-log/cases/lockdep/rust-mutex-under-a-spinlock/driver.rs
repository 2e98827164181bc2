// SPDX-License-Identifier: GPL-2.0

//! Two accounts, moved between under a spin lock.

use kernel::prelude::*;
use kernel::sync::{new_mutex, new_spinlock, Arc, Mutex, SpinLock};

module! {
    type: Bank,
    name: "bank",
    license: "GPL",
}

#[pin_data]
struct Account {
    #[pin]
    balance: SpinLock<u32>,
    #[pin]
    log: Mutex<KVec<u32>>,
}

impl Account {
    fn new(balance: u32) -> Result<Arc<Self>> {
        Arc::pin_init(
            pin_init!(Self {
                balance <- new_spinlock!(balance),
                log <- new_mutex!(KVec::new()),
            }),
            GFP_KERNEL,
        )
    }

    fn withdraw(&self, amount: u32) -> Result {
        let mut balance = self.balance.lock();
        self.log.lock().push(amount, GFP_KERNEL)?;
        *balance -= amount;
        Ok(())
    }
}

struct Bank {
    _account: Arc<Account>,
}

impl kernel::Module for Bank {
    fn init(_module: &'static ThisModule) -> Result<Self> {
        let account = Account::new(10)?;
        account.withdraw(3)?;
        account.withdraw(8)?;
        Ok(Bank { _account: account })
    }
}
