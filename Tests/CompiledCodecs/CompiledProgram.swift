import Foundation

/// Generated code as a program of its own: compiled against the HeddleRuntime of this build, fed with lines, judged by what it prints.
///
///     let program = try CompiledProgram(sources: ["Order.swift": text, "main.swift": main])
///     let answers = try program.run(lines: ["encode …"])
package struct CompiledProgram {
    private let executable: URL

    package struct Failure: Error, CustomStringConvertible {
        package var description: String
    }

    /// Compiles without optimisation, in Swift 6 mode, with warnings as errors.
    ///
    /// - Parameters:
    ///   - libraries: the modules of this package that the sources import, and those that they need. Of C: `CLibXML2`, for `HeddleXML`.
    ///   - features: experimental features of the compiler, such as `Lifetimes`.
    package init(sources: [String: String], libraries: [String] = ["HeddleRuntime"], features: [String] = ["Lifetimes"]) throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("heddle-codecs-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        var paths: [String] = []
        for (name, text) in sources.sorted(by: { $0.key < $1.key }) {
            let file = folder.appendingPathComponent(name)
            try text.write(to: file, atomically: false, encoding: .utf8)
            paths.append(file.path)
        }
        executable = folder.appendingPathComponent("program")
        let products = Self.products
        var arguments = ["-swift-version", "6", "-warnings-as-errors", "-wmo", "-num-threads", "\(ProcessInfo.processInfo.activeProcessorCount)", "-module-name", "Codecs", "-I", products.appendingPathComponent("Modules").path]
        for feature in features { arguments += ["-enable-experimental-feature", feature] }
        arguments += paths
        for library in libraries {
            let objects = products.appendingPathComponent("\(library).build")
            let map = objects.appendingPathComponent("module.modulemap")
            if FileManager.default.fileExists(atPath: map.path) { arguments += ["-Xcc", "-fmodule-map-file=\(map.path)"] }
            if library == "CLibXML2" { arguments.append("-lxml2") }
            arguments += try FileManager.default.contentsOfDirectory(atPath: objects.path).filter { $0.hasSuffix(".o") }.sorted()
                .map { objects.appendingPathComponent($0).path }
        }
        arguments += ["-o", executable.path]
        let (status, output) = try Self.run("swiftc", arguments, input: "")
        guard status == 0 else { throw Failure(description: "swiftc in \(folder.path) ended with \(status):\n\(output.suffix(4000))") }
    }

    /// Whether sources compile without a warning, at a fraction of the time. They are deleted.
    package static func typecheck(sources: [String: String]) throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("heddle-codecs-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let paths = try sources.sorted { $0.key < $1.key }.map { name, text in
            let file = folder.appendingPathComponent(name)
            try text.write(to: file, atomically: false, encoding: .utf8)
            return file.path
        }
        let arguments = ["-typecheck", "-swift-version", "6", "-warnings-as-errors", "-I", products.appendingPathComponent("Modules").path] + paths
        let (status, output) = try run("swiftc", arguments, input: "")
        guard status == 0 else { throw Failure(description: "swiftc ended with \(status):\n\(output.prefix(4000))") }
    }

    /// - Returns: the lines that the program printed.
    package func run(lines: [String] = []) throws -> [String] {
        let (status, output) = try Self.run(executable.path, [], input: lines.map { $0 + "\n" }.joined())
        guard status == 0 else { throw Failure(description: "\(executable.path) ended with \(status):\n\(output.suffix(4000))") }
        return output.split(separator: "\n", omittingEmptySubsequences: false).dropLast().map(String.init)
    }

    package func remove() { try? FileManager.default.removeItem(at: executable.deletingLastPathComponent()) }

    /// Where this build's modules and objects are: beside the test bundle.
    private static var products: URL {
        let bundle = CommandLine.arguments.first { $0.hasSuffix(".xctest") } ?? CommandLine.arguments[0]
        return URL(fileURLWithPath: bundle).resolvingSymlinksInPath().deletingLastPathComponent()
    }

    /// Output goes by way of files: a pipe that nobody empties would stop both.
    private static func run(_ program: String, _ arguments: [String], input: String) throws -> (status: Int32, output: String) {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("heddle-run-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let given = folder.appendingPathComponent("in")
        let taken = folder.appendingPathComponent("out")
        try input.write(to: given, atomically: false, encoding: .utf8)
        _ = FileManager.default.createFile(atPath: taken.path, contents: nil)
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = [program] + arguments
        process.standardInput = try FileHandle(forReadingFrom: given)
        let output = try FileHandle(forWritingTo: taken)
        process.standardOutput = output
        process.standardError = output
        try process.run()
        process.waitUntilExit()
        return (process.terminationStatus, try String(contentsOf: taken, encoding: .utf8))
    }
}
