import ArgumentParser
import MeshModel

/// What verbs that carry out a plan have in common.
struct ApplyingOptions: ParsableArguments {
    @Flag(help: "Do not ask.") var yes = false

    @Option(help: ArgumentHelp("After that long, nothing more is begun.", valueName: "duration"))
    var timeout = "10m"

    @Option(help: ArgumentHelp("Requests to one cluster that are under way at once.", valueName: "n"))
    var parallelism = 4

    @Flag(help: "Take the lease from another apply that still holds it; that one stops before its next write.")
    var breakLease = false

    func timeLimit() throws -> Milliseconds {
        guard let limit = Milliseconds(parsing: timeout), limit.count > 0 else {
            throw CommandFailure(.usage, "'--timeout \(timeout)' is not a length of time", remedy: "say 10m or 90s")
        }
        return limit
    }

    func width() throws -> Int {
        guard (1...64).contains(parallelism) else {
            throw CommandFailure(.usage, "'--parallelism \(parallelism)' is out of range", remedy: "say a number from 1 to 64")
        }
        return parallelism
    }
}

/// How an apply tells what it does.
enum ApplyFormat: String, ExpressibleByArgument, CaseIterable { case text, json, events }
