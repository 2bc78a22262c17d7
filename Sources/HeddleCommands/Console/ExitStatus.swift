import ArgumentParser

/// The exit codes that scripts build on. Stable; listed in `heddle --help` and docs/reference/cli.md.
package enum ExitStatus: Int32, Sendable, CaseIterable {
    case done = 0
    /// Invalid manifests, a policy broken, findings.
    case no = 1
    /// Only with `--detailed-exitcode`.
    case pending = 2
    case unreachable = 3
    /// The plan holds what needs `--allow`, or what cannot be done.
    case refused = 4
    case partlyApplied = 5
    case usage = 64
    case bug = 70

    var code: ExitCode { ExitCode(rawValue) }
}

/// The end of a command, with what to say on standard error.
struct CommandFailure: Error {
    var status: ExitStatus
    var message: String
    var remedy: String?

    init(_ status: ExitStatus, _ message: String, remedy: String? = nil) {
        self.status = status
        self.message = message
        self.remedy = remedy
    }
}
