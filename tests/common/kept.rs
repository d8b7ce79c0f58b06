//! A process that ends with whoever started it.

use std::process::Child;

/// A process that ends when this is dropped, also where something failed.
pub(crate) struct Kept(pub(crate) Child);

impl Drop for Kept {
    fn drop(&mut self) {
        let _ended_already = self.0.kill();
        let _status = self.0.wait();
    }
}
