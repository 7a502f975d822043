//! `cargo run -p ch4-feature-space`

fn main() -> std::process::ExitCode {
    lesson::cli::main::<ch4_feature_space::FeatureSpace>()
}
