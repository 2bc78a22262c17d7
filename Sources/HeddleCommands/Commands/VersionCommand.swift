import ArgumentParser

struct VersionCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "version", abstract: "The version of this program.",
        discussion: "EXAMPLE\n  heddle version --format json")

    @Option(help: "text or json.") var format: TextOrJSON = .text
    @OptionGroup var common: CommonOptions

    func run() {
        switch format {
        case .text: common.console.print("heddle \(heddleVersion)")
        case .json: common.console.print(#"{"name": "heddle", "version": "\#(heddleVersion)"}"#)
        }
    }
}

struct CompletionsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "completions", abstract: "A completion script for your shell.",
        discussion: "EXAMPLE\n  heddle completions bash > ~/.local/share/bash-completion/completions/heddle")

    enum Shell: String, ExpressibleByArgument, CaseIterable { case bash, zsh, fish }

    @Argument(help: "bash, zsh or fish.") var shell: Shell
    @OptionGroup var common: CommonOptions

    func run() {
        let script: String =
            switch shell {
            case .bash: HeddleCommand.completionScript(for: .bash)
            case .zsh: HeddleCommand.completionScript(for: .zsh)
            case .fish: HeddleCommand.completionScript(for: .fish)
            }
        common.console.print(script)
    }
}
