import Diagnostics

/// Syntax trees → schema, in passes over all files: what one pass needs of another file, an earlier pass has made.
struct ProtobufLinker {
    /// A file on its way into the schema.
    struct FileWork {
        let id: ProtobufID<ProtobufFile>
        var tree: ProtobufSyntaxTree
        /// The linker's number of each of the tree's names.
        var names: [UInt32] = []
        /// Diagnostics of reading.
        var readDiagnostics: [Diagnostic]
        /// At most so many errors and warnings as there is room for: a hostile file has millions.
        private(set) var problems: [ProtobufProblem] = []
        private(set) var omitted = 0
        private var errorCount = 0
        private var warningCount = 0
        /// Indices of imported files, -1 where there is none; as `tree.imports`.
        var imports: [Int] = []
        /// Files in which something was found that this one names.
        var usedFiles: Set<Int> = []
        var scope = ProtobufScopes.root
        var suggestions = 0

        init(id: ProtobufID<ProtobufFile>, tree: ProtobufSyntaxTree, readDiagnostics: [Diagnostic]) {
            self.id = id
            self.tree = tree
            self.readDiagnostics = readDiagnostics
        }

        mutating func add(_ problem: ProtobufProblem, atMost limit: Int) {
            let isError = problem.severity == .error
            if isError ? errorCount < limit : warningCount < limit {
                problems.append(problem)
                if isError { errorCount += 1 } else { warningCount += 1 }
            } else {
                omitted += 1
            }
        }

        /// Takes back what was added after the first `count`.
        mutating func keepProblems(_ count: Int) {
            for problem in problems[count...] {
                if problem.severity == .error { errorCount -= 1 } else { warningCount -= 1 }
            }
            problems.removeSubrange(count...)
        }

        /// Tells what was added after the first `count` under another code.
        mutating func recode(from count: Int, as code: ProtobufCode) {
            for index in count..<problems.count { problems[index].code = code }
        }
    }

    let limits: ProtobufLimits
    var schema = ProtobufSchema()
    var files: [FileWork] = []
    var names = ProtobufNames()
    var scopes = ProtobufScopes()
    /// Symbols of messages, by the messages' indices.
    var messageSymbols: [Int32] = []

    var pendingTypes: [PendingType] = []
    var pendingExtendees: [PendingExtendee] = []
    var pendingMethodTypes: [PendingMethodType] = []
    var pendingOptions: [PendingOptions] = []
    var pendingDefaults: [PendingDefault] = []
    /// String values that are not UTF-8: whether that is wrong is known when features are.
    var pendingTexts: [(file: Int, field: ProtobufID<ProtobufField>, span: ProtobufSpan)] = []

    var pendingVisibility: [(symbol: Int32, span: ProtobufSpan, file: Int)] = []
    /// Numbers of enums, fields that messages require and targets of options, once they have been asked for.
    var numbersByEnum: [ProtobufID<ProtobufEnum>: Set<Int32>] = [:]
    var requiredByMessage: [ProtobufID<ProtobufMessage>: [ProtobufID<ProtobufField>]] = [:]
    var targetsByField: [ProtobufID<ProtobufField>: Set<Int32>] = [:]
    /// How far `resolveTypes` has come in each list: entries of a file stand together, in the order of files.
    var typeCursor = (type: 0, extendee: 0, method: 0)

    /// Which file each file was last visible to, and each package: see `look(from:)`.
    var visibility = ProtobufVisibilityStamps()

    struct PendingType {
        var field: ProtobufID<ProtobufField>
        var path: ProtobufPath
        var scope: Int32
    }

    struct PendingExtendee {
        var fields: [ProtobufID<ProtobufField>]
        var path: ProtobufPath
        var scope: Int32
        var file: Int
    }

    struct PendingMethodType {
        var method: ProtobufID<ProtobufMethod>
        var input: ProtobufPath
        var output: ProtobufPath
        var scope: Int32
        var file: Int
    }

    struct PendingDefault {
        var field: ProtobufID<ProtobufField>
        var value: ProtobufValueSyntax
    }

    init(limits: ProtobufLimits) { self.limits = limits }

    mutating func link() {
        declareFiles(from: 0)
        addDescriptorIfMissing()
        for file in files.indices { resolveTypes(of: file) }
        collectExtensions()
        interpretAllOptions()
        resolveFeatures()
        finishFields()
        checkAll()
    }

    /// Options are values of messages that google/protobuf/descriptor.proto declares, whether it is imported or not.
    private mutating func addDescriptorIfMissing() {
        guard schema.message(named: "google.protobuf.FileOptions") == nil else { return }
        let first = files.count
        _ = load([ProtobufWellKnown.descriptorPath]) { _ in nil }
        declareFiles(from: first)
    }

    func diagnostics() -> [Diagnostic] {
        files.flatMap { work in
            var diagnostics = work.readDiagnostics
            let isBroken = diagnostics.contains { $0.severity == .error }
            // What a file lacks because it could not be read is not told again.
            let told = isBroken ? work.problems.filter { $0.severity == .error } : work.problems
            diagnostics += told.diagnostics(in: work.tree.source, atMost: limits.maximumDiagnostics, omitted: work.omitted)
            return diagnostics
        }
    }

    // MARK: Saying what is wrong

    mutating func report(_ problem: ProtobufProblem, in file: Int) {
        files[file].add(problem, atMost: max(limits.maximumDiagnostics, 1) * 4)
    }

    mutating func report(
        _ code: ProtobufCode, _ message: String, _ span: ProtobufSpan, in file: Int, suggestion: String? = nil
    ) {
        report(ProtobufProblem(code, message, span, suggestion: suggestion), in: file)
    }

    mutating func warn(_ code: ProtobufCode, _ message: String, _ span: ProtobufSpan, in file: Int, suggestion: String? = nil) {
        report(ProtobufProblem(code, message, span, severity: .warning, suggestion: suggestion), in: file)
    }

    /// `first declared here`.
    func label(_ text: String, _ span: ProtobufSpan, in file: Int) -> ProtobufProblem.Label {
        ProtobufProblem.Label(text: text, span: span, source: files[file].tree.source)
    }

    // MARK: Names

    func fullName(of symbol: Int32) -> String {
        var parts: [String] = []
        var current = symbol
        while current > ProtobufScopes.root {
            let found = scopes[current]
            parts.append(names.texts[Int(found.name)])
            current = found.parent
        }
        return parts.reversed().joined(separator: ".")
    }

    /// Where a symbol's name stands; nil for a package.
    func place(of symbol: Int32) -> (span: ProtobufSpan, file: Int)? {
        let found = scopes[symbol]
        let index = Int(found.index)
        let span: ProtobufSpan
        switch found.kind {
        case .package: return nil
        case .message: span = schema.messages[index].nameSpan
        case .enumeration: span = schema.enums[index].nameSpan
        case .enumValue: span = schema.enumValues[index].nameSpan
        case .field, .extension: span = schema.fields[index].nameSpan
        case .oneof: span = schema.oneofs[index].nameSpan
        case .service: span = schema.services[index].nameSpan
        case .method: span = schema.methods[index].nameSpan
        }
        return (span, Int(found.file))
    }
}
