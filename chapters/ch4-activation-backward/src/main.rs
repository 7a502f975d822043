//! `cargo run -p ch4-activation-backward`

fn main() -> std::process::ExitCode {
    lesson::cli::main::<ch4_activation_backward::ActivationBackward>()
}
