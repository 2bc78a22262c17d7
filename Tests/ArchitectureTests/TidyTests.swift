import Foundation
import Testing

@Suite struct `A tidy tree` {
    static let folders = ["Sources", "Tests", "Plugins", "Benchmarks"]

    static var swiftFiles: [URL] {
        folders.flatMap { PackagePicture.swiftFiles(below: PackagePicture.root.appendingPathComponent($0)) }
            .filter { !$0.path.contains("/.build") }
    }

    @Test func `a file holds one idea: none that people write is over 500 lines`() throws {
        for file in Self.swiftFiles where !file.path.contains("/Generated/") {
            let lines = try String(contentsOf: file, encoding: .utf8).split(separator: "\n", omittingEmptySubsequences: false).count
            #expect(lines <= 500, "\(PackagePicture.path(of: file)) has \(lines) lines")
        }
    }

    @Test func `nothing is left open in the sources`() throws {
        let words = ["TO" + "DO", "FIX" + "ME", "fatalError(", "try!", "nonisolated(unsafe)"]
        for file in PackagePicture.swiftFiles(below: PackagePicture.root.appendingPathComponent("Sources")) {
            let text = try String(contentsOf: file, encoding: .utf8)
            for word in words { #expect(!text.contains(word), "\(PackagePicture.path(of: file)) has \(word)") }
        }
    }

    @Test func `an unchecked promise to the compiler gives its reason`() throws {
        for file in Self.swiftFiles where !file.path.hasSuffix("TidyTests.swift") {
            let lines = try String(contentsOf: file, encoding: .utf8).components(separatedBy: "\n")
            for (index, line) in lines.enumerated() where line.contains("@unchecked Sendable") {
                let above = lines[max(0, index - 6)..<index].joined(separator: "\n")
                #expect(above.contains("//"), "\(PackagePicture.path(of: file)):\(index + 1) says @unchecked Sendable without a reason above it")
            }
        }
    }

    @Test func `every link between documents leads somewhere`() throws {
        let documents = ["README.md", "CHANGELOG.md"] + markdown(below: "docs")
        for document in documents {
            let file = PackagePicture.root.appendingPathComponent(document)
            let text = try String(contentsOf: file, encoding: .utf8)
            for match in text.matches(of: /\]\(([^)#\s]+)(?:#[^)]*)?\)/) {
                let target = String(match.output.1)
                guard !target.contains("://"), !target.hasPrefix("mailto:") else { continue }
                let linked = file.deletingLastPathComponent().appendingPathComponent(target).standardizedFileURL
                #expect(FileManager.default.fileExists(atPath: linked.path), "\(document) links to \(target)")
            }
        }
    }

    private func markdown(below folder: String) -> [String] {
        let root = PackagePicture.root.appendingPathComponent(folder)
        let found = FileManager.default.enumerator(at: root, includingPropertiesForKeys: nil)?.compactMap { $0 as? URL } ?? []
        return found.filter { $0.pathExtension == "md" }.map(PackagePicture.path(of:))
    }
}
