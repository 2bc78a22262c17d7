import Foundation

/// What is generated from Specs/kafka: file by file, with paths from the package's root.
package struct GeneratedFiles: Equatable, Sendable {
    package static let sources = "Sources/KafkaWire/Generated"
    package static let tests = "Tests/KafkaWireTests/Generated"

    package var textByPath: [String: String]

    /// - Parameters:
    ///   - apis: the contents of Specs/kafka/apis, by file name.
    ///   - errors: the content of Specs/kafka/errors.json.
    package init(apis: [String: Data], errors: Data) throws(DescriptionError) {
        var descriptions: [APIDescription] = []
        for (file, data) in apis.sorted(by: { $0.key < $1.key }) {
            let api = try parseAPIDescription(data, file: file)
            guard file == api.name + ".json" else {
                throw DescriptionError(place: file, reason: "\(api.name) belongs in \(api.name).json")
            }
            if let other = descriptions.first(where: { $0.key == api.key }) {
                throw DescriptionError(place: file, reason: "key \(api.key) is already that of \(other.name)")
            }
            descriptions.append(api)
        }
        descriptions.sort { $0.key < $1.key }
        let errors = try parseErrorDescriptions(errors, file: "errors.json")

        textByPath = [
            "\(Self.sources)/APIKey+Known.swift": renderAPIKeys(descriptions),
            "\(Self.sources)/SupportedVersions+All.swift": renderSupportedVersions(descriptions),
            "\(Self.sources)/ErrorCode+Known.swift": renderErrorCodes(errors),
            "\(Self.sources)/ErrorCode+Meanings.swift": renderErrorMeanings(errors),
            "\(Self.tests)/AllMessages.swift": renderMessageList(descriptions),
        ]
        for api in descriptions {
            for message in [api.request, api.response] {
                textByPath["\(Self.sources)/\(message.name).swift"] = renderMessage(message, of: api)
            }
            textByPath["\(Self.tests)/\(api.name)+Random.swift"] = renderRandomMessages(api)
        }
    }

    /// Reads the descriptions of the package at `root`.
    package static func described(at root: URL) throws -> GeneratedFiles {
        let specs = root.appendingPathComponent("Specs/kafka")
        let folder = specs.appendingPathComponent("apis")
        var apis: [String: Data] = [:]
        for name in try FileManager.default.contentsOfDirectory(atPath: folder.path) where name.hasSuffix(".json") {
            apis[name] = try Data(contentsOf: folder.appendingPathComponent(name))
        }
        return try GeneratedFiles(
            apis: apis, errors: try Data(contentsOf: specs.appendingPathComponent("errors.json")))
    }

    /// What differs on disk under `root`: files to write, and left-over files to remove. Paths are sorted.
    package func differences(at root: URL) -> (outdated: [String], leftOver: [String]) {
        let outdated = textByPath.filter { path, text in
            (try? Data(contentsOf: root.appendingPathComponent(path))) != Data(text.utf8)
        }
        let present = [Self.sources, Self.tests].flatMap { folder in
            let names = try? FileManager.default.contentsOfDirectory(atPath: root.appendingPathComponent(folder).path)
            return (names ?? []).filter { $0.hasSuffix(".swift") }.map { "\(folder)/\($0)" }
        }
        return (outdated.keys.sorted(), present.filter { textByPath[$0] == nil }.sorted())
    }

    /// Writes and removes what `differences` names.
    package func write(to root: URL) throws {
        let (outdated, leftOver) = differences(at: root)
        for path in outdated {
            let file = root.appendingPathComponent(path)
            try FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data((textByPath[path] ?? "").utf8).write(to: file)
        }
        for path in leftOver {
            try FileManager.default.removeItem(at: root.appendingPathComponent(path))
        }
    }
}
