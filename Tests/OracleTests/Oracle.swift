import Foundation
import LocatedJSON
import Testing

/// Programs that others wrote, asked all questions in one go: clients/oracle.py under a Python that has fastavro, avro,
/// jsonschema-rs and protobuf.
enum Oracle {
    /// What `make test` prepares.
    static let python: URL = {
        if let named = ProcessInfo.processInfo.environment["HEDDLE_PYTHON"] { return URL(fileURLWithPath: named) }
        return root.appendingPathComponent(".build/venv/bin/python")
    }()

    private static let here = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath().deletingLastPathComponent()
    private static let root = here.deletingLastPathComponent().deletingLastPathComponent()

    /// The oracle is there, or its absence must be a failure and not a silence.
    static var isThere: Bool {
        FileManager.default.isExecutableFile(atPath: python.path)
            || ProcessInfo.processInfo.environment["HEDDLE_REQUIRE_CLIENTS"] == "1"
    }

    /// - Parameter questions: JSON objects, a line each.
    /// - Returns: an answer for each.
    static func ask(_ questions: [String]) throws -> [JSONNode] {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("heddle-oracle-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let (input, output, errors) = (
            folder.appendingPathComponent("in"), folder.appendingPathComponent("out"), folder.appendingPathComponent("err")
        )
        try Data((questions.joined(separator: "\n") + "\n").utf8).write(to: input)
        try Data().write(to: output)
        try Data().write(to: errors)
        let process = Process()
        process.executableURL = python
        process.arguments = [here.appendingPathComponent("clients/oracle.py").path]
        process.standardInput = try FileHandle(forReadingFrom: input)
        process.standardOutput = try FileHandle(forWritingTo: output)
        process.standardError = try FileHandle(forWritingTo: errors)
        try process.run()
        process.waitUntilExit()
        let said = String(decoding: try Data(contentsOf: errors), as: UTF8.self)
        try #require(process.terminationStatus == 0, "\(said.suffix(2_000))")
        let answers = try Data(contentsOf: output).split(separator: UInt8(ascii: "\n")).map { try parseJSONPayload(Array($0)) }
        try #require(answers.count == questions.count)
        return answers
    }

    /// Debian's protobuf-compiler.
    static var hasProtoc: Bool {
        (try? run("protoc", ["--version"])) == 0 || ProcessInfo.processInfo.environment["HEDDLE_REQUIRE_CLIENTS"] == "1"
    }

    private static func silence(_ process: Process) {
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
    }

    static func run(_ program: String, _ arguments: [String]) throws -> Int32 {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = [program] + arguments
        silence(process)
        try process.run()
        process.waitUntilExit()
        return process.terminationStatus
    }
}

/// Equal as JSON; numbers with a fraction to six digits, because a Python's float has more than Avro's.
///
/// - Parameter readsAsBytes: whether a text may stand there as the characters of its UTF-8 bytes.
func isNearly(_ left: JSONNode, _ right: JSONNode, readsAsBytes: Bool = false) -> Bool {
    switch (left.content, right.content) {
    case (.number(let first), .number(let second)):
        if first == second { return true }
        if first.isWrittenWhole, second.isWrittenWhole { return false }
        let (first, second) = (first.double, second.double)
        return abs(first - second) <= 1e-6 * max(abs(first), abs(second))
    case (.string(let first), .string(let second)) where readsAsBytes && first != second:
        return String(String.UnicodeScalarView(second.utf8.map { Unicode.Scalar($0) })) == first
    case (.array(let first), .array(let second)):
        return first.count == second.count && zip(first, second).allSatisfy { isNearly($0, $1, readsAsBytes: readsAsBytes) }
    case (.object(let first), .object(let second)):
        return first.count == second.count
            && first.allSatisfy { member in
                right[member.key].map { isNearly(member.value, $0, readsAsBytes: readsAsBytes) } ?? false
            }
    default: return left == right
    }
}

/// Differences that are known, by what explains them. One that is not explained fails, and so does an explanation that is
/// needed no more.
struct KnownDifferences {
    let reasons: [String: String]
    private(set) var counts: [String: Int] = [:]
    private(set) var unexplained: [String] = []

    init(_ reasons: [String: String]) { self.reasons = reasons }

    mutating func note(_ reason: String?, _ what: @autoclosure () -> String) {
        if let reason, reasons[reason] != nil { counts[reason, default: 0] += 1 } else { unexplained.append(what()) }
    }

    func settle(sourceLocation: SourceLocation = #_sourceLocation) {
        for problem in unexplained.prefix(12) { Issue.record("\(problem)", sourceLocation: sourceLocation) }
        if unexplained.count > 12 { Issue.record("and \(unexplained.count - 12) more", sourceLocation: sourceLocation) }
        for reason in reasons.keys.sorted() where counts[reason] == nil {
            Issue.record("'\(reason)' explains nothing any more: take it off the list", sourceLocation: sourceLocation)
        }
    }
}
