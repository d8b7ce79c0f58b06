//! What a process costs, as Linux tells it.

use std::fs;

/// The fields of a process's line in `/proc`, from the third on; none once it is gone.
pub(crate) fn fields(process: u32) -> Option<Vec<String>> {
    let line = fs::read_to_string(format!("/proc/{process}/stat")).ok()?;
    let (_, behind) = line.rsplit_once(") ")?;
    Some(behind.split(' ').map(str::to_owned).collect())
}

/// Processor time that a process has used, in hundredths of a second; 0 once it is gone.
pub(crate) fn used(process: u32) -> u64 {
    let fields = fields(process).unwrap_or_default();
    let of = |place: usize| fields.get(place).and_then(|ticks| ticks.parse().ok());
    of(11).unwrap_or(0_u64) + of(12).unwrap_or(0_u64)
}

/// Memory of a process that lies in the machine's, in KiB; none where the system does not tell.
pub(crate) fn resident(process: u32) -> Option<u64> {
    let status = fs::read_to_string(format!("/proc/{process}/status")).ok()?;
    let line = status.lines().find(|line| line.starts_with("VmRSS:"))?;
    line.split_whitespace().nth(1)?.parse().ok()
}
