//! The record: what it holds, and that nothing that happens to a file goes unnoticed.

mod damage;
mod sample;
