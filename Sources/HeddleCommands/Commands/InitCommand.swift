import ArgumentParser
import Foundation
import MeshHosting

struct InitCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "init", abstract: "A mesh to start from, with comments.",
        discussion: """
            EXAMPLE
              heddle init shop
              cd shop && heddle mesh up --detach && heddle apply

            Writes a heddle.yaml, one embedded cluster, a contract and a topic. Nothing that is there is overwritten.
            """)

    @Argument(help: ArgumentHelp("The folder; the present one when left out. Made when it is not there.", valueName: "dir"))
    var folder: String?
    @OptionGroup var common: CommonOptions

    func run() throws {
        let target = folder.map { URL(fileURLWithPath: $0, isDirectory: true, relativeTo: common.startingFolder) } ?? common.startingFolder
        let files = StarterMesh.files(name: Self.meshName(target.standardizedFileURL.lastPathComponent))
        for (path, _) in files where FileManager.default.fileExists(atPath: target.appendingPathComponent(path).path) {
            throw CommandFailure(
                .usage, "'\(target.appendingPathComponent(path).path)' is there already; nothing was written", remedy: "choose an empty folder")
        }
        do {
            for (path, text) in files {
                let file = target.appendingPathComponent(path)
                try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
                try text.write(to: file, atomically: true, encoding: .utf8)
            }
        } catch {
            throw CommandFailure(.usage, "'\(target.path)' cannot be written: \(systemReason(error))")
        }
        for (path, _) in files { common.console.print(path) }
        common.console.say("next: heddle validate, heddle mesh up --detach, heddle apply")
    }

    /// A folder's name as the name of a mesh: lower case, and `mesh` where nothing usable is left.
    static func meshName(_ folder: String) -> String {
        let name = String(folder.lowercased().map { $0.isASCII && ($0.isLetter || $0.isNumber) ? $0 : "-" })
        let trimmed = name.drop { $0 == "-" }.reversed().drop { $0 == "-" }.reversed()
        return trimmed.isEmpty ? "mesh" : String(trimmed)
    }
}
