//! The program `unequal`: everything it does is in the library.

use std::process::ExitCode;

fn main() -> ExitCode {
    unequal_partners::cli::main(std::env::args_os())
}
