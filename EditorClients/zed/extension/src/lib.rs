//! Tells Zed how to start `hearsay server`: by the path in its settings, else as it is found on the `PATH`.
use zed_extension_api::{self as zed, settings::LspSettings, Command, LanguageServerId, Result, Worktree};

struct Hearsay;

impl zed::Extension for Hearsay {
    fn new() -> Self {
        Hearsay
    }

    fn language_server_command(&mut self, id: &LanguageServerId, worktree: &Worktree) -> Result<Command> {
        let binary = LspSettings::for_worktree(id.as_ref(), worktree)?.binary;
        let path = binary.as_ref().and_then(|binary| binary.path.clone());
        let arguments = binary.and_then(|binary| binary.arguments);
        Ok(Command {
            command: path
                .or_else(|| worktree.which("hearsay"))
                .ok_or("the program hearsay is not on the PATH; name it in the settings: lsp.hearsay.binary.path")?,
            args: arguments.unwrap_or_else(|| vec!["server".to_string()]),
            env: worktree.shell_env(),
        })
    }

    fn language_server_workspace_configuration(
        &mut self,
        id: &LanguageServerId,
        worktree: &Worktree,
    ) -> Result<Option<zed::serde_json::Value>> {
        let settings = LspSettings::for_worktree(id.as_ref(), worktree)?.settings.unwrap_or_default();
        Ok(Some(zed::serde_json::json!({ "hearsay": settings })))
    }
}

zed::register_extension!(Hearsay);
