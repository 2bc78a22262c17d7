import Diagnostics

/// Diagnostics of one file, up to a limit; what comes after is counted.
struct DiagnosticLog {
    private let limit: Int
    private var shown: [Diagnostic] = []
    private(set) var count = 0

    init(limit: Int) { self.limit = limit }

    var isFull: Bool { count >= limit }

    mutating func append(_ diagnostic: @autoclosure () -> Diagnostic) {
        count += 1
        if count <= limit { shown.append(diagnostic()) }
    }

    consuming func finish(in file: SourceFile) -> [Diagnostic] {
        guard count > limit else { return shown }
        let hidden = count - limit
        return shown + [
            Diagnostic(
                code: YAMLCode.tooManyErrors.rawValue,
                hidden == 1
                    ? "1 more error in this file is not shown" : "\(hidden) more errors in this file are not shown",
                at: shown.last?.range)
        ]
    }
}
