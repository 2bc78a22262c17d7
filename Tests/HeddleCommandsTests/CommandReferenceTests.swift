import ArgumentParser
import Foundation
import Testing

@testable import HeddleCommands

@Suite struct `The command line's reference` {
    @Test func `docs/reference/cli.md is in step with the commands`() throws {
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        let file = root.appendingPathComponent("docs/reference/cli.md")
        let text = try String(contentsOf: file, encoding: .utf8)
        #expect(text == commandReference(), "`swift run heddle-dev generate` mends this")
    }

    @Test func `every verb's help has an example`() {
        for (name, help) in Self.helps(HeddleCommand.self, path: "") {
            #expect(help.contains("EXAMPLE"), "heddle\(name)")
        }
    }

    @Test func `the exit codes are the documented ones`() {
        let help = HeddleCommand.helpMessage()
        for status in ExitStatus.allCases { #expect(help.contains("\n  \(status.rawValue) "), "\(status) is not in the help") }
    }

    private static func helps(_ command: any ParsableCommand.Type, path: String) -> [(String, String)] {
        [(path, HeddleCommand.helpMessage(for: command))]
            + command.configuration.subcommands.flatMap { helps($0, path: path + " " + ($0.configuration.commandName ?? "")) }
    }
}
