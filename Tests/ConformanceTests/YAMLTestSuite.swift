import Foundation
import TestSupport

/// A case of https://github.com/yaml/yaml-test-suite.
struct YAMLCase: Decodable, Sendable {
    var id: String
    var name: String
    var text: String
    var events: String
    var mustFail: Bool
    /// The documents as JSON, one after the other; absent where JSON cannot say it.
    var json: String?

    private enum CodingKeys: String, CodingKey {
        case id, name, events
        case text = "in_yaml"
        case mustFail = "fails"
        case json = "in_json"
    }

    /// Nil where the corpus is not there.
    static func load() throws -> [YAMLCase]? {
        guard let folder = conformanceFolder("yaml-test-suite") else { return nil }
        return try JSONDecoder().decode([YAMLCase].self, from: Data(contentsOf: folder.appending(path: "cases.json")))
    }
}

/// Cases that fail, with the reason: lines `id/view: reason`, `#` for comments.
func knownFailures(_ name: String) throws -> [String: String] {
    let file = packageRoot.appending(path: "Tests/ConformanceTests/known-failures/\(name).txt")
    var failures: [String: String] = [:]
    for line in try String(contentsOf: file, encoding: .utf8).split(separator: "\n") where !line.hasPrefix("#") {
        guard let colon = line.firstIndex(of: ":") else { continue }
        failures[String(line[..<colon])] = line[line.index(after: colon)...].trimmingCharacters(in: .whitespaces)
    }
    return failures
}

extension Decodable {
    /// Values written one after the other, each beginning on a line of its own.
    static func documents(in text: String) throws -> [Self] {
        var documents: [Self] = []
        var current = ""
        var depth = 0
        var isInString = false
        var isEscaped = false
        func decode() throws {
            let text = current.trimmingCharacters(in: .whitespacesAndNewlines)
            if !text.isEmpty { documents.append(try JSONDecoder().decode(Self.self, from: Data(text.utf8))) }
            current = ""
        }
        for scalar in text.unicodeScalars {
            current.unicodeScalars.append(scalar)
            if isEscaped {
                isEscaped = false
            } else if isInString {
                if scalar == "\\" { isEscaped = true }
                if scalar == "\"" { isInString = false }
            } else if scalar == "\"" {
                isInString = true
            } else if "[{".unicodeScalars.contains(scalar) {
                depth += 1
            } else if "]}".unicodeScalars.contains(scalar) {
                depth -= 1
            } else if scalar == "\n", depth == 0 {
                try decode()
            }
        }
        try decode()
        return documents
    }
}
