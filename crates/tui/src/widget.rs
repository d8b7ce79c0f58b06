//! The pieces that screens are made of, each `impl Widget for &T`, and the measures they share.

pub mod big_text;
pub mod change;
pub mod choice_table;
pub mod curves;
pub mod dialog;
pub mod dice;
pub mod domain_table;
pub mod dots;
pub mod factor_list;
pub mod fan_chart;
pub mod fit;
pub mod footer;
pub mod gauge_grid;
pub mod header;
pub mod large;
mod low_letters;
pub mod option_list;
pub mod prose;
pub mod record_list;
pub mod red_line;
pub mod rows;
pub mod scrubber;
#[cfg(test)]
pub(crate) mod shown;
pub mod stability_curve;
