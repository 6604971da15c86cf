//! A resume as text: canonical JSON Resume, YAML of the same fields, or plain text to read.

mod json;
mod text;
mod yaml;

pub use json::to_json_resume;
pub use text::to_text;
pub use yaml::to_yaml;

pub(crate) use json::json;
pub(crate) use yaml::yaml;

#[cfg(test)]
mod tests;
