import Determinism
import MeshModel

/// What authorizers' logs tell: who got what, how often, and when last; and how far that can be relied upon.
package struct UsageEvidence: Sendable {
    struct Access: Hashable, Sendable {
        /// nil: of any cluster.
        var cluster: String?
        var principal: String
        var host: String
        var operation: AccessRule.Operation
        var type: AccessRule.ResourceType
        var name: String
    }

    struct Uses: Hashable, Sendable {
        var count = 0
        var last: Instant?
    }

    /// Requests that were let through.
    private(set) var granted: [Access: Uses] = [:]
    package private(set) var grantedCount = 0
    package private(set) var deniedCount = 0
    /// At TRACE: wondered about, and not asked for.
    package private(set) var wonderedCount = 0
    package private(set) var lines = 0
    /// With the words of an authorizer, and not its form.
    package private(set) var unparsed = 0
    /// Of something else.
    package private(set) var otherLines = 0
    /// Understood, and without a date.
    package private(set) var undated = 0
    package private(set) var first: Instant?
    package private(set) var last: Instant?
    package private(set) var files: [String] = []
    /// False where there was more than is kept.
    package private(set) var isComplete = true

    private let maximumAccesses: Int

    package init(maximumAccesses: Int = 2_000_000) { self.maximumAccesses = maximumAccesses }

    package mutating func beginFile(_ name: String) { files.append(name) }

    mutating func take(_ line: ArraySlice<UInt8>, of cluster: String?) {
        lines += 1
        guard let marker = line.firstRange(of: AuthorizerLogLine.marker) else {
            if !line.allSatisfy({ $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\r") || $0 == UInt8(ascii: "\t") }) { otherLines += 1 }
            return
        }
        guard let read = AuthorizerLogLine(line, at: marker.lowerBound) else {
            unparsed += 1
            return
        }
        if let time = read.time {
            first = min(first ?? time, time)
            last = max(last ?? time, time)
        } else {
            undated += 1
        }
        if read.isWondering {
            wonderedCount += 1
        } else if read.isAllowed {
            grantedCount += 1
            add(read, of: cluster)
        } else {
            deniedCount += 1
        }
    }

    /// A line that is longer than any authorizer writes.
    mutating func skipLine() {
        lines += 1
        unparsed += 1
    }

    private mutating func add(_ read: AuthorizerLogLine, of cluster: String?) {
        let access = Access(
            cluster: cluster, principal: read.principal, host: read.host, operation: read.operation, type: read.type, name: read.name)
        guard granted[access] != nil || granted.count < maximumAccesses else {
            isComplete = false
            return
        }
        var uses = granted[access] ?? Uses()
        uses.count += 1
        if let time = read.time { uses.last = max(uses.last ?? time, time) }
        granted[access] = uses
    }
}

/// Takes a log in pieces of any size, and gives its lines to the evidence.
///
///     var reader = AuthorizerLogReader(cluster: "eu")
///     reader.read(chunk, into: &evidence)
///     reader.finish(into: &evidence)
package struct AuthorizerLogReader: Sendable {
    private let cluster: String?
    private var rest: [UInt8] = []
    private var isSkipping = false
    /// Names have bounds, and layouts add little.
    private let longest = 64 << 10

    /// - Parameter cluster: whose log it is; nil: it may be any's.
    package init(cluster: String? = nil) { self.cluster = cluster }

    package mutating func read(_ chunk: some Collection<UInt8>, into evidence: inout UsageEvidence) {
        var bytes = Array(chunk)[...]
        while let end = bytes.firstIndex(of: UInt8(ascii: "\n")) {
            if isSkipping {
                isSkipping = false
            } else if rest.isEmpty {
                take(bytes[..<end], into: &evidence)
            } else {
                rest += bytes[..<end]
                take(rest[...], into: &evidence)
            }
            rest = []
            bytes = bytes[(end + 1)...]
        }
        guard !isSkipping else { return }
        rest += bytes
        if rest.count > longest {
            evidence.skipLine()
            rest = []
            isSkipping = true
        }
    }

    package mutating func finish(into evidence: inout UsageEvidence) {
        if !rest.isEmpty, !isSkipping { take(rest[...], into: &evidence) }
        rest = []
        isSkipping = false
    }

    private func take(_ line: ArraySlice<UInt8>, into evidence: inout UsageEvidence) {
        if line.count > longest { evidence.skipLine() } else { evidence.take(line, of: cluster) }
    }
}
