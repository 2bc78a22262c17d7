import ArgumentParser

/// docs/reference/cli.md: every verb's own help.
package func commandReference() -> String {
    var lines = [
        "# The command line", "", "Generated from the commands' own help by `swift run heddle-dev generate`.", "",
        "```text", HeddleCommand.helpMessage(columns: 100).trimmingTrailingSpaces(), "```",
    ]
    for command in HeddleCommand.configuration.subcommands { lines += section(command, path: "heddle") }
    return lines.joined(separator: "\n") + "\n"
}

private func section(_ command: any ParsableCommand.Type, path: String) -> [String] {
    let name = "\(path) \(command.configuration.commandName ?? "")"
    let help = HeddleCommand.helpMessage(for: command, columns: 100).trimmingTrailingSpaces()
    let lines = ["", "## \(name)", "", "```text", help, "```"]
    return lines + command.configuration.subcommands.flatMap { section($0, path: name) }
}

extension String {
    fileprivate func trimmingTrailingSpaces() -> String {
        split(separator: "\n", omittingEmptySubsequences: false)
            .map { line in String(line.reversed().drop { $0 == " " }.reversed()) }
            .joined(separator: "\n")
    }
}
